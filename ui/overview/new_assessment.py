"""New assessment: country, one or several questionnaires, round, expert code."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.error_words import error_words
from ui.theme import Style
from ui.titles import Titles
from ui.widgets.button import Button, Kind
from ui.widgets.check_row import CheckRow
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import Dialog, MarkedWords, labelled
from ui.widgets.labels import Words
from ui.widgets.textbox import LineField
from wb6assess.errors import AnswerError, AppError, ErrorCode
from wb6assess.model.assessment import EXPERT_CODE
from wb6assess.session.names import propose_expert_code

if TYPE_CHECKING:
    from wb6assess.session.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person chose."""

    country: str
    round: str
    expert: str
    instruments: tuple[str, ...]


class NewAssessment(Dialog):
    """Asks for what an assessment is about and makes it.

    Signals:
        created: Carries the id of the new assessment, of the first when there are several.
    """

    created = Signal(str)

    def __init__(self, workspace: "Workspace", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("New assessment"), self.tr("Make assessment"), 460, parent)
        self._workspace = workspace
        self._made: list[str] = []
        framework = workspace.library.framework
        countries = [(country.code, country.name) for country in framework.countries]
        self._country = ChoiceBox(countries, empty=self.tr("Choose"))
        self._round = ChoiceBox([(item.id, item.title) for item in framework.rounds])
        self._rows: dict[str, CheckRow] = {}
        self._questionnaires = QVBoxLayout()
        self._reading = Words(self.tr("Reading the questionnaires…"), Style.BODY, "ink2")
        self._expert = LineField()
        self._expert_fault = MarkedWords()
        self._reason = Words("", Style.BODY)
        self._build()
        self.body.addWidget(self._reason)
        self._propose()
        self.primary.clicked.connect(self.make)
        self._follow()
        self._country.setFocus(Qt.FocusReason.OtherFocusReason)

    def make(self) -> None:
        """Make every chosen assessment; what cannot be made is said in place and stays chosen."""
        wish = self._wish()
        if self._show_code_fault(wish.expert) or self._lacking():
            return
        problems = [problem for chosen in wish.instruments if (problem := self._make(chosen, wish))]
        if problems:
            self.trouble.say("\n".join(problems))
            return
        self.accept()
        self.created.emit(self._made[0])

    def _make(self, instrument: str, wish: Wish) -> str:
        """Make one; returns why it could not be, "" when it is there."""
        try:
            made = self._workspace.new(
                country=wish.country, instrument=instrument, expert=wish.expert, round=wish.round
            )
        except AppError as error:
            return f"{self._rows[instrument].text()}: {error_words(error)}"
        self._made.append(made)
        row = self._rows[instrument]
        row.setChecked(False)
        return ""

    # What is shown.

    def _build(self) -> None:
        self.body.addLayout(labelled(self.tr("Country"), self._country))
        column = self._questionnaires
        column.setSpacing(0)
        column.addWidget(Words(self.tr("Questionnaires"), Style.SMALL, "ink2"))
        column.addWidget(self._reading)
        self.body.addLayout(column)
        titles = Titles(self._workspace.library, self)
        titles.read.connect(self._show_titles)
        titles.failed.connect(self._no_titles)
        self.body.addLayout(labelled(self.tr("Round"), self._round))
        self.body.addLayout(self._expert_part())
        for box in (self._country, self._round):
            box.picked.connect(self._follow)
        self._expert.text_edited.connect(self._expert_edited)
        self._expert.textEdited.connect(self._typing)

    def _show_titles(self, titles: Mapping[str, str], errors: Mapping[str, AppError]) -> None:
        """A tick box for each; for a questionnaire that cannot be read, the reason."""
        self._reading.setVisible(False)
        for instrument, title in titles.items():
            row = self._rows[instrument] = CheckRow(title)
            row.clicked.connect(self._follow)
            self._questionnaires.addWidget(row)
        for error in errors.values():
            words = MarkedWords()
            words.say(error_words(error))
            self._questionnaires.addWidget(words)
        before: QWidget = self._country
        for row in self._rows.values():
            QWidget.setTabOrder(before, row)
            before = row
        if len(self._rows) == 1:
            next(iter(self._rows.values())).setChecked(True)
        self._follow()

    def _no_titles(self, error: object) -> None:
        assert isinstance(error, AppError)
        self._reading.setVisible(False)
        self.show_error(error)

    def _expert_part(self) -> QVBoxLayout:
        another = Button(self.tr("Draw another"), Kind.LINK)
        another.clicked.connect(self._draw)
        hint = self.tr("Stands for you in every file. Use the code you were given, or keep this one.")
        part = labelled(self.tr("Expert code"), self._expert)
        below = QHBoxLayout()
        below.addWidget(Words(hint, Style.SMALL, "ink2"), 1)
        below.addWidget(another, 0, Qt.AlignmentFlag.AlignTop)
        part.addLayout(below)
        part.addWidget(self._expert_fault)
        return part

    def _propose(self) -> None:
        """The choices of the newest assessment; otherwise the newest round and a code at random."""
        known = [info.identity for info in self._workspace.assessments() if not info.sample]
        rounds = self._workspace.library.framework.rounds
        self._round.show_key(rounds[-1].id if rounds else "")
        self._country.show_key(known[0].country if known else "")
        self._expert.show_text(known[0].expert if known else propose_expert_code())

    def _draw(self) -> None:
        self._expert.show_text(propose_expert_code())
        self._show_code_fault(self._expert.text())
        self._follow()

    # Following the person.

    def _wish(self) -> Wish:
        chosen = tuple(key for key, row in self._rows.items() if row.isChecked())
        return Wish(self._country.key, self._round.key, self._expert.text().strip(), chosen)

    def _expert_edited(self, text: str) -> None:
        self._show_code_fault(text.strip())
        self._follow()

    def _typing(self) -> None:
        """The fault goes away at once when the code is right; it comes only after a pause."""
        if EXPERT_CODE.fullmatch(self._expert.text().strip()):
            self._show_code_fault(self._expert.text().strip())
        self._follow()

    def _show_code_fault(self, code: str) -> bool:
        fits = EXPERT_CODE.fullmatch(code) is not None
        error = AnswerError(ErrorCode.EXPERT_CODE_INVALID, expert=code)
        self._expert_fault.say("" if fits else error_words(error))
        self._expert.mark_wrong(not fits)
        return not fits

    def _lacking(self) -> str:
        """What is still to be chosen, "" when nothing is."""
        wish = self._wish()
        if not self._rows:
            return self.tr("The questionnaires are being read.")
        if not wish.country:
            return self.tr("Choose a country first.")
        if not wish.instruments:
            return self.tr("Tick a questionnaire first.")
        return "" if wish.round else self.tr("Choose a round first.")

    def _follow(self) -> None:
        lacking = self._lacking()
        self._reason.setText(lacking)
        self._reason.setVisible(bool(lacking))
        self.primary.setEnabled(not lacking)
        n = len(self._wish().instruments)
        several = self.tr("Make {n} assessments").format(n=n)
        self.primary.rename(several if n > 1 else self.tr("Make assessment"))
