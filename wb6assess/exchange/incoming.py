"""What a file from outside holds: its document, and what a person should know of it."""

from dataclasses import dataclass

from wb6assess.model.assessment import Document


@dataclass(frozen=True, slots=True)
class Incoming:
    """A submission that was read.

    Attributes:
        document: Its answers.
        remarks: Sentences on what a person should know of before taking them.
        sealed_hash: Content hash of what this program wrote into the file; empty where the file does
            not say. A workbook may be edited since, which shows by it.
    """

    document: Document
    remarks: tuple[str, ...] = ()
    sealed_hash: str = ""
