"""What one call of a verb works with: where things are, and how it speaks."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from wb6assess.instruments.library import Library
from wb6assess.session.workspace import Workspace
from wb6assess.settings import data_folder, database_url, questionnaires_folder


@dataclass
class Job:
    """One call of a verb.

    Data go to standard output, everything said to a person goes to standard error.
    """

    as_json: bool = False
    language: str = "en"
    workspace: Path | None = None
    questionnaires: Path | None = None

    def library(self) -> Library:
        """The questionnaires in use.

        Raises:
            InstrumentError: LANGUAGE_UNKNOWN.
        """
        library = Library(questionnaires_folder(self.questionnaires))
        library.refuse_unknown_language(self.language)
        return library

    def open_workspace(self) -> Workspace:
        """The person's data; use it in a `with` block."""
        return Workspace.open(data_folder(self.workspace), self.library(), database_url())

    def say(self, text: str) -> None:
        """One line for the person."""
        print(text, file=sys.stderr)  # noqa: T201 - this is the command line's voice

    def result(self, document: Mapping[str, Any] | list[Any], text: str) -> None:
        """The outcome: JSON for machines, text for people."""
        shown = json.dumps(document, ensure_ascii=False, indent=2) if self.as_json else text
        print(shown)  # noqa: T201 - this is the command line's result

    @contextmanager
    def progress(self, what: str) -> Iterator["Bar"]:
        """A progress bar on standard error, only where a person can see it."""
        console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
        shown = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        with shown:
            yield Bar(shown, shown.add_task(what, total=None), what)


class Bar:
    """A `wb6assess.progress.Progress` drawn by Rich; Ctrl+C stops the job."""

    def __init__(self, shown: Progress, task: TaskID, what: str) -> None:
        self._shown = shown
        self._task = task
        self._what = what

    def step(self, done: int, total: int, what: str = "") -> None:
        """Move the bar."""
        description = f"{self._what}: {what}" if what else self._what
        self._shown.update(self._task, completed=done, total=total, description=description)


def table(rows: Sequence[tuple[str, ...]], head: tuple[str, ...]) -> str:
    """A plain table with aligned columns, for terminals and files alike."""
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in [head, *rows]
    ]
    rule = "  ".join("-" * width for width in widths)
    return "\n".join([lines[0], rule, *lines[1:]])


def in_one_line(text: str) -> str:
    """A text of several lines as a cell of a table shows it."""
    return " ".join(text.split())
