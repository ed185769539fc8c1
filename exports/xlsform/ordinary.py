"""An ordinary XLSForm as the data of a questionnaire, with a report of what became of the rest."""

import re
from typing import Any

from exports.xlsform.form import Form, Group, Row
from exports.xlsform.heads import kind_of
from exports.xlsform.losses import Fate, Loss, Report
from exports.xlsform.questions import (
    ASPECT,
    CHOICES,
    NUMBERS,
    TEXTS,
    Desk,
    context_from,
    indicator_from,
    read_relevant,
    report_rest,
)
from exports.xlsform.texts import Texts
from wb6assess.instruments.format import INSTRUMENT_FORMAT

Data = dict[str, Any]

_VERSION = re.compile(r"[0-9]{4}\.(0|[1-9][0-9]{0,3})")
_YEAR = re.compile(r"(19|20)[0-9]{2}")
_SETTINGS = frozenset({"form_title", "title", "form_id", "version", "default_language"})
_CHOICE_COLUMNS = frozenset({"list_name", "name", "label", "score", "points", "exclusive"})


def questionnaire_from(form: Form, name: str, year: int) -> tuple[Data, Texts, Report]:
    """The data of instrument.yaml.

    Args:
        form: As `read_form` gives it.
        name: The file's name without ending, for forms without id or title.
        year: Year of the version, where the form names none.
    """
    report = Report()
    desk = Desk(form, report, Texts(form, report))
    settings = form.settings
    title = settings.get("form_title") or settings.get("title") or name
    data: Data = {
        "format": INSTRUMENT_FORMAT,
        "id": desk.ids.of(settings.get("form_id") or name, "form"),
        "version": _version(settings, year, report),
        "title": title,
        "language": desk.texts.language,
    }
    _report_settings(settings, report)
    if desk.texts.language != "en" and not form.own:
        report.added("survey", "label", "no English texts; the questionnaire is in another language")
    intro, pillars = _pillars(form.root, desk)
    data |= {"intro": intro} if intro else {}
    data["pillars"] = pillars
    data |= {"checks": desk.checks} if desk.checks else {}
    data |= {"context": desk.context} if desk.context else {}
    _report_scores(pillars, report)
    _report_lists(desk)
    for sheet in form.unread:
        report.losses.append(Loss(Fate.LOST, sheet, "", "the sheet has no counterpart"))
    return data, desk.texts, report


def _version(settings: Row, year: int, report: Report) -> str:
    given = settings.get("version")
    if _VERSION.fullmatch(given):
        return given
    found = _YEAR.match(given)
    version = f"{found[0] if found else year}.1"
    if given:
        report.changed(settings, f"version “{given[:40]}” became {version}", "version")
    else:
        report.added(settings.sheet, "version", f"the form names no version; it became {version}")
    return version


def _report_settings(settings: Row, report: Report) -> None:
    for head in settings.cells:
        if head.base not in _SETTINGS:
            report.lost(settings, "the setting has no counterpart", head.base)


def _pillars(root: Group, desk: Desk) -> tuple[str, list[Data]]:
    """Outer groups as pillars; questions between them make pillars of their own."""
    pillars: list[Data] = []
    opening: list[str] = []
    loose: list[Row] = []

    def gather() -> None:
        if loose:
            _add_pillar(pillars, Group(None, children=list(loose)), desk)
            loose.clear()

    for child in root.children:
        if isinstance(child, Group):
            gather()
            _add_pillar(pillars, child, desk)
        elif not pillars and _is_opening(child) and not any(map(_asks, loose)):
            opening.append(desk.texts.of(child, "label", "intro"))
            report_rest(child, desk.report)
        else:
            loose.append(child)
    gather()
    if len(opening) > 1:
        for texts in desk.texts.translations.values():
            texts.pop("intro", None)
    return "\n\n".join(opening), pillars


def _is_opening(row: Row) -> bool:
    return kind_of(row.get("type")).name == "note" and not row.get("relevant")


def _asks(row: Row) -> bool:
    return kind_of(row.get("type")).name in NUMBERS | TEXTS | CHOICES | {"date"}


def _add_pillar(pillars: list[Data], group: Group, desk: Desk) -> None:
    row = group.row
    item = desk.id_for(row, "group") if row else desk.ids.of("general")
    conditions = _group_conditions(group, [], desk)
    indicators = _indicators(group, conditions, desk)
    if not indicators:
        if row:
            desk.report.lost(row, "the group holds no question that a pillar could hold")
        return
    title = desk.texts.of(row, "label", f"{item}.title") if row else ""
    pillars.append({"id": item, "title": title or item, "weight": 1, "indicators": indicators})


def _group_conditions(group: Group, outer: list[Data], desk: Desk) -> list[Data]:
    """Conditions on everything inside; enters what else the group's row says."""
    row = group.row
    if row is None:
        return outer
    if group.repeat:
        desk.report.lost(row, "questions are asked once here, not repeated")
    for base in ("hint", "guidance_hint"):
        if row.worded(base):
            desk.report.lost(row, f"{base} of a group has no counterpart")
    report_rest(row, desk.report)
    own = read_relevant(row, desk)
    return outer if own is None else [*outer, own]


def _indicators(group: Group, conditions: list[Data], desk: Desk) -> list[Data]:
    found: list[Data] = []
    for child in group.children:
        if isinstance(child, Group):
            if child.row is not None:
                title = desk.texts.of(child.row, "label")
                desk.report.changed(
                    child.row, f"an inner group; its questions stand in the outer one{_said(title)}"
                )
            found += _indicators(child, _group_conditions(child, conditions, desk), desk)
        else:
            found += _question(child, conditions, desk)
    return found


def _question(row: Row, conditions: list[Data], desk: Desk) -> list[Data]:
    kind = kind_of(row.get("type"))
    if row.get("disabled").casefold() in {"yes", "true", "true()", "1"}:
        desk.report.lost(row, "the row is disabled")
    elif not kind.name:
        desk.report.lost(row, "the row has no type")
    elif kind.name == "date":
        context_from(row, conditions, desk)
    elif kind.name in NUMBERS | TEXTS | CHOICES:
        return [indicator_from(row, kind, conditions, desk)]
    else:
        _give_up(row, kind.name, desk)
    return []


def _give_up(row: Row, kind: str, desk: Desk) -> None:
    """A row that asks nothing a questionnaire can hold."""
    name = row.get("name")
    desk.gone[name] = f"${{{name}}} is of type {kind}, which has no counterpart"
    if kind == "calculate":
        desk.gone[name] = f"${{{name}}} is worked out, not asked"
    label = desk.texts.of(row, "label")
    desk.report.lost(row, f"type {kind} has no counterpart{_said(label)}")


def _said(label: str) -> str:
    """A lost text, as far as a line holds it."""
    flat = " ".join(label.split())
    return f": “{flat[:60]}{'…' if len(flat) > 60 else ''}”" if flat else ""


def _report_scores(pillars: list[Data], report: Report) -> None:
    """One entry for what stands in where an ordinary form is silent."""
    items = [item for pillar in pillars for item in pillar["indicators"]]
    unscored = sum(1 for item in items if not item["weight"])
    report.added("survey", "", f"{len(items)} questions have the aspect `{ASPECT}`")
    if unscored:
        message = "have weight 0 and, where scores are needed, 0: the form says nothing about scores"
        report.added("survey", "", f"{unscored} questions {message}")


def _report_lists(desk: Desk) -> None:
    for name, rows in desk.form.choices.items():
        if name not in desk.used:
            desk.report.lost(rows[0], "no question uses this list", name or "list_name")
            continue
        seen: set[str] = set()
        others: dict[str, Row] = {}
        for row in rows:
            key = row.get("name")
            if not key or key in seen:
                desk.report.lost(
                    row, "the choice has no name" if not key else "the name is there twice", key
                )
            seen.add(key)
            for head in row.cells:
                if head.base not in _CHOICE_COLUMNS:
                    others.setdefault(head.base, row)
        for base, row in others.items():
            desk.report.lost(row, f"no counterpart for the column {base} of the list", name)
