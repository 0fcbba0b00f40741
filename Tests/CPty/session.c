#define _GNU_SOURCE
#include "CPty.h"

#include "leader.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static int open_terminal(struct cpty_session *session, int *theirs, struct cpty_size size) {
    char name[64];
    session->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (session->master < 0 || grantpt(session->master) || unlockpt(session->master)) return errno;
    int error = ptsname_r(session->master, name, sizeof name);
    if (error) return error;
    // The program gets another, since those who share an open file share whether it blocks.
    session->slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    *theirs = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (session->slave < 0 || *theirs < 0) return errno;
    if (tcgetattr(session->slave, &session->before)) return errno;
    session->before.c_iflag |= IUTF8;
    if (tcsetattr(session->slave, TCSANOW, &session->before)) return errno;
    if (cpty_resize(session->master, size)) return errno;
    return fcntl(session->master, F_SETFL, O_NONBLOCK) ? errno : 0;
}

int cpty_resize(int master, struct cpty_size size) {
    struct winsize window = {.ws_row = size.rows, .ws_col = size.columns};
    return ioctl(master, TIOCSWINSZ, &window);
}

static void close_all(const int *files, int count) {
    for (int i = 0; i < count; i++)
        if (files[i] >= 0) close(files[i]);
}

static ssize_t read_whole(int file, void *bytes, size_t count) {
    ssize_t got;
    do got = read(file, bytes, count);
    while (got < 0 && errno == EINTR);
    return got;
}

static int open_pipes(struct cpty_session *session, struct leader_ends *ends, int *report) {
    int control[2], events[2], reports[2];
    if (pipe2(control, O_CLOEXEC)) return errno;
    ends->control = control[0];
    session->control = control[1];
    if (pipe2(events, O_CLOEXEC)) return errno;
    session->events = events[0];
    ends->events = events[1];
    if (pipe2(reports, O_CLOEXEC)) return errno;
    *report = reports[0];
    ends->report = reports[1];
    return 0;
}

static int fork_leader(struct cpty_session *session, const struct program *program,
                       struct leader_ends ends) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    session->leader = _Fork();
    if (session->leader == 0) start_session(program, ends);
    int error = session->leader < 0 ? errno : 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return error;
}

/// Waits until the program is executed or cannot be.
static int await_program(struct cpty_session *session, int report, int *step) {
    struct failure failure;
    if (read_whole(report, &failure, sizeof failure) == sizeof failure) {
        *step = failure.step;
        return failure.error;
    }
    struct cpty_event started;
    if (read_whole(session->events, &started, sizeof started) != sizeof started) return ECHILD;
    session->program = started.value;
    return fcntl(session->events, F_SETFL, O_NONBLOCK) ? errno : 0;
}

static const struct cpty_session closed = {-1, -1, -1, -1, -1, -1, {0}};

int cpty_start(struct cpty_session *session, const char *path, char *const arguments[],
               char *const environment[], const char *folder, struct cpty_size size, int *step) {
    const struct program program = {path, arguments, environment, folder};
    struct leader_ends ends = {-1, -1, -1, -1};
    int report = -1;
    *session = closed;
    *step = CPTY_OPEN;
    int error = open_terminal(session, &ends.terminal, size);
    if (!error) error = open_pipes(session, &ends, &report);
    if (!error) {
        *step = CPTY_FORK;
        error = fork_leader(session, &program, ends);
    }
    close_all((int[]){ends.terminal, ends.control, ends.events, ends.report}, 4);
    if (!error) error = await_program(session, report, step);
    close_all(&report, 1);
    if (error) cpty_end(session);
    return error;
}

void cpty_end(struct cpty_session *session) {
    close_all((int[]){session->master, session->slave, session->control, session->events}, 4);
    if (session->leader > 0)
        while (waitpid(session->leader, NULL, 0) < 0 && errno == EINTR) {}
    *session = closed;
}
