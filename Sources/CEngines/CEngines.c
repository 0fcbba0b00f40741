#define _GNU_SOURCE
#include "CEngines.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

// As execvp, but no shell is started for what is no program.
static void replaceBy(char *const command[]) {
    const char *name = command[0];
    const char *path = getenv("PATH");
    if (strchr(name, '/') != NULL || path == NULL) {
        execve(name, command, environ);
        return;
    }
    int reason = ENOENT;
    while (*path != '\0') {
        size_t length = strcspn(path, ":");
        char file[PATH_MAX];
        int size = snprintf(file, sizeof file, "%.*s/%s", (int)length, path, name);
        if (size > 0 && size < (int)sizeof file) execve(file, command, environ);
        if (errno != ENOENT && errno != ENOTDIR) reason = errno;
        path += length + (path[length] == ':');
    }
    errno = reason;
}

static pid_t start(char *const command[], const sigset_t *mask) {
    pid_t guard = getpid();
    pid_t child = fork();
    if (child != 0) return child;
    // Should the guard itself be killed.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != guard) _exit(EXIT_FAILURE);
    setpgid(0, 0);
    sigprocmask(SIG_SETMASK, mask, NULL);
    replaceBy(command);
    int reason = errno;
    fprintf(stderr, "%s: %s\n", command[0], strerror(reason));
    _exit(reason == ENOENT ? 127 : 126);
}

// Kills every child; false where they cannot be known.
static bool killChildren(void) {
    char path[64];
    snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
    FILE *list = fopen(path, "re");
    if (list == NULL) return false;
    int child;
    while (fscanf(list, "%d", &child) == 1) kill(child, SIGKILL);
    fclose(list);
    return true;
}

// Kills what is left. Whoever loses a parent on the way becomes a child of ours.
static void sweep(pid_t engine) {
    kill(-engine, SIGKILL);
    while (killChildren()) {
        if (waitpid(-1, NULL, 0) < 0 && errno == ECHILD) return;
    }
}

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000LL + time.tv_nsec / 1000000;
}

// Waits for the engine's end, and hastens it when it is time; returns its status as waitpid does.
static int outlast(pid_t engine, int signals, int patience) {
    struct pollfd watched[] = {{.fd = signals, .events = POLLIN}, {.fd = STDIN_FILENO}};
    enum { RUNNING, LEAVING, TERMINATED, KILLED } stage = RUNNING;
    long long deadline = 0;
    while (true) {
        int status;
        pid_t ended;
        while ((ended = waitpid(-1, &status, WNOHANG)) > 0) {
            if (ended == engine) return status;
        }
        long long left = deadline - now();
        bool waits = stage == RUNNING || stage == KILLED;
        poll(watched, 2, waits ? -1 : left > 0 ? (int)left : 0);
        struct signalfd_siginfo signal;
        bool isTold = false;
        while (read(signals, &signal, sizeof signal) == sizeof signal) {
            if (signal.ssi_signo != SIGCHLD) isTold = true;
        }
        bool isLate = !waits && now() >= deadline;
        if (stage == RUNNING && watched[1].revents != 0) {
            watched[1].fd = -1;
            stage = LEAVING;
            deadline = now() + patience;
        } else if (stage == TERMINATED && isLate) {
            stage = KILLED;
            kill(-engine, SIGKILL);
        }
        if ((stage == RUNNING && isTold) || (stage == LEAVING && (isTold || isLate))) {
            watched[1].fd = -1;
            stage = TERMINATED;
            kill(-engine, SIGTERM);
            deadline = now() + patience;
        }
    }
}

// The engine's output is over when the engine closes it, whoever else is there.
static void letGoOfOutput(void) {
    int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    dup2(nothing, STDOUT_FILENO);
    dup2(nothing, STDERR_FILENO);
}

int engine_guard(int patience, char *command[]) {
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    sigset_t watched, before;
    sigemptyset(&watched);
    static const int numbers[] = {SIGCHLD, SIGTERM, SIGINT, SIGHUP, SIGQUIT};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) sigaddset(&watched, numbers[i]);
    sigprocmask(SIG_BLOCK, &watched, &before);
    int signals = signalfd(-1, &watched, SFD_NONBLOCK | SFD_CLOEXEC);
    pid_t engine = start(command, &before);
    if (engine < 0 || signals < 0) {
        perror(command[0]);
        return 126;
    }
    setpgid(engine, engine);
    letGoOfOutput();
    for (char **word = command; *word != NULL; word++) memset(*word, 0, strlen(*word));
    int status = outlast(engine, signals, patience);
    sweep(engine);
    if (!WIFSIGNALED(status)) return WEXITSTATUS(status);
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    signal(WTERMSIG(status), SIG_DFL);
    sigprocmask(SIG_SETMASK, &before, NULL);
    raise(WTERMSIG(status));
    return 128 + WTERMSIG(status);
}
