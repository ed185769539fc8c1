"""The verb import: files come in, are explained, and are taken back."""

from dataclasses import replace

import pytest

from tests.flows.coordinator.verbs import THREE, document, imported
from wb6assess.model.assessment import Status


def outcomes(found):
    return [entry["outcome"] for entry in found["files"]]


def test_import_takes_good_files_and_explains_bad_ones(run, inbox, tmp_path):
    folder = inbox(*THREE, document("E04", status=Status.DRAFT), document("E05", country="DE"))
    (folder / "05.json").write_text("{")
    (folder / "06.xlsx").write_bytes(b"")
    found = imported(run, folder)
    assert outcomes(found) == [
        "accepted", "accepted", "accepted", "draft", "unknown-country", "refused", "refused",
    ]  # fmt: skip
    assert found["counts"]["accepted"] == 3
    assert all(entry["reason"] for entry in found["files"])
    again = imported(run, folder)
    assert outcomes(again)[:4] == ["already-there"] * 4


def test_an_import_that_brought_nothing_new_is_none_to_take_back(run, inbox):
    folder = inbox(*THREE)
    first = imported(run, folder)
    assert imported(run, folder)["import"] is None
    assert run("import", "--undo", "last", "--json")[1]["import"] == first["import"]
    assert imported(run, folder)["import"] is not None


def test_an_import_of_which_nothing_could_be_read_failed(run, tmp_path):
    (tmp_path / "broken.json").write_text("{")
    code, found, said = run("import", tmp_path / "broken.json", tmp_path / "gone.xlsx")
    assert code == 1
    assert found.count("refused") >= 2
    assert "No file could be taken in" in said


def test_times_in_documents_are_written_one_way(run, inbox):
    imported(run, inbox(*THREE))
    (listed,) = run("import", "--list", "--json")[1]
    assert listed["at"].endswith("Z")


def test_a_look_changes_nothing(run, inbox):
    folder = inbox(*THREE)
    found = imported(run, folder, "--preview")
    assert (found["import"], outcomes(found)) == (None, ["accepted"] * 3)
    assert run("import", "--list", "--json")[1] == []


def test_revisions_and_conflicts_are_seen_across_imports(run, inbox):
    imported(run, inbox(document(revision=2), document("E02")))
    more = inbox(document(), document(revision=3), document("E02", levels=[5] * 12), name="more")
    assert outcomes(imported(run, more)) == ["superseded", "supersedes", "conflict"]


def test_files_of_two_rounds_are_each_judged_in_their_own(run, inbox):
    found = imported(run, inbox(document(), document(round="2025"), document(round="2025")))
    assert outcomes(found) == ["accepted", "accepted", "already-there"]


def test_the_original_bytes_are_kept(run, inbox, tmp_path):
    folder = inbox(document())
    original = (folder / "00.json").read_bytes()
    imported(run, folder)
    (folder / "00.json").unlink()
    kept = [path.read_bytes() for path in (tmp_path / "ws" / "attachments").rglob("*") if path.is_file()]
    assert kept == [original]
    assert run("doctor")[0] == 0


def test_an_import_is_taken_back_without_touching_others(run, inbox, tmp_path):
    first = imported(run, inbox(document(), document("E02")))
    second = imported(run, inbox(document("E02"), document("E03"), name="more"))
    assert run("import", "--undo", first["import"])[0] == 0
    code, found, _ = run("report", "--round", "2026", "--out", tmp_path / "out", "--json")
    assert code == 0
    assert found["countries"]["AL"]["experts"] == 2  # E02 came with the second, too
    assert run("import", "--undo", first["import"])[0] == 1
    assert run("import", "--undo", "last")[0] == 0
    listed = run("import", "--list", "--json")[1]
    assert [(row["import"], row["undone"]) for row in listed] == [
        (first["import"], True),
        (second["import"], True),
    ]
    assert run("import", "--undo", "last")[0] == 1


def test_taking_back_says_when_nothing_is_left_to_take_back(run, inbox):
    imported(run, inbox(document()))
    assert run("import", "--undo", "last")[0] == 0
    code, _, said = run("import", "--undo", "last")
    assert (code, "No import is left" in said) == (1, True)


def test_a_file_of_a_newer_questionnaire_says_whom_it_puts_aside(run, inbox):
    older = [
        replace(item, identity=replace(item.identity, instrument_version="2025.1"))
        for item in (document(), document("E02"))
    ]
    assert outcomes(imported(run, inbox(*older))) == ["accepted"] * 2
    found = imported(run, inbox(document("E03"), name="newer"), "--preview")
    assert outcomes(found) == ["accepted"]
    assert "in version 2025.1 are no longer scored (2)" in found["files"][0]["reason"]


def test_a_preview_of_nothing_takes_nothing_back(run, inbox):
    imported(run, inbox(*THREE))
    for other in (("--undo", "last"), ("--list",), ("--refused",)):
        assert run("import", "--preview", *other)[0] == 2
    (listed,) = run("import", "--list", "--json")[1]
    assert not listed["undone"]


@pytest.mark.parametrize("verb", [("import",), ("merge", "--out", "out")])
def test_an_empty_name_is_not_the_folder_one_stands_in(run, inbox, monkeypatch, verb):
    monkeypatch.chdir(inbox(*THREE))
    assert run(*verb, "")[0] == 2
    assert run(*verb, ".")[0] == 0


def test_what_a_workspace_keeps_does_not_come_in_again(run, inbox, tmp_path):
    first = imported(run, inbox(document("E01")))
    assert run("import", "--undo", first["import"])[0] == 0
    found = imported(run, tmp_path / "ws")  # the original bytes are still kept there
    assert set(outcomes(found)) == {"not-a-submission"}
