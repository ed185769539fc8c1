"""What became of things a questionnaire has no place for; nothing is dropped without an entry."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from exports.xlsform.form import Row


class Fate(StrEnum):
    """What happened to a thing."""

    LOST = "lost"
    CHANGED = "changed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Loss:
    """One entry of the loss report.

    Attributes:
        fate: Lost, changed, or added because the format needs it.
        place: Sheet and row, such as "survey!12"; a sheet alone where all of it is meant.
        name: The question, list or column concerned.
        message: What happened, in plain words.
    """

    fate: Fate
    place: str
    name: str
    message: str

    def __str__(self) -> str:
        name = f" {self.name}" if self.name else ""
        return f"{self.fate.value:<7} {self.place}{name}: {self.message}"


@dataclass
class Report:
    """Entries in the order of the form."""

    losses: list[Loss] = field(default_factory=list)

    def lost(self, row: Row, message: str, name: str = "") -> None:
        """Something of a row has no counterpart."""
        self.losses.append(Loss(Fate.LOST, row.place, name or row.get("name"), message))

    def changed(self, row: Row, message: str, name: str = "") -> None:
        """Something of a row is there in another form."""
        self.losses.append(Loss(Fate.CHANGED, row.place, name or row.get("name"), message))

    def added(self, place: str, name: str, message: str) -> None:
        """Something stands in for what the form does not say."""
        self.losses.append(Loss(Fate.ADDED, place, name, message))


def report_text(title: str, losses: Sequence[Loss]) -> str:
    """The loss report as a text file."""
    counts = {fate: sum(1 for loss in losses if loss.fate is fate) for fate in Fate}
    head = (
        f"What became of {title}\n\n{counts[Fate.LOST]} lost, {counts[Fate.CHANGED]} changed, "
        f"{counts[Fate.ADDED]} added. Places are sheet!row of the XLSForm.\n\n"
    )
    return head + "".join(f"{loss}\n" for loss in losses)


def as_json(losses: Iterable[Loss]) -> list[dict[str, str]]:
    """The entries for machines."""
    return [
        {"fate": loss.fate.value, "place": loss.place, "name": loss.name, "message": loss.message}
        for loss in losses
    ]
