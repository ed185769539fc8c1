"""How files are to look: language, sensitive parts, colours, type, and whether a name stands there."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.files.outputs import PAPERS, SOURCE, Output, Wishes
from ui.language import LANGUAGE_NAMES
from ui.theme import Style, px
from ui.widgets.check_row import CheckRow
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import labelled
from ui.widgets.labels import Words
from wb6assess.model.instrument import Instrument


class PaperChoice(QWidget):
    """Shows those choices that matter for the files ticked.

    Signals:
        changed: Something else is wished.
    """

    changed = Signal()

    def __init__(
        self,
        languages: Sequence[str],
        read: str,
        *,
        person: str = "",
        sensitive: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Offer what there is.

        Args:
            languages: Tags of the languages the questionnaire has.
            read: Tag of the one it is read in.
            person: The expert's real name, as the preferences know it.
            sensitive: The questionnaire asks sensitive questions.
            parent: As everywhere in Qt.
        """
        super().__init__(parent)
        self._person, self._has_sensitive = person, sensitive
        self._kinds: Collection[Output] = ()
        names = [(tag, LANGUAGE_NAMES.get(tag, tag)) for tag in languages]
        self._language = ChoiceBox(names)
        self._language.show_key(read if read in languages else SOURCE)
        self._second = ChoiceBox(names, empty=self.tr("None"))
        self._second.show_key("")
        self._sensitive = CheckRow(self.tr("Sensitive parts in the full record, too"))
        self._grey = CheckRow(self.tr("Papers for a printer without colour"))
        self._large = CheckRow(self.tr("Blank questionnaire in large type"))
        self._name = CheckRow(self.tr("Print my name on the papers: {name}").format(name=person))
        self._said = Words("", Style.SMALL, "ink2")
        self._words = self._labelled()
        for box in (self._language, self._second):
            box.picked.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(6), 0, 0)
        column.setSpacing(px(2))
        for part in self._words:
            column.addWidget(part)
        for row in self._rows():
            row.clicked.connect(self._follow)
            column.addWidget(row)
        column.addWidget(self._said)

    def show_kinds(self, kinds: Collection[Output]) -> None:
        """Show what matters for these files; emits nothing."""
        self._kinds = set(kinds)
        papers = bool(PAPERS & self._kinds)
        several = self._language.count() > 1
        first, second = self._words
        first.setVisible(several and bool(self._kinds - {Output.PACKAGE, Output.ANSWERS}))
        second.setVisible(several and Output.BLANK in self._kinds)
        self._sensitive.setVisible(self._has_sensitive and Output.RECORD in self._kinds)
        self._grey.setVisible(papers)
        self._large.setVisible(Output.BLANK in self._kinds)
        self._name.setVisible(papers and bool(self._person))
        self._say()

    def wishes(self) -> Wishes:
        """What is chosen and matters."""
        first = self._language.key
        second = self._second.key if Output.BLANK in self._kinds else ""
        return Wishes(
            language=first,
            second=second if second != first else "",
            large=self._ticked(self._large),
            grey=self._ticked(self._grey),
            sensitive=self._ticked(self._sensitive),
            name=self._person if self._ticked(self._name) else "",
        )

    def lock(self, locked: bool) -> None:
        """Keep the choice while files are being written."""
        for row in self._rows():
            row.lock(locked)
        for box in (self._language, self._second):
            box.setEnabled(not locked)

    def _labelled(self) -> tuple[QWidget, QWidget]:
        parts = []
        for words, box in (
            (self.tr("Language of the questions in the files"), self._language),
            (self.tr("Second language beside, on the blank questionnaire"), self._second),
        ):
            part = QWidget()
            column = labelled(words, box)
            column.setContentsMargins(0, 0, 0, px(4))
            part.setLayout(column)
            parts.append(part)
        return parts[0], parts[1]

    def _rows(self) -> tuple[CheckRow, ...]:
        return (self._sensitive, self._grey, self._large, self._name)

    @staticmethod
    def _ticked(row: CheckRow) -> bool:
        return row.isChecked() and not row.isHidden()

    def _say(self) -> None:
        words = self.tr("Your name is in none of these files.")
        if self._ticked(self._name):
            words = self.tr("Your name stands on the PDF papers, in no other file.")
        elif not self._person and PAPERS & set(self._kinds):
            words += " " + self.tr("To print it on papers, give it in the preferences first.")
        self._said.setText(words)
        self._said.setVisible(bool(set(self._kinds) - {Output.BLANK, Output.BLANK_WORKBOOK}))

    def _follow(self) -> None:
        self._say()
        self.changed.emit()


def asks_sensitive(instrument: Instrument) -> bool:
    """Whether any question, or any field of one, is marked sensitive."""
    items = instrument.by_id.values()
    fields = [*instrument.context, *(part for item in items for part in item.fields)]
    return any(item.sensitive for item in items) or any(part.sensitive for part in fields)
