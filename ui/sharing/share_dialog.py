"""Share with colleagues: who answers which pillar, and a part file for each of them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QGridLayout, QVBoxLayout, QWidget

from ui.files.file_choice import FileChoice
from ui.marks import Mark
from ui.preferences import Preferences
from ui.questionnaire.questions import short_id
from ui.sharing.part_files import part_names
from ui.sharing.parts_writer import PartsWriter
from ui.theme import Style, px
from ui.widgets.dialog import Dialog, MarkedWords
from ui.widgets.labels import Line, Words
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.textbox import LineField
from wb6assess.errors import AppError
from wb6assess.model.instrument import Instrument, Pillar
from wb6assess.session.parts import LONGEST_LABEL, Part, part_for

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment


class ShareDialog(Dialog):
    """Asks who answers which pillar, remembers it, and writes the parts."""

    def __init__(
        self,
        opened: "OpenAssessment",
        shown: Instrument,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        """`shown` is the questionnaire in the language of its titles."""
        super().__init__(self.tr("Share with colleagues"), "", 640, parent)
        self._opened, self._shown = opened, shown
        self._fields: dict[str, LineField] = {}
        self._known = QStringListModel(self)
        self._intro = Words(
            self.tr(
                "Say who answers which pillar, by a name or a code; leave your own empty. Each colleague"
                " gets one file with these pillars and what is answered there already, answers it in"
                " WB6 Assess and sends it back. Names stay here and in the files."
            ),
            Style.BODY,
            "ink2",
        )
        self._area = ScrollBody(self._table(opened.assignment()), 280)
        self._summary = MarkedWords(Mark.INFO)
        self._choice = FileChoice((), (), preferences)
        self._writer = PartsWriter(preferences)
        for part in (self._intro, self._area, self._summary, self._choice, self._writer):
            self.body.addWidget(part)
        self._connect()
        self._follow()
        if self._fields:
            next(iter(self._fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self) -> None:
        """Remember who answers what and write a file for each."""
        if self._writer.running or not self._keep():
            return
        key = self._opened.info.identity
        parts: dict[str, Part] = {}
        for label, name in part_names(key, list(self._by_label())).items():
            parts[name] = part_for(self._opened, self._by_label()[label], label)
        self._writer.write(parts, self._choice.folder)

    def keep(self) -> None:
        """Only remember who answers what."""
        if self._keep():
            self.accept()

    def reject(self) -> None:
        """While files are being written, only Cancel beside the line stops them."""
        if not self._writer.running:
            super().reject()

    # What is said.

    def _persons(self) -> Mapping[str, str]:
        """Pillar -> who answers it; one person's name is spelt as it was first."""
        spelt: dict[str, str] = {}
        persons = {}
        for pillar, field in self._fields.items():
            name = " ".join(field.text().split())
            persons[pillar] = spelt.setdefault(name.casefold(), name)
        return persons

    def _by_label(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for pillar, name in self._persons().items():
            if name:
                found.setdefault(name, []).append(pillar)
        return found

    def _keep(self) -> bool:
        try:
            self._opened.assign(self._persons())
        except AppError as error:
            self.show_error(error)
            return False
        return True

    # What is shown.

    def _table(self, assigned: Mapping[str, str]) -> QWidget:
        inner = QWidget()
        table = QGridLayout(inner)
        table.setContentsMargins(0, 0, px(8), 0)
        table.setHorizontalSpacing(px(16))
        table.setVerticalSpacing(px(10))
        table.setColumnStretch(0, 3)
        table.setColumnStretch(1, 2)
        back = self._opened.came_back()
        for y, pillar in enumerate(self._shown.pillars):
            number = short_id(pillar.id)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Words(f"{number}  {pillar.title}", Style.BODY_MEDIUM))
            words.addWidget(Line(self._count_words(pillar, back), Style.SMALL, "ink2"))
            field = LineField()
            field.setMaxLength(LONGEST_LABEL)
            name = self.tr("Who answers pillar {n}, {title}")
            field.setAccessibleName(name.format(n=number, title=pillar.title))
            field.show_text(assigned.get(pillar.id, ""))
            completer = QCompleter(self._known, field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            field.setCompleter(completer)
            field.textChanged.connect(self._follow)
            self._fields[pillar.id] = field
            table.addLayout(words, y, 0)
            table.addWidget(field, y, 1, Qt.AlignmentFlag.AlignVCenter)
        return inner

    def _count_words(self, pillar: Pillar, back: frozenset[str]) -> str:
        answers = self._opened.answers
        done = sum(item.id in answers for item in pillar.indicators)
        words = self.tr("{n} indicators, {done} begun")
        if pillar.id in back:
            words = self.tr("{n} indicators, {done} begun, came back")
        return words.format(n=len(pillar.indicators), done=done)

    def _follow(self) -> None:
        by_label = self._by_label()
        self._known.setStringList(sorted(by_label))
        left = [pillar for pillar, name in self._persons().items() if not name]
        numbers = ", ".join(short_id(pillar) for pillar in left)
        if not by_label:
            words = self.tr("Nobody is named yet, so there is no file to write.")
        elif not left:
            words = self.tr("Every pillar is given to somebody.")
        elif len(left) == 1:
            words = self.tr("Pillar {numbers} is given to nobody, so it stays with you.")
        else:
            words = self.tr("Pillars {numbers} are given to nobody, so they stay with you.")
        rest = ""
        if any(item in self._opened.instrument.vignette_by_id for item in self._opened.answers):
            rest = " " + self.tr("Vignettes and context questions stay with you, too.")
        self._summary.say(words.format(numbers=numbers) + rest)
        n = len(by_label)
        several = self.tr("Write {n} parts").format(n=n)
        self.primary.rename(several if n != 1 else self.tr("Write one part"))
        self.primary.setEnabled(n > 0 or bool(self._opened.assignment()))
        if not n:
            self.primary.rename(self.tr("Keep it so"))

    def _clicked(self) -> None:
        if self._by_label():
            self.write()
        else:
            self.keep()

    def _connect(self) -> None:
        self.primary.clicked.connect(self._clicked)
        self._writer.began.connect(self._writing)
        self._writer.ended.connect(self._written)
        self._writer.folder_requested.connect(self._elsewhere)

    def _writing(self) -> None:
        self.primary.setEnabled(False)
        self.leave.setEnabled(False)
        self.trouble.say("")

    def _written(self) -> None:
        self.leave.setEnabled(True)
        if not self._writer.has_written:
            self._follow()
            return
        try:
            for label, pillars in self._by_label().items():
                self._opened.note_out(label, pillars)
        except AppError as error:
            self.show_error(error)
        for part in (self._intro, self._area, self._summary, self._choice, self.primary):
            part.setVisible(False)
        self.leave.rename(self.tr("Close"))

    def _elsewhere(self) -> None:
        if self._choice.choose_folder():
            self._writer.write_missing(self._choice.folder)
