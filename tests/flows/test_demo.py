"""`make demo`: the whole job on invented answers, all questionnaires, six countries."""

import json

import pytest

from ui.cli import main


@pytest.mark.slow
def test_the_demonstration_does_the_whole_job(tmp_path, capsys):
    out = tmp_path / "demo"
    assert main(["demo", "--out", str(out), "--experts", "1", "--json"]) == 0
    captured = capsys.readouterr()
    document = json.loads(captured.out)
    assert "invented" in captured.err
    assert document["sample"] is True
    assert len(document["countries"]) == 6
    assert {file["outcome"] for file in document["files"]} == {"accepted"}
    questionnaires = len(document["instruments"])
    assert len(list((out / "submissions").glob("*.xlsx"))) == 6 * questionnaires
    assert len(list((out / "submissions").glob("*.pdf"))) == 6 * questionnaires
    assert {path.suffix for path in (out / "regional").iterdir()} >= {".xlsx", ".pdf", ".json"}
