"""meeting-pack, minutes, comments: papers from the command line."""

import json

import pytest

from tests import meetings
from tests.exports import papers
from tests.meetings import EXPERTS, REASON
from ui.cli import main
from wb6assess.instruments.library import Library


@pytest.fixture
def options(tmp_path):
    library = Library(meetings.questionnaires(tmp_path / "questionnaires"))
    with meetings.workspace_at(tmp_path / "workspace", library) as workspace:
        meetings.hand_in(workspace, tmp_path / "in")
    return ["--workspace", str(tmp_path / "workspace"), "--questionnaires", str(library.folder)]


def test_the_pack_holds_the_most_important_items(options, tmp_path, capsys):
    out = tmp_path / "out"
    call = ["meeting-pack", "--round", "2026", "--out", str(out), "--countries", "AL", "--top", "2"]
    assert main([*call, "--json", *options]) == 0
    files = json.loads(capsys.readouterr().out)["files"]
    assert sorted(path.name for path in out.iterdir()) == ["agenda_2026_M1.pdf", "handout_2026_M1.pdf"]
    assert len(files) == 2
    assert len(papers.pages(out / "handout_2026_M1.pdf")) == 2


def test_minutes_and_comments_follow_a_decision_and_name_nobody(options, tmp_path):
    cell = ["--country", "AL", "--round", "2026", "--indicator", "Q1", "--level", "2"]
    why = ["--reason-code", "R5", "--reason", REASON, "--meeting", "M4"]
    assert main(["decide", *cell, *why, *options]) == 0
    for call in (
        ["minutes", "--meeting", "M4", "--out", str(tmp_path / "minutes.pdf")],
        ["minutes", "--meeting", "M4", "--out", str(tmp_path / "minutes.docx")],
        ["comments", "--round", "2026", "--out", str(tmp_path / "comments.pdf")],
        ["comments", "--round", "2026", "--out", str(tmp_path / "comments.xlsx")],
    ):
        assert main([*call, *options]) == 0
    assert "1 indicator decided: 1 set." in papers.words(tmp_path / "minutes.pdf")
    for name in ("minutes", "comments"):
        text = papers.words(tmp_path / f"{name}.pdf")
        assert not [code for code in EXPERTS if code in text]
    assert (tmp_path / "comments.xlsx").stat().st_size > 0


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["minutes", "--meeting", "M9", "--out", "x.pdf"], "no meeting “M9”"),
        (["meeting-pack", "--round", "1999", "--out", "x"], "no round “1999”"),
        (["meeting-pack", "--round", "2026", "--out", "x", "--countries", "ZZ"], "no country"),
    ],
)
def test_what_does_not_exist_is_said(options, capsys, call, said):
    assert main([*call, *options]) == 1
    assert said in capsys.readouterr().err
