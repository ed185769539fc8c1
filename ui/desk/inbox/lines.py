"""The files as lines of the inbox."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from ui.desk.inbox.words import MARKS, NEEDS_YOU, STRONG, counted_words, line_words, outcome_words
from ui.desk.signs import Sign
from ui.desk.state import DeskState
from ui.desk.table.content import Cell, Column, Row, TableContent
from ui.theme import Style
from wb6assess.session.consolidation import FileReport, Outcome

_ORDER = tuple(Outcome)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Inbox", text)


def file_lines(
    state: DeskState, reports: Mapping[str, FileReport], wanted: frozenset[Outcome]
) -> TableContent:
    """One line a file; `reports` by the key of their line, `wanted` empty for all."""
    columns = (
        Column("file", _tr("File"), share=1, middle=True),
        Column("expert", _tr("Expert"), spare=1),
        Column("country", _tr("Country"), spare=3),
        Column("instrument", _tr("Instrument"), spare=4),
        Column("revision", _tr("Rev."), right=True, spare=2, tip=_tr("Revision")),
        Column("outcome", _tr("Outcome")),
    )
    titles = instrument_titles(state)
    rows = [
        _line(key, report, state, titles)
        for key, report in reports.items()
        if not wanted or report.outcome in wanted
    ]
    return TableContent(_tr("Files"), columns, rows)


def instrument_titles(state: DeskState) -> Mapping[str, str]:
    """Instrument id -> its title, for those of the result."""
    known = state.result.instruments if state.result is not None else {}
    return {key: state.shown(key).title for key in known}


def _line(key: str, report: FileReport, state: DeskState, titles: Mapping[str, str]) -> Row:
    facts = report.facts
    instrument = facts.get("instrument", "")
    strong = report.outcome in STRONG
    revision = facts.get("revision", "")
    cells = (
        Cell(report.path.name, tip=str(report.path)),
        Cell(facts.get("expert", ""), role="ink2"),
        Cell(state.country_name(facts["country"]) if "country" in facts else "", role="ink2"),
        Cell(titles.get(instrument, instrument), role="ink2"),
        Cell(revision, float(revision) if revision else None, role="ink2"),
        Cell(
            line_words(report),
            float(_ORDER.index(report.outcome)),
            mark=MARKS[report.outcome],
            style=Style.SECTION if strong else Style.BODY,
        ),
    )
    return Row(key, cells)


def outcome_signs(reports: Sequence[FileReport]) -> list[Sign]:
    """How many of each outcome there are."""
    counts = Counter(report.outcome for report in reports)
    return [
        Sign(MARKS[outcome], str(counts[outcome]), counted_words(outcome, counts[outcome]))
        for outcome in _ORDER
        if counts[outcome]
    ]


def outcome_options(reports: Sequence[FileReport]) -> list[tuple[str, str]]:
    """Keys and words of the outcomes one can filter by, all and those that need somebody first."""
    counts = Counter(report.outcome for report in reports)
    waiting = sum(n for outcome, n in counts.items() if outcome in NEEDS_YOU)
    every = _tr("All files ({n})").format(n=len(reports))
    options = [("", every), ("needs", _tr("Needs you ({n})").format(n=waiting))]
    return options + [
        (outcome.value, f"{outcome_words(outcome)} ({counts[outcome]})")
        for outcome in _ORDER
        if counts[outcome]
    ]


def wanted_outcomes(key: str) -> frozenset[Outcome]:
    """The outcomes behind an option; empty for all."""
    if key == "needs":
        return NEEDS_YOU
    return frozenset({Outcome(key)}) if key else frozenset()


def summary_words(reports: Sequence[FileReport]) -> str:
    """The counts as a sentence: "3 accepted, 2 newer revisions, 1 conflict"."""
    return ", ".join(f"{sign.number} {sign.words}" for sign in outcome_signs(reports))


def keyed(reports: Sequence[FileReport]) -> dict[str, FileReport]:
    """Reports by the key of their line; a path stands once in a list."""
    return {str(report.path): report for report in reports}
