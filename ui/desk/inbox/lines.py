"""The files as lines of the inbox."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress

from PySide6.QtCore import QCoreApplication

from ui.desk.inbox.words import MARKS, NEEDS_YOU, STRONG, counted_words, line_words, outcome_words
from ui.desk.signs import Sign
from ui.desk.state import DeskState
from ui.desk.table.content import Cell, Column, Row, TableContent
from ui.theme import Style
from wb6assess.errors import InstrumentError
from wb6assess.session.desk.consolidation import FileReport, Outcome
from wb6assess.session.desk.file_reports import passed_over

_ORDER = tuple(Outcome)
_KINDS = 4
"""Endings of stray files that are named."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Inbox", text)


def file_lines(
    state: DeskState, reports: Mapping[str, FileReport], wanted: frozenset[Outcome]
) -> TableContent:
    """One line a file; `reports` by the key of their line, `wanted` empty for all but stray files."""
    columns = (
        Column("file", _tr("File"), share=1, middle=True),
        Column("expert", _tr("Expert"), spare=1),
        Column("country", _tr("Country"), spare=3),
        Column("instrument", _tr("Instrument"), spare=4),
        Column("revision", _tr("Rev."), right=True, spare=2, tip=_tr("Revision")),
        Column("outcome", _tr("Outcome")),
    )
    titles = instrument_titles(state, reports.values())
    rows = [
        _line(key, report, state, titles)
        for key, report in reports.items()
        if (report.outcome in wanted if wanted else not report.stray)
    ]
    return TableContent(_tr("Files"), columns, rows)


def instrument_titles(state: DeskState, reports: Iterable[FileReport] = ()) -> Mapping[str, str]:
    """Instrument id -> its title, for those of the result and of files that were read."""
    known = state.result.instruments if state.result is not None else {}
    titles = {key: state.shown(key).title for key in known}
    read = {report.document.identity.instrument for report in reports if report.document is not None}
    for key in read - titles.keys():
        with suppress(InstrumentError):  # the line then says the id
            titles[key] = state.workspace.library.instrument(key).title
    return titles


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


def listed(reports: Sequence[FileReport]) -> list[FileReport]:
    """Those with a line of their own: stray files in folders share one."""
    return [report for report in reports if not report.stray]


def needing(reports: Sequence[FileReport]) -> int:
    """How many somebody must do something about."""
    return sum(report.outcome in NEEDS_YOU for report in reports)


def passed_over_words(reports: Sequence[FileReport]) -> str:
    """One line for all stray files; "" where there are none."""
    n, kinds = passed_over(reports)
    counted = ", ".join(f"{count} {ending or _tr('without ending')}" for ending, count in kinds[:_KINDS])
    if not n:
        return ""
    if len(kinds) > _KINDS:
        counted = _tr("{kinds} and others").format(kinds=counted)
    if n == 1:
        return _tr("1 other file holds no expert's answers: {kinds}.").format(kinds=counted)
    return _tr("{n} other files hold no expert's answers: {kinds}.").format(n=n, kinds=counted)


def outcome_options(reports: Sequence[FileReport]) -> list[tuple[str, str]]:
    """Keys and words of the outcomes one can filter by, every one first."""
    counts = Counter(report.outcome for report in reports)
    return [("", _tr("Every outcome"))] + [
        (outcome.value, f"{outcome_words(outcome)} ({counts[outcome]})")
        for outcome in _ORDER
        if counts[outcome]
    ]


def summary_words(reports: Sequence[FileReport], *, ahead: bool = False) -> str:
    """The counts as a sentence: "3 accepted, 2 newer revisions, 1 conflict"; what is `ahead` is new."""
    counts = Counter(report.outcome for report in reports)
    said = {outcome: counted_words(outcome, n) for outcome, n in counts.items()}
    if ahead:
        said[Outcome.ACCEPTED] = _tr("new")
    return ", ".join(f"{counts[outcome]} {said[outcome]}" for outcome in _ORDER if counts[outcome])


def keyed(reports: Sequence[FileReport]) -> dict[str, FileReport]:
    """Reports by the key of their line; a path stands once in a list."""
    return {str(report.path): report for report in reports}
