"""The outline's rows, worked out from an open assessment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.marks import Mark, mark_name
from ui.questionnaire.outline_filter import Shown
from ui.questionnaire.page_state import finding_mark
from ui.questionnaire.questions import CONTEXT, Questions, short_id
from wb6assess.model.instrument import Severity
from wb6assess.scoring.findings import Rule
from wb6assess.scoring.states import State

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment

VIGNETTES = "vignettes"


@dataclass(frozen=True, slots=True)
class Row:
    """One row, ready to paint.

    Attributes:
        page: Page id, or the group's id for a heading.
        heading: Whether this is a pillar.
        group: The heading it stands under.
        number: What stands before the title.
        mark: State of the answer; None for headings that are not complete.
        right: At most two marks at the right edge.
        count: "5/7" on headings.
    """

    page: str
    heading: bool
    group: str
    number: str
    title: str
    mark: Mark | None
    right: tuple[Mark, ...] = ()
    count: str = ""

    @property
    def spoken(self) -> str:
        """The row in words, for screen readers."""
        marks = [mark_name(mark) for mark in ((self.mark,) if self.mark else ()) + self.right]
        return ", ".join(
            [f"{self.number} {self.title}".strip(), *([self.count] if self.count else []), *marks]
        )


_MARKS: Mapping[State, Mark] = {
    State.ANSWERED: Mark.ANSWERED,
    State.NOT_APPLICABLE: Mark.NOT_APPLICABLE,
    State.DONT_KNOW: Mark.DONT_KNOW,
    State.WITHHELD: Mark.WITHHELD,
    State.UNANSWERED: Mark.TODO,
    State.SKIPPED_EXCLUDE: Mark.SKIPPED,
    State.SKIPPED_ZERO: Mark.SKIPPED,
}

_SEVERE = (Mark.BLOCKS, Mark.COMMENT, Mark.LOOK)


def outline_rows(opened: "OpenAssessment", questions: Questions) -> list[Row]:
    """All rows in reading order, headings before their indicators."""
    findings = _finding_marks(opened)
    rows: list[Row] = []
    for pillar in opened.instrument.pillars:
        items = [_indicator_row(opened, item.id, pillar.id, findings) for item in pillar.indicators]
        rows.append(_heading(pillar.id, short_id(pillar.id), pillar.title, items))
        rows += items
    rows += _vignette_rows(opened)
    if questions.context:
        rows.append(_context_row(opened, questions))
    return rows


def _heading(group: str, number: str, title: str, items: Iterable[Row]) -> Row:
    asked = [row for row in items if row.mark is not Mark.SKIPPED]
    done = sum(row.mark is not Mark.TODO for row in asked)
    complete = bool(asked) and done == len(asked)
    return Row(
        group,
        True,
        group,
        number,
        title,
        Mark.COMPLETE if complete else None,
        (),
        f"{done}/{len(asked)}",
    )


def _indicator_row(opened: "OpenAssessment", item: str, group: str, findings: Mapping[str, Mark]) -> Row:
    state = opened.scores.indicators[item].state
    right = [Mark.FLAGGED] if item in opened.flags else []
    if item in findings:
        right.append(findings[item])
    title = opened.instrument.by_id[item].title
    return Row(item, False, group, short_id(item), title, _MARKS[state], tuple(right))


def _finding_marks(opened: "OpenAssessment") -> Mapping[str, Mark]:
    """Indicator id -> the most serious finding's mark; to-do is no finding of its own."""
    marks: dict[str, Mark] = {}
    for finding in opened.scores.findings:
        settled = finding.severity is Severity.COMMENT and not finding.open
        if finding.id == Rule.UNANSWERED or finding.severity is Severity.INFO or settled:
            continue
        for item in finding.about:
            marks.setdefault(item, finding_mark(finding))
    return marks


def _vignette_rows(opened: "OpenAssessment") -> list[Row]:
    items = [
        Row(
            vignette.id, False, VIGNETTES, short_id(vignette.id), vignette.title,
            Mark.TODO if opened.answer(vignette.id).value is None else Mark.ANSWERED,
        )
        for vignette in opened.instrument.vignettes
    ]  # fmt: skip
    title = QCoreApplication.translate("Outline", "Invented examples")
    return [_heading(VIGNETTES, "", title, items), *items] if items else []


def _context_row(opened: "OpenAssessment", questions: Questions) -> Row:
    done = sum(not opened.answer(field.id).empty for field in questions.context)
    title = QCoreApplication.translate("Outline", "Context questions, not scored")
    mark = Mark.COMPLETE if done == len(questions.context) else None
    return Row(CONTEXT, True, CONTEXT, "", title, mark, (), f"{done}/{len(questions.context)}")


def matches(row: Row, shown: Shown) -> bool:
    """Whether a row belongs to a filter."""
    match shown:
        case Shown.TODO:
            return row.mark is Mark.TODO
        case Shown.FLAGGED:
            return Mark.FLAGGED in row.right
        case Shown.FINDINGS:
            return any(mark in _SEVERE for mark in row.right)
        case Shown.ALL:
            return True


def counts(rows: Iterable[Row]) -> Mapping[Shown, int]:
    """How many indicators each filter shows."""
    items = [row for row in rows if not row.heading]
    return {shown: sum(matches(row, shown) for row in items) for shown in Shown}
