"""The sheets a coordinator looks at first: countries × domains, countries × pillars."""

from xlsxwriter.worksheet import Worksheet

from exports.regional.book import FIRST_ROW, Columns, CoordinatorBook
from wb6assess.reports.notes import named, reading_notes
from wb6assess.reports.wording import OWN_BANDS, band_words
from wb6assess.scoring.bands import BANDS
from wb6assess.scoring.country import CountryScores, RegionalLine

REGION, PILLARS, NOTES = "Region", "Pillars", "Notes"


def write_region(book: CoordinatorBook) -> None:
    """Countries × domains with the overall score, the regional line, the legend and the notes."""
    data = book.data
    domains = [domain for domain in data.framework.domains if domain.id in data.scores.domains]
    titles = [data.instruments[domain.instrument].title for domain in domains]
    heads = ["Code", "Country", "Experts", *titles, "Overall", "Geometric", "Balance penalty"]
    widths = [8, 26, 10, *[14] * len(titles), 12, 12, 12]
    sub = f"Band letter and published score. {OWN_BANDS}"
    sheet = book.sheet(REGION, sub, widths, heads, 2)
    sheet.fit_to_pages(1, 1)
    keys = [domain.id for domain in domains]
    row = FIRST_ROW
    for code, country in data.scores.countries.items():
        _write_country(book, sheet, row, code, country, keys)
        row += 1
    row = _write_regional_lines(book, sheet, row + 1, keys)
    _write_legend(book, sheet, row + 1)


def write_pillars(book: CoordinatorBook) -> None:
    """Every domain with its pillars, one column per country."""
    data = book.data
    codes = list(data.scores.countries)
    widths = [12, 46, 9, *[12] * len(codes)]
    sub = "Band letter and published score of each pillar."
    sheet = book.sheet(PILLARS, sub, widths, ["Id", "Pillar", "Weight", *codes], 2)
    row = FIRST_ROW
    for domain in data.framework.domains:
        if domain.id not in data.scores.domains:
            continue
        instrument = data.instruments[domain.instrument]
        sheet.write_string(row, 0, domain.id, book.group)
        sheet.write_string(row, 1, instrument.title, book.group)
        sheet.write_number(row, 2, domain.weight, book.group)
        for column, code in enumerate(codes, start=3):
            node = data.scores.countries[code].domains[domain.id].score.node
            book.write_node(sheet, row, column, node)
        row += 1
        for pillar in instrument.pillars:
            book.write_texts(sheet, row, (pillar.id, pillar.title))
            sheet.write_number(row, 2, pillar.weight, book.count)
            for column, code in enumerate(codes, start=3):
                score = data.scores.countries[code].domains[domain.id].score
                book.write_node(sheet, row, column, score.pillars[pillar.id])
            row += 1


def _write_country(
    book: CoordinatorBook, sheet: Worksheet, row: int, code: str, country: CountryScores, keys: list[str]
) -> None:
    sheet.set_row(row, 20)
    sheet.write_string(row, 0, code, book.cell)
    sheet.write_string(row, 1, named(book.data.framework.country_by_code[code]), book.bold)
    sheet.write_number(row, 2, len(country.experts), book.count)
    for column, key in enumerate(keys, start=3):
        book.write_node(sheet, row, column, country.domains[key].score.node)
    column, overall = 3 + len(keys), country.overall
    book.write_node(sheet, row, column, overall.node)
    if overall.geometric is not None and overall.balance_penalty is not None:
        sheet.write_number(row, column + 1, overall.geometric, book.score)
        sheet.write_number(row, column + 2, float(overall.balance_penalty), book.score)


def _write_regional_lines(book: CoordinatorBook, sheet: Worksheet, row: int, keys: list[str]) -> int:
    scores = book.data.scores
    columns: list[RegionalLine | None] = [*(scores.domains[key] for key in keys), scores.overall]
    labels = ("Mean of countries", "Median", "Lowest", "Highest")
    for place, label in enumerate(labels):
        sheet.write_string(row, 1, label, book.cell)
        for column, line in enumerate(columns, start=3):
            if line is not None:
                value = (line.mean, line.median, line.minimum, line.maximum)[place]
                sheet.write_number(row, column, float(value), book.score)
        row += 1
    sheet.write_string(row, 1, "Countries with a score", book.cell)
    for column, line in enumerate(columns, start=3):
        shown = f"{line.n} of {len(scores.countries)}" if line else "fewer than 4"
        sheet.write_string(row, column, shown, book.count)
    return row + 1


def _write_legend(book: CoordinatorBook, sheet: Worksheet, row: int) -> None:
    for band in BANDS:
        sheet.write_string(row, 1, f"{band.letter}  {band_words(band)}", book.legend[band])
        row += 1


def write_notes(book: CoordinatorBook) -> None:
    """Whether the result is final and what is missing; how to read it."""
    data = book.data
    instruments = tuple(data.instruments.values())
    notes = reading_notes(data.framework, instruments, data.round, single=False, sample=data.sample)
    status = data.framework.note_on(data.framework.country_by_code)
    reasons = data.why_not_final or ("Nothing stands in the way.",)
    rows = [
        *(("Final" if data.final else "Not final", words) for words in reasons),
        *(("Note", note) for note in (*notes, *filter(None, [status]))),
    ]
    columns = Columns(("", "Status and notes"), (14, 120), ("bold", "cell"))
    book.table(
        NOTES, "What is missing for a final result, and how to read it.", columns, rows, filtered=False
    )
