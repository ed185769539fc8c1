"""A pseudo-language: every text two fifths longer, with the region's letters, and still readable.

It shows which texts cannot be translated and which places have no room for Albanian or German, long
before there is a translation. Offered only when WB6ASSESS_PSEUDO is 1.
"""

import math
import os
import re
from dataclasses import replace

from wb6assess.model.instrument import Instrument

PSEUDO = "x-pseudo"
"""Its language tag; `x-` is set apart for private use (BCP 47)."""

_LONGER = 0.4
_LETTERS = str.maketrans("ecsdzCSDZGKL", "ëçšđžČŠĐŽЃЌЉ")
_VOWELS, _SONORANTS = frozenset("aeiouyAEIOUY"), frozenset("lmnrLMNR")

# Placeholders, mnemonics, marks of rich text, file patterns, addresses, ids with digits in them.
_KEPT = re.compile(r"\{\w*\}|%L?[n\d]+|&(?=\w)|<[^<>]+>|\(\*[^()]*\)|\w+://\S+|[\w.-]*\d[\w.-]*")
_WORD = re.compile(r"\w+")


def pseudo_offered() -> bool:
    """Whether the pseudo-language is among the languages."""
    return os.environ.get("WB6ASSESS_PSEUDO") == "1"


def pseudo_text(text: str) -> str:
    """The text in the pseudo-language, its words two fifths longer; placeholders stay as they are."""
    parts = _split(text)
    missing = 0.0
    last = -1
    for place in range(0, len(parts), 2):
        parts[place], missing = _stretched(parts[place], missing)
        last = place if _WORD.search(parts[place]) else last
    if last >= 0 and missing > 0:
        # Words without vowels are left over; the last one takes it all.
        end = max(word.end() for word in _WORD.finditer(parts[last]))
        parts[last] = parts[last][:end] + "ë" * math.ceil(missing) + parts[last][end:]
    return "".join(parts)


def pseudo_instrument(instrument: Instrument) -> Instrument:
    """The same questionnaire with every text in the pseudo-language."""
    # The interface needs texts alone, without the readers of files behind questionnaires.
    from wb6assess.instruments.translations import reworded

    worded = reworded(instrument, lambda _key, english: pseudo_text(english))
    return replace(worded, language=PSEUDO)


def _split(text: str) -> list[str]:
    """Words and what must stay, in turn; begins and ends with words."""
    parts: list[str] = []
    end = 0
    for kept in _KEPT.finditer(text):
        parts += [text[end : kept.start()], kept.group()]
        end = kept.end()
    return [*parts, text[end:]]


def _stretched(text: str, missing: float) -> tuple[str, float]:
    """Vowels, then sonorants doubled until no letter is missing, and the letters of the region."""
    letters: list[str] = []
    for letter in text:
        missing += _LONGER
        letters.append(letter)
        if (letter in _VOWELS and missing > 0) or (letter in _SONORANTS and missing > 1):
            letters.append(letter.lower())
            missing -= 1
    return "".join(letters).translate(_LETTERS), missing
