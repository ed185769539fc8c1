"""The report room words what the core found in the way of "final", neither more nor less."""

import pytest

from tests.ui.desk_pages import desk_room, first_ladder, imported, settled, three_files
from tests.ui.finding_widgets import shown
from ui.desk.report.obstacles import ObstacleRow, _templates
from wb6assess.model.decision import Action, ReasonCode
from wb6assess.session.deciding import Verdict, decide
from wb6assess.session.desk.finality import Reason

UNCONFIRMED = "No validation meeting has confirmed these values."


@pytest.fixture
def received(desk, tmp_path, desk_library):
    imported(desk, three_files(tmp_path / "in", desk_library))
    return desk


def lines(desktop) -> list[str]:
    matrix = desk_room(desktop, "matrix")
    matrix.state.recompute()
    settled(matrix)
    return [row.text() for row in shown(desk_room(desktop, "report"), ObstacleRow)]


def decided(desktop, library, action, score=None):
    reason = "Agreed after reading the register."
    code = ReasonCode.PANEL_CONSENSUS
    decide(
        desktop.workspace,
        Verdict("AL", "2026", first_ladder(library), action, code, reason, "M1", score),
    )


def test_a_decision_taken_back_leaves_nothing_confirmed(received, desk_library):
    decided(received, desk_library, Action.SET, 40.0)
    assert UNCONFIRMED not in lines(received)
    decided(received, desk_library, Action.REVOKE)
    assert UNCONFIRMED in lines(received)


def test_every_obstacle_of_the_core_has_its_line(received):
    found = lines(received)
    assert len(found) == len(desk_room(received, "report").state.result.obstacles)


def test_every_reason_has_words(appearance):
    del appearance
    assert set(_templates()) == set(Reason)
