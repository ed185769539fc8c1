"""Splitting a questionnaire among colleagues and joining the parts loses and invents nothing."""

import itertools
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wb6assess.exchange.parts import answer_digest, part_bytes, part_of, read_part
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Confidence
from wb6assess.session.parts import apply, join_parts
from wb6assess.session.workspace import Workspace

PILLARS = ("A", "B", "C", "D")
ITEMS = tuple(f"{pillar}.{number}" for pillar in PILLARS for number in (1, 2))
PEOPLE = ("Ana", "Besnik", "Ђорђе")

_FRAMEWORK = """
format: wb6assess-framework/1
id: drawn-framework
title: Drawn framework
countries: [{code: XK, name: Kosovo}]
domains: [{id: DRW, instrument: drawn, weight: 1, core: true}]
rounds: [{id: "2026", title: "2026"}]
"""
_HEAD = """
format: wb6assess-instrument/1
id: drawn
version: "2026.1"
title: Drawn
language: en
intro: Four pillars of two questions.
sources: [{id: ACT, title: An act, url: "https://example.org/act", status: drawn}]
pillars:
"""
_PILLAR = "  - id: {0}\n    title: Pillar {0}\n    weight: 1\n    why: One of four.\n    indicators:\n"
_INDICATOR = """
      - id: {0}
        title: Title of {0}
        question: How far does {0} go?
        guide: The higher, the further.
        aspect: law
        weight: 1
        type: level
        levels: [No {0}, Plan of {0}, Draft of {0}, Law on {0}, Use of {0}, Effect of {0}]
        anchors: [{{source: ACT, at: Art. 1}}]
        evidence: [law]
"""


@pytest.fixture(scope="module")
def workspace():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "questionnaires"
        (folder / "drawn").mkdir(parents=True)
        (folder / "framework.yaml").write_text(_FRAMEWORK)
        pillars = (
            _PILLAR.format(pillar) + "".join(_INDICATOR.format(f"{pillar}.{n}") for n in (1, 2))
            for pillar in PILLARS
        )
        (folder / "drawn" / "instrument.yaml").write_text(_HEAD + "".join(pillars))
        with Workspace.open(Path(name) / "workspace", Library(folder)) as opened:
            yield opened


_experts = itertools.count()

answers = st.builds(
    Answer,
    value=st.none() | st.integers(0, 2),
    confidence=st.none() | st.just(Confidence.HIGH),
    justification=st.sampled_from(["", "Zašto – јер."]),
)
sheets = st.fixed_dictionaries({}, optional=dict.fromkeys(ITEMS, answers)).map(
    lambda given: {item: answer for item, answer in given.items() if not answer.empty}
)
partitions = st.fixed_dictionaries({pillar: st.sampled_from(PEOPLE) for pillar in PILLARS})


def _whole(workspace, answers):
    made = workspace.new(
        country="XK",
        instrument="drawn",
        expert=f"E{next(_experts)}",
        round="2026",
        answers=answers,
    )
    return workspace.open_assessment(made)


def _parts(whole, persons, filled):
    """What each colleague sends back, through the file."""
    back = []
    for person in sorted(set(persons.values())):
        pillars = [pillar for pillar in PILLARS if persons[pillar] == person]
        part = part_of(whole.document(), whole.instrument, pillars, person)
        own = {item: answer for item, answer in filled.items() if item.partition(".")[0] in pillars}
        answered = replace(part, document=replace(part.document, answers=own))
        back.append(read_part(part_bytes(answered), lambda *_: whole.instrument, "part"))
    return back


@given(sheets, sheets, partitions, st.data())
def test_joining_the_parts_of_a_partition_gives_the_whole_in_any_order(
    workspace, before, filled, persons, data
):
    whole = _whole(workspace, before)
    whole.assign(persons)
    back = data.draw(st.permutations(_parts(whole, persons, filled)))
    if data.draw(st.booleans()):
        plan = join_parts(whole, back)
        assert (plan.doubled, plan.outside, plan.unassigned, plan.waiting) == ({}, (), (), {})
        apply(whole, plan)
    else:
        for part in back:
            apply(whole, join_parts(whole, [part]))
    assert whole.answers == filled
    assert join_parts(whole, back).taken == {}


@given(sheets, sheets, sheets, partitions)
def test_what_both_changed_differently_is_never_taken_without_a_choice(
    workspace, before, filled, meanwhile, persons
):
    whole = _whole(workspace, before)
    back = _parts(whole, persons, filled)
    whole.record_all({item: meanwhile.get(item, Answer()) for item in ITEMS})
    plan = join_parts(whole, back)
    for item in ITEMS:
        base, ours, theirs = (
            answer_digest(sheet.get(item, Answer())) for sheet in (before, meanwhile, filled)
        )
        assert (item in plan.doubled) == (len({base, ours, theirs}) == 3)
        assert (item in plan.taken) == (ours == base and theirs != base)
    apply(whole, plan, {item: whole.answer(item) for item in plan.doubled})
    for item in ITEMS:
        expected = plan.taken.get(item, meanwhile.get(item, Answer()))
        assert whole.answer(item) == expected


@given(sheets, st.lists(sheets, min_size=2, max_size=3), st.data())
def test_several_answers_to_the_same_question_need_a_choice_whatever_their_order(
    workspace, before, filled, data
):
    whole = _whole(workspace, before)
    back = [
        part
        for person, sheet in zip(PEOPLE, filled, strict=False)
        for part in _parts(whole, dict.fromkeys(PILLARS, person), sheet)
    ]
    plan = join_parts(whole, back)
    shuffled = data.draw(st.permutations(back))
    assert replace(join_parts(whole, shuffled), parts=()) == replace(plan, parts=())
    for item in ITEMS:
        base = answer_digest(before.get(item, Answer()))
        changed = {answer_digest(sheet.get(item, Answer())) for sheet in filled} - {base}
        assert (item in plan.doubled) == (len(changed) > 1)
        assert len(plan.doubled.get(item, ())) in {0, len(changed)}
