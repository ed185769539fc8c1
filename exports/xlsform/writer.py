"""A questionnaire as an XLSForm workbook, read back and compared before it takes its place."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from xlsxwriter import Workbook

from exports.xlsform.choices import shared_lists
from exports.xlsform.closing import write_checks, write_context, write_vignettes
from exports.xlsform.draft import Draft, Row, Words, fits
from exports.xlsform.languages import head_name
from exports.xlsform.names import Names
from exports.xlsform.scoring import COLUMNS, FORMAT, rows_of
from exports.xlsform.survey import write_calculations, write_pillar, write_start
from exports.xlsform.xpath import Expressions
from wb6assess.files import replacing
from wb6assess.instruments.plain import instrument_data
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument

_DATE = datetime(2000, 1, 1)  # noqa: DTZ001 - document properties know no zones; equal input, equal bytes
_SHOWN = frozenset(
    {
        "id",
        "version",
        "title",
        "language",
        "intro",
        "sources",
        "pillars",
        "checks",
        "vignettes",
        "context",
    }
)
_SOURCE_COLUMNS = ("id", "title", "url", "status")


def write_xlsform(
    target: Path,
    framework: Framework,
    instrument: Instrument,
    translations: Mapping[str, Instrument] | None = None,
) -> tuple[str, ...]:
    """Write a questionnaire as an XLSForm.

    Args:
        target: The workbook, .xlsx.
        framework: Countries and rounds to choose from.
        instrument: In its own language.
        translations: The same instrument in other languages, by language tag.

    Returns:
        What survey tools will not see, a sentence each; from-xlsform still knows it.

    Raises:
        ExportError: the target cannot be written, or what was written does not read back the same.
    """
    from exports.xlsform.selfcheck import check_form

    draft = form_of(framework, instrument, translations or {})
    with replacing(target) as scratch:
        scratch.write_bytes(_rendered(draft))
        check_form(scratch, target, instrument)
    return tuple(draft.omitted)


def form_of(
    framework: Framework, instrument: Instrument, translations: Mapping[str, Instrument]
) -> Draft:
    """The rows of every sheet."""
    names = Names(instrument)
    words = Words(instrument, translations)
    draft = Draft(instrument, framework, words, names, Expressions(instrument, names))
    data = instrument_data(instrument)
    draft.scoring += rows_of(("form", "", ""), {"format": FORMAT}, frozenset())
    rest = {key: value for key, value in data.items() if key != "format"}
    draft.scoring += rows_of(("instrument", "", ""), rest, _SHOWN)
    for source in data.get("sources", []):
        draft.sources.append({key: source[key] for key in _SOURCE_COLUMNS if key in source})
        draft.scoring += rows_of(("source", source["id"], ""), source, frozenset(_SOURCE_COLUMNS))
    shared_lists(draft)
    write_start(draft)
    for pillar, part in zip(instrument.pillars, data["pillars"], strict=True):
        write_pillar(draft, pillar, part)
    write_vignettes(draft, data.get("vignettes", []))
    write_context(draft, data.get("context", []))
    write_checks(draft, data.get("checks", []))
    write_calculations(draft)
    for tag, key, text in words.hidden():
        draft.scoring += rows_of(("text", tag, ""), {key: text}, frozenset())
    return draft


def _rendered(draft: Draft) -> bytes:
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_urls": False})
    book.set_properties({"title": draft.instrument.title, "created": _DATE})
    words = draft.words
    _sheet(book, draft, "survey", _survey_columns(words), draft.survey)
    choice_columns = ["list_name", "name", *words.heads("label"), "score", "points", "exclusive"]
    _sheet(book, draft, "choices", choice_columns, draft.choices)
    settings = {
        "form_title": draft.instrument.title,
        "form_id": draft.instrument.id,
        "version": draft.instrument.version,
        "default_language": head_name(draft.instrument.language),
    }
    _sheet(book, draft, "settings", list(settings), [settings])
    _sheet(book, draft, "scoring", COLUMNS, draft.scoring)
    _sheet(book, draft, "sources", _SOURCE_COLUMNS, draft.sources)
    book.close()
    return buffer.getvalue()


def _survey_columns(words: Words) -> list[str]:
    translated = [head for column in ("label", "hint", "guidance_hint") for head in words.heads(column)]
    return [
        "type",
        "name",
        *translated,
        "relevant",
        "required",
        "constraint",
        *words.heads("constraint_message"),
        "calculation",
        "appearance",
        "wb6_role",
        "wb6_id",
        "wb6_part",
    ]


def _sheet(book: Workbook, draft: Draft, name: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """A sheet of texts; heads stay in view."""
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True})
    sheet.freeze_panes(1, 2)
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column, bold)
        sheet.set_column(place, place, 40 if "::" in column or column == "value" else 18)
    for number, row in enumerate(rows, 1):
        for place, column in enumerate(columns):
            text = row.get(column, "")
            if text and not fits(text):
                draft.omitted.append(f"{name}!{number + 1} {column}: the text is too long for a cell")
                text = text[:16_000]
            if text:
                sheet.write_string(number, place, text)
