"""What becomes of a questionnaire that is right, and laws of reading."""

import time
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.core.instruments.texts import LINES, problems_of, with_line
from wb6assess.errors import InstrumentError
from wb6assess.instruments.reader import read_instrument
from wb6assess.model.conditions import (
    All,
    Answered,
    AnswerRef,
    Any,
    Compare,
    CountryIs,
    FieldRef,
    HasEvidence,
    Not,
    Op,
    Sum,
)
from wb6assess.model.instrument import Anchor, Instrument, Lineage, Requirement
from wb6assess.model.vocabulary import Direction, FieldType, LineageChange, Method, Polarity, SkipEffect


@pytest.fixture(scope="module")
def read() -> Instrument:
    return read_instrument(LINES, "instrument.yaml")


def test_pillars_and_indicators_keep_their_order(read: Instrument) -> None:
    assert [pillar.id for pillar in read.pillars] == ["P-1", "P-2"]
    assert list(read.by_id) == ["P-1.1", "P-1.2", "P-1.3", "P-2.1", "P-2.2", "P-2.3", "P-2.4"]
    assert list(read.answerable())[-3:] == ["V-1", "C-1", "C-2"]
    assert (read.pillars[0].weight, read.pillars[0].method) == (60, Method.GEOMETRIC)
    assert read.pillars[1].method is None


def test_a_ladder_has_its_own_texts(read: Instrument) -> None:
    ladder = read.by_id["P-1.1"]
    assert ladder.levels == ("none", "concept", "draft", "adopted", "in force", "applied")
    assert ladder.anchors == (Anchor("ACT-1", "Art. 3"), Anchor("ACT-2", "", forward=True))
    assert (ladder.weight, ladder.ceiling, ladder.target) == (2, 4, 5)


def test_options_are_written_with_label_alone_or_with_more(read: Instrument) -> None:
    basis = read.by_id["P-1.1"].field_named("basis")
    assert basis is not None
    assert [(option.key, option.label) for option in basis.options] == [
        ("none", "None"),
        ("in_force", "In force"),
    ]


def test_a_grid_takes_a_list_or_a_mapping(read: Instrument) -> None:
    grid = read.by_id["P-1.1"].field_named("cases")
    assert grid is not None
    assert grid.type is FieldType.GRID
    assert [(row.key, row.label) for row in grid.rows] == [("2024", "2024"), ("2025", "2025")]
    assert [(column.key, column.label) for column in grid.columns] == [("filed", "Filed")]
    assert grid.unit == "no"


def test_a_conditional_indicator_keeps_what_hangs_on_it(read: Instrument) -> None:
    item = read.by_id["P-1.2"]
    assert item.polarity is Polarity.NEGATIVE
    assert item.ask_if == Compare(AnswerRef("P-1.1"), Op.GE, 2)
    assert item.skip_effect is SkipEffect.SCORE_ZERO
    assert item.caps[0].when == Compare(FieldRef("P-1.1", "basis"), Op.NE, "in_force")
    assert item.require == Requirement(4, 4)
    assert item.lineage == Lineage(LineageChange.UNCHANGED, "P-1.2")


def test_an_own_field_needs_no_prefix(read: Instrument) -> None:
    since = read.by_id["P-1.1"].field_named("since")
    assert since is not None
    assert since.ask_if == Compare(FieldRef("P-1.1", "basis"), Op.EQ, "in_force")


def test_numbers_are_scored_by_thresholds_or_between_two_ends(read: Instrument) -> None:
    days, share = read.by_id["P-2.2"], read.by_id["P-2.3"]
    assert days.thresholds == (200, 150, 100, 75, 50)
    assert days.direction is Direction.LOWER
    assert (share.worst, share.best) == (0, 100)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("exclusive: nothing", "exclusive: nothing"),
        ("exclusive: nothing", "exclusive: [nothing]"),
        ("        exclusive: nothing\n", ""),
    ],
)
def test_an_exclusive_option_is_written_in_three_ways(old: str, new: str) -> None:
    text = with_line(old, new)
    if not new:
        text = text.replace("label: None of these, points: 0", "label: None of these, exclusive: true")
    options = read_instrument(text, "a").by_id["P-2.1"].options
    assert [option.exclusive for option in options] == [False, False, True]


def test_conditions_become_trees(read: Instrument) -> None:
    assert read.checks[0].when == All(
        (
            Compare(AnswerRef("P-1.1"), Op.LE, 1),
            Not(Answered("P-2.1")),
            Any((HasEvidence("P-1.1"), CountryIs(("BA", "XK")))),
        )
    )
    assert read.checks[1].when == Compare(
        Sum((FieldRef("P-2.2", "filed"), FieldRef("P-2.2", "decided"))), Op.GT, AnswerRef("P-2.2")
    )


def test_an_indicator_id_with_dots_is_found_by_its_longest_form() -> None:
    text = with_line("id: P-1.3\n", "id: P-1.1.basis.x\n")
    text = text.replace(
        "{field: P-1.1.basis, op: ne, value: in_force}", "{field: P-1.1.basis, op: eq, value: none}"
    )
    cap = read_instrument(text, "a").by_id["P-1.2"].caps[0]
    assert cap.when == Compare(FieldRef("P-1.1", "basis"), Op.EQ, "none")


def test_a_check_may_look_at_another_questionnaire_that_is_known() -> None:
    text = with_line("- {id: P-1.1, op: le, value: 1}", "- {id: CYB-1.1, op: le, value: 1}")
    assert len(problems_of(text)) == 1
    found = read_instrument(text, "a", foreign=frozenset({"CYB-1.1"}))
    assert isinstance(found.checks[0].when, All)
    assert found.checks[0].when.parts[0] == Compare(AnswerRef("CYB-1.1"), Op.LE, 1)


def test_a_condition_of_asking_stays_inside_the_questionnaire() -> None:
    text = with_line("ask_if: {id: P-1.1, op: ge", "ask_if: {id: CYB-1.1, op: ge")
    with pytest.raises(InstrumentError):
        read_instrument(text, "a", foreign=frozenset({"CYB-1.1"}))


def test_comments_order_and_layout_do_not_change_the_digest(read: Instrument) -> None:
    rearranged = yaml.safe_dump(
        yaml.safe_load(LINES.replace("since, type", "since, type")), sort_keys=True
    )
    text = "# a remark\n" + LINES.replace("  - {id: ACT-1, title", "  -   {id:   ACT-1, title")
    assert read_instrument(text, "a").digest == read.digest
    assert len(read.digest) == 64
    assert yaml.safe_load(rearranged) == yaml.safe_load(LINES)


def test_any_change_of_content_changes_the_digest(read: Instrument) -> None:
    assert read_instrument(with_line("weight: 60", "weight: 61"), "a").digest != read.digest
    assert read_instrument(with_line("title: Law", "title: Laws"), "a").digest != read.digest


def test_an_accent_written_in_two_ways_is_the_same_content() -> None:
    one, two = (with_line("title: Law", f"title: Zakon {letter}") for letter in ("č", "c\u030c"))
    assert read_instrument(one, "a") == read_instrument(two, "a")


def test_a_circle_of_conditions_is_found() -> None:
    text = with_line(
        "        levels: [none",
        "        ask_if: {field: P-2.2.filed, op: gt, value: 0}\n"
        "        skip_effect: exclude\n        levels: [none",
    )
    text = text.replace(
        "        unit: days\n",
        "        ask_if: {id: P-1.2, op: eq, value: 'yes'}\n        skip_effect: exclude\n",
    )
    (problem,) = problems_of(text)
    assert problem.endswith(
        "ask_if: conditions run in a circle: P-1.1 → P-2.2.filed → P-2.2 → P-1.2 → P-1.1"
    )


def test_a_question_cannot_depend_on_itself() -> None:
    text = with_line("ask_if: {id: P-1.1, op: ge, value: 2}", "ask_if: {answered: P-1.2}")
    (problem,) = problems_of(text)
    assert "conditions run in a circle: P-1.2 → P-1.2" in problem


def test_fields_that_wait_for_each_other_are_a_circle() -> None:
    text = with_line(
        "{id: filed, type: numeric,",
        "{id: filed, ask_if: {field: decided, op: gt, value: 0}, type: numeric,",
    )
    text = text.replace(
        "{id: decided, type: numeric,",
        "{id: decided, ask_if: {field: filed, op: gt, value: 0}, type: numeric,",
    )
    (problem,) = problems_of(text)
    assert "P-2.2.filed → P-2.2.decided → P-2.2.filed" in problem


INDICATOR = """\
      - id: Q-{number}
        title: Title {number}
        question: What about {number}?
        aspect: practice
        type: level
        levels: [a, b, c, d, e, f]
        ask_if: {{id: Q-{before}, op: ge, value: 2}}
        skip_effect: exclude
"""


def test_five_thousand_chained_indicators_load() -> None:
    start = time.perf_counter()
    chain = "".join(INDICATOR.format(number=number, before=number - 1) for number in range(1, 5000))
    first = INDICATOR.split("        ask_if", maxsplit=1)[0].format(number=0)
    head = LINES.split("pillars:")[0]
    text = f"{head}pillars:\n  - id: P\n    title: P\n    indicators:\n{first}{chain}"
    assert len(read_instrument(text, "a").by_id) == 5000
    # Reading takes about a second; the wide margin is for busy machines.
    assert time.perf_counter() - start < 20


def paths(node: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    entries = (
        node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    )
    for key, value in entries:
        yield (*path, key)
        yield from paths(value, (*path, key))


WHOLE = yaml.load(LINES, yaml.BaseLoader)
EVERY_PATH = sorted(set(paths(WHOLE)), key=str)


def without(node: object, gone: set[tuple[str | int, ...]], path: tuple[str | int, ...] = ()) -> object:
    if isinstance(node, dict):
        return {
            key: without(value, gone, (*path, key))
            for key, value in node.items()
            if (*path, key) not in gone
        }
    if isinstance(node, list):
        return [
            without(value, gone, (*path, index))
            for index, value in enumerate(node)
            if (*path, index) not in gone
        ]
    return node


@given(st.sets(st.sampled_from(EVERY_PATH), max_size=12))
def test_whatever_is_missing_only_problems_come_out(gone: set[tuple[str | int, ...]]) -> None:
    data = without(yaml.safe_load(LINES.replace("2026-", "2026 ")), gone)
    problems = problems_of(yaml.safe_dump(data, sort_keys=False))
    assert all(problem.startswith("instrument.yaml") for problem in problems)


@given(
    st.sampled_from(EVERY_PATH),
    st.sampled_from(
        ["[]", "{}", "null", "true", "-1", "3.5", "x", "[x]", "{x: y}", "''", "[[]]", "[null]"]
    ),
)
def test_whatever_stands_anywhere_only_problems_come_out(
    place: tuple[str | int, ...], literal: str
) -> None:
    data = yaml.safe_load(LINES)
    node = data
    for step in place[:-1]:
        node = node[int(step) if isinstance(node, list) else step]
    # BaseLoader's keys are texts, SafeLoader reads the same ones here.
    node[place[-1]] = yaml.safe_load(literal)
    problems_of(yaml.safe_dump(data, sort_keys=False))


@given(st.text(max_size=200))
def test_any_text_at_all_ends_in_problems(text: str) -> None:
    assert problems_of(text)


@given(st.binary(max_size=40), st.integers(0, len(LINES)))
def test_damage_inside_a_file_ends_in_problems_or_a_questionnaire(damage: bytes, place: int) -> None:
    problems_of(LINES[:place] + damage.decode("latin-1") + LINES[place:])


def test_thousands_of_wrong_references_are_told_in_reasonable_time() -> None:
    start = time.perf_counter()
    wrong = "".join(INDICATOR.format(number=number, before=f"x{number}") for number in range(1, 1500))
    text = f"{LINES.split('pillars:')[0]}pillars:\n  - id: P\n    title: P\n    indicators:\n{wrong}"
    found = problems_of(text)
    assert len(found) == 1499
    assert found[6].endswith("there is no indicator or question `Q-x7`; did you mean `Q-7`?")
    assert time.perf_counter() - start < 30
