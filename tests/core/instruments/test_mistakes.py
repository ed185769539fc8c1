# ruff: noqa: E501 - tables of mistakes read best with one mistake a line
"""Each mistake an author can make, and the sentence it gets."""

import pytest

from tests.core.instruments.texts import LINES, line_of, problems_of, with_line

P1, P2 = "pillars[0].indicators", "pillars[1].indicators"

SHAPE = [
    ("format: wb6assess-instrument/1", "format: other/1", "format: wb6assess-instrument/1 is needed"),
    ("id: small", "id: 1small", "id: `1small` cannot be used; an id begins with a letter"),
    ("id: small", f"id: {'a' * 41}", "id: `aaaa"),
    ('version: "2026.1"', "version: 2026.1", "version: `2026.1` is read as a number; put it in quotes"),
    ('version: "2026.1"', 'version: "1"', 'version: `1` cannot be used; a version is YEAR.N, such as "2026.1"'),
    ("title: A small questionnaire\n", "title: ''\n", "title: this text is empty"),
    ("title: A small questionnaire\n", "title:\n", "title: nothing stands here; a text is needed"),
    ("title: Second act", "titel: Second act", "sources[1].titel: this key is not known here; did you mean `title`?"),
    ("weight: 60", "weight: -1", "pillars[0].weight: `-1` must be at least 0"),
    ("weight: 60", "weight: sixty", "pillars[0].weight: `sixty` is a text; a number without quotes is needed"),
    ("weight: 60", "weight: true", "pillars[0].weight: a number is needed, not true or false"),
    ("method: geometric", "method: geo", "pillars[0].method: `geo` is not one of arithmetic, geometric, min"),
    ("levels: [none, ", "levels: [", f"{P1}[0].levels: five texts, six needed"),
    ("levels: [none, ", "levels: [x, none, ", f"{P1}[0].levels: seven texts, six needed"),
    ("levels: [none, ", "levels: [7, ", f"{P1}[0].levels[0]: `7` is read as a number; put it in quotes"),
    ("levels: [none, concept, draft, adopted, in force, applied]", "levels: none", f"{P1}[0].levels: a list (- …) is needed, not a text"),
    ("aspect: law", "aspect: lawful", f"{P1}[0].aspect: `lawful` is not one of"),
    ("type: level", "type: levels", f"{P1}[0].type: `levels` is not one of level, yesno, single, multi, numeric, text, vignette; did you mean `level`?"),
    ("forward: true", "forward: yes", f"{P1}[0].anchors[1].forward: true or false is needed, not a text"),
    ("ceiling: 4", "ceiling: 6", f"{P1}[0].ceiling: `6` must be at most 5"),
    ("ceiling: 4", "ceiling: 3.5", f"{P1}[0].ceiling: a whole number is needed, not `3.5`"),
    ("at: 2, because", "at: 7, because", f"{P1}[1].caps[0].at: `7` must be at most 5"),
    ("skip_effect: score_zero", "skip_effect: zero", f"{P1}[1].skip_effect: `zero` is not one of exclude, score_zero"),
    ("score: 40", "score: 140", f"{P1}[2].options.decree.score: `140` must be at most 100"),
    ("decree: {label", "dec ree: {label", f"{P1}[2].options.dec ree: `dec ree` cannot be used; a key has at most 40"),
    ("XK: not", "Kosovo: not", f"{P1}[2].na_for.Kosovo: `Kosovo` cannot be used; a country is a code of two capital"),
    ("target: 4", "target: 0", f"{P2}[0].target: `0` must be at least 1"),
    ("plausible: [0, 900]", "plausible: [900]", f"{P2}[1].plausible: one number, two needed"),
    ("thresholds: [200, 150, 100, 75, 50]", "thresholds: [200, 150, 100, 75]", f"{P2}[1].thresholds: four numbers, five needed"),
    ("op: le, value: 1", "op: lte, value: 1", "checks[0].when.all[0].op: `lte` is not one of eq, ne, gt, ge, lt, le, in; did you mean `lt`?"),
    ("severity: block", "severity: error", "checks[0].severity: `error` is not one of info, warn, comment, block"),
    ("about: [P-2.2]", "about: []", "checks[1].about: this list is empty"),
    ("relative_to: ceiling", "relative_to: top", "indices[0].relative_to: `top` is not one of none, ceiling"),
    ("context:\n", "kontext:\n", "kontext: this key is not known here; did you mean `context`?"),
]  # fmt: skip

MEANING = [
    ("id: P-1.2\n", "id: P-1.1\n", f"{P1}[1].id: the id `P-1.1` is given twice; the first is in line 17"),
    ("- id: X1", "- id: P-1", "checks[0].id: the id `P-1` is given twice; the first is in line 11"),
    ("- id: ACT-2", "- id: ACT-1", "sources[1].id: the id `ACT-1` is given twice; the first is in line 7"),
    ("{id: since,", "{id: basis,", f"{P1}[0].fields[1].id: the id `basis` is given twice; the first is in line 30"),
    ("{source: ACT-1,", "{source: ACT-3,", f"{P1}[0].anchors[0].source: there is no source `ACT-3`; did you mean"),
    ("evidence: [law, report]", "evidence: [law, reports]", f"{P1}[0].evidence[1]: `reports` is no kind of evidence; did you mean `report`?"),
    ("        levels: [none, concept, draft, adopted, in force, applied]\n", "", f"{P1}[0].levels: six texts are needed, level 0 first"),
    ("type: level\n", "type: level\n        unit: days\n", f"{P1}[0].unit: `unit` does not belong to type level, only to numeric"),
    ("skip_effect: score_zero", "na_allowed: true", f"{P1}[1].skip_effect: with `ask_if`, say whether skipping means `exclude` or `score_zero`"),
    ("ask_if: {id: P-1.1, op: ge, value: 2}", "sensitive: false", f"{P1}[1].skip_effect: `skip_effect` goes with `ask_if`, which is missing"),
    ("lineage: {old: P-1.2, change: unchanged}", "lineage: {old: P-1.2, change: rescaled}", f"{P1}[1].lineage.scores: `rescaled` needs six new scores"),
    ("lineage: {old: P-1.2, change: unchanged}", "lineage: {change: reworded}", f"{P1}[1].lineage.old: `reworded` needs the id in the earlier version"),
    ("change: unchanged}", "change: unchanged, scores: [0, 20, 40, 60, 80, 100]}", f"{P1}[1].lineage.scores: `scores` goes with `rescaled`"),
    ("          statute: {label: Statute, score: 100}\n", "", f"{P1}[2].options: type single needs at least 2 options"),
    ("label: Decree, score: 40", "label: Decree", f"{P1}[2].options.decree.score: the option needs a score from 0 to 100"),
    ("label: Decree, score: 40", "label: Decree, points: 40, score: 40", f"{P1}[2].options.decree.points: `points` does not belong here"),
    ("label: Decree, score: 40", "label: Decree, score: 40, exclusive: true", f"{P1}[2].options.decree.exclusive: `exclusive` belongs to type multi"),
    ("none: None,", "none: {label: None, score: 5},", f"{P1}[0].fields[0].options.none.score: `score` does not belong here"),
    ("label: Audits, points: 3", "label: Audits", f"{P2}[0].options.audit.points: the option needs points; 0 if it counts nothing"),
    ("exclusive: nothing", "exclusive: nothin", f"{P2}[0].exclusive: there is no option `nothin`; did you mean `nothing`?"),
    ("full_points: 5", "full_points: 0", f"{P2}[0].full_points: full points must be greater than 0"),
    ("plausible: [0, 900]", "plausible: [900, 0]", f"{P2}[1].plausible: the first number must be smaller than the second"),
    ("direction: lower", "direction: higher", f"{P2}[1].thresholds: with direction higher thresholds must rise from level 1 to 5"),
    ("        direction: lower\n", "", f"{P2}[1].direction: `direction` is missing: higher or lower is better"),
    ("direction: lower", "direction: lower\n        worst: 9", f"{P2}[1].worst: give either `thresholds` with `direction`, or `worst` with `best`"),
    ("        thresholds: [200, 150, 100, 75, 50]\n", "", f"{P2}[1].direction: `direction` goes with `thresholds`"),
    ("best: 100", "best: 0", f"{P2}[2].best: `worst` and `best` must differ"),
    ("        best: 100\n", "", f"{P2}[2].best: `worst` goes with `best`, which is missing"),
    ("        worst: 0\n        best: 100\n", "", f"{P2}[2]: a number needs `thresholds` with `direction`, or `worst` with `best`"),
    ("columns: {filed: Filed}, ", "", f"{P1}[0].fields[3].columns: a grid needs `columns`: key to label, or a list"),
    ("type: text, label: Comment", "type: text, unit: km, label: Comment", "context[1].unit: `unit` does not belong to type text, only to numeric, grid"),
    ("about: [P-2.2]", "about: [P-2.2, P-9]", "checks[1].about[1]: there is no indicator `P-9`"),
    ("label: Comment, ask_if", "label: Comment, asked_of: eu, ask_if", "context[1].asked_of: `asked_of` goes with a closed question: single, multi or grid"),
    ("asked_of: either", "asked_of: parliament", "context[0].asked_of: "),
    ("indicators: [P-1.1, P-1.2, P-2.1]", "indicators: [P-1.1, C-1]", "indices[0].of.indicators[1]: there is no indicator `C-1`"),
    ("of: {aspect: law}", "of: {aspect: law, pillars: [P-1]}", "indices[2].of: exactly one of pillars, indicators, aspect, field is needed"),
    ("of: {pillars: [P-1]}", "of: {pillars: [P-3]}", "indices[3].of.pillars[0]: there is no pillar `P-3`; did you mean"),
    ("of: {field: openness}", "of: {field: opennes}", "indices[1].of.field: no indicator has a field `opennes`; did you mean `openness`?"),
    ("of: {field: openness}", "of: {field: basis}", "indices[1].of.field: the field `basis` must be of type level wherever it stands"),
    ("indicator: P-1.1}", "indicator: P-1.9}", "vignettes[0].indicator: there is no indicator `P-1.9`; did you mean"),
    ("indicator: P-1.1}", "indicator: P-1.2}", "vignettes[0].indicator: `P-1.2` has no levels"),
]  # fmt: skip

ASK_IF = [
    ("{id: P-1.9, op: ge, value: 2}", ".id: there is no indicator or question `P-1.9`; did you mean `P-1."),
    ("{id: P-1.1.basis, op: eq, value: none}", ".id: `P-1.1.basis` is a companion field; write `field: P-1.1.basis`"),
    ("{field: P-1.1, op: eq, value: 2}", ".field: `P-1.1` is no companion field; write `id: P-1.1`"),
    ("{field: P-1.1.base, op: eq, value: none}", ".field: P-1.1 has no field `base`; did you mean `basis`?"),
    ("{field: basis, op: eq, value: none}", ".field: there is no field `basis`; did you mean `P-1.1.basis`?"),
    ("{id: P-1.1, op: ge, value: 6}", ".value: `6` is no level; levels are 0 to 5"),
    ("{id: P-1.1, op: ge, value: 2.5}", ".value: `2.5` is no level; levels are 0 to 5"),
    ("{id: P-1.1, op: in, value: 2}", ".value: `in` needs a list, such as [2]"),
    ("{id: P-1.1, op: eq, value: [1, 2]}", ".value: a list goes with `in`, not with `eq`"),
    ("{id: P-1.1, op: in, value: []}", ".value: this list is empty"),
    ("{id: P-1.1, op: in, value: [2, high]}", ".value: `high` is no level; levels are 0 to 5"),
    ("{id: P-1.1, op: ge, value: }", ".value: a number or a text is needed, not nothing"),
    ("{id: P-1.1, op: ge}", ": compare with exactly one of `value` and `ref`"),
    ("{id: P-1.1, op: ge, value: 2, ref: P-2.2}", ": compare with exactly one of `value` and `ref`"),
    ("{id: P-1.1, value: 2}", ".op: `op` is missing: one of eq, ne, gt, ge, lt, le, in"),
    ("{op: ge, value: 2}", ": this is no single condition; give one of `id`, `field`, `sum`"),
    ("{id: P-1.1, answered: P-1.1, op: ge, value: 2}", ": this is no single condition"),
    ("{}", ": this is no single condition"),
    ("{all: []}", ".all: no condition stands here"),
    ("{country: []}", ".country: nothing stands here"),
    ("{country: BA}", ".country: a list (- …) is needed, not a text"),
    ("{country: [Bosnia]}", ".country[0]: `Bosnia` cannot be used; a country is a code"),
    ("{answered: P-1.1.basis}", ".answered: `P-1.1.basis` is a companion field"),
    ("{has_evidence: C-1}", ".has_evidence: `C-1` is no indicator"),
    ("{field: P-1.1.basis, op: gt, value: none}", ".op: `gt` cannot be used with a question of type single"),
    ("{field: P-1.1.basis, op: eq, value: non}", ".value: `non` is no option of P-1.1.basis; did you mean `none`?"),
    ("{field: P-1.1.since, op: gt, value: 2026}", ".value: `2026` is no date such as 2026-09-30"),
    ("{field: P-1.1.since, op: gt, value: 2026-02-30}", ".value: `2026-02-30` is no date such as 2026-09-30"),
    ("{field: P-1.1.since, op: gt, ref: P-2.2}", ".ref: a date answer cannot be compared with a numeric answer"),
    ("{field: P-1.1.cases, op: gt, value: 2}", ".op: a grid cannot be compared; refer to a single figure"),
    ("{id: P-2.2, op: gt, value: many}", ".value: `many` is no number"),
    ("{sum: [P-2.2.filed, P-1.1.basis], op: gt, value: 2}", ".sum[1]: `P-1.1.basis` is of type single; only numbers"),
    ("{sum: [], op: gt, value: 2}", ".sum: no field stands here"),
    ("{sum: [P-2.2.filled], op: gt, value: 2}", ".sum[0]: P-2.2 has no field `filled`; did you mean `filed`?"),
    ("{not: {id: P-9, op: ge, value: 2}}", ".not.id: there is no indicator or question `P-9`"),
    ("{if: P-1.1}", ".if: this key is not known here"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), SHAPE)
def test_a_mistake_of_shape_is_told_with_line_and_path(old: str, new: str, expected: str) -> None:
    found = problems_of(with_line(old, new))
    assert any(f" {expected}" in problem for problem in found), found
    assert any(problem.startswith(f"instrument.yaml:{line_of(old)} ") for problem in found), found


@pytest.mark.parametrize(("old", "new", "expected"), MEANING)
def test_parts_that_do_not_fit_together_are_told(old: str, new: str, expected: str) -> None:
    found = problems_of(with_line(old, new))
    assert any(f" {expected}" in problem for problem in found), found


@pytest.mark.parametrize(("condition", "expected"), ASK_IF)
def test_a_condition_that_cannot_work_is_told(condition: str, expected: str) -> None:
    text = with_line("ask_if: {id: P-1.1, op: ge, value: 2}", f"ask_if: {condition}")
    (problem,) = problems_of(text)
    path = f"instrument.yaml:{line_of('skip_effect') - 1} {P1}[1].ask_if"
    assert problem.startswith(path + expected), problem


@pytest.mark.parametrize(
    "condition",
    [
        "{id: P-1.1, op: in, value: [2, 3]}",
        "{id: P-2.1, op: eq, value: [audit, register]}",
        "{id: P-2.1, op: in, value: [audit]}",
        "{id: P-1.3, op: ne, value: decree}",
        "{id: P-2.2, op: gt, value: 2.5}",
        "{id: P-2.2, op: gt, ref: P-2.3}",
        "{field: P-1.1.since, op: le, value: 2026-09-30}",
        "{sum: [P-2.2.filed, P-2.2.decided], op: ge, value: 10}",
        "{field: P-1.1.openness, op: ge, ref: P-1.1}",
        "{id: C-1, op: in, value: [money]}",
        "{all: [{country: [BA]}, {not: {any: [{answered: P-1.1}, {has_evidence: P-1.1}]}}]}",
    ],
)
def test_a_condition_of_every_kind_is_taken(condition: str) -> None:
    text = with_line("ask_if: {id: P-1.1, op: ge, value: 2}", f"ask_if: {condition}")
    assert problems_of(text) == []


def test_a_field_of_a_check_names_its_indicator() -> None:
    text = with_line("- {id: P-1.1, op: le, value: 1}", "- {field: basis, op: eq, value: none}")
    (problem,) = problems_of(text)
    assert (
        "checks[0].when.all[0].field: outside an indicator a field is written INDICATOR.basis" in problem
    )


def test_true_for_yes_is_explained() -> None:
    text = with_line("- {id: P-1.1, op: le, value: 1}", "- {id: P-1.2, op: eq, value: true}")
    (problem,) = problems_of(text)
    assert 'checks[0].when.all[0].value: the answer is "yes" or "no", not true or false' in problem


def test_a_numeric_option_key_without_quotes_is_explained() -> None:
    text = LINES.replace("decree: {", "2024: {")
    text = text.replace("- {id: P-1.1, op: le, value: 1}", "- {id: P-1.3, op: eq, value: 2024}")
    (problem,) = problems_of(text)
    assert "`2024` is read as a number; put the option's key in quotes" in problem


def test_many_mistakes_in_many_places_are_told_at_once() -> None:
    text = LINES
    for old, new in [
        ("title: Law", "titel: Law"),
        ("levels: [none, ", "levels: ["),
        ("{source: ACT-1,", "{source: ACT-9,"),
        ("op: ge, value: 2", "op: ge, value: 7"),
        ("aspect: outcome", "aspect: result"),
        ("{id: filed,", "{id: filed, foo: 1,"),
        ("severity: block", "severity: stop"),
        ("about: [P-2.2]", "about: [P-2.9]"),
        ("value: [money]", "value: [mony]"),
    ]:
        text = text.replace(old, new, 1)
    found = problems_of(text)
    # The misspelt title counts twice: as unknown key and as missing one.
    assert len(found) == 10, found
    numbers = [int(problem.split(":")[1].split()[0]) for problem in found]
    assert numbers == sorted(numbers)


def test_places_behind_a_broken_part_keep_their_numbers() -> None:
    text = with_line("      - id: P-1.2\n", "      - id: 12\n")
    text = text.replace("score: 40", "score: 40, points: 1").replace(
        "{source: ACT-2,", "{source: ACT-7,"
    )
    found = problems_of(text)
    assert any(f"{P1}[1].id: `12` is read as a number" in problem for problem in found)
    assert any(f"{P1}[2].options.decree.points:" in problem for problem in found), found
    assert any(f"{P1}[0].anchors[1].source:" in problem for problem in found)


def test_nothing_is_said_about_references_to_a_broken_indicator() -> None:
    found = problems_of(with_line("        type: level\n", "        type: lewel\n"))
    assert len(found) == 1, found


def test_a_file_of_something_else_is_told_in_one_line() -> None:
    assert problems_of("- a\n- b\n") == [
        "instrument.yaml:1: a mapping (key: value) is needed here, not a list"
    ]
    assert problems_of("just a sentence\n") == [
        "instrument.yaml:1: a mapping (key: value) is needed here, not a text"
    ]


def test_a_file_without_questions_names_what_is_missing() -> None:
    found = problems_of("format: wb6assess-instrument/1\n")
    assert [problem.split(" ")[1] for problem in found] == ["id:", "version:", "title:", "pillars:"]


def test_ids_that_differ_only_by_capitals_can_be_read() -> None:
    assert problems_of(with_line("id: ready", "id: p-1")) == []
