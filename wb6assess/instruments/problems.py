"""Faults of a questionnaire file as values, located by file, line and path."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, takewhile

from wb6assess.errors import ErrorCode, InstrumentError

Path = tuple[str | int, ...]
"""Keys and list positions from the top of a file to a value."""

NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_MANY = 250
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault, or one piece of advice, in the author's own coordinates.

    Attributes:
        file: Name of the file as the author knows it.
        line: Counted from 1; 0 when the file as a whole is meant.
        path: "pillars[1].indicators[3].levels"; empty for the file as a whole.
        message: What is wrong and what is needed, in plain words.
        advice: Nothing is broken; the wording or the sourcing could be better.
    """

    file: str
    line: int
    path: str
    message: str
    advice: bool = False

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place} {self.path}: {self.message}" if self.path else f"{place}: {self.message}"


class FaultyFileError(InstrumentError):
    """A questionnaire file that cannot be used, with its faults as values.

    Attributes:
        found: The problems in the order of lines.
    """

    def __init__(self, name: str, problems: Iterable[Problem]) -> None:
        self.found = in_order(problems)
        lines = tuple(str(problem) for problem in self.found)
        super().__init__(ErrorCode.INSTRUMENT_INVALID, problems=lines, path=name)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By line, without repeats."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.line))


def path_text(path: Path) -> str:
    """`("pillars", 1, "title")` as "pillars[1].title"."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A half-sentence naming the closest known word, or nothing; a shared beginning decides ties."""
    wanted = word.casefold()
    choices = {item.casefold(): item for item in known}
    if len(choices) > _MANY:
        choices = dict(islice(_alike(wanted, choices), _MANY))
    close = difflib.get_close_matches(wanted, choices, n=5, cutoff=0.6)
    best = max(close, key=lambda choice: _likeness(wanted, choice), default=None)
    return "" if best is None else f"; did you mean `{choices[best]}`?"


def _alike(wanted: str, choices: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Choices of about the same length with the same beginning: comparing all of them takes minutes
    when thousands of references are wrong.
    """
    for choice, item in choices.items():
        if abs(len(choice) - len(wanted)) <= _NEAR and choice[:_NEAR] == wanted[:_NEAR]:
            yield choice, item


def _likeness(wanted: str, choice: str) -> tuple[float, int]:
    ratio = difflib.SequenceMatcher(None, choice, wanted).ratio()
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(wanted, choice, strict=False))
    return ratio, len(list(shared))


def count_word(number: int) -> str:
    """Small numbers as words."""
    return NUMBER_WORDS[number] if number < len(NUMBER_WORDS) else str(number)
