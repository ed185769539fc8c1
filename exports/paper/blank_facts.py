"""Companion facts and questions at the end, as rows to fill."""

from collections.abc import Callable, Sequence
from itertools import groupby

from reportlab.platypus import Indenter

from exports.paper.flow import gap, together
from exports.paper.form_words import Form
from exports.paper.forms import WritingLines, empty_grid
from exports.paper.styles import Flowable
from exports.paper.tables import table
from wb6assess.model.instrument import Column, Field
from wb6assess.model.vocabulary import FieldType
from wb6assess.reports.conditions import condition_words

_PADDING = 2.8
# Shares of the width: label and room to write; twice, with a gutter, for short answers.
_ONE = (0.37, 0.63)
_TWO = (0.29, 0.19, 0.04, 0.29, 0.19)
_SHORT = {FieldType.NUMERIC, FieldType.DATE, FieldType.YESNO}

Key = Callable[[Field], str]
"""The text key of a field."""


def facts_of(
    form: Form, fields: Sequence[Field], title: str, key: Key, *, named: bool = False
) -> list[Flowable]:
    """Labels with room for the answer, short answers two in a row, grids as wide as the page.

    Args:
        form: Texts and size.
        fields: The facts, in order.
        title: Stands above them, and again where they go on over a page.
        key: Text keys of the facts.
        named: Whether their ids are printed.
    """
    parts: list[Flowable] = []
    for place, (kind, run) in enumerate(groupby(fields, key=lambda field: _kind(form, field))):
        head = title if place == 0 else ""
        if kind == "grid":
            title_line = [form.words(head, "label", keep=True)] if head else []
            parts += [
                *title_line,
                *(together(_grid(form, field, key(field), named=named)) for field in run),
            ]
            continue
        cells = [
            [_label(form, field, key(field), named=named), _input(form, field, key(field))]
            for field in run
        ]
        parts.append(_rows(form, cells, head, two=kind == "short"))
    return [Indenter(left=form.aside), *parts, Indenter(left=-form.aside)]


def _kind(form: Form, field: Field) -> str:
    if field.type is FieldType.GRID:
        return "grid"
    # Two languages and large type need the whole width for a label.
    narrow = form.second is None and not form.large
    return "short" if narrow and field.type in _SHORT else "long"


def _rows(form: Form, cells: list[list[Flowable]], title: str, *, two: bool) -> Flowable:
    shares = _TWO if two else _ONE
    rows = cells
    if two:
        pairs = [cells[place : place + 2] for place in range(0, len(cells), 2)]
        rows = [[*pair[0], "", *(pair[1] if len(pair) == 2 else ("", ""))] for pair in pairs]
    head = [form.words(title, "label"), *[""] * (len(shares) - 1)] if title else []
    return table(
        [head, *rows] if title else rows,
        [share * form.width for share in shares],
        padding=_PADDING,
        layout=True,
        wide={0: 0} if title else None,
        heads=1 if title else 0,
    )


def _label(form: Form, field: Field, key: str, *, named: bool) -> list[Flowable]:
    label = [form.words(field.id, "grey")] if named else []
    label.append(form.words(form.label(f"{key}.label", field.label), "small"))
    hint = _hint(form, field, key)
    if hint:
        label.append(form.words(hint, "grey"))
    if field.ask_if is not None:
        label.append(form.words(f"if {condition_words(field.ask_if, form.instrument)}", "grey"))
    for country, reason in field.na_for.items():
        said = form.label(f"{key}.na_for.{country}", reason)
        label.append(form.words(f"not for {country}: {said}", "grey"))
    return label


def _hint(form: Form, field: Field, key: str) -> str:
    match field.type:
        case FieldType.MULTI:
            return "tick all that apply"
        case FieldType.DATE:
            return "year – month – day"
        case FieldType.NUMERIC | FieldType.GRID if field.unit:
            return f"in {form.label(f'{key}.unit', field.unit)}"
        case _:
            return ""


def _input(form: Form, field: Field, key: str) -> Flowable:
    match field.type:
        case FieldType.YESNO:
            return form.choices(("yes", "no"))
        case FieldType.SINGLE | FieldType.MULTI:
            return form.choices(
                [form.label(f"{key}.options.{each.key}", each.label) for each in field.options]
            )
        case FieldType.LEVEL if field.levels:
            return form.choices(
                [
                    f"{level}: {form.label(f'{key}.levels.{level}', words)}"
                    for level, words in enumerate(field.levels)
                ]
            )
        case FieldType.LEVEL:
            return form.choices([str(level) for level in range(6)])
        case _:
            return WritingLines(1, large=form.large)


def _grid(form: Form, field: Field, key: str, *, named: bool) -> list[Flowable]:
    def labels(axis: Sequence[Column], name: str) -> list[str]:
        return [form.label(f"{key}.{name}.{item.key}", item.label) for item in axis]

    rows, columns = labels(field.rows, "rows"), labels(field.columns, "columns")
    grid = empty_grid(rows, columns, form.width, large=form.large)
    return [gap(3), *_label(form, field, key, named=named), gap(2), grid, gap(4)]
