"""Checks that compare one expert's questionnaires see the others as they are stored."""

import pytest

from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer
from wb6assess.session.beside import looks_beside
from wb6assess.session.workspace import Workspace
from wb6assess.settings import questionnaires_folder


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(questionnaires_folder())


@pytest.fixture
def workspace(tmp_path, library):
    with Workspace.open(tmp_path / "workspace", library) as opened:
        yield opened


def new(workspace: Workspace, instrument: str, expert: str = "E07", country: str = "AL") -> str:
    return workspace.new(country=country, instrument=instrument, expert=expert, round="2026")


def test_only_the_same_experts_other_questionnaires_stand_beside(workspace):
    mine = new(workspace, "fdi-screening")
    beside = new(workspace, "fimi")
    new(workspace, "fimi", expert="E08")
    new(workspace, "fimi", country="RS")
    assert [info.id for info in workspace.neighbours(mine)] == [beside]


def test_a_check_fires_once_the_other_questionnaire_contradicts(workspace):
    mine, other = new(workspace, "fdi-screening"), new(workspace, "fimi")
    for level, fires in ((4, False), (2, True)):
        workspace.open_assessment(mine).record("FDI-4.5", Answer(5))
        workspace.open_assessment(other).record("FIMI-1.4", Answer(level))
        findings = {finding.id for finding in workspace.open_assessment(mine).scores.findings}
        assert ("X12" in findings) is fires


def test_an_assessment_opened_alone_needs_no_other_questionnaire(workspace):
    mine = new(workspace, "fdi-screening")
    new(workspace, "fimi")
    opened = workspace.open_assessment(mine, alone=True)
    before = opened.scores
    workspace.look_beside(mine)
    assert opened.scores is not before


def test_a_questionnaire_without_such_checks_looks_nowhere(small_instrument):
    assert not looks_beside(small_instrument)
