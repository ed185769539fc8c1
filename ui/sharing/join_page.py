"""Parts that come back: which answers each brings, and joining them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.error_words import error_words
from ui.marks import Mark
from ui.questionnaire.questions import short_id
from ui.sharing.choice_page import ChoicePage
from ui.sharing.entries import Picks
from ui.sharing.facet_words import pillar_words
from ui.sharing.part_files import PartFile, read_parts
from ui.sharing.plan_entries import decisions, plan_entries, plan_headings
from ui.tasks import Task
from ui.theme import Style, px
from ui.widgets.busy import BusyLine
from ui.widgets.button import Button
from ui.widgets.dialog import MarkedWords
from ui.widgets.ground import Pane
from ui.widgets.labels import Words
from wb6assess.session.parts import JoinPlan, Part, apply, join_parts

if TYPE_CHECKING:
    from ui.questionnaire.window import QuestionnaireWindow
    from wb6assess.instruments.library import Library


@dataclass(slots=True)
class Returned:
    """The parts on a joining page and what was picked; outlives the page."""

    parts: dict[Path, Part] = field(default_factory=dict)
    picks: Picks = field(default_factory=Picks)


class JoinPage(ChoicePage):
    """Reads part files, shows what joining them would do, and joins them.

    Signals:
        files_requested: The person wants to choose part files.
    """

    files_requested = Signal()

    def __init__(
        self, questionnaire: "QuestionnaireWindow", library: "Library", returned: Returned
    ) -> None:
        """Show the parts of `returned`; more may follow by `read`."""
        self._library, self._returned = library, returned
        self._task: Task | None = None
        self._plan: JoinPlan = join_parts(questionnaire.opened, tuple(returned.parts.values()))
        title = QCoreApplication.translate("Sharing", "Take parts back")
        super().__init__(title, questionnaire, returned.picks)
        self._make_head()
        self._show_plan()

    @property
    def reading(self) -> bool:
        """Whether files are being read now."""
        return self._task is not None

    def read(self, paths: Sequence[Path]) -> None:
        """Read part files in the background and add them."""
        if self.reading or not paths:
            return
        self._refused.say("")
        self._busy.begin(self.tr("Reading the parts"))
        chosen, library, whole = tuple(paths), self._library, self.opened.info.identity
        task = Task(lambda progress: read_parts(chosen, library, whole, progress), self)
        task.progressed.connect(self._busy.show_step)
        task.succeeded.connect(self._read)
        task.finished.connect(self._reading_over)
        self._task = task
        task.start()

    def next_revision(self) -> int:
        """The open one, or the one after it when it is handed in."""
        return self.opened.info.revision + self.opened.locked

    def join(self) -> int:
        """Store everything, in one transaction."""
        changes = apply(self.opened, self._plan, decisions(self.entries, self.picks), reopen=True)
        return len(changes)

    # Reading.

    def _read(self, result: object) -> None:
        assert isinstance(result, tuple)
        refused = []
        for found in result:
            assert isinstance(found, PartFile)
            if found.part is not None:
                self._returned.parts[found.path] = found.part
            elif found.error is not None:
                words, name = error_words(found.error), found.path.name
                refused.append(words if name in words else f"{name}: {words}")
        self._refused.say("\n".join(refused))
        self._plan = join_parts(self.opened, tuple(self._returned.parts.values()))
        self._show_plan()
        self.take_focus()

    def _reading_over(self) -> None:
        self._busy.end()
        if self._task is not None:
            self._task.deleteLater()
        self._task = None

    # What it shows.

    def _show_plan(self) -> None:
        self._what.setText(self._parts_words())
        self._what.setAccessibleName(self._what.text())
        missing = self._plan.missing_files
        words = self.tr("Attached files do not travel in a part. Not in this workspace: {files}.")
        self._missing.say(words.format(files=", ".join(missing)) if missing else "")
        self._unassigned.say(self._unassigned_words())
        parts = bool(self._returned.parts)
        self._files_button.rename(self.tr("Add part files…") if parts else self.tr("Choose part files…"))
        nothing = self.tr("These parts change nothing here.")
        if not parts:
            nothing = self.tr(
                "No parts yet. Choose the files your colleagues wrote back, one or several at once."
            )
        entries = plan_entries(self.opened, self.shown, self._plan) if parts else []
        headings = plan_headings(self.opened, self.shown, self._plan) if parts else []
        self.show_list(entries, headings, nothing)

    def _parts_words(self) -> str:
        lines = []
        for part in self._returned.parts.values():
            pillars = pillar_words(self.shown, part.pillars)
            lines.append(f"{part.label}: {pillars}")
        return "\n".join(lines) or self.tr("Parts that colleagues answered and sent back")

    def _unassigned_words(self) -> str:
        if not self._returned.parts:
            return ""
        lines = []
        if self._plan.waiting:
            names = ", ".join(dict.fromkeys(self._plan.waiting.values()))
            one = self.tr("Still to come from {names}: pillar {numbers}.")
            many = self.tr("Still to come from {names}: pillars {numbers}.")
            words = one if len(self._plan.waiting) == 1 else many
            lines.append(words.format(names=names, numbers=_numbers(self._plan.waiting)))
        if self._plan.unassigned and self.opened.assignment():
            one, many = (
                self.tr("Given to nobody: pillar {numbers}."),
                self.tr("Given to nobody: pillars {numbers}."),
            )
            words = one if len(self._plan.unassigned) == 1 else many
            lines.append(words.format(numbers=_numbers(self._plan.unassigned)))
        return "\n".join(lines)

    def _make_head(self) -> None:
        self._what = Words("", Style.BODY)
        self._files_button = Button("")
        self._files_button.clicked.connect(self.files_requested)
        self._refused = MarkedWords(Mark.BLOCKS)
        self._missing = MarkedWords(Mark.LOOK)
        self._unassigned = MarkedWords(Mark.INFO)
        self._busy = BusyLine()
        self._busy.cancel_requested.connect(self._cancel)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self._what, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._files_button, 0, Qt.AlignmentFlag.AlignTop)
        strip = Pane("sunken", "b")
        column = QVBoxLayout(strip)
        column.setContentsMargins(px(20), px(8), px(20), px(8))
        column.setSpacing(px(6))
        column.addLayout(row)
        notes: list[QWidget] = [self._unassigned, self._missing, self._refused, self._busy]
        for note in notes:
            column.addWidget(note)
        self.head.addWidget(strip)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()


def _numbers(pillars: Iterable[str]) -> str:
    return ", ".join(short_id(pillar) for pillar in pillars)
