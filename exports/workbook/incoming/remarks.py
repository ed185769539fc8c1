"""What a filled workbook holds besides answers: hidden rows, pictures, notes on cells.

None of it stops the answers from being taken; a person should know of it before.
"""

from collections.abc import Iterator, Mapping, Sequence

from exports.workbook.incoming.container import SheetPart
from exports.workbook.incoming.tables import Table

_NAMED = 12
_FILLED_BY_US = {"about"}


def remarks(parts: Sequence[SheetPart], tables: Mapping[str, list[Table]]) -> Iterator[str]:
    """One sentence for each kind of thing on each sheet, in the order of the tabs."""
    found = {table.order: table for kind in tables.values() for table in kind}
    for order, part in enumerate(parts):
        if order in found:
            yield from _hidden(found[order])
        if part.pictures:
            yield (
                f"{part.name}: pictures or text boxes lie on the sheet ({_listed(part.pictures)}); "
                "they are not taken. Attach them as evidence."
            )
        if part.notes:
            yield (
                f"{part.name}: notes are pinned to cells ({_listed(part.notes)}); they are not taken. "
                "Write what matters into the cells."
            )


def other_text(*, same_text: bool) -> Iterator[str]:
    """That the questionnaire has been edited since the workbook was made."""
    if not same_text:
        yield (
            "The questionnaire has been edited since this workbook was made, under the same version "
            "number. Check that the answers still fit their questions."
        )


def _hidden(table: Table) -> Iterator[str]:
    rows = [
        str(row + 1)
        for row in sorted(table.part.xml.hidden_rows)
        if row > table.head and set(table.filled(row)) - _FILLED_BY_US
    ]
    if rows:
        yield (
            f"{table.part.name}: answers stand in hidden rows ({_listed(rows)}); they are taken too. "
            "Show the rows to check them."
        )


def _listed(places: Sequence[str]) -> str:
    shown = ", ".join(places[:_NAMED])
    return shown if len(places) <= _NAMED else f"{shown} and {len(places) - _NAMED} more"
