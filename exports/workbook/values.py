"""Formulas that read the input cells: valid values, states, conditions (methodology 1.1-1.3).

One row per answer, companion field and condition on the machine sheet. Columns of a value's row:
B valid value, C value conditions may use, D place of the choice or normalised choices, E whether a
reason is given, F whether it is long enough for "not applicable", G state chosen, H evidence items,
I such of grade A or B.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from exports.workbook import conditions
from exports.workbook.cells import Question, cell_of, kind_of, option_labels
from exports.workbook.live import Content, Live, chosen, fits, formula_value, number
from exports.workbook.names import ANSWERS, EVIDENCE, FACTS, on, quoted, span
from exports.workbook.plan import (
    ANSWER,
    REASON,
    STATE,
    Plan,
    fields_of,
)
from wb6assess.model.assessment import SpecialState, Value
from wb6assess.model.conditions import All, AnswerRef, Condition, FieldRef, Not, Ref, references
from wb6assess.model.conditions import Any as AnyOf
from wb6assess.model.instrument import Field, Indicator, Instrument
from wb6assess.model.values import value_fault
from wb6assess.model.vocabulary import FieldType
from wb6assess.scoring.conditions import holds
from wb6assess.scoring.scores import is_supported
from wb6assess.scoring.states import AnswerSheet

STATE_COLUMN = 9
"""Of an indicator's row on Scores."""

LEVEL_TEXTS = '{"0","1","2","3","4","5"}'


def conditions_of(instrument: Instrument) -> Iterator[tuple[str, Condition]]:
    """Every condition of a questionnaire with its key on the machine sheet."""
    for item in instrument.indicators():
        if item.ask_if is not None:
            yield f"cond.ask.{item.id}", item.ask_if
        for place, cap in enumerate(item.caps):
            yield f"cond.cap.{item.id}.{place}", cap.when
        for question in item.fields:
            if question.ask_if is not None:
                yield f"cond.ask.{item.id}.{question.id}", question.ask_if
    for check in instrument.checks:
        yield f"cond.check.{check.id}", check.when


class Inputs:
    """Addresses of inputs and formulas over them; the `Places` of conditions."""

    def __init__(self, plan: Plan, sheet: AnswerSheet) -> None:
        self.plan = plan
        self.sheet = sheet
        self.instrument = plan.instrument
        self._fields = fields_of(plan.instrument)
        self._conditions = dict(conditions_of(plan.instrument))

    # What conditions ask.

    def question(self, ref: Ref) -> Question | None:
        """What is asked under a reference."""
        if isinstance(ref, FieldRef):
            found = self._fields.get(str(ref))
            return found[1] if found else None
        return (
            self.instrument.by_id.get(ref.id)
            or self.instrument.vignette_by_id.get(ref.id)
            or self.instrument.context_by_id.get(ref.id)
        )

    def value(self, ref: Ref) -> str:
        """Address of the usable value."""
        return self.plan.machine(_value_key(ref), 2)

    def state(self, indicator: str) -> str | None:
        """Address of an indicator's state."""
        if indicator not in self.instrument.by_id:
            return None
        return self.plan.score_cell(indicator, STATE_COLUMN)

    def evidence(self, indicator: str) -> str:
        """Address of its number of evidence items."""
        return self.plan.machine(f"value.{indicator}", 7)

    def country(self) -> str:
        """Address of the country code."""
        return self.plan.machine("country")

    # Rows of the machine sheet.

    @cached_property
    def needed_fields(self) -> tuple[str, ...]:
        """Companion fields some condition looks at, grids aside."""
        seen = dict.fromkeys(
            str(ref)
            for condition in self._conditions.values()
            for ref in references(condition)
            if isinstance(ref, FieldRef)
        )
        return tuple(
            key
            for key in seen
            if key in self._fields and self._fields[key][1].type is not FieldType.GRID
        )

    @cached_property
    def needed_others(self) -> tuple[str, ...]:
        """Context questions and vignettes some condition looks at."""
        ids = dict.fromkeys(
            ref.id
            for condition in self._conditions.values()
            for ref in references(condition)
            if isinstance(ref, AnswerRef) and ref.id not in self.instrument.by_id
        )
        questions = {item: self.question(AnswerRef(item)) for item in ids}
        return tuple(item for item, found in questions.items() if found and kind_of(found) != "grid")

    def reserve(self) -> None:
        """Give every row its place, before any formula points to it."""
        keys = [
            *(f"value.{item}" for item in self.instrument.by_id),
            *(f"value.{item}" for item in self.needed_others),
            *(f"value.{key}" for key in self.needed_fields),
            *(f"asked.{key}" for key in self.conditional_fields),
            *self._conditions,
        ]
        for key in keys:
            self.plan.machine_row(key)

    @cached_property
    def conditional_fields(self) -> tuple[str, ...]:
        """Companion fields that are not always asked."""
        return tuple(
            key for key, (_, question) in self._fields.items() if question.ask_if or question.na_for
        )

    def rows(self) -> Iterator[tuple[str, list[Content]]]:
        """Key and cells from column B on, for everything reserved."""
        for indicator in self.instrument.indicators():
            yield f"value.{indicator.id}", self._indicator_row(indicator)
        for item in self.needed_others:
            yield f"value.{item}", self._other_row(item)
        for key in self.needed_fields:
            yield f"value.{key}", self._field_row(key)
        for key in self.conditional_fields:
            yield f"asked.{key}", [self._asked(key)]
        for key, condition in self._conditions.items():
            yield key, self._condition_row(key, condition)

    def _indicator_row(self, item: Indicator) -> list[Content]:
        plan, answer = self.plan, self.sheet.answer(item.id)
        row = plan.answer_rows[item.id]
        value = answer.value
        valid = value if value is not None and value_fault(item, value) is None else None
        key = f"value.{item.id}"
        raw, choice = self._reading(item, key, on(ANSWERS, row, ANSWER), value, valid)
        usable = self.sheet.answer_value(item.id)
        reason = on(ANSWERS, row, REASON)
        plain = f'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({reason},CHAR(10)," "),CHAR(13)," "),CHAR(9)," ")'
        start = f"FIND(LEFT(TRIM({plain}),1),{plain})"
        kinds, ids = self._evidence_span(1), self._evidence_span(0)
        return [
            raw,
            Live(
                f'IF({self.state(item.id)}="answered",{plan.machine(key)},"")',
                formula_value(item, usable),
            ),
            choice,
            Live(f'IF(TRIM({plain})="",0,1)', int(bool(answer.justification.strip()))),
            Live(
                f'IF(TRIM({plain})="",0,IF(TRIM(MID({plain},{start}+na_justification_min-1,32767))="",0,1))',
                int(self.sheet.na_justified(answer)),
            ),
            self._given_state(row, answer.state),
            Live(f'SUMPRODUCT(({ids}={quoted(item.id)})*({kinds}<>""))', len(answer.evidence)),
            Live(
                f'SUMPRODUCT(({ids}={quoted(item.id)})*(({self._evidence_span(12)}="A")'
                f'+({self._evidence_span(12)}="B")))',
                sum(is_supported([type(answer)(evidence=(piece,))]) for piece in answer.evidence),
            ),
        ]

    def _evidence_span(self, col: int) -> str:
        first, last = self.plan.evidence_rows
        return span(first, last, col, EVIDENCE)

    def _given_state(self, row: int, state: SpecialState | None) -> Live:
        cell = f"TRIM({on(ANSWERS, row, STATE)})"
        text = '""'
        for special in reversed(SpecialState):
            label = self.plan.machine(f"list.state.{special.value}")
            text = f"IF({cell}={label},{quoted(special.value)},{text})"
        return Live(text, state.value if state else "")

    def _other_row(self, item: str) -> list[Content]:
        question = self.question(AnswerRef(item))
        assert question is not None  # needed_others holds known ids only
        row = self.plan.answer_rows.get(item)
        cell = on(ANSWERS, row, ANSWER) if row is not None else on(FACTS, self.plan.fact_rows[item], 2)
        value = self.sheet.answer(item).value
        valid = self.sheet.answer_value(item)
        raw, choice = self._reading(question, f"value.{item}", cell, value, valid)
        return [raw, Live(self.plan.machine(f"value.{item}"), formula_value(question, valid)), choice]

    def _field_row(self, key: str) -> list[Content]:
        indicator, question = self._fields[key]
        value = self.sheet.answer(indicator.id).fields.get(question.id)
        valid = value if value is not None and value_fault(question, value) is None else None
        cell = on(FACTS, self.plan.fact_rows[key], 2)
        raw, choice = self._reading(question, f"value.{key}", cell, value, valid)
        tests = [f'LEFT({self.state(indicator.id)},4)<>"skip"']
        if key in self.conditional_fields:
            tests.append(f"{self.plan.machine(f'asked.{key}')}=1")
        usable = Live(
            f'IF(AND({",".join(tests)}),{self.plan.machine(f"value.{key}")},"")',
            formula_value(question, self.sheet.field_value(indicator.id, question.id)),
        )
        return [raw, usable, choice]

    def _asked(self, key: str) -> Live:
        indicator, question = self._fields[key]
        asked = int(self.sheet.field_asked(indicator.id, question.id))
        text = "1"
        if question.ask_if is not None:
            text = f"IF({self.plan.machine(f'cond.ask.{key}')}=0,0,1)"
        if question.na_for:
            text = f"IF({self.is_country(question.na_for)},0,{text})"
        return Live(text, asked)

    def is_country(self, codes: Mapping[str, str]) -> str:
        """Test whether the assessment is about one of these countries."""
        return "OR(" + ",".join(f"{self.country()}={quoted(code)}" for code in codes) + ")"

    def _condition_row(self, key: str, condition: Condition) -> list[Content]:
        truth = self._truth_now(condition)
        pieces: list[Content] = []
        try:
            text = self._in_pieces(key, condition, pieces)
        except conditions.NotExpressibleError:
            return [truth, "fixed: computed by the app"]
        return [Live(text, truth), "live", *pieces]

    def _truth_now(self, condition: Condition) -> float:
        return conditions.as_number(holds(condition, self.sheet))

    def _in_pieces(self, key: str, condition: Condition, pieces: list[Content]) -> str:
        """A condition's formula; parts of a long one stand in the next columns of its row.

        Raises:
            NotExpressibleError: a part that has no parts is too long or too deep.
        """
        text = conditions.formula(condition, self)
        if fits(text):
            return text
        match condition:
            case All(parts) | AnyOf(parts):
                cells = [self._piece(key, part, pieces) for part in parts]
                text = f"{'MIN' if isinstance(condition, All) else 'MAX'}({','.join(cells)})"
            case Not(part):
                text = f"(1-{self._piece(key, part, pieces)})"
        if not fits(text):
            raise conditions.NotExpressibleError
        return text

    def _piece(self, key: str, part: Condition, pieces: list[Content]) -> str:
        """Put a part into a cell of its own; returns its address."""
        text = self._in_pieces(key, part, pieces)
        pieces.append(Live(text, self._truth_now(part)))
        return self.plan.machine(key, 2 + len(pieces))

    def _reading(
        self, question: Question, key: str, cell: str, value: Value | None, valid: Value | None
    ) -> tuple[Live, Live | None]:
        """Formulas of the valid value and of the choice behind it."""
        result = formula_value(question, valid)
        match kind_of(question):
            case "level":
                text = (
                    f'IF(ISNUMBER({cell}),IF(AND({cell}>=0,{cell}<=5,{cell}=INT({cell})),{cell},""),'
                    f'IFERROR(MATCH(TRIM({cell}),{LEVEL_TEXTS},0)-1,""))'
                )
            case "yesno":
                yes, no = (self.plan.machine(f"list.yesno.{word}") for word in ("yes", "no"))
                text = f'IF(TRIM({cell})={yes},"yes",IF(TRIM({cell})={no},"no",""))'
            case "single":
                return self._single(question, key, cell, valid, result)
            case "multi":
                return self._multi(question, key, cell, value, result)
            case "numeric":
                bounds = question.plausible  # type: ignore[union-attr]
                inside = (
                    f"AND({cell}>={number(bounds[0])},{cell}<={number(bounds[1])})" if bounds else ""
                )
                checked = f'IF({inside},{cell},"")' if inside else cell
                text = f'IF(ISNUMBER({cell}),{checked},"")'
            case "date":
                text = _date_formula(cell)
            case _:
                text = f'IF({cell}="","",{cell}&"")'
        return Live(text, result), None

    def _single(
        self, question: Question, key: str, cell: str, valid: Value | None, result: str | int | float
    ) -> tuple[Live, Live | None]:
        labels, keys, places = (self._options(question, key, col) for col in (1, 2, 6))
        place = self.plan.machine(key, 3)
        order = [option.key for option in question.options]  # type: ignore[union-attr]
        return (
            Live(f'IF({place}=0,"",INDEX({keys},{place}))', result),
            Live(
                f"SUMPRODUCT(({labels}=TRIM({cell}))*{places})",
                order.index(valid) + 1 if valid in order else 0,
            ),
        )

    def _multi(
        self, question: Question, key: str, cell: str, value: Value | None, result: str | int | float
    ) -> tuple[Live, Live | None]:
        exclusive, flags = (self._options(question, key, col) for col in (4, 5))
        text = self.plan.machine(key, 3)
        names = key.removeprefix("value.")
        written = cell_of(question, value, option_labels(question)) if value is not None else ""
        joined = "&".join(
            f'IF({self.plan.machine(f"option.{names}.{option.key}", 5)}=1,{quoted(option.key + ";")},"")'
            for option in question.options  # type: ignore[union-attr]
        )
        count = f'1+LEN({text})-LEN(SUBSTITUTE({text},";",""))'
        wrong = f"OR(SUM({flags})<>{count},AND(SUMPRODUCT({exclusive},{flags})>0,SUM({flags})>1))"
        normal = (
            f'LOWER(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(TRIM({cell}),CHAR(10),";"),"; ",";")," ;",";"))'
        )
        return (
            Live(f'IF({text}="","",IF({wrong},"",";"&{joined}))', result),
            Live(normal, str(written).replace("; ", ";").lower()),
        )

    def option_flag(self, question: Question, owner: str, option: str, value: Value | None) -> Live:
        """Whether an option of a multiple choice is among the words in its cell."""
        text = self.plan.machine(f"value.{owner}", 3)
        label = self.plan.machine(f"option.{owner}.{option}")
        return Live(
            f'IF(ISNUMBER(FIND(";"&LOWER({label})&";",";"&{text}&";")),1,0)',
            chosen(question, value)[option],
        )

    def _options(self, question: Question, key: str, col: int) -> str:
        owner = key.removeprefix("value.")
        keys = [option.key for option in question.options]  # type: ignore[union-attr]
        return self.plan.machine_span(f"option.{owner}.{keys[0]}", f"option.{owner}.{keys[-1]}", col)

    # Condition results for other sheets.

    def truth(self, key: str) -> str:
        """Address of a condition's truth: 1, 0 or 0.5."""
        return self.plan.machine(key)

    def skipped_references(self, condition: Condition) -> str:
        """Test whether an indicator the condition refers to is skipped; empty when it has none."""
        ids = dict.fromkeys(
            ref.indicator if isinstance(ref, FieldRef) else ref.id for ref in references(condition)
        )
        tests = [f'LEFT({self.state(item)},4)="skip"' for item in ids if item in self.instrument.by_id]
        return f"OR({','.join(tests)})" if tests else ""


def choice_questions(instrument: Instrument) -> Iterator[tuple[str, Indicator | Field]]:
    """Every question with options under the key its options have on the machine sheet."""
    for indicator in instrument.indicators():
        if indicator.options:
            yield indicator.id, indicator
        for question in indicator.fields:
            if question.options:
                yield f"{indicator.id}.{question.id}", question
    for question in instrument.context:
        if question.options:
            yield question.id, question


def _value_key(ref: Ref) -> str:
    return f"value.{ref.id}" if isinstance(ref, AnswerRef) else f"value.{ref}"


def _date_formula(cell: str) -> str:
    """A date cell or an ISO text as yyyymmdd, without number formats, which are not invariant."""
    serial = f"YEAR({cell})*10000+MONTH({cell})*100+DAY({cell})"
    parts = f'VALUE(SUBSTITUTE(TRIM({cell}),"-",""))'
    shaped = f'AND(LEN(TRIM({cell}))=10,MID(TRIM({cell}),5,1)="-",MID(TRIM({cell}),8,1)="-")'
    return f'IF(ISNUMBER({cell}),{serial},IF({shaped},IFERROR({parts},""),""))'
