"""What cells cannot hold exactly, kept on the machine sheet as long as the cell is not edited."""

from collections.abc import Iterator

from exports.workbook.cells import (
    LONG_LINE,
    Cell,
    CellFaultError,
    cell_of,
    faithful_text,
    grid_cells,
    kind_of,
    number_cell,
    number_of,
    option_labels,
    packed,
    value_of,
)
from exports.workbook.plan import Plan
from wb6assess.model.assessment import Answer, Evidence, Value
from wb6assess.model.instrument import Field, Indicator, Vignette

CHUNK = 32_000
EVIDENCE_FIELDS = (
    *("kind", "title", "citation", "issuer", "date", "reference"),
    *("url", "page", "quote", "file", "sha256"),
)

Kept = tuple[str, str, str]
"""Place, part, exact value as JSON."""


def kept_values(plan: Plan) -> Iterator[Kept]:
    """Every value whose cell would be read as something else."""
    instrument = plan.instrument
    for item, answer in plan.document.answers.items():
        indicator = instrument.by_id.get(item)
        question = indicator or instrument.vignette_by_id.get(item) or instrument.context_by_id.get(item)
        if question is None:
            continue
        if answer.value is not None and not _faithful(question, answer.value):
            yield item, "answer", packed(answer.value)
        yield from _texts(item, answer)
        if indicator is not None:
            yield from _fields(indicator, answer)


def _fields(indicator: Indicator, answer: Answer) -> Iterator[Kept]:
    for field_id, value in answer.fields.items():
        question = indicator.field_named(field_id)
        if question is not None and not _faithful(question, value):
            yield f"{indicator.id}.{field_id}", "answer", packed(value)


def _texts(item: str, answer: Answer) -> Iterator[Kept]:
    if not faithful_text(answer.justification):
        yield item, "justification", packed(answer.justification)
    for check, comment in answer.comments.items():
        if not faithful_text(comment):
            yield f"{check}#{item}", "comment", packed(comment)
    for piece in answer.evidence:
        yield from _evidence(item, piece)


def _evidence(item: str, piece: Evidence) -> Iterator[Kept]:
    for name in EVIDENCE_FIELDS[1:]:
        text = getattr(piece, name)
        if not faithful_text(text):
            yield f"evidence#{item}", name, packed(text)


def _faithful(question: Indicator | Field | Vignette, value: Value) -> bool:
    """Whether reading the cell gives the value back."""
    if kind_of(question) == "grid":
        return _faithful_grid(value)
    if isinstance(value, str) and len(value) > LONG_LINE:
        return False
    labels = option_labels(question)
    try:
        return value_of(question, cell_of(question, value, labels), labels) == value
    except CellFaultError:
        return False


def _faithful_grid(value: Value) -> bool:
    if not hasattr(value, "items") or not value:
        return False
    if not all(cells for cells in value.values()):  # type: ignore[union-attr]
        return False
    try:
        return all(
            number_of(number_cell(number)) == number
            for number in grid_cells(value).values()  # type: ignore[arg-type]
        )
    except CellFaultError:
        return False


def as_written(question: Indicator | Field | Vignette, exact: Value) -> Cell:
    """The cell an exact value was written as, to see whether somebody changed it since."""
    return cell_of(question, exact, option_labels(question))


def pieces(text: str) -> list[str]:
    """A long JSON text in parts that fit cells."""
    return [text[start : start + CHUNK] for start in range(0, len(text), CHUNK)]
