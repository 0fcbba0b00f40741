#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <malloc.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

static const char pasteOn[] = "\033[?2004h";
static const char pasteOff[] = "\033[?2004l";

// Paste and mouse: what a crash must switch off even where ncurses switched it on.
static const char modesOff[] = "\033[?2004l\033[?1006;1000l\033[?1000l\033[?1006l";

static SCREEN *screen;
static bool isOpen;
static struct termios before;
static bool hasBefore;
static char reset[256];
static size_t resetLength;
static int signalPipe[2] = {-1, -1};

static void say(const char *text, size_t length) {
    while (length > 0) {
        ssize_t written = write(STDOUT_FILENO, text, length);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        text += written;
        length -= (size_t)written;
    }
}

// Everything a crash must undo, made ready beforehand: a crashing program can only write.
static void prepareReset(void) {
    static char names[][6] = {"sgr0", "cnorm", "rmkx", "rmcup"};
    resetLength = 0;
    memcpy(reset, modesOff, sizeof modesOff - 1);
    resetLength += sizeof modesOff - 1;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *text = tigetstr(names[i]);
        if (text == NULL || text == (const char *)-1) continue;
        // Padding such as $<5> is for hardware that is not among us.
        for (; *text != '\0' && resetLength < sizeof reset - 1; text++) {
            if (text[0] == '$' && text[1] == '<') {
                while (*text != '\0' && *text != '>') text++;
                if (*text == '\0') break;
                continue;
            }
            reset[resetLength++] = *text;
        }
    }
}

static void onCrash(int number) {
    if (isOpen) {
        say(reset, resetLength);
        if (hasBefore) tcsetattr(STDIN_FILENO, TCSANOW, &before);
    }
    signal(number, SIG_DFL);
    raise(number);
}

static void guardCrashes(void) {
    static char stack[64 * 1024];
    stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&alternate, NULL);
    static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE};
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) {
        struct sigaction action = {.sa_handler = onCrash, .sa_flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER};
        sigaction(crashes[i], &action, NULL);
    }
}

WINDOW *console_open(void) {
    hasBefore = tcgetattr(STDIN_FILENO, &before) == 0;
    screen = newterm(NULL, stdout, stdin);
    if (screen == NULL) return NULL;
    isOpen = true;
    prepareReset();
    guardCrashes();
    cbreak();
    noecho();
    nonl();
    if (getenv("ESCDELAY") == NULL) set_escdelay(25);
    keypad(stdscr, TRUE);
    meta(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    intrflush(stdscr, FALSE);
    curs_set(1);
    define_key("\033[200~", KEY_PASTE_START);
    define_key("\033[201~", KEY_PASTE_END);
    if (console_colors()) {
        start_color();
        use_default_colors();
        init_pair(1, COLOR_MAGENTA, -1);
        init_pair(2, COLOR_GREEN, -1);
        init_pair(3, COLOR_RED, -1);
    }
    fflush(stdout);
    say(pasteOn, sizeof pasteOn - 1);
    return stdscr;
}

static void leave(void) {
    say(pasteOff, sizeof pasteOff - 1);
    endwin();
    fflush(stdout);
    isOpen = false;
}

void console_close(void) {
    if (isOpen) leave();
}

static void comeBack(void) {
    isOpen = true;
    hasBefore = tcgetattr(STDIN_FILENO, &before) == 0;
    refresh();
    clearok(stdscr, TRUE);
    say(pasteOn, sizeof pasteOn - 1);
}

void console_suspend(void) {
    leave();
    raise(SIGSTOP);
    comeBack();
}

int console_edit(const char *path) {
    const char *editor = getenv("VISUAL");
    if (editor == NULL || *editor == '\0') editor = getenv("EDITOR");
    if (editor == NULL || *editor == '\0') editor = "vi";
    // The editor may come with arguments of its own, so a shell reads it; the path is an argument.
    char command[1024];
    if (snprintf(command, sizeof command, "%s \"$1\"", editor) >= (int)sizeof command) return -1;
    char *arguments[] = {"sh", "-c", command, "sh", (char *)path, NULL};
    leave();
    pid_t child;
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t restored;
    sigemptyset(&restored);
    sigaddset(&restored, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &restored);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    int status = -1;
    if (posix_spawnp(&child, "sh", NULL, &attributes, arguments, environ) == 0) {
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
        status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    posix_spawnattr_destroy(&attributes);
    comeBack();
    return status;
}

static bool namesUTF8(const char *name) {
    return name != NULL && (strcasestr(name, "UTF-8") != NULL || strcasestr(name, "UTF8") != NULL);
}

bool console_locale(void) {
    bool isSet = setlocale(LC_ALL, "") != NULL;
    if (isSet && namesUTF8(nl_langinfo(CODESET))) return true;
    const char *wanted = getenv("LC_ALL");
    if (wanted == NULL || *wanted == '\0') wanted = getenv("LC_CTYPE");
    if (wanted == NULL || *wanted == '\0') wanted = getenv("LANG");
    setlocale(LC_CTYPE, "C.UTF-8");
    // A UTF-8 locale that is only not installed here still names what the terminal speaks.
    return !isSet && namesUTF8(wanted);
}

static void onSignal(int number) {
    int saved = errno;
    unsigned char byte = (unsigned char)number;
    ssize_t ignored = write(signalPipe[1], &byte, 1);
    (void)ignored;
    errno = saved;
}

bool console_pipe(int ends[2]) {
    return pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0;
}

int console_signals(void) {
    if (!console_pipe(signalPipe)) return -1;
    static const int watched[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
    for (size_t i = 0; i < sizeof watched / sizeof *watched; i++) {
        struct sigaction action = {.sa_handler = onSignal};
        sigaction(watched[i], &action, NULL);
    }
    signal(SIGPIPE, SIG_IGN);
    return signalPipe[0];
}

bool console_colors(void) {
    const char *forbidden = getenv("NO_COLOR");
    return (forbidden == NULL || *forbidden == '\0') && has_colors();
}

bool console_size(int *width, int *height) {
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
    *width = size.ws_col;
    *height = size.ws_row;
    return true;
}

void console_mouse(bool on) {
    mouseinterval(0);
    mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

int console_pointer(int *row, int *column) {
    MEVENT event;
    if (getmouse(&event) != OK) return 0;
    *row = event.y;
    *column = event.x;
    if (event.bstate & BUTTON1_PRESSED) return 1;
    if (event.bstate & BUTTON4_PRESSED) return 2;
    return event.bstate & BUTTON5_PRESSED ? 3 : 0;
}

void console_copy(const char *base64) {
    fflush(stdout);
    say("\033]52;c;", 7);
    say(base64, strlen(base64));
    say("\a", 1);
}

void console_trim(void) {
    malloc_trim(0);
}

void console_put(WINDOW *window, int row, int column, const wchar_t *text, int count, unsigned int attributes, short pair) {
    wattr_set(window, attributes, pair, NULL);
    mvwaddnwstr(window, row, column, text, count);
    wattr_set(window, A_NORMAL, 0, NULL);
}
