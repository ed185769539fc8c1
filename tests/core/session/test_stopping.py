"""Working a result out tells how far it is and can be stopped at every step, inside scoring, too."""

import pytest

from tests import meetings
from wb6assess.errors import Cancelled
from wb6assess.instruments.library import Library
from wb6assess.progress import UNITS, Part


class Watched:
    """Remembers the steps; stops at one of them."""

    def __init__(self, stop_at=None):
        self.shares = []
        self._stop_at = stop_at

    def step(self, done, total, what=""):
        self.shares.append(done / total)
        if len(self.shares) == self._stop_at:
            raise Cancelled


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("stopping")
    library = Library(meetings.questionnaires(folder / "questionnaires"))
    with meetings.workspace_at(folder / "workspace", library) as opened:
        meetings.hand_in(opened, folder / "in")
        yield opened


def result_of(workspace, progress):
    return workspace.inbox.consolidate("2026", progress=progress)


def worked_out(result, progress):
    result.analysis.work_out(progress)
    return result.analysis


@pytest.fixture(scope="module")
def steps(workspace):
    """How many steps consolidating has, and how many working out the rest."""
    one, two = Watched(), Watched()
    worked_out(result_of(workspace, one), two)
    return len(one.shares), len(two.shares)


def test_a_part_moves_on_within_its_step_of_the_whole():
    whole = Watched()
    part = Part(whole, 1, 4)
    for done in range(3):
        part.step(done, 2)
    assert [UNITS * share for share in whole.shares] == [25, 37.5, 50]


def test_what_is_told_never_goes_back(workspace):
    one, two = Watched(), Watched()
    worked_out(result_of(workspace, one), two)
    for told in (one.shares, two.shares):
        assert told == sorted(told)
        assert 0 <= told[0] <= told[-1] <= 1


def test_scoring_steps_at_every_file_country_and_domain(workspace, steps):
    library = workspace.library
    pairs = len(library.framework.countries) * len(library.ids())
    files = len(workspace.inbox.collection().files)
    assert steps[0] == files + pairs


def test_scoring_can_be_stopped_at_every_step(workspace, steps):
    for number in range(1, steps[0] + 1):
        with pytest.raises(Cancelled):
            result_of(workspace, Watched(number))


def test_what_was_stopped_is_worked_out_later_all_the_same(workspace, steps):
    whole = worked_out(result_of(workspace, Watched()), Watched())
    for number in range(1, steps[1], 7):
        result = result_of(workspace, Watched())
        with pytest.raises(Cancelled):
            worked_out(result, Watched(number))
        again = worked_out(result, Watched())
        assert again.raters.by_country == whole.raters.by_country
        assert again.robustness.widths("AL") == whole.robustness.widths("AL")


def test_what_was_worked_out_is_not_worked_out_again(workspace):
    result = result_of(workspace, Watched())
    replicates = worked_out(result, Watched()).robustness.replicates
    short = Watched()
    assert worked_out(result, short).robustness.replicates is replicates
    assert len(short.shares) < 5
