#ifndef LEADER_H
#define LEADER_H

#include <stdint.h>

struct program {
    const char *path;
    char *const *arguments;
    char *const *environment;
    const char *folder;
};

/// The leader's ends of the pipes, and the terminal.
struct leader_ends {
    int terminal, control, events, report;
};

/// What `report` brings if the program cannot be started; otherwise it is closed without a word.
struct failure {
    int32_t step;
    int32_t error;
};

/// Makes this process, just forked with all signals blocked, a session leader; starts the program and tells
/// of it until `control` is closed. Calls only what is safe after a fork.
_Noreturn void start_session(const struct program *program, struct leader_ends ends);

#endif
