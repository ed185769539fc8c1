"""The decisions room: every record with what became of it; taking one back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.dates import day_words, moment_words
from ui.desk.choices import Choices
from ui.desk.decisions.words import (
    FATE_MARKS,
    LOOK_AGAIN,
    decided_words,
    fate_reason,
    fate_words,
    objection_words,
    reason_code_words,
)
from ui.desk.room import DeskRoom, Empty, flow
from ui.desk.state import DeskState
from ui.desk.table.content import Cell, Column, Row, TableContent
from ui.desk.table.view import DeskTable
from ui.icons import Icon
from ui.marks import Mark
from ui.theme import Style
from ui.widgets.button import Button, Kind
from ui.widgets.labels import Words
from ui.widgets.segment import Choice, Segment
from wb6assess.model.decision import Action
from wb6assess.progress import Progress
from wb6assess.scoring.validation import Judged
from wb6assess.session.deciding import DecisionRefusedError, Verdict, decide

ALL, FORCE, LOOK = "all", "force", "look"


class DecisionsRoom(DeskRoom):
    """What meetings decided, nothing ever overwritten.

    Signals:
        counted: How many records must be looked at again, for the sidebar.
    """

    counted = Signal(int)

    def __init__(self, state: DeskState, parent: QWidget | None = None) -> None:
        super().__init__(state, self.tr("Decisions"), parent=parent)
        self.choices = Choices(state, self)
        self._judged: dict[str, Judged] = {}
        self.which = Segment(
            [
                Choice(ALL, self.tr("All"), 0),
                Choice(FORCE, self.tr("In force"), 0),
                Choice(LOOK, self.tr("Look again"), 0, Mark.LOOK),
            ]
        )
        self.which.setAccessibleName(self.tr("Which records"))
        self.which.show_key(ALL)
        self.which.chosen.connect(lambda _key: self.refresh())
        self.table = DeskTable(self.tr("Records of meetings"))
        self.table.row_shown.connect(self._show_record)
        self._revoke = Button(self.tr("Take back…"), icon=Icon.UNDO)
        self._revoke.clicked.connect(self.ask_to_revoke)
        self._matrix = Button(self.tr("Show in the matrix"), Kind.QUIET, icon=Icon.MATRIX)
        self._matrix.clicked.connect(self._go)
        self._said = Words("")
        self._none = Empty()
        self._none.wanted.connect(self._help)
        row = flow(self.which, self.choices.round, self.choices.country)
        self._actions = flow(self._revoke, self._matrix)
        for part in (row, self._none):
            self.body.addWidget(part)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._said)
        self.body.addWidget(self._actions)

    def show_state(self) -> None:
        """Show the records of the countries looked at."""
        self.choices.show_state()
        result = self.state.result
        assert result is not None  # shown only with one
        wanted = {item.code for item in self.state.countries}
        every = [judged for judged in result.decisions if judged.record.country in wanted]
        force = [judged for judged in every if _standing(judged)]
        look = [judged for judged in every if judged.fate in LOOK_AGAIN]
        self.which.show_counts([len(every), len(force), len(look)])
        self.counted.emit(len(look))
        shown = {ALL: every, FORCE: force, LOOK: look}[self.which.key]
        self._judged = {f"{n}": judged for n, judged in enumerate(shown)}
        self.table.show_content(self._content())
        self.table.setVisible(bool(shown))
        self._none.setVisible(not shown)
        self._say_none(bool(every))
        self._show_record(self.table.current_key)

    def _say_none(self, others: bool) -> None:
        if others:
            self._none.say(self.tr("No record is of this kind."), self.tr("Show all"))
        else:
            words = self.tr("No record here. Decisions are made in a validation meeting.")
            self._none.say(words, self.tr("See what to look at first"))

    def _help(self) -> None:
        if self.which.key == ALL:
            self.state.room_requested.emit("disagreement")
        else:
            self.which.show_key(ALL)
            self.refresh()

    def _content(self) -> TableContent:
        columns = (
            Column("when", self.tr("Decided")),
            Column("meeting", self.tr("Meeting"), spare=2),
            Column("country", self.tr("Country")),
            Column("indicator", self.tr("Indicator")),
            Column("decision", self.tr("Decision")),
            Column("code", self.tr("Why"), spare=3),
            Column("reason", self.tr("Reason"), share=1, spare=1),
            Column("fate", self.tr("Standing")),
        )
        rows = [Row(key, self._cells(judged)) for key, judged in reversed(self._judged.items())]
        return TableContent(self.tr("Decisions"), columns, rows)

    def _cells(self, judged: Judged) -> tuple[Cell, ...]:
        record = judged.record
        return (
            Cell(
                day_words(record.decided_at, self.state.workspace.now()),
                record.decided_at.timestamp(),
                written=moment_words(record.decided_at),
            ),
            Cell(record.meeting, role="ink2"),
            Cell(self.state.country_name(record.country), role="ink2"),
            Cell(record.indicator),
            Cell(decided_words(record), style=Style.SECTION),
            Cell(reason_code_words(record.reason_code), role="ink2"),
            Cell(record.reason, role="ink2"),
            Cell(fate_words(judged.fate), mark=FATE_MARKS[judged.fate], tip=fate_reason(judged)),
        )

    def _show_record(self, key: str) -> None:
        judged = self._judged.get(key)
        self._actions.setVisible(judged is not None)
        self._revoke.setEnabled(judged is not None and _standing(judged))
        self._actions.rearrange()
        if judged is None:
            self._said.setText("")
            return
        references = ", ".join(judged.record.evidence_refs)
        if references:
            references = self.tr("Reference: {what}.").format(what=references.rstrip("."))
        parts = (judged.record.reason, references, fate_reason(judged))
        if not _standing(judged) and not parts[-1]:
            parts = (*parts[:-1], self.tr("Only a decision in force can be taken back."))
        self._said.setText(" ".join(part for part in parts if part))

    def _go(self) -> None:
        judged = self._judged.get(self.table.current_key)
        result = self.state.result
        if judged is None or result is None:
            return
        record = judged.record
        known = result.instruments.get(record.instrument)
        if known is not None and record.indicator in known.by_id:
            self.state.point_at(record.instrument, record.country, record.indicator)

    # Taking back.

    def ask_to_revoke(self) -> None:
        """Ask why, then keep the record."""
        from ui.desk.decisions.revoke_dialog import RevokeDialog

        judged = self._judged.get(self.table.current_key)
        if judged is None:
            return
        name = self.state.country_name(judged.record.country)
        dialog = RevokeDialog(judged.record, name, self)
        dialog.decided.connect(self._keep)
        dialog.open()

    def _keep(self, verdict: Verdict) -> None:
        workspace = self.state.workspace

        def job(_progress: Progress) -> object:
            return decide(workspace, verdict)

        task = self.state.tasks.run(job, self)
        task.failed.connect(self._refused)
        task.succeeded.connect(lambda _record: self.state.recompute())

    def _refused(self, error: object) -> None:
        if isinstance(error, DecisionRefusedError):
            self.trouble.say(objection_words(error.why))
        else:
            self._show_trouble(error)

    def subtitle(self) -> str:
        """What the log is."""
        return self.tr("Every record with its time; nothing is overwritten, the latest stands first.")

    def note_words(self) -> Sequence[str]:
        """No band stands here; the star may."""
        return self.status_note()

    def tables(self) -> Sequence[TableContent]:
        """The records in sight."""
        return (self.table.content,)


def _standing(judged: Judged) -> bool:
    return judged.fate.in_force and judged.record.action is not Action.REVOKE
