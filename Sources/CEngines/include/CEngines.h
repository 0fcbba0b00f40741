// The process between the game and an engine, which sees to it that nothing of the engine outlives either.
#ifndef CENGINES_H
#define CENGINES_H

/// Runs a program as a child, in a process group of its own, until it ends, and then ends all that it has started,
/// in whatever session; returns its exit status, or ends by the signal that ended it.
///
/// Where standard input has lost its writer, the child has so many milliseconds to end, then as many again after
/// SIGTERM; on SIGTERM it has only the latter. To be called before there are other threads.
///
/// The words of the command, NULL behind them, are wiped, so that a list of processes shows them once.
int engine_guard(int patience, char *command[]);

#endif
