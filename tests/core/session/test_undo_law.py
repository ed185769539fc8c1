"""Random edits, undos, redos, hand-ins and restarts equal a plain list of states."""

import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.core.session.conftest import NEW, QUESTIONNAIRES
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer
from wb6assess.session.workspace import Workspace

LIBRARY = Library(QUESTIONNAIRES)
ITEMS = ("DRW-1.1", "DRW-C1")
ANSWERS = {
    "DRW-1.1": st.builds(
        Answer, st.none() | st.integers(0, 3), justification=st.text("aб\n\x07", max_size=3)
    ),
    "DRW-C1": st.builds(Answer, st.none() | st.text("xy", max_size=2)),
}


class Editing(RuleBasedStateMachine):
    """The model: `states` is what undo and redo walk along, `at` where we stand in it."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.moment = datetime(2026, 11, 21, tzinfo=UTC)
        self.states = [{}]
        self.at = 0
        self.entries = 0
        self.writing = None
        self._start()
        self.id = self.workspace.new(**NEW)
        self.assessment = self.workspace.open_assessment(self.id)

    def _start(self):
        self.workspace = Workspace.open(self.folder, LIBRARY, now=lambda: self.moment)

    def _step(self, state, *, fold=False):
        if fold:
            self.states[self.at] = state
        else:
            self.states[self.at + 1 :] = [state]
            self.at += 1

    @rule(item=st.sampled_from(ITEMS), draw=st.data(), fold=st.booleans(), gap=st.sampled_from((1, 9)))
    def edit(self, item, draw, fold, gap):
        if self.assessment.locked:
            return
        self.moment += timedelta(seconds=gap)
        change = self.assessment.record(item, draw.draw(ANSWERS[item]), fold="field" if fold else "")
        if change.after == change.before:
            return
        state = {**self.states[self.at], item: change.after}
        near = (
            fold and self.writing is not None and self.moment - self.writing[1] <= timedelta(seconds=3)
        )
        self._step(state, fold=near and self.writing[0] == item)
        self.writing = (item, self.moment) if fold else None
        self.entries += 1

    @rule(draw=st.data())
    def fill(self, draw):
        if self.assessment.locked:
            return
        changes = self.assessment.record_all({item: draw.draw(ANSWERS[item]) for item in ITEMS})
        if changes:
            self._step({**self.states[self.at], **{change.item: change.after for change in changes}})
            self.entries += len(changes)
            self.writing = None

    @precondition(lambda self: self.assessment.undo_item)
    @rule()
    def undo(self):
        change = self.assessment.undo()
        self.at -= 1
        self.entries += 1 + len(change.others)
        self.writing = None

    @precondition(lambda self: self.assessment.redo_item)
    @rule()
    def redo(self):
        change = self.assessment.redo()
        self.at += 1
        self.entries += 1 + len(change.others)
        self.writing = None

    @precondition(lambda self: not self.assessment.open_findings())
    @rule(withdraw=st.booleans())
    def hand_in_and_reopen(self, withdraw):
        if not self.assessment.locked:
            self.assessment.submit()
        if withdraw:
            self.assessment.withdraw()
        self.assessment.reopen()
        self.states, self.at, self.writing = [self.states[self.at]], 0, None

    @rule()
    def restart(self):
        self.workspace.close()
        self._start()
        self.assessment = self.workspace.open_assessment(self.id)
        self.writing = None

    @invariant()
    def answers_are_those_of_the_list(self):
        said = {item: answer for item, answer in self.states[self.at].items() if not answer.empty}
        assert self.assessment.answers == said

    @invariant()
    def as_far_back_and_forth_as_the_list(self):
        assert (self.assessment.undo_item is not None) == (self.at > 0)
        assert (self.assessment.redo_item is not None) == (self.at < len(self.states) - 1)

    @invariant()
    def nothing_is_missing_in_the_history(self):
        assert sum(len(self.assessment.history(item)) for item in ITEMS) == self.entries

    def teardown(self):
        self.workspace.close()
        shutil.rmtree(self.folder)


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
