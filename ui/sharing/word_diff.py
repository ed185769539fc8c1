"""Which words differ between two texts."""

import re
from difflib import SequenceMatcher

from ui.text import Span

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_MOST = 3_000
"""Beyond so many words and signs, comparing takes longer than a person waits."""


def changed_words(one: str, other: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The stretches of each text that the other has not.

    Texts that are too long for it, or empty, are not marked at all: their difference is plain, or
    marking everything would mark nothing.
    """
    if not one.strip() or not other.strip() or one == other:
        return (), ()
    ours, theirs = _TOKEN.findall(one), _TOKEN.findall(other)
    if len(ours) > _MOST or len(theirs) > _MOST:
        return (), ()
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    return (
        _spans(ours, [(first, last) for _, first, last, _, _ in changes]),
        _spans(theirs, [(first, last) for _, _, _, first, last in changes]),
    )


def _spans(tokens: list[str], places: list[tuple[int, int]]) -> tuple[Span, ...]:
    """Stretches of tokens as stretches of text; neighbours with only a gap between them are one."""
    begins = [0]
    for token in tokens:
        begins.append(begins[-1] + len(token))
    text = "".join(tokens)
    spans: list[Span] = []
    for first, last in places:
        start, end = begins[first], begins[last]
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if start >= end:
            continue
        if spans and not text[sum(spans[-1]) : start].strip():
            start = spans.pop()[0]
        spans.append((start, end - start))
    return tuple(spans)
