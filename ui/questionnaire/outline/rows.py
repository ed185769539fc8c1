"""The outline's rows, worked out from an open assessment; only what changed is made anew."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import compress
from operator import is_not
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.marks import Mark, mark_name
from ui.questionnaire.outline.filter import Shown
from ui.questionnaire.page.page_state import finding_mark, on_page
from ui.questionnaire.page.parked import parked_now
from ui.questionnaire.page.returned import Returned
from ui.questionnaire.questions import CONTEXT, Questions, short_id
from wb6assess.model.assessment import Answer, Confidence
from wb6assess.model.vocabulary import Severity
from wb6assess.scoring.states import IndicatorScore, State

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
        shown: The filters it passes, `ALL` left out.
    """

    page: str
    heading: bool
    group: str
    number: str
    title: str
    mark: Mark | None
    right: tuple[Mark, ...] = ()
    count: str = ""
    shown: frozenset[Shown] = frozenset()

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

_NONE: frozenset[Shown] = frozenset()

_Facts = tuple[Mark, bool, Mark | None, bool, frozenset[Shown]]
"""State, flagged, finding, query without reply, rarer filters it passes: all a row depends on."""


@dataclass(frozen=True, slots=True)
class _Causes:
    """What rows depend on at one moment; what is the same object as before has not changed."""

    answers: Mapping[str, Answer]
    scores: Mapping[str, IndicatorScore]
    findings: Mapping[str, Mark]
    flags: frozenset[str]
    asked: Mapping[str, bool]
    parked: frozenset[str]
    part: object

    def differing(self, was: "_Causes | None", items: Collection[str]) -> list[str]:
        """Those of `items` for which anything is another than it was."""
        if was is None or was.part != self.part:
            return list(items)
        apart = set(self.flags ^ was.flags | self.parked ^ was.parked)
        apart |= {item for item, _ in self.findings.items() ^ was.findings.items()}
        apart |= {item for item, _ in self.asked.items() ^ was.asked.items()}
        for now, then in ((self.answers, was.answers), (self.scores, was.scores)):
            others = map(is_not, map(now.get, items), map(then.get, items))
            apart |= set(compress(items, others))
        return [item for item in apart if item in items]


class OutlineRows:
    """All rows in reading order, headings before their indicators."""

    def __init__(self, opened: "OpenAssessment", questions: Questions) -> None:
        self._opened, self._questions = opened, questions
        self.returned = Returned(opened, questions)
        self._places: dict[str, int] = {}
        self._facts: dict[str, _Facts] = {}
        self._headings: dict[str, int] = {}
        self._groups: dict[str, list[str]] = {}
        self._causes: _Causes | None = None
        self.rows: list[Row] = []
        self._passing: Counter[Shown] = Counter()
        self.n_parked = 0
        """How many answers and facts are kept aside."""
        shown = questions.instrument
        for pillar in shown.pillars:
            heading = Row(pillar.id, True, pillar.id, short_id(pillar.id), pillar.title, None)
            items = [(item.id, item.title) for item in pillar.indicators]
            self._add_group(heading, items)
        if shown.vignettes:
            title = QCoreApplication.translate("Outline", "Invented countries, not scored")
            items = [(vignette.id, vignette.title) for vignette in shown.vignettes]
            self._add_group(Row(VIGNETTES, True, VIGNETTES, "", title, None), items)
        if questions.context:
            title = QCoreApplication.translate("Outline", "Context questions, not scored")
            self._add_group(Row(CONTEXT, True, CONTEXT, "", title, None), [])
        self.follow()

    def follow(self) -> list[int]:
        """Work the rows out again; returns the places of those that differ."""
        opened = self._opened
        findings = _finding_marks(opened)
        flags, answers, scores = opened.flags, opened.answers, opened.scores.indicators
        asked = self.returned.pages()
        now = parked_now(opened)
        self.n_parked = len(now)
        whole, parked = opened.part is None, now.pages
        causes = _Causes(dict(answers), scores, findings, flags, asked, parked, opened.part)
        was, self._causes = self._causes, causes
        changed: list[int] = []
        groups: set[str] = set()
        for item in causes.differing(was, self._facts):
            known = self._facts[item]
            answer = answers.get(item)
            result = scores.get(item)
            mark = _MARKS[result.state] if result is not None else _vignette_mark(answer)
            finding = findings.get(item)
            if not (whole or opened.is_ours(item)):
                mark, finding = Mark.LOCKED, None
            rare = _NONE
            waits = asked.get(item)
            if answer is not None:
                rare = _rare(answer, mark, scored=result is not None, parked=item in parked)
            if waits is not None:
                rare |= {Shown.QUERIES}
            facts = (mark, item in flags, finding, bool(waits), rare)
            if facts != known:
                self._facts[item] = facts
                place = self._places[item]
                self._put(place, _with_facts(self.rows[place], facts))
                changed.append(place)
                groups.add(self.rows[place].group)
        changed += [self._headings[group] for group in groups if self._count(group)]
        if CONTEXT in self._headings and self._count_context(asked.get(CONTEXT)):
            changed.append(self._headings[CONTEXT])
        return sorted(changed)

    def reword(self) -> list[int]:
        """Take over the titles of another language; returns the places of rows that differ."""
        shown = self._questions.instrument
        titles = {pillar.id: pillar.title for pillar in shown.pillars}
        titles |= {item.id: item.title for item in shown.indicators()}
        titles |= {vignette.id: vignette.title for vignette in shown.vignettes}
        changed = [n for n, row in enumerate(self.rows) if titles.get(row.page, row.title) != row.title]
        for place in changed:
            self.rows[place] = replace(self.rows[place], title=titles[self.rows[place].page])
        return changed

    def place(self, page: str) -> int:
        """Where the row of a page stands."""
        return self._headings[CONTEXT] if page == CONTEXT else self._places[page]

    def first_in(self, group: str) -> str:
        """The first page of a pillar that is to do, else its first; "" where it has none."""
        rows = [
            row for row in self.rows if row.group == group and (not row.heading or row.page == CONTEXT)
        ]
        todo = [row.page for row in rows if row.mark is Mark.TODO]
        return next(iter([*todo, *(row.page for row in rows)]), "")

    def headings(self) -> list[tuple[str, str, str, str]]:
        """Groups as (id, number, title, count)."""
        rows = (self.rows[place] for place in self._headings.values())
        return [(row.group, row.number, row.title, row.count) for row in rows]

    def counts(self) -> Mapping[Shown, int]:
        """How many indicators each filter shows."""
        return {shown: self._passing[shown] for shown in Shown} | {Shown.ALL: len(self._places)}

    def _put(self, place: int, row: Row) -> None:
        """Put a row in the place of another one, and count what filters it passes."""
        self._passing.subtract(self.rows[place].shown)
        self._passing.update(row.shown)
        self.rows[place] = row

    def _add_group(self, heading: Row, items: Iterable[tuple[str, str]]) -> None:
        self._headings[heading.group] = len(self.rows)
        self._groups[heading.group] = []
        self.rows.append(heading)
        for item, title in items:
            self._places[item] = len(self.rows)
            self._groups[heading.group].append(item)
            self._facts[item] = (Mark.INFO, False, None, False, _NONE)
            self.rows.append(Row(item, False, heading.group, short_id(item), title, None))

    def _count(self, group: str) -> bool:
        """Count a group anew; whether its heading differs."""
        marks = [self._facts[item][0] for item in self._groups[group]]
        asked = sum(mark not in {Mark.SKIPPED, Mark.LOCKED} for mark in marks)
        return self._show_count(group, asked - marks.count(Mark.TODO), asked)

    def _count_context(self, query_waits: bool | None) -> bool:
        fields = self._questions.context
        done = sum(not self._opened.answer(field.id).empty for field in fields)
        known = self.rows[self._headings[CONTEXT]]
        self._show_count(CONTEXT, done, len(fields))
        row = self.rows[self._headings[CONTEXT]]
        shown = _NONE if query_waits is None else frozenset({Shown.QUERIES})
        mark = Mark.COMMENT if query_waits else row.mark
        self._put(self._headings[CONTEXT], replace(row, mark=mark, shown=shown))
        return self.rows[self._headings[CONTEXT]] != known

    def _show_count(self, group: str, done: int, asked: int) -> bool:
        place = self._headings[group]
        known = self.rows[place]
        mark = Mark.COMPLETE if asked and done == asked else None
        count = f"{done}/{asked}"
        if not self._ours(group):
            mark, count = Mark.LOCKED, QCoreApplication.translate("Outline", "not yours")
        self._put(place, Row(group, True, group, known.number, known.title, mark, (), count))
        return self.rows[place] != known

    def _ours(self, group: str) -> bool:
        """Whether this assessment asks anything of a group; a part leaves most to others."""
        if self._opened.part is None:
            return True
        return any(self._opened.is_ours(item) for item in self._groups[group])


def _with_facts(row: Row, facts: _Facts) -> Row:
    mark, flagged, finding, query_waits, rare = facts
    attention = finding or (Mark.COMMENT if query_waits else None)
    right = ((Mark.FLAGGED,) if flagged else ()) + ((attention,) if attention else ())
    passes = {
        Shown.TODO: mark is Mark.TODO,
        Shown.FLAGGED: flagged,
        Shown.FINDINGS: finding is not None,
    }
    shown = rare | {key for key, passed in passes.items() if passed}
    return Row(row.page, False, row.group, row.number, row.title, mark, right, "", shown)


def _rare(answer: Answer, mark: Mark, *, scored: bool, parked: bool) -> frozenset[Shown]:
    """The filters in the menu that an answered row passes."""
    answered = mark is Mark.ANSWERED
    passes = {
        Shown.LOW: answered and answer.confidence is Confidence.LOW,
        Shown.BARE: answered and scored and not answer.evidence,
        Shown.PARKED: parked,
    }
    return frozenset(key for key, passed in passes.items() if passed)


def _vignette_mark(answer: Answer | None) -> Mark:
    return Mark.TODO if answer is None or answer.value is None else Mark.ANSWERED


def _finding_marks(opened: "OpenAssessment") -> Mapping[str, Mark]:
    """Indicator id -> the most serious finding's mark; to-do is no finding of its own."""
    marks: dict[str, Mark] = {}
    for finding in opened.scores.findings:
        settled = finding.severity is Severity.COMMENT and not finding.open
        if not on_page(finding) or finding.severity is Severity.INFO or settled:
            continue
        for item in finding.about:
            marks.setdefault(item, finding_mark(finding))
    return marks
