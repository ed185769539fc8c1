"""Drop-downs and limits of input cells, each with an error text that says what to do."""

from typing import Any

from xlsxwriter.worksheet import Worksheet

from exports.workbook import lists
from exports.workbook.cells import Question, kind_of
from exports.workbook.draft import Draft
from wb6assess.model.instrument import Vignette

_LEVEL: dict[str, Any] = {
    "validate": "list",
    "source": ["0", "1", "2", "3", "4", "5"],
    "error_title": "Levels are 0 to 5",
    "error_message": "Choose a whole number from 0 to 5. For “not applicable” or “don't know” leave "
    "this cell empty and set the state.",
}


def answer_rule(
    draft: Draft, sheet: Worksheet, row: int, col: int, question: Question, key: str
) -> None:
    """What a cell that answers `question` accepts."""
    match kind_of(question):
        case "level":
            sheet.data_validation(row, col, row, col, _LEVEL)
        case "yesno":
            _listed(draft, sheet, (row, col, row, col), "yesno", lists.YES_NO, "Choose yes or no.")
        case "single":
            assert not isinstance(question, Vignette)
            first, last = question.options[0].key, question.options[-1].key
            source = draft.list_name(f"options_{key}", f"option.{key}.{first}", f"option.{key}.{last}")
            _from_range(sheet, (row, col, row, col), source, "Choose one of the answers in the list.")
        case "numeric" | "grid":
            sheet.data_validation(row, col, row, col, _number_rule(question))


def state_rule(draft: Draft, sheet: Worksheet, row: int, col: int, *, withheld: bool) -> None:
    """The states a question offers; `withheld` only on sensitive ones."""
    words = dict(lists.STATES)
    if not withheld:
        words.popitem()
    text = "Choose a state from the list. “Not applicable” needs a reason; leave the answer empty."
    _listed(draft, sheet, (row, col, row, col), "state", words, text)


def confidence_rule(draft: Draft, sheet: Worksheet, first: int, last: int, col: int) -> None:
    """Low, medium, high for a whole column."""
    area = (first, col, last, col)
    _listed(draft, sheet, area, "confidence", lists.CONFIDENCES, "Choose low, medium or high.")


def kind_rule(draft: Draft, sheet: Worksheet, first: int, last: int, col: int) -> None:
    """Kinds of evidence for a whole column."""
    area = (first, col, last, col)
    _listed(draft, sheet, area, "kind", lists.KINDS, "Choose a kind of evidence from the list.")


def id_rule(draft: Draft, sheet: Worksheet, first: int, last: int, col: int) -> None:
    """Ids of the questionnaire for a whole column."""
    ids = list(draft.plan.instrument.answerable())
    source = draft.list_name("list_id", f"id.{ids[0]}", f"id.{ids[-1]}")
    _from_range(sheet, (first, col, last, col), source, "Choose the id of the indicator this supports.")


def identity_rule(draft: Draft, sheet: Worksheet, row: int, col: int, name: str, text: str) -> None:
    """A list of the machine sheet for one cell of Summary."""
    words = dict(lists.all_lists(draft.report.framework))[name]
    _listed(draft, sheet, (row, col, row, col), name, words, text)


def _listed(
    draft: Draft,
    sheet: Worksheet,
    area: tuple[int, int, int, int],
    name: str,
    words: Any,
    text: str,
) -> None:
    codes = list(words)
    whole = len(codes) == len(dict(lists.all_lists(draft.report.framework))[name])
    first, last = f"list.{name}.{codes[0]}", f"list.{name}.{codes[-1]}"
    source = draft.list_name(f"list_{name}" if whole else f"list_{name}_{len(codes)}", first, last)
    _from_range(sheet, area, source, text)


def _from_range(sheet: Worksheet, area: tuple[int, int, int, int], source: str, text: str) -> None:
    rule = {
        "validate": "list",
        "source": f"={source}",
        "error_title": "Not in the list",
        "error_message": text,
    }
    sheet.data_validation(*area, rule)


def _number_rule(question: Question) -> dict[str, Any]:
    bounds = None if isinstance(question, Vignette) else question.plausible
    low, high = bounds or (-1e15, 1e15)
    text = "Enter a number."
    if bounds:
        text = (
            f"Enter a number from {low:g} to {high:g}; say in the justification why if it lies outside."
        )
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": low,
        "maximum": high,
        "error_title": "A number is needed",
        "error_message": text,
        # Implausible figures exist; the person decides.
        "error_type": "warning",
    }
