"""What experts wrote about one indicator, without whose it is (methodology 12.2).

The order follows from the words alone, so that first and last say nothing about who; a text that
names an expert's code has it replaced.
"""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from wb6assess.model.assessment import Answer, Evidence, Grade
from wb6assess.model.query import is_reply
from wb6assess.reports.wording import evidence_words

SOMEBODY = "[an expert]"
_SHORTEST_CODE = 3
"""A code of one or two characters is as likely an ordinary word."""


def remarks_of(answers: Iterable[Answer], codes: Collection[str], salt: str) -> tuple[str, ...]:
    """Justifications and comments on findings, each once.

    Args:
        answers: Of every expert of a country to one indicator.
        codes: Every expert code that may stand in a text.
        salt: What the order depends on besides the words, such as country and indicator.
    """
    texts = (
        text.strip()
        for answer in answers
        for text in (answer.justification, *_comments(answer))
        if text.strip()
    )
    return _shuffled((without_codes(text, codes) for text in texts), salt)


def _comments(answer: Answer) -> Iterator[str]:
    """Comments on findings; a reply to a query makes sense beside the query only."""
    yield from (text for key, text in answer.comments.items() if not is_reply(key))


def evidence_of(answers: Iterable[Answer], codes: Collection[str], salt: str) -> tuple[str, ...]:
    """Every item of evidence in a line, each once; who was interviewed stays out."""
    pieces = (piece for answer in answers for piece in answer.evidence)
    lines = (without_codes(_evidence_line(piece), codes) for piece in pieces)
    return _shuffled(lines, salt)


def without_codes(text: str, codes: Collection[str]) -> str:
    """The text with every expert code in it replaced."""
    pattern = _any_of(frozenset(codes))
    return pattern.sub(SOMEBODY, text) if pattern is not None else text


@lru_cache(maxsize=4)
def _any_of(codes: frozenset[str]) -> re.Pattern[str] | None:
    """What finds any of the codes; made once for the thousands of texts of an agenda."""
    named = sorted((re.escape(c) for c in codes if len(c) >= _SHORTEST_CODE), key=len, reverse=True)
    if not named:
        return None
    return re.compile(rf"(?<![\w.-])(?:{'|'.join(named)})(?![\w-])", re.IGNORECASE)


def _shuffled(texts: Iterable[str], salt: str) -> tuple[str, ...]:
    return tuple(
        sorted(set(texts), key=lambda text: hashlib.sha256(f"{salt}\n{text}".encode()).digest())
    )


def _evidence_line(piece: Evidence) -> str:
    return ", ".join(filter(None, _evidence_parts(piece)))


def _evidence_parts(piece: Evidence) -> Iterator[str]:
    """Names of attached files are left out, too: they often carry the name of who made them."""
    kind = evidence_words(piece.kind)
    if piece.grade is Grade.C:
        yield kind
        yield piece.date
        return
    yield piece.title or piece.citation or kind
    yield piece.citation if piece.title else ""
    yield piece.reference
    yield f"p. {piece.page}" if piece.page else ""
    yield piece.date
    yield piece.url
