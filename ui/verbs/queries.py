"""query, return, moved, resolve: what the coordinator asks, sends, compares and settles."""

from pathlib import Path
from typing import Annotated, Any

import typer

from ui.verbs.job import Job, in_one_line, table
from ui.verbs.options import verb
from wb6assess.exchange.written import time_as_json
from wb6assess.model.assessment import Identity
from wb6assess.session.desk.asking import AskedQuery
from wb6assess.session.desk.conflicts import Contradiction
from wb6assess.session.desk.inbox import Inbox
from wb6assess.session.desk.second_round import Direction, IndicatorMove
from wb6assess.session.names import refuse_unknown_round
from wb6assess.session.workspace import Workspace

Country = Annotated[str, typer.Option(help="Country code, such as XK.")]
Round = Annotated[str, typer.Option("--round", help="Round, such as 2026.")]
Instrument = Annotated[str, typer.Option(help="Questionnaire, such as fdi-screening.")]
Expert = Annotated[str, typer.Option(help="Code of the expert.")]

_WHOSE = ("country", "instrument", "expert")


@verb
def query(
    job: Job,
    round_: Round,
    country: Country = "",
    instrument: Instrument = "",
    expert: Expert = "",
    indicator: Annotated[str, typer.Option(help="Indicator, such as FDI-1.1.")] = "",
    text: Annotated[str, typer.Option(help="What the expert is asked.")] = "",
    list_: Annotated[bool, typer.Option("--list", help="Show the queries of the round.")] = False,
    withdraw: Annotated[
        str | None, typer.Option(metavar="ID", help="Take a query back that was not sent.")
    ] = None,
) -> None:
    """Ask an expert about an answer; “return” writes the file that carries it."""
    asks = all((country, instrument, expert, indicator, text))
    if sum([asks, list_, withdraw is not None]) != 1:
        raise typer.BadParameter(
            "name --country, --instrument, --expert, --indicator and --text, or use --list or --withdraw"
        )
    with job.open_workspace() as workspace:
        inbox = _inbox(workspace, round_)
        if list_:
            _list_queries(job, inbox.queries(round_))
        elif withdraw is not None:
            inbox.withdraw_query(withdraw)
            job.result({"query": withdraw, "withdrawn": True}, f"Query {withdraw} was withdrawn.")
        else:
            asked = inbox.ask(inbox.key_of(country, instrument, round_, expert), indicator, text)
            document = {"query": asked.id, "indicator": indicator, "revision": asked.revision}
            job.result(document, f"Query {asked.id} is about revision {asked.revision}. Not sent yet.")


@verb
def return_(
    job: Job,
    round_: Round,
    out: Annotated[Path, typer.Option(help="Folder for the files, one for each expert.")],
    spread: Annotated[
        bool, typer.Option("--spread", help="Show every expert how all answered, without names.")
    ] = False,
    note: Annotated[str, typer.Option(help="A word to all of them.")] = "",
) -> None:
    """Write files with open queries for experts to take in and answer."""
    with job.open_workspace() as workspace:
        inbox = _inbox(workspace, round_)
        keys = inbox.addressees(round_, spreads=spread)
        with job.progress("Writing") as bar:
            paths = inbox.write_returns(out, keys, spreads=spread, note=note, progress=bar)
    lines = [f"Written: {path}" for path in paths]
    job.result({"written": [str(path) for path in paths]}, "\n".join(lines or ["Nothing to send."]))


@verb
def moved(job: Job, round_: Round) -> None:
    """Show what experts changed since the spread was sent to them."""
    with job.open_workspace() as workspace:
        inbox = _inbox(workspace, round_)
        moves = inbox.moved(inbox.consolidate(round_))
    rows = [
        (
            move.country,
            move.indicator,
            f"{_level(move.before.median)} to {_level(move.after.median)}",
            f"{move.before.range} to {move.after.range}",
            *(str(move.towards(way)) for way in (Direction.TOWARDS, Direction.AWAY, Direction.STAYED)),
            str(len(move.waiting)),
        )
        for move in moves
    ]
    heads = ("country", "indicator", "median", "range", "towards", "away", "stayed", "waiting")
    text = table(rows, heads) if rows else "No spread was sent in this round."
    job.result([_move_json(move) for move in moves], text)


@verb
def resolve(
    job: Job,
    round_: Round,
    country: Country = "",
    instrument: Instrument = "",
    expert: Expert = "",
    revision: Annotated[int, typer.Option(min=1, help="The revision that exists twice.")] = 1,
    choose: Annotated[
        str | None, typer.Option(metavar="HASH", help="The content that counts, or its beginning.")
    ] = None,
    reason: Annotated[str, typer.Option(help="Why.")] = "",
    list_: Annotated[bool, typer.Option("--list", help="Show the conflicts of the round.")] = False,
    revoke: Annotated[bool, typer.Option("--revoke", help="Take the choice back.")] = False,
) -> None:
    """Say which of two different files with the same revision counts."""
    if sum([choose is not None, list_, revoke]) != 1:
        raise typer.BadParameter("use exactly one of --choose, --revoke, --list")
    if not list_ and not all((country, instrument, expert)):
        raise typer.BadParameter("name --country, --instrument and --expert")
    with job.open_workspace() as workspace:
        inbox = _inbox(workspace, round_)
        if list_:
            _list_conflicts(job, inbox.conflicts(round_))
            return
        key = inbox.key_of(country, instrument, round_, expert)
        if revoke:
            inbox.revoke_resolution(key, revision, reason)
            chosen = ""
        else:
            chosen = inbox.resolve(key, revision, choose or "", reason).chosen
    text = f"Content {chosen[:16]} counts." if chosen else "The choice was taken back; none counts."
    job.result({**_whose(key), "revision": revision, "chosen": chosen}, text)


def _inbox(workspace: Workspace, round_id: str) -> Inbox:
    refuse_unknown_round(workspace.library.framework, round_id)
    return workspace.inbox


def _whose(key: Identity) -> dict[str, str]:
    return {name: getattr(key, name) for name in _WHOSE}


def _list_queries(job: Job, asked: list[AskedQuery]) -> None:
    rows = [
        (
            found.query.id,
            *_whose(found.query.key).values(),
            found.query.indicator,
            found.state.value,
            in_one_line(found.query.text),
            in_one_line(found.reply),
        )
        for found in asked
    ]
    heads = ("id", *_WHOSE, "indicator", "state", "query", "reply")
    text = table(rows, heads) if rows else "Nothing was asked in this round."
    job.result([_query_json(found) for found in asked], text)


def _query_json(found: AskedQuery) -> dict[str, Any]:
    return {
        "query": found.query.id,
        **_whose(found.query.key),
        "indicator": found.query.indicator,
        "text": found.query.text,
        "asked_at": time_as_json(found.query.asked_at),
        "revision": found.query.revision,
        "state": found.state.value,
        "reply": found.reply,
        "answered_revision": found.answered_revision,
    }


def _list_conflicts(job: Job, conflicts: tuple[Contradiction, ...]) -> None:
    rows = [
        (
            *_whose(found.key).values(),
            str(found.revision),
            digest[:16],
            ", ".join(found.names[digest]),
            "counts" if digest == found.chosen else "",
        )
        for found in conflicts
        for digest in found.documents
    ]
    heads = (*_WHOSE, "revision", "content", "files", "")
    text = table(rows, heads) if rows else "No files contradict each other in this round."
    job.result([_conflict_json(found) for found in conflicts], text)


def _conflict_json(found: Contradiction) -> dict[str, Any]:
    return {
        **_whose(found.key),
        "revision": found.revision,
        "contents": {digest: list(names) for digest, names in found.names.items()},
        "differing": sorted(found.differing),
        "chosen": found.chosen,
        "reason": found.reason,
    }


def _move_json(move: IndicatorMove) -> dict[str, Any]:
    return {
        "country": move.country,
        "instrument": move.instrument,
        "indicator": move.indicator,
        "before": list(move.before.counts),
        "after": list(move.after.counts),
        "moves": [
            {
                "expert": one.expert,
                "before": one.before,
                "after": one.after,
                "direction": one.direction.value,
            }
            for one in move.moves
        ],
        "waiting": list(move.waiting),
    }


def _level(value: float | None) -> str:
    return "–" if value is None else f"{value:g}"
