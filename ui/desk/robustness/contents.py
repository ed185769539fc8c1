"""Rows of the room's charts and tables, from a result."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from exports.chart_rows import DotRow, PairRow, RankRow, SourceRow, SwingRow, ranks_text
from ui.desk.robustness.figures import Figures
from ui.desk.robustness.words import actor_words, bordering_words, step_words
from ui.desk.state import DeskState
from ui.desk.table.content import Cell, Column, Row, TableContent
from ui.report_words import band_words
from wb6assess.reports.figures import interval_text, score_text, share_text, signed_text
from wb6assess.reports.region.sensitivity import FirstFix
from wb6assess.reports.wording import published_sign
from wb6assess.scoring.robustness import Robustness, Widths
from wb6assess.scoring.tree import NodeScore
from wb6assess.session.desk.consolidation import Consolidation


def _tr(text: str) -> str:
    return QCoreApplication.translate("Robustness", text)


def coordinators_only() -> str:
    """What stands with ranks and single experts, wherever they go."""
    return _tr("For coordinators only: not in any public output.")


def node_of(result: Consolidation, country: str, domain: str) -> NodeScore:
    """The overall score ("") or a domain's."""
    scores = result.scores.countries[country]
    return scores.domains[domain].score.node if domain else scores.overall.node


def interval_rows(state: DeskState, robustness: Robustness, domain: str) -> list[DotRow]:
    """Every country in code order."""
    assert state.result is not None  # asked only with data
    return [
        _interval_row(state, node_of(state.result, code, domain), robustness, code, domain)
        for code in state.result.scores.countries
    ]


def _interval_row(
    state: DeskState, node: NodeScore, robustness: Robustness, code: str, domain: str
) -> DotRow:
    found = robustness.node(code, domain)
    borderline = found is not None and robustness.is_borderline(found.certainty)
    return DotRow(
        "",
        state.country_name(code),
        node.published,
        published_sign(node.status, node.published),
        node.band,
        (interval_text(found.interval) if found else "",),
        node.provisional,
        found.interval if found else None,
        code,
        found.certainty.neighbour if found and borderline and node.band else None,
    )


def interval_table(state: DeskState, robustness: Robustness, domain: str, title: str) -> TableContent:
    """The chart's figures."""
    columns = (
        Column("country", _tr("Country"), share=2),
        Column("score", _tr("Score"), right=True),
        Column("interval", _tr("90 % interval"), right=True),
        Column("band", _tr("Band"), share=2),
        Column("certainty", _tr("Band certainty"), right=True),
    )
    rows = []
    for row in interval_rows(state, robustness, domain):
        found = robustness.node(row.code, domain)
        texts = (
            row.label,
            row.sign,
            interval_text(row.interval),
            _band_words(row),
            share_text(found.certainty.share if found else None),
        )
        rows.append(Row(row.code, tuple(Cell(text) for text in texts)))
    return TableContent(title, columns, rows)


def _band_words(row: DotRow) -> str:
    if row.band is None:
        return ""
    return bordering_words(row.band, row.bordering) if row.bordering else band_words(row.band)


def pair_rows(state: DeskState, domain: str) -> list[PairRow]:
    """Law and practice of every country in a domain."""
    assert state.result is not None  # asked only with data
    rows = []
    for code, scores in state.result.scores.countries.items():
        aspects = scores.domains[domain].aspects
        row = PairRow(
            state.country_name(code),
            aspects.law.published,
            aspects.practice.published,
            aspects.institution.published,
            interface=aspects.interface.published,
            code=code,
        )
        rows.append(row)
    return rows


def pair_table(pairs: Sequence[PairRow], title: str) -> TableContent:
    """The dumbbells as figures."""
    heads = (
        ("law", _tr("Law")),
        ("practice", _tr("Practice")),
        ("gap", _tr("Gap")),
        ("institution", _tr("Institutions")),
        ("interface", _tr("Interface with the EU")),
    )
    columns = (
        Column("country", _tr("Country"), share=1),
        *(Column(key, head, right=True) for key, head in heads),
    )
    rows = [
        Row(
            row.code,
            (
                Cell(row.label),
                *(
                    Cell(score_text(value))
                    for value in (row.law, row.practice, row.gap, row.institution, row.interface)
                ),
            ),
        )
        for row in pairs
    ]
    return TableContent(title, columns, rows)


def fix_table(fixes: Sequence[FirstFix], title: str) -> TableContent:
    """What to fix first with the next step and who decides it."""
    columns = (
        Column("id", _tr("Indicator")),
        Column("title", _tr("Title"), share=1),
        Column("now", _tr("Level now"), right=True),
        Column("target", _tr("Target"), right=True),
        Column("gain", _tr("Gain in points"), right=True),
        Column("next", _tr("Next step"), share=1),
        Column("actor", _tr("Who decides"), share=1),
    )
    rows = []
    for fix in fixes:
        texts = (fix.indicator, fix.title, fix.level, str(fix.target), score_text(fix.gain))
        who = actor_words(fix.next) if fix.next else ""
        cells = [Cell(text) for text in (*texts, step_words(fix.next), who)]
        rows.append(Row(fix.indicator, tuple(cells)))
    return TableContent(title, columns, rows)


def swing_rows(figures: Figures, titles: dict[str, str]) -> list[SwingRow]:
    """One indicator at a time."""
    return [
        SwingRow(row.indicator, titles[row.indicator], row.down, row.up, row.removed)
        for row in figures.swings
    ]


def swing_table(rows: Sequence[SwingRow], title: str) -> TableContent:
    """The swings as figures."""
    heads = (("down", _tr("Level down")), ("up", _tr("Level up")), ("out", _tr("Left out")))
    columns = (
        Column("id", _tr("Indicator")),
        Column("title", _tr("Title"), share=1),
        *(Column(key, head, right=True) for key, head in heads),
    )
    return TableContent(
        title,
        columns,
        [
            Row(
                row.key,
                (
                    Cell(row.key),
                    Cell(row.label),
                    *(Cell(signed_text(value), value) for value in (row.down, row.up, row.removed)),
                ),
            )
            for row in rows
        ],
    )


def expert_table(figures: Figures, title: str) -> TableContent:
    """The published value without each expert; for coordinators only."""
    columns = (
        Column("expert", _tr("Without expert"), share=1),
        Column("official", _tr("Official"), right=True),
        Column("without", _tr("Without"), right=True),
        Column("difference", _tr("Difference"), right=True),
        Column("band", _tr("Band then"), share=2, spare=1),
    )
    rows = [
        Row(
            row.expert,
            (
                Cell(row.expert),
                Cell(published_sign(row.official.status, row.official.published)),
                Cell(published_sign(row.without.status, row.without.published)),
                Cell(
                    signed_text(row.difference),
                    None if row.difference is None else float(row.difference),
                ),
                Cell(band_words(row.without.band) if row.without.band else ""),
            ),
        )
        for row in figures.without
    ]
    return TableContent(title, columns, rows, (coordinators_only(),))


def rank_rows(state: DeskState, robustness: Robustness, domain: str) -> list[RankRow]:
    """The ranks each country takes; for coordinators only."""
    assert state.result is not None  # asked only with data
    return [
        RankRow(state.country_name(code), robustness.rank_range(code, domain), code=code)
        for code in state.result.scores.countries
    ]


def rank_table(state: DeskState, robustness: Robustness, domain: str, title: str) -> TableContent:
    """The ranks beside the scores; for coordinators only."""
    assert state.result is not None  # asked only with data
    columns = (
        Column("country", _tr("Country"), share=1),
        Column("score", _tr("Score"), right=True),
        Column("ranks", _tr("Ranks in nine of ten draws"), right=True),
    )
    rows = []
    for row in rank_rows(state, robustness, domain):
        node = node_of(state.result, row.code, domain)
        score = published_sign(node.status, node.published)
        rows.append(Row(row.code, (Cell(row.label), Cell(score), Cell(ranks_text(row)))))
    return TableContent(title, columns, rows, (coordinators_only(),))


def width_table(widths: Widths | None, title: str) -> TableContent:
    """The interval by source; no rows without a score."""
    columns = (
        Column("source", _tr("Source"), share=1),
        Column("width", _tr("Width in points"), right=True),
    )
    rows = [
        Row(row.label, (Cell(row.label), Cell(score_text(row.width), row.width)))
        for row in source_rows(widths)
    ]
    return TableContent(title, columns, rows)


def source_rows(widths: Widths | None) -> list[SourceRow]:
    """Where an interval comes from, the whole first; none without a score."""
    if widths is None:
        return []
    return [
        SourceRow(_tr("Everything"), widths.everything, whole=True),
        SourceRow(_tr("Weights"), widths.weights),
        SourceRow(_tr("Aggregation"), widths.aggregation),
        SourceRow(_tr("Experts and thin ratings"), widths.experts),
    ]
