"""Taking a decision back: with a reason, and never without a trace."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.desk.choices import WideBox, offer
from ui.desk.decisions.words import decided_words, reason_code_words
from ui.theme import Style
from ui.widgets.dialog import Dialog, labelled
from ui.widgets.labels import Words
from ui.widgets.textbox import LineField, TextBox
from wb6assess.model.decision import REASON_MIN, Action, Decision, ReasonCode
from wb6assess.session.deciding import Verdict


class RevokeDialog(Dialog):
    """Asks why, and in which meeting.

    Signals:
        decided: Carries the `Verdict`.
    """

    decided = Signal(object)

    def __init__(self, record: Decision, country: str, parent: QWidget | None = None) -> None:
        """`country` is the name of the record's country."""
        super().__init__(self.tr("Take the decision back"), self.tr("Take it back"), 500, parent)
        self._record = record
        words = self.tr(
            "{indicator} in {country}: {decision}. The experts' own value counts again. The record "
            "stays in the log, and so does this one."
        )
        text = words.format(indicator=record.indicator, country=country, decision=decided_words(record))
        self._code = WideBox(self.tr("Why"), 220, 440)
        codes = [(code.value, reason_code_words(code)) for code in ReasonCode]
        offer(self._code, codes, ReasonCode.PANEL_CONSENSUS.value)
        self._reason = TextBox(3)
        self._reason.textChanged.connect(self._follow)
        self._meeting = LineField()
        self._meeting.show_text(record.meeting)
        self._missing = Words("", Style.SMALL, "ink2")
        self.body.addWidget(Words(text, Style.BODY, "ink2"))
        self.body.addLayout(labelled(self.tr("Why"), self._code))
        self.body.addLayout(labelled(self.tr("Reason, at least 20 characters"), self._reason))
        self.body.addLayout(labelled(self.tr("Meeting"), self._meeting))
        self.body.addWidget(self._missing)
        self.primary.clicked.connect(self._decide)
        self._follow()

    def _follow(self) -> None:
        missing = REASON_MIN - len(self._reason.toPlainText().strip())
        self.primary.setEnabled(missing <= 0)
        words = self.tr("{n} more characters are needed.").format(n=missing)
        self._missing.setText(words if missing > 0 else "")

    def _decide(self) -> None:
        record = self._record
        self.decided.emit(
            Verdict(
                country=record.country,
                round=record.round,
                indicator=record.indicator,
                action=Action.REVOKE,
                reason_code=ReasonCode(self._code.key),
                reason=self._reason.toPlainText().strip(),
                meeting=self._meeting.text().strip(),
            )
        )
        self.accept()
