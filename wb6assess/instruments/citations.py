"""Places in legal texts as authors write them: "Art. 2(4), 3(1)-(2)", "recital 52", "Annex II"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

ARTICLE = "article"
NAMED = "named"
"""Places of reports and standards: "judgment of 13 July 2023"."""
_KINDS = {
    "art": ARTICLE,
    "arts": ARTICLE,
    "article": ARTICLE,
    "articles": ARTICLE,
    "recital": "recital",
    "recitals": "recital",
    "annex": "annex",
    "annexes": "annex",
    "para": "paragraph",
    "paras": "paragraph",
    "paragraph": "paragraph",
    "paragraphs": "paragraph",
    "point": "point",
    "points": "point",
    "chapter": "chapter",
    "chapters": "chapter",
    "section": "section",
    "sections": "section",
    "part": "part",
    "parts": "part",
}
_WORDS = {ARTICLE: "Art."}
_SEPARATOR = re.compile(r"\s*(?:[,;+]|\band\b)\s*")
_PREFIX = re.compile(r"([A-Za-z]+)\.?(?:\s+|$)")
_STEP = r"(?:[0-9]{1,4}[a-z]{0,2}|[IVXLC]{1,6}|[A-Z]|[a-z]{1,4})"
_HEAD = r"(?:[0-9]{1,4}[a-z]{0,2}|[IVXLC]{1,6}|[A-Z])"
_PLACE = re.compile(rf"(?P<head>{_HEAD})?(?P<rest>(?:\({_STEP}\)|\.{_STEP})*)")
_INSIDE = re.compile(rf"\(({_STEP})\)|\.({_STEP})")
_DASH = re.compile(r"\s*[-\u2013]\s*")
_NUMBERED = re.compile(r"([0-9]+)([a-z]*)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_MAX_SPAN = 200

Rank = tuple[int, str]


class UnreadableCitationError(ValueError):
    """A text names no place in an act; the argument is the part that could not be read."""


@dataclass(frozen=True, slots=True)
class Span:
    """One place, or a row of neighbouring places such as 3(1)-(2).

    Attributes:
        kind: "article", "recital", "annex", …
        above: Steps that the places share: ("3",) for 3(1)-(2).
        first: The last step of the first place; empty for a whole annex without a number.
        last: The same as `first` for a single place.
    """

    kind: str
    above: tuple[str, ...]
    first: str
    last: str

    def overlaps(self, other: "Span") -> bool:
        """Whether one lies in the other or they share a place."""
        if self.kind != other.kind or self.kind == NAMED:
            return self.kind == other.kind and self.first.casefold() == other.first.casefold()
        for depth in range(min(len(self.steps), len(other.steps))):
            low, high = self.bounds(depth)
            other_low, other_high = other.bounds(depth)
            if high < other_low or other_high < low:
                return False
        return True

    def single_places(self) -> tuple["Span", ...]:
        """The places of a row one by one; the row itself where they cannot be counted."""
        if self.first == self.last:
            return (self,)
        low, high = self.bounds(len(self.above))
        if low[1] or high[1] or high[0] - low[0] > _MAX_SPAN:
            return (self,)
        steps = (self._named(number) for number in range(low[0], high[0] + 1))
        return tuple(Span(self.kind, self.above, step, step) for step in steps)

    def __str__(self) -> str:
        if self.kind == NAMED:
            return self.first
        word = _WORDS.get(self.kind, self.kind.capitalize() if self.kind == "annex" else self.kind)
        text = "".join(self.steps[:1]) + "".join(f"({step})" for step in self.steps[1:])
        if self.last != self.first:
            text += f"-({self.last})" if self.above else f"-{self.last}"
        return f"{word} {text}".strip()

    @property
    def steps(self) -> tuple[str, ...]:
        """The way to the first place: ("3", "1") for 3(1)-(2)."""
        return (*self.above, self.first) if self.first else self.above

    def bounds(self, depth: int) -> tuple[Rank, Rank]:
        """First and last of the places at a depth; the same above the last step."""
        steps = self.steps
        over = steps[depth - 1] if depth else ""
        if depth < len(self.above):
            rank = _rank(steps[depth], over)
            return rank, rank
        return _rank(self.first, over), _rank(self.last, over)

    def _named(self, number: int) -> str:
        """The step with this rank, written as the first one is."""
        if self.first.isdecimal():
            return str(number)
        if _is_roman(self.first, self.above[-1] if self.above else ""):
            text = _roman(number)
            return text.upper() if self.first.isupper() else text
        return chr(ord("A" if self.first.isupper() else "a") + number - 1)


def read_citation(text: str) -> tuple[Span, ...]:
    """The places a text names; articles unless another word stands before them.

    Raises:
        UnreadableCitationError: a part of the text is no such place.
    """
    found: list[Span] = []
    kind = ARTICLE
    for part in _SEPARATOR.split(text.strip()):
        prefix = _PREFIX.match(part)
        word = prefix.group(1).casefold() if prefix else ""
        rest = part
        if prefix and word in _KINDS:
            kind, rest = _KINDS[word], part[prefix.end() :]
        before = found[-1] if found and found[-1].kind == kind else None
        found.append(_span(kind, rest, before, part))
    return tuple(found)


def citations(text: str) -> tuple[Span, ...]:
    """The places a text names; a text of another kind is one place of that name.

    None for an empty text, which means the act as a whole.
    """
    try:
        return read_citation(text) if text else ()
    except UnreadableCitationError:
        name = " ".join(text.split())
        return (Span(NAMED, (), name, name),)


def _span(kind: str, text: str, before: Span | None, part: str) -> Span:
    if not text and kind == "annex":
        return Span(kind, (), "", "")
    ends = _DASH.split(text)
    steps = _steps(ends[0], before)
    if not steps or len(ends) > 2 or (kind == ARTICLE and not steps[0][0].isdecimal()):
        raise UnreadableCitationError(part)
    above, first = steps[:-1], steps[-1]
    if len(ends) == 1:
        return Span(kind, above, first, first)
    until = _steps(ends[1], None) or tuple(_inside(ends[1]))
    is_other_depth = len(until) == 1 and bool(above) and not ends[1].startswith(("(", "."))
    # 3(1)-(2), 3(1)-3(2) and 10-13 are rows; 3(1)-5 is none.
    if not until or is_other_depth or (len(until) > 1 and until[:-1] != above):
        raise UnreadableCitationError(part)
    span = Span(kind, above, first, until[-1])
    over = above[-1] if above else ""
    if _rank(span.last, over) <= _rank(first, over):
        raise UnreadableCitationError(part)
    return span


def _steps(text: str, before: Span | None) -> tuple[str, ...]:
    """`4(1)(a)` as ("4", "1", "a"); `(2)` after 6(1) as ("6", "2"); nothing when it is no place."""
    match = _PLACE.fullmatch(text.strip())
    if match is None or not text.strip():
        return ()
    inside = tuple(_inside(match["rest"]))
    if match["head"]:
        return (match["head"], *inside)
    if before is None or len(before.above) < len(inside):
        return ()
    return (*before.above[: len(before.above) - len(inside) + 1], *inside)


def _inside(text: str) -> Iterator[str]:
    for match in _INSIDE.finditer(text):
        yield match.group(1) or match.group(2)


def _rank(step: str, over: str) -> Rank:
    """Where a step stands among its neighbours; a letter after a letter counts as a roman number."""
    numbered = _NUMBERED.fullmatch(step)
    if numbered:
        return int(numbered.group(1)), numbered.group(2)
    if not step:
        return 0, ""
    if _is_roman(step, over):
        return _roman_value(step.casefold()), ""
    return ord(step[0].casefold()) - ord("a") + 1, step[1:]


def _is_roman(step: str, over: str) -> bool:
    if not step or not set(step.casefold()) <= _ROMAN.keys():
        return False
    return step.isupper() or len(step) > 1 or over.isalpha()


def _roman_value(text: str) -> int:
    values = [_ROMAN[sign] for sign in text]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )


def _roman(number: int) -> str:
    signs = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"))
    text = ""
    for value, sign in (*signs, (1, "i")):
        text += sign * (number // value)
        number %= value
    return text
