#ifndef CPTY_H
#define CPTY_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <termios.h>

#ifndef __linux__
#error "CPty is written for Linux: it needs ppoll, close_range and pidfd_open"
#endif

/// Where starting a program can fail.
enum cpty_step { CPTY_OPEN, CPTY_FORK, CPTY_SESSION, CPTY_FOLDER, CPTY_EXEC };

/// What happens to a program on a terminal, as read from `events`.
enum cpty_event_kind { CPTY_STARTED, CPTY_EXITED, CPTY_SIGNALLED, CPTY_STOPPED, CPTY_CONTINUED };

struct cpty_event {
    int32_t kind;
    /// The process id, exit code or signal.
    int32_t value;
};

/// A program on a terminal of its own. It is the child of a session leader forked from the caller which, like
/// a shell, outlives it: else the kernel would reset the terminal's settings, and stopping would not work.
struct cpty_session {
    int master;
    int slave;
    /// When its other end is closed, by us or by our death, the leader kills the program and ends.
    int control;
    int events;
    pid_t leader;
    /// Stays a zombie until the end of the session, so that its id is never another's.
    pid_t program;
    /// The settings of the terminal before the program started.
    struct termios before;
};

struct cpty_size {
    unsigned short rows;
    unsigned short columns;
};

/// Starts a program in the foreground of a new terminal; 0 or an `errno`, with the step that failed.
int cpty_start(struct cpty_session *session, const char *path, char *const arguments[],
               char *const environment[], const char *folder, struct cpty_size size, int *step);

/// Kills the program if it still runs, and reaps the leader. The master may be closed already (-1).
void cpty_end(struct cpty_session *session);

int cpty_resize(int master, struct cpty_size size);

/// A program between three pipes.
struct cpty_pipes {
    pid_t program;
    /// Readable once the program has ended; -1 on kernels without.
    int ended;
    int input, output, errors;
};

/// Starts a program with its standard streams on pipes, whose ends here do not block; 0 or an `errno`.
int cpty_spawn(struct cpty_pipes *pipes, const char *path, char *const arguments[],
               char *const environment[], const char *folder);

/// `write` without the signal that a closed pipe raises.
ssize_t cpty_write(int file, const void *bytes, size_t count);

#endif
