"""One file in full: what became of it, why, what to do."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.dates import day_words
from ui.desk.inbox.words import MARKS, advice_words, line_words, reason_words
from ui.marks import Mark
from ui.messages import further_problems
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.ground import MarkSign, Pane, Rule
from ui.widgets.labels import Words
from ui.widgets.scrolled import Scrolled
from wb6assess.session.desk.consolidation import FileReport, Outcome
from wb6assess.session.desk.refusals import RefusedFile

WIDTH = 344
_SHOWN = 40


class FileDetail(Pane):
    """The file chosen in the list.

    Signals:
        original_requested: The person wants the bytes as they came; carries the report.
        compare_requested: The person wants to settle a conflict; carries the report.
        left_refused: Nobody needs to look at a refusal again; carries its id.
    """

    original_requested = Signal(object)
    compare_requested = Signal(object)
    left_refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chrome", "l", parent)
        self._report: FileReport | None = None
        self._refusal: RefusedFile | None = None
        self._mark = MarkSign(Mark.ANSWERED, 18)
        self._title = Words("", Style.HEADING)
        self._file = Words("", Style.BODY, "ink2")
        self._reason = Words("")
        self._problems = Words("", Style.SMALL)
        self._rule = Rule()
        self._head = Words(self.tr("What to do"), Style.SECTION)
        self._advice = Words("")
        self._compare = Button(self.tr("Compare and settle…"), Kind.PRIMARY)
        self._compare.clicked.connect(lambda: self.compare_requested.emit(self._report))
        self._reply = Button("")
        self._reply.clicked.connect(self._copy_reply)
        self._leave = Button(self.tr("Leave it refused"), Kind.QUIET)
        self._leave.clicked.connect(self._left)
        self._original = Button(self.tr("Show original…"))
        self._original.clicked.connect(lambda: self.original_requested.emit(self._report))
        self._said = Words("", Style.SMALL, "ink2")
        self._put_together()
        self.show_report(None)

    def _put_together(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(22), px(22), px(22), px(16))
        column.setSpacing(px(10))
        top = QHBoxLayout()
        top.setSpacing(px(9))
        top.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._title, 1)
        column.addLayout(top)
        for part in (self._file, self._reason, self._problems, self._rule, self._head, self._advice):
            column.addWidget(part)
        for button in (self._compare, self._reply, self._leave, self._original):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._said)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(Scrolled(inner, self.tr("What became of the file")))

    def show_report(
        self,
        report: FileReport | None,
        *,
        kept: bool = False,
        refusal: RefusedFile | None = None,
    ) -> None:
        """Show a file; `kept` when its original bytes are here, `refusal` when it was kept as one."""
        self._report, self._refusal = report, refusal
        for part in (self._mark, self._title, self._file, self._reason):
            part.setVisible(report is not None)
        problems = _problems(report)
        advice = advice_words(report) if report is not None else ""
        if report is not None:
            self._mark.show_mark(MARKS[report.outcome])
            self._title.setText(line_words(report))
            self._file.setText(self._file_words(report, refusal))
            self._reason.setText(reason_words(report))
        self._problems.setText(self._problem_words(problems))
        self._problems.setVisible(len(problems) > 1)
        self._rule.setVisible(bool(advice))
        self._head.setVisible(bool(advice))
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        clashing = {Outcome.CONFLICT, Outcome.SET_ASIDE}
        self._compare.setVisible(report is not None and report.outcome in clashing)
        expert = report.facts.get("expert", "") if report is not None else ""
        words = self.tr("Copy a reply to {expert}").format(expert=expert)
        self._reply.rename(words if expert else self.tr("Copy a reply"))
        self._reply.setVisible(bool(advice))
        self._leave.setVisible(refusal is not None)
        self._original.setVisible(kept)
        self._said.setVisible(False)

    def _file_words(self, report: FileReport, refusal: RefusedFile | None) -> str:
        if refusal is None:
            return report.path.name
        when = day_words(refusal.at, datetime.now(UTC))
        return self.tr("{name}\nCame {when}").format(name=report.path.name, when=when)

    def _left(self) -> None:
        if self._refusal is not None:
            self.left_refused.emit(self._refusal.id)

    def say(self, words: str) -> None:
        """What was done."""
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def _problem_words(self, problems: tuple[str, ...]) -> str:
        lines = list(problems[:_SHOWN])
        if len(problems) > _SHOWN:
            lines.append(self.tr("and {n} more").format(n=len(problems) - _SHOWN))
        return "\n".join(lines)

    def _copy_reply(self) -> None:
        """What to write to the expert; nothing of other experts is in it."""
        report = self._report
        if report is None:
            return
        lines = [report.path.name, reason_words(report), *_problems(report)]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.say(self.tr("The reply is on the clipboard."))


def _problems(report: FileReport | None) -> tuple[str, ...]:
    """The single faults of a refused file; none where the sentence names the only one."""
    if report is None or report.error is None:
        return ()
    return tuple(further_problems(report.error))
