"""Files of three experts who disagree, for tests of meetings: a questionnaire of six questions."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from exports.incoming import read_incoming
from wb6assess.exchange.answers import write_document
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Document, Evidence, Identity, SpecialState, Status
from wb6assess.model.meeting import Meeting
from wb6assess.reports.meeting.agenda import Selection, agenda_of
from wb6assess.session.meeting import Sitting, ground_of, places
from wb6assess.session.workspace import Workspace

WHEN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)
EXPERTS = ("SECRET-A1", "SECRET-B2", "SECRET-C3")
REASON = "Agreed after reading the register together."
LEVELS = {
    "Q1": (1, 4, 3),
    "Q2": (0, 2, 2),
    "Q3": (3, 3, 3),
    "Q4": (2, 2, 2),
    "Q5": (0, 4, 4),
    "Q6": (3, 3, 2),
}
"""Question -> level of each expert: Q1, Q2 and the sensitive Q5 are contested."""

CONTESTED = ("Q5", "Q1", "Q2")
"""In the order of weight × range; Q5 weighs half of its pillar's two."""

_FRAMEWORK = """\
format: wb6assess-framework/1
id: drawn-framework
title: Drawn framework
countries:
  - {code: AL, name: Albania}
  - {code: XK, name: Kosovo, footnote: status}
domains:
  - {id: ONE, instrument: one, weight: 1, core: true}
rounds:
  - {id: "2026", title: "2026", cut_off: 2026-12-31}
"""
_HEAD = """\
format: wb6assess-instrument/1
id: one
version: "2026.1"
title: Six questions
language: en
pillars:
"""
_PILLAR = """\
  - id: {id}
    title: Pillar {id}
    weight: 1
    why: It is one of two.
    indicators:
"""
_INDICATOR = """\
      - id: {id}
        title: Title of {id}
        question: How far has {id} come?
        guide: As far as it goes.
        aspect: law
        weight: 1
        type: level
        sensitive: {sensitive}
        levels: [Nothing, A draft, A law, A law in force, A law applied, A law applied well]
"""


def questionnaires(folder: Path) -> Path:
    """A folder with the drawn framework."""
    (folder / "one").mkdir(parents=True)
    (folder / "framework.yaml").write_text(_FRAMEWORK)
    text = _HEAD
    for pillar, items in (("P", ("Q1", "Q2", "Q3", "Q4")), ("S", ("Q5", "Q6"))):
        text += _PILLAR.format(id=pillar)
        for item in items:
            text += _INDICATOR.format(id=item, sensitive=str(item == "Q5").lower())
    (folder / "one" / "instrument.yaml").write_text(text)
    return folder


def hand_in(
    workspace: Workspace,
    folder: Path,
    levels: Mapping[str, tuple[int, ...]] = LEVELS,
    *,
    country: str = "AL",
    revision: int = 1,
    sample: bool = True,
) -> None:
    """Take in one file of each expert; each says its own words."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for place, expert in enumerate(EXPERTS):
        answers = {item: _answer(given[place], expert) for item, given in levels.items()}
        key = Identity(country, "one", "2026.1", "2026", expert)
        document = Document(key, revision, Status.SUBMITTED, answers, updated_at=WHEN, sample=sample)
        path = folder / f"{country}_{place}_{revision}.json"
        path.write_bytes(write_document(document))
        paths.append(path)
    workspace.inbox.take_in(paths, read_incoming)


def _answer(level: int, expert: str) -> Answer:
    if level < 0:
        return Answer(state=SpecialState.DONT_KNOW)
    words = f"Level {level} because of the decree, says {expert}."
    return Answer(level, justification=words, evidence=(Evidence("law", title=f"Decree {level}"),))


def workspace_at(folder: Path, library: Library) -> Workspace:
    """A workspace whose clock stands in December."""
    return Workspace.open(folder, library, now=lambda: LATER)


def sitting(workspace: Workspace, **more: object) -> Sitting:
    """A meeting with everything contested before it."""
    ground = ground_of(workspace.inbox.consolidate("2026"))
    agenda = places(agenda_of(ground, Selection()).items)
    given: dict[str, object] = {"title": "Validation meeting", "present": ("First", "Second"), **more}
    return Sitting(workspace, Meeting("M1", "2026", agenda=agenda, **given))  # type: ignore[arg-type]
