"""The sheets behind: every consensus, every rating, every file, every parameter."""

from collections.abc import Iterator

from xlsxwriter.worksheet import Worksheet

from exports.regional.book import FIRST_ROW, HEAD_ROW, Book
from exports.workbook.cells import shown_text
from wb6assess.model.framework import METHODOLOGY
from wb6assess.reports.figures import number_text
from wb6assess.reports.notes import INVENTED
from wb6assess.reports.wording import state_words
from wb6assess.scoring.consensus import Consensus
from wb6assess.scoring.country import CountryDomain
from wb6assess.scoring.states import AnswerSheet

CONSENSUS, RATINGS, SOURCES, PARAMETERS = "Consensus", "Ratings", "Sources", "Parameters"
_SCORE_COLUMN = "F"

Place = tuple[str, str]  # country code, indicator id


def write_consensus(book: Book) -> None:
    """One row per country and indicator; the median follows the sheet Ratings."""
    rows_of = _rating_rows(book)
    heads = [
        *("Country", "Indicator", "Title", "State", "Consensus", "Median", "Mean", "Confidence mean"),
        *("Range", "IQR", "Agree share", "Scored by", "N/A", "Don't know", "Agreement", "Flags"),
    ]
    widths = [9, 11, 46, 16, 11, 9, 9, 12, 8, 8, 9, 9, 7, 9, 14, 34]
    sub = "Scores 0–100 over the experts of a country. The median is live: it follows the ratings."
    sheet = book.sheet(CONSENSUS, sub, widths, heads, 4)
    row = FIRST_ROW
    for code, domain in _domains(book):
        titles = book.data.instruments[domain.domain.instrument].by_id
        for item, value in domain.consensus.items():
            book.write_texts(sheet, row, (code, item, titles[item].title, state_words(value.state)))
            _write_spread(book, sheet, row, value, rows_of.get((code, item)))
            row += 1
    sheet.autofilter(HEAD_ROW, 0, max(row - 1, FIRST_ROW), len(heads) - 1)


def write_ratings(book: Book) -> None:
    """One row per country, indicator and expert, in the order of `_rating_rows`."""
    heads = [
        *("Country", "Indicator", "Title", "Expert", "State", "Score", "Confidence", "Justification"),
    ]
    sub = "Scores 0–100 after caps. Single ratings and comments stay with the coordinator."
    sheet = book.sheet(RATINGS, sub, [9, 11, 46, 14, 16, 9, 12, 80], heads, len(heads))
    row = FIRST_ROW
    for code, domain in _domains(book):
        titles = book.data.instruments[domain.domain.instrument].by_id
        experts = _sheets(book, code, domain)
        for item in domain.consensus if experts else ():
            for expert, answers in experts:
                book.write_texts(sheet, row, (code, item, titles[item].title, expert))
                _write_rating(book, sheet, row, item, answers)
                row += 1
    sheet.autofilter(HEAD_ROW, 0, max(row - 1, FIRST_ROW), len(heads) - 1)


def write_sources(book: Book) -> None:
    """Every file that was looked at, whose it is and its digests."""
    heads = [
        *("File", "Outcome", "Country", "Questionnaire", "Version", "Expert", "Revision"),
        *("Content SHA-256", "File SHA-256", "Why"),
    ]
    widths = [44, 16, 9, 18, 10, 16, 9, 36, 36, 56]
    sheet = book.sheet(SOURCES, "Every file that was looked at.", widths, heads, len(heads))
    for row, report in enumerate(book.data.files, start=FIRST_ROW):
        cells = [report.path.name, report.outcome.value, *[""] * 7, report.reason]
        if report.document is not None:
            key = report.document.identity
            cells[2:6] = [key.country, key.instrument, key.instrument_version, key.expert]
            cells[6:9] = [str(report.document.revision), report.content_hash, report.sha256]
        book.write_texts(sheet, row, cells)


def write_parameters(book: Book) -> None:
    """What the numbers were computed with."""
    sub = "What the numbers were computed with."
    sheet = book.sheet(PARAMETERS, sub, [30, 70], ["Name", "Value"], 2)
    for row, pair in enumerate(_parameters(book), start=FIRST_ROW):
        book.write_texts(sheet, row, pair)


def _parameters(book: Book) -> Iterator[tuple[str, str]]:
    data = book.data
    parameters = data.framework.parameters
    changed = parameters.changed()
    yield "methodology", METHODOLOGY
    yield "framework", data.framework.id
    for instrument in data.instruments.values():
        yield f"questionnaire {instrument.id}", f"{instrument.version}, {instrument.digest}"
    yield "round", data.round
    for name in parameters.__dataclass_fields__:
        value = getattr(parameters, name)
        inside = getattr(value, "__dataclass_fields__", None)
        shown = (
            ", ".join(f"{key} {getattr(value, key)}" for key in inside) if inside else number_text(value)
        )
        yield name, f"{shown} (changed)" if name in changed else shown
    if data.sample:
        yield "sample", INVENTED


def _write_spread(
    book: Book, sheet: Worksheet, row: int, value: Consensus, rows: tuple[int, int] | None
) -> None:
    spread = value.spread
    if value.score is not None:  # a meeting may have decided it where no expert rated
        sheet.write_number(row, 4, value.score, book.score)
    if spread is not None and rows is not None:
        first, last = rows
        median = f"=MEDIAN({RATINGS}!${_SCORE_COLUMN}${first + 1}:${_SCORE_COLUMN}${last + 1})"
        sheet.write_formula(row, 5, median, book.score, spread.median)
        figures = (spread.mean, spread.confidence_mean, spread.range, spread.iqr)
        for column, figure in enumerate(figures, start=6):
            sheet.write_number(row, column, figure, book.score)
        sheet.write_number(row, 10, spread.agree_share, book.share)
    for column, count in enumerate((value.n, value.n_na, value.n_dk), start=11):
        sheet.write_number(row, column, count, book.count)
    book.write_texts(sheet, row, (value.agreement or "", ", ".join(value.flags)), start=14)


def _write_rating(book: Book, sheet: Worksheet, row: int, item: str, answers: AnswerSheet) -> None:
    result, answer = answers.score(item), answers.answer(item)
    sheet.write_string(row, 4, state_words(result.state), book.cell)
    if result.score is not None:
        sheet.write_number(row, 5, result.score, book.score)
    book.write_texts(sheet, row, (answer.confidence or "", shown_text(answer.justification)), start=6)


def _rating_rows(book: Book) -> dict[Place, tuple[int, int]]:
    """Country and indicator -> first and last row of its ratings, counted from 0."""
    rows_of: dict[Place, tuple[int, int]] = {}
    row = FIRST_ROW
    for code, domain in _domains(book):
        experts = len(domain.experts)
        for item in domain.consensus if experts else ():
            rows_of[code, item] = (row, row + experts - 1)
            row += experts
    return rows_of


def _domains(book: Book) -> Iterator[tuple[str, CountryDomain]]:
    for code, country in book.data.scores.countries.items():
        for domain in country.domains.values():
            yield code, domain


def _sheets(book: Book, code: str, domain: CountryDomain) -> list[tuple[str, AnswerSheet]]:
    instrument = book.data.instruments[domain.domain.instrument]
    shortest = book.data.framework.parameters.na_justification_min
    return [
        (key.expert, AnswerSheet(instrument, document.answers, code, na_justification_min=shortest))
        for key, document in book.data.effective.items()
        if key.country == code and key.instrument == instrument.id
    ]
