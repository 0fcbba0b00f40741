"""Looks at exported matches with the programs that they are for, as far as those are installed.

The page is drawn by Chromium, narrow and wide, light and dark; the graph for Graphviz is laid out by dot. What is not
installed is passed over with a word.

Usage: browser.py PROGRAM
"""

import html.parser
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
import zlib

ROOT = pathlib.Path(__file__).parent.parent.parent
SAMPLES = sorted((ROOT / "Saves").glob("sample-*.jsonl"))
GROUNDS = {"light": (0xFB, 0xFA, 0xF7), "dark": (0x12, 0x14, 0x17)}
VOID = {"meta"}


class Balance(html.parser.HTMLParser):
    """Makes sure that every element is closed where it should be."""

    def __init__(self, text):
        super().__init__()
        self.open = []
        self.feed(text)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag, attributes):
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-1:]}"
        self.open.pop()


def pixels(path):
    """The rows of a PNG of eight bits a channel, each a list of tuples of red, green and blue."""
    data = path.read_bytes()
    place, packed = 8, b""
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        chunk = data[place + 8 : place + 8 + length]
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", chunk[:10])
            assert depth == 8 and colour in (2, 6), "another kind of PNG"
        if kind == b"IDAT":
            packed += chunk
        place += 12 + length
    size = 3 if colour == 2 else 4
    raw, stride, previous, rows = zlib.decompress(packed), width * size, bytes(width * size), []
    for row in range(height):
        start = row * (stride + 1)
        line = bytearray(raw[start + 1 : start + 1 + stride])
        unfilter(raw[start], line, previous, size)
        previous = bytes(line)
        rows.append([tuple(line[index : index + 3]) for index in range(0, stride, size)])
    return rows


def unfilter(kind, line, above, size):
    """Takes back what the format does to a row before it is packed."""
    for index in range(len(line)):
        left = line[index - size] if index >= size else 0
        corner = above[index - size] if index >= size else 0
        if kind == 1:
            line[index] = (line[index] + left) & 255
        elif kind == 2:
            line[index] = (line[index] + above[index]) & 255
        elif kind == 3:
            line[index] = (line[index] + (left + above[index]) // 2) & 255
        elif kind == 4:
            guess = left + above[index] - corner
            distances = [(abs(guess - left), 0, left), (abs(guess - above[index]), 1, above[index])]
            distances.append((abs(guess - corner), 2, corner))
            line[index] = (line[index] + min(distances)[2]) & 255


def look(browser, page, folder, width, scheme):
    """Draws a page, and makes sure that it is there, in the right colours, and no wider than its window."""
    picture = folder / f"{page.stem}-{scheme}-{width}.png"
    profile = folder / f"profile-{width}-{scheme}"
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    command += [f"--blink-settings=preferredColorScheme={0 if scheme == 'dark' else 1}", f"--user-data-dir={profile}"]
    command += [f"--window-size={width},1600", f"--screenshot={picture}", page.as_uri()]
    subprocess.run(command, check=True, timeout=120, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    rows = pixels(picture)
    ground = GROUNDS[scheme]
    assert rows[0][0] == ground, f"{picture.name}: the ground is {rows[0][0]}, not {ground}"
    margin = 10
    inked = [row for row in rows if any(pixel != ground for pixel in row[-margin:])]
    assert not inked, f"{picture.name}: {len(inked)} rows reach the right edge"
    colours = {pixel for row in rows for pixel in row}
    assert len(colours) > 40, f"{picture.name}: there is nothing on it"


def main(program):
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    dot = shutil.which("dot")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for sample in SAMPLES:
            files = {kind: folder / f"{sample.stem}.{kind}" for kind in ("html", "svg", "dot")}
            for kind, path in files.items():
                command = [program, "export", sample, "--to", kind, "--out", path, "--seconds", "5"]
                subprocess.run(command, check=True)
            Balance(files["html"].read_text())
            xml.etree.ElementTree.parse(files["svg"])
            if dot:
                subprocess.run([dot, "-Tsvg", "-o", folder / "graph.svg", files["dot"]], check=True)
            for width in (400, 1200) if browser else ():
                for scheme in GROUNDS:
                    look(browser, files["html"], folder, width, scheme)
    passed_over = [name for name, path in (("chromium", browser), ("dot", dot)) if not path]
    for name in passed_over:
        print(f"passed over: {name} is not installed, so nothing was looked at with it")
    print(f"looked at {len(SAMPLES)} exported matches")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve())
