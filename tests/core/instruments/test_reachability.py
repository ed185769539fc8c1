"""Advice on conditions that do not do what they seem to do; the questionnaire stays usable."""

import time
from pathlib import Path

import pytest

from tests.core.instruments.texts import LINES, line_of, problems_of, with_line
from wb6assess.instruments.checks import check_folder

ASK_IF = "ask_if: {id: P-1.1, op: ge, value: 2}"
CAP = "{when: {field: P-1.1.basis, op: ne, value: in_force}, at: 2, because: only a draft exists}"
CHECK = "when: {sum: [P-2.2.filed, P-2.2.decided], op: gt, ref: P-2.2}"
P1 = "pillars[0].indicators"


def advice(tmp_path: Path, text: str) -> list[str]:
    assert problems_of(text) == []
    path = tmp_path / "one.yaml"
    path.write_text(text, encoding="utf-8")
    before = tmp_path / "before.yaml"
    before.write_text(LINES, encoding="utf-8")
    known = {(problem.path, problem.message) for problem in check_folder(before)}
    return [str(found) for found in check_folder(path) if (found.path, found.message) not in known]


@pytest.mark.parametrize(
    "condition",
    [
        "{all: [{id: P-1.1, op: ge, value: 3}, {id: P-1.1, op: le, value: 2}]}",
        "{all: [{id: P-2.2, op: gt, value: 900}]}",
        "{all: [{field: P-1.1.basis, op: ne, value: none}, {field: P-1.1.basis, op: eq, value: none}]}",
        "{all: [{id: P-2.1, op: in, value: [nothing]}, {id: P-2.1, op: in, value: [audit]}]}",
        "{all: [{country: [BA]}, {country: [XK]}]}",
        "{all: [{answered: P-1.1}, {not: {answered: P-1.1}}]}",
        # the date is asked only where the basis is in force
        "{all: [{field: P-1.1.basis, op: eq, value: none}, {field: P-1.1.since, op: gt, value: 2026-01-01}]}",  # noqa: E501
    ],
)
def test_a_question_nobody_is_asked_is_told(tmp_path: Path, condition: str) -> None:
    (found,) = advice(tmp_path, with_line(ASK_IF, f"ask_if: {condition}"))
    assert found == (
        f"one.yaml:{line_of(ASK_IF)} {P1}[1].ask_if: "
        "this can never be true, so the question is never asked"
    )


def test_a_question_out_of_reach_through_another_question_is_told(tmp_path: Path) -> None:
    # P-1.2 is asked from level 2 of P-1.1 on, so nobody below has answered it.
    condition = "{all: [{id: P-1.2, op: eq, value: 'yes'}, {id: P-1.1, op: le, value: 1}]}"
    text = with_line("aspect: outcome\n", f"aspect: outcome\n        ask_if: {condition}\n"
                     "        skip_effect: exclude\n")  # fmt: skip
    (found,) = advice(tmp_path, text)
    assert "pillars[1].indicators[1].ask_if: this can never be true" in found


def test_a_field_and_a_context_question_out_of_reach_are_told(tmp_path: Path) -> None:
    never = "{all: [{id: P-1.1, op: lt, value: 1}, {id: P-1.1, op: gt, value: 1}]}"
    text = with_line("ask_if: {field: basis, op: eq, value: in_force}", f"ask_if: {never}")
    text = text.replace("ask_if: {id: C-1, op: in, value: [money]}", f"ask_if: {never}")
    found = advice(tmp_path, text)
    assert [line.split()[1] for line in found] == [
        f"{P1}[0].fields[1].ask_if:",
        "context[1].ask_if:",
    ]


def test_a_question_that_is_always_asked_is_told(tmp_path: Path) -> None:
    (found,) = advice(tmp_path, with_line(ASK_IF, "ask_if: {id: P-1.1, op: ge, value: 0}"))
    assert found.endswith("this is never false, so the question is always asked")


def test_a_condition_that_only_skips_with_another_question_is_no_mistake(tmp_path: Path) -> None:
    text = with_line(
        "aspect: outcome\n",
        "aspect: outcome\n        ask_if: {id: P-1.2, op: in, value: ['yes', 'no']}\n"
        "        skip_effect: exclude\n",
    )
    assert advice(tmp_path, text) == []


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("{id: P-2.2, op: gt, value: 900}", "so the check never fires"),
        ("{id: P-2.2, op: ge, value: 0}", "the check fires as soon as what it looks at is answered"),
        ("{all: [{id: P-1.1, op: le, value: 1}, {id: P-1.2, op: eq, value: 'yes'}]}", "never fires"),
        ("{any: [{id: P-1.1, op: ge, value: 2}, {id: P-1.1, op: lt, value: 3}]}", "never false"),
        ("{sum: [P-1.1, P-2.2], op: gt, value: 905}", "never fires"),
        ("{field: P-1.1.openness, op: gt, ref: P-1.1}", ""),
        ("{all: [{field: P-1.1.openness, op: gt, ref: P-1.1}, {id: P-1.1, op: eq, value: 5}]}", "never"),
        ("{sum: [P-1.1, P-2.2], op: gt, value: 904}", ""),
    ],
)
def test_a_check_that_never_or_always_fires_is_told(
    tmp_path: Path, condition: str, expected: str
) -> None:
    found = advice(tmp_path, with_line(CHECK, f"when: {condition}"))
    assert len(found) == bool(expected)
    for line in found:
        assert f"one.yaml:{line_of(CHECK)} checks[1].when: " in line
        assert expected in line


def test_an_alternative_that_cannot_be_is_told(tmp_path: Path) -> None:
    condition = "{any: [{id: P-1.1, op: ge, value: 4}, {id: P-2.2, op: gt, value: 900}]}"
    (found,) = advice(tmp_path, with_line(CHECK, f"when: {condition}"))
    assert "checks[1].when.any[1]: this alternative can never be true" in found


@pytest.mark.parametrize(
    ("cap", "expected"),
    [
        ("{when: {id: P-2.2, op: gt, value: 900}, at: 2, because: x}", ".when: this can never be true"),
        ("{when: {id: P-2.2, op: gt, value: 90}, at: 5, because: x}", ".at: level 5 limits nothing"),
        ("{when: {id: P-1.2, op: eq, value: 'yes'}, at: 2, because: x}", ".when: whenever this is true"),
        ("{when: {id: P-1.1, op: le, value: 1}, at: 2, because: x}", ".when: whenever this is true"),
        ("{when: {id: P-1.2, op: eq, value: 'no'}, at: 2, because: x}", ""),
    ],
)
def test_a_cap_that_never_acts_is_told(tmp_path: Path, cap: str, expected: str) -> None:
    # P-1.2 has negative polarity: "no" is the good answer, and it is asked from level 2 of P-1.1 on.
    found = advice(tmp_path, with_line(CAP, cap))
    assert len(found) == bool(expected)
    assert all(f"{P1}[1].caps[0]{expected}" in line for line in found)


def test_a_cap_on_a_ladder_must_leave_something_to_lower(tmp_path: Path) -> None:
    caps = "caps: [{when: {id: P-1.1, op: le, value: 3}, at: 3, because: x}]\n        ceiling: 4\n"
    (found,) = advice(tmp_path, with_line("ceiling: 4\n", caps))
    assert "whenever this is true the answer is at most level 3 anyway" in found
    caps = caps.replace(" at: 3", " at: 2")
    assert advice(tmp_path, with_line("ceiling: 4\n", caps)) == []


def test_a_cap_on_a_text_is_told(tmp_path: Path) -> None:
    caps = "type: text\n        caps: [{when: {answered: P-1.1}, at: 3, because: x}]\n"
    (found,) = advice(tmp_path, with_line("type: text\n", caps))
    assert "caps[0]: type text has no score that could be limited" in found


def test_what_the_framework_knows_of_countries_counts(tmp_path: Path) -> None:
    (tmp_path / "small").mkdir()
    (tmp_path / "framework.yaml").write_text(
        "format: wb6assess-framework/1\nid: own\ntitle: Own\n"
        "countries: [{code: BA, name: Bosnia and Herzegovina}, {code: XK, name: Kosovo}]\n"
        "domains: [{id: S, instrument: small}]\n",
        encoding="utf-8",
    )
    text = with_line(CHECK, "when: {country: [BA, XK]}")
    (tmp_path / "small" / "instrument.yaml").write_text(text, encoding="utf-8")
    found = [str(problem) for problem in check_folder(tmp_path)]
    assert any("checks[1].when: this is never false" in line for line in found)


def test_thousands_of_wide_conditions_on_a_long_chain_are_judged_in_seconds(tmp_path: Path) -> None:
    text = "format: wb6assess-instrument/1\nid: long\nversion: '2026.1'\ntitle: Long\npillars:\n"
    text += "  - id: P\n    title: P\n    indicators:\n"
    for number in range(2_000):
        text += (
            f"      - {{id: Q{number}, title: T, question: Q?, aspect: law, type: level, "
            f"levels: [a{number}, b{number}, c{number}, d{number}, e{number}, f{number}]"
        )
        if number:
            parts = (f"{{id: Q{max(0, number - back)}, op: ge, value: {back}}}" for back in range(1, 5))
            text += f", skip_effect: exclude, ask_if: {{all: [{', '.join(parts)}]}}"
        text += "}\n"
    path = tmp_path / "instrument.yaml"
    path.write_text(text, encoding="utf-8")
    start = time.perf_counter()
    found = check_folder(path)
    assert not [problem for problem in found if not problem.advice]
    assert time.perf_counter() - start < 60  # without bounds it takes hours
