"""What every paper says about itself: its fingerprint, and signs it could not print."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

from exports import fonts, house
from exports.paper.parts import Rule
from exports.paper.styles import Flowable, paragraph


def fingerprint_lines(title: str, digest: str, note: str) -> list[Flowable]:
    """The full digest in groups of eight, once in a paper."""
    grouped = " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
    return [
        Rule(house.RULE, house.TABLE_LINE, after=4),
        paragraph(title, "label"),
        paragraph(grouped, "small"),
        paragraph(note, "note"),
    ]


def replaced_signs(content: object) -> list[str]:
    """A note that counts the signs of a content printed as "?"; empty when there are none."""
    count = fonts.unprintable(texts_of(content))
    if not count:
        return []
    signs = "1 sign is" if count == 1 else f"{count} signs are"
    return [f"{signs} printed as “?”, because the fonts of this paper lack them."]


def texts_of(content: object) -> list[str]:
    """Every string in a tree of dataclasses, tuples and mappings."""
    match content:
        case Enum():
            return []
        case str():
            return [content]
        case Mapping():
            return [text for part in content.values() for text in texts_of(part)]
        case tuple():
            return [text for part in content for text in texts_of(part)]
        case _ if is_dataclass(content):
            values = (getattr(content, field.name) for field in fields(content))
            return [text for value in values for text in texts_of(value)]
    return []
