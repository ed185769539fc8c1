"""Sheets of the public workbook: values after disclosure control, no formulas, nothing hidden."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from exports.regional.beside import WHOLE
from exports.regional.book import FIRST_ROW, Book, Columns
from exports.regional.gains import draw_gains
from exports.workbook.live import Content
from wb6assess.reports.region.indicators import PublicIndicator
from wb6assess.reports.region.rows import ChangeEntry, GapRow, PublicScore, Regional, ScoreRow
from wb6assess.reports.region.score_words import standing
from wb6assess.scoring.numbers import published

SUMMARY, BANDS, SCORES, PILLARS, INDICATORS = "Summary", "Bands", "Scores", "Pillars", "Indicators"
LAW, CHANGE, FIXES, MEETINGS, AGREEMENT = (
    *("Law and practice", "Change", "First to fix", "Meetings", "Agreement"),
)
METHOD, SOURCES = "Method", "Sources"
_A3 = 8
_ONE_PAGE = 30
"""Rows of the summary that can be read on one printed page."""
_SIGNS = "“:” insufficient data, “c” confidential, “z” not applicable."


def write_summary(book: Book, content: Regional) -> None:
    """The front page of the report, then its notes."""
    columns = Columns(("", "What the report says"), (22, 110), ("bold", "cell"))
    rows = [
        *(("In one minute" if not place else "", words) for place, words in enumerate(content.minute)),
        *content.facts,
        *content.reading,
        *(("Notes" if not place else "", words) for place, words in enumerate(content.notes)),
        ("", content.overall_text),
        ("", content.status_note),
        ("Fingerprint", content.digest),
    ]
    shown = [row for row in rows if row[1]]
    sheet = book.table(SUMMARY, content.subtitle, columns, shown, filtered=False)
    if len(shown) <= _ONE_PAGE:
        sheet.fit_to_pages(1, 1)


def write_bands(book: Book, content: Regional) -> None:
    """Countries by fields with letter, number and colour; regional lines under it."""
    widths = [26, *[15] * len(content.columns)]
    sub = f"Band letter and published score. {_SIGNS}"
    sheet = book.sheet(BANDS, sub, widths, ["Country", *content.columns], 1)
    row = FIRST_ROW
    for line in content.bands:
        sheet.write_string(row, 0, line.country, book.bold)
        for column, score in enumerate(line.scores, start=1):
            if score.value is None or score.band is None:
                sheet.write_string(row, column, score.sign, book.no_score)
            else:
                sheet.write_number(row, column, float(score.value), book.bands[score.band])
        row += 1
    for name, texts in content.lines:
        row += 1
        sheet.write_string(row, 0, name, book.cell)
        for column, words in enumerate(texts, start=1):
            sheet.write_string(row, column, words, book.right)


def write_scores(book: Book, content: Regional) -> None:
    """Every country in every field with interval, coverage, evidence and experts."""
    columns = Columns(
        (
            *("Country", "Code", "Field", "Score", "Band", "Low 5 %", "High 95 %"),
            *("Coverage", "Evidence", "Experts", "Provisional", "Beside the overall score"),
        ),
        (26, 7, 30, 9, 44, 9, 9, 10, 10, 9, 12, 14),
        (
            *("cell", "cell", "cell", "score", "cell", "score", "score"),
            *("right", "right", "right", "cell", "cell"),
        ),
    )
    book.table(SCORES, f"Published scores with 90 % intervals. {_SIGNS}", columns, _scores(content))


def _scores(content: Regional) -> Iterator[Sequence[Content]]:
    for part in content.countries:
        for field in part.fields:
            row, score = field.score, field.score.score
            yield (
                part.name,
                part.code,
                row.label,
                _value(score),
                standing(score),
                *_ends(score.interval),
                score.coverage,
                row.evidence,
                row.experts,
                "†" if score.provisional else "",
                "beside" if field.beside else "",
            )
        if not part.fields:
            yield part.name, part.code, "", None, part.text, *[None] * 7


def write_pillars(book: Book, content: Regional) -> None:
    """Every pillar of every country."""
    columns = Columns(
        ("Country", "Code", "Field", "Pillar", "Title", "Score", "Band", "Coverage", "Experts"),
        (26, 7, 30, 10, 46, 9, 28, 10, 9),
        ("cell", "cell", "cell", "cell", "cell", "score", "cell", "right", "right"),
    )
    rows = (
        (part.name, part.code, field.score.label, *_pillar(row))
        for part in content.countries
        for field in part.fields
        for row in field.rows
    )
    book.table(PILLARS, _SIGNS, columns, rows)


def _pillar(row: ScoreRow) -> Sequence[Content]:
    score = row.score
    return row.key, row.label, _value(score), standing(score), score.coverage, row.experts


def write_indicators(book: Book, rows: Iterable[PublicIndicator]) -> None:
    """The country value of every indicator that may be shown."""
    columns = Columns(
        ("Code", "Field", "Pillar", "Indicator", "Title", "Score", "Validated"),
        (7, 10, 10, 12, 70, 9, 12),
        ("cell", "cell", "cell", "cell", "cell", "score", "cell"),
    )
    cells = (
        (
            row.country,
            row.domain,
            row.pillar,
            row.indicator,
            row.title,
            row.sign if row.score is None else _r1(row.score),
            "validated" if row.validated else "",
        )
        for row in rows
    )
    book.table(INDICATORS, f"Consolidated value, 0 to 100 (level times 20). {_SIGNS}", columns, cells)


def write_law(book: Book, content: Regional) -> None:
    """Law against practice, institutions and interface beside."""
    columns = Columns(
        ("Field", "Country", "Law", "Practice", "Gap", "Institutions", "Interface"),
        (30, 26, 9, 9, 9, 12, 10),
        ("cell", "cell", "score", "score", "signed", "score", "score"),
    )
    rows = [(part.title, row) for part in content.domains for row in part.gaps]
    sub = f"Gap: law minus practice. {_SIGNS}"
    book.table(LAW, sub, columns, [(title, row.country, *_law(row)) for title, row in rows])


def _law(row: GapRow) -> Sequence[Content]:
    gap = None if row.law is None or row.practice is None else row.law - row.practice
    values = (row.law, row.practice, gap, row.institution, row.interface)
    return [row.missing if value is None else float(value) for value in values]


def write_change(book: Book, content: Regional) -> None:
    """Matched change, total change, composition effect; nothing without an earlier round."""
    if content.progress is None:
        return
    columns = Columns(
        (
            *("Field", "Country", "Matched before", "Matched now", "Change", "Word", "Low 5 %"),
            *("High 95 %", "Within uncertainty", "Total change", "Composition effect", "Fell"),
        ),
        (30, 26, 10, 10, 9, 20, 9, 9, 18, 9, 12, 40),
        (
            *("cell", "cell", "score", "score", "signed", "cell", "signed"),
            *("signed", "cell", "signed", "signed", "cell"),
        ),
    )
    rows = [(part.title, row) for part in content.progress.parts for row in part.rows]
    sub = f"Since {content.progress.since}. {content.progress.text}"
    cells = [(title, row.country, *_change(row)) for title, row in rows]
    sheet = book.table(CHANGE, sub, columns, cells)
    book.colour_progress(sheet, 5, [row.word for _, row in rows])


def _change(row: ChangeEntry) -> Sequence[Content]:
    values = [
        row.missing if value is None else float(value) for value in (row.before, row.now, row.points)
    ]
    others = [None if value is None else float(value) for value in (row.total, row.composition)]
    return (
        *values,
        row.word.value if row.word else "",
        *_ends(row.interval),
        "within uncertainty" if row.within else "",
        *others,
        ", ".join(row.fell),
    )


def write_fixes(book: Book, content: Regional) -> None:
    """What to fix first in each country, with the next step, who decides it, and bars beside."""
    columns = Columns(
        (
            *("Country", "Score of", "Indicator", "Title", "Field", "Level", "Target", "Gain"),
            *("Next step", "Who decides"),
        ),
        (26, 26, 12, 46, 26, 8, 8, 9, 70, 26),
        ("cell", "cell", "cell", "cell", "cell", "right", "right", "score", "cell", "cell"),
    )
    found = [
        (part.name, node, row)
        for part in content.countries
        for node, rows in ((WHOLE, part.fixes), *((f.score.label, f.fixes) for f in part.fields))
        for row in rows
    ]
    rows = (
        (
            *(name, node, row.id, row.title, row.domain, row.now, row.target),
            *(_r1(row.points), row.step_words, row.actor),
        )
        for name, node, row in found
    )
    sub = "Points the score named would gain at the target level. Arithmetic, not advice."
    sheet = book.table(FIXES, sub, columns, rows)
    # Charts beside the table would make its letters on paper too small to read.
    sheet.set_paper(_A3)
    sheet.print_area(0, 0, FIRST_ROW + max(1, len(found)) - 1, len(columns.heads) - 1)
    titles = [f"{name}: {node}" for name, node, _ in found]
    draw_gains(book, sheet, titles, ids=2, gains=7, beside=11)


def write_meetings(book: Book, content: Regional) -> None:
    """Experts' and validated scores by field; nothing where no meeting was."""
    rows = [(part.name, row) for part in content.countries for row in part.validation]
    if not rows:
        return
    columns = Columns(
        ("Country", "Field", "Experts", "Validated", "Difference", "Indicators moved", "Largest change"),
        (26, 30, 10, 10, 10, 44, 36),
        ("cell", "cell", "right", "right", "right", "cell", "cell"),
    )
    cells = [
        (name, row.domain, row.experts, row.validated, row.difference, row.moved, row.largest)
        for name, row in rows
    ]
    book.table(MEETINGS, "What validation meetings changed.", columns, cells)


def write_agreement(book: Book, content: Regional) -> None:
    """Alpha by field over all countries."""
    columns = Columns(
        ("Field", "Alpha", "Low 5 %", "High 95 %", "Units", "Reading"),
        (40, 9, 9, 9, 9, 20),
        ("cell", "alpha", "alpha", "alpha", "right", "cell"),
    )
    rows = (
        (
            row.label,
            row.sign if row.value is None else float(row.value),
            *(float(published(end, 2)) if row.interval else None for end in row.interval or (0, 0)),
            row.units,
            row.reading,
        )
        for row in content.agreement.region
    )
    book.table(AGREEMENT, content.agreement.text, columns, rows)


def write_method(book: Book, content: Regional) -> None:
    """How the numbers come about, widths by source, parameters."""
    columns = Columns(("Name", "Value"), (30, 110), ("bold", "cell"))
    rows: list[tuple[str, str]] = [("", words) for words in content.method.sentences]
    for row in content.method.widths:
        names = ("everything", "weights", "aggregation", "experts and thin ratings")
        parts = [f"{name} {width}" for name, width in zip(names, row.widths, strict=True)]
        rows.append((f"interval width, {row.country}", ", ".join(parts)))
    rows += [
        (name, f"{value}{' (changed)' if changed else ''}")
        for name, value, changed in content.method.parameters
    ]
    book.table(METHOD, content.source, columns, rows, filtered=False)


def write_sources(book: Book, content: Regional) -> None:
    """How many assessments are scored; whose they are is not published."""
    columns = Columns(
        ("Country", "Questionnaire", "Assessments"), (26, 40, 12), ("cell", "cell", "count")
    )
    rows = [
        (country, instrument, len(list(group)))
        for (country, instrument), group in groupby(
            content.sources, key=lambda source: (source.country, source.instrument)
        )
    ]
    sub = f"Fingerprint over all of them: {content.digest}"
    book.table(SOURCES, sub, columns, rows)


def _value(score: PublicScore) -> float | str:
    return score.sign if score.value is None else float(score.value)


def _ends(interval: tuple[float, float] | None) -> tuple[float | None, float | None]:
    return (None, None) if interval is None else (_r1(interval[0]), _r1(interval[1]))


def _r1(value: float) -> float:
    return float(published(value))
