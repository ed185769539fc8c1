"""What an expert said comes back from the workbook exactly, whatever it was."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from exports.assessment_xlsx import write_blank_workbook, write_workbook
from exports.workbook.names import defined_names
from exports.workbook_reader import read_workbook
from tests.exports import drawn_workbooks as drawn
from tests.exports.drawn_questionnaire import every_type
from wb6assess.errors import Cancelled, ErrorCode, ExportError
from wb6assess.model.assessment import Answer, Document, Evidence, SpecialState, Status

INSTRUMENT = every_type()


def there_and_back(document: Document, folder: Path) -> Document:
    path = folder / "answers.xlsx"
    write_workbook(path, drawn.report_of(document, INSTRUMENT))
    return read_workbook(path, lambda *_: INSTRUMENT)


@settings(max_examples=40)
@given(document=drawn.documents(INSTRUMENT))
def test_every_document_comes_back(document: Document, tmp_path_factory: pytest.TempPathFactory) -> None:
    back = there_and_back(document, tmp_path_factory.mktemp("books"))
    said = {item: answer for item, answer in document.answers.items() if not answer.empty}
    assert dict(back.answers) == said
    assert (back.identity, back.revision, back.status) == (document.identity, 3, document.status)
    assert (back.sample, back.updated_at) == (document.sample, document.updated_at)


@pytest.mark.parametrize(
    "text", ["=1+1", "=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "-2+3", "https://example.org", "mailto:x@y"]
)
def test_typed_text_is_never_a_formula_or_a_link(text: str, tmp_path: Path) -> None:
    import openpyxl

    answer = Answer(3, justification=text, evidence=(Evidence("law", title=text),))
    back = there_and_back(drawn.document_of(INSTRUMENT, {"T-1.1": answer}), tmp_path)
    assert back.answers["T-1.1"] == answer
    book = openpyxl.load_workbook(tmp_path / "answers.xlsx")
    cell = next(cell for row in book["Answers"].iter_rows() for cell in row if cell.value == text)
    assert cell.data_type == "s"
    assert cell.hyperlink is None


def test_a_text_longer_than_a_cell_is_cut_visibly_and_kept_whole(tmp_path: Path) -> None:
    text = "The act was published late. " * 3000
    document = drawn.document_of(INSTRUMENT, {"T-1.1": Answer(2, justification=text)})
    assert there_and_back(document, tmp_path).answers["T-1.1"].justification == text
    import openpyxl

    shown = openpyxl.load_workbook(tmp_path / "answers.xlsx")["Answers"]["G6"].value
    assert len(shown) <= 32_767
    assert "cut here" in shown


def test_an_edited_long_text_replaces_what_was_kept(tmp_path: Path) -> None:
    import openpyxl

    text = "The act was published late. " * 3000
    there_and_back(drawn.document_of(INSTRUMENT, {"T-1.1": Answer(2, justification=text)}), tmp_path)
    path = tmp_path / "answers.xlsx"
    book = openpyxl.load_workbook(path)
    book["Answers"]["G6"] = "Shorter now."
    book.save(path)
    back = read_workbook(path, lambda *_: INSTRUMENT)
    assert back.answers["T-1.1"].justification == "Shorter now."


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    report = drawn.report_of(drawn.plain_document(INSTRUMENT, 1), INSTRUMENT)
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(tmp_path / name, report)
        write_blank_workbook(tmp_path / f"blank-{name}", report.framework, INSTRUMENT)
    for first, second in (("a.xlsx", "b.xlsx"), ("blank-a.xlsx", "blank-b.xlsx")):
        assert (tmp_path / first).read_bytes() == (tmp_path / second).read_bytes()


@pytest.mark.parametrize("step", range(10))
def test_a_cancelled_export_leaves_the_earlier_file(step: int, tmp_path: Path) -> None:
    class Stop:
        def step(self, done: int, total: int, what: str = "") -> None:
            if done == step:
                raise Cancelled

    target = tmp_path / "a.xlsx"
    target.write_bytes(b"earlier")
    report = drawn.report_of(drawn.plain_document(INSTRUMENT, 1), INSTRUMENT)
    with pytest.raises(Cancelled):
        write_workbook(target, report, Stop())
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["a.xlsx"]
    assert target.read_bytes() == b"earlier"


def test_where_it_cannot_be_written_is_said_and_the_earlier_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = drawn.report_of(drawn.plain_document(INSTRUMENT, 1), INSTRUMENT)
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"earlier")
    with pytest.raises(ExportError) as caught:
        write_workbook(tmp_path / f"{'long' * 80}.xlsx", report)
    assert caught.value.code is ErrorCode.TARGET_NAME_TOO_LONG
    for trouble, code in ((28, ErrorCode.DISK_FULL), (26, ErrorCode.TARGET_IN_USE)):

        def refuse(*_: object, trouble: int = trouble) -> None:
            raise OSError(trouble, "refused")

        with monkeypatch.context() as patched:
            patched.setattr("wb6assess.files._take_place", refuse)
            with pytest.raises(ExportError) as caught:
                write_workbook(target, report)
        assert caught.value.code is code
        assert caught.value.facts["path"] == target
    assert target.read_bytes() == b"earlier"
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_workbook_that_reads_back_differently_is_not_delivered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exports.workbook.sheets.answers.shown_text", lambda text: text[:5])
    report = drawn.report_of(
        drawn.document_of(INSTRUMENT, {"T-1.1": Answer(3, justification="Cut by a defect")}), INSTRUMENT
    )
    with pytest.raises(ExportError) as caught:
        write_workbook(tmp_path / "a.xlsx", report)
    assert caught.value.code is ErrorCode.EXPORT_CHECK_FAILED
    assert caught.value.facts["reason"] == "T-1.1"
    assert caught.value.facts["path"] == tmp_path / "a.xlsx"
    assert not (tmp_path / "a.xlsx").exists()


def test_a_blank_workbook_filled_by_hand_is_a_document(tmp_path: Path) -> None:
    import openpyxl

    path = tmp_path / "blank.xlsx"
    write_blank_workbook(path, drawn.framework_for(INSTRUMENT), INSTRUMENT)
    book = openpyxl.load_workbook(path)
    summary = book["Summary"]
    assert summary["B10"].value == "2026"
    summary["B9"], summary["B11"], summary["B12"] = "MK – North Macedonia", "E-7", "Handed in"
    answers = book["Answers"]
    answers["C6"], answers["F6"] = 4, "High"
    answers["E7"], answers["G7"] = "Don’t know", "Nobody could say."
    book.save(path)
    document = read_workbook(path, lambda *_: INSTRUMENT)
    assert document.identity.country == "MK"
    assert (document.identity.expert, document.identity.round) == ("E-7", "2026")
    assert (document.status, document.revision) == (Status.SUBMITTED, 1)
    assert document.answers["T-1.1"].value == 4
    assert document.answers["T-1.2"].state is SpecialState.DONT_KNOW


def test_ids_that_look_alike_to_a_spreadsheet_get_different_names() -> None:
    names = defined_names(["FDI-1", "FDI_1", "fdi-1", "A.1"])
    assert names == {"FDI-1": "FDI_1", "FDI_1": "FDI_1__2", "fdi-1": "fdi_1__3", "A.1": "A.1"}
