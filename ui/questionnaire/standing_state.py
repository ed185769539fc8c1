"""What "where I stand" shows, worked out from the scores of an open assessment."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.marks import Mark
from ui.questionnaire.page.page_state import finding_mark
from ui.questionnaire.questions import short_id
from ui.questionnaire.wording import message
from ui.report_words import band_words
from ui.widgets.finding import FindingState
from ui.widgets.pillar_row import PillarState
from wb6assess.model.finding import Finding
from wb6assess.model.instrument import Instrument
from wb6assess.model.vocabulary import Severity
from wb6assess.reports.wording import published_sign
from wb6assess.scoring.bands import to_next_band
from wb6assess.scoring.findings import Rule
from wb6assess.scoring.noticed_at import noticed_at
from wb6assess.scoring.numbers import published
from wb6assess.scoring.tree import NodeScore, NodeStatus

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment


LISTED = 30
"""Findings listed beside the question; more than a person reads there."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Standing", text)


@dataclass(frozen=True, slots=True)
class StandingState:
    """Everything in the pane; figures are ready to print.

    `findings` are the first `LISTED`, which matter most; `marks` counts all of them by kind, most
    serious first. `queries` are all of the coordinator's, and those without a reply.
    """

    score: str
    short_score: str
    band: str
    letter: str
    band_words: str
    coverage: str
    provisional: bool
    pillars: tuple[PillarState, ...]
    findings: tuple[FindingState, ...]
    marks: tuple[tuple[Mark, int], ...]
    summary: str
    parked: int = 0
    queries: tuple[int, int] = (0, 0)

    @property
    def n_findings(self) -> int:
        """All findings; `findings` are the first of them."""
        return sum(count for _, count in self.marks)


class Pillars:
    """The rows of pillars; one whose score is still the same object is not worked out again.

    An answer touches one pillar, and a large questionnaire has more than a hundred.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[NodeScore, PillarState]] = {}

    def states(self, shown: Instrument, scores: Mapping[str, NodeScore]) -> tuple[PillarState, ...]:
        """One for each pillar of `shown`, in its words."""
        return tuple(self._state(pillar.id, pillar.title, scores[pillar.id]) for pillar in shown.pillars)

    def _state(self, pillar: str, title: str, node: NodeScore) -> PillarState:
        known = self._known.get(pillar)
        if known is None or known[0] is not node or known[1].title is not title:
            known = self._known[pillar] = node, _pillar_state(pillar, title, node)
        return known[1]


def standing_state(
    opened: "OpenAssessment",
    shown: Instrument | None = None,
    *,
    pillars: Pillars | None = None,
    parked: int = 0,
    queries: tuple[int, int] = (0, 0),
) -> StandingState:
    """The state of the pane.

    Args:
        opened: The assessment.
        shown: In the words of this; without, of the questionnaire itself.
        pillars: What was worked out for the last state of this assessment.
        parked: How many answers are kept aside.
        queries: How many queries there are, and how many without a reply.
    """
    shown = shown or opened.instrument
    scores = opened.scores
    node = scores.domain
    worth = [finding for finding in scores.findings if _worth_listing(finding)]
    return StandingState(
        score=score_words(node),
        short_score=_short(node),
        band=node.band.value if node.band else "",
        letter=node.band.letter if node.band else "",
        band_words=_band_words(node),
        coverage=_coverage_line(opened, node),
        provisional=node.provisional,
        pillars=(pillars or Pillars()).states(shown, scores.pillars),
        findings=tuple(
            _finding_state(finding, shown, noticed_at(finding, opened.sheet))
            for finding in worth[:LISTED]
        ),
        marks=_mark_counts(worth),
        summary=_summary(worth),
        parked=parked,
        queries=queries,
    )


def score_words(node: NodeScore) -> str:
    """The published score with its dagger, or the sign that stands for it."""
    return published_sign(node.status, node.published) + ("†" if node.provisional else "")


def _short(node: NodeScore) -> str:
    if node.published is None or node.value is None:
        return published_sign(node.status, node.published)
    return f"{published(node.value, 0)}" + ("†" if node.provisional else "")


def _band_words(node: NodeScore) -> str:
    if node.band is None:
        return _tr("No score yet")
    words = band_words(node.band)
    return words[:1].upper() + words[1:]


def percent(share: float | None) -> str:
    """A share in [0, 1] as whole per cent."""
    return "–" if share is None else f"{published(100 * share, 0)}\u00a0%"


def _coverage_line(opened: "OpenAssessment", node: NodeScore) -> str:
    parts = [_tr("Coverage {share}").format(share=percent(node.coverage))]
    if node.status is NodeStatus.INSUFFICIENT:
        parts.append(_tr("a score needs {share}").format(share=percent(opened.parameters.tau)))
    elif node.published is not None:
        gap = to_next_band(node.published, opened.parameters.cuts)
        if gap is not None:
            parts.append(_tr("{points} to the next band").format(points=gap))
    return "  ·  ".join(parts)


def _pillar_state(pillar: str, title: str, node: NodeScore) -> PillarState:
    return PillarState(
        id=pillar,
        number=short_id(pillar),
        title=title,
        score=score_words(node),
        band=node.band.value if node.band else "",
        letter=node.band.letter if node.band else "",
        band_words=_band_words(node),
        coverage=percent(node.coverage),
        share=float(node.published) / 100 if node.published is not None else 0.0,
    )


def _worth_listing(finding: Finding) -> bool:
    """What is to do stands in the outline; a commented finding is settled."""
    if finding.id == Rule.UNANSWERED or not finding.about:
        return False
    return finding.open or finding.severity is not Severity.COMMENT


def _finding_state(finding: Finding, shown: Instrument, at: tuple[str, ...]) -> FindingState:
    return FindingState(
        mark=finding_mark(finding),
        ids=ids_words(at),
        sentence=message(finding, shown),
        action=_action(finding),
        target=at[0],
    )


def ids_words(ids: tuple[str, ...]) -> str:
    """Both ids, or the first two and how many more."""
    if len(ids) <= 2:
        return _tr(" and ").join(ids)
    return _tr("{first}, {second} and {n} more").format(first=ids[0], second=ids[1], n=len(ids) - 2)


def _action(finding: Finding) -> str:
    match finding.id:
        case Rule.JUSTIFICATION_MISSING:
            return _tr("Add a justification")
        case Rule.EVIDENCE_MISSING:
            return _tr("Add evidence")
        case Rule.NA_REASON_MISSING:
            return _tr("Add the reason")
        case Rule.NA_NOT_ALLOWED | Rule.WITHHELD_NOT_ALLOWED:
            return _tr("Choose another answer")
        case Rule.VALUE_INVALID:
            return _tr("Correct the answer")
        case Rule.FIELD_INVALID:
            return _tr("Correct the fact")
    if finding.severity is Severity.BLOCK:
        return _tr("Change one of the answers") if len(finding.about) > 1 else _tr("Change the answer")
    return _tr("Explain or change the answer") if finding.severity is Severity.COMMENT else ""


def _summary(findings: list[Finding]) -> str:
    # Information asks for nothing; the review calls it so, too.
    n = sum(finding.severity is not Severity.INFO for finding in findings)
    blocking = sum(finding.severity is Severity.BLOCK for finding in findings)
    if not n:
        return ""
    if not blocking:
        return _tr("{n} open").format(n=n)
    if blocking == 1:
        return _tr("{n} open, 1 blocks").format(n=n)
    return _tr("{n} open, {blocking} block").format(n=n, blocking=blocking)


def _mark_counts(findings: list[Finding]) -> tuple[tuple[Mark, int], ...]:
    """How many findings of each kind there are, most serious first."""
    counts = Counter(finding_mark(finding) for finding in findings)
    order = (Mark.BLOCKS, Mark.COMMENT, Mark.LOOK, Mark.INFO)
    return tuple((mark, counts[mark]) for mark in order if counts[mark])
