"""What all open assessments of one workspace share."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from wb6assess.instruments.library import Library
from wb6assess.store.attachments import AttachmentFolder
from wb6assess.store.database import Database


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where answers and files are kept, the questionnaires, and the clock (UTC)."""

    database: Database
    library: Library
    attachments: AttachmentFolder
    now: Callable[[], datetime]
