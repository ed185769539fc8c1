"""What an expert adds is worked out once, and anew when anything it rests on is different."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests import builders
from tests.builders import indicator, instrument, pillar
from wb6assess.model.assessment import Answer
from wb6assess.scoring.contribution import Contributions, contribution
from wb6assess.scoring.country import score_region

MADE = instrument(pillar("P", indicator("a"), indicator("b")), id="one")
FRAMEWORK = builders.framework(MADE)
PARAMETERS = FRAMEWORK.parameters


class Counted(Mapping):
    """Answers that count how often they were unpacked."""

    def __init__(self, **levels):
        self._answers = {item: Answer(level) for item, level in levels.items()}
        self.looks = 0

    def __getitem__(self, item):
        return self._answers[item]

    def __iter__(self):
        self.looks += 1
        return iter(self._answers)

    def __len__(self):
        return len(self._answers)


def region(known, *experts):
    submissions = {"AL": {"one": [(f"E{n}", answers) for n, answers in enumerate(experts)]}}
    return score_region(FRAMEWORK, {"one": MADE}, submissions, known=known)


def test_the_same_answers_are_unpacked_once_however_often_they_are_scored():
    known, experts = Contributions(), (Counted(a=1, b=2), Counted(a=3, b=4))
    first = region(known, *experts)
    assert region(known, *experts) == first == region(None, *experts)
    assert [answers.looks for answers in experts] == [2, 2]  # the second time by the last region


def test_an_expert_who_came_since_is_scored():
    known, one, two = Contributions(), Counted(a=1, b=2), Counted(a=3, b=4)
    region(known, one)
    assert region(known, one, two) == region(None, one, two)


@pytest.mark.parametrize(
    "changed",
    [
        {
            "instrument": replace(
                MADE, pillars=(replace(MADE.pillars[0], indicators=MADE.pillars[0].indicators[:1]),)
            )
        },
        {"country": "XK"},
        {"parameters": replace(PARAMETERS, na_justification_min=PARAMETERS.na_justification_min + 1)},
        {"answers": {"a": Answer(5)}},
    ],
)
def test_nothing_is_kept_for_another_question(changed):
    known = Contributions()
    asked = {"instrument": MADE, "answers": Counted(a=1, b=2), "country": "AL", "parameters": PARAMETERS}
    known.of(**asked)
    assert known.of(**asked | changed) == contribution(**asked | changed)
    if "answers" not in changed:
        asked["answers"].looks = 0
        known.of(**asked)
        assert asked["answers"].looks == 1
