#define _GNU_SOURCE
#include "leader.h"

#include "CPty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

_Noreturn static void fail(int report, enum cpty_step step) {
    struct failure failure = {step, errno};
    if (write(report, &failure, sizeof failure) < 0) _exit(126);
    _exit(127);
}

_Noreturn static void become(const struct program *program, int report) {
    setpgid(0, 0);
    tcsetpgrp(0, getpid()); // All signals are blocked, SIGTTOU too.
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (program->folder && chdir(program->folder)) fail(report, CPTY_FOLDER);
    execve(program->path, program->arguments, program->environment);
    fail(report, CPTY_EXEC);
}

static volatile sig_atomic_t hung_up;

static void notice(int number) {
    if (number == SIGHUP) hung_up = 1;
}

static void tell(int events, enum cpty_event_kind kind, int value) {
    struct cpty_event event = {kind, value};
    while (write(events, &event, sizeof event) < 0 && errno == EINTR) {}
}

/// Tells of every change; an ended program is left a zombie. Returns whether it has ended.
static int tell_changes(pid_t program, int events) {
    siginfo_t info = {0};
    while (!waitid(P_PID, program, &info, WSTOPPED | WCONTINUED | WNOHANG) && info.si_pid) {
        int stopped = info.si_code == CLD_STOPPED;
        tell(events, stopped ? CPTY_STOPPED : CPTY_CONTINUED, info.si_status);
        info.si_pid = 0;
    }
    info.si_pid = 0;
    if (waitid(P_PID, program, &info, WEXITED | WNOHANG | WNOWAIT) || !info.si_pid) return 0;
    tell(events, info.si_code == CLD_EXITED ? CPTY_EXITED : CPTY_SIGNALLED, info.si_status);
    return 1;
}

_Noreturn static void lead(pid_t program, int control, int events) {
    sigset_t heeded;
    sigfillset(&heeded);
    sigdelset(&heeded, SIGCHLD);
    sigdelset(&heeded, SIGHUP);
    signal(SIGCHLD, notice);
    signal(SIGHUP, notice);
    for (int ended = 0;;) {
        if (!ended) ended = tell_changes(program, events);
        struct pollfd closing = {.fd = control, .events = POLLIN};
        if (ppoll(&closing, 1, NULL, &heeded) > 0) break;
        if (hung_up && !ended) { // Like a shell, pass it on to the job.
            kill(-program, SIGHUP);
            kill(-program, SIGCONT);
        }
        hung_up = 0;
    }
    kill(program, SIGKILL);
    waitpid(program, NULL, 0);
    _exit(0);
}

/// Closes every file but the three standard ones and these.
static void close_others(int *files, int count) {
    for (int i = 0; i < count; i++) {
        if (files[i] < 3 + count) files[i] = fcntl(files[i], F_DUPFD_CLOEXEC, 3 + count);
    }
    for (int i = 0; i < count; i++) {
        dup3(files[i], 3 + i, O_CLOEXEC);
        files[i] = 3 + i;
    }
    if (!close_range(3 + (unsigned)count, ~0U, 0)) return;
    for (int file = 3 + count; file < 4096; file++) close(file);
}

void start_session(const struct program *program, struct leader_ends ends) {
    if (setsid() < 0 || ioctl(ends.terminal, TIOCSCTTY, 0)) fail(ends.report, CPTY_SESSION);
    for (int standard = 0; standard < 3; standard++)
        if (dup2(ends.terminal, standard) < 0) fail(ends.report, CPTY_SESSION);
    int kept[] = {ends.control, ends.events, ends.report};
    close_others(kept, 3);
    pid_t child = _Fork();
    if (child < 0) fail(kept[2], CPTY_FORK);
    if (child == 0) become(program, kept[2]);
    close(kept[2]);
    tell(kept[1], CPTY_STARTED, child);
    lead(child, kept[0], kept[1]);
}
