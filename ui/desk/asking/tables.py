"""Queries and moves in words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ui.desk.state import DeskState
from ui.desk.table.content import Cell, Column, Row, TableContent
from ui.marks import Mark
from ui.said import one_line
from ui.theme import Style
from wb6assess.model.query import Query
from wb6assess.session.desk.inbox import AskedQuery, IndicatorMove, QueryState

STATE_MARKS = {
    QueryState.OPEN: Mark.TODO,
    QueryState.SENT: Mark.NEWER,
    QueryState.ANSWERED: Mark.ANSWERED,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Asking", text)


def state_words(state: QueryState) -> str:
    """How far a query is."""
    return {
        QueryState.OPEN: _tr("to send"),
        QueryState.SENT: _tr("in a file"),
        QueryState.ANSWERED: _tr("answered"),
    }[state]


def queries_content(state: DeskState, asked: Sequence[AskedQuery]) -> TableContent:
    """One line a query."""
    columns = (
        Column("state", _tr("State")),
        Column("country", _tr("Country"), spare=2),
        Column("expert", _tr("Expert")),
        Column("item", _tr("Indicator"), share=1),
        Column("text", _tr("Query"), share=1),
        Column("reply", _tr("Reply"), share=1, spare=1),
    )
    rows = [Row(one.query.id, _cells(state, one)) for one in asked]
    return TableContent(_tr("Queries"), columns, rows)


def _cells(state: DeskState, asked: AskedQuery) -> tuple[Cell, ...]:
    query = asked.query
    order = float(list(QueryState).index(asked.state))
    return (
        Cell(state_words(asked.state), order, mark=STATE_MARKS[asked.state]),
        Cell(state.country_name(query.key.country), role="ink2"),
        Cell(query.key.expert, role="ink2"),
        Cell(f"{query.indicator}  {item_title(state, query)}", query.indicator),
        Cell(one_line(query.text), tip=query.text),
        Cell(one_line(asked.reply), tip=asked.reply, role="ink2"),
    )


def item_title(state: DeskState, query: Query) -> str:
    """What the question is called; "" where the questionnaire is not at hand."""
    if state.result is None or query.key.instrument not in state.result.instruments:
        return ""
    known = state.shown(query.key.instrument).by_id.get(query.indicator)
    return one_line(known.title) if known is not None else ""


def moves_content(state: DeskState, moves: Sequence[IndicatorMove]) -> TableContent:
    """What experts changed after spreads were sent."""
    columns = (
        Column("item", _tr("Indicator"), share=1),
        Column("country", _tr("Country")),
        Column("before", _tr("Before"), tip=_tr("Median and range of levels as sent")),
        Column("after", _tr("After"), tip=_tr("Median and range of levels now")),
        Column("moved", _tr("Moved"), right=True),
        Column("who", _tr("Who"), share=1, spare=2),
        Column("waiting", _tr("Waiting"), right=True, spare=1, tip=_tr("Not handed in since")),
    )
    rows = [Row(f"{move.country}/{move.indicator}", _move_cells(state, move)) for move in moves]
    notes = (_tr("For coordinators only: it names who moved."),)
    return TableContent(_tr("What moved after the spread was sent"), columns, rows, notes)


def _move_cells(state: DeskState, move: IndicatorMove) -> tuple[Cell, ...]:
    assert state.result is not None  # moves are of a result
    title = ""
    if move.instrument in state.result.instruments:
        title = one_line(state.shown(move.instrument).by_id[move.indicator].title)
    who = [
        f"{one.expert} {_level(one.before)} → {_level(one.after)}"
        for one in move.moves
        if one.before != one.after
    ]
    return (
        Cell(f"{move.indicator}  {title}", move.indicator),
        Cell(state.country_name(move.country), role="ink2"),
        Cell(_levels(move.before.counts)),
        Cell(_levels(move.after.counts)),
        Cell(f"{move.moved} / {len(move.moves)}", move.moved, style=Style.SECTION),
        Cell(", ".join(who), role="ink2"),
        Cell(str(len(move.waiting)), len(move.waiting), role="ink2", tip=", ".join(move.waiting)),
    )


def _levels(counts: Sequence[int]) -> str:
    """Every expert's level, ascending: "2 2 3 5"."""
    return " ".join(str(level) for level, n in enumerate(counts) for _ in range(n))


def _level(level: int | None) -> str:
    return "–" if level is None else str(level)
