"""Export view: the tables of a room into a file."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from exports.sketch import AnySketch
from ui.charts.look import words as chart_words
from ui.desk.state import DeskState
from ui.desk.table.content import TableContent
from ui.marks import Mark
from ui.widgets.dialog import MarkedWords
from wb6assess.model.framework import METHODOLOGY
from wb6assess.progress import Progress
from wb6assess.reports.desk.view_rows import View, ViewTable


class Exported(Protocol):
    """What an export asks of a room."""

    state: DeskState
    trouble: MarkedWords

    def tables(self) -> Sequence[TableContent]:
        """What is written."""

    def charts(self) -> Sequence[AnySketch]:
        """What is drawn over them."""

    def subtitle(self) -> str:
        """Below the title."""

    def all_notes(self) -> tuple[str, ...]:
        """What must stand below."""

    def accessibleName(self) -> str:
        """The room's title."""

    def _show_trouble(self, error: object) -> None:
        """Say what could not be done."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("DeskRoom", text)


def ask_and_export(room: Exported) -> None:
    """Ask for a file and write the room's tables to it in the background."""
    assert isinstance(room, QWidget)
    kinds = f"{_tr('PDF')} (*.pdf);;{_tr('Table for spreadsheets')} (*.csv)"
    name = f"{room.accessibleName()} {room.state.round}.pdf".lower().replace(" ", "_")
    chosen, kind = QFileDialog.getSaveFileName(room, _tr("Export view"), name, kinds)
    if chosen:
        suffix = ".csv" if "*.csv" in kind else ".pdf"
        path = Path(chosen)
        export_to(room, path if path.suffix.lower() in {".pdf", ".csv"} else Path(f"{path}{suffix}"))


def export_to(room: Exported, target: Path) -> None:
    """Write the room's tables; the kind follows the file's ending."""
    view, created = view_of(room), last_change(room.state)
    charts, words = room.charts(), chart_words()

    def job(progress: Progress) -> Path:
        if target.suffix.lower() == ".csv":
            from exports.view_csv import write_view_csv

            write_view_csv(target, view)
        else:
            from exports.view_pdf import write_view

            write_view(target, view, created, progress, charts=charts, words=words)
        return target

    task = room.state.tasks.run(job, room.state)
    task.failed.connect(room._show_trouble)  # noqa: SLF001 - the room's own slot
    written = _tr("Written: {path}").format(path=target)
    task.succeeded.connect(lambda _path: room.trouble.say(written, Mark.ANSWERED))


def view_of(room: Exported) -> View:
    """The room's tables as they leave the screen."""
    result = room.state.result
    assert result is not None  # the button shows only then
    tables = [
        ViewTable(
            content.title,
            tuple(column.head for column in content.columns),
            tuple(tuple(cell.leaving for cell in row.cells) for row in content.rows),
            frozenset(n for n, column in enumerate(content.columns) if column.right),
        )
        for content in room.tables()
        if content.columns
    ]
    versions = ", ".join(f"{item.id} {item.version}" for item in result.instruments.values())
    return View(
        title=room.accessibleName(),
        subtitle=room.subtitle(),
        basis=f"round {result.round}  |  methodology {METHODOLOGY}  |  {versions}",
        tables=tuple(tables),
        notes=room.all_notes(),
        sample=result.sample,
        language=room.state.language,
    )


def last_change(state: DeskState) -> datetime:
    """When the newest scored answer was changed: the same data give the same file."""
    assert state.result is not None  # asked only with data
    times = [document.updated_at for document in state.result.effective.values()]
    return max(times, default=datetime(2000, 1, 1, tzinfo=UTC))
