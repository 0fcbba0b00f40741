// What Swift cannot import from ncurses by itself, and the signals that a full-screen program must watch.
#ifndef CNCURSES_H
#define CNCURSES_H

#if !__has_include(<curses.h>)
#error "curses.h is missing: on Debian and Ubuntu, apt-get install libncurses-dev"
#endif

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdbool.h>
#include <wchar.h>

#include "LineEditing.h"

// Key codes of our own, beyond ncurses' KEY_MAX.
enum { KEY_PASTE_START = 01400, KEY_PASTE_END = 01401 };

enum : unsigned int {
    ATTRIBUTE_NORMAL = A_NORMAL,
    ATTRIBUTE_BOLD = A_BOLD,
    ATTRIBUTE_DIM = A_DIM,
    ATTRIBUTE_REVERSE = A_REVERSE,
};

/// Opens the terminal of stdin and stdout; NULL when it has no usable description.
WINDOW *console_open(void);

/// Gives the terminal back. Safe to call twice.
void console_close(void);

/// Gives the terminal back, stops this process, and takes the terminal again once it goes on.
void console_suspend(void);

/// Lends the terminal to the editor of $VISUAL or $EDITOR, or vi, on a file; returns its exit status, or -1.
int console_edit(const char *path);

/// Sets the character type of the locale so that input decodes as UTF-8.
/// Returns whether the terminal itself speaks UTF-8.
bool console_locale(void);

/// Starts to report TERM, HUP, INT, QUIT, WINCH, TSTP and CONT as bytes; returns the end to read from, or -1.
int console_signals(void);

/// Opens a pipe whose ends do not block and do not outlive the program; false when there is none to be had.
bool console_pipe(int ends[2]);

/// Whether colours may be used: the terminal has them and NO_COLOR does not forbid them.
bool console_colors(void);

/// The terminal's size as the kernel has it; false when it does not say.
bool console_size(int *width, int *height);

/// Takes clicks and the wheel, or leaves the mouse to the terminal.
void console_mouse(bool on);

/// What the mouse did, after KEY_MOUSE: 1 a click, 2 the wheel up, 3 the wheel down, 0 nothing that matters.
int console_pointer(int *row, int *column);

/// Puts text, given in base64, on the terminal's clipboard by OSC 52; a terminal that forbids it ignores it.
void console_copy(const char *base64);

/// Gives memory that is not used any more back to the system.
void console_trim(void);

/// Writes cells of one meaning. A pair of 0 is the terminal's own colours.
void console_put(WINDOW *window, int row, int column, const wchar_t *text, int count, unsigned int attributes, short pair);

#endif
