"""The table behind a cell: indicator by expert, in words and marks."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from ui.answer_words import value_words
from ui.desk.table.content import Cell, Column, Row, TableContent
from ui.marks import Mark, mark_name
from ui.questionnaire.questions import short_id
from ui.said import one_line
from ui.theme import Style
from wb6assess.model.instrument import Indicator
from wb6assess.reports.desk.drill import DrillRow, Rated, level_counts
from wb6assess.reports.figures import level_text
from wb6assess.scoring.consensus import Agreement
from wb6assess.scoring.states import State

_MANY = 10
"""From so many experts the median and the agreement stand before them."""

STATE_MARKS = {
    State.DONT_KNOW: Mark.DONT_KNOW,
    State.WITHHELD: Mark.WITHHELD,
    State.NOT_APPLICABLE: Mark.NOT_APPLICABLE,
    State.SKIPPED_EXCLUDE: Mark.SKIPPED,
    State.UNANSWERED: Mark.TODO,
}
AGREEMENT_MARKS = {
    Agreement.AGREED: Mark.AGREED,
    Agreement.MIXED: Mark.MIXED,
    Agreement.DISAGREEMENT: Mark.DISAGREE,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Matrix", text)


def agreement_words(agreement: Agreement | None, n: int) -> str:
    """How the experts' scores lie to each other, in the middle of a sentence."""
    if agreement is None:
        return _tr("one rating") if n == 1 else _tr("no rating")
    return {
        Agreement.AGREED: _tr("agreed"),
        Agreement.MIXED: _tr("mixed"),
        Agreement.DISAGREEMENT: _tr("disagree"),
    }[agreement]


def drill_content(
    title: str, rows: Sequence[DrillRow], experts: Sequence[str], words: dict[str, Indicator]
) -> TableContent:
    """The table of one pillar in one country.

    Args:
        title: Country and pillar.
        rows: Its indicators.
        experts: Codes, ascending.
        words: The same indicators by id in the language of the desk.
    """
    people = [Column(f"e:{code}", code, centre=True, middle=True) for code in experts]
    many = len(experts) > _MANY
    outcome = [
        Column("median", _tr("Median"), centre=True),
        *([Column("levels", _tr("Levels 0–5"), centre=True, tip=_levels_tip())] if many else ()),
        Column("agreement", _tr("Agreement"), spare=0),
    ]
    columns = (Column("indicator", _tr("Indicator"), share=1), *(outcome if many else people))
    columns = (*columns, *(people if many else outcome))
    lines: list[Row] = []
    for row in rows:
        shown = words.get(row.indicator.id, row.indicator)
        rated = _rated_cells(shown, [row.ratings[code] for code in experts])
        result = [_median(row), *([_levels(row)] if many else ()), _agreement(row)]
        middle = (*result, *rated) if many else (*rated, *result)
        name = Cell(
            f"{short_id(row.indicator.id)}  {one_line(shown.title)}",
            sort=len(lines),
            tip=f"{row.indicator.id} {one_line(shown.title)}",
        )
        spoken = partial(_spoken_of_many if many else _spoken, shown, row, experts)
        lines.append(Row(row.indicator.id, (name, *middle), spoken))
    return TableContent(title, columns, lines)


def _rated_cells(indicator: Indicator, ratings: Sequence[Rated]) -> list[Cell]:
    """A cell for each expert; those who said the same share one, a hundred say a dozen things."""
    made: dict[tuple[object, ...], Cell] = {}
    cells = []
    for rated in ratings:
        said = (rated.state, rated.score, rated.apart, str(rated.value))
        if said not in made:
            made[said] = rated_cell(indicator, rated)
        cells.append(made[said])
    return cells


def rated_cell(indicator: Indicator, rated: Rated) -> Cell:
    """What one expert said: a digit, or the mark of a special state."""
    if rated.score is None or rated.state in STATE_MARKS:
        mark = STATE_MARKS.get(rated.state, Mark.TODO)
        return Cell("", sort="", mark=mark, tip=mark_name(mark), written=mark_name(mark))
    if rated.state is State.SKIPPED_ZERO:
        return Cell("0", 0.0, edged=rated.apart, role="ink3", tip=_tr("Not asked, counts 0"))
    style = Style.BADGE if rated.apart else Style.BODY
    # A hundred experts: the words of their levels are put together when the pointer rests there.
    tip = partial(_said, indicator, rated)
    return Cell(level_text(rated.score), rated.score, edged=rated.apart, style=style, tip=tip)


def _said(indicator: Indicator, rated: Rated) -> str:
    said = value_words(indicator, rated.value)
    if rated.capped and rated.score is not None:
        words = _tr("{said} – counts as {level}")
        said = words.format(said=said, level=level_text(rated.score))
    return said


def _median(row: DrillRow) -> Cell:
    spread = row.experts.spread
    if row.decided:
        text = level_text(row.final.score) if row.final.score is not None else "z"
        tip = _tr("Agreed in a meeting.")
        if row.stale:
            tip = _tr("Agreed in a meeting; the ratings changed since.")
        if spread is not None:
            tip += " " + _tr("The experts' median is {n}.").format(n=level_text(spread.median))
        return Cell(text, row.final.score, mark=Mark.VALIDATED, style=Style.SECTION, tip=tip)
    if spread is None:
        return Cell(":", sort="", role="ink3")
    return Cell(level_text(spread.median), spread.median, style=Style.SECTION)


def _levels_tip() -> str:
    return _tr("How many experts stand at each level, as it counts")


def _levels(row: DrillRow) -> Cell:
    """How many experts stand at each level, halves at the lower one: bars, and the same in words."""
    counts, spread = level_counts(row), row.experts.spread
    words = _counted(counts)
    mean = spread.mean if spread is not None else None
    return Cell(bars=counts, sort=mean, tip=words, written=words)


def _counted(counts: Sequence[int]) -> str:
    each = _tr("level {level}: {n}")
    counted = (each.format(level=level, n=n) for level, n in enumerate(counts) if n)
    return ", ".join(counted) or _tr("no rating")


def _agreement(row: DrillRow) -> Cell:
    found = row.experts.agreement
    words = agreement_words(found, row.experts.n)
    mark = AGREEMENT_MARKS[found] if found is not None else None
    order = row.experts.spread.range if row.experts.spread else None
    return Cell(words, order, mark=mark, role="ink2")


def _spoken(indicator: Indicator, row: DrillRow, experts: Sequence[str]) -> str:
    said = []
    for code in experts:
        cell = rated_cell(indicator, row.ratings[code])
        words = cell.text or cell.tip_words
        said.append(f"{code}: {words}" + (_tr(", stands apart") if cell.edged else ""))
    median = _tr("median {n}").format(n=_median(row).text)
    outcome = f"{median}, {agreement_words(row.experts.agreement, row.experts.n)}"
    return f"{row.indicator.id} {one_line(indicator.title)}. {'; '.join(said)}. {outcome}"


def _spoken_of_many(indicator: Indicator, row: DrillRow, experts: Sequence[str]) -> str:
    """Counts, and those who stand apart: nobody listens to a hundred codes."""
    apart = [
        f"{code}: {level_text(score)}"
        for code in experts
        if row.ratings[code].apart and (score := row.ratings[code].score) is not None
    ]
    parts = [_counted(level_counts(row))]
    if apart:
        parts.append(_tr("stand apart: {experts}").format(experts=", ".join(apart)))
    median = _tr("median {n}").format(n=_median(row).text)
    outcome = f"{median}, {agreement_words(row.experts.agreement, row.experts.n)}"
    return f"{row.indicator.id} {one_line(indicator.title)}. {'; '.join(parts)}. {outcome}"
