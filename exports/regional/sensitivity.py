"""What moves a score: one indicator at a time, without each expert, and what to fix first."""

from collections.abc import Iterator, Sequence

from exports.regional.beside import nodes, rounded
from exports.regional.book import FIRST_ROW, Columns, CoordinatorBook
from exports.workbook.live import Content, Live
from exports.workbook.names import at
from wb6assess.reports.region.sensitivity import FirstFix, first_fixes
from wb6assess.reports.region.steps import actor_words
from wb6assess.reports.wording import band_words, published_sign
from wb6assess.scoring.sensitivity import Swing
from wb6assess.scoring.tree import NodeScore

SWINGS, WITHOUT, PRIORITIES = "Swings", "Without each expert", "Priorities"


def write_swings(book: CoordinatorBook) -> None:
    """Every indicator one level up, one down, left out: for the whole and for its own field."""
    columns = Columns(
        (
            *("Country", "Indicator", "Title", "Field", "Down", "Up", "Swing", "Left out"),
            *("Field: down", "Field: up", "Field: swing", "Field: left out"),
        ),
        (9, 11, 60, 14, 9, 9, 9, 9, 11, 11, 12, 13),
        (
            *("cell", "cell", "cell", "cell", "signed", "signed", "score", "signed"),
            *("signed", "signed", "score", "signed"),
        ),
    )
    sub = (
        "Points of the overall score, then of the field's own, one indicator at a time: a level down, a "
        "level up, left out as if not applicable. Largest swing first."
    )
    book.table(SWINGS, sub, columns, _swings(book))


def _swings(book: CoordinatorBook) -> Iterator[Sequence[Content]]:
    analysis = book.data.analysis
    for code, country in book.data.scores.countries.items():
        own = {row.indicator: row for key in country.domains for row in analysis.swings(code, key)}
        whole = {row.indicator: row for row in analysis.swings(code)}
        for item in (*whole, *(item for item in own if item not in whole)):
            domain = analysis.domain_of_item[item]
            title = analysis.instrument_of(domain).by_id[item].title
            yield code, item, title, domain, *_changes(whole.get(item)), *_changes(own.get(item))


def _changes(row: Swing | None) -> Sequence[Content]:
    if row is None:
        return None, None, None, None
    removed = None if row.removed is None else rounded(row.removed)
    return rounded(row.down), rounded(row.up), rounded(row.swing), removed


def write_without(book: CoordinatorBook) -> None:
    """Every score if one expert had not answered; what meetings decided stays."""
    columns = Columns(
        (
            *("Country", "Field", "Without expert", "Official", "Without", "Difference"),
            *("Band", "Band then", "Another band"),
        ),
        (9, 30, 18, 10, 10, 11, 30, 30, 14),
        ("cell", "cell", "cell", "score", "score", "signed", "cell", "cell", "cell"),
    )
    sub = (
        "Published scores if one expert had not answered; what meetings decided stays. Single experts "
        f"are for coordinators only. {book.by_the_app} Without each indicator: see {SWINGS}, “Left out”."
    )
    book.table(WITHOUT, sub, columns, _without(book))


def _without(book: CoordinatorBook) -> Iterator[Sequence[Content]]:
    row = FIRST_ROW
    for code, key, title in nodes(book):
        for found in book.data.analysis.without_each_expert(code, key):
            now, then = found.official.band, found.without.band
            change = ":" if found.difference is None else float(found.difference)
            a, b = at(row, 3), at(row, 4)
            yield (
                code,
                title,
                found.expert,
                _score(found.official),
                _score(found.without),
                Live(f'IF(COUNT({a},{b})=2,ROUND({b}-{a},1),":")', change),
                band_words(now) if now else "",
                band_words(then) if then else "",
                "another band" if now is not then else "",
            )
            row += 1


def _score(node: NodeScore) -> Content:
    return published_sign(node.status, None) if node.published is None else float(node.published)


def write_priorities(book: CoordinatorBook) -> None:
    """What to fix first, for the whole and for each field, with the next step and who decides it."""
    columns = Columns(
        (
            *("Country", "Indicator", "Title", "Field", "Effective weight", "Score", "Target level"),
            *("Gap", "Gain", "Weight in the field", "Gain in the field", "Next step", "Who decides"),
        ),
        (9, 11, 44, 12, 11, 9, 9, 9, 12, 11, 12, 60, 24),
        (
            *("cell", "cell", "cell", "cell", "full", "score", "count"),
            *("score", "full", "full", "full", "cell", "cell"),
        ),
    )
    sub = (
        "Points the overall score, and the field's own, would gain at the target level. Arithmetic, not "
        "advice."
    )
    book.table(PRIORITIES, sub, columns, _priorities(book))


def _priorities(book: CoordinatorBook) -> Iterator[Sequence[Content]]:
    row = FIRST_ROW
    for code, country in book.data.scores.countries.items():
        analysis = book.data.analysis
        whole = {entry.indicator: entry.weight for entry in analysis.priorities(code)}
        own = {
            entry.indicator: entry.weight
            for key in country.domains
            for entry in analysis.priorities(code, key)
        }
        fixes = {fix.indicator: fix for fix in first_fixes(analysis, code)}
        for key in country.domains:
            fixes = {**{fix.indicator: fix for fix in first_fixes(analysis, code, key)}, **fixes}
        order = (*whole, *(item for item in own if item not in whole))
        for item in order:
            yield _priority(row, code, fixes[item], whole.get(item), own.get(item))
            row += 1


def _priority(
    row: int, code: str, fix: FirstFix, whole: float | None, own: float | None
) -> Sequence[Content]:
    gap = max(0.0, 20.0 * fix.target - fix.score)
    score, target, missing = at(row, 5), at(row, 6), at(row, 7)
    return (
        code,
        fix.indicator,
        fix.title,
        fix.domain,
        whole,
        fix.score,
        fix.target,
        Live(f"MAX(0,20*{target}-{score})", gap),
        None if whole is None else Live(f"{at(row, 4)}*{missing}", whole * gap),
        own,
        None if own is None else Live(f"{at(row, 9)}*{missing}", own * gap),
        fix.next.text if fix.next else "",
        actor_words(fix.next.actor) if fix.next else "",
    )
