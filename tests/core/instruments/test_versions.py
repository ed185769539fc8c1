"""A new version must say truly what became of each question; ids keep their meaning."""

from pathlib import Path

import pytest

from tests.core.instruments.texts import LINES, line_of, with_line
from wb6assess.instruments.checks import check_folder
from wb6assess.instruments.reader import read_instrument

P1 = "pillars[0].indicators"


def said(text: str, *lineage: tuple[str, str]) -> str:
    """The questionnaire where each named indicator declares its lineage."""
    text = text.replace("        lineage: {old: P-1.2, change: unchanged}\n", "")
    for name, change in lineage:
        text = text.replace(f"      - id: {name}\n", f"      - id: {name}\n        lineage: {change}\n")
    return text


def everything(text: str, change: str = "unchanged") -> str:
    names = ("P-1.1", "P-1.2", "P-1.3", "P-2.1", "P-2.2", "P-2.3", "P-2.4")
    return said(text, *((name, f"{{old: {name}, change: {change}}}") for name in names))


def problems(tmp_path: Path, new: str, *older: str) -> tuple[list[str], list[str]]:
    """Faults and advice that older versions bring about, without what is said of the new one alone."""
    home = tmp_path / "small"
    home.mkdir()
    (home / "instrument.yaml").write_text(new, encoding="utf-8")
    alone = {str(problem) for problem in check_folder(home)}
    for text in older:
        version = read_instrument(text, "older").version
        (home / f"instrument-{version}.yaml").write_text(text, encoding="utf-8")
    found = [item for item in check_folder(home) if str(item) not in alone]
    return (
        [str(item) for item in found if not item.advice],
        [str(item) for item in found if item.advice],
    )


def before(text: str = LINES, version: str = "2025.1") -> str:
    return said(text.replace('"2026.1"', f'"{version}"'))


def test_truly_unchanged_questions_draw_no_remark(tmp_path: Path) -> None:
    assert problems(tmp_path, everything(LINES), before()) == ([], [])


def test_the_first_version_needs_no_lineage(tmp_path: Path) -> None:
    assert problems(tmp_path, said(LINES)) == ([], [])


def test_silence_about_unchanged_questions_is_remarked(tmp_path: Path) -> None:
    faults, advice = problems(tmp_path, said(LINES), before())
    assert faults == []
    assert advice[0] == (
        f"instrument.yaml:17 {P1}[0]: say how this relates to version 2025.1; "
        "proposed: lineage: {old: P-1.1, change: unchanged}"
    )
    assert len(advice) == 7


def test_silence_about_a_changed_ladder_is_a_fault(tmp_path: Path) -> None:
    faults, _ = problems(tmp_path, said(with_line("concept, draft", "concept, bill")), before())
    (fault,) = faults
    assert fault == (
        f"instrument.yaml:17 {P1}[0]: levels.2 differs from version 2025.1 and no `lineage` says what "
        "that means; proposed: lineage: {old: P-1.1, change: reworded}"
    )


@pytest.mark.parametrize(
    ("old", "new", "change", "fault", "advice"),
    [
        (
            "Is an act in force?",
            "Is a law in force?",
            "unchanged",
            "`unchanged`, but question differs",
            "",
        ),
        ("concept, draft", "idea, bill", "unchanged", "`unchanged`, but levels.1, levels.2 differ", ""),
        (
            "title: Act in force",
            "title: The act",
            "unchanged",
            "",
            "`unchanged`, but title differs; call",
        ),
        ("Bills do not", "Drafts do not", "editorial", "", ""),
        ("concept, draft", "idea, bill", "editorial", "", "alike); is the meaning really the same?"),
        ("concept, draft", "idea, bill", "reworded", "", ""),
        ("concept, draft", '"concept ",  draft', "unchanged", "", ""),
        ("weight: 2\n", "weight: 3\n", "unchanged", "", ""),
        ("at: Art. 3", "at: Art. 4", "unchanged", "", ""),
    ],
)
def test_what_is_said_of_a_ladder_must_be_true(
    tmp_path: Path, old: str, new: str, change: str, fault: str, advice: str
) -> None:
    text = everything(with_line(old, new)).replace(
        "{old: P-1.1, change: unchanged}", f"{{old: P-1.1, change: {change}}}"
    )
    faults, advised = problems(tmp_path, text, before())
    place = f"instrument.yaml:18 {P1}[0].lineage.change: "
    assert len(faults) == bool(fault)
    assert len(advised) == bool(advice)
    assert all(line.startswith(place) and fault in line for line in faults)
    assert all(line.startswith(place) and advice in line for line in advised)


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("score: 40", "score: 50", "options.decree.score differs"),
        ("points: 3", "points: 4", "options.audit.points differs"),
        ("thresholds: [200,", "thresholds: [210,", "thresholds differs"),
        ("polarity: negative", "polarity: positive", "polarity differs"),
        ("at: 2, because", "at: 3, because", "caps.0.at differs"),
        (
            "ask_if: {id: P-1.1, op: ge, value: 2}",
            "ask_if: {id: P-1.1, op: ge, value: 3}",
            "ask_if differs",
        ),
        ("skip_effect: score_zero", "skip_effect: exclude", "skip_effect differs"),
        ("best: 100", "best: 90", "best differs"),
    ],
)
def test_a_change_of_scoring_is_never_editorial(tmp_path: Path, old: str, new: str, part: str) -> None:
    faults, _ = problems(tmp_path, everything(with_line(old, new), "editorial"), before())
    (fault,) = faults
    assert f".lineage.change: `editorial`, but {part} from version 2025.1, which changes scores" in fault


def test_an_origin_that_does_not_exist_is_a_fault(tmp_path: Path) -> None:
    text = everything(LINES).replace("{old: P-1.2,", "{old: P-1.9,")
    faults, _ = problems(tmp_path, text, before())
    assert faults[0].startswith(
        f"instrument.yaml:{line_of('P-1.9', text)} {P1}[1].lineage.old: "
        "version 2025.1 has no indicator `P-1.9`; did you mean `P-1."
    )


def test_added_cannot_be_said_of_an_id_that_was_there(tmp_path: Path) -> None:
    text = everything(LINES).replace("{old: P-1.2, change: unchanged}", "{change: added}")
    faults, _ = problems(tmp_path, text, before())
    assert len(faults) == 1
    assert ".lineage.change: `added`, but version 2025.1 has this id too" in faults[0]


OTHER_QUESTION = (
    LINES.replace("title: Act in force", "title: Staff")
    .replace("Is an act in force?", "How many people work in the screening office?")
    .replace(
        "none, concept, draft, adopted, in force, applied", "a1 b1, a2 b2, a3 b3, a4 b4, a5 b5, a6 b6"
    )
)


def test_an_id_used_for_another_question_is_a_fault(tmp_path: Path) -> None:
    faults, _ = problems(tmp_path, everything(OTHER_QUESTION), before())
    assert any(
        f"{P1}[0].id: in version 2025.1 the id `P-1.1` asks something else (" in fault
        and fault.endswith("alike); a new question gets a new id")
        for fault in faults
    )


def test_another_question_that_is_called_reworded_is_remarked(tmp_path: Path) -> None:
    text = everything(OTHER_QUESTION).replace(
        "{old: P-1.1, change: unchanged}", "{old: P-1.1, change: reworded}"
    )
    faults, advice = problems(tmp_path, text, before())
    assert faults == []
    assert any("asks something else" in line for line in advice)


def test_an_id_that_comes_back_for_another_question_is_a_fault(tmp_path: Path) -> None:
    gone = before(version="2025.2").replace("P-1.1", "P-1.7")
    text = everything(OTHER_QUESTION).replace("{old: P-1.1, change: unchanged}", "{change: added}")
    faults, _ = problems(tmp_path, text, before(version="2024.1"), gone)
    assert any("in version 2024.1 the id `P-1.1` asks something else" in fault for fault in faults)


def test_a_vanished_question_under_a_new_id_is_recognised(tmp_path: Path) -> None:
    text = everything(LINES).replace("        lineage: {old: P-1.3, change: unchanged}\n", "")
    _, advice = problems(tmp_path, text.replace("P-1.3", "P-1.8"), before())
    assert any("proposed: lineage: {old: P-1.3, change: unchanged}" in line for line in advice)


def test_the_version_before_is_the_one_that_counts(tmp_path: Path) -> None:
    oldest = before(with_line("concept, draft", "idea, bill"), "2024.10")
    assert problems(tmp_path, everything(LINES), oldest, before(version="2025.1")) == ([], [])


def test_nothing_is_compared_with_a_broken_older_version(tmp_path: Path) -> None:
    home = tmp_path / "small"
    home.mkdir()
    (home / "instrument.yaml").write_text(said(LINES), encoding="utf-8")
    (home / "instrument-2025.1.yaml").write_text(before().replace("aspect: law", "aspect: x"), "utf-8")
    found = [str(item) for item in check_folder(home)]
    assert any(line.startswith("instrument-2025.1.yaml:") for line in found)
    assert not any("say how this relates" in line for line in found)
