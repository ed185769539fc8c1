"""Two hundred assessments over all questionnaires: LibreOffice computes what the app published."""

from pathlib import Path

import pytest

from exports.assessment_xlsx import write_blank_workbook, write_workbook
from exports.workbook_reader import read_workbook
from tests.exports import generated
from tests.exports.spreadsheet import (
    as_published,
    differences,
    named_cells,
    needs_libreoffice,
    published,
    recalculated,
    typed_in,
)
from wb6assess.model.assessment import Status
from wb6assess.reports.assessment import AssessmentReport
from wb6assess.scoring.states import State

pytestmark = [needs_libreoffice, pytest.mark.slow]
EACH = 20


def coverages(report: AssessmentReport, found: dict[str, object]) -> list[str]:
    """Names whose coverage is not the app's."""
    nodes = {"": report.scores.domain}
    nodes |= {f".{item.replace('-', '_')}": node for item, node in report.scores.pillars.items()}
    return [
        suffix
        for suffix, node in nodes.items()
        if found[f"wb6.coverage{suffix}"]
        != ("" if node.coverage is None else pytest.approx(node.coverage, abs=1e-12))
    ]


def scores(report: AssessmentReport, found: dict[str, object]) -> list[str]:
    """Names whose full score or answer is not the app's."""
    nodes = {"": report.scores.domain.score}
    nodes |= {item: node.score for item, node in report.scores.pillars.items()}
    nodes |= {item: result.score for item, result in report.scores.indicators.items()}
    wrong = []
    for item, score in nodes.items():
        suffix = f".{item.replace('-', '_')}" if item else ""
        computed = found[f"wb6.score{suffix}"]
        if score is None and isinstance(computed, float):
            wrong.append(suffix)
        if score is not None and computed != pytest.approx(score, abs=1e-9):
            wrong.append(suffix)
    levels = {
        item: answer.value
        for item, answer in report.document.answers.items()
        if item in report.instrument.by_id and isinstance(answer.value, int)
    }
    return wrong + [item for item, level in levels.items() if found[name_of(item)] != level]


@pytest.mark.parametrize("locale", ["en-US", "de-DE"])  # a decimal point, a decimal comma
@pytest.mark.parametrize("instrument", generated.instruments())
def test_libreoffice_computes_what_the_app_published(
    instrument: str, locale: str, tmp_path: Path
) -> None:
    start = EACH * (locale == "de-DE")
    reports = dict(enumerate(generated.reports(instrument, range(start, start + EACH))))
    for place, report in reports.items():
        write_workbook(tmp_path / f"{place}.xlsx", report)
    names = [tmp_path / f"{place}.xlsx" for place in reports]
    again = recalculated(names, tmp_path, locale)
    for place, report in reports.items():
        path, computed = tmp_path / f"{place}.xlsx", again[f"{place}.xlsx"]
        found, expected = named_cells(computed), published(report)
        assert {key: as_published(found[key]) for key in expected} == expected
        assert coverages(report, found) == []
        assert scores(report, found) == []
        assert (found["wb6.check"], found["wb6.check_cells"]) == (0, 0)
        assert differences(path, computed) == []
        back = read_workbook(computed, lambda *_, report=report: report.instrument)
        assert dict(back.answers) == dict(report.document.answers)


def test_the_assessments_meet_every_state_caps_skips_and_ties() -> None:
    """What the comparison above is worth."""
    reports = [
        report
        for instrument in generated.instruments()
        for report in generated.reports(instrument, range(1, 9))
    ]
    scored = [result for report in reports for result in report.scores.indicators.values()]
    assert {result.state for result in scored} == set(State) - {State.VALIDATED}
    assert sum(result.cap is not None for result in scored) > 100
    assert sum(generated.ties(report) for report in reports) >= 3
    bands = {node.band for report in reports for node in report.scores.pillars.values()}
    assert len(bands) >= 5


def name_of(item: str) -> str:
    return f"wb6.answer.{item.replace('-', '_')}"


def test_empty_workbooks_filled_in_libreoffice_are_taken(tmp_path: Path) -> None:
    edits: dict[Path, dict[str, str | int]] = {}
    for instrument in generated.instruments():
        content = generated.library().instrument(instrument)
        path = tmp_path / f"{instrument}.xlsx"
        write_blank_workbook(path, generated.library().framework, content)
        identity = {"country": "MK – North Macedonia", "expert": "E7"}
        first, second = list(content.by_id)[:2]
        edits[path] = {f"wb6.{key}": value for key, value in identity.items()}
        edits[path] |= {"wb6.assessment_status": "handed in"}
        edits[path] |= {name_of(first): 4, name_of(second): 2}
    for path, saved in typed_in(edits).items():
        content = generated.library().instrument(path.stem)
        document = read_workbook(saved, lambda *_, content=content: content)
        assert (document.identity.country, document.identity.expert) == ("MK", "E7")
        assert document.status is Status.SUBMITTED
        first, second = list(content.by_id)[:2]
        values = {item: answer.value for item, answer in document.answers.items()}
        assert values == {first: 4, second: 2}
        expected = published(generated.report_of(document, content))
        found = named_cells(saved)
        assert {key: as_published(found[key]) for key in expected} == expected


def test_workbooks_edited_in_libreoffice_give_the_apps_scores(tmp_path: Path) -> None:
    before: dict[Path, AssessmentReport] = {}
    changes: dict[Path, dict[str, int]] = {}
    for instrument in generated.instruments():
        path = tmp_path / f"{instrument}.xlsx"
        report = before[path] = next(generated.reports(instrument, range(70, 71)))
        write_workbook(path, report)
        levels = {
            item: answer.value
            for item, answer in report.document.answers.items()
            if item in report.instrument.by_id and isinstance(answer.value, int)
        }
        changes[path] = {item: 5 - level for item, level in list(levels.items())[:6]}
    edits = {path: {name_of(item): level for item, level in changes[path].items()} for path in before}
    for path, saved in typed_in(edits).items():
        report = before[path]
        document = read_workbook(saved, lambda *_, report=report: report.instrument)
        wanted = {item: answer.value for item, answer in report.document.answers.items()}
        assert {item: answer.value for item, answer in document.answers.items()} == {
            **wanted,
            **changes[path],
        }
        expected = published(generated.report_of(document, report.instrument))
        found = named_cells(saved)
        assert {key: as_published(found[key]) for key in expected} == expected
        assert found["wb6.check_cells"] > 0
