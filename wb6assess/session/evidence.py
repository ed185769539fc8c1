"""Evidence of an assessment and the files attached to it."""

import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from wb6assess.errors import ErrorCode, ExportError, FileError
from wb6assess.exchange.texts import tidy
from wb6assess.files import replacing
from wb6assess.model.assessment import Answer, Evidence
from wb6assess.model.instrument import Instrument
from wb6assess.store.attachments import LIMIT_BYTES, AttachmentFolder

__all__ = [
    "LIMIT_BYTES",
    "Attachment",
    "EvidenceUse",
    "attach",
    "evidence_items",
    "named_files",
    "opening_copy",
    "save_attachment",
    "shown_name",
    "take_attachments",
]

_UNNAMEABLE = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]')
"""No system's names hold these, or they write a name backwards: a program would look like a paper."""
_LONGEST_NAME = 120
_OPENED = (
    "pdf txt md csv tsv rtf odt ods odp doc docx xls xlsx ppt pptx png jpg jpeg gif tif tiff webp bmp "
    "svg html htm xml json eml epub zip wb6"
)
_OPENED_SUFFIXES = frozenset(f".{ending}" for ending in _OPENED.split())
"""What the system may be asked to show: documents, nothing that starts a program or a macro."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A kept file as evidence names it: `Evidence(…, file=kept.file, sha256=kept.sha256)`.

    Attributes:
        file: The name shown, without folders.
        sha256: Of the bytes, hex.
        size: In bytes.
    """

    file: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class EvidenceUse:
    """One item of evidence and the questions it stands behind, in the questionnaire's order."""

    evidence: Evidence
    items: tuple[str, ...]


def evidence_items(instrument: Instrument, answers: Mapping[str, Answer]) -> list[EvidenceUse]:
    """Every distinct item of evidence, in the order of first use."""
    used: dict[Evidence, dict[str, None]] = {}
    for item in instrument.answerable():
        for piece in answers[item].evidence if item in answers else ():
            used.setdefault(piece, {})[item] = None
    return [EvidenceUse(piece, tuple(items)) for piece, items in used.items()]


def named_files(answers: Iterable[Answer]) -> frozenset[str]:
    """Digests of the files evidence names."""
    return frozenset(
        piece.sha256 for answer in answers for piece in answer.evidence if piece.sha256 and piece.file
    )


def attach(folder: AttachmentFolder, path: Path) -> Attachment:
    """Keep a copy of a file; errors as in `AttachmentFolder.attach`."""
    sha256, size = folder.attach(path)
    return Attachment(shown_name(path.name), sha256, size)


def shown_name(name: str) -> str:
    """A file's name as evidence shows it: fit for every system, its ending kept."""
    cleaned = _UNNAMEABLE.sub("_", tidy(name)).strip(" .")
    if len(cleaned) > _LONGEST_NAME:
        suffix = Path(cleaned).suffix[:20]
        cleaned = cleaned[: _LONGEST_NAME - len(suffix)] + suffix
    return cleaned or "file"


def opening_copy(folder: AttachmentFolder, evidence: Evidence) -> Path:
    """A read-only copy under the shown name, for the system's own program to open.

    Raises:
        FileError: ATTACHMENT_MISSING; ATTACHMENT_NOT_OPENED: it is no document, only kept.
        ExportError: the copy could not be written.
    """
    name = shown_name(evidence.file)
    if Path(name).suffix.lower() not in _OPENED_SUFFIXES:
        raise FileError(ErrorCode.ATTACHMENT_NOT_OPENED, file=name)
    target = folder.opened / evidence.sha256[:16] / name
    if target.exists():
        target.chmod(0o600)  # Windows replaces no read-only file
    save_attachment(folder, evidence, target)
    target.chmod(0o400)
    return target


def save_attachment(folder: AttachmentFolder, evidence: Evidence, target: Path) -> None:
    """Write the attached file to a place of the person's choice.

    Raises:
        FileError: ATTACHMENT_MISSING: not here, or its bytes are no longer those of its digest.
        ExportError: it could not be written.
    """
    source = folder.path(evidence.sha256)
    if source is None or not folder.intact(evidence.sha256):
        raise FileError(ErrorCode.ATTACHMENT_MISSING, file=evidence.file or evidence.sha256[:16])
    if target.resolve().is_relative_to(folder.folder.resolve()) and folder.opened not in target.parents:
        raise ExportError(ErrorCode.TARGET_NOT_WRITABLE, path=target)
    with replacing(target) as scratch:
        shutil.copyfile(source, scratch)


def take_attachments(folder: AttachmentFolder, source: Path, wanted: Iterable[str]) -> int:
    """Keep the attachments of a package that answers taken from it name.

    Args:
        folder: Where to keep them.
        source: Any file answers came from; what is no package holds none.
        wanted: Digests.

    Returns:
        How many of them are here afterwards.

    Raises:
        FileError: the package is damaged or cannot be read.
        StorageError: they could not be kept.
    """
    from wb6assess.exchange.package import unpack_attachments

    digests = frozenset(wanted)
    if digests:
        unpack_attachments(source, digests, folder.keep)
    return sum(folder.path(digest) is not None for digest in digests)
