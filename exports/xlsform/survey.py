"""The sheet `survey`: a group for each pillar and, inside, for each indicator with its companions."""

from exports.xlsform.choices import (
    CONFIDENCES,
    COUNTRIES,
    KINDS,
    ROUNDS,
    field_list,
    indicator_list,
    states_list,
)
from exports.xlsform.draft import TOO_LONG, Draft, Row, fits
from exports.xlsform.names import CONFIDENCE, EVIDENCE, STATE, WHY
from exports.xlsform.scoring import Node, rows_of
from exports.xlsform.xpath import InexpressibleError, number
from wb6assess.instruments.plain import Data
from wb6assess.model.assessment import EXPERT_CODE
from wb6assess.model.instrument import Field, Indicator, Pillar
from wb6assess.model.vocabulary import FieldType, IndicatorType

_INDICATOR_SHOWN = frozenset(
    {"id", "title", "question", "guide", "levels", "options", "fields", "na_for"}
)
_FIELD_SHOWN = frozenset({"id", "label", "levels", "options", "na_for"})
_EVIDENCE_PARTS = {
    "kind": (f"select_one {KINDS}", "Kind"),
    "title": ("text", "Title"),
    "citation": ("text", "Citation"),
    "issuer": ("text", "Issued by"),
    "date": ("text", "Date"),
    "reference": ("text", "Number or reference"),
    "url": ("text", "Web address"),
    "page": ("text", "Page or article"),
    "quote": ("text", "Quotation"),
    "file": ("file", "File"),
}


def write_start(draft: Draft) -> None:
    """Whose assessment it is; conditions look at the country."""
    words, names = draft.words, draft.names
    label = words.fixed("label", "About this assessment")
    draft.add("begin_group", names.of("", "start"), "start", label)
    if draft.instrument.intro:
        draft.add("note", names.of("", "intro"), "intro", words.text("label", "intro"))
    needed = {"required": "yes"}
    label = words.fixed("label", "Country")
    draft.add(f"select_one {COUNTRIES}", names.of("", "country"), "country", label, needed)
    kind = f"select_one {ROUNDS}" if draft.framework.rounds else "text"
    draft.add(kind, names.of("", "round"), "round", words.fixed("label", "Round"), needed)
    code = {"constraint": f"regex(., '^{EXPERT_CODE.pattern}$')"} | words.fixed(
        "constraint_message", "1 to 40 letters, digits, dots, hyphens or underscores; no name."
    )
    label = words.fixed("label", "Your expert code, not your name")
    draft.add("text", names.of("", "expert"), "expert", label, needed, code)
    draft.end()


def write_pillar(draft: Draft, pillar: Pillar, data: Data) -> None:
    """A pillar with its indicators."""
    item = pillar.id
    label = draft.words.text("label", f"{item}.title")
    draft.add("begin_group", draft.names.of(item), "pillar", label, item=item)
    shown = frozenset({"id", "title", "indicators"})
    draft.scoring += rows_of(("pillar", item, ""), data, shown)
    for indicator, part in zip(pillar.indicators, data["indicators"], strict=True):
        _write_indicator(draft, indicator, part)
    draft.end()


def write_calculations(draft: Draft) -> None:
    """Whether an indicator is asked at all, where other conditions look at that."""
    done: set[str] = set()
    while waiting := [item for item in draft.expressions.looked_at if item not in done]:
        for item in waiting:
            done.add(item)
            asked = _asked(draft, draft.instrument.by_id[item])
            name = draft.names.of(item, "asked")
            draft.add("calculate", name, "asked", {"calculation": f"if({asked}, 1, 0)"}, item=item)


def write_field(draft: Draft, field: Field, owner: str, data: Data) -> None:
    """A companion field, or a context question when `owner` is ""."""
    item, part = (owner, field.id) if owner else (field.id, "")
    key = f"{owner}.fields.{field.id}" if owner else field.id
    name = draft.names.field(owner, field.id) if owner else draft.names.of(field.id)
    node: Node = ("field" if owner else "context", item, part)
    role = node[0]
    relevant = _relevant(draft, field, f"{item}.{part}".rstrip("."))
    written = {"relevant": relevant, "constraint": _constraint(field)}
    shown = _FIELD_SHOWN | ({"unit"} if field.type is FieldType.NUMERIC else frozenset())
    draft.scoring += rows_of(node, data, shown, written)
    cells = (draft.words.text("label", f"{key}.label"), {"relevant": relevant})
    if field.type is FieldType.GRID:
        draft.add("begin_group", name, role, *cells, item=item, part=part)
        _write_cells(draft, field, item, part, key)
        draft.end()
    else:
        kind = _kind(field.type.value, field_list(draft, field, name, key))
        limits = _limits(draft, field, key)
        draft.add(kind, name, role, *cells, limits, item=item, part=part)
    _write_reasons(draft, field, item, part, key)


def _write_cells(draft: Draft, field: Field, item: str, part: str, key: str) -> None:
    """Rows by columns of a grid, as one number after the other."""
    for row in field.rows:
        first = draft.words.part("label", f"{key}.rows.{row.key}")
        for column in field.columns:
            second = draft.words.part("label", f"{key}.columns.{column.key}")
            label = {head: f"{text}: {second[head]}" for head, text in first.items()}
            place = f"{part or 'cell'}/{row.key}/{column.key}"
            name = draft.names.of(item, place)
            draft.add("decimal", name, "cell", label, _bounds(draft, field), item=item, part=place)


def _write_indicator(draft: Draft, indicator: Indicator, data: Data) -> None:
    item, words, names = indicator.id, draft.words, draft.names
    relevant = _relevant(draft, indicator, item)
    asked = {"relevant": relevant}
    title = words.text("label", f"{item}.title")
    draft.add("begin_group", names.of(item, "group"), "indicator", title, asked, item=item)
    kind = _kind(indicator.type.value, indicator_list(draft, indicator))
    texts = words.text("label", f"{item}.question") | words.text("guidance_hint", f"{item}.guide")
    draft.add(kind, names.of(item), "answer", texts, asked, _limits(draft, indicator, item), item=item)
    value, state = (draft.expressions.reference(item, part) for part in ("", STATE))
    instead = words.fixed("label", "If you cannot answer, choose why")
    listed = f"select_one {states_list(draft, indicator)}"
    empty = {"relevant": f"{value} = ''"}
    draft.add(listed, names.of(item, STATE), "state", instead, empty, item=item)
    written = {"relevant": relevant, "constraint": _constraint(indicator)}
    shown = _INDICATOR_SHOWN | ({"unit"} if indicator.type is IndicatorType.NUMERIC else frozenset())
    draft.scoring += rows_of(("indicator", item, ""), data, shown, written)
    for field, part in zip(indicator.fields, data.get("fields", ()), strict=True):
        write_field(draft, field, item, part)
    _write_companions(draft, indicator, value, state)
    draft.end()
    _write_reasons(draft, indicator, item, "", item)


def _write_companions(draft: Draft, indicator: Indicator, value: str, state: str) -> None:
    item, words, names = indicator.id, draft.words, draft.names
    said = {"relevant": f"{value} != '' or {state} != ''"}
    why = words.fixed("label", "Reason") | said | {"appearance": "multiline"}
    if indicator.na_allowed:
        why["required"] = f"{state} = 'not_applicable'"
    level = indicator.require.justification_from
    if level is not None:
        why |= words.fixed("hint", f"Expected from level {level} on.")
    draft.add("text", names.of(item, WHY), "why", why, item=item)
    sure = words.fixed("label", "How sure are you?") | {"relevant": f"{value} != ''"}
    draft.add(f"select_one {CONFIDENCES}", names.of(item, CONFIDENCE), "conf", sure, item=item)
    evidence = words.fixed("label", "Evidence") | said
    draft.add("begin_repeat", names.of(item, EVIDENCE), "ev", evidence, item=item)
    for part, (kind, label) in _EVIDENCE_PARTS.items():
        name = names.of(item, f"{EVIDENCE}/{part}")
        draft.add(kind, name, "ev", words.fixed("label", label), item=item, part=part)
    draft.end("repeat")


def _write_reasons(draft: Draft, question: Indicator | Field, item: str, part: str, key: str) -> None:
    """Why a question does not exist in a country, shown there in its place."""
    for code in question.na_for:
        name = draft.names.of(item, f"na/{part}/{code}" if part else f"na/{code}")
        label = draft.words.text("label", f"{key}.na_for.{code}")
        here = {"relevant": draft.expressions.country([code])}
        draft.add("note", name, "na_for", label, here, item=item, part=f"{part}/{code}")


def _kind(kind: str, listed: str) -> str:
    if listed:
        return f"select_multiple {listed}" if kind == "multi" else f"select_one {listed}"
    return {"numeric": "decimal", "date": "date"}.get(kind, "text")


def _asked(draft: Draft, indicator: Indicator) -> str:
    if indicator.ask_if is None:
        return ""
    return draft.expressions.asked(indicator.ask_if)


def _relevant(draft: Draft, question: Indicator | Field, place: str) -> str:
    """The expression under which a question is asked; "" for always."""
    parts = []
    try:
        if isinstance(question, Indicator):
            parts.append(_asked(draft, question))
        elif question.ask_if is not None:
            parts.append(draft.expressions.possible(question.ask_if))
        if question.na_for:
            parts.append(draft.expressions.not_country(question.na_for))
    except InexpressibleError as error:
        draft.omit(f"{place} ask_if", str(error))
        return ""
    given = [part for part in parts if part]
    text = given[0] if len(given) == 1 else " and ".join(f"({part})" for part in given)
    if not fits(text):
        draft.omit(f"{place} ask_if", TOO_LONG)
        return ""
    return text


def _limits(draft: Draft, question: Indicator | Field, key: str) -> Row:
    """Hint and constraint of a number or of a choice with exclusive options."""
    if question.type.value == "numeric":
        return draft.words.text("hint", f"{key}.unit") | _bounds(draft, question)
    alone = [option.key for option in question.options if option.exclusive]
    if question.type.value != "multi" or not alone:
        return {}
    tests = [f"(not(selected(., '{key}')) or count-selected(.) = 1)" for key in alone]
    message = draft.words.fixed("constraint_message", "This choice cannot be combined with others.")
    return {"constraint": " and ".join(tests)} | message


def _bounds(draft: Draft, question: Indicator | Field) -> Row:
    constraint = _constraint(question)
    if not constraint or question.plausible is None:
        return {}
    low, high = (f"{bound:g}" for bound in question.plausible)
    message = f"A number from {low} to {high} is expected."
    return {"constraint": constraint} | draft.words.fixed("constraint_message", message)


def _constraint(question: Indicator | Field) -> str:
    if question.plausible is None:
        return ""
    low, high = (int(bound) if bound == int(bound) else bound for bound in question.plausible)
    return f". >= {number(low)} and . <= {number(high)}"
