"""One question of an ordinary form as an indicator or a context question.

An ordinary form says nothing about scores. Its questions become informational: weight 0, and where the
format needs a score, 0 stands in. What cannot be said that way is entered in the report.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from exports.xlsform.conditions import Target, condition_from
from exports.xlsform.expression import UnreadableError
from exports.xlsform.form import Form, Row
from exports.xlsform.heads import Kind
from exports.xlsform.ids import Ids, option_key
from exports.xlsform.losses import Report
from exports.xlsform.texts import Texts

Data = dict[str, Any]

NUMBERS = frozenset({"integer", "decimal", "range"})
TEXTS = frozenset({"text", "barcode", "time", "dateTime"})
CHOICES = frozenset({"select_one", "select_multiple", "rank"})
ASPECT = "practice"
_HANDLED = frozenset({"type", "name", "label", "hint", "guidance_hint", "relevant", "constraint"})
_OFF = frozenset({"no", "false", "false()", "0", "FALSE"})
_SWITCHES = frozenset({"required", "read_only", "disabled"})
_NUMBER = re.compile(r"[0-9]{1,3}(\.[0-9]{1,9})?")
_OPPOSITES = {"eq": "ne", "ne": "eq", "gt": "le", "le": "gt", "ge": "lt", "lt": "ge"}
_RANGE = re.compile(r"\b(start|end)\s*=\s*(-?[0-9]{1,15}(?:\.[0-9]{1,9})?)")


@dataclass
class Desk:
    """What the conversion of one form works with.

    Attributes:
        targets: Names in the form -> what conditions can say about them.
        gone: Names in the form whose questions have no counterpart -> why.
        used: Choice lists that some question uses.
        renamed: List and name of choices whose new keys have been entered.
        renamed: Choices whose changed keys have been entered.
        checks: Constraints that became checks.
        context: Questions that only fit at the end.
    """

    form: Form
    report: Report
    texts: Texts
    ids: Ids = field(default_factory=Ids)
    targets: dict[str, Target] = field(default_factory=dict)
    gone: dict[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    renamed: set[tuple[str, str]] = field(default_factory=set)
    checks: list[Data] = field(default_factory=list)
    context: list[Data] = field(default_factory=list)

    def id_for(self, row: Row, otherwise: str) -> str:
        """The id of a row, with an entry when its name cannot be one."""
        name = row.get("name")
        found = self.ids.of(name, otherwise)
        if name and found != name:
            self.report.changed(row, f"the name became the id `{found}`")
        return found

    def target(self, name: str) -> Target:
        """What a name in an expression means; raises UnreadableError."""
        if not name:
            raise UnreadableError("`.` means nothing here")
        if name in self.targets:
            return self.targets[name]
        raise UnreadableError(self.gone.get(name, f"${{{name}}} comes later or is not in the form"))


def indicator_from(row: Row, kind: Kind, conditions: list[Data], desk: Desk) -> Data:
    """A question with an answer that a questionnaire can hold."""
    item = desk.id_for(row, "q")
    data: Data = {
        "id": item,
        "title": desk.texts.short(row, f"{item}.title") or item,
        "question": desk.texts.of(row, "label", f"{item}.question") or item,
        **_guide(row, item, desk),
        "aspect": ASPECT,
        "weight": 0,
    }
    answer, options = _answer(row, kind, item, desk)
    data |= answer
    desk.targets[row.get("name")] = Target("id", item, data["type"], options)
    if "${" in data["question"]:
        desk.report.changed(row, "the text quotes another answer; here it stays as it is written")
    _add_condition(data, row, conditions, desk)
    _add_constraint(data, row, kind, desk)
    report_rest(row, desk.report)
    return data


def context_from(row: Row, conditions: list[Data], desk: Desk) -> None:
    """A date, for which indicators have no type: an unscored question at the end."""
    item = desk.id_for(row, "q")
    label = desk.texts.of(row, "label", f"{item}.label") or item
    data: Data = {"id": item, "type": "date", "label": label}
    desk.report.changed(row, "a date; it stands among the unscored questions at the end")
    desk.targets[row.get("name")] = Target("id", item, "date", indicator=False)
    _add_condition(data, row, conditions, desk)
    data.pop("skip_effect", None)
    for base in ("hint", "guidance_hint", "constraint"):
        if any(head.base == base for head in row.cells):
            desk.report.lost(row, f"{base} has no place on a question at the end")
    report_rest(row, desk.report)
    desk.context.append(data)


def report_rest(row: Row, report: Report) -> None:
    """Enter the columns of a row that nobody has read."""
    rest = dict.fromkeys(
        head.base
        for head, text in row.cells.items()
        if head.base not in _HANDLED
        and not head.base.startswith("wb6_")
        and not (head.base == "constraint_message" and row.get("constraint"))
        and not (head.base in _SWITCHES and text in _OFF)
        and not (head.base == "parameters" and row.get("type").casefold() == "range")
    )
    if rest:
        report.lost(row, f"no counterpart for {', '.join(rest)}")


def _guide(row: Row, item: str, desk: Desk) -> Data:
    """Hint and guidance; the longer explanation is what a guide is."""
    bases = [base for base in ("hint", "guidance_hint") if row.worded(base)]
    if not bases:
        return {}
    if len(bases) == 1:
        return {"guide": desk.texts.of(row, bases[0], f"{item}.guide")}
    joined: dict[str, list[str]] = {}
    for base in bases:
        for language, text in row.worded(base).items():
            joined.setdefault(language, []).append(text)
    cells = {head: text for head, text in row.cells.items() if head.base != "hint"}
    head = next(head for head in row.cells if head.base == "hint")
    both = {head._replace(language=name): "\n\n".join(texts) for name, texts in joined.items()}
    return {"guide": desk.texts.of(Row(row.sheet, row.number, cells | both), "hint", f"{item}.guide")}


def _answer(row: Row, kind: Kind, item: str, desk: Desk) -> tuple[Data, Mapping[str, str]]:
    """The keys that depend on the type, and the choices by their names."""
    if kind.name in CHOICES:
        return _choice(row, kind, item, desk)
    if kind.name in NUMBERS:
        bounds = dict(_RANGE.findall(row.get("parameters"))) if kind.name == "range" else {}
        low, high = (_number(bounds.get(end, "")) for end in ("start", "end"))
        plausible = [low, high] if low is not None and high is not None and low < high else None
        scale = {"worst": plausible[0], "best": plausible[1]} if plausible else {"worst": 0, "best": 100}
        return {"type": "numeric", **({"plausible": plausible} if plausible else {}), **scale}, {}
    if kind.name != "text":
        desk.report.changed(row, f"type {kind.name} became a text")
    return {"type": "text"}, {}


def _score(text: str) -> int | float | None:
    """A score or points that the form gives in a column of its own."""
    if not _NUMBER.fullmatch(text) or not 0 <= float(text) <= 100:
        return None
    return _number(text)


def _number(text: str) -> int | float | None:
    return None if not text else float(text) if "." in text else int(text)


def _choice(row: Row, kind: Kind, item: str, desk: Desk) -> tuple[Data, Mapping[str, str]]:
    desk.used.add(kind.listed)
    many = kind.name != "select_one"
    count = "points" if many else "score"
    options: Data = {}
    keys: dict[str, str] = {}
    for choice in desk.form.choices.get(kind.listed, []):
        name = choice.get("name")
        if not name or name in keys:
            continue
        key = option_key(name, {other.casefold() for other in options})
        keys[name] = key
        if key != name and (kind.listed, name) not in desk.renamed:
            desk.renamed.add((kind.listed, name))
            desk.report.changed(choice, f"the name became the key `{key}`")
        label = desk.texts.of(choice, "label", f"{item}.options.{key}") or name
        options[key] = {"label": label, count: _score(choice.get(count)) or 0}
    fields: Data = {}
    if kind.other:
        key = option_key("other", set(options))
        options[key] = {"label": "Other", count: 0}
        keys.setdefault("other", key)
        asked = {"id": item, "op": "in", "value": [key]}
        fields = {"fields": [{"id": "other", "type": "text", "label": "Other", "ask_if": asked}]}
        desk.report.changed(row, "“or other” became a choice and a companion field")
    if kind.name == "rank":
        desk.report.changed(row, "a ranking became a multiple choice; the order is lost")
    if len(options) < (1 if many else 2):
        found = "no choices" if not options else "one choice"
        desk.report.changed(row, f"the list {kind.listed} has {found} here; became a text")
        return {"type": "text"}, {}
    counts = any(option[count] for option in options.values())
    scale: Data = {"weight": 1} if counts else {}
    if many and not counts:
        scale["full_points"] = 1
    kind_name = "multi" if many else "single"
    return {"type": kind_name, "options": options, **scale, **fields}, keys


def _add_condition(data: Data, row: Row, conditions: list[Data], desk: Desk) -> None:
    """`ask_if` from the row and the groups around it; what cannot be read leaves the question asked."""
    parts = list(conditions)
    own = read_relevant(row, desk)
    if own is not None:
        parts += own["all"] if list(own) == ["all"] else [own]
    if parts:
        data["ask_if"] = parts[0] if len(parts) == 1 else {"all": parts}
        data["skip_effect"] = "exclude"


def read_relevant(row: Row, desk: Desk) -> Data | None:
    """The condition of a question or group, or None."""
    text = row.get("relevant")
    if not text:
        return None
    try:
        return condition_from(text, desk.target)
    except UnreadableError as error:
        desk.report.lost(row, f"relevant `{_cut(text)}` cannot be kept, so it is always asked: {error}")
        return None


def _add_constraint(data: Data, row: Row, kind: Kind, desk: Desk) -> None:
    """Bounds of a number as `plausible`, anything else that can be read as a check."""
    text = row.get("constraint")
    if not text:
        return
    item = data["id"]
    own = desk.targets[row.get("name")]
    try:
        condition = condition_from(text, lambda name: desk.target(name) if name else own)
    except UnreadableError as error:
        desk.report.lost(row, f"constraint `{_cut(text)}` cannot be kept: {error}")
        return
    bounds = _bounds(condition, item, whole=kind.name == "integer")
    if bounds is not None:
        data |= {"plausible": bounds, "worst": bounds[0], "best": bounds[1]}
        if row.worded("constraint_message"):
            desk.report.lost(row, "constraint_message: implausible numbers have one message for all")
        return
    check = desk.ids.of(f"{item[:32]}-fits", "check")
    message = desk.texts.of(row, "constraint_message", f"{check}.message")
    desk.checks.append(
        {
            "id": check,
            "when": _opposite(condition),
            "severity": "block",
            "message": message or f"The answer to “{data['title']}” does not fit: {_cut(text)}",
            "about": [item],
        }
    )
    desk.report.changed(row, f"the constraint became the check `{check}`")


def _opposite(condition: Data) -> Data:
    """The condition that is true when this one is false; what is unknown stays unknown."""
    if condition.get("op") in _OPPOSITES:
        return condition | {"op": _OPPOSITES[condition["op"]]}
    return {"not": condition}


def _bounds(condition: Data, item: str, *, whole: bool) -> list[int | float] | None:
    """The two ends of `. >= 0 and . <= 120`."""
    found: dict[str, int | float] = {}
    for part in condition.get("all", ()):
        op, value = part.get("op"), part.get("value")
        if part.get("id") != item or not isinstance(value, int | float):
            return None
        if op in {"gt", "lt"} and whole and isinstance(value, int):
            op, value = ("ge", value + 1) if op == "gt" else ("le", value - 1)
        if op not in {"ge", "le"} or op in found:
            return None
        found[op] = value
    if set(found) != {"ge", "le"} or found["ge"] >= found["le"]:
        return None
    return [found["ge"], found["le"]]


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else f"{flat[:59]}…"
