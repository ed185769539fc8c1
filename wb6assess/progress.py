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


SILENT = Silent()
