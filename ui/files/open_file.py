"""Open file: what a file holds, and taking its answers, all or nothing."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.files.reading_dialog import ReadingDialog
from ui.marks import Mark
from ui.widgets.check_row import CheckRow
from ui.widgets.dialog import MarkedWords
from wb6assess.errors import AppError
from wb6assess.model.assessment import Document, Status
from wb6assess.progress import Progress
from wb6assess.session.filling import FillPreview, fill_preview, with_cleared

if TYPE_CHECKING:
    from wb6assess.exchange.incoming import Incoming
    from wb6assess.session.workspace import AssessmentInfo, Workspace

_NAMED = 8


class OpenFile(ReadingDialog):
    """Reads a file in the background, then offers what can be done with it.

    Signals:
        filled: Answers were taken; carries the assessment's id.
        created: A new assessment was made from the file; carries its id.
    """

    filled = Signal(str)
    created = Signal(str)

    def __init__(self, path: Path, workspace: "Workspace", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Open file"), self.tr("Take the answers"), path, parent)
        self._workspace = workspace
        self._document: Document | None = None
        self._previews: dict[str, FillPreview] = {}
        self._remarks = MarkedWords(Mark.INFO)
        self._clear = CheckRow("")
        self._clear.setVisible(False)
        self._group.buttonToggled.connect(self._offer_clearing)
        self._lay_out(above=(self._remarks,), below=(self._clear,))
        self.primary.clicked.connect(self.take)
        self._begin()

    def take(self) -> None:
        """Do what is chosen."""
        chosen = self._chosen
        if self._document is None or chosen is None:
            return
        try:
            if chosen.key:
                self._fill(chosen.key, self._document)
            else:
                self._make(self._document)
        except AppError as error:
            self._show_failure(error)

    # Taking answers.

    def _fill(self, assessment_id: str, document: Document) -> None:
        answers = document.answers
        if self._clear.isChecked():
            answers = with_cleared(answers, self._previews[assessment_id])
        self._workspace.open_assessment(assessment_id).fill(answers, self._path, sample=document.sample)
        self.accept()
        self.filled.emit(assessment_id)

    def _make(self, document: Document) -> None:
        key = document.identity
        made = self._workspace.new(
            country=key.country,
            instrument=key.instrument,
            expert=key.expert,
            round=key.round,
            sample=document.sample,
            answers=document.answers,
            source=self._path,
        )
        self.accept()
        self.created.emit(made)

    # Reading.

    def _begin(self) -> None:
        path, library = self._path, self._workspace.library

        def read(progress: Progress) -> "Incoming":
            from exports.incoming import read_incoming

            progress.step(0, 1, path.name)
            return read_incoming(path, library)

        self._read(read, self._show_incoming)

    def _show_incoming(self, incoming: "Incoming") -> None:
        document = self._document = incoming.document
        self._remarks.say("\n".join(incoming.remarks))
        self._say_what(self._what_it_is(document), sample=document.sample)
        self._offer(document)

    def _what_it_is(self, document: Document) -> str:
        key = document.identity
        country = self._workspace.library.framework.country_by_code.get(key.country)
        title = self._workspace.library.instrument(key.instrument, key.instrument_version).title
        states = {
            Status.DRAFT: self.tr("revision {n}, not handed in"),
            Status.SUBMITTED: self.tr("revision {n}, handed in"),
            Status.WITHDRAWN: self.tr("revision {n}, withdrawn"),
        }
        parts = [
            title,
            country.name if country else key.country,
            key.round,
            key.expert,
            states[document.status].format(n=document.revision),
        ]
        n = len(document.answers)
        words = self.tr("It holds one answer.") if n == 1 else self.tr("It holds {n} answers.")
        named = " · ".join(part for part in parts if part)
        return f"{named}\n{words.format(n=n)}"

    # What can be done with it.

    def _offer(self, document: Document) -> None:
        known = [info for info in self._workspace.assessments() if _same_subject(info, document)]
        drafts = [info for info in known if info.status is Status.DRAFT]
        whose = document.identity.expert
        for info in drafts:
            if whose in {"", info.identity.expert}:
                self._add_fill(info, document)
        own = next((info for info in known if info.identity == document.identity), None)
        newest = self._workspace.library.versions(document.identity.instrument)[0]
        if own is not None and own.status is not Status.DRAFT:
            words = self.tr(
                "Revision {n} of this assessment is handed in here. Reopen it to take these answers."
            )
            self._note.say(words.format(n=own.revision))
        elif own is None and whose and document.identity.country:
            if newest == document.identity.instrument_version:
                self._add_new(document)
            else:
                words = self.tr(
                    "It was made for version {version} of the questionnaire; new assessments use"
                    " {newest}."
                )
                version = document.identity.instrument_version
                self._note.say(words.format(version=version, newest=newest))
        elif not known:
            self._note.say(self._nowhere(document))
        # Somebody else's answers come last: taking them is a choice, never what happens on Enter.
        for info in drafts:
            if whose not in {"", info.identity.expert}:
                self._add_fill(info, document)
        self._offer_first()

    def _nowhere(self, document: Document) -> str:
        if document.identity.country:
            return self.tr("It names no expert. Make an assessment first, then open the file again.")
        return self.tr(
            "It names no country and no expert. Make an assessment first, then open the file again."
        )

    def _add_fill(self, info: "AssessmentInfo", document: Document) -> None:
        current = self._workspace.open_assessment(info.id).answers
        found = self._previews[info.id] = fill_preview(current, document.answers)
        words = " ".join((self._preview_words(found), *self._warnings(info, document)))
        title = self.tr("Fill the open assessment of {expert}, revision {n}")
        self._add(info.id, title.format(expert=info.identity.expert, n=info.revision), words)

    def _warnings(self, info: "AssessmentInfo", document: Document) -> Iterator[str]:
        """What one should know before another's or invented answers go into an assessment."""
        if document.identity.expert not in {"", info.identity.expert}:
            words = self.tr("These are the answers of {expert}, not of {own}.")
            yield words.format(expert=document.identity.expert, own=info.identity.expert)
        if document.sample and not info.sample:
            yield self.tr("They are invented: the assessment becomes a sample for good.")

    def _preview_words(self, found: FillPreview) -> str:
        if not found.new and not found.changed:
            return self.tr("Every answer is there already.")
        words = self.tr("New answers: {n}. Replaced: {changed}. The same already: {same}.")
        words = words.format(n=len(found.new), changed=len(found.changed), same=len(found.same))
        if found.changed:
            words += " " + self.tr("Replaced are {items}.").format(items=_listed(found.changed))
        if found.kept:
            words += " " + self.tr("Here only, and stay: {n}.").format(n=len(found.kept))
        return words

    def _offer_clearing(self) -> None:
        """Answers that stand here only may have been cleared in the file; the person decides."""
        chosen = self._chosen
        found = None if chosen is None else self._previews.get(chosen.key)
        self._clear.setChecked(False)
        self._clear.setVisible(found is not None and bool(found.kept))
        if found is not None and found.kept:
            words = self.tr("Also clear what the file no longer has: {items}")
            self._clear.rename(words.format(items=_listed(found.kept)), "")

    def _add_new(self, document: Document) -> None:
        title = self.tr("Make a new assessment of {expert}").format(expert=document.identity.expert)
        words = self.tr("With all {n} answers, as revision 1.").format(n=len(document.answers))
        self._add("", title, words)


def _listed(items: Sequence[str]) -> str:
    return ", ".join(items[:_NAMED]) + (" …" if len(items) > _NAMED else "")


def _same_subject(info: "AssessmentInfo", document: Document) -> bool:
    """Made for the same questionnaire; what a file leaves open fits everywhere."""
    ours, theirs = info.identity, document.identity
    pairs = ((ours.country, theirs.country), (ours.round, theirs.round))
    same_text = (ours.instrument, ours.instrument_version) == (
        theirs.instrument,
        theirs.instrument_version,
    )
    return same_text and all(not other or own == other for own, other in pairs)
