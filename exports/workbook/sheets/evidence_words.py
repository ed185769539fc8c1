"""How an item of evidence reads in one line, live on its row and gathered beside its answer."""

from exports.workbook import lists
from exports.workbook.draft import Draft
from exports.workbook.live import Live
from exports.workbook.names import EVIDENCE, column, on, quoted
from exports.workbook.plan import FIRST_ROW
from wb6assess.model.assessment import Evidence

# Columns of Evidence.
ITEM, KIND, TITLE, CITATION, ISSUER, DATE, REFERENCE, URL, PAGE, QUOTE, FILE, SHA256, GRADE, READS = (
    range(14)
)
_MANY = 25


def words_of(piece: Evidence) -> str:
    """An item in one line: kind, what it is, date, page."""
    name = piece.citation or piece.title or piece.reference or piece.url or piece.file
    date = f", {piece.date}" if piece.date else ""
    page = f", p. {piece.page}" if piece.page else ""
    return f"{lists.KINDS[piece.kind]}: {name}{date}{page}"


def words_formula(row: int) -> str:
    """`words_of` over the cells of a row."""

    def cell(col: int) -> str:
        return f"${column(col)}{row + 1}"

    name = cell(FILE)
    for col in (URL, REFERENCE, TITLE, CITATION):
        name = f'IF({cell(col)}<>"",{cell(col)},{name}&"")'
    date = f'IF({cell(DATE)}<>"",", "&{cell(DATE)},"")'
    page = f'IF({cell(PAGE)}<>"",", p. "&{cell(PAGE)},"")'
    return f'IF({cell(KIND)}="","",{cell(KIND)}&": "&{name}&{date}&{page})'


def evidence_cell(draft: Draft, item: str) -> Live:
    """The items of one answer under each other; what is added later is counted."""
    rows = [place for place, (owner, _) in enumerate(draft.plan.evidence, FIRST_ROW) if owner == item]
    pieces = [words_of(draft.plan.evidence[place - FIRST_ROW][1]) for place in rows]
    first, last = draft.plan.evidence_rows
    ids, kinds = (f"'{EVIDENCE}'!${column(c)}${first + 1}:${column(c)}${last + 1}" for c in (ITEM, KIND))
    count = f'SUMPRODUCT(({ids}={quoted(item)})*({kinds}<>""))'
    if item in draft.plan.instrument.by_id:
        count = draft.plan.machine(f"value.{item}", 7)
    if not rows:
        return Live(f'IF({count}=0,"",{count}&" on sheet {EVIDENCE}")', "")
    shown = rows[:_MANY]
    parts = [
        f'IF({on(EVIDENCE, place, ITEM)}={quoted(item)},"[{number}] "&{on(EVIDENCE, place, READS)}'
        '&CHAR(10),"")'
        for number, place in enumerate(shown, 1)
    ]
    rest = f'IF({count}>{len(shown)},"and "&({count}-{len(shown)})&" more on sheet {EVIDENCE}","")'
    text = "".join(f"[{number}] {words}\n" for number, words in enumerate(pieces[:_MANY], 1))
    if len(rows) > _MANY:
        text += f"and {len(rows) - _MANY} more on sheet {EVIDENCE}"
    return Live("&".join([*parts, rest]), text)
