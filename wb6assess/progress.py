"""What a long job may tell its caller, and how it learns that it should stop."""

from typing import Protocol


class Progress(Protocol):
    """Receives steps of a long job; raises `errors.Cancelled` from `step` to stop it."""

    def step(self, done: int, total: int, what: str = "") -> None:
        """Say that `done` of `total` units are finished; `what` names the current one."""


class Silent:
    """Progress for callers that do not show any."""

    def step(self, done: int, total: int, what: str = "") -> None:
        """Take note of nothing."""


class Within:
    """For one file among several: passes a request to stop on, while files are counted outside."""

    def __init__(self, progress: Progress, done: int, total: int, name: str) -> None:
        self._progress, self._done, self._total, self._name = progress, done, total, name

    def step(self, done: int, total: int, what: str = "") -> None:
        """One page, sheet or picture more of the same file."""
        del done, total, what
        self._progress.step(self._done, self._total, self._name)


class Part:
    """For one step of a job that has steps of its own: the bar moves on within it, stops pass."""

    def __init__(self, progress: Progress, number: int, of: int) -> None:
        """`number` counts from 0."""
        self._progress, self._number, self._of = progress, number, of

    def step(self, done: int, total: int, what: str = "") -> None:
        """A step of the part, in hundredths of a step of the whole."""
        within = UNITS * done // total if total else UNITS
        self._progress.step(UNITS * self._number + within, UNITS * self._of, what)


UNITS = 100
"""Units of a step that is cut into parts."""

SILENT = Silent()
