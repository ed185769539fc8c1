"""The verbs instrument to-xlsform and from-xlsform, from the command line."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.exports.xlsforms import household, xform_of
from ui.cli import main
from wb6assess.instruments.checks import check_folder
from wb6assess.instruments.library import Library

DRAWN = Path(__file__).parents[1] / "data" / "drawn-questionnaires"


def test_there_and_back(tmp_path, capsys):
    form, out = tmp_path / "form.xlsx", tmp_path / "back"
    base = ["--questionnaires", str(DRAWN), "--json"]
    assert main(["instrument", "to-xlsform", "drawn", "--out", str(form), *base]) == 0
    assert json.loads(capsys.readouterr().out)["written"] == {"xlsform": str(form)}
    xform_of(form)
    assert main(["instrument", "from-xlsform", str(form), "--out", str(out), *base]) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out)["losses"] == []
    before, after = Library(DRAWN).instrument("drawn"), Library(out).instrument("drawn")
    assert replace(after, digest="") == replace(before, digest="")
    assert Library(out).framework.countries == Library(DRAWN).framework.countries


def test_an_ordinary_form_becomes_a_folder_that_can_be_used(tmp_path, capsys):
    out = tmp_path / "mine"
    form = household(tmp_path / "household.xlsx")
    assert main(["instrument", "from-xlsform", str(form), "--out", str(out), "--json"]) == 0
    captured = capsys.readouterr()
    found = json.loads(captured.out)
    home = out / "household_water"
    assert {Path(path).name for path in found["written"]} == {
        *("instrument.yaml", "sq.yaml", "sr-Cyrl.yaml", "from-xlsform.txt", "framework.yaml"),
    }
    assert [problem for problem in check_folder(out) if not problem.advice] == []
    assert "survey!25 place: type geopoint has no counterpart" in captured.err
    report = (home / "from-xlsform.txt").read_text(encoding="utf-8")
    assert all(f"{loss['place']}" in report for loss in found["losses"])
    assert sum(found["counts"].values()) == len(found["losses"])
    assert main(["instrument", "list", "--questionnaires", str(out)]) == 0


def test_earlier_work_is_not_overwritten_unasked(tmp_path, capsys):
    out = tmp_path / "mine"
    form = str(household(tmp_path / "household.xlsx"))
    assert main(["instrument", "from-xlsform", form, "--out", str(out)]) == 0
    file = out / "household_water" / "instrument.yaml"
    file.write_text("mine", encoding="utf-8")
    assert main(["instrument", "from-xlsform", form, "--out", str(out)]) == 1
    assert "exists already and was not touched" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "mine"
    assert main(["instrument", "from-xlsform", form, "--out", str(out), "--replace"]) == 0
    assert file.read_text(encoding="utf-8").startswith("format: wb6assess-instrument/1")


def test_a_framework_that_is_there_stays_and_the_missing_line_is_named(tmp_path, capsys):
    out = tmp_path / "mine"
    out.mkdir()
    framework = (DRAWN / "framework.yaml").read_text(encoding="utf-8")
    (out / "framework.yaml").write_text(framework, encoding="utf-8")
    form = str(household(tmp_path / "household.xlsx"))
    assert main(["instrument", "from-xlsform", form, "--out", str(out)]) == 0
    assert (out / "framework.yaml").read_text(encoding="utf-8") == framework
    line = "- {id: HOUSEHOLD_WATER, instrument: household_water, weight: 0}"
    assert line in capsys.readouterr().err


@pytest.mark.parametrize(
    "verb", [["to-xlsform", "none", "--out", "x.xlsx"], ["from-xlsform", "none.xlsx"]]
)
def test_what_cannot_be_done_is_one_line(tmp_path, capsys, monkeypatch, verb):
    monkeypatch.chdir(tmp_path)
    out = ["--out", "out"] if verb[0] == "from-xlsform" else []
    assert main(["instrument", *verb, *out]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []
