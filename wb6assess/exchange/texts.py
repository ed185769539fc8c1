"""The one written form of a text an expert typed, so that equal texts are equal bytes everywhere."""

import re
import unicodedata

# What XML cannot carry: a workbook would lose it, and the same answers would have two digests.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def tidy(text: str) -> str:
    r"""A text as files hold it: Unicode NFC, lines ended by `\n`, no control characters but tab.

    Half a surrogate pair, which no file can hold, becomes the replacement character.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _LONE_SURROGATE.sub("\ufffd", _UNPRINTABLE.sub("", text))
    return unicodedata.normalize("NFC", text)


def has_lone_surrogate(text: str) -> bool:
    """Whether a text from outside holds half a character; such a file is damaged."""
    return not text.isascii() and _LONE_SURROGATE.search(text) is not None
