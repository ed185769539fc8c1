"""A file of queries from the coordinator: what it brings, and taking it in."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.marks import Mark
from ui.theme import Style
from ui.widgets.dialog import Dialog, MarkedWords
from ui.widgets.labels import Words
from wb6assess.errors import AppError

if TYPE_CHECKING:
    from wb6assess.session.returned import ReturnLook
    from wb6assess.session.workspace import Workspace


class ReturnDialog(Dialog):
    """Says what a file brings before anything is stored.

    Signals:
        taken: Its queries are here now; carries the assessment's id.
    """

    taken = Signal(str)

    def __init__(self, path: Path, workspace: "Workspace", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Queries from the coordinator"), self.tr("Take them in"), 560, parent)
        self._path, self._workspace = path, workspace
        name = Words(path.name, Style.SECTION)
        name.setToolTip(str(path))
        self._whose = Words("", Style.BODY, "ink2")
        self._brings = Words("", Style.BODY)
        self._note = Words("", Style.BODY)
        self._next = MarkedWords(Mark.INFO)
        self._other = MarkedWords(Mark.LOOK)
        for part in (name, self._whose, self._brings, self._note, self._next, self._other):
            self.body.addWidget(part)
        self.primary.clicked.connect(self.take)
        try:
            self._show(workspace.look_return(path))
        except AppError as error:
            self._refuse(error)
        else:
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self) -> None:
        """Store what the file brings."""
        try:
            assessment = self._workspace.take_return(self._path)
        except AppError as error:
            self.show_error(error)
            return
        self.accept()
        self.taken.emit(assessment)

    def _show(self, look: "ReturnLook") -> None:
        info = look.assessment
        key = info.identity
        country = self._workspace.library.framework.country_by_code.get(key.country)
        named = country.name if country else key.country
        revision = self.tr("revision {n}").format(n=info.revision)
        self._put(self._whose, f"{info.title} · {named} · {key.round} · {key.expert} · {revision}")
        self._put(self._brings, "\n".join(self._bring_words(look)))
        note = self.tr("Note of the coordinator: {note}").format(note=look.note) if look.note else ""
        self._put(self._note, note)
        self._next.say(self._next_words(look))
        if not look.handed_in_here and not look.already_taken:
            words = self.tr(
                "The coordinator looked at a state that was not handed in from this computer. The"
                " queries may be about answers that read otherwise here."
            )
            self._other.say(words)
        if look.already_taken:
            self.primary.rename(self.tr("Open the assessment"))

    @staticmethod
    def _put(words: Words, text: str) -> None:
        words.setText(text)
        words.setAccessibleName(text)
        words.setVisible(bool(text))

    def _bring_words(self, look: "ReturnLook") -> list[str]:
        if look.already_taken:
            return [self.tr("This file was taken in before; it brings nothing new.")]
        lines = []
        if look.new_queries == 1:
            lines.append(self.tr("It brings one query."))
        elif look.new_queries:
            lines.append(self.tr("It brings {n} queries.").format(n=look.new_queries))
        if look.spreads == 1:
            one = self.tr("It shows, without names, how the country's experts rated one indicator.")
            lines.append(one)
        elif look.spreads:
            words = self.tr("It shows, without names, how the country's experts rated {n} indicators.")
            lines.append(words.format(n=look.spreads))
        return lines or [self.tr("It brings no query.")]

    def _next_words(self, look: "ReturnLook") -> str:
        if not look.reopens:
            return ""
        words = self.tr(
            "Revision {old} is handed in. Taking the file begins revision {new}, where you can answer."
        )
        return words.format(old=look.assessment.revision, new=look.assessment.revision + 1)

    def _refuse(self, error: AppError) -> None:
        self.show_error(error)
        self.primary.setVisible(False)
        self.leave.rename(self.tr("Close"))
        for part in (self._whose, self._brings, self._note):
            part.setVisible(False)
