"""The coordinator's desk in the main window with files of three experts, for tests that use it."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests import builders
from wb6assess.exchange.answers import write_document
from wb6assess.instruments.library import Library
from wb6assess.instruments.writer import write_framework, write_instrument
from wb6assess.model.assessment import Answer, Document, Identity, SpecialState, Status
from wb6assess.model.framework import Round
from wb6assess.model.instrument import Indicator
from wb6assess.model.vocabulary import IndicatorType
from wb6assess.session.samples import sample_answers

INSTRUMENT = "drawn"

EXPERTS = ("E01", "E02", "E03")
LEVELS = {"E01": 1, "E02": 4, "E03": 2}
"""Of the first indicator with a ladder, so that they disagree on it."""


def one_questionnaire(folder: Path) -> Path:
    """A questionnaires folder with one small questionnaire: parsing the shipped ones takes seconds."""
    first = builders.pillar("DRA-1", *_ladders("DRA-1", 7))
    second = builders.pillar("DRA-2", *_ladders("DRA-2", 5), *_others())
    drawn = builders.instrument(first, second, id=INSTRUMENT, title="A drawn questionnaire")
    framework = builders.framework(drawn)
    rounds = (Round("2025", "2025"), *framework.rounds)
    (folder / INSTRUMENT).mkdir(parents=True)
    (folder / "framework.yaml").write_text(write_framework(replace(framework, rounds=rounds)), "utf-8")
    (folder / INSTRUMENT / "instrument.yaml").write_text(write_instrument(drawn), "utf-8")
    return folder


def _ladders(pillar: str, n: int) -> list[Indicator]:
    return [builders.indicator(f"{pillar}.{place}") for place in range(1, n + 1)]


def _others() -> list[Indicator]:
    return [builders.indicator("DRA-2.6", IndicatorType.YESNO)]


_PAUSE_MS, _LOOKS = 30, 600


def wait_for(found: Callable[[], object]) -> None:
    """Let the desk work until something is there."""
    for _ in range(_LOOKS):
        if found():
            return
        QTest.qWait(_PAUSE_MS)
    raise AssertionError("it never came")


def first_ladder(library: Library) -> str:
    """Id of the first scored indicator with a ladder."""
    items = library.instrument(INSTRUMENT).indicators()
    return next(item.id for item in items if item.levels and item.scored and item.ask_if is None)


def document(
    library: Library, expert: str, country: str = "AL", revision: int = 1, seed: int = 7
) -> Document:
    """One expert's sample answers, handed in; the first ladder has the expert's own level."""
    instrument = library.instrument(INSTRUMENT)
    answers = sample_answers(instrument, country, expert, seed, library.framework.parameters)
    item = first_ladder(library)
    if expert in LEVELS:
        answers[item] = replace(
            answers[item], value=LEVELS[expert], state=None, justification=f"Reason of {expert}."
        )
    key = Identity(country, INSTRUMENT, instrument.version, "2026", expert)
    moment = datetime(2026, 11, 20, 10, tzinfo=UTC)
    return Document(key, revision, Status.SUBMITTED, answers, f"id-{expert}", moment, sample=True)


def write(folder: Path, made: Document, name: str = "") -> Path:
    """The document as a file such as an expert sends."""
    folder.mkdir(parents=True, exist_ok=True)
    key = made.identity
    path = folder / (name or f"{key.instrument}_{key.country}_{key.expert}_r{made.revision}.json")
    path.write_bytes(write_document(made))
    return path


def three_files(folder: Path, library: Library) -> list[Path]:
    """Three experts' files."""
    return [write(folder, document(library, expert)) for expert in EXPERTS]


def doubtful(made: Document, item: str) -> Document:
    """The same with "don't know" to an indicator."""
    unsure = Answer(state=SpecialState.DONT_KNOW)
    return replace(made, answers={**made.answers, item: unsure})


def state_of(page: QWidget):
    """What the room looks at."""
    return page.state


def settled(page: QWidget) -> None:
    """Wait until everything is scored and worked out."""
    state = state_of(page)
    wait_for(lambda: not state.busy and state.known and (state.ready or state.result is None))
    QTest.qWait(_PAUSE_MS)


def imported(desktop, files: list[Path]) -> QWidget:
    """The inbox after the files were taken in through it."""
    room = desktop.go_to_room("inbox")
    settled(room)
    room.intake.look_at(files)
    wait_for(lambda: room.intake.pending and not room.intake.busy)
    room.intake.take_in()
    wait_for(lambda: not room.intake.pending and not room.intake.busy)
    settled(room)
    return room


def desk_room(desktop, room: str) -> QWidget:
    """A room with its result worked out."""
    page = desktop.go_to_room(room)
    settled(page)
    return page


def json_of(text: str) -> dict:
    """What a verb printed."""
    return json.loads(text)
