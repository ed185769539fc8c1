"""Law against practice, sub-indices, what meetings moved, ways to the next band."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from exports.regional.beside import nodes
from exports.regional.book import Columns, CoordinatorBook
from exports.workbook.live import Content, Live
from exports.workbook.names import at
from wb6assess.reports.region.sensitivity import way_up
from wb6assess.reports.wording import gap_words
from wb6assess.scoring.country import CountryDomain
from wb6assess.scoring.numbers import published

LAW, INDICES, VALIDATION, PATHS = "Law and practice", "Indices", "Validation", "Paths"
_FROM = 4  # first row of a table, counted from 0
_MISSING = ":"


def write_law(book: CoordinatorBook) -> None:
    """Law, practice, institutions, interface; the gap is live."""
    columns = Columns(
        (
            *("Country", "Field", "Law", "Practice", "Gap", "Reading", "Institutions"),
            *("Interface", "Law indicators", "Practice indicators", "Evidence coverage"),
        ),
        (9, 30, 9, 9, 9, 30, 12, 10, 10, 10, 10),
        (
            *("cell", "cell", "score", "score", "signed", "cell", "score"),
            *("score", "count", "count", "share"),
        ),
    )
    book.table(LAW, "Gap: law minus practice, always arithmetic.", columns, _law(book))


def _law(book: CoordinatorBook) -> Iterator[Sequence[Content]]:
    for row, (code, title, domain) in enumerate(_domains(book), start=_FROM):
        found, law, practice = domain.aspects, at(row, 2), at(row, 3)
        gap = f'IF(COUNT({law},{practice})=2,ROUND(ROUND({law}-{practice},9),1),":")'
        yield (
            code,
            title,
            _shown(found.law.published),
            _shown(found.practice.published),
            Live(gap, _shown(found.gap)),
            "" if found.gap is None else gap_words(found.gap),
            _shown(found.institution.published),
            _shown(found.interface.published),
            found.law.scored,
            found.practice.scored,
            domain.evidence,
        )


def write_indices(book: CoordinatorBook) -> None:
    """Declared sub-indices; they never enter a score."""
    columns = Columns(
        ("Country", "Field", "Index", "Title", "Value", "Coverage", "Indicators"),
        (9, 30, 22, 60, 9, 10, 10),
        ("cell", "cell", "cell", "cell", "score", "share", "count"),
    )
    rows = (
        (code, title, key, names[key], _shown(figure.published), figure.coverage, figure.scored)
        for code, title, domain in _domains(book)
        for names in [
            {index.id: index.title for index in book.data.instruments[domain.domain.instrument].indices}
        ]
        for key, figure in domain.indices.items()
    )
    book.table(INDICES, "Figures beside the score, outside every total.", columns, rows)


def write_validation(book: CoordinatorBook) -> None:
    """Experts' and validated score of every field, and what moved."""
    columns = Columns(
        (
            *("Country", "Field", "Experts", "Validated", "Difference", "Decided", "Up", "Down"),
            *("To N/A", "Filled", "Largest change", "By points", "Stale", "Conflicts"),
        ),
        (9, 30, 10, 10, 10, 9, 7, 7, 8, 8, 16, 10, 30, 30),
        (
            *("cell", "cell", "score", "score", "signed", "count", "count", "count"),
            *("count", "count", "cell", "signed", "cell", "cell"),
        ),
    )
    book.table(VALIDATION, "Experts' values are never overwritten.", columns, _validation(book))


def _validation(book: CoordinatorBook) -> Iterator[Sequence[Content]]:
    for row, (code, title, domain) in enumerate(_domains(book), start=_FROM):
        experts, final, moved = at(row, 2), at(row, 3), domain.moved
        difference = f'IF(COUNT({experts},{final})=2,ROUND(ROUND({final}-{experts},9),1),":")'
        item, change = moved.largest or ("", None)
        yield (
            code,
            title,
            _shown(domain.experts_score.node.published),
            _shown(domain.score.node.published),
            Live(difference, _shown(domain.adjustment)),
            len(domain.validation.in_force),
            moved.up,
            moved.down,
            moved.to_na,
            moved.filled,
            item,
            None if change is None else float(published(change)),
            ", ".join(sorted(domain.validation.stale)),
            ", ".join(sorted(domain.validation.conflicts)),
        )


def write_paths(book: CoordinatorBook) -> None:
    """How far the next band is, and the fewest one-level steps to it."""
    columns = Columns(
        ("Country", "Field", "Score", "Distance", "Next cut", "Steps", "Ends at", "Which, in order"),
        (9, 30, 9, 9, 9, 8, 9, 90),
        ("cell", "cell", "score", "score", "score", "count", "score", "cell"),
    )
    book.table(PATHS, "Arithmetic, not advice; empty in the top band.", columns, _paths(book))


def _paths(book: CoordinatorBook) -> Iterator[Sequence[Content]]:
    for code, key, title in nodes(book):
        way = way_up(book.data.analysis, code, key)
        if way is None:
            yield code, title, _MISSING, *[None] * 5
        elif way.path is None:
            words = "" if way.distance is None else "none: no indicator can rise enough"
            distance = None if way.distance is None else float(way.distance)
            yield code, title, float(way.score), distance, None, None, None, words
        else:
            yield (
                code,
                title,
                float(way.score),
                _shown(way.distance),
                way.path.cut,
                len(way.path.steps),
                float(published(way.path.score)),
                ", ".join(way.path.steps),
            )


def _domains(book: CoordinatorBook) -> Iterator[tuple[str, str, CountryDomain]]:
    for code, key, title in nodes(book):
        if key:
            yield code, title, book.data.scores.countries[code].domains[key]


def _shown(value: Decimal | None) -> float | str:
    return _MISSING if value is None else float(value)
