"""Answers of many files at once, packed: hundreds of submissions fit where unpacked some dozens would.

A coordinator's result keeps every answer at hand, and scoring, reports and desk look at one
submission, or at one question of many, at a time. As objects a questionnaire's answers take some
70 kB; packed they take two or three, and one of them is unpacked in some 30 microseconds.
"""

import pickle
import zlib
from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from dataclasses import replace
from hashlib import sha256
from typing import cast

from wb6assess.model.assessment import Answer, Document


class PackedAnswers(Mapping[str, Answer]):
    """Answers by item, unpacked whenever they are asked for, one or all."""

    __slots__ = ("_packed", "_said", "_size")

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        each = {item: pickle.dumps(answer, pickle.HIGHEST_PROTOCOL) for item, answer in answers.items()}
        self._packed = zlib.compress(pickle.dumps(each, pickle.HIGHEST_PROTOCOL))
        self._size = len(each)
        self._said = _digest(answers)

    @property
    def said(self) -> bytes:
        """A digest of the values alone, kept because every round compares those of all files."""
        return self._said

    def __getitem__(self, item: str) -> Answer:
        return _unpacked(self._each()[item])

    def __iter__(self) -> Iterator[str]:
        return iter(self._each())

    def __len__(self) -> int:
        return self._size

    def __contains__(self, item: object) -> bool:
        return item in self._each()

    def items(self) -> ItemsView[str, Answer]:
        """All of them, unpacked at once; whoever asks again and again makes a `dict` of it."""
        return {item: _unpacked(answer) for item, answer in self._each().items()}.items()

    def values(self) -> ValuesView[Answer]:
        """As `items`."""
        return dict(self.items()).values()

    def _each(self) -> Mapping[str, bytes]:
        # These bytes were made above, in this program's own memory: no file is unpickled.
        return cast("Mapping[str, bytes]", pickle.loads(zlib.decompress(self._packed)))  # noqa: S301


def _unpacked(answer: bytes) -> Answer:
    return cast("Answer", pickle.loads(answer))  # noqa: S301 - see above


def said(answers: Mapping[str, Answer]) -> bytes:
    """A digest of the values alone: the same for whoever answered everything alike."""
    return answers.said if isinstance(answers, PackedAnswers) else _digest(answers)


def _digest(answers: Mapping[str, Answer]) -> bytes:
    lines = sorted(f"{item}={given.value}{given.state}" for item, given in answers.items())
    return sha256("\n".join(lines).encode()).digest()


def packed(document: Document) -> Document:
    """The same document, its answers packed."""
    return replace(document, answers=PackedAnswers(document.answers))
