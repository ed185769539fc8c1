"""How much text a workbook becomes when every cell has its own copy of the text it shows.

A file holds each text once and cells refer to it by number; one long text in a hundred thousand cells
is a small file. Everything here errs upwards.
"""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

_START = re.compile(rb"<(?:[^\s<>/]+:)?si[\s/>]")
_SHOWN = re.compile(rb"<(?:[^\s<>/]+:)?v[^>]*+>([^<]*+)<(.)", re.DOTALL)
_SMALLEST = len(b'<cr="A"t="s"><v>0</v></c>')
_DOUBTFUL = re.compile(rb"""[&+>"']""")


def most_text(sheets: Iterable[bytes], strings: bytes) -> int:
    """Bytes of text in all cells, at most, from a look at the sizes only."""
    return sum(map(len, sheets)) // _SMALLEST * _longest(strings)


def text_size(sheets: Iterable[bytes], strings: bytes) -> int:
    """Bytes of text in all cells; numbers count as if they stood for texts.

    What is written in an unusual way, so that another program may read another number in it, counts
    as the longest text.
    """
    longest = _longest(strings)
    starts = [found.start() for found in _START.finditer(strings)]
    sizes = [end - start for start, end in pairwise([*starts, len(strings)])]
    if b"<!" in strings:  # a comment may look like a text
        sizes = [longest] * len(sizes)
    shown = Counter(found for xml in sheets for found in _SHOWN.findall(xml))
    return sum(cells * _size(number, end, sizes, longest) for (number, end), cells in shown.items())


def _longest(strings: bytes) -> int:
    return len(strings) if b"<!" in strings else max(map(len, strings.split(b"<si>")))


def _size(number: bytes, end: bytes, sizes: list[int], longest: int) -> int:
    written = number.strip()
    if end != b"/" or _DOUBTFUL.search(written):
        return longest
    if not written.isdigit():
        return 0
    digits = written.lstrip(b"0")
    place = int(digits or b"0") if len(digits) < 10 else len(sizes)
    return sizes[place] if place < len(sizes) else 0
