"""`check_folder`: faults of all files of a folder, and advice that stops nothing."""

from pathlib import Path

import pytest

from tests.core.instruments.texts import LINES, problems_of, with_line
from wb6assess.instruments.checks import Problem, check_folder
from wb6assess.settings import questionnaires_folder

FRAMEWORK = """\
format: wb6assess-framework/1
id: own
title: Own assessment
countries: [{code: XK, name: Kosovo}]
domains:
  - {id: S, instrument: small}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "small").mkdir()
    (tmp_path / "framework.yaml").write_text(FRAMEWORK, encoding="utf-8")
    (tmp_path / "small" / "instrument.yaml").write_text(LINES, encoding="utf-8")
    return tmp_path


def faults(folder: Path) -> list[str]:
    return [str(problem) for problem in check_folder(folder) if not problem.advice]


def advice_on(tmp_path: Path, text: str) -> list[str]:
    assert problems_of(text) == []
    path = tmp_path / "one.yaml"
    path.write_text(text, encoding="utf-8")
    found = check_folder(path)
    assert all(problem.advice for problem in found)
    return [str(problem) for problem in found]


def test_a_folder_in_order_has_no_faults(folder: Path) -> None:
    assert faults(folder) == []


def test_the_shipped_questionnaires_have_no_faults() -> None:
    assert faults(questionnaires_folder()) == []


def test_a_problem_reads_as_file_line_path_and_sentence() -> None:
    assert str(Problem("a.yaml", 3, "b[0]", "wrong")) == "a.yaml:3 b[0]: wrong"
    assert str(Problem("a.yaml", 3, "", "wrong")) == "a.yaml:3: wrong"
    assert str(Problem("a.yaml", 0, "", "wrong")) == "a.yaml: wrong"


def test_faults_of_every_file_are_told(folder: Path) -> None:
    framework = FRAMEWORK.replace("title: Own", "titel: Own") + "  - {id: O, instrument: other}\n"
    (folder / "framework.yaml").write_text(framework, encoding="utf-8")
    small = folder / "small"
    (small / "instrument-2025.1.yaml").write_text(LINES, encoding="utf-8")
    (small / "sq.yaml").write_text(
        'format: wb6assess-translation/1\ninstrument: small\nversion: "2026.1"\n'
        "language: mk\ntexts: {P-1.titel: x}\n",
        encoding="utf-8",
    )
    assert faults(folder) == [
        "framework.yaml:1 title: this key is missing",
        "framework.yaml:3 titel: this key is not known here; did you mean `title`?",
        "framework.yaml:7 domains[1].instrument: there is no file other/instrument.yaml",
        "small/instrument-2025.1.yaml:3 version: the file's name says 2025.1; both must be the same",
        "small/sq.yaml:4 language: the file's name says sq; both must be the same",
        "small/sq.yaml:5 texts.P-1.titel: small has no text of this key; did you mean `P-1.title`?",
    ]


def test_an_instrument_in_the_wrong_folder_is_told(folder: Path) -> None:
    (folder / "small" / "instrument.yaml").write_text(
        with_line("id: small", "id: big"), encoding="utf-8"
    )
    assert faults(folder) == [
        "small/instrument.yaml:2 id: the file lies in the folder `small`; both must be the same"
    ]


def test_ids_are_unique_in_the_whole_framework(folder: Path) -> None:
    (folder / "framework.yaml").write_text(
        FRAMEWORK + "  - {id: O, instrument: other}\n", encoding="utf-8"
    )
    (folder / "other").mkdir()
    other = LINES.replace("id: small", "id: other").replace("P-", "R-")
    (folder / "other" / "instrument.yaml").write_text(other, encoding="utf-8")
    found = faults(folder)
    assert any(
        fault.endswith("another questionnaire of the framework has the id `V-1` too") for fault in found
    )
    assert not any("R-" in fault for fault in found)


@pytest.mark.parametrize("name", ["framework.yaml", "small/instrument.yaml"])
def test_a_file_that_cannot_be_read_is_told_and_the_others_are_checked(folder: Path, name: str) -> None:
    (folder / name).write_bytes("Ö".encode("latin-1"))
    (fault,) = faults(folder)
    assert fault.startswith(f"{name}:1: byte D6 is not UTF-8 text")


def test_nothing_there_is_one_problem(tmp_path: Path) -> None:
    assert faults(tmp_path) == ["framework.yaml: there is no such file"]
    assert faults(tmp_path / "none.yaml") == ["none.yaml: there is no such file"]


def test_one_instrument_can_be_checked_alone(folder: Path) -> None:
    assert faults(folder / "small") == []
    (folder / "small" / "instrument.yaml").write_text("x", encoding="utf-8")
    assert len(faults(folder / "small")) == 1
    assert len(faults(folder / "small" / "instrument.yaml")) == 1


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Is an act in force?",
            "Is there an act? Is it in force?",
            ".question: several questions in one",
        ),
        ("Is an act in force?", "Is a law and/or decree in force?", ".question: “and/or” leaves open"),
        ("in force, applied]", "in force etc., applied]", ".levels[4]: “etc.” leaves open"),
        ("Is an act in force?", " ".join(["word"] * 61), ".question: the question has 61 words"),
        (
            "concept, draft,",
            "concept, Concept,",
            ".levels[2]: the same text as level 1 of P-1.1 in line 24",
        ),
        ("        guide: Bills do not count.\n", "", ".guide: no guide"),
        ("        evidence: [law, report]\n", "", ".evidence: no kind of evidence is named"),
        ("          - {source: ACT-2, forward: true}\n", "", "sources[1]: no indicator cites `ACT-2`"),
        (
            "id: ready",
            "id: p-1",
            "indices[0].id: the id `p-1` differs from `P-1` in line 11 only by capitals",
        ),
        ("Bills do not count.", "Bills, decrees etc. do not count.", ".guide: “etc.” leaves open"),
        ("label: Statute", "label: Statute and/or code", ".options.statute: “and/or” leaves open"),
        ("label: Basis", "label: Basis etc.", ".fields[0].label: “etc.” leaves open"),
        ("More cases than days", "Cases and so on", "checks[1].message: “etc.” leaves open"),
        ("A country with a draft", "A draft and/or plan", "vignettes[0].text: “and/or” leaves open"),
        ("label: Obstacles", "label: Obstacles etc.", "context[0].label: “etc.” leaves open"),
        ("weight: 40", "weight: 30", "pillars: the weights add up to 90; readers expect 100"),
        ("        plausible: [0, 900]\n", "", "[1].plausible: no bounds, so a slip of the key goes"),
        ("          - {source: ACT-2, forward: true}\n", "", "no indicator cites `ACT-2`"),
    ],
)
def test_advice_is_given_and_stops_nothing(tmp_path: Path, old: str, new: str, expected: str) -> None:
    before = advice_on(tmp_path, LINES)
    found = set(advice_on(tmp_path, with_line(old, new))) - set(before)
    assert any(expected in line for line in found)


def test_weights_of_nothing_are_remarked(tmp_path: Path) -> None:
    nothing = LINES.replace("weight: 60", "weight: 0").replace("weight: 40", "weight: 0")
    found = advice_on(tmp_path, nothing)
    assert any("pillars: every pillar has weight 0, so there is no score" in line for line in found)
    text = LINES.replace("        aspect: practice\n", "        aspect: practice\n        weight: 0\n")
    text = text.replace("        aspect: outcome\n", "        aspect: outcome\n        weight: 0\n")
    found = advice_on(tmp_path, text)
    assert any("pillars[1]: no indicator of this pillar counts" in line for line in found)


@pytest.mark.parametrize(
    ("first", "second", "remarked"),
    [("0.6", "0.4", False), ("1", "1", False), ("33.3", "66.7", False), ("2", "1", True)],
)
def test_weights_that_readers_understand_are_left_alone(
    tmp_path: Path, first: str, second: str, remarked: bool
) -> None:
    text = LINES.replace("weight: 60", f"weight: {first}").replace("weight: 40", f"weight: {second}")
    assert any("weights add up" in line for line in advice_on(tmp_path, text)) is remarked


def test_a_question_without_any_anchor_is_remarked(tmp_path: Path) -> None:
    assert any(
        line.endswith("indicators[1].anchors: no act or standard is cited")
        for line in advice_on(tmp_path, LINES)
    )


def test_a_reason_for_a_country_outside_the_framework_is_remarked(folder: Path) -> None:
    text = FRAMEWORK.replace("code: XK, name: Kosovo", "code: BA, name: Bosnia and Herzegovina")
    (folder / "framework.yaml").write_text(text, encoding="utf-8")
    found = [str(problem) for problem in check_folder(folder)]
    assert any("indicators[2].na_for.XK: XK is no country of the framework" in line for line in found)
    assert any("any[1].country[1]: XK is no country of the framework" in line for line in found)
