"""A workspace over a framework of one drawn questionnaire, as files, with a clock that ticks."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from wb6assess.instruments.library import Library
from wb6assess.session.workspace import Workspace

QUESTIONNAIRES = Path(__file__).parents[2] / "data" / "drawn-questionnaires"
NEW = {"country": "XK", "instrument": "drawn", "expert": "E01", "round": "2026"}


class Clock:
    """Ten seconds later at each look, unless told otherwise."""

    def __init__(self):
        self.moment = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
        self.tick = timedelta(seconds=10)

    def __call__(self):
        self.moment += self.tick
        return self.moment


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def questionnaires(tmp_path):
    """A copy that a test may edit."""
    return shutil.copytree(QUESTIONNAIRES, tmp_path / "questionnaires")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "workspace"


@pytest.fixture
def workspace(folder, questionnaires, clock):
    with Workspace.open(folder, Library(questionnaires), now=clock) as workspace:
        yield workspace


@pytest.fixture
def assessment(workspace):
    return workspace.open_assessment(workspace.new(**NEW))
