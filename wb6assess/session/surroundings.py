"""What all open assessments of one workspace share."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from wb6assess.errors import FileError, InstrumentError
from wb6assess.instruments.library import Library
from wb6assess.instruments.reader import read_stored
from wb6assess.model.instrument import Instrument
from wb6assess.store import assessments as table
from wb6assess.store.attachments import AttachmentFolder
from wb6assess.store.database import Database
from wb6assess.store.records import AssessmentInfo


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where answers and files are kept, the questionnaires, and the clock (UTC)."""

    database: Database
    library: Library
    attachments: AttachmentFolder
    now: Callable[[], datetime]

    def questionnaire_of(self, info: AssessmentInfo) -> Instrument:
        """The very questionnaire the answers were given to: the library's, or our copy of it."""
        key = info.identity
        with self.database.reading() as connection:
            digest = table.instrument_digest(connection, info.id)
            # The library may have moved on, or somebody edited the file without a new version.
            with suppress(InstrumentError, FileError):
                found = self.library.instrument(key.instrument, key.instrument_version)
                if found.digest == digest:
                    return found
            text = table.instrument_text(connection, digest)
        return read_stored(text, f"{key.instrument} {key.instrument_version}")
