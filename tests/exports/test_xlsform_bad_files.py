"""Files that are no XLSForm end in one sentence, and nothing is written."""

import zipfile

import pytest

from exports.xlsform.reader import read_xlsform
from tests.exports.xlsforms import draw
from ui.messages import sentence
from wb6assess.errors import ErrorCode, FileError

HEADS = ["type", "name", "label"]


def refusal(path) -> FileError:
    with pytest.raises(FileError) as caught:
        read_xlsform(path, 2026)
    text = sentence(caught.value)
    assert "\n" not in text
    assert "(reason)" not in text
    return caught.value


def test_a_missing_file(tmp_path):
    assert refusal(tmp_path / "none.xlsx").code is ErrorCode.FILE_MISSING


@pytest.mark.parametrize(
    "content",
    [b"", b"type,name,label\ntext,a,A\n", b"PK\x03\x04 broken", bytes.fromhex("D0CF11E0A1B11AE1")],
    ids=["empty", "csv", "broken", "xls"],
)
def test_no_workbook(tmp_path, content):
    path = tmp_path / "form.xlsx"
    path.write_bytes(content)
    assert refusal(path).code is ErrorCode.WORKBOOK_INVALID


def test_a_folder(tmp_path):
    assert refusal(tmp_path).code is ErrorCode.WORKBOOK_INVALID


def test_a_bomb(tmp_path):
    path = draw(tmp_path / "form.xlsx", survey=[HEADS, ["text", "a", "A"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.xml", b"0" * 50_000_000)
    assert refusal(path).code is ErrorCode.WORKBOOK_INVALID


@pytest.mark.parametrize(
    ("sheets", "reason"),
    [
        ({"questions": [HEADS]}, "it has no sheet “survey”"),
        ({"survey": []}, "its sheet “survey” is empty"),
        ({"survey": [HEADS]}, "its sheet “survey” is empty"),
        ({"survey": [["question", "name"], ["What?", "a"]]}, "has no column “type”"),
        ({"survey": [HEADS, ["end_group"]]}, "survey!2 ends a group that was not begun"),
        (
            {"survey": [HEADS, ["begin_group", "g", "G"], ["text", "a", "A"]]},
            "the group that begins at survey!2 is not ended",
        ),
        (
            {"survey": [HEADS, *[["begin_group", f"g{n}", "G"] for n in range(40)]]},
            "groups are nested more than 30 deep",
        ),
        ({"survey": [HEADS, ["note", "a", "A"]]}, "none of its questions has a counterpart"),
        (
            {"survey": [HEADS, ["note", "a", "A"]], "scoring": [["kind", "key"], ["form", "format"]]},
            "none of its questions has a counterpart",
        ),
    ],
)
def test_a_workbook_that_is_no_form(tmp_path, sheets, reason):
    error = refusal(draw(tmp_path / "form.xlsx", **sheets))
    assert error.code is ErrorCode.XLSFORM_INVALID
    assert reason in str(error.facts["reason"])


def test_absurd_values_do_no_harm(tmp_path):
    path = draw(
        tmp_path / "form.xlsx",
        survey=[
            [*HEADS, "relevant", "constraint", "parameters"],
            ["select_one " + "x" * 5000, "../../etc/passwd", "=1+1", "((((" * 500, ". > 1e999"],
            ["range", "__proto__", "r" * 30_000, "${../../etc/passwd} = 1", "", "start=9 end=1"],
            ["integer", "9" * 200, "${" * 2000, "", ". >= 10 and . <= 1"],
            ["integer", "n", "N", "", ". >= 0 and . <= 123456789012345678901234567890"],
        ],
        settings=[["form_id", "version", "form_title"], ["../../evil", "9" * 400, "T"]],
    )
    back = read_xlsform(path, 2026)
    assert back.instrument.id == "evil"
    assert all(item.id.isidentifier() for item in back.instrument.indicators())
    assert len(next(iter(back.instrument.indicators())).title) <= 80
