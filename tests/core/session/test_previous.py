"""The answers of the round before, beside today's questions where they mean the same."""

import pytest

from tests.core.session.conftest import NEW
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer
from wb6assess.session.workspace import Workspace

LEVEL, YESNO, MULTI, DAYS = "DRW-1.1", "DRW-1.2", "DRW-2.1", "DRW-2.2"


@pytest.fixture
def rounds(questionnaires):
    """Three rounds, 2026 to 2028, in the framework."""
    path = questionnaires / "framework.yaml"
    more = "".join(f'\n  - {{id: "{year}", title: "{year}"}}' for year in (2027, 2028))
    path.write_text(path.read_text(encoding="utf-8").rstrip() + more + "\n", encoding="utf-8")
    return questionnaires


@pytest.fixture
def opened(rounds, folder, clock):
    """Opens an assessment of a round, by an expert, with answers."""
    with Workspace.open(folder, Library(rounds), now=clock) as workspace:

        def make(round_id, answers=None, expert="E01", **more):
            made = workspace.new(**{**NEW, "round": round_id, "expert": expert, **more}, answers=answers)
            return workspace.open_assessment(made)

        yield make


def test_without_an_earlier_round_there_is_nothing(opened):
    first = opened("2027", {LEVEL: Answer(2)})
    opened("2028", {LEVEL: Answer(3)})
    opened("2026", {LEVEL: Answer(1)}, country="AL")
    assert first.previous() is None


def test_the_latest_earlier_round_in_the_frameworks_order_counts(opened):
    opened("2027", {LEVEL: Answer(2)})
    opened("2026", {LEVEL: Answer(1)})
    found = opened("2028").previous()
    assert (found.round, found.answers) == ("2027", {LEVEL: Answer(2)})


def test_ones_own_answers_come_before_a_later_round_of_somebody_else(opened):
    opened("2026", {LEVEL: Answer(1)})
    opened("2027", {LEVEL: Answer(2)}, expert="E02")
    found = opened("2028").previous()
    assert (found.expert, found.answers[LEVEL].value) == ("E01", 1)
    assert opened("2028", expert="E03").previous().expert == "E02"


def test_what_was_handed_in_comes_before_what_was_changed_afterwards(opened):
    before = opened("2026", {LEVEL: Answer(1)})
    before.submit()
    before.reopen()
    before.record(LEVEL, Answer(4))
    found = opened("2027").previous()
    assert (found.revision, found.handed_in, found.answers[LEVEL].value) == (1, True, 1)


def test_among_other_experts_the_one_who_handed_in_counts(opened):
    opened("2026", {LEVEL: Answer(1)}, expert="E02").submit()
    opened("2026", {LEVEL: Answer(4)}, expert="E03")
    found = opened("2027").previous()
    assert (found.expert, found.handed_in) == ("E02", True)


def test_withdrawn_answers_are_not_called_handed_in(opened):
    before = opened("2026", {LEVEL: Answer(1)})
    before.submit()
    before.withdraw()
    found = opened("2027").previous()
    assert (found.revision, found.handed_in) == (2, False)


LINEAGE = {
    LEVEL: "unchanged",
    YESNO: "reworded",
    DAYS: "rescaled, scores: [0, 10, 20, 30, 40, 50]",
}


def test_only_questions_of_the_same_meaning_are_carried_over(rounds, folder, clock):
    answers = {
        LEVEL: Answer(2, fields={"since": "2024-05-01"}),
        YESNO: Answer("yes"),
        MULTI: Answer(("letters",)),
        DAYS: Answer(40),
    }
    with Workspace.open(folder, Library(rounds), now=clock) as workspace:
        workspace.new(**NEW, answers=answers)
    _publish_next_version(rounds / "drawn")
    with Workspace.open(folder, Library(rounds), now=clock) as workspace:
        later = workspace.open_assessment(workspace.new(**{**NEW, "round": "2027"}))
        assert later.instrument.version == "2027.1"
        found = later.previous()
        assert found.instrument.version == "2026.1"
        # The rule is now DRW-1.9, the body was reworded, the tools say nothing but are the same.
        assert found.answers == {
            "DRW-1.9": answers[LEVEL],
            MULTI: answers[MULTI],
            DAYS: answers[DAYS],
        }
        assert found.earlier_ids["DRW-1.9"] == LEVEL


def _publish_next_version(folder):
    current = folder / "instrument.yaml"
    text = current.read_text(encoding="utf-8")
    (folder / "instrument-2026.1.yaml").write_text(text, encoding="utf-8")
    text = text.replace('"2026.1"', '"2027.1"').replace("Is there a body for it?", "Is a body at work?")
    for item, said in LINEAGE.items():
        lineage = f"lineage: {{old: {item}, change: {said}}}"
        text = text.replace(f"- id: {item}\n", f"- id: {item}\n        {lineage}\n")
    current.write_text(text.replace("id: DRW-1.1", "id: DRW-1.9").replace("[DRW-1.1,", "[DRW-1.9,"))
