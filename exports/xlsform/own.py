"""A form that to-xlsform wrote, possibly edited since, back as the data of its questionnaire.

Texts, choices, their scores and the order come from the sheets a person edits; the rest from `scoring`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from exports.xlsform.conditions import Target, condition_from
from exports.xlsform.draft import unescaped
from exports.xlsform.expression import UnreadableError
from exports.xlsform.form import Form, Group, Row
from exports.xlsform.heads import kind_of
from exports.xlsform.losses import Fate, Loss, Report
from exports.xlsform.names import EVIDENCE
from exports.xlsform.scoring import EXPRESSIONS, Node, gathered
from exports.xlsform.texts import Texts
from wb6assess.instruments.format import INSTRUMENT_FORMAT
from wb6assess.model.vocabulary import LEVELS

Data = dict[str, Any]
_PARTS = frozenset({"pillar", "indicator", "field", "context", "vignette", "check"})


def questionnaire_from(form: Form) -> tuple[Data, Texts, Report]:
    """The data of instrument.yaml, translations, and what an editor's changes cost."""
    report = Report()
    own = _Own(form, Texts(form, report), report)
    data = own.data()
    own.report_missing()
    return data, own.texts, report


class _Own:
    """One form; `_nodes` is the sheet `scoring` by part, `_named` what names in expressions mean."""

    def __init__(self, form: Form, texts: Texts, report: Report) -> None:
        self.texts = texts
        self._form = form
        self._report = report
        rows = form.extra["scoring"]
        self._nodes = gathered({head.base: text for head, text in row.cells.items()} for row in rows)
        self._seen: set[Node] = set()
        self._rows = list(_every_row(form.root))
        self._reasons = self._read_reasons()
        self._named = {row.get("name"): self._target(row) for row in self._rows}

    def data(self) -> Data:
        settings = self._form.settings
        data: Data = {
            "format": INSTRUMENT_FORMAT,
            "id": settings.get("form_id"),
            "version": settings.get("version"),
            "title": unescaped(settings.get("form_title")),
            "language": self.texts.language,
        }
        intro = [self.texts.of(row, "label", "intro") for row in self._rows if _role(row) == "intro"]
        groups = [child for child in self._form.root.children if isinstance(child, Group)]
        inside = {_role(group.row): group for group in groups if group.row}
        closing = inside.get("contexts")
        lists = {
            "intro": "\n\n".join(intro),
            "sources": [self._source(row) for row in self._form.extra.get("sources", [])],
            "pillars": [self._pillar(group) for group in groups if _role(group.row) == "pillar"],
            "checks": list(self._checks()),
            "vignettes": list(self._vignettes(inside.get("vignettes"))),
            "context": [self._field(row, "context") for row in _fields(closing, "context")],
        }
        data |= {key: value for key, value in lists.items() if value}
        data |= self._rest(("instrument", "", ""))
        for (kind, tag, _), texts in self._nodes.items():
            if kind == "text":
                self.texts.keep(tag, texts)
        return data

    def report_missing(self) -> None:
        """Enter parts that stand in `scoring` but no longer in `survey`, and rows added by hand."""
        for node in self._nodes:
            if node[0] in _PARTS and node not in self._seen:
                name = ".".join(filter(None, node[1:]))
                message = f"this {node[0]} is no longer in the survey sheet"
                self._report.losses.append(Loss(Fate.LOST, "scoring", name, message))
        for row in self._rows:
            if not _role(row):
                message = "this row was added by hand; write it into the questionnaire itself"
                self._report.lost(row, message)

    def _rest(self, node: Node) -> Data:
        self._seen.add(node)
        return {k: v for k, v in self._nodes.get(node, {}).items() if k not in EXPRESSIONS}

    def _source(self, row: Row) -> Data:
        data: Data = {head.base: unescaped(text) for head, text in row.cells.items()}
        return data | self._rest(("source", row.get("id"), ""))

    def _pillar(self, group: Group) -> Data:
        assert group.row is not None
        item = group.row.get("wb6_id")
        inner = [child for child in group.children if isinstance(child, Group)]
        return {
            "id": item,
            "title": self.texts.of(group.row, "label", f"{item}.title"),
            **self._rest(("pillar", item, "")),
            "indicators": [self._indicator(child) for child in inner if _role(child.row) == "indicator"],
        }

    def _indicator(self, group: Group) -> Data:
        assert group.row is not None
        item = group.row.get("wb6_id")
        node: Node = ("indicator", item, "")
        answer = next((row for row in group.rows() if _role(row) == "answer"), group.row)
        data: Data = {
            "id": item,
            "title": self.texts.of(group.row, "label", f"{item}.title"),
            "question": self.texts.of(answer, "label", f"{item}.question"),
            "guide": self.texts.of(answer, "guidance_hint", f"{item}.guide"),
            **self._rest(node),
        }
        data |= self._choices(answer, str(data.get("type")), item)
        data["unit"] = self._unit(answer, data, item)
        data["fields"] = [self._field(row, "field") for row in _fields(group, "field")]
        data["na_for"] = self._reasons.get((item, ""), {})
        edited = answer if self._same(node, "relevant", group.row) else group.row
        self._expressions(data, node, edited)
        return {key: value for key, value in data.items() if value or _counts(value)}

    def _field(self, row: Row, kind: str) -> Data:
        item, part = row.get("wb6_id"), row.get("wb6_part")
        key = f"{item}.fields.{part}" if part else item
        node: Node = (kind, item, part)
        data: Data = {
            "id": part or item,
            "label": self.texts.of(row, "label", f"{key}.label"),
            **self._rest(node),
        }
        data |= self._choices(row, str(data.get("type")), key, scored=False)
        data["unit"] = self._unit(row, data, key)
        data["na_for"] = self._reasons.get((item, part), {})
        self._expressions(data, node, row)
        return {key: value for key, value in data.items() if value or _counts(value)}

    def _unit(self, row: Row, data: Data, key: str) -> str:
        if data.get("type") == "numeric":
            return self.texts.of(row, "hint", f"{key}.unit")
        return str(data.get("unit") or "")

    def _choices(self, row: Row, kind: str, key: str, *, scored: bool = True) -> Data:
        """Levels or options from the list that a question chooses from."""
        rows = {choice.get("name"): choice for choice in self._list(row)}
        if kind in {"level", "vignette"}:
            own = kind_of(row.get("type")).listed.endswith("_levels")
            if not own or kind_of(row.get("type")).listed == "wb6_levels":
                return {}
            steps = [(level, rows[str(level)]) for level in LEVELS if str(level) in rows]
            texts = [self.texts.of(choice, "label", f"{key}.levels.{level}") for level, choice in steps]
            return {"levels": texts}
        if kind not in {"single", "multi"}:
            return {}
        return {
            "options": {
                name: self._option(choice, f"{key}.options.{name}", scored=scored)
                for name, choice in rows.items()
            }
        }

    def _option(self, choice: Row, key: str, *, scored: bool) -> Data | str:
        data: Data = {"label": self.texts.of(choice, "label", key)}
        for count in ("score", "points"):
            if choice.get(count):
                data[count] = _number(choice.get(count))
        if choice.get("exclusive") == "yes":
            data["exclusive"] = True
        return data if scored or len(data) > 1 else str(data["label"])

    def _list(self, row: Row) -> list[Row]:
        return self._form.choices.get(kind_of(row.get("type")).listed, [])

    def _same(self, node: Node, key: str, row: Row) -> bool:
        written = str(self._nodes.get(node, {}).get(key, ""))
        return written.split() == row.get(key).split()

    def _expressions(self, data: Data, node: Node, row: Row) -> None:
        """Conditions from the survey sheet where somebody has changed them."""
        if not self._same(node, "relevant", row):
            condition = self._read(row, "relevant")
            if condition is not None:
                data["ask_if"] = condition
                if node[0] == "indicator":
                    data.setdefault("skip_effect", "exclude")
            elif not row.get("relevant"):
                data.pop("ask_if", None)
                data.pop("skip_effect", None)
        if not self._same(node, "constraint", row) and data.get("type") == "numeric":
            self._report.lost(row, "a changed constraint is not read; change `plausible` in `scoring`")

    def _read(self, row: Row, key: str) -> Data | None:
        """A changed expression as a condition; None when it is empty or cannot be read."""
        text = row.get(key)
        if not text:
            self._report.changed(row, f"{key} was emptied; the condition is gone")
            return None
        try:
            condition = condition_from(text, self._resolve)
        except UnreadableError as error:
            self._report.lost(row, f"the changed {key} cannot be read, the earlier one stays: {error}")
            return None
        self._report.changed(row, f"{key} was changed by hand; read anew")
        return condition

    def _resolve(self, name: str) -> Target:
        target = self._named.get(name)
        if target is None:
            raise UnreadableError(f"${{{name}}} is no answer of this questionnaire")
        return target

    def _target(self, row: Row) -> Target | None:
        item, part = row.get("wb6_id"), row.get("wb6_part")
        keys = {choice.get("name"): choice.get("name") for choice in self._list(row)}

        def kind(node: Node) -> str:
            return str(self._nodes.get(node, {}).get("type", ""))

        match _role(row):
            case "country":
                return Target("country", "country", "country")
            case "answer":
                return Target("id", item, kind(("indicator", item, "")), keys)
            case "field":
                return Target("field", f"{item}.{part}", kind(("field", item, part)), keys)
            case "context":
                return Target("id", item, kind(("context", item, "")), keys, indicator=False)
            case "vignette":
                return Target("id", item, "level", keys, indicator=False)
            case role if role == EVIDENCE and part == "kind":
                return Target("evidence", item, "evidence")
        return None

    def _read_reasons(self) -> Mapping[tuple[str, str], dict[str, str]]:
        """Why questions do not exist in a country, by id and field."""
        found: dict[tuple[str, str], dict[str, str]] = {}
        for row in self._rows:
            if _role(row) == "na_for":
                item = row.get("wb6_id")
                part, _, code = row.get("wb6_part").rpartition("/")
                key = f"{item}.fields.{part}" if part else item
                reason = self.texts.of(row, "label", f"{key}.na_for.{code}")
                found.setdefault((item, part), {})[code] = reason
        return found

    def _vignettes(self, group: Group | None) -> Iterator[Data]:
        for child in group.children if group else ():
            if not isinstance(child, Group) or child.row is None:
                continue
            item = child.row.get("wb6_id")
            text = next((row for row in child.rows() if _role(row) == "vignette"), child.row)
            yield {
                "id": item,
                "title": self.texts.of(child.row, "label", f"{item}.title"),
                "text": self.texts.of(text, "label", f"{item}.text"),
                **self._rest(("vignette", item, "")),
            }

    def _checks(self) -> Iterator[Data]:
        """Checks in the order of `scoring`, which also holds those a form cannot express."""
        notes = {row.get("wb6_id"): row for row in self._rows if _role(row) == "check"}
        for node in [node for node in self._nodes if node[0] == "check"]:
            item, note = node[1], notes.get(node[1])
            if note is None and "message" not in self._nodes[node]:
                continue
            data: Data = {"id": item, **self._rest(node)}
            if note is not None:
                data["message"] = self.texts.of(note, "label", f"{item}.message")
                if not self._same(node, "relevant", note):
                    data["when"] = self._read(note, "relevant") or data["when"]
            yield data


def _role(row: Row | None) -> str:
    return "" if row is None else row.get("wb6_role")


def _every_row(group: Group) -> Iterator[Row]:
    """Every row below, those of groups too."""
    for child in group.children:
        if isinstance(child, Row):
            yield child
            continue
        if child.row is not None:
            yield child.row
        yield from _every_row(child)


def _fields(group: Group | None, role: str) -> Iterator[Row]:
    """Rows of companion fields; a grid is a group of its own."""
    for child in group.children if group else ():
        row = child if isinstance(child, Row) else child.row
        if row is not None and _role(row) == role:
            yield row


def _counts(value: object) -> bool:
    """Numbers and switches say something even when they are 0 or false."""
    return isinstance(value, int | float)


def _number(text: str) -> int | float | str:
    try:
        return int(text) if text.lstrip("-").isdigit() else float(text)
    except ValueError:
        return text
