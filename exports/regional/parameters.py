"""Parameters in named cells: the formulas refer to names, never to constants (methodology 13)."""

from collections.abc import Iterator

from exports.regional.book import FIRST_ROW, Columns, CoordinatorBook
from exports.workbook.names import on
from exports.workbook.sheets.scores import PARAMETERS as SHARED
from exports.workbook.sheets.scores import parameter_values
from wb6assess.model.framework import METHODOLOGY
from wb6assess.reports.figures import number_text
from wb6assess.reports.notes import INVENTED

PARAMETERS = "Parameters"
_COLUMNS = Columns(("Name", "Value", "What it is"), (30, 40, 70), ("cell", "cell", "cell"))
_SPLIT = {"cuts", "methods"}


def write_parameters(book: CoordinatorBook) -> None:
    """What the numbers were computed with; numbers are named cells."""
    rows = list(_rows(book))
    sheet = book.table(PARAMETERS, "What the numbers were computed with.", _COLUMNS, rows)
    for row, (name, value, _) in enumerate(rows, start=FIRST_ROW):
        if isinstance(value, int | float):
            sheet.write_number(row, 1, value, book.right)
            book.book.define_name(name, f"={on(PARAMETERS, row, 1)}")


def _rows(book: CoordinatorBook) -> Iterator[tuple[str, str | int | float, str]]:
    data = book.data
    parameters = data.framework.parameters
    changed = parameters.changed()
    named = parameter_values(parameters)
    for name, value in named.items():
        source = "cuts" if name.startswith("cut_") else name
        yield name, value, SHARED[name] + (" (changed)" if source in changed else "")
    for name in parameters.__dataclass_fields__:
        value = getattr(parameters, name)
        remark = "changed from the default" if name in changed else ""
        if name in named or name in _SPLIT:
            continue
        if isinstance(value, tuple):
            for place, part in enumerate(value, start=1):
                yield f"{name}_{place}", part, remark
        elif isinstance(value, int | float):
            yield name, value, remark
        else:
            yield name, number_text(value), remark
    methods = parameters.methods
    for level in ("pillar", "domain", "overall"):
        yield f"method {level}", str(getattr(methods, level)), "way of aggregating"
    yield "methodology", METHODOLOGY, ""
    yield "framework", data.framework.id, ""
    for instrument in data.instruments.values():
        yield f"questionnaire {instrument.id}", instrument.version, instrument.digest
    yield "round", data.round, ""
    if data.sample:
        yield "sample", INVENTED, ""
