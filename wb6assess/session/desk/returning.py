"""Writing what goes back to the experts: one file for each expert and questionnaire."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from uuid6 import uuid7

from wb6assess.errors import ErrorCode, ExportError
from wb6assess.exchange.merge import MergedView, sort_key
from wb6assess.exchange.queries import SUFFIX, Return, read_return, spreads_as_text, write_return
from wb6assess.files import replacing
from wb6assess.model.assessment import Identity
from wb6assess.model.query import Query, Spread
from wb6assess.progress import Progress
from wb6assess.session.desk.asking import AskedQuery, Asking, Heard, QueryState
from wb6assess.session.desk.second_round import rated_levels, spreads_for
from wb6assess.session.desk.settling import Settled
from wb6assess.session.surroundings import Surroundings
from wb6assess.store import asked as table
from wb6assess.store.records import Sending, Turn


@dataclass(frozen=True, slots=True)
class _Letter:
    """One file before it is written."""

    name: str
    content: Return
    first_time: tuple[str, ...]


def write_returns(
    around: Surroundings,
    asking: Asking,
    folder: Path,
    keys: Iterable[Identity],
    settled: Mapping[str, Settled],
    note: str,
    progress: Progress,
) -> list[Path]:
    """Write and note one file after the other, so that a job that is stopped leaves whole ones.

    Args:
        around: The workspace.
        asking: Its queries.
        folder: Where the files go; made when it is missing.
        keys: For whom; one with neither queries nor spreads gets no file.
        settled: Round -> its documents, where spreads are sent; empty for none.
        note: A word to all of them.
        progress: Told after each file.

    Raises:
        AnswerError: NOTHING_RECEIVED.
        ExportError: a file could not be written; those before it are there and noted as sent.
        Cancelled: by `progress`.
    """
    letters = list(_letters(around, asking, sorted(set(keys), key=sort_key), settled, note))
    paths = []
    for done, letter in enumerate(letters, start=1):
        path = folder / letter.name
        _write(path, letter.content)
        _note(around, letter)
        paths.append(path)
        progress.step(done, len(letters), letter.name)
    return paths


def file_name(key: Identity) -> str:
    """Such as "queries_fdi-screening_AL_E07.wb6q"; docs/formats.md names the scheme."""
    return f"queries_{key.instrument}_{key.country}_{key.expert}{SUFFIX}"


def _letters(
    around: Surroundings,
    asking: Asking,
    keys: Sequence[Identity],
    settled: Mapping[str, Settled],
    note: str,
) -> Iterator[_Letter]:
    rounds = sorted({key.round for key in keys})
    heard = {round_id: asking.heard(round_id) for round_id in rounds}
    waiting = {round_id: asking.queries(round_id) for round_id in rounds}
    shown = {round_id: _shown(around, settled[round_id]) for round_id in rounds if round_id in settled}
    names: set[str] = set()
    for key in keys:
        open_ = [
            asked
            for asked in waiting[key.round]
            if asked.query.key == key and asked.state is not QueryState.ANSWERED
        ]
        spreads = shown.get(key.round, {}).get(key, ())
        if open_ or spreads:
            newest = asking.newest(heard[key.round], key)
            yield _letter(around, key, newest, open_, spreads, note, names)


def _letter(
    around: Surroundings,
    key: Identity,
    newest: Heard,
    open_: Sequence[AskedQuery],
    spreads: Sequence[Spread],
    note: str,
    names: set[str],
) -> _Letter:
    queries: tuple[Query, ...] = tuple(asked.query for asked in open_)
    content = Return(
        key=key,
        revision=newest.revision,
        content_hash=newest.content_hash,
        written_at=around.now(),
        note=note.strip(),
        queries=queries,
        spreads=tuple(spreads),
    )
    first = tuple(asked.query.id for asked in open_ if asked.state is QueryState.OPEN)
    return _Letter(_free(file_name(key), names), content, first)


def _free(name: str, names: set[str]) -> str:
    """A name no other file of this job has, also where capitals do not tell files apart."""
    stem, number = name.removesuffix(SUFFIX), 1
    while name.casefold() in names:
        number += 1
        name = f"{stem}_{number}{SUFFIX}"
    names.add(name.casefold())
    return name


def _shown(around: Surroundings, settled: Settled) -> Mapping[Identity, tuple[Spread, ...]]:
    view: MergedView = settled.view
    framework = around.library.framework
    rated = rated_levels(view.effective, framework, settled.instruments)
    return {
        key: tuple(
            spreads_for(
                key.expert, rated[key.country, key.instrument], settled.instruments[key.instrument]
            )
        )
        for key in view.effective
    }


def _write(path: Path, content: Return) -> None:
    """Write a file and read it back before it takes its place."""
    with replacing(path) as scratch:
        scratch.write_bytes(write_return(content))
        if read_return(scratch.read_bytes(), str(path)) != content:
            raise ExportError(ErrorCode.EXPORT_CHECK_FAILED, path=path, reason="its content differs")


def _note(around: Surroundings, letter: _Letter) -> None:
    content = letter.content
    sending = Sending(
        id=str(uuid7()),
        key=content.key,
        revision=content.revision,
        content_hash=content.content_hash,
        sent_at=content.written_at,
        spreads=spreads_as_text(content.spreads),
    )
    with around.database.writing() as connection:
        table.add_sending(connection, sending)
        table.add_turns(connection, letter.first_time, Turn.SENT, content.written_at)
