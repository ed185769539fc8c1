"""What the review page shows, worked out from an open assessment."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.marks import Mark
from ui.questionnaire.page.page_state import finding_mark
from ui.questionnaire.questions import Questions
from ui.questionnaire.standing_state import ids_words
from ui.questionnaire.wording import message
from wb6assess.model.finding import Finding
from wb6assess.model.vocabulary import Severity
from wb6assess.scoring.findings import Rule
from wb6assess.scoring.noticed_at import noticed_at

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment


def _tr(text: str, n: int = -1) -> str:
    words = QCoreApplication.translate("Review", text, None, n)
    return words if n < 0 else words.replace("%n", str(n))


@dataclass(frozen=True, slots=True)
class Item:
    """One indicator of a list that opens under a line."""

    page: str
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One line: what was noticed, where a click leads.

    `target` is a page, or empty when the line opens the list `items`. `check` is set where a
    comment is asked for; it is kept with the answer to `about`.
    """

    mark: Mark
    ids: str
    title: str
    sentence: str
    action: str
    target: str = ""
    items: tuple[Item, ...] = ()
    check: str = ""
    about: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A card of lines under its heading."""

    title: str
    count: str
    lines: tuple[ReviewLine, ...]


@dataclass(frozen=True, slots=True)
class ReviewState:
    """Everything on the page; `reason` says what stands against handing in, "" when nothing does."""

    summary: str
    groups: tuple[Group, ...]
    reason: str


def review_state(opened: "OpenAssessment", questions: Questions) -> ReviewState:
    """The state of the page for the answers of this moment."""
    lines = _Lines(opened, questions)
    findings = opened.scores.findings
    by_severity = {
        severity: [finding for finding in findings if finding.severity is severity]
        for severity in Severity
    }
    blocks = tuple(map(lines.of, by_severity[Severity.BLOCK]))
    comments = tuple(map(lines.of, by_severity[Severity.COMMENT]))
    looks = (*lines.queries(), *map(lines.of, by_severity[Severity.WARN]), *lines.flagged())
    notes = tuple(map(lines.of, by_severity[Severity.INFO]))
    uncommented = sum(finding.open for finding in by_severity[Severity.COMMENT])
    groups = (
        Group(_tr("Blocks handing in"), str(len(blocks)), blocks),
        Group(_tr("Needs a comment"), _comment_count(uncommented), comments),
        Group(_tr("Worth a look"), _tr("{n}, you can hand in without").format(n=len(looks)), looks),
        Group(_tr("Information"), str(len(notes)), notes),
    )
    return ReviewState(
        summary=_summary(len(blocks), uncommented, len(looks)),
        groups=tuple(group for group in groups if group.lines),
        reason=_reason(opened.open_findings()),
    )


class _Lines:
    """Makes lines out of findings."""

    def __init__(self, opened: "OpenAssessment", questions: Questions) -> None:
        self._opened, self._questions = opened, questions

    def of(self, finding: Finding) -> ReviewLine:
        """A finding as a line."""
        if finding.id == Rule.UNANSWERED:
            return self._unanswered(finding)
        about = finding.about[0] if finding.about else ""
        comments = finding.severity is Severity.COMMENT and bool(about)
        at = noticed_at(finding, self._opened.sheet)
        # A comment has its field in the line, which has no room for a list as well.
        several = len(at) > 2 and not comments
        there = at[0] if at and not several else ""
        action = _tr("Go to {id}").format(id=there) if there else _tr("Show") if several else ""
        return ReviewLine(
            mark=finding_mark(finding),
            ids=ids_words(at) if at else _tr("Whole questionnaire"),
            title=self._title(there) if len(at) == 1 else "",
            sentence=message(finding, self._questions.instrument),
            action=action,
            target=self._questions.page_of(there) if there else "",
            items=self._items(at) if several else (),
            check=finding.id if comments else "",
            about=about if comments else "",
            comment=finding.comment,
        )

    def flagged(self) -> tuple[ReviewLine, ...]:
        """The questions the expert marked, as one line."""
        order = self._questions.place
        flags = sorted(self._opened.flags, key=lambda item: order.get(item, len(order)))
        if not flags:
            return ()
        return (
            ReviewLine(
                mark=Mark.FLAGGED,
                ids=_tr("%n flagged", len(flags)),
                title=_listed(flags),
                sentence=_tr("You marked this to come back to.")
                if len(flags) == 1
                else _tr("You marked these to come back to."),
                action=_tr("Show"),
                items=self._items(flags),
            ),
        )

    def queries(self) -> tuple[ReviewLine, ...]:
        """What the coordinator asked and nobody replied to, as one line."""
        asked = list(dict.fromkeys(query.indicator for query in self._opened.queries if not query.reply))
        if not asked:
            return ()
        return (
            ReviewLine(
                mark=Mark.COMMENT,
                ids=_tr("1 query") if len(asked) == 1 else _tr("{n} queries").format(n=len(asked)),
                title=_listed(asked),
                sentence=_tr("The coordinator asks about these answers and has no reply yet."),
                action=_tr("Show"),
                items=self._items(asked),
            ),
        )

    def _unanswered(self, finding: Finding) -> ReviewLine:
        n = len(finding.about)
        return ReviewLine(
            mark=Mark.TODO,
            ids=_tr("1 indicator") if n == 1 else _tr("{n} indicators").format(n=n),
            title=_listed(finding.about),
            sentence=message(finding, self._questions.instrument),
            action=_tr("Show"),
            items=self._items(finding.about),
        )

    def _items(self, ids: "tuple[str, ...] | list[str]") -> tuple[Item, ...]:
        return tuple(Item(self._questions.page_of(item), item, self._title(item)) for item in ids)

    def _title(self, item: str) -> str:
        indicator = self._questions.indicator(item)
        if indicator is not None:
            return indicator.title
        field = self._questions.instrument.context_by_id.get(item)
        return field.label if field else ""


def _listed(ids: "tuple[str, ...] | list[str]") -> str:
    """The first four ids and how many more."""
    shown = ", ".join(ids[:4])
    if len(ids) <= 4:
        return shown
    return _tr("{ids} and {n} more").format(ids=shown, n=len(ids) - 4)


def _comment_count(n: int) -> str:
    return _tr("{n}, required to hand in").format(n=n) if n else _tr("all commented")


def _summary(blocks: int, comments: int, looks: int) -> str:
    """One sentence above the groups."""
    if not blocks and not comments:
        if not looks:
            return _tr("Nothing open. You can hand in.")
        return _tr("Nothing stands against handing in. The rest is your choice.")
    parts = []
    if not blocks:
        one, many = _tr("one finding needs a comment"), _tr("{n} findings need a comment")
    else:
        one, many = _tr("one needs a comment"), _tr("{n} need a comment")
    if blocks == 1:
        parts.append(_tr("one finding blocks handing in"))
    elif blocks:
        parts.append(_tr("{n} findings block handing in").format(n=blocks))
    if comments == 1:
        parts.append(one)
    elif comments:
        parts.append(many.format(n=comments))
    words = _tr(" and ").join(parts)
    return words[:1].upper() + words[1:] + "." + (_tr(" The rest is your choice.") if looks else "")


def _reason(findings: tuple[Finding, ...]) -> str:
    """What to do before handing in; names the first three places."""
    if not findings:
        return ""
    tasks = [_task(finding) for finding in findings[:3]]
    if len(findings) > 3:
        left = len(findings) - 3
        tasks.append(_tr("see to one more") if left == 1 else _tr("see to {n} more").format(n=left))
    listed = _tr(", and ").join([", ".join(tasks[:-1]), tasks[-1]]) if len(tasks) > 1 else tasks[0]
    head = _tr("One thing first:") if len(findings) == 1 else _tr("{n} things first:")
    return f"{head.format(n=_number(len(findings)))} {listed}."


def _number(n: int) -> str:
    words = {2: _tr("Two"), 3: _tr("Three"), 4: _tr("Four"), 5: _tr("Five"), 6: _tr("Six")}
    return words.get(n, str(n))


def _task(finding: Finding) -> str:
    place = finding.about[0] if finding.about else _tr("the questionnaire")
    tasks = {
        Rule.JUSTIFICATION_MISSING: _tr("add a justification or a comment to {id}"),
        Rule.EVIDENCE_MISSING: _tr("add evidence or a comment to {id}"),
        Rule.NA_REASON_MISSING: _tr("add the reason to {id}"),
    }
    if finding.id in set(tasks):
        return tasks[Rule(finding.id)].format(id=place)
    if finding.severity is Severity.BLOCK:
        return _tr("change {id}").format(id=place)
    return _tr("comment on {id} or change it").format(id=place)
