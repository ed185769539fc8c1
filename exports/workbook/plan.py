"""Which row holds what: one plan for the sheets, the formulas and the self-check."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from exports.workbook.names import MACHINE, SCORES, at, on
from wb6assess.model.assessment import Document, Evidence
from wb6assess.model.instrument import Check, Field, Indicator, Instrument, Pillar
from wb6assess.model.vocabulary import FieldType, Severity
from wb6assess.scoring.findings import Rule

KEY_ROW = 2
HEAD_ROW = 3
FIRST_ROW = 4
SPARE_EVIDENCE = 40
"""Empty evidence rows a person can fill, at least."""

MANY = 6
"""Indicators a finding may be about to be named beside each of them."""

IDENTITY_INPUTS = ("country", "round", "expert", "status")

# Columns of Answers.
ID, QUESTION, ANSWER, SAYS, STATE, CONFIDENCE, REASON, EVIDENCE, SCORE, WEIGHT, FINDINGS = range(11)


@dataclass(frozen=True, slots=True)
class FactKey:
    """One input of the Facts sheet.

    Attributes:
        key: What stands in the id column: `FDI-1.1.basis`, `FDI-C4`, `FDI-5.4.cases[2024,received]`.
        question: The companion field or context question.
        item: Indicator id, or the context question's own id.
        field: Companion field id; empty for a context question.
        cell: Row and column key of a grid's cell.
    """

    key: str
    question: Field
    item: str
    field: str = ""
    cell: tuple[str, str] | None = None

    @property
    def place(self) -> str:
        """The key of the whole fact, without the grid's cell."""
        return f"{self.item}.{self.field}" if self.field else self.item


@dataclass(frozen=True, slots=True)
class FindingKey:
    """One row of the Findings sheet.

    `check` is an instrument check, or None for a rule of the application; `item` keeps the comment.
    """

    id: str
    item: str
    about: tuple[str, ...]
    check: Check | None = None
    severity: Severity | None = None
    level: int = 0


def fact_keys(instrument: Instrument) -> Iterator[FactKey]:
    """Every input of the Facts sheet in order: companion fields by indicator, then context."""
    for indicator in instrument.indicators():
        for question in indicator.fields:
            yield from _cells(question, indicator.id, question.id)
    for question in instrument.context:
        yield from _cells(question, question.id, "")


def _cells(question: Field, item: str, field_id: str) -> Iterator[FactKey]:
    key = f"{item}.{field_id}" if field_id else item
    if question.type is not FieldType.GRID:
        yield FactKey(key, question, item, field_id)
        return
    if not field_id:
        # A context question also has a state and a justification: one row for them.
        yield FactKey(key, question, item)
    for row in question.rows:
        for column in question.columns:
            cell = (row.key, column.key)
            yield FactKey(f"{key}[{row.key},{column.key}]", question, item, field_id, cell)


def standard_findings(instrument: Instrument) -> Iterator[FindingKey]:
    """Findings a workbook can notice by itself: the instrument's checks and missing grounds."""
    for check in instrument.checks:
        item = check.about[0] if check.about else ""
        yield FindingKey(check.id, item, check.about, check, check.severity)
    for indicator in instrument.indicators():
        wanted = indicator.require
        about = (indicator.id,)
        for rule, level in (
            (Rule.JUSTIFICATION_MISSING, wanted.justification_from),
            (Rule.EVIDENCE_MISSING, wanted.evidence_from),
        ):
            if level is not None:
                yield FindingKey(rule.value, indicator.id, about, None, Severity.COMMENT, level)


def all_findings(instrument: Instrument, document: Document) -> Iterator[FindingKey]:
    """The standard ones, then places of other comments the document holds."""
    known = set()
    for key in standard_findings(instrument):
        known.add((key.id, key.item))
        yield key
    for item, answer in document.answers.items():
        for check in answer.comments:
            if (check, item) not in known:
                yield FindingKey(check, item, (item,))


@dataclass
class Plan:
    """Rows of every sheet, counted from 0; pillars lie in one block on Answers, Guide and Scores."""

    instrument: Instrument
    document: Document
    blank: bool = False
    parameters: int = 8
    answer_rows: Mapping[str, int] = field(init=False)
    heading_rows: Mapping[str, int] = field(init=False)
    fact_rows: Mapping[str, int] = field(init=False)
    fact_headings: Mapping[int, str] = field(init=False)
    evidence: tuple[tuple[str, Evidence], ...] = field(init=False)
    findings: tuple[FindingKey, ...] = field(init=False)

    def __post_init__(self) -> None:
        self._place_answers()
        self._place_facts()
        self._place_evidence()
        self.findings = tuple(all_findings(self.instrument, self.document))
        self._machine: dict[str, int] = {}
        self._place_scores()

    def _place_answers(self) -> None:
        rows: dict[str, int] = {}
        headings: dict[str, int] = {}
        row = FIRST_ROW
        for pillar in self.instrument.pillars:
            headings[pillar.id] = row
            for place, item in enumerate(pillar.indicators, row + 1):
                rows[item.id] = place
            row += 1 + len(pillar.indicators)
        if self.instrument.vignettes:
            headings[""] = row
            for place, vignette in enumerate(self.instrument.vignettes, row + 1):
                rows[vignette.id] = place
        self.answer_rows, self.heading_rows = rows, headings

    def _place_facts(self) -> None:
        rows: dict[str, int] = {}
        headings: dict[int, str] = {}
        row, group = FIRST_ROW, None
        for fact in fact_keys(self.instrument):
            owner = fact.item if fact.field else ""
            if owner != group:
                headings[row] = group = owner
                row += 1
            rows[fact.key] = row
            row += 1
        self.fact_rows, self.fact_headings = rows, headings

    def _place_evidence(self) -> None:
        answers = self.document.answers
        order = [item for item in self.instrument.answerable() if item in answers]
        self.evidence = tuple((item, piece) for item in order for piece in answers[item].evidence)

    def _place_scores(self) -> None:
        count = len(self.instrument.pillars)
        self.total_row = FIRST_ROW + count
        self.chart_row = self.total_row + 5
        self.chart_rows = chart_height(count) // 20 + 2
        self.parameter_row = self.chart_row + self.chart_rows + 1
        self.score_head = self.parameter_row + self.parameters + 3
        self.score_rows = {
            item.id: row for row, item in enumerate(self.instrument.indicators(), self.score_head + 1)
        }

    @property
    def evidence_rows(self) -> tuple[int, int]:
        """First and last row of the Evidence sheet, spare ones included."""
        spare = max(SPARE_EVIDENCE, len(self.instrument.by_id))
        return FIRST_ROW, FIRST_ROW + len(self.evidence) + spare - 1

    @property
    def last_answer_row(self) -> int:
        """Last row of Answers and Guide."""
        return max([*self.answer_rows.values(), *self.heading_rows.values()], default=FIRST_ROW)

    def identity_row(self, what: str) -> int:
        """Row on Summary of an identity input; blank workbooks have them."""
        return 8 + IDENTITY_INPUTS.index(what)

    @property
    def summary_row(self) -> int:
        """Row of the heading over the pillars on Summary."""
        return 8 + (len(IDENTITY_INPUTS) + 2 if self.blank else 0)

    def pillar_row(self, pillar: Pillar) -> int:
        """A pillar's row on Scores."""
        return FIRST_ROW + self.instrument.pillars.index(pillar)

    def pillar_rows(self, pillar: Pillar) -> tuple[int, int]:
        """First and last row of a pillar's indicators on Scores; the pillar is not empty."""
        return (
            self.score_rows[pillar.indicators[0].id],
            self.score_rows[pillar.indicators[-1].id],
        )

    @cached_property
    def finding_rows(self) -> Mapping[tuple[str, str], int]:
        """(Finding id, item of its comment) -> row."""
        return {(key.id, key.item): row for row, key in enumerate(self.findings, FIRST_ROW)}

    @cached_property
    def findings_about(self) -> Mapping[str, tuple[FindingKey, ...]]:
        """Indicator id -> findings whose sentence stands in its row, in order."""
        found: dict[str, list[FindingKey]] = {}
        for key in self.findings:
            # A check about more indicators concerns the whole questionnaire, not their rows.
            if key.severity is not None and len(key.about) <= MANY:
                for item in key.about:
                    found.setdefault(item, []).append(key)
        return {item: tuple(keys) for item, keys in found.items()}

    # The machine sheet grows while it is planned; a key has one row from then on.

    def machine_row(self, key: str) -> int:
        """The row of a key on the machine sheet, given when first asked for."""
        return self._machine.setdefault(key, len(self._machine))

    @property
    def machine_rows(self) -> int:
        """How many rows of the machine sheet are planned."""
        return len(self._machine)

    def machine(self, key: str, col: int = 1) -> str:
        """Address of a planned key's cell on the machine sheet."""
        return on(MACHINE, self._machine[key], col)

    def machine_span(self, first: str, last: str, col: int = 1) -> str:
        """Address of a planned block on the machine sheet."""
        return f"'{MACHINE}'!{at(self._machine[first], col)}:{at(self._machine[last], col)}"

    def score_cell(self, item: str, col: int) -> str:
        """Address of an indicator's cell on Scores, from any sheet."""
        return on(SCORES, self.score_rows[item], col)


def chart_height(pillars: int) -> int:
    """Height in pixels of the bar chart."""
    return 50 + 26 * max(pillars, 2)


def fields_of(instrument: Instrument) -> Mapping[str, tuple[Indicator, Field]]:
    """`INDICATOR.field` -> the two."""
    return {
        f"{indicator.id}.{question.id}": (indicator, question)
        for indicator in instrument.indicators()
        for question in indicator.fields
    }
