"""The sheets behind: every consensus value, every rating, every file."""

from collections.abc import Iterator, Mapping

from xlsxwriter.worksheet import Worksheet

from exports.regional.book import FIRST_ROW, HEAD_ROW, CoordinatorBook
from exports.workbook.cells import shown_text
from exports.workbook.live import Content, Live, put
from exports.workbook.names import at, span
from exports.workbook.sheets.evidence_words import words_of
from wb6assess.reports.wording import state_words
from wb6assess.scoring.consensus import Consensus
from wb6assess.scoring.country import CountryDomain
from wb6assess.scoring.states import AnswerSheet, State

CONSENSUS, RATINGS, SOURCES = "Consensus", "Ratings", "Sources"
VALUE = 4
"""Column of the value the country uses."""
_SCORE = 5

Place = tuple[str, str]  # country code, indicator id
Rows = tuple[int, int]


def write_consensus(book: CoordinatorBook) -> None:
    """One row per country and indicator; the median follows the sheet Ratings."""
    rows_of = _rating_rows(book)
    heads = [
        *("Country", "Indicator", "Title", "State", "Consensus", "Median", "Mean", "Confidence mean"),
        *("Range", "IQR", "Agree share", "Scored by", "N/A", "Don't know", "Agreement", "Flags"),
        "Experts' value",
    ]
    widths = [9, 11, 46, 16, 11, 9, 9, 12, 8, 8, 9, 9, 7, 9, 14, 34, 9]
    sub = (
        "Scores 0–100 over the experts of a country. Values, medians, means and ranges are live: they "
        "follow the ratings; a meeting's value stands as a number."
    )
    sheet = book.sheet(CONSENSUS, sub, widths, heads, 4)
    row = FIRST_ROW
    for code, domain in _domains(book):
        titles = book.data.instruments[domain.domain.instrument].by_id
        for item, value in domain.consensus.items():
            book.write_texts(sheet, row, (code, item, titles[item].title, state_words(value.state)))
            _write_spread(book, sheet, row, value, rows_of.get((code, item)))
            put(sheet, row, 16, domain.experts_consensus[item].score, book.score)
            row += 1
    sheet.autofilter(HEAD_ROW, 0, max(row - 1, FIRST_ROW), len(heads) - 1)


def consensus_rows(book: CoordinatorBook) -> Mapping[Place, int]:
    """Country and indicator -> row on the sheet of consensus values, counted from 0."""
    places = [(code, item) for code, domain in _domains(book) for item in domain.consensus]
    return {place: row for row, place in enumerate(places, start=FIRST_ROW)}


def write_ratings(book: CoordinatorBook) -> None:
    """One row per country, indicator and expert, in the order of `_rating_rows`."""
    heads = [
        *("Country", "Indicator", "Title", "Expert", "State", "Score", "Confidence", "Justification"),
        *("Answer", "Before caps", "Cap because", "Evidence"),
    ]
    sub = "Scores 0–100 after caps. Single ratings and comments stay with the coordinator."
    widths = [9, 11, 46, 14, 16, 9, 12, 80, 30, 9, 30, 60]
    sheet = book.sheet(RATINGS, sub, widths, heads, len(heads))
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


def write_sources(book: CoordinatorBook) -> None:
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


def _write_spread(
    book: CoordinatorBook, sheet: Worksheet, row: int, value: Consensus, rows: Rows | None
) -> None:
    spread = value.spread
    if value.score is not None:
        put(sheet, row, VALUE, _country_value(book, row, value, rows), book.score)
    if spread is not None and rows is not None:
        given = span(*rows, _SCORE, RATINGS)
        quartiles = f"_xlfn.QUARTILE.INC({given},3)-_xlfn.QUARTILE.INC({given},1)"
        figures: tuple[Content, ...] = (
            Live(f"MEDIAN({given})", spread.median),
            Live(f"AVERAGE({given})", spread.mean),
            spread.confidence_mean,
            Live(f"MAX({given})-MIN({given})", spread.range),
            Live(quartiles, spread.iqr),
        )
        for column, figure in enumerate(figures, start=5):
            put(sheet, row, column, figure, book.score)
        sheet.write_number(row, 10, spread.agree_share, book.share)
    for column, count in enumerate((value.n, value.n_na, value.n_dk), start=11):
        sheet.write_number(row, column, count, book.count)
    sheet.write_string(row, 14, value.agreement or "", book.cell_after)
    sheet.write_string(row, 15, ", ".join(value.flags), book.cell)


def _country_value(book: CoordinatorBook, row: int, value: Consensus, rows: Rows | None) -> Live | float:
    """A meeting's value stands as a number; otherwise it follows the ratings."""
    assert value.score is not None
    rule = book.data.framework.parameters.consolidation
    column = {"median": 5, "mean": 6, "confidence": 7}[rule]
    decided_by_meeting = value.state is State.VALIDATED
    return value.score if decided_by_meeting or rows is None else Live(at(row, column), value.score)


def _write_rating(
    book: CoordinatorBook, sheet: Worksheet, row: int, item: str, answers: AnswerSheet
) -> None:
    result, answer = answers.score(item), answers.answer(item)
    sheet.write_string(row, 4, state_words(result.state), book.cell)
    if result.score is not None:
        sheet.write_number(row, 5, result.score, book.score)
    sheet.write_string(row, 6, answer.confidence or "", book.cell_after)
    value = answer.value
    given = (
        ", ".join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)
    )
    evidence = "\n".join(map(words_of, answer.evidence))
    book.write_texts(sheet, row, (shown_text(answer.justification), shown_text(given)), start=7)
    if result.uncapped is not None:
        sheet.write_number(row, 9, result.uncapped, book.score)
    because = result.cap.because if result.cap else ""
    sheet.write_string(row, 10, shown_text(because), book.cell_after)
    sheet.write_string(row, 11, shown_text(evidence), book.cell)


def _rating_rows(book: CoordinatorBook) -> dict[Place, tuple[int, int]]:
    """Country and indicator -> first and last row of its ratings, counted from 0."""
    rows_of: dict[Place, tuple[int, int]] = {}
    row = FIRST_ROW
    for code, domain in _domains(book):
        experts = len(domain.experts)
        for item in domain.consensus if experts else ():
            rows_of[code, item] = (row, row + experts - 1)
            row += experts
    return rows_of


def _domains(book: CoordinatorBook) -> Iterator[tuple[str, CountryDomain]]:
    for code, country in book.data.scores.countries.items():
        for domain in country.domains.values():
            yield code, domain


def _sheets(book: CoordinatorBook, code: str, domain: CountryDomain) -> list[tuple[str, AnswerSheet]]:
    instrument = book.data.instruments[domain.domain.instrument]
    shortest = book.data.framework.parameters.na_justification_min
    # Answers of many files come packed, and every indicator's rows ask for one of each expert.
    return [
        (
            key.expert,
            AnswerSheet(instrument, dict(document.answers.items()), code, na_justification_min=shortest),
        )
        for key, document in book.data.effective.items()
        if key.country == code and key.instrument == instrument.id
    ]
