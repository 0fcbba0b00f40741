#define _GNU_SOURCE
#include "CPty.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static int spawn(pid_t *program, const char *path, char *const arguments[], char *const environment[],
                 const char *folder, const int streams[3]) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t all, none;
    sigfillset(&all);
    sigemptyset(&none);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    for (int i = 0; i < 3; i++) posix_spawn_file_actions_adddup2(&actions, streams[i], i);
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    if (folder) posix_spawn_file_actions_addchdir_np(&actions, folder);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    int error = posix_spawn(program, path, &actions, &attributes, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return error;
}

int cpty_spawn(struct cpty_pipes *pipes, const char *path, char *const arguments[],
               char *const environment[], const char *folder) {
    int ends[3][2] = {{-1, -1}, {-1, -1}, {-1, -1}};
    int error = 0;
    for (int i = 0; i < 3 && !error; i++) {
        if (pipe2(ends[i], O_CLOEXEC)) error = errno;
    }
    const int streams[3] = {ends[0][0], ends[1][1], ends[2][1]};
    *pipes = (struct cpty_pipes){-1, -1, ends[0][1], ends[1][0], ends[2][0]};
    const int ours[3] = {pipes->input, pipes->output, pipes->errors};
    if (!error) error = spawn(&pipes->program, path, arguments, environment, folder, streams);
    for (int i = 0; i < 3; i++) {
        if (streams[i] >= 0) close(streams[i]);
        if (!error) fcntl(ours[i], F_SETFL, O_NONBLOCK);
        else if (ours[i] >= 0) close(ours[i]);
    }
    if (!error) pipes->ended = (int)syscall(SYS_pidfd_open, pipes->program, 0);
    return error;
}

ssize_t cpty_write(int file, const void *bytes, size_t count) {
    sigset_t broken, before, pending;
    sigemptyset(&broken);
    sigaddset(&broken, SIGPIPE);
    sigpending(&pending);
    int already = sigismember(&pending, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &broken, &before);
    ssize_t written = write(file, bytes, count);
    int error = errno;
    if (written < 0 && error == EPIPE && !already) {
        const struct timespec now = {0};
        sigtimedwait(&broken, NULL, &now);
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = error;
    return written;
}
