"""Scores that go on from earlier ones equal scores computed anew, whatever changed in between."""

import random

import pytest

from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, SpecialState
from wb6assess.scoring.scores import score_assessment
from wb6assess.scoring.states import AnswerSheet
from wb6assess.session.samples import sample_answers
from wb6assess.settings import questionnaires_folder

LIBRARY = Library(questionnaires_folder())
PARAMETERS = LIBRARY.framework.parameters
STEPS = 60


def changed(answers, other, draw, instrument):
    """One to three answers taken from somewhere else, emptied, or turned into a special state."""
    now = dict(answers)
    for item in draw.sample(list(instrument.answerable()), draw.randint(1, 3)):
        choice = draw.random()
        if choice < 0.5 and item in other:
            now[item] = other[item]
        elif choice < 0.7:
            now.pop(item, None)
        elif choice < 0.85:
            now[item] = Answer(state=SpecialState.DONT_KNOW)
        else:
            now[item] = Answer(state=SpecialState.NOT_APPLICABLE, justification="Sample. " * 4)
    return now


def everything(scores):
    return (
        list(scores.indicators.items()),
        dict(scores.pillars),
        scores.domain,
        scores.geometric,
        scores.findings,
        scores.progress,
        dict(scores.indices),
        scores.priorities,
    )


@pytest.mark.parametrize("instrument_id", LIBRARY.ids())
def test_going_on_from_earlier_scores_gives_what_scoring_anew_gives(instrument_id):
    draw = random.Random(instrument_id)
    instrument = LIBRARY.instrument(instrument_id)
    beside = other_sheets(instrument_id)
    answers = sample_answers(instrument, "XK", "E01", 1, PARAMETERS)
    others = [sample_answers(instrument, "XK", f"E0{n}", n, PARAMETERS) for n in (2, 3)]
    earlier = score_assessment(instrument, answers, "XK", PARAMETERS, beside=beside)
    for _ in range(STEPS):
        answers = changed(answers, draw.choice(others), draw, instrument)
        earlier = score_assessment(instrument, answers, "XK", PARAMETERS, beside=beside, earlier=earlier)
        anew = score_assessment(instrument, answers, "XK", PARAMETERS, beside=beside)
        assert earlier.sheet.again is not None
        assert everything(earlier) == everything(anew)


def other_sheets(instrument_id):
    """Another questionnaire of the same expert, for checks that compare them."""
    other = LIBRARY.instrument(next(item for item in LIBRARY.ids() if item != instrument_id))
    return (AnswerSheet(other, sample_answers(other, "XK", "E01", 1, PARAMETERS), "XK"),)


def test_scores_of_another_country_or_questionnaire_are_not_gone_on_from():
    fdi = LIBRARY.instrument("fdi-screening")
    answers = sample_answers(fdi, "XK", "E01", 1, PARAMETERS)
    earlier = score_assessment(fdi, answers, "XK", PARAMETERS)
    elsewhere = score_assessment(fdi, answers, "BA", PARAMETERS, earlier=earlier)
    assert elsewhere.sheet.again is None
    assert everything(elsewhere) == everything(score_assessment(fdi, answers, "BA", PARAMETERS))


def test_only_what_a_change_can_touch_is_looked_at_again():
    fdi = LIBRARY.instrument("fdi-screening")
    answers = sample_answers(fdi, "XK", "E01", 1, PARAMETERS)
    earlier = score_assessment(fdi, answers, "XK", PARAMETERS)
    item = "FDI-1.1"
    again = score_assessment(
        fdi, {**answers, item: Answer(0)}, "XK", PARAMETERS, earlier=earlier
    ).sheet.again
    assert {item, *fdi.lookers[item]} <= again < set(fdi.by_id)
