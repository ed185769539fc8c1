"""LibreOffice, recalculating from scratch, gets what the app got: in every cell of the workbook."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from exports.assessment_xlsx import write_workbook
from exports.workbook_reader import read_workbook
from tests import builders
from tests.exports import drawn_workbooks as drawn
from tests.exports.drawn_questionnaire import every_type
from tests.exports.spreadsheet import (
    as_published,
    cells,
    differences,
    named_cells,
    needs_libreoffice,
    published,
    recalculated,
)
from wb6assess.model.assessment import Answer, Document, Evidence
from wb6assess.model.framework import Parameters
from wb6assess.model.instrument import Instrument

INSTRUMENT = every_type()

pytestmark = needs_libreoffice


@pytest.fixture(scope="module")
def drawn_books(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[dict[str, Document], Path, dict[str, Path]]:
    folder = tmp_path_factory.mktemp("drawn")
    documents = {f"d{seed}.xlsx": drawn.plain_document(INSTRUMENT, seed) for seed in range(24)}
    for name, document in documents.items():
        write_workbook(folder / name, drawn.report_of(document, INSTRUMENT))
    return documents, folder, recalculated([folder / name for name in documents], folder)


def test_every_cell_of_every_sheet_is_what_the_app_wrote(
    drawn_books: tuple[dict[str, Document], Path, dict[str, Path]],
) -> None:
    documents, folder, again = drawn_books
    wrong = {name: differences(folder / name, again[name]) for name in documents}
    assert {name: lines for name, lines in wrong.items() if lines} == {}


def test_published_scores_bands_and_statuses_are_the_apps(
    drawn_books: tuple[dict[str, Document], Path, dict[str, Path]],
) -> None:
    documents, _, again = drawn_books
    for name, document in documents.items():
        expected = published(drawn.report_of(document, INSTRUMENT))
        found = named_cells(again[name])
        assert {key: as_published(found[key]) for key in expected} == expected


def test_a_workbook_saved_by_libreoffice_still_imports(
    drawn_books: tuple[dict[str, Document], Path, dict[str, Path]],
) -> None:
    documents, _, again = drawn_books
    for name, document in documents.items():
        back = read_workbook(again[name], lambda *_: INSTRUMENT)
        said = {item: answer for item, answer in document.answers.items() if not answer.empty}
        assert dict(back.answers) == said


def edited(path: Path, document: Document, instrument: Instrument) -> None:
    """Type another document's levels and states over a workbook's, as a person would."""
    book = openpyxl.load_workbook(path)
    sheet, words = book["Answers"], {"not_applicable": "not applicable", "dont_know": "don't know"}
    for row in range(5, sheet.max_row + 1):
        item = sheet.cell(row, 1).value
        if item in instrument.by_id:
            answer = document.answers.get(item, Answer())
            sheet.cell(row, 3).value = answer.value
            sheet.cell(row, 5).value = words.get(answer.state.value) if answer.state else None
            sheet.cell(row, 7).value = answer.justification or None
    book.save(path)


def test_typing_other_answers_gives_the_apps_scores_for_them(tmp_path: Path) -> None:
    """Conditions, cascades, caps and N/A act through the formulas alone."""
    levels = levels_only()
    pairs = [
        (drawn.plain_document(levels, seed), drawn.plain_document(levels, seed + 50))
        for seed in range(8)
    ]
    expected = {}
    for place, (first, second) in enumerate(pairs):
        path = tmp_path / f"e{place}.xlsx"
        write_workbook(path, drawn.report_of(first, levels))
        typed = {
            item: Answer(
                answer.value,
                answer.state if answer.state in {"not_applicable", "dont_know"} else None,
                justification=answer.justification,
                evidence=first.answers[item].evidence if item in first.answers else (),
            )
            for item, answer in second.answers.items()
        }
        for item, answer in first.answers.items():
            typed.setdefault(item, Answer(evidence=answer.evidence))
        changed = drawn.document_of(levels, typed, first.identity.country)
        edited(path, changed, levels)
        expected[path.name] = published(drawn.report_of(changed, levels))
    again = recalculated([tmp_path / name for name in expected], tmp_path)
    for name, wanted in expected.items():
        found = named_cells(again[name])
        assert {key: as_published(found[key]) for key in wanted} == wanted


def levels_only() -> Instrument:
    """Levels with conditions, cascades and caps between them, weights that need full precision."""
    from wb6assess.model.conditions import All, AnswerRef, Any, Compare, HasEvidence, Not, Op
    from wb6assess.model.instrument import Cap
    from wb6assess.model.vocabulary import SkipEffect

    low = Compare(AnswerRef("L-1.1"), Op.GE, 2)
    return builders.instrument(
        builders.pillar(
            "L-1",
            builders.indicator("L-1.1", weight=0.1),
            builders.indicator("L-1.2", weight=0.2, ask_if=low, skip_effect=SkipEffect.SCORE_ZERO),
            builders.indicator(
                "L-1.3",
                weight=0.3,
                ask_if=Compare(AnswerRef("L-1.2"), Op.GT, 0),
                skip_effect=SkipEffect.EXCLUDE,
                caps=(Cap(Not(HasEvidence("L-1.1")), 3, "no evidence"),),
            ),
            builders.indicator("L-1.4", weight=0.4, na_allowed=False),
            weight=3,
        ),
        builders.pillar(
            "L-2",
            builders.indicator(
                "L-2.1",
                ask_if=Any((low, Compare(AnswerRef("L-1.3"), Op.EQ, AnswerRef("L-1.4")))),
                skip_effect=SkipEffect.EXCLUDE,
            ),
            builders.indicator(
                "L-2.2",
                caps=(
                    Cap(All((low, Compare(AnswerRef("L-2.1"), Op.LT, 3))), 1, "the act is weak"),
                    Cap(Compare(AnswerRef("L-1.4"), Op.IN, (0, 1)), 2, "no practice"),
                ),
            ),
            builders.indicator("L-2.3", weight=0),
            weight=2,
        ),
        id="levels",
    )


def test_coverage_exactly_at_tau_is_ok(tmp_path: Path) -> None:
    """0.1 + 0.2 + 0.3 of 1.0 in binary."""
    answers = {item: Answer(3) for item in ("L-1.1", "L-1.2", "L-1.3")}
    document = drawn.document_of(levels_only(), answers, "AL")
    report = drawn.report_of(document, levels_only())
    write_workbook(tmp_path / "tau.xlsx", report)
    found = named_cells(recalculated([tmp_path / "tau.xlsx"], tmp_path)["tau.xlsx"])
    assert found["wb6.status.L_1"] == "ok"
    assert found["wb6.coverage.L_1"] == pytest.approx(0.6)


def test_a_questionnaire_without_weights_is_empty(tmp_path: Path) -> None:
    bare = levels_only()
    bare = replace(bare, pillars=tuple(replace(pillar, weight=0.0) for pillar in bare.pillars))
    document = drawn.document_of(bare, {"L-1.1": Answer(3)}, "AL")
    write_workbook(tmp_path / "bare.xlsx", drawn.report_of(document, bare))
    again = recalculated([tmp_path / "bare.xlsx"], tmp_path)["bare.xlsx"]
    assert named_cells(again)["wb6.status"] == "empty"
    assert differences(tmp_path / "bare.xlsx", again) == []


def test_parameters_of_the_framework_act_in_the_formulas(tmp_path: Path) -> None:
    parameters = Parameters(
        tau=0.3, provisional=0.95, cuts=(10.0, 30.0, 50.0, 90.0), geo_delta=2.0, evidence_mode="cap"
    )
    names = []
    for seed in range(4):
        document = drawn.plain_document(INSTRUMENT, seed + 100)
        names.append(tmp_path / f"p{seed}.xlsx")
        write_workbook(names[-1], drawn.report_of(document, INSTRUMENT, parameters))
    again = recalculated(names, tmp_path)
    assert [differences(path, again[path.name]) for path in names] == [[], [], [], []]


def test_a_comma_locale_computes_the_same(tmp_path: Path) -> None:
    document = drawn.plain_document(INSTRUMENT, 3)
    write_workbook(tmp_path / "comma.xlsx", drawn.report_of(document, INSTRUMENT))
    again = recalculated([tmp_path / "comma.xlsx"], tmp_path, locale="de-DE")
    assert differences(tmp_path / "comma.xlsx", again["comma.xlsx"]) == []


def test_a_finding_comes_and_goes_with_the_answer(tmp_path: Path) -> None:
    """Level 4 without evidence needs a comment; evidence typed on the sheet settles it."""
    path, settled = tmp_path / "open.xlsx", tmp_path / "settled.xlsx"
    document = drawn.document_of(INSTRUMENT, {"T-1.1": Answer(2, justification="Because.")})
    for target in (path, settled):
        write_workbook(target, drawn.report_of(document, INSTRUMENT))
        book = openpyxl.load_workbook(target)
        book["Answers"]["C6"] = 4
        if target is settled:
            book["Evidence"]["A5"], book["Evidence"]["B5"] = "T-1.1", "law"
            book["Evidence"]["D5"] = "Act 7"
        book.save(target)
    again = recalculated([path, settled], tmp_path)
    before, after = (cells(again[target.name])["Answers"][5] for target in (path, settled))
    assert "needs evidence" in str(before[10])
    assert "needs evidence" not in str(after[10])
    assert after[7] == "1 on sheet Evidence"
    back = read_workbook(again["settled.xlsx"], lambda *_: INSTRUMENT).answers["T-1.1"]
    assert (back.value, back.evidence) == (4, (Evidence("law", citation="Act 7"),))


def test_a_condition_too_long_for_one_cell_is_computed_in_pieces(tmp_path: Path) -> None:
    """Excel calls a file damaged when a formula has more than 8,192 characters."""
    from wb6assess.model.conditions import All, AnswerRef, Any, Compare, Not, Op
    from wb6assess.model.instrument import Check
    from wb6assess.model.vocabulary import Severity

    items = [f"P-1.{n}" for n in range(1, 9)]
    low = Any(tuple(Compare(AnswerRef(item), Op.IN, (0, 1, 2)) for item in items))
    equal = [Compare(AnswerRef(a), Op.EQ, AnswerRef(b)) for a in items for b in items if a < b]
    when = All((low, Not(Any((All(tuple(equal)), Any(tuple(equal[:20])), All((low, *equal * 3)))))))
    pillar = builders.pillar("P-1", *(builders.indicator(item) for item in items))
    check = Check("long", when, Severity.WARN, "All the same.", (items[0],))
    instrument = builders.instrument(pillar, id="long", checks=(check,))
    paths = []
    for seed in range(6):
        document = drawn.plain_document(instrument, seed)
        paths.append(tmp_path / f"l{seed}.xlsx")
        write_workbook(paths[-1], drawn.report_of(document, instrument))
        longest = max(
            len(str(cell.value))
            for row in openpyxl.load_workbook(paths[-1])["wb6"].iter_rows()
            for cell in row
        )
        assert longest < 8192
    again = recalculated(paths, tmp_path)
    assert [differences(path, again[path.name]) for path in paths] == [[]] * 6
    truths = {
        row[1] for path in paths for row in cells(path)["wb6"] if row[0] == "cond.check.long" and row[2]
    }
    assert len(truths) >= 2
