"""The verbs as a person and a script meet them: contracts of keys, exit codes and streams."""

import json
from pathlib import Path

import pytest

import wb6assess
from ui.cli import main
from wb6assess.exchange.answers import write_document
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Document, Identity, Status
from wb6assess.session.samples import sample_answers
from wb6assess.settings import questionnaires_folder

FDI = "fdi-screening"


@pytest.fixture(scope="module")
def library():
    return Library(questionnaires_folder())


@pytest.fixture
def run(tmp_path, capsys):
    """Run one verb; returns exit code, standard output, standard error."""

    def call(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def answers_file(folder: Path, library: Library, country="XK", expert="E01", revision=1, **more) -> Path:
    instrument = library.instrument(FDI)
    answers = sample_answers(instrument, country, expert, 7, library.framework.parameters)
    identity = Identity(country, FDI, instrument.version, more.pop("round", "2026"), expert)
    status = more.pop("status", Status.SUBMITTED)
    document = Document(identity, revision, status, answers | more.pop("answers", {}), sample=True)
    target = folder / f"{country}_{expert}_r{revision}.json"
    target.write_bytes(write_document(document))
    return target


@pytest.mark.parametrize("group", [(), ("instrument",)], ids=["verbs", "author's tools"])
def test_the_list_of_verbs_says_whole_sentences(run, group):
    code, out, _ = run(*group, "--help")
    lines = out.split("Commands:")[1].strip().splitlines()
    assert code == 0
    assert [line for line in lines if not line.endswith(".") or line.endswith("...")] == []


def made(run) -> str:
    code, out, _ = run(
        "new", "--country", "XK", "--instrument", FDI, "--expert", "E01", "--round", "2026"
    )
    assert code == 0
    return out.strip()


def test_an_experts_whole_way(run, library, tmp_path):
    identifier = made(run)
    source = answers_file(tmp_path, library)
    assert run("fill", identifier, source)[0] == 0
    code, out, _ = run("submit", identifier, "--json")
    assert code == 0
    assert json.loads(out)["revision"] == 1
    names = {kind: tmp_path / f"out.{kind}" for kind in ("xlsx", "pdf", "wb6", "json")}
    code, _, _ = run(
        "export", identifier, "--xlsx", names["xlsx"], "--pdf", names["pdf"],
        "--package", names["wb6"], "--answers", names["json"],
    )  # fmt: skip
    assert code == 0
    scored = [json.loads(run("score", names[kind], "--json")[1]) for kind in ("xlsx", "wb6", "json")]
    shown = json.loads(run("show", identifier, "--json")[1])
    for other in scored:
        assert other["published"] == shown["published"]
        assert other["indicators"] == shown["indicators"]
        assert other["content_hash"] == shown["content_hash"]
    assert names["pdf"].read_bytes().startswith(b"%PDF")


def test_score_json_has_the_fixed_keys(run, library, tmp_path):
    code, out, err = run("score", answers_file(tmp_path, library), "--json")
    assert code == 0
    document = json.loads(out)
    assert document["format"] == "wb6assess-scores/1"
    assert {
        "methodology", "instrument", "instrument_version", "status", "score", "published", "coverage",
        "provisional", "band", "geometric", "pillars", "indicators", "indices", "findings",
    } <= set(document)  # fmt: skip
    assert set(document["pillars"]["FDI-1"]) == {
        "status", "score", "published", "coverage", "provisional", "band",
    }  # fmt: skip
    assert {"state", "score", "uncapped", "cap"} == set(document["indicators"]["FDI-1.1"])
    assert all({"id", "severity", "about", "message"} == set(f) for f in document["findings"])
    assert err == ""


def test_list_and_show_speak_json_and_text(run):
    assert "No assessments yet" in run("list")[1]
    identifier = made(run)
    assert identifier in run("list")[1]
    assert json.loads(run("list", "--json")[1])[0]["id"] == identifier
    assert "Legal foundation" in run("show", identifier)[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ("no-such-verb",),
        ("new", "--country", "XK"),
        ("export", "some-id"),
        ("blank", FDI),
        ("merge", "--out", "somewhere"),
        ("list", "--no-such-option"),
        ("--no-such-option",),
    ],
)
def test_wrong_usage_is_exit_code_2(run, arguments):
    code, out, err = run(*arguments)
    assert code == 2
    assert out == ""
    assert err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("new", "--country", "DE", "--instrument", FDI, "--expert", "E", "--round", "2026"), "DE"),
        (("new", "--country", "XK", "--instrument", "nope", "--expert", "E", "--round", "2026"), "nope"),
        (("new", "--country", "XK", "--instrument", FDI, "--expert", "a b", "--round", "2026"), "a b"),
        (("new", "--country", "XK", "--instrument", FDI, "--expert", "E", "--round", "1999"), "1999"),
        (("show", "0000"), "0000"),
        (("score", "missing.json"), "missing.json"),
        (("blank", "nope", "--xlsx", "x.xlsx"), "nope"),
        (("blank", FDI, "--xlsx", "x.xlsx", "--lang", "xx"), "xx"),
    ],
)
def test_could_not_is_exit_code_1_with_one_clear_line(run, arguments, words):
    code, out, err = run(*arguments)
    assert code == 1
    assert out == ""
    assert words in err
    assert len(err.strip().splitlines()) == 1
    assert "(" + "path" + ")" not in err
    assert "Traceback" not in err


def test_a_second_assessment_of_the_same_expert_is_refused(run):
    made(run)
    code, _, err = run(
        "new", "--country", "XK", "--instrument", FDI, "--expert", "E01", "--round", "2026"
    )
    assert code == 1
    assert "already" in err


def test_a_handed_in_revision_takes_no_answers(run, library, tmp_path):
    identifier = made(run)
    source = answers_file(tmp_path, library)
    run("fill", identifier, source)
    run("submit", identifier)
    code, _, err = run("fill", identifier, source)
    assert code == 1
    assert "handed in" in err


def test_fill_can_say_what_would_change_and_change_nothing(run, library, tmp_path):
    import openpyxl

    identifier = made(run)
    run("fill", identifier, answers_file(tmp_path, library))
    path = tmp_path / "edited.xlsx"
    run("export", identifier, "--xlsx", path)
    book = openpyxl.load_workbook(path)
    sheet = book["Answers"]
    row, level = next(
        (row, cell.value)
        for row in range(5, sheet.max_row)
        if isinstance((cell := sheet.cell(row, 3)).value, int)
    )
    sheet.cell(row, 3).value = 5 - level
    sheet.row_dimensions[row].hidden = True
    book.save(path)
    code, out, err = run("fill", identifier, path, "--preview", "--json")
    assert code == 0
    preview = json.loads(out)["preview"]
    assert (preview["new"], preview["changed"], preview["kept"]) == ([], [sheet.cell(row, 1).value], [])
    assert f"hidden rows ({row})" in err
    assert "1 replaced" in run("fill", identifier, path, "--preview")[1]
    assert json.loads(run("fill", identifier, path, "--json")[1])["changed"] == 1
    assert (
        json.loads(run("fill", identifier, path, "--preview", "--json")[1])["preview"]["changed"] == []
    )


def test_fill_clears_what_is_not_in_the_file_only_when_told(run, library, tmp_path):
    identifier = made(run)
    run("fill", identifier, answers_file(tmp_path, library))
    path = tmp_path / "fewer.json"
    document = json.loads(answers_file(tmp_path, library).read_text())
    gone, _ = document["answers"].popitem()
    path.write_text(json.dumps(document))
    assert "1 not in the file, they stay" in run("fill", identifier, path, "--preview")[1]
    assert json.loads(run("fill", identifier, path, "--json")[1])["changed"] == 0
    assert f"1 cleared: {gone}" in run("fill", identifier, path, "--preview", "--clear")[1]
    assert json.loads(run("fill", identifier, path, "--clear", "--json")[1])["changed"] == 1


def test_fill_refuses_another_countrys_file(run, library, tmp_path):
    identifier = made(run)
    code, _, err = run("fill", identifier, answers_file(tmp_path, library, country="AL"))
    assert code == 1
    assert "another assessment" in err
    assert json.loads(run("list", "--json")[1])[0]["done"] == 0


def test_merge_names_each_file_and_goes_on_after_a_bad_one(run, library, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for country in ("AL", "BA", "ME", "MK", "RS", "XK"):
        for expert in ("E01", "E02", "E03"):
            answers_file(folder, library, country, expert)
    answers_file(folder, library, "AL", "E01", revision=2)
    answers_file(folder, library, "AL", "E09", status=Status.DRAFT)
    (folder / "broken.json").write_text("{", "utf-8")
    out = tmp_path / "out"
    code, text, err = run("merge", folder, "--out", out, "--json")
    assert code == 0, err
    document = json.loads(text)
    assert document["format"] == "wb6assess-consolidation/1"
    outcomes = {Path(file["file"]).name: file["outcome"] for file in document["files"]}
    assert outcomes["broken.json"] == "refused"
    assert outcomes["AL_E01_r1.json"] == "superseded"
    assert outcomes["AL_E01_r2.json"] == "supersedes"
    assert outcomes["AL_E09_r1.json"] == "draft"
    assert all(file["reason"] for file in document["files"])
    assert "broken.json" in err
    albania = document["countries"]["AL"]["domains"]["FDI"]
    assert albania["indicators"]["FDI-1.1"]["n"] + albania["indicators"]["FDI-1.1"]["n_dk"] == 3
    assert {"overall", "domains", "priorities"} <= set(document["countries"]["AL"])
    assert document["final"] is False
    assert document["why_not_final"]
    written = {path.suffix for path in out.rglob("*") if path.is_file()}
    assert written == {".xlsx", ".pdf", ".docx", ".csv", ".json"}


def test_what_an_import_refused_is_listed_later(run, tmp_path):
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": "wb6assess-answers/1", "assessment": 1}')
    home = ["--workspace", str(tmp_path / "desk")]
    run("import", str(broken), *home)
    code, out, _ = run("import", "--refused", *home, "--json")
    (found,) = json.loads(out)
    assert (code, found["file"], len(found["sha256"])) == (0, "broken.json", 64)
    assert "braces" in found["reason"]
    assert "broken.json: " in run("import", "--refused", *home)[1]


def test_stray_files_of_a_folder_share_one_line_but_not_in_json(run, library, tmp_path):
    folder = tmp_path / "mail"
    folder.mkdir()
    for name in ("a.pdf", "b.PDF", "c.jpg"):
        (folder / name).write_bytes(b"%PDF-1.7")
    code, out, _ = run("import", str(folder), "--preview")
    assert code == 0
    assert out.splitlines()[0] == (
        "3 other files hold no expert's answers: 2 .pdf, 1 .jpg. Passed over."
    )
    assert "a.pdf" not in out
    code, out, _ = run("import", str(folder), "--preview", "--json")
    assert [Path(file["file"]).name for file in json.loads(out)["files"]] == ["a.pdf", "b.PDF", "c.jpg"]


def test_merge_in_any_order_gives_the_same_bytes(run, library, tmp_path):
    files = [answers_file(tmp_path, library, "AL", f"E0{n}") for n in (1, 2, 3)]
    first, second = tmp_path / "first", tmp_path / "second"
    assert run("merge", *files, "--out", first)[0] == 0
    assert run("merge", *reversed(files), files[0], "--out", second)[0] == 0
    written = [path.relative_to(first) for path in sorted(first.rglob("*")) if path.is_file()]
    assert {path.suffix for path in written} == {".xlsx", ".pdf", ".docx", ".csv", ".json"}
    for path in written:
        assert (first / path).read_bytes() == (second / path).read_bytes(), path


def test_merge_of_nothing_usable_writes_nothing(run, tmp_path):
    (tmp_path / "x.json").write_text("[]", "utf-8")
    code, _, err = run("merge", tmp_path / "x.json", "--out", tmp_path / "out")
    assert code == 1
    assert "x.json" in err
    assert not (tmp_path / "out").exists()


def test_blank_writes_both_forms(run, tmp_path):
    code, out, _ = run("blank", FDI, "--xlsx", tmp_path / "b.xlsx", "--pdf", tmp_path / "b.pdf")
    assert code == 0
    assert "b.xlsx" in out
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF")


def test_instrument_verbs(run, tmp_path):
    listed = json.loads(run("instrument", "list", "--json")[1])
    assert (listed[0]["id"], listed[0]["indicators"]) == (FDI, 42)
    assert run("instrument", "check")[0] == 0
    assert run("instrument", "schema", "--out", tmp_path)[0] == 0
    assert "$schema" in next(tmp_path.glob("instrument*.json")).read_text("utf-8")


def test_a_bad_questionnaire_is_reported_whole(run, tmp_path):
    bad = tmp_path / "instrument.yaml"
    bad.write_text("format: wb6assess-instrument/1\nid: x\nversion: 1\nbogus: 2\n", "utf-8")
    code, out, err = run("instrument", "check", bad)
    assert code == 1
    assert "bogus" in out
    assert "errors" in err


def test_help_names_every_verb(run):
    out = run("--help")[1]
    verbs = ("new", "list", "show", "fill", "submit", "export", "blank", "score", "merge", "demo")
    for verb in (*verbs, "instrument"):
        assert verb in out


def test_version_is_said(run):
    assert run("--version") == (0, f"wb6assess {wb6assess.__version__}\n", "")


def test_shared_options_may_stand_before_the_verb(run, tmp_path):
    before = run("--json", "--workspace", tmp_path / "w", "list")
    behind = run("list", "--json", "--workspace", tmp_path / "w")
    assert before == behind == (0, "[]\n", "")
