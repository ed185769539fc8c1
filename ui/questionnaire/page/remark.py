"""A tinted line on the page: why something is as it is."""

from dataclasses import dataclass

from ui.marks import Mark


@dataclass(frozen=True, slots=True)
class Remark:
    """One line, and where the cause lies: `target` is the page the link leads to."""

    mark: Mark
    text: str
    role: str = "info"
    link: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark that may be answered in place.

    Attributes:
        remark: What it says.
        key: Under which key the words are kept among the answer's comments; "" where none are asked.
        words: What was written so far.
        label: What the field is called; "" for a comment.
    """

    remark: Remark
    key: str = ""
    words: str = ""
    label: str = ""
