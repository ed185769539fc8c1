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
