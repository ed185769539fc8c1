"""The three tables of the room, in words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from ui.desk.matrix.drill_words import AGREEMENT_MARKS, agreement_words
from ui.desk.state import DeskState
from ui.desk.table.content import Cell, Column, Row, TableContent
from ui.marks import Mark
from ui.said import one_line
from ui.theme import Style
from wb6assess.model.assessment import Identity
from wb6assess.model.vocabulary import IndicatorType
from wb6assess.reports.desk.disagreement import Contested, Delivered, contested, delivered
from wb6assess.reports.figures import INSUFFICIENT, level_text, score_text, share_text, signed_text
from wb6assess.scoring.numbers import published
from wb6assess.scoring.raters import Reliability
from wb6assess.scoring.reliability import Alpha, Reading

REGION = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Disagreement", text)


# What to look at first.


def ranked_content(state: DeskState, every: bool) -> TableContent:
    """Indicators by weight times range; `every` takes all instruments together."""
    result = state.result
    assert result is not None  # asked only with one
    wanted = {key: item for key, item in result.instruments.items() if every or key == state.instrument}
    rows = contested(result.scores, wanted, [item.code for item in state.countries])
    columns = (
        Column("place", "#", right=True),
        Column("indicator", _tr("Indicator"), share=1),
        Column("country", _tr("Country")),
        Column("weight", _tr("Weight"), right=True, spare=3, tip=_tr("Effective weight in the domain")),
        Column("range", _tr("Range"), right=True, spare=2, tip=_tr("Highest minus lowest, in levels")),
        Column("urgency", _tr("Weight × range"), right=True, tip=_tr("In points of the domain's score")),
        Column("agreement", _tr("Agreement"), spare=1),
        Column("standing", _tr("Meeting"), spare=1),
    )
    titles = {key: state.shown(key).by_id for key in wanted}
    lines = [
        _ranked_row(place, row, state, one_line(titles[row.instrument][row.indicator.id].title))
        for place, row in enumerate(rows, start=1)
    ]
    notes = (_tr("Order of a meeting's agenda: effective weight × range, then range, then indicator."),)
    return TableContent(_tr("What to look at first"), columns, lines, notes)


def _ranked_row(place: int, row: Contested, state: DeskState, title: str) -> Row:
    agreement = row.consensus.agreement
    mark = AGREEMENT_MARKS[agreement] if agreement is not None else None
    cells = (
        Cell(str(place), place, role="ink3"),
        Cell(f"{row.indicator.id}  {title}", row.indicator.id),
        Cell(state.country_name(row.country), role="ink2"),
        Cell(f"{score_text(100 * row.weight)}\u00a0%", row.weight, role="ink2"),
        Cell(level_text(row.range), row.range),
        Cell(score_text(row.urgency), row.urgency, style=Style.SECTION),
        Cell(agreement_words(agreement, row.consensus.n), mark=mark, role="ink2"),
        _standing(row),
    )
    return Row(f"{row.country}/{row.instrument}/{row.indicator.id}", cells)


def _standing(row: Contested) -> Cell:
    if row.stale:
        return Cell(_tr("look again"), "1", mark=Mark.LOOK, role="ink2")
    if row.decided:
        return Cell(_tr("agreed"), "2", mark=Mark.VALIDATED, role="ink2")
    return Cell(_tr("open"), "0", role="ink3")


# Reliability.


def agreement_of(state: DeskState, every: bool) -> Mapping[str, tuple[str, str, Reliability]]:
    """Key of a row -> title of the instrument, country or region, agreement there.

    The region first, then the countries looked at; `every` takes all instruments.
    """
    result = state.result
    assert result is not None  # asked only with one
    raters, found = result.analysis.raters, {}
    for domain in result.framework.domains:
        if domain.instrument not in (result.instruments if every else {state.instrument}):
            continue
        title = state.shown(domain.instrument).title
        found[f"{domain.id}/{REGION}"] = title, _tr("Region"), raters.by_domain[domain.id]
        for item in state.countries:
            there = raters.by_country[domain.id, item.code]
            found[f"{domain.id}/{item.code}"] = title, state.country_name(item.code), there
    return found


def reliability_content(state: DeskState, every: bool) -> TableContent:
    """Alpha of the instrument looked at or of all, region first, then the countries looked at."""
    found = agreement_of(state, every)
    kinds = _kinds(each for _, _, each in found.values())
    columns = (
        Column("instrument", _tr("Instrument"), share=1),
        Column("where", _tr("Country")),
        Column("alpha", _tr("Alpha"), right=True, tip=_tr("Krippendorff's alpha, ordinal, on levels")),
        Column("interval", _tr("90 % interval"), right=True),
        Column("reading", _tr("Reading"), share=1),
        Column("units", _tr("Units"), right=True, spare=2, tip=_tr("Indicators rated at least twice")),
        Column("ratings", _tr("Ratings"), right=True, spare=3),
        Column(
            "equal", _tr("Equal pairs"), right=True, spare=1, tip=_tr("Share of equal pairs, levels")
        ),
        *(
            Column(f"k:{kind.value}", _kind_words(kind), right=True, spare=4, tip=_pairs_tip())
            for kind in kinds
        ),
    )
    rows = [_reliability_row(key, *row, kinds) for key, row in found.items()]
    notes = (
        _tr(
            "From 0.80 reliable; 0.67 to 0.79 tentative; below, flagged indicators must pass a meeting."
        ),
        _tr("n.d. = no variation; : = fewer than 10 units; ≈ = approximate, fewer than 20 units."),
    )
    return TableContent(_tr("Agreement between experts"), columns, rows, notes)


def _reliability_row(
    key: str, title: str, where: str, found: Reliability, kinds: Sequence[IndicatorType]
) -> Row:
    alpha = found.alpha
    strong = Style.SECTION if key.endswith("/") else Style.BODY
    low = alpha.reading is Reading.LOW
    cells = (
        Cell(title, style=strong),
        Cell(where, style=strong),
        Cell(alpha_words(alpha), alpha.value if alpha.reported else None, style=Style.SECTION),
        Cell(interval_words(alpha), role="ink2"),
        Cell(reading_words(alpha), mark=Mark.LOOK if low else None),
        Cell(str(alpha.units), alpha.units, role="ink2"),
        Cell(str(alpha.ratings), alpha.ratings, role="ink2"),
        Cell(share_text(alpha.agreement), alpha.agreement, role="ink2"),
        *(_pairs(found, kind) for kind in kinds),
    )
    return Row(key, cells)


def alpha_words(alpha: Alpha) -> str:
    """The printed value, or why there is none (methodology 5.4)."""
    if alpha.published is not None:
        sign = "\u2009≈" if alpha.approximate else ""
        return f"{alpha.published}".replace("-", "–") + sign
    return _tr("n.d.") if alpha.reported else INSUFFICIENT


def interval_words(alpha: Alpha) -> str:
    """The 90 % interval, with "to"; nothing where there is no value."""
    return "" if alpha.published is None else ends_words(alpha.interval)


def ends_words(ends: tuple[float, float] | None) -> str:
    """The ends of an interval, with "to"; nothing where there is none."""
    if ends is None:
        return ""
    low, high = (f"{published(value, 2)}".replace("-", "–") for value in ends)
    return _tr("{low} to {high}").format(low=low, high=high)


def reading_words(alpha: Alpha) -> str:
    """What the value means for the domain."""
    if alpha.reading is None:
        return _tr("no variation") if alpha.reported else _tr("too few units")
    words = {
        Reading.RELIABLE: _tr("reliable"),
        Reading.TENTATIVE: _tr("tentative"),
        Reading.LOW: _tr("low: a meeting must look"),
    }[alpha.reading]
    return _tr("{words}, approximate").format(words=words) if alpha.approximate else words


def _pairs(found: Reliability, kind: IndicatorType) -> Cell:
    pairs = found.others.get(kind)
    if pairs is None or pairs.share is None:
        return Cell(INSUFFICIENT if pairs is not None else "", role="ink3")
    return Cell(f"{share_text(pairs.share)} ({pairs.pairs})", pairs.share, role="ink2")


def _pairs_tip() -> str:
    return _tr("Share of equal pairs, number of pairs in brackets")


def _kinds(found: Iterable[Reliability]) -> list[IndicatorType]:
    return list(dict.fromkeys(kind for each in found for kind in each.others))


def _kind_words(kind: IndicatorType) -> str:
    return {
        IndicatorType.YESNO: _tr("Yes/no"),
        IndicatorType.SINGLE: _tr("Single choice"),
        IndicatorType.MULTI: _tr("Multiple choice"),
        IndicatorType.NUMERIC: _tr("Numbers"),
    }.get(kind, kind.value)


# Experts.


def experts_content(state: DeskState, every: bool) -> TableContent:
    """Every assessment of the instrument, or of all, that counts, with completeness and severity."""
    result = state.result
    assert result is not None  # asked only with one
    files = _files_of(state)
    rows = delivered(result.effective, files, result.scores, result.analysis.raters.severities)
    wanted = {item.code for item in state.countries}
    columns = (
        Column("expert", _tr("Expert"), share=1),
        Column("country", _tr("Country")),
        Column("instrument", _tr("Instrument"), share=1),
        Column("files", _tr("Files"), right=True, spare=2, tip=_tr("Files received")),
        Column("revision", _tr("Revision"), right=True),
        Column("answered", _tr("Answered"), right=True, spare=1),
        Column("completeness", _tr("Complete"), right=True),
        Column("severity", _tr("Severity"), right=True, tip=_severity_tip()),
        Column("apart", _tr("Note"), spare=1),
    )
    titles = {item: state.shown(item).title for item in result.instruments}
    lines = [
        _expert_row(row, state, titles)
        for row in rows
        if row.key.country in wanted and (every or row.key.instrument == state.instrument)
    ]
    notes = (
        _tr(
            "For coordinators only. Severity is the mean distance to all experts' median on the "
            "vignettes, in levels; it is never subtracted from a score."
        ),
    )
    return TableContent(_tr("Experts"), columns, lines, notes)


def _files_of(state: DeskState) -> Mapping[Identity, int]:
    assert state.result is not None  # asked only with one
    keys = (report.document.identity for report in state.result.files if report.document is not None)
    return Counter(keys)


def _severity_tip() -> str:
    return _tr("In levels; needs four vignettes; from 0.75 an expert stands apart")


def _expert_row(row: Delivered, state: DeskState, titles: Mapping[str, str]) -> Row:
    key, severity = row.key, row.severity
    value = severity.value if severity is not None else None
    apart = severity is not None and severity.stands_apart
    words = ""
    if apart and value is not None:
        words = _tr("stricter than others") if value < 0 else _tr("milder than others")
    cells = (
        Cell(key.expert),
        Cell(state.country_name(key.country), role="ink2"),
        Cell(titles[key.instrument], role="ink2"),
        Cell(str(row.files), row.files, role="ink2"),
        Cell(str(row.revision), row.revision),
        Cell(f"{row.answered} / {row.asked}", row.answered, role="ink2"),
        Cell(share_text(row.completeness), row.completeness),
        Cell(_severity_text(value), value, style=Style.SECTION if apart else Style.BODY),
        Cell(words, mark=Mark.LOOK if apart else None, role="ink2"),
    )
    return Row(f"{key.country}/{key.expert}/{key.instrument}", cells)


def _severity_text(value: float | None) -> str:
    return signed_text(value)
