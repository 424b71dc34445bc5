#!/usr/bin/env python3
"""Draws what a program writes to a terminal, colours included, as an SVG picture.

usage: terminal_svg.py TITLE < OUTPUT > PICTURE
"""
import re
import sys
import unicodedata
from html import escape

COLOURS = {30: "#6e7681", 31: "#ff7b72", 32: "#7ee787", 33: "#f2cc60", 34: "#79c0ff", 35: "#d2a8ff", 36: "#76e3ea", 37: "#e6edf3",
           90: "#8b949e", 91: "#ffa198", 92: "#aff5b4", 93: "#f8e3a1", 94: "#a5d6ff", 95: "#e2c5ff", 96: "#b3f0ff", 97: "#ffffff"}
NO_BREAK = "\u00a0"  # blanks at the start of a text would be dropped
PLAIN, BACKGROUND, BAR = "#e6edf3", "#0d1117", "#161b22"
WIDTH, HEIGHT, SIZE, LEFT, TOP = 8.4, 20, 14, 20, 62


def runs(line):
    """Pieces of a line with their style."""
    style = {"fill": PLAIN, "bold": False, "faint": False}
    position = 0
    for match in re.finditer(r"\x1b\[([0-9;]*)m|\x1b\]8;[^\x1b\x07]*(?:\x1b\\|\x07)", line):
        if match.start() > position:
            yield line[position:match.start()], dict(style)
        position = match.end()
        for code in [int(part or 0) for part in (match.group(1) or "").split(";")] if match.group(1) is not None else []:
            if code == 0:
                style = {"fill": PLAIN, "bold": False, "faint": False}
            elif code == 1:
                style["bold"] = True
            elif code == 2:
                style["faint"] = True
            elif code == 22:
                style["bold"] = style["faint"] = False
            elif code == 39:
                style["fill"] = PLAIN
            elif code in COLOURS:
                style["fill"] = COLOURS[code]
    if position < len(line):
        yield line[position:], dict(style)


def columns(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text)


def main():
    lines = sys.stdin.read().rstrip("\n").split("\n")
    plain = [re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b\x07]*(?:\x1b\\|\x07)", "", line) for line in lines]
    width = int(max([columns(line) for line in plain] + [60]) * WIDTH + 2 * LEFT)
    height = TOP + len(lines) * HEIGHT + 8
    title = escape(sys.argv[1])
    print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
          f'aria-label="{title}">')
    print(f'<rect width="{width}" height="{height}" rx="10" fill="{BACKGROUND}"/>')
    print(f'<path d="M0 10a10 10 0 0 1 10-10h{width - 20}a10 10 0 0 1 10 10v24H0z" fill="{BAR}"/>')
    for index, colour in enumerate(["#ff5f57", "#febc2e", "#28c840"]):
        print(f'<circle cx="{20 + 20 * index}" cy="17" r="6" fill="{colour}"/>')
    print(f'<text x="{width / 2}" y="22" fill="#8b949e" font-family="ui-monospace,Menlo,Consolas,monospace" font-size="13" '
          f'text-anchor="middle">{title}</text>')
    print(f'<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,\'DejaVu Sans Mono\',monospace" font-size="{SIZE}" '
          'xml:space="preserve">')
    for number, line in enumerate(lines):
        print(f'<text y="{TOP + number * HEIGHT}">', end="")
        column = 0
        for text, style in runs(line):
            weight = ' font-weight="700"' if style["bold"] else ""
            faint = ' opacity=".65"' if style["faint"] else ""
            length = columns(text) * WIDTH
            print(f'<tspan x="{LEFT + column * WIDTH:.1f}" textLength="{length:.1f}" fill="{style["fill"]}"{weight}{faint}>'
                  f'{escape(text).replace(" ", NO_BREAK)}</tspan>', end="")
            column += columns(text)
        print("</text>")
    print("</g></svg>")


if __name__ == "__main__":
    main()
