"""The robustness room of a round that was worked out once."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from exports.incoming import read_incoming
from tests.ui.robustness.driving import CORE, COUNTRIES, EXPERTS, rows
from ui.desk.robustness.page import RobustnessRoom
from ui.desk.state import DeskState
from ui.tasks import TaskQueue
from wb6assess.exchange.written import document_as_json
from wb6assess.model.assessment import Document, Identity, Status
from wb6assess.session.samples import sample_answers
from wb6assess.session.workspace import Workspace


@pytest.fixture(scope="package")
def state(appearance, library, tmp_path_factory) -> Iterator[DeskState]:
    """Four countries, three experts each, the core questionnaires; worked out once."""
    del appearance
    folder = tmp_path_factory.mktemp("files")
    for country in COUNTRIES:
        for item in CORE:
            made = library.instrument(item)
            for expert in EXPERTS:
                answers = sample_answers(made, country, expert, 1, library.framework.parameters)
                identity = Identity(country, item, made.version, "2026", expert)
                document = Document(identity, 1, Status.SUBMITTED, answers, sample=True)
                path = folder / f"{country}-{item}-{expert}.json"
                path.write_text(json.dumps(document_as_json(document)), encoding="utf-8")
    owner = QObject()
    with Workspace.open(tmp_path_factory.mktemp("workspace"), library) as workspace:
        workspace.inbox.take_in([folder], read_incoming)
        yield DeskState(workspace, TaskQueue(owner), owner)


@pytest.fixture
def room(qtbot, state) -> RobustnessRoom:
    made = RobustnessRoom(state)
    qtbot.addWidget(made)
    made.resize(1212, 860)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: bool(rows(made, "Scores with")), timeout=30_000)
    return made
