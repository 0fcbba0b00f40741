"""Draws at random with curses, and writes what curses then believes to be on the screen.

Arguments: seed, frames, `ascii` (edits in place) or `wide` (each frame anew, no wide character cut), file.
The file: the cursor, the lines, and for ascii the style of each cell as `row,column:flags/colour/background`.
"""
import curses, locale, os, random, sys, unicodedata

locale.setlocale(locale.LC_ALL, "")
seed, frames, kind, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
rng = random.Random(seed)
PLAIN = ["claim", "counter", "----------", "a" * 30, "x", "  ", "      "]
WIDE = PLAIN + ["漢字", "🙂", "é", "e\u0301", "──────────────", "│", "日本語テキスト", "✔", "½"]
DRAWN = dict(zip("qxlkmj", "─│┌┐└┘"))
ATTRIBUTES = {"": 0, "b": curses.A_BOLD, "d": curses.A_DIM, "r": curses.A_REVERSE, "u": curses.A_UNDERLINE}
pairs = [(-1, -1)]
rows = {}


def attribute():
    colour = curses.color_pair(rng.randrange(8)) if len(pairs) > 1 else 0
    return rng.choice(list(ATTRIBUTES.values())) | colour


def edit(screen):
    height, width = screen.getmaxyx()
    y, x = rng.randrange(height), rng.randrange(width)
    screen.move(y, x)
    pick = rng.randrange(12)
    if pick < 5: screen.addstr(y, x, rng.choice(PLAIN) * rng.randrange(1, 4), attribute())
    elif pick == 5: screen.insdelln(rng.choice([-2, -1, 1, 2]))
    elif pick == 6: screen.clrtoeol()
    elif pick == 7: screen.delch()
    elif pick == 8: screen.insstr(y, x, rng.choice(["a", "bc", "def"]), attribute())
    elif pick == 9: screen.hline(y, x, curses.ACS_HLINE, 9)
    elif pick == 10:
        screen.scrollok(True)
        screen.scroll(rng.choice([-3, -1, 1, 2]))
        screen.scrollok(False)
    elif rng.random() < 0.2: rng.choice([screen.clrtobot, screen.erase, screen.border])()


def redraw(screen):
    height, width = screen.getmaxyx()
    for row in rng.sample(range(height), 3):
        rows[row] = [(rng.randrange(4), rng.choice(WIDE), attribute()) for _ in range(rng.randrange(12))]
    if rng.random() < 0.3:
        shift = rng.choice([-2, -1, 1, 3])
        moved = {row + shift: words for row, words in rows.items()}
        rows.clear()
        rows.update(moved)
    screen.erase()
    if rng.random() < 0.2: screen.border()
    for row, words in rows.items():
        if not 0 <= row < height: continue
        screen.move(row, 0)
        for gap, word, attributes in words:
            x = screen.getyx()[1] + gap
            if x + columns(word) < width: screen.addstr(row, x, word, attributes)


def columns(text):
    widths = {"W": 2, "F": 2}
    return sum(widths.get(unicodedata.east_asian_width(c), 1) for c in text if not unicodedata.combining(c))


def line(screen, row):
    text, column = "", 0
    for character in screen.instr(row, 0).decode():
        is_drawn = screen.inch(row, min(column, screen.getmaxyx()[1] - 1)) & curses.A_ALTCHARSET
        text += DRAWN.get(character, character) if is_drawn else character
        column += columns(character)
    return text.rstrip()


def style(screen, row, column):
    cell = screen.inch(row, column)
    colour, background = pairs[curses.pair_number(cell)] if len(pairs) > 1 else (-1, -1)
    is_blank = cell & 0xFF == 32
    flags = "".join(k for k, a in ATTRIBUTES.items() if cell & a and not (is_blank and k in "bd"))
    return f"{row},{column}:{flags}/{'' if is_blank else colour}/{background}"


def main(screen):
    if curses.has_colors():
        curses.use_default_colors()
        for pair in range(1, 8):
            pairs.append((pair, rng.choice([-1, 0, 4])))
            curses.init_pair(pair, *pairs[pair])
    screen.idlok(True)
    height, width = screen.getmaxyx()
    for _ in range(frames):
        for _ in range(rng.randrange(1, 12) if kind == "ascii" else 1):
            try: (edit if kind == "ascii" else redraw)(screen)
            except curses.error: pass
        screen.move(rng.randrange(height), rng.randrange(width))
        screen.refresh()
    y, x = screen.getyx()
    told = [f"{y} {x}"] + [line(screen, row) for row in range(height)]
    if kind == "ascii": told += [style(screen, row, column) for row in range(height) for column in range(width)]
    with open(path + ".new", "w") as file: file.write("\n".join(told))
    os.rename(path + ".new", path)
    screen.move(y, x)
    screen.getch()


curses.wrapper(main)
