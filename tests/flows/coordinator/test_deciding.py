"""The verb decide: decisions are kept, follow each other, and are refused in words."""

import json

import pytest

from tests.flows.coordinator.verbs import CELL, DECIDE, REASON, THREE, decided, document, imported


def test_decisions_are_kept_and_each_supersedes_the_one_before(run, inbox, tmp_path):
    imported(run, inbox(*THREE))
    first = decided(run, "--indicator", "Q1", "--level", "3")
    assert (first["action"], first["score"], first["supersedes"]) == ("set", 60.0, [])
    assert len(first["basis_hash"]) == 64
    second = decided(run, "--indicator", "Q1", "--confirm")
    assert (second["score"], second["supersedes"]) == (0.0, [first["id"]])
    third = decided(run, "--indicator", "Q1", "--revoke")
    assert third["supersedes"] == [second["id"]]
    fourth = decided(run, "--indicator", "Q1", "--na")
    assert fourth["supersedes"] == []
    found = run("report", "--out", tmp_path / "out", "--json")[1]
    assert [r["fate"] for r in found["decisions"]] == ["superseded", "superseded", "applied", "applied"]
    assert found["countries"]["AL"]["domains"]["ONE"]["indicators"]["Q1"]["state"] == "not_applicable"


def test_the_records_of_the_workspace_are_the_decisions_file_of_a_merge(run, inbox, tmp_path):
    files = inbox(*THREE)
    imported(run, files)
    decided(run, "--indicator", "Q1", "--level", "3")
    decided(run, "--indicator", "Q1", "--revoke")
    decided(run, "--indicator", "Q2", "--confirm")
    code, found, _ = run("decide", "--round", "2026", "--list", "--json")
    assert (code, len(found["decisions"])) == (0, 3)
    records = tmp_path / "decisions.json"
    records.write_text(json.dumps(found), encoding="utf-8")
    here = run("report", "--out", tmp_path / "here", "--json")[1]
    there = run("merge", files, "--decisions", records, "--out", tmp_path / "there", "--json")[1]
    for key in ("decisions", "countries", "regional", "final"):
        assert here[key] == there[key], key


def test_the_list_of_records_says_what_was_decided(run, inbox):
    imported(run, inbox(*THREE))
    assert "Nothing was decided yet." in run("decide", "--round", "2026", "--list")[1]
    decided(run, "--indicator", "Q1", "--level", "3")
    assert "set to level 3" in run("decide", "--round", "2026", "--list")[1]
    assert run("decide", "--round", "1999", "--list")[0] == 1


def test_what_is_missing_is_named(run):
    code, _, said = run("decide", *CELL, "--indicator", "Q1", "--na")
    assert (code, "--reason-code" in said) == (2, True)


def test_changed_ratings_make_a_decision_stale_until_it_is_confirmed_again(run, inbox, tmp_path):
    imported(run, inbox(*THREE))
    decided(run, "--indicator", "Q1", "--level", "3")
    assert run("report", "--out", tmp_path / "out", "--json")[1]["final"]
    imported(run, inbox(document("E01", levels=[2, *range(1, 12)], revision=2), name="more"))
    found = run("report", "--out", tmp_path / "out", "--json")[1]
    assert not found["final"]
    assert found["countries"]["AL"]["domains"]["ONE"]["indicators"]["Q1"]["decision"]["stale"]
    decided(run, "--indicator", "Q1", "--level", "3")
    assert run("report", "--out", tmp_path / "out", "--json")[1]["final"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--indicator", "Q1", "--level", "5", *DECIDE), 1, "outside the experts' own range"),
        (("--indicator", "Q1", "--revoke", *DECIDE), 1, "No decision is in force"),
        (("--indicator", "Q99", "--na", *DECIDE), 1, "has a scored indicator “Q99”"),
        (("--indicator", "Q1", "--na", *DECIDE[:3], "too short", *DECIDE[4:]), 1, "20 characters"),
        (("--indicator", "Q1", *DECIDE), 2, "exactly one"),
        (("--indicator", "Q1", "--na", "--confirm", *DECIDE), 2, "exactly one"),
        (("--indicator", "Q1", "--level", "7", *DECIDE), 2, "--level"),
        (("--indicator", "Q1", "--na", "--reason-code", "R9", *DECIDE[2:]), 2, "R9"),
    ],
)
def test_what_may_not_be_decided_is_refused_in_words(run, inbox, tmp_path, arguments, code, said):
    imported(run, inbox(*THREE))
    found = run("decide", *CELL, *arguments)
    assert found[0] == code
    assert said in " ".join(found[2].replace("│", " ").split())
    assert run("report", "--out", tmp_path / "out", "--json")[1]["decisions"] == []


def test_evidence_lets_a_fact_leave_the_range(run, inbox):
    imported(run, inbox(*THREE))
    fact = ("--reason-code", "R1", "--reason", REASON, "--meeting", "M1")
    code, found, _ = run(
        "decide", *CELL, "--indicator", "Q1", "--level", "5", *fact, "--evidence", "OG 1/2026", "--json"
    )
    assert (code, found["score"], found["evidence_refs"]) == (0, 100.0, ["OG 1/2026"])


def test_an_unknown_round_or_country_is_named(run, inbox, tmp_path):
    files, out = inbox(*THREE), tmp_path / "out"
    calls = (
        ("report", "--out", out),
        ("merge", files, "--out", out),
        ("explain", files, "--country", "AL", "--node", "Q1"),
    )
    for call in calls:
        code, _, said = run(*call, "--round", "1999")
        assert (code, "no round “1999”" in said) == (1, True), call[0]
    other = ("--country", "DE", "--round", "2026", "--indicator", "Q1", "--na", *DECIDE)
    assert run("decide", *other)[0] == 1
    assert run("report", "--round", "2026", "--out", tmp_path / "out")[0] == 1  # nothing to report
