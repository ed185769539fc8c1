"""An XLSForm as its author laid it out: groups, questions, lists, settings; nothing judged yet."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from exports.workbook.cells import Cell, text_of
from exports.workbook.incoming.container import SheetPart, open_workbook
from exports.xlsform.heads import Head, heads_of
from wb6assess.errors import ErrorCode, FileError

MAX_DEPTH = 30
MAX_ROWS = 200_000
_SHEETS = ("survey", "choices", "settings", "scoring", "sources")
_BEGIN = re.compile(r"begin[ _]+(group|repeat|lgroup|loop|looped group)", re.IGNORECASE)
_END = re.compile(r"end[ _]+(group|repeat|lgroup|loop|looped group)", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """A row with something in it.

    Attributes:
        sheet: As its tab is called.
        number: As spreadsheet programs count, the row of heads being 1.
        cells: Texts by head; empty cells are left out.
    """

    sheet: str
    number: int
    cells: Mapping[Head, str]

    def get(self, base: str) -> str:
        """The text under a head without language; "" when there is none."""
        return self.cells.get(Head(base), "")

    def worded(self, base: str) -> Mapping[str, str]:
        """Texts by language name; "" for a head without language."""
        return {head.language: text for head, text in self.cells.items() if head.base == base}

    @property
    def place(self) -> str:
        """Such as "survey!12"."""
        return f"{self.sheet}!{self.number}"


@dataclass
class Group:
    """A group or repeat with what is in it; the form itself is one without a row."""

    row: Row | None
    repeat: bool = False
    children: list["Group | Row"] = field(default_factory=list)

    def rows(self) -> Iterator[Row]:
        """Every question below, in order."""
        for child in self.children:
            if isinstance(child, Group):
                yield from child.rows()
            else:
                yield child


@dataclass
class Form:
    """What a workbook holds.

    Attributes:
        languages: Language names in heads of labels, in order; "" for heads without one.
        extra: Rows of the sheets `scoring` and `sources`.
        unread: Names of sheets that are none of an XLSForm's.
    """

    root: Group
    choices: Mapping[str, list[Row]]
    settings: Row
    languages: tuple[str, ...]
    extra: Mapping[str, list[Row]]
    unread: tuple[str, ...]

    @property
    def own(self) -> bool:
        """Whether to-xlsform wrote it."""
        return any(row.get("key") == "format" for row in self.extra.get("scoring", [])[:1])


def read_form(path: Path) -> Form:
    """The form in a workbook.

    Raises:
        FileError: WORKBOOK_INVALID (no workbook, damaged, hostile), XLSFORM_INVALID (a workbook, but
            no form), FILE_MISSING, FILE_UNREADABLE, FILE_TOO_LARGE.
    """
    parts = {part.name.strip().casefold(): part for part in reversed(open_workbook(path))}
    if "survey" not in parts:
        raise _no_form(path, "it has no sheet “survey”")
    rows = {name: _rows(path, parts[name]) for name in _SHEETS if name in parts}
    survey = rows["survey"]
    heads = {head for row in survey for head in row.cells}
    if not survey:
        raise _no_form(path, "its sheet “survey” is empty")
    if Head("type") not in heads:
        raise _no_form(path, "its sheet “survey” has no column “type”")
    settings = rows.get("settings", [])
    return Form(
        root=_tree(path, survey),
        choices=_lists(rows.get("choices", [])),
        settings=settings[0] if settings else Row("settings", 2, {}),
        languages=_languages([*survey, *rows.get("choices", [])]),
        extra={name: rows[name] for name in ("scoring", "sources") if name in rows},
        unread=tuple(part.name for name, part in reversed(parts.items()) if name not in _SHEETS),
    )


def _no_form(path: Path, reason: str) -> FileError:
    return FileError(ErrorCode.XLSFORM_INVALID, path=path, reason=reason)


def _rows(path: Path, part: SheetPart) -> list[Row]:
    """Rows below the heads; the first row that is not empty holds the heads."""
    if len(part.rows) > MAX_ROWS:
        raise _no_form(path, f"its sheet “{part.name}” has more than {MAX_ROWS:,} rows")
    start = next((place for place, cells in enumerate(part.rows) if any(map(_said, cells))), None)
    if start is None:
        return []
    name = part.name.strip().casefold()
    heads = heads_of([_said(cell) for cell in part.rows[start]], choices=name == "choices")
    found: list[Row] = []
    for place, cells in enumerate(part.rows[start + 1 :], start + 2):
        read = text_of if name == "scoring" else _said
        said = {head: text for head, cell in zip(heads, cells, strict=False) if (text := read(cell))}
        texts = {head: text for head, text in said.items() if head.base}
        if texts:
            found.append(Row(part.name, place, texts))
    return found


def _said(cell: Cell) -> str:
    return text_of(cell).strip()


def _lists(rows: list[Row]) -> Mapping[str, list[Row]]:
    lists: dict[str, list[Row]] = {}
    for row in rows:
        lists.setdefault(row.get("list_name"), []).append(row)
    return lists


def _languages(rows: list[Row]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row in rows:
        for head in row.cells:
            if head.base == "label":
                found[head.language] = None
    return tuple(found)


def _tree(path: Path, rows: list[Row]) -> Group:
    root = Group(None)
    opened = [root]
    for row in rows:
        kind = row.get("type")
        begin, end = _BEGIN.fullmatch(kind), _END.fullmatch(kind)
        if begin:
            group = Group(row, begin[1].casefold() not in {"group"})
            opened[-1].children.append(group)
            opened.append(group)
        elif end:
            if len(opened) == 1:
                raise _no_form(path, f"{row.place} ends a group that was not begun")
            opened.pop()
        else:
            opened[-1].children.append(row)
        if len(opened) > MAX_DEPTH:
            raise _no_form(path, f"at {row.place} groups are nested more than {MAX_DEPTH} deep")
    if len(opened) > 1 and opened[-1].row is not None:
        raise _no_form(path, f"the group that begins at {opened[-1].row.place} is not ended")
    return root
