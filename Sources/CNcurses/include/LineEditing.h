// Lines typed with editing keys, by libedit or readline: whichever is installed where the program runs.
#ifndef LINE_EDITING_H
#define LINE_EDITING_H

#include <stdbool.h>

/// Finds the library; false where there is none. Safe to call twice.
bool line_editing(void);

/// Reads a line from the terminal, without its line feed, to be freed; NULL at the end of the input.
///
/// Whatever signal ends or stops the program meanwhile, it leaves the terminal as it was found; of those that somebody
/// else handles, whoever does so calls `line_give_back`.
char *line_read(const char *prompt);

/// Whether a line can be read of which nothing shows: from a terminal, with a library for lines or without.
bool line_can_hide(void);

/// Reads a line of which nothing shows while it is typed, to be freed; NULL at the end of the input.
///
/// What ends or stops the program meanwhile is seen to as in `line_read`.
char *line_read_hidden(const char *prompt);

/// Takes a screen of its own, of which nothing stays once it is given back; false where the terminal has none.
///
/// What ends or stops the program meanwhile gives it back first.
bool line_step_aside(void);

/// Gives that screen back. Safe to call twice.
void line_step_back(void);

/// Keeps a line for the key that goes back to earlier ones.
void line_remember(const char *line);

/// Gives the terminal back in the middle of a line; on any thread, and in a signal handler.
void line_give_back(void);

#endif
