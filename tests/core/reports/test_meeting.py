"""What a meeting has before it: order, anonymity, rules (methodology 5.3, 5.6, 12.2)."""

import random
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace

import pytest

from tests import builders
from tests.builders import indicator, instrument, pillar
from wb6assess.model.assessment import (
    Answer,
    Confidence,
    Document,
    Evidence,
    Identity,
    SpecialState,
    Status,
)
from wb6assess.model.decision import Action, Decision, ReasonCode
from wb6assess.model.instrument import Option
from wb6assess.model.vocabulary import Direction, IndicatorType, Polarity
from wb6assess.reports.meeting.agenda import Selection, agenda_at, agenda_of, selected, titled
from wb6assess.reports.meeting.items import Ground, figures_of, with_words
from wb6assess.reports.meeting.remarks import SOMEBODY, evidence_of, remarks_of, without_codes
from wb6assess.reports.meeting.scales import rungs_of
from wb6assess.reports.meeting.words import agenda_lead, aside_words, to_decide
from wb6assess.scoring.consensus import Flag
from wb6assess.scoring.country import score_region

MADE = instrument(
    pillar("P", indicator("p1", weight=3), indicator("p2"), indicator("p3"), indicator("p4")),
    pillar("Q", indicator("q1", sensitive=True), indicator("q2", IndicatorType.YESNO)),
)
LEVELS = {
    "E-one": {"p1": 1, "p2": 0, "p3": 3, "p4": 2, "q1": 0, "q2": "yes"},
    "E-two": {"p1": 3, "p2": 3, "p3": 3, "p4": 2, "q1": 4, "q2": "yes"},
    "E-three": {"p1": 3, "p2": 3, "p3": 2, "p4": 2, "q1": 4, "q2": "yes"},
}


def ground(levels=LEVELS, records=(), made=MADE, **more):
    effective = {}
    for expert, given in levels.items():
        answers = {
            item: value if isinstance(value, Answer) else Answer(value, justification=f"Of {expert}")
            for item, value in given.items()
        }
        key = Identity("AL", made.id, made.version, "2026", expert)
        effective[key] = Document(key, 1, Status.SUBMITTED, answers, sample=more.get("sample", False))
    framework = builders.framework(made)
    submissions = {"AL": {made.id: sorted((k.expert, d.answers) for k, d in effective.items())}}
    scores = score_region(framework, {made.id: made}, submissions, records)
    return Ground(framework, "2026", {made.id: made}, scores, effective)


def record(item, action=Action.SET, score=40.0, name="d1", **more):
    return Decision(
        id=name,
        country="AL",
        round="2026",
        instrument=MADE.id,
        version=MADE.version,
        indicator=item,
        action=action,
        reason_code=ReasonCode.PANEL_CONSENSUS,
        reason="Agreed after reading the register.",
        score=score if action is Action.SET else None,
        **more,
    )


def item(name, found=None):
    return next(
        i
        for i in (found or agenda_of(ground(), Selection(everything=True))).items
        if i.indicator == name
    )


def every_text(content):
    if isinstance(content, str):
        yield content
    elif is_dataclass(content):
        for field in fields(content):
            yield from every_text(getattr(content, field.name))
    elif isinstance(content, tuple):
        for part in content:
            yield from every_text(part)


def test_items_come_by_effective_weight_times_range_then_range_then_id():
    agenda = agenda_of(ground())
    # p1: 1/4 x 2 levels; p2: 1/12 x 3; q1: 1/4 x 4; the others are agreed.
    assert [i.indicator for i in agenda.items] == ["q1", "p1", "p2"]
    assert [round(i.importance, 6) for i in agenda.items] == [100.0, 50.0, 25.0]


def test_what_experts_agree_on_is_confirmed_by_pillar():
    agenda = agenda_of(ground())
    assert [(rest.pillar, rest.indicators) for rest in agenda.rest] == [
        ("P", ("p3", "p4")),
        ("Q", ("q2",)),
    ]
    assert agenda.of == 6


def test_levels_are_counts_without_owners():
    found = item("p1")
    assert [(count.level, count.experts) for count in found.levels] == [(1, 1), (3, 2)]
    assert (found.n, found.n_na, found.n_dk, found.median, found.range) == (3, 0, 0, 3, 2)
    assert [found.dots_at(rung) for rung in found.rungs] == [0, 1, 0, 2, 0, 0]


def test_what_an_agenda_has_no_room_for_stays_open_and_is_said():
    whole, short = agenda_of(ground()), agenda_of(ground(), Selection(top=1))
    assert len(whole.items) > 1
    assert short.rest == whole.rest
    assert short.contested == whole.contested == len(whole.items)
    left = len(whole.items) - 1
    assert f"1 of {len(whole.items)} contested indicators" in agenda_lead(short)
    assert agenda_lead(short).endswith(f" {left} more contested stay{'s' if left == 1 else ''} open.")
    assert "open" not in agenda_lead(whole)
    assert f"{len(whole.items)} contested of {whole.of} indicators" in agenda_lead(whole)


def test_no_expert_code_is_anywhere_in_an_agenda():
    agenda = agenda_of(ground(), Selection(everything=True))
    texts = " ".join(every_text(agenda))
    assert not [code for code in LEVELS if code in texts]
    assert f"Of {SOMEBODY}" in texts


def test_words_on_sensitive_questions_stay_out_unless_asked_for():
    assert item("q1").words_left_out
    assert item("q1").remarks == ()
    asked = agenda_of(ground(), Selection(everything=True, sensitive=True))
    assert item("q1", asked).remarks
    assert [count.experts for count in item("q1").levels] == [1, 2]


def test_order_of_words_says_nothing_about_who_wrote_them():
    answers = [Answer(justification=f"Words number {n}") for n in range(8)]
    expected = remarks_of(answers, (), "AL p1")
    shuffled = list(answers)
    random.Random(1).shuffle(shuffled)
    assert remarks_of(shuffled, (), "AL p1") == expected
    assert expected != tuple(answer.justification for answer in answers)
    assert remarks_of(answers, (), "AL p2") != expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As E07 says.", f"As {SOMEBODY} says."),
        ("as e07, too", f"as {SOMEBODY}, too"),
        ("CODE-E07 is another", "CODE-E07 is another"),
        ("E070 is another", "E070 is another"),
    ],
)
def test_codes_inside_words_of_experts_are_replaced(text, expected):
    assert without_codes(text, {"E07", "E0", "a"}) == expected


def test_interviewed_people_and_file_names_stay_out_of_the_evidence():
    pieces = (
        Evidence("interview", title="Talk with a named person", date="2026-05-01"),
        Evidence("law", title="Act", citation="Art. 3", file="written-by-somebody.pdf", sha256="0" * 64),
    )
    lines = evidence_of([Answer(evidence=pieces)], (), "AL p1")
    assert set(lines) == {"interview, 2026-05-01", "Act, Art. 3"}


def test_a_decided_item_leaves_the_agenda_and_its_pillar_until_the_ratings_change():
    decided = agenda_of(ground(records=[record("p1")]))
    assert "p1" not in [i.indicator for i in decided.items]
    stale = agenda_of(ground(records=[record("p1", basis_hash="0" * 64)]))
    found = item("p1", stale)
    assert found.standing is not None
    assert found.standing.stale
    assert found.contested
    everything = agenda_of(ground(records=[record("p1")]), Selection(settled=True))
    assert item("p1", everything).standing.level == 2


def test_contradicting_records_put_an_item_on_the_agenda():
    records = [record("p3", score=60.0), record("p3", score=40.0, name="d2")]
    found = item("p3", agenda_of(ground(records=records)))
    assert found.contradicted
    assert found.standing is None


def test_a_level_outside_the_experts_own_is_known_as_such():
    found = item("p1")
    assert found.bounds == (1, 3)
    assert [level for level in (0, 1, 2.5, 3, 3.5) if found.outside(level)] == [0, 3.5]


def test_an_item_nobody_scored_has_no_bounds():
    unknown = {
        expert: {**given, "p2": Answer(state=SpecialState.DONT_KNOW)} for expert, given in LEVELS.items()
    }
    found = item("p2", agenda_of(ground(unknown)))
    assert (found.n, found.n_dk, found.bounds) == (0, 3, None)
    assert Flag.LOW_KNOWLEDGE in found.flags
    assert found.outside(0)


def test_a_confident_minority_puts_an_item_on_the_agenda():
    given = {"A-1": 5, "A-2": 4, "A-3": 4}
    sure = {
        expert: {**LEVELS["E-one"], "p3": Answer(level, confidence=Confidence.HIGH)}
        for expert, level in given.items()
    }
    sure["A-1"]["p3"] = Answer(1, confidence=Confidence.HIGH)
    sure["A-2"]["p3"] = Answer(4, confidence=Confidence.LOW)
    sure["A-3"]["p3"] = Answer(4, confidence=Confidence.LOW)
    found = item("p3", agenda_of(ground(sure)))
    assert Flag.CONFIDENCE_SHIFT in found.flags
    assert found.median - found.confidence_mean >= 1


def test_an_agenda_keeps_the_order_it_was_given():
    places = (("AL", "p2"), ("AL", "q1"), ("AL", "gone"), ("AL", "p1"))
    agenda = agenda_at(ground(), places)
    assert [i.indicator for i in agenda.items] == ["p2", "q1", "p1"]


def test_a_country_nobody_answered_for_has_no_items():
    assert agenda_of(ground(), Selection(countries=("RS",))).items == ()


def test_the_digest_follows_ratings_and_decisions():
    one = agenda_of(ground()).digest
    changed = {**LEVELS, "E-one": {**LEVELS["E-one"], "p1": 2}}
    assert agenda_of(ground()).digest == one
    assert agenda_of(ground(changed)).digest != one
    assert agenda_of(ground(records=[record("p1", score=60.0)])).digest != one


def test_samples_are_called_so():
    assert agenda_of(ground(sample=True)).sample
    assert not agenda_of(ground()).sample


def test_scales_of_every_type_rise_from_the_lowest_level():
    options = (
        Option("a", "Much", score=100.0),
        Option("b", "None", score=0.0),
        Option("c", "Nil", score=0.0),
    )
    kinds = [
        indicator("l"),
        indicator("y", IndicatorType.YESNO, polarity=Polarity.NEGATIVE),
        indicator("s", IndicatorType.SINGLE, options=options),
        indicator("m", IndicatorType.MULTI, options=(Option("x", "X", points=4.0),)),
        indicator(
            "n",
            IndicatorType.NUMERIC,
            unit="days",
            thresholds=(180.0, 120.0, 90.0, 60.0, 30.0),
            direction=Direction.LOWER,
        ),
        indicator("w", IndicatorType.NUMERIC, worst=0.0, best=40.0),
    ]
    scales = {asked.id: [(rung.level, rung.words) for rung in rungs_of(asked)] for asked in kinds}
    assert all(levels == sorted(levels) for levels in scales.values())
    assert scales["y"] == [(0, "Yes"), (5, "No")]
    assert scales["s"] == [(0, "None / Nil"), (5, "Much")]
    assert scales["n"][1] == (1, "at most 180 days")
    assert scales["w"][5] == (5, "40")
    assert scales["m"][5] == (5, "4 of 4 points for what is in place")


def test_a_capped_answer_is_counted_as_such():
    from wb6assess.model.conditions import AnswerRef, Compare, Op
    from wb6assess.model.instrument import Cap

    cap = Cap(Compare(AnswerRef("p2"), Op.LT, 2), 1, "while there is no law")
    capped = instrument(pillar("P", indicator("p1", caps=(cap,)), indicator("p2")))
    levels = {"E-one": {"p1": 4, "p2": 0}, "E-two": {"p1": 4, "p2": 3}}
    found = item("p1", agenda_of(ground(levels, made=capped)))
    assert found.capped == 1
    assert [(count.level, count.experts) for count in found.levels] == [(1, 1), (4, 1)]


def test_items_are_values():
    one, two = agenda_of(ground()), agenda_of(ground())
    assert one == two
    assert replace(one.items[0], title="x") != two.items[0]


def test_a_pillar_mostly_not_applicable_is_looked_at():
    left_out = Answer(
        state=SpecialState.NOT_APPLICABLE, justification="No such procedure exists in this country."
    )

    def agenda(*items):
        given = {code: {**levels, **dict.fromkeys(items, left_out)} for code, levels in LEVELS.items()}
        found = agenda_of(ground(given), Selection(instruments=(MADE.id,)))
        return {item.indicator: item for item in found.items}

    few, many = agenda("p3", "p4"), agenda("p1")  # 2 and 3 of the pillar's weight of 6
    assert "p3" not in few
    assert many["p1"].much_left_out
    assert "much of the pillar is not applicable" in aside_words(many["p1"])
    assert to_decide(many["p1"]).startswith("To decide: does this apply")


def test_figures_alone_give_the_order_and_words_come_after():
    before, agenda = ground(), agenda_of(ground())
    bare = selected(figures_of(before), Selection())
    assert [i.place for i in bare] == [i.place for i in agenda.items]
    assert not any(i.remarks or i.evidence for i in bare)
    assert with_words(before, bare, sensitive=False) == agenda.items


def test_titles_follow_the_language_of_the_room():
    bare = list(figures_of(ground()))
    other = in_capitals(MADE)
    assert [i.title for i in titled(bare, {MADE.id: other})] == [i.title.upper() for i in bare]


def test_the_answers_of_an_expert_are_unpacked_once_for_a_whole_agenda():
    before = ground()
    counted = {
        key: replace(document, answers=Counted(document.answers))
        for key, document in before.effective.items()
    }
    asked = replace(before, effective=counted)
    agenda_of(asked, Selection(everything=True))
    assert [document.answers.looks for document in counted.values()] == [1] * len(counted)


class Counted(Mapping):
    """Answers that count how often they were asked for."""

    def __init__(self, answers):
        self._answers, self.looks = answers, 0

    def __getitem__(self, name):
        self.looks += 1
        return self._answers[name]

    def __iter__(self):
        return iter(self._answers)

    def __len__(self):
        return len(self._answers)

    def items(self):
        self.looks += 1
        return self._answers.items()


def in_capitals(made):
    pillars = (
        replace(pillar, indicators=tuple(replace(i, title=i.title.upper()) for i in pillar.indicators))
        for pillar in made.pillars
    )
    return replace(made, pillars=tuple(pillars))
