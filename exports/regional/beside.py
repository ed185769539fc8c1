"""What stands beside the scores: uncertainty, agreement, change, decisions.

Formulas cannot make intervals, ranks and alpha; they are values with a note that says so.
"""

from collections.abc import Iterator, Sequence

from exports.regional.book import Columns, CoordinatorBook
from exports.workbook.cells import shown_text
from exports.workbook.live import Content, Live
from exports.workbook.names import at
from wb6assess.reports.notes import named
from wb6assess.reports.wording import band_words, state_words
from wb6assess.scoring.numbers import published
from wb6assess.scoring.progress import Change
from wb6assess.scoring.raters import Reliability
from wb6assess.scoring.robustness import OVERALL

ROBUSTNESS, UNKNOWN = "Robustness", "Information gaps"
RELIABILITY, SEVERITY, PROGRESS, DECISIONS = "Reliability", "Severity", "Progress", "Decisions"
WHOLE = "Overall"
_FROM = 5  # first row of a table as formulas count


def write_robustness(book: CoordinatorBook) -> None:
    """Intervals, band certainty, rank ranges, widths by source."""
    columns = Columns(
        (
            *("Country", "Field", "Score", "Low 5 %", "High 95 %", "Band certainty", "Borders on"),
            *("Borderline", "Best rank", "Lowest rank", "Width", "Weights alone", "Aggregation alone"),
            "Experts and thin ratings alone",
        ),
        (9, 30, 9, 9, 9, 10, 26, 11, 8, 8, 9, 10, 11, 13),
        (
            *("cell", "cell", "score", "score", "score", "share", "cell"),
            *("cell", "count", "count", "score", "score", "score", "score"),
        ),
    )
    sub = f"{book.by_the_app} Ranks are for coordinators only and never published."
    book.table(ROBUSTNESS, sub, columns, _robustness(book))


def _robustness(book: CoordinatorBook) -> Iterator[Sequence[Content]]:
    robustness = book.data.analysis.robustness
    for code, key, title in nodes(book):
        country = book.data.scores.countries[code]
        node = country.domains[key].score.node if key else country.overall.node
        found, widths = robustness.node(code, key), robustness.widths(code, key)
        ranks = robustness.rank_range(code, key) or (None, None)
        score = None if node.published is None else float(node.published)
        if found is None or widths is None:
            yield code, title, score, *[None] * 11
            continue
        sure = found.certainty
        yield (
            code,
            title,
            score,
            *(rounded(end) for end in found.interval),
            sure.share,
            band_words(sure.neighbour) if sure.neighbour else "",
            "borderline" if robustness.is_borderline(sure) else "",
            *ranks,
            *(
                rounded(w)
                for w in (widths.everything, widths.weights, widths.aggregation, widths.experts)
            ),
        )


def write_unknown(book: CoordinatorBook) -> None:
    """Indicators nobody could answer, by weight."""
    columns = Columns(
        ("Country", "Field", "Indicator", "Title", "State"),
        (9, 14, 12, 70, 18),
        ("cell", "cell", "cell", "cell", "cell"),
    )
    rows = (
        (code, key, item, titles[item].title, state_words(domain.consensus[item].state))
        for code, country in book.data.scores.countries.items()
        for key, domain in country.domains.items()
        for titles in [book.data.instruments[domain.domain.instrument].by_id]
        for item in domain.information_gaps
    )
    book.table(UNKNOWN, "Scored indicators without a value, heaviest first.", columns, rows)


def write_reliability(book: CoordinatorBook) -> None:
    """Alpha by country and for the region, agreement on the other types."""
    columns = Columns(
        (
            *("Country", "Field", "Alpha", "Reading", "Low 5 %", "High 95 %", "Units", "Ratings"),
            *("Jackknife error", "Equal pairs", "Note", "Other questions"),
        ),
        (9, 30, 8, 12, 9, 9, 8, 9, 10, 9, 26, 60),
        (
            *("cell", "cell", "alpha", "cell", "alpha", "alpha", "count", "count"),
            *("alpha", "share", "cell", "cell"),
        ),
    )
    book.table(RELIABILITY, f"Ordinal alpha on raw levels. {book.by_the_app}", columns, _alphas(book))


def _alphas(book: CoordinatorBook) -> Iterator[Sequence[Content]]:
    raters = book.data.analysis.raters
    for key, found in raters.by_domain.items():
        yield "region", _title(book, key), *_alpha(found)
    for (key, code), found in raters.by_country.items():
        yield code, _title(book, key), *_alpha(found)


def _alpha(found: Reliability) -> Sequence[Content]:
    alpha = found.alpha
    value: Content = ":" if alpha.published is None else float(alpha.published)
    if alpha.reported and alpha.value is None:
        value = "n.d."
    low, high = alpha.interval if alpha.published is not None and alpha.interval else (None, None)
    remarks = [
        "approximate" if alpha.published is not None and alpha.approximate else "",
        f"{alpha.dropped} replicates without variation" if alpha.dropped else "",
    ]
    others = [
        f"{kind.value}: {published(100 * pairs.share, 0)} % of {pairs.pairs} pairs"
        for kind, pairs in found.others.items()
        if pairs.share is not None
    ]
    error = alpha.standard_error
    return (
        value,
        alpha.reading.value if alpha.reading else "",
        None if low is None else float(published(low, 2)),
        None if high is None else float(published(high, 2)),
        alpha.units,
        alpha.ratings,
        None if error is None else float(published(error, 2)),
        alpha.agreement,
        ", ".join(filter(None, remarks)),
        "; ".join(others),
    )


def write_severity(book: CoordinatorBook) -> None:
    """How strict experts are on vignettes; never subtracted from scores."""
    columns = Columns(
        ("Country", "Field", "Expert", "Vignettes", "Severity in levels", "Remark"),
        (9, 30, 18, 10, 10, 24),
        ("cell", "cell", "cell", "count", "alpha", "cell"),
    )
    rows = (
        (
            found.country,
            _title(book, found.domain),
            found.expert,
            found.vignettes,
            None if found.value is None else float(published(found.value, 2)),
            "stands apart" if found.stands_apart else "",
        )
        for found in book.data.analysis.raters.severities
    )
    sub = "Own level minus the median of all experts on the same vignettes; for coordinators only."
    book.table(SEVERITY, sub, columns, rows)


def write_progress(book: CoordinatorBook) -> None:
    """Matched change, total change, composition effect; nothing without an earlier round."""
    progress = book.data.analysis.progress
    if progress is None:
        return
    columns = Columns(
        (
            *("Country", "Field", "Matched before", "Matched now", "Change", "Word", "Low 5 %"),
            *("High 95 %", "Within uncertainty", "Total change", "Composition effect"),
            *("Matched indicators", "Match coverage", "Indicators that fell"),
        ),
        (9, 30, 10, 10, 9, 20, 9, 9, 18, 9, 12, 10, 10, 40),
        (
            *("cell", "cell", "score", "score", "signed", "cell", "signed"),
            *("signed", "cell", "signed", "signed", "count", "share", "cell"),
        ),
    )
    sub = f"Against round {progress.earlier.id}, on matched indicators. {book.by_the_app}"
    sheet = book.table(PROGRESS, sub, columns, _changes(book))
    found = [
        progress.domain(code, key) if key else progress.overall(code) for code, key, _ in nodes(book)
    ]
    book.colour_progress(sheet, 5, [change.word if change else None for change in found])


def _changes(book: CoordinatorBook) -> Iterator[Sequence[Content]]:
    progress = book.data.analysis.progress
    assert progress is not None
    row = _FROM - 1
    for code, key, title in nodes(book):
        change = progress.domain(code, key) if key else progress.overall(code)
        matched = progress.matched.get((code, key)) if key else None
        fell = ", ".join(progress.fell(code, key)) if matched else ""
        count, share = (len(matched.items), matched.coverage) if matched else (None, None)
        yield code, title, *_change(change, row), count, share, fell
        row += 1


def _change(change: Change | None, row: int) -> Sequence[Content]:
    if change is None:
        return (None, None, ":", *[None] * 6)
    before, now = at(row, 2), at(row, 3)
    points = ":" if change.points is None else float(change.points)
    low, high = change.interval or (None, None)
    return (
        ":" if change.before is None else float(change.before),
        ":" if change.now is None else float(change.now),
        Live(f'IF(COUNT({before},{now})=2,ROUND(ROUND({now}-{before},9),1),":")', points),
        change.word.value if change.word else "",
        None if low is None else rounded(low),
        None if high is None else rounded(high),
        "within uncertainty" if change.within_uncertainty else "",
        None if change.total is None else float(change.total),
        None if change.composition is None else float(change.composition),
    )


def write_decisions(book: CoordinatorBook) -> None:
    """Every validation record with its fate."""
    columns = Columns(
        (
            *("Record", "Fate", "Country", "Round", "Indicator", "Action", "Score", "Reason code"),
            *("Reason", "Evidence", "Meeting", "Decided at", "Replaces", "Objection"),
        ),
        (22, 14, 9, 9, 12, 10, 9, 9, 60, 40, 14, 22, 30, 26),
        (
            *("cell", "cell", "cell", "cell", "cell", "cell", "score", "cell"),
            *("cell", "cell", "cell", "cell", "cell", "cell"),
        ),
    )
    rows = (
        (
            shown_text(record.id),
            judged.fate.value,
            record.country,
            record.round,
            record.indicator,
            record.action.value,
            record.score,
            record.reason_code.value,
            shown_text(record.reason),
            shown_text("; ".join(record.evidence_refs)),
            shown_text(record.meeting),
            record.decided_at.isoformat(),
            shown_text(", ".join(record.supersedes)),
            judged.objection.value if judged.objection else "",
        )
        for judged in book.data.decisions
        for record in [judged.record]
    )
    book.table(
        DECISIONS, "Validation records, kept for ever; nothing computed is overwritten.", columns, rows
    )


def nodes(book: CoordinatorBook) -> Iterator[tuple[str, str, str]]:
    """Country code, domain id ("" for the whole) and title, country by country."""
    for code, country in book.data.scores.countries.items():
        yield code, OVERALL, WHOLE
        for key in country.domains:
            yield code, key, _title(book, key)


def country_name(book: CoordinatorBook, code: str) -> str:
    """With the mark of its footnote."""
    return named(book.data.framework.country_by_code[code])


def _title(book: CoordinatorBook, domain: str) -> str:
    return book.data.analysis.instrument_of(domain).title


def rounded(value: float) -> float:
    """As it is published."""
    return float(published(value))
