"""What the evidence of a page needs from the open assessment: files, other items, storing."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from ui.error_words import error_words
from ui.evidence.intake import file_kind
from ui.tasks import Task
from wb6assess.errors import AppError
from wb6assess.model.assessment import Answer, Evidence
from wb6assess.progress import Progress

if TYPE_CHECKING:
    from wb6assess.session.evidence import Attachment, EvidenceUse
    from wb6assess.session.open_assessment import OpenAssessment


class EvidenceDesk(QObject):
    """Keeps files in the background and stores whole lists of evidence, each as one step of undo.

    Signals:
        arriving: A file is kept and about to be named; what is being typed is to be said first.
        attached: Files of a question are kept and named; carries the question and the last item.
        refused: A file was not taken; carries the question and the sentence.
        busy_changed: Whether files are being copied now.
    """

    arriving = Signal(str)
    attached = Signal(str, object)
    refused = Signal(str, str)
    busy_changed = Signal(bool)

    def __init__(
        self,
        assessment: "OpenAssessment",
        answer: Callable[[str], Answer],
        store: Callable[[str, tuple[Evidence, ...]], None],
        parent: QObject | None = None,
    ) -> None:
        """`answer` gives the newest answer to a question, `store` records its list of evidence."""
        super().__init__(parent)
        self._assessment, self._answer, self._store = assessment, answer, store
        self._running = 0

    # Storing.

    def store(self, item: str, pieces: tuple[Evidence, ...]) -> None:
        """Store a whole list; undone by itself."""
        self._store(item, pieces)

    def add(self, item: str, pieces: Sequence[Evidence]) -> None:
        """Add items that are not there yet."""
        known = self._answer(item).evidence
        new = tuple(dict.fromkeys(piece for piece in pieces if piece not in known))
        if new:
            self._store(item, (*known, *new))

    def attach(self, item: str, paths: Sequence[Path], likely: Sequence[str]) -> None:
        """Copy files into the workspace and name each in an item of its own."""
        kind = file_kind(likely)
        for path in paths:
            self._keep(item, path, lambda kept: self._add_file(item, lambda: Evidence(kind), kept))

    def attach_to(self, item: str, piece: Callable[[], Evidence], path: Path) -> None:
        """Copy a file into the workspace and name it in an item that is there already, or new.

        `piece` gives the item as it is by then: the person may go on typing.
        """
        self._keep(item, path, lambda kept: self._add_file(item, piece, kept))

    def _keep(self, item: str, path: Path, then: Callable[["Attachment"], None]) -> None:
        # Copying and flushing 25 MB takes longer than a frame.
        def keep(_progress: Progress) -> "Attachment":
            return self._assessment.attach(path)

        task = Task(keep, self)
        task.succeeded.connect(then)
        task.failed.connect(lambda error: self.refused.emit(item, error_words(error)))
        task.finished.connect(self._finished)
        self._running += 1
        self.busy_changed.emit(True)
        task.start()

    def _add_file(self, item: str, into: Callable[[], Evidence], kept: "Attachment") -> None:
        self.arriving.emit(item)
        known, piece = self._answer(item).evidence, into()
        named = replace(piece, file=kept.file, sha256=kept.sha256)
        if piece in known:
            place = known.index(piece)
            self._store(item, (*known[:place], named, *known[place + 1 :]))
        elif named not in known:
            self._store(item, (*known, named))
        self.attached.emit(item, named)

    def _finished(self) -> None:
        self._running -= 1
        if not self._running:
            self.busy_changed.emit(False)

    # Looking.

    def elsewhere(self, item: str) -> list["EvidenceUse"]:
        """Items other questions use and this one does not."""
        own = self._answer(item).evidence
        return [use for use in self._assessment.evidence_items() if use.evidence not in own]

    def size(self, piece: Evidence) -> int:
        """Bytes of an attached file; -1 when it is not in this workspace."""
        path = self._assessment.attachment_path(piece.sha256)
        return path.stat().st_size if path is not None else -1

    def open(self, piece: Evidence) -> str:
        """Let the system show a read-only copy; the sentence when that is not possible."""
        try:
            copy = self._assessment.opening_copy(piece)
        except AppError as error:
            return error_words(error)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))
        return ""

    def save_copy(self, piece: Evidence, target: Path) -> str:
        """Write the file elsewhere; the sentence when that is not possible."""
        try:
            self._assessment.save_attachment(piece, target)
        except AppError as error:
            return error_words(error)
        return ""
