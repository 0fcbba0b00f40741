#define _GNU_SOURCE
#include "LineEditing.h"

#include <curses.h>
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

static char *(*readLine)(const char *);
static void (*rememberLine)(const char *);

// The terminal as it was before the line that is being typed.
static struct termios before;
// 0, 1 while a line is read, 2 once the terminal was given back in the middle of it.
static volatile sig_atomic_t isReading;
static const char *asked;

// What takes a screen of its own, and what gives it back; empty where the terminal has none.
static char entering[256], leaving[128];
static volatile sig_atomic_t isAside;

static void *found(void) {
    static const char *const names[] = {"libedit.so.2", "libreadline.so.8"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        void *library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
        if (library != NULL) return library;
    }
    return NULL;
}

static void put(const char *text) {
    ssize_t ignored = write(STDOUT_FILENO, text, strlen(text));
    (void)ignored;
}

void line_give_back(void) {
    if (isAside) put(leaving);
    isAside = 0;
    if (!isReading) return;
    tcsetattr(STDIN_FILENO, TCSANOW, &before);
    if (isReading == 1) put("\n");
    isReading = 2;
}

static void onEnd(int number) {
    line_give_back();
    signal(number, SIG_DFL);
    raise(number);
}

// Stops with the terminal as it was, and takes it again once the program goes on.
static void onStop(int number) {
    int saved = errno;
    struct termios editing;
    bool isEditing = isReading && tcgetattr(STDIN_FILENO, &editing) == 0;
    if (isEditing) tcsetattr(STDIN_FILENO, TCSANOW, &before);
    if (isAside) put(leaving);
    struct sigaction stop = {.sa_handler = SIG_DFL}, own;
    sigaction(number, &stop, &own);
    raise(number);
    sigaction(number, &own, NULL);
    if (isAside) put(entering);
    if (isEditing) {
        tcsetattr(STDIN_FILENO, TCSANOW, &editing);
        put(asked);
    }
    errno = saved;
}

static void handle(int number, void (*handler)(int)) {
    struct sigaction own = {.sa_handler = handler, .sa_flags = SA_RESTART | SA_NODEFER}, other;
    if (sigaction(number, NULL, &other) == 0 && other.sa_handler == SIG_DFL) sigaction(number, &own, NULL);
}

static void handleSignals(void) {
    static const int ends[] = {
        SIGHUP, SIGINT,  SIGQUIT, SIGTERM, SIGPIPE, SIGALRM, SIGUSR1,   SIGUSR2, SIGXCPU,
        SIGSYS, SIGILL,  SIGTRAP, SIGABRT, SIGBUS,  SIGFPE,  SIGVTALRM, SIGPROF, SIGSEGV,
    };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) handle(ends[i], onEnd);
    handle(SIGTSTP, onStop);
}

static void handleOnce(void) {
    static bool isHandling;
    if (!isHandling) handleSignals();
    isHandling = true;
}

bool line_editing(void) {
    if (readLine != NULL) return true;
    void *library = found();
    if (library == NULL) return false;
    // The library's own handlers would send what they catch to other programs too.
    int *catches = dlsym(library, "rl_catch_signals");
    if (catches != NULL) *catches = 0;
    int (*bind)(const char *, const char *) = dlsym(library, "rl_variable_bind");
    if (bind != NULL) bind("enable-bracketed-paste", "off");
    readLine = dlsym(library, "readline");
    rememberLine = dlsym(library, "add_history");
    if (readLine == NULL || rememberLine == NULL) return false;
    handleOnce();
    return true;
}

char *line_read(const char *prompt) {
    fflush(stdout);
    asked = prompt;
    isReading = tcgetattr(STDIN_FILENO, &before) == 0;
    char *line = readLine(prompt);
    if (isReading) tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
    isReading = 0;
    return line;
}

bool line_can_hide(void) {
    return isatty(STDIN_FILENO) == 1;
}

char *line_read_hidden(const char *prompt) {
    handleOnce();
    fflush(stdout);
    asked = prompt;
    isReading = tcgetattr(STDIN_FILENO, &before) == 0;
    struct termios hidden = before;
    hidden.c_lflag &= ~(tcflag_t)ECHO;
    hidden.c_lflag |= ICANON | ECHONL;
    if (isReading) tcsetattr(STDIN_FILENO, TCSADRAIN, &hidden);
    // Only now: what is typed at once must not show either.
    put(prompt);
    char *line = NULL;
    size_t room = 0;
    ssize_t length = getline(&line, &room, stdin);
    if (isReading) tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
    isReading = 0;
    if (length < 0) {
        free(line);
        return NULL;
    }
    if (length > 0 && line[length - 1] == '\n') line[length - 1] = '\0';
    return line;
}

static const char *ability(const char *name) {
    const char *text = tigetstr(name);
    // Without padding, so that it can be written anywhere.
    return text == NULL || text == (const char *)-1 || strstr(text, "$<") != NULL ? "" : text;
}

bool line_step_aside(void) {
    int error;
    if (isAside || isatty(STDIN_FILENO) != 1 || isatty(STDOUT_FILENO) != 1) return isAside;
    if (setupterm(NULL, STDOUT_FILENO, &error) != OK) return false;
    const char *enter = ability("smcup"), *leave = ability("rmcup"), *clean = ability("clear");
    if (!*enter || !*leave || !*clean) return false;
    if ((size_t)snprintf(entering, sizeof entering, "%s%s", enter, clean) >= sizeof entering) return false;
    if ((size_t)snprintf(leaving, sizeof leaving, "%s%s", clean, leave) >= sizeof leaving) return false;
    handleOnce();
    fflush(stdout);
    isAside = 1;
    put(entering);
    return true;
}

void line_step_back(void) {
    fflush(stdout);
    if (isAside) put(leaving);
    isAside = 0;
}

void line_remember(const char *line) {
    rememberLine(line);
}
