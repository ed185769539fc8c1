"""What stands in the way of "final" is found once, with its facts, and worded once for every output."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests import builders
from tests.builders import indicator, instrument, pillar
from wb6assess.exchange.merge import Conflict
from wb6assess.model.assessment import Answer, Identity
from wb6assess.model.decision import Action, Decision, ReasonCode
from wb6assess.model.framework import Round
from wb6assess.scoring.analysis import Analysis
from wb6assess.scoring.country import score_region
from wb6assess.scoring.reliability import Reading
from wb6assess.scoring.validation import Fate, Judged
from wb6assess.session.desk.finality import Obstacle, Reason, obstacles
from wb6assess.session.desk.finality_words import public_sentence, sentence

ITEMS = tuple("abcdefghijkl")
MADE = instrument(pillar("P", *(indicator(item) for item in ITEMS)))
CUT_OFF = date(2026, 12, 31)
FRAMEWORK = replace(builders.framework(MADE), rounds=(Round("2026", "2026", cut_off=CUT_OFF),))


def analysis(*experts, **elsewhere):
    submissions = {
        code: {"drawn": [(f"E{n}", answers) for n, answers in enumerate(found)]}
        for code, found in {"AL": experts, **elsewhere}.items()
    }
    return Analysis(FRAMEWORK, {"drawn": MADE}, score_region(FRAMEWORK, {"drawn": MADE}, submissions))


RISING = {item: Answer(n % 6) for n, item in enumerate(ITEMS)}
FALLING = {item: Answer(5 - n % 6) for n, item in enumerate(ITEMS)}
OTHERS = ("BA", "ME", "MK", "RS", "XK")
SAME = analysis(RISING, RISING)
APART = analysis(RISING, FALLING)


def judged(fate, action=Action.CONFIRM, name="d1", day=1):
    record = Decision(
        name, "AL", "2026", "drawn", "2026.1", "a", action, ReasonCode.PANEL_CONSENSUS,
        "Agreed after reading.", decided_at=datetime(2026, 12, day, tzinfo=UTC),
    )  # fmt: skip
    return Judged(record, fate)


CONFIRMED = judged(Fate.APPLIED)


def reasons(*records, found=SAME, conflicts=(), sample=False):
    return [o.reason for o in obstacles(conflicts, records, found, "2026", sample=sample)]


def test_a_confirmed_result_the_experts_agree_on_is_final():
    assert reasons(CONFIRMED) == []


def test_the_most_basic_reason_comes_first():
    key = Identity("AL", "drawn", "2026.1", "2026", "E1")
    found = reasons(found=APART, conflicts=[Conflict(key, 2, ("x", "y"))], sample=True)
    assert found == [Reason.SAMPLE, Reason.TWO_CONTENTS, Reason.NOT_VALIDATED, Reason.LOW_AGREEMENT]


@pytest.mark.parametrize("fate", [Fate.APPLIED, Fate.STALE])
def test_a_record_that_only_takes_back_confirms_nothing(fate):
    assert Reason.NOT_VALIDATED in reasons(judged(fate, Action.REVOKE))


@pytest.mark.parametrize(
    ("fate", "reason"),
    [
        (Fate.STALE, Reason.STALE),
        (Fate.CONFLICT, Reason.CONTRADICTED),
        (Fate.REFUSED, Reason.REFUSED),
    ],
)
def test_a_record_somebody_must_look_at_is_an_obstacle(fate, reason):
    (found,) = obstacles((), [CONFIRMED, judged(fate, name="d2")], SAME, "2026", sample=False)
    assert found == Obstacle(reason, "AL", "drawn", indicators=("a",), record="d2")


@pytest.mark.parametrize("fate", [Fate.SUPERSEDED, Fate.OTHER_ROUND, Fate.OTHER_VERSION])
def test_a_record_that_does_not_count_is_none(fate):
    assert reasons(CONFIRMED, judged(fate, name="d2")) == []


def test_a_record_after_the_cut_off_is_late():
    late = replace(CONFIRMED.record, decided_at=datetime(2027, 1, 1, tzinfo=UTC))
    assert reasons(replace(CONFIRMED, record=late)) == [Reason.LATE]
    on_the_day = replace(CONFIRMED.record, decided_at=datetime(2026, 12, 31, 23, 59, tzinfo=UTC))
    assert reasons(replace(CONFIRMED, record=on_the_day)) == []


def test_what_waits_for_a_meeting_is_listed():
    (found,) = obstacles((), [CONFIRMED], APART, "2026", sample=False)
    assert (found.reason, found.country, found.domain) == (Reason.LOW_AGREEMENT, "AL", "DRAWN")
    # Levels n and 5 - n lie 5 3 1 1 3 5 apart, twice over; a single level is no flag.
    assert found.indicators == tuple("abefghkl")


def test_a_country_of_low_agreement_waits_though_the_region_agrees():
    found = analysis(RISING, FALLING, **dict.fromkeys(OTHERS, (RISING, RISING)))
    assert found.raters.by_domain["DRAWN"].alpha.reading is not Reading.LOW
    (waiting,) = obstacles((), [CONFIRMED], found, "2026", sample=False)
    assert (waiting.reason, waiting.country) == (Reason.LOW_AGREEMENT, "AL")


def test_where_the_region_agrees_too_little_a_flag_waits_in_every_country():
    nearly = {**RISING, "a": Answer(3)}
    found = analysis(RISING, nearly, **dict.fromkeys(OTHERS, (RISING, FALLING)))
    assert found.raters.by_country["DRAWN", "AL"].alpha.reading is not Reading.LOW
    waiting = {o.country: o.indicators for o in obstacles((), [CONFIRMED], found, "2026", sample=False)}
    assert set(waiting) == {"AL", *OTHERS}
    assert waiting["AL"] == ("a",)


def test_sentences_for_coordinators_name_expert_and_record():
    two = Obstacle(Reason.TWO_CONTENTS, "AL", "one", expert="E07", revision=2)
    assert sentence(two) == "Revision 2 of expert E07 (AL, one) exists with different content."
    stale = Obstacle(Reason.STALE, "AL", "one", indicators=("Q1",), record="d1")
    assert sentence(stale) == (
        "The ratings of Q1 in AL changed after the meeting; it must be confirmed again (record d1)."
    )


def test_more_than_six_indicators_are_counted():
    low = Obstacle(Reason.LOW_AGREEMENT, "AL", "one", "ONE", indicators=tuple("abcdefgh"))
    assert sentence(low) == (
        "Experts agree too little on ONE in AL; a meeting must look at a, b, c, d, e, f and 2 more."
    )


@pytest.mark.parametrize("reason", Reason)
def test_the_public_reads_of_no_expert_and_no_record(reason):
    full = Obstacle(reason, "AL", "one", "ONE", "SECRET", 2, ("Q1",), "RECORD")
    words = public_sentence(full)
    assert words.endswith(".")
    assert "{" not in words + sentence(full)
    assert "SECRET" not in words
    assert "RECORD" not in words


def test_the_public_reads_no_cell_where_experts_agree_too_little():
    low = Obstacle(Reason.LOW_AGREEMENT, "AL", "one", "ONE", indicators=("Q1",))
    assert not {"AL", "ONE", "Q1"} & set(public_sentence(low).replace(".", "").split())
