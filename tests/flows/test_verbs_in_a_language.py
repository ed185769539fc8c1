"""--lang: every verb that shows texts of questionnaires shows them in that language, or says why not."""

import json
from pathlib import Path

import pytest

from tests import meetings
from tests.exports import papers
from ui.cli import main
from wb6assess.instruments.library import Library

ALBANIAN = """\
format: wb6assess-translation/1
instrument: one
version: "2026.1"
language: sq
status: draft
texts:
  title: Gjashtë pyetje
  Q1.title: Titulli i pyetjes së parë
"""


@pytest.fixture
def where(tmp_path) -> list[str]:
    library = Library(meetings.questionnaires(tmp_path / "questionnaires"))
    (library.folder / "one" / "sq.yaml").write_text(ALBANIAN, "utf-8")
    with meetings.workspace_at(tmp_path / "workspace", library) as workspace:
        meetings.hand_in(workspace, tmp_path / "in")
    return ["--workspace", str(tmp_path / "workspace"), "--questionnaires", str(library.folder)]


def done(*call: str) -> None:
    assert main([str(part) for part in call]) == 0


def test_tables_and_explanations_are_in_the_language(where, capsys):
    done("new", "--country", "AL", "--instrument", "one", "--round", "2026", "--expert", "E9", *where)
    made = capsys.readouterr().out.strip()
    done("show", made, "--lang", "sq", *where)
    assert "Gjashtë pyetje" in capsys.readouterr().out
    done("explain", "--country", "AL", "--node", "Q1", "--json", "--lang", "sq", *where)
    assert json.loads(capsys.readouterr().out)["tree"]["title"] == "Titulli i pyetjes së parë"


def test_papers_of_a_meeting_are_in_the_language(where, tmp_path):
    done("meeting-pack", "--round", "2026", "--out", str(tmp_path / "pack"), "--lang", "sq", *where)
    done("comments", "--round", "2026", "--out", str(tmp_path / "c.pdf"), "--lang", "sq", *where)
    for paper in (tmp_path / "pack" / "handout_2026_M1.pdf", tmp_path / "c.pdf"):
        assert "Titulli i pyetjes së parë" in papers.words(paper)


@pytest.mark.parametrize(
    "call",
    [
        ["list"],
        ["import", "--list"],
        ["doctor"],
        ["query", "--round", "2026", "--list"],
        ["new", "--country", "AL", "--instrument", "one", "--round", "2026", "--expert", "E9"],
    ],
)
def test_an_unknown_language_is_refused_by_every_verb(where, capsys, call):
    assert main([*call, "--lang", "xx", *where]) == 1
    assert "There is no language “xx”" in capsys.readouterr().err


def test_minutes_are_a_paper_and_nothing_else(where, tmp_path, capsys):
    target: Path = tmp_path / "minutes.txt"
    assert main(["minutes", "--meeting", "M1", "--out", str(target), *where]) == 2
    assert ".pdf" in capsys.readouterr().err
    assert not target.exists()


def test_a_decision_names_its_meeting(where, capsys):
    cell = ["--country", "AL", "--round", "2026", "--indicator", "Q1", "--level", "2"]
    why = ["--reason-code", "R5", "--reason", meetings.REASON, "--meeting", " "]
    assert main(["decide", *cell, *why, *where]) == 2
    assert "--meeting" in capsys.readouterr().err
