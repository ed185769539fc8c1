"""Part files: their names, reading and writing them off the main thread."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ui.files.file_kinds import PART, says
from wb6assess.errors import AnswerError, AppError, Cancelled, ErrorCode
from wb6assess.exchange.strict_json import MAX_BYTES
from wb6assess.files import read_limited
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Document, Identity
from wb6assess.progress import Progress
from wb6assess.session.parts import SUFFIX, Part, read_part, write_file

_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class PartFile:
    """One file that was read: a part, or why it cannot be used."""

    path: Path
    part: Part | None = None
    error: AppError | None = None


@dataclass(frozen=True, slots=True)
class PartsWritten:
    """What became of the parts; where there is no error the person stopped before."""

    done: tuple[Path, ...]
    missing: tuple[tuple[Path, AppError | None], ...]


def part_names(identity: Identity, labels: Sequence[str], ending: str = "") -> Mapping[str, str]:
    """Label -> a file name such as "fdi-screening_AL_E07_Ana.wb6part.json", each another one."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for label in labels:
        plain = unicodedata.normalize("NFC", label)
        stem = _NOT_IN_NAMES.sub("-", plain)[:_LONGEST].strip("-._") or "part"
        stem = f"{identity.instrument}_{identity.country}_{identity.expert}_{stem}{ending}"
        name, count = stem, 1
        while name.casefold() in taken:
            count += 1
            name = f"{stem}-{count}"
        taken.add(name.casefold())
        names[label] = name + SUFFIX
    return names


def write_parts(parts: Mapping[Path, Part], progress: Progress) -> PartsWritten:
    """Write every part that can be written; one that fails does not keep the others back."""
    done: list[Path] = []
    missing: list[tuple[Path, AppError | None]] = []
    paths = list(parts)
    for place, path in enumerate(paths):
        try:
            progress.step(place, len(paths), path.name)
            write_file(path, parts[path])
        except Cancelled:
            missing += [(rest, None) for rest in paths[place:]]
            break
        except AppError as error:
            missing.append((path, error))
        else:
            done.append(path)
    return PartsWritten(tuple(done), tuple(missing))


def read_parts(
    paths: Sequence[Path], library: Library, whole: Identity, progress: Progress
) -> tuple[PartFile, ...]:
    """Read parts of one questionnaire; a bad file never stops the others.

    Raises:
        Cancelled: by `progress`.
    """
    found = []
    for place, path in enumerate(paths):
        progress.step(place, len(paths), path.name)
        found.append(_read(path, library, whole))
    return tuple(found)


def read_file(path: Path, library: Library) -> Document | Part:
    """What a file holds: a part, or a submission of any kind.

    Raises:
        FileError: it is none of these or cannot be read.
        InstrumentError: the questionnaire or this version of it is unknown.
    """
    from exports.incoming import read_submission

    if is_part(path):
        return read_part_file(path, library)
    return read_submission(path, library)


def is_part(path: Path) -> bool:
    """Whether a file says that it is a part; its name decides nothing."""
    return says(path, PART, MAX_BYTES)


def read_part_file(path: Path, library: Library) -> Part:
    """The part in a file.

    Raises:
        FileError: it is none or cannot be read.
        InstrumentError: the questionnaire or this version of it is unknown.
    """
    return read_part(read_limited(path, MAX_BYTES), library.instrument, path.name)


def _read(path: Path, library: Library, whole: Identity) -> PartFile:
    try:
        part = read_part_file(path, library)
    except AppError as error:
        return PartFile(path, error=error)
    theirs = part.document.identity
    if theirs != whole:
        other = AnswerError(
            ErrorCode.ASSESSMENT_OTHER,
            path=path.name,
            found=_differing(theirs, whole),
            expected=_differing(whole, theirs),
        )
        return PartFile(path, error=other)
    return PartFile(path, part)


def _differing(one: Identity, other: Identity) -> str:
    keys = ("country", "instrument", "instrument_version", "round", "expert")
    found = (getattr(one, key) for key in keys if getattr(one, key) != getattr(other, key))
    return ", ".join(found)
