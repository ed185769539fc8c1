"""The answers in the tables of a workbook, with every problem by its cell."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from sys import intern

from exports.workbook import lists
from exports.workbook.cells import (
    LONG_LINE,
    Cell,
    CellFaultError,
    Question,
    folded,
    grid_cells,
    grid_of,
    kind_of,
    number_of,
    option_labels,
    shown_text,
    text_of,
    unpacked,
    value_of,
)
from exports.workbook.incoming.expected import expected_of
from exports.workbook.incoming.tables import Problem, Table
from exports.workbook.kept import EVIDENCE_FIELDS, as_written
from exports.workbook.plan import FactKey
from wb6assess.model.assessment import (
    Answer,
    Confidence,
    Evidence,
    Number,
    SpecialState,
    Value,
)
from wb6assess.model.instrument import Instrument
from wb6assess.model.values import value_fault
from wb6assess.reports.wording import fault_words

MachineRows = Mapping[str, list[list[Cell]]]


class FilledWorkbook:
    """Reads every table once; `problems` fills while `answers` is made."""

    def __init__(
        self, instrument: Instrument, tables: Mapping[str, list[Table]], machine: MachineRows
    ) -> None:
        self.instrument = instrument
        self.problems: list[Problem] = []
        self._tables = tables
        self._machine = machine
        self._kept = self._kept_values()
        self._lists, self._labels = _words(machine)
        self._expected = expected_of(instrument)
        self._states = {
            folded(word): code
            for code, label in {**lists.STATES, **self.words("state")}.items()
            for word in (code, label, lists.STATES.get(code, code))
        } | dict(lists.STATE_ALIASES)
        self._confidences = self._by_word("confidence", lists.CONFIDENCES)
        self._kinds = self._by_word("kind", lists.KINDS)

    def words(self, name: str) -> Mapping[str, str]:
        """Code -> label of a list, as this workbook writes them."""
        return self._lists.get(name, {})

    def answers(self) -> Mapping[str, Answer]:
        """Every answer that says anything; only to be used when no problem was found."""
        answers: dict[str, Answer] = {}
        for table in self._one("answers", "Answers"):
            answers.update(self._answer_rows(table))
        if self._expected.facts:
            for table in self._one("facts", "Facts"):
                self._fact_rows(table, answers)
        for table in self._one("evidence", "Evidence"):
            self._evidence_rows(table, answers)
        if self._expected.has_findings or "findings" in self._tables:
            for table in self._one("findings", "Findings"):
                self._comment_rows(table, answers)
        return {
            item: answers[item]
            for item in self._expected.answerable
            if item in answers and not answers[item].empty
        }

    # Answers.

    def _answer_rows(self, table: Table) -> Iterator[tuple[str, Answer]]:
        questions = self._expected.questions
        for row, item in self._known_rows(table, questions.keys(), self._expected.headings):
            yield item, self._answer(table, row, item, questions[item])

    def _answer(self, table: Table, row: int, item: str, question: Question) -> Answer:
        for key in ("answer", "state", "confidence", "justification"):
            self.problems.extend(table.faults(row, key))
        value = None
        if kind_of(question) != "grid":
            value = self._value(table, row, question, item)
        state = self._state(table, row, value)
        return Answer(
            None if state else value,
            state,
            self._confidence(table, row),
            self._text(table, row, "justification", item),
        )

    def _value(self, table: Table, row: int, question: Question, place: str) -> Value | None:
        """The value in the answer cell, the exact one when the cell is as it was written."""
        cell = table.cell(row, "answer")
        for exact in self._kept.get((place, "answer"), ()):
            if _same(as_written(question, exact), cell):
                return exact
        labels = self._labels.get(place) or option_labels(question)
        try:
            value = value_of(question, cell, labels)
        except CellFaultError as fault:
            self._report(table, row, "answer", str(fault))
            return None
        fault_found = None if value is None else value_fault(question, value)
        if fault_found is not None and fault_found.structural:
            self._report(table, row, "answer", fault_words(fault_found))
            return None
        return value

    def _state(self, table: Table, row: int, value: Value | None) -> SpecialState | None:
        word = text_of(table.cell(row, "state")).strip()
        if not word:
            return None
        code = self._states.get(folded(word))
        if code is None:
            self._report(table, row, "state", f"“{word[:30]}” is no state; choose one from the list")
            return None
        if code == "answered":
            if value is None and not self._faulty(table, row, "answer"):
                self._report(table, row, "answer", "the state says answered, but no answer is given")
            return None
        if value is not None:
            self._report(
                table, row, "state", "both an answer and a state are given; clear one of the two cells"
            )
        return SpecialState(code)

    def _confidence(self, table: Table, row: int) -> Confidence | None:
        word = text_of(table.cell(row, "confidence")).strip()
        code = self._confidences.get(folded(word))
        if word and code is None:
            self._report(
                table, row, "confidence", f"“{word[:30]}” is no confidence; choose from the list"
            )
        return Confidence(code) if code else None

    def _text(self, table: Table, row: int, key: str, place: str) -> str:
        cell = table.cell(row, key)
        try:
            text = text_of(cell)
        except CellFaultError:
            self._report(table, row, key, "the cell holds no text")
            return ""
        for exact in self._kept.get((place, key), ()):
            if isinstance(exact, str) and _same(shown_text(exact), cell):
                return exact
        return text

    # Facts.

    def _fact_rows(self, table: Table, answers: dict[str, Answer]) -> None:
        facts = self._expected.facts
        grids: dict[tuple[str, str], dict[tuple[str, str], Number]] = {}
        for row, key in self._known_rows(table, facts.keys(), frozenset()):
            fact = facts[key]
            if fact.cell is not None:
                self._grid_cell(table, row, fact, grids.setdefault((fact.item, fact.field), {}))
            elif fact.field:
                self.problems.extend(table.faults(row, "answer"))
                value = self._value(table, row, fact.question, fact.place)
                _set_field(answers, fact.item, fact.field, value)
            else:
                answers[fact.item] = self._answer(table, row, fact.item, fact.question)
        for (item, field_id), cells in grids.items():
            self._take_grid(answers, item, field_id, cells)

    def _grid_cell(
        self, table: Table, row: int, fact: FactKey, cells: dict[tuple[str, str], Number]
    ) -> None:
        assert fact.cell is not None
        self.problems.extend(table.faults(row, "answer"))
        content = table.cell(row, "answer")
        if content is None or (isinstance(content, str) and not content.strip()):
            return
        try:
            cells[fact.cell] = number_of(content)
        except CellFaultError as fault:
            self._report(table, row, "answer", str(fault))

    def _take_grid(
        self,
        answers: dict[str, Answer],
        item: str,
        field_id: str,
        cells: Mapping[tuple[str, str], Number],
    ) -> None:
        value: Value | None = grid_of(cells) if cells else None
        for exact in self._kept.get((f"{item}.{field_id}" if field_id else item, "answer"), ()):
            if isinstance(exact, Mapping) and _same_grid(exact, cells):
                value = exact
        if field_id:
            _set_field(answers, item, field_id, value)
        elif value is not None:
            answer = answers.get(item, Answer())
            # A state beside a filled grid is a contradiction the state row has reported or will.
            answers[item] = replace(answer, value=value, state=None)

    # Evidence.

    def _evidence_rows(self, table: Table, answers: dict[str, Answer]) -> None:
        for row in range(table.head + 2, len(table.part.rows)):
            filled, word = table.filled(row), table.id(row)
            if not word and not filled:
                continue
            item = self._expected.by_word.get(word) or self._expected.by_word.get(folded(word))
            for key in filled:
                self.problems.extend(table.faults(row, key))
            if item is None:
                message = (
                    f"“{word[:40]}” is no id of this questionnaire" if word else "the id is missing"
                )
                self._report(table, row, "", message)
            elif filled or (row, table.ids) in table.part.xml.formulas:
                self._evidence(table, row, item, answers)

    def _evidence(self, table: Table, row: int, item: str, answers: dict[str, Answer]) -> None:
        word = text_of(table.cell(row, "kind")).strip()
        kind = self._kinds.get(folded(word))
        if kind is None:
            message = (
                f"“{word[:30]}” is no kind of evidence" if word else "the kind of evidence is missing"
            )
            self._report(table, row, "kind", f"{message}; choose one from the list")
            return
        texts = {name: self._text(table, row, name, f"evidence#{item}") for name in EVIDENCE_FIELDS[1:]}
        answer = answers.get(item, Answer())
        answers[item] = replace(answer, evidence=(*answer.evidence, Evidence(kind, **texts)))

    # Comments.

    def _comment_rows(self, table: Table, answers: dict[str, Answer]) -> None:
        for row in range(table.head + 2, len(table.part.rows)):
            check = table.id(row)
            item = text_of(table.cell(row, "about")).split(",")[0].strip()
            self.problems.extend(table.faults(row, "comment"))
            comment = self._text(table, row, "comment", f"{check}#{item}")
            if not comment:
                continue
            if not check or item not in self._expected.answerable:
                self._report(
                    table, row, "comment", "this comment belongs to no finding of this questionnaire"
                )
                continue
            answer = answers.get(item, Answer())
            answers[item] = replace(answer, comments={**answer.comments, check: comment})

    # What all tables share.

    def _one(self, kind: str, title: str) -> Iterator[Table]:
        tables = self._tables.get(kind, [])
        if not tables:
            message = f"the sheet {title} is missing or its hidden third row was deleted"
            self.problems.append(Problem(-1, 0, 0, title, message))
        yield from tables[:1]
        for table in tables[1:]:
            self.problems.append(
                table.problem(table.head, "", f"a second copy of the sheet {title}; delete one of them")
            )

    def _known_rows(
        self, table: Table, known: Collection[str], headings: frozenset[str]
    ) -> Iterator[tuple[int, str]]:
        """Rows with a known id, each once; missing, unknown and doubled ones become problems."""
        seen: dict[str, int] = {}
        for row in range(table.head + 2, len(table.part.rows)):
            key = table.id(row)
            if key in seen:
                self._report(
                    table, row, "", f"{key} already stands in row {seen[key] + 1}; delete one of them"
                )
            elif key in known:
                seen[key] = row
                yield row, intern(key)
            elif key not in headings and table.filled(row):
                message = (
                    f"“{key[:40]}” is no id of this questionnaire"
                    if key
                    else "the id of this row is missing"
                )
                self._report(table, row, "", message)
        missing = [key for key in known if key not in seen]
        for key in sorted(missing):
            self._report(table, table.head + 1, "", f"the row of {key} is missing")

    def _report(self, table: Table, row: int, key: str, message: str) -> None:
        if not (key and self._faulty(table, row, key)):
            self.problems.append(table.problem(row, key, message))

    def _faulty(self, table: Table, row: int, key: str) -> bool:
        """Whether this cell has been reported already."""
        col = table.columns.get(key, table.ids)
        return any(
            (problem.order, problem.row, problem.col) == (table.order, row, col)
            for problem in self.problems
        )

    def _by_word(self, name: str, defaults: Mapping[str, str]) -> Mapping[str, str]:
        return {
            folded(word): code
            for words in (self.words(name), defaults)
            for code, label in words.items()
            if code in defaults
            for word in (code, label)
        }

    def _kept_values(self) -> Mapping[tuple[str, str], list[Value]]:
        kept: dict[tuple[str, str], list[Value]] = {}
        for cells in self._machine.get("kept", ()):
            words = [text_of(cell) for cell in cells]
            if len(words) < 3:
                continue
            try:
                exact = unpacked("".join(words[2:]))
            except (ValueError, RecursionError):
                continue  # damaged by hand: the visible cell still says what it shows
            kept.setdefault((words[0], words[1]), []).append(exact)
        return kept


Words = Mapping[str, Mapping[str, str]]


def _words(machine: MachineRows) -> tuple[Words, Words]:
    """List -> code -> label, question -> option key -> label, as this workbook writes them.

    Codes become part of answers: hundreds of documents share one copy of each.
    """
    lists_found: dict[str, dict[str, str]] = {}
    options: dict[str, dict[str, str]] = {}
    for key, rows in machine.items():
        kind, _, rest = key.partition(".")
        if kind == "list" and rows[0]:
            name, _, code = rest.partition(".")
            lists_found.setdefault(name, {})[intern(code)] = text_of(rows[0][0])
        elif kind == "option":
            cells = rows[0]
            code = text_of(cells[1]) if len(cells) > 1 else ""
            owner = rest.removesuffix(f".{code}")
            options.setdefault(owner, {})[intern(code)] = text_of(cells[0])
    return lists_found, options


def _set_field(answers: dict[str, Answer], item: str, field_id: str, value: Value | None) -> None:
    if value is not None:
        answer = answers.get(item, Answer())
        answers[item] = replace(answer, fields={**answer.fields, field_id: value})


def _same(written: Cell, cell: Cell) -> bool:
    """Whether a cell is as it was written, as far as a spreadsheet keeps it."""
    if isinstance(written, int | float) and isinstance(cell, int | float):
        return f"{written:.15g}" == f"{cell:.15g}"
    if isinstance(written, str):
        found = text_of(cell)
        if max(len(found), len(written)) > LONG_LINE:
            return "".join(found.split()) == "".join(text_of(written).split())
        return (cell or "") == written or "" != text_of(written) == found
    return written == cell


def _same_grid(exact: Mapping[str, object], cells: Mapping[tuple[str, str], Number]) -> bool:
    written = {place: f"{float(number):.15g}" for place, number in grid_cells(exact).items()}  # type: ignore[arg-type]
    return written == {place: f"{float(number):.15g}" for place, number in cells.items()}
