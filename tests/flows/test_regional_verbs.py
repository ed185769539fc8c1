"""The coordinator's verbs: import, decide, report, explain, and merge with decisions."""

import json
import zipfile
from pathlib import Path

import pytest

from ui.cli import main
from wb6assess.exchange.answers import write_document
from wb6assess.model.assessment import Answer, Document, Identity, Status

FRAMEWORK = """\
format: wb6assess-framework/1
id: drawn-framework
title: Drawn framework
countries:
  - {code: AL, name: Albania}
  - {code: XK, name: Kosovo}
domains:
  - {id: ONE, instrument: one, weight: 1, core: true}
rounds:
  - {id: "2025", title: "2025"}
  - {id: "2026", title: "2026", cut_off: 2026-12-31}
"""
LEVELS = "[Nothing, A draft, A law, A law in force, A law applied, A law applied well]"
INDICATOR = """\
      - id: Q{n}
        title: Question {n}
        question: How far?
        guide: As far as it goes.
        aspect: law
        weight: 1
        type: level
        levels: {levels}
        lineage: {{old: Q{n}, change: unchanged}}
"""
INSTRUMENT = """\
format: wb6assess-instrument/1
id: one
version: "{version}"
title: Twelve questions
language: en
pillars:
  - id: P
    title: The pillar
    weight: 1
    why: It is the only one.
    indicators:
"""
ITEMS = [f"Q{n}" for n in range(1, 13)]
REASON = "Agreed after reading the register."
DECIDE = ("--reason-code", "R5", "--reason", REASON, "--meeting", "M1")
CELL = ("--country", "AL", "--round", "2026")


@pytest.fixture(scope="module")
def questionnaires(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("questionnaires")
    (folder / "one").mkdir()
    (folder / "framework.yaml").write_text(FRAMEWORK)
    items = "".join(INDICATOR.format(n=n, levels=LEVELS) for n in range(1, 13))
    for version, name in (("2026.1", "instrument.yaml"), ("2025.1", "instrument-2025.1.yaml")):
        (folder / "one" / name).write_text(INSTRUMENT.format(version=version) + items)
    return folder


def document(expert="E01", country="AL", levels=range(12), revision=1, **more) -> Document:
    round_ = more.pop("round", "2026")
    identity = Identity(country, "one", f"{round_}.1", round_, expert)
    answers = {item: Answer(level % 6) for item, level in zip(ITEMS, levels, strict=True)}
    return Document(identity, revision, more.pop("status", Status.SUBMITTED), answers, **more)


@pytest.fixture
def inbox(tmp_path):
    def fill(*documents: Document, name="inbox") -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        for number, item in enumerate(documents):
            (folder / f"{number:02}.json").write_bytes(write_document(item))
        return folder

    return fill


THREE = (
    document(),
    document("E02"),
    document("E03", levels=[3, *range(1, 12)]),
)


@pytest.fixture
def run(questionnaires, tmp_path, capsys):
    """Run one verb; returns exit code, standard output (as JSON with --json), standard error."""

    def call(verb, *arguments):
        shared = ("--questionnaires", questionnaires, "--workspace", tmp_path / "ws")
        code = main([verb, *map(str, (*arguments, *shared))])
        captured = capsys.readouterr()
        is_json = "--json" in arguments and code == 0
        return code, json.loads(captured.out) if is_json else captured.out, captured.err

    return call


def merged(run, tmp_path, *arguments):
    code, found, said = run("merge", *arguments, "--out", tmp_path / "out", "--json")
    assert code == 0, said
    return found


def test_merge_carries_intervals_agreement_and_priorities(run, inbox, tmp_path):
    found = merged(run, tmp_path, inbox(*THREE))
    country = found["countries"]["AL"]
    domain = country["domains"]["ONE"]
    low, high = domain["interval"]
    assert 0 < low < high < 100
    assert 0 < domain["band_certainty"] <= 1
    assert domain["alpha"]["units"] == 12
    assert domain["alpha"]["reading"] == "reliable"
    assert country["overall"]["rank_range"] == [1, 1]
    assert [row["domain"] for row in country["priorities"]] == ["ONE"] * len(country["priorities"])
    assert country["priorities"][0]["indicator"] == "Q1"  # the first of those at level 0
    assert country["overall"]["path"]["steps"]
    assert found["countries"]["XK"]["domains"]["ONE"]["interval"] is None
    assert (found["final"], found["why_not_final"]) == (
        False,
        ["No validation meeting has confirmed these values."],
    )


def test_the_same_files_and_seed_give_the_same_document(run, inbox, tmp_path):
    folder = inbox(*THREE)
    first = merged(run, tmp_path, folder, "--seed", 5)
    assert merged(run, tmp_path, folder, "--seed", 5) == first
    other = merged(run, tmp_path, folder, "--seed", 6)
    assert (other["seed"], first["parameters"]) == (6, {"seed": 5})
    intervals = [found["countries"]["AL"]["overall"]["interval"] for found in (first, other)]
    assert intervals[0] != intervals[1]


def decisions_file(tmp_path, *records) -> Path:
    target = tmp_path / "F.json"
    target.write_text(json.dumps({"format": "wb6assess-decisions/1", "decisions": list(records)}))
    return target


def record(name="d1", **more):
    return {
        "id": name, "country": "AL", "round": "2026", "instrument": "one", "version": "2026.1",
        "indicator": "Q1", "action": "set", "score": 60, "reason_code": "R5", "reason": REASON, **more,
    }  # fmt: skip


def test_merge_applies_decisions_and_lists_what_became_of_each(run, inbox, tmp_path):
    records = [
        record(),
        record("d2", indicator="Q2", score=100),
        record("d3", indicator="Q3", round="2025"),
        record("d4", indicator="Q4", country="DE"),
    ]
    found = merged(run, tmp_path, inbox(*THREE), "--decisions", decisions_file(tmp_path, *records))
    assert [(r["id"], r["fate"]) for r in found["decisions"]] == [
        ("d1", "applied"), ("d2", "refused"), ("d3", "other-round"), ("d4", "refused"),
    ]  # fmt: skip
    domain = found["countries"]["AL"]["domains"]["ONE"]
    cell = domain["indicators"]["Q1"]
    assert (cell["state"], cell["consensus"], cell["experts_value"]) == ("validated", 60, 0)
    assert cell["decision"]["id"] == "d1"
    assert domain["indicators"]["Q2"]["decision"] is None
    assert domain["validation"]["up"] == 1
    assert domain["validation"]["difference"] == 5.0
    assert not found["final"]
    assert any("d2" in reason for reason in found["why_not_final"])


def test_a_validated_result_without_open_questions_is_final(run, inbox, tmp_path):
    found = merged(run, tmp_path, inbox(*THREE), "--decisions", decisions_file(tmp_path, record()))
    assert (found["final"], found["why_not_final"]) == (True, [])


def test_low_agreement_asks_for_every_flagged_indicator(run, inbox, tmp_path):
    apart = [document(), document("E02", levels=[5 - n % 6 for n in range(12)])]
    folder = inbox(*apart)
    confirmed = [
        record(f"d{n}", indicator=item, action="confirm", score=None) for n, item in enumerate(ITEMS)
    ]
    some = merged(run, tmp_path, folder, "--decisions", decisions_file(tmp_path, *confirmed[:1]))
    assert some["countries"]["AL"]["domains"]["ONE"]["alpha"]["reading"] == "low"
    assert any("agree too little on ONE in AL" in reason for reason in some["why_not_final"])
    everything = merged(run, tmp_path, folder, "--decisions", decisions_file(tmp_path, *confirmed))
    assert everything["final"]


def test_a_bad_decisions_file_stops_the_merge_with_every_problem(run, inbox, tmp_path):
    bad = decisions_file(tmp_path, record(score=300), record("d2", indikator="Q1"))
    code, _, said = run("merge", inbox(*THREE), "--out", tmp_path / "out", "--decisions", bad)
    assert code == 1
    assert "decisions[0].score" in said
    assert "decisions[1].indikator" in said
    assert not (tmp_path / "out").exists()


def test_progress_is_told_where_an_earlier_round_is_there(run, inbox, tmp_path):
    before = [document(f"E0{n}", levels=[0] * 12, round="2025") for n in (1, 2, 3)]
    found = merged(run, tmp_path, inbox(*THREE, *before), "--round", "2026")
    assert found["earlier_round"] == "2025"
    change = found["countries"]["AL"]["domains"]["ONE"]["progress"]
    assert (change["since"], change["change"], change["word"]) == ("2025", 50.0, "very good progress")
    assert change["composition_effect"] == 0
    assert change["matched"] == 12
    assert change["interval"][0] > 0
    assert found["countries"]["AL"]["overall"]["progress"]["change"] == 50.0
    assert found["countries"]["XK"]["domains"]["ONE"]["progress"] is None


# The workspace.


def imported(run, *arguments):
    code, found, said = run("import", *arguments, "--json")
    assert code == 0, said
    return found


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


def test_the_report_says_the_same_as_merging_the_files(run, inbox, tmp_path):
    folder = inbox(*THREE)
    imported(run, folder)
    code, found, _ = run("report", "--round", "2026", "--out", tmp_path / "out", "--json")
    assert code == 0
    straight = merged(run, tmp_path, folder)
    assert {**found, "files": ()} == {**straight, "files": ()}
    listed = sorted((Path(entry["file"]).name, entry["outcome"]) for entry in found["files"])
    assert listed == [(Path(entry["file"]).name, entry["outcome"]) for entry in straight["files"]]
    written = {path.suffix for path in (tmp_path / "out").rglob("*.*")}
    assert written >= {".xlsx", ".pdf", ".json", ".docx"}


def test_imports_in_any_order_give_the_same_report(run, inbox, tmp_path, questionnaires, capsys):
    found = []
    for name, order in (("a", (0, 1, 2)), ("b", (2, 0, 1))):
        for place in order:
            folder = inbox(THREE[place], name=f"{place}")
            code = main(
                ["import", str(folder), "--questionnaires", str(questionnaires),
                 "--workspace", str(tmp_path / name)]
            )  # fmt: skip
            assert code == 0
        capsys.readouterr()
        main(
            ["report", "--out", str(tmp_path / "out"), "--questionnaires", str(questionnaires),
             "--workspace", str(tmp_path / name), "--json"]
        )  # fmt: skip
        found.append(json.loads(capsys.readouterr().out))
    assert found[0] == found[1]


def decided(run, *arguments):
    code, found, said = run("decide", *CELL, *arguments, *DECIDE, "--json")
    assert code == 0, said
    return found


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


def explained(run, node, *arguments):
    code, found, said = run("explain", *arguments, "--country", "AL", "--node", node, "--json")
    assert code == 0, said
    return found


def test_explain_goes_from_the_whole_down_to_each_answer(run, inbox, tmp_path):
    folder = inbox(*THREE)
    imported(run, folder)
    decided(run, "--indicator", "Q1", "--level", "3")
    found = explained(run, "overall")
    domain = found["tree"]["parts"][0]
    item = domain["parts"][0]["parts"][0]
    assert [part["node"] for part in (found["tree"], domain, domain["parts"][0], item)] == [
        "overall", "ONE", "P", "Q1",
    ]  # fmt: skip
    assert domain["draws"]["label"] == "mc"
    assert domain["draws"]["resampled"] == [{"domain": "ONE", "experts": ["E01", "E02", "E03"]}]
    assert item["decision"]["reason"] == REASON
    assert not item["varies"]
    assert [(r["expert"], r["value"], r["score"]) for r in item["ratings"]] == [
        ("E01", 0, 0), ("E02", 0, 0), ("E03", 3, 60),
    ]  # fmt: skip
    assert {len(r["content_hash"]) for r in item["ratings"]} == {64}
    assert explained(run, "Q1")["tree"] == item
    same = merged(run, tmp_path, folder)["countries"]["AL"]["domains"]["ONE"]
    straight = explained(run, "ONE", folder)["tree"]
    assert straight["published"] == same["published"]
    assert straight["draws"]["interval"] == same["interval"]


def test_explain_speaks_plainly_and_names_what_is_unknown(run, inbox):
    imported(run, inbox(*THREE))
    decided(run, "--indicator", "Q1", "--level", "3")
    code, text, _ = run("explain", "--country", "AL", "--node", "ONE")
    assert code == 0
    assert "draws of stream “mc”, seed 20240601" in text
    assert "meeting M1: set 60 (R5" in text
    assert "E03 (revision 1): answered, answer 3, 60.0 points" in text
    code, text, _ = run("explain", "--country", "AL", "--node", "ONE", "--draw", "3")
    assert "draw 3: weight × " in text
    assert run("explain", "--country", "AL", "--node", "ONE", "--draw", "2001")[0] == 2
    code, _, said = run("explain", "--country", "AL", "--node", "nowhere")
    assert (code, "overall, ONE" in said) == (1, True)


def test_merge_writes_for_a_grey_printer_when_asked(run, inbox, tmp_path):
    folder = inbox(*THREE)
    for name, more in (("colour", ()), ("grey", ("--grey",))):
        code, _, said = run("merge", folder, "--out", tmp_path / name, *more)
        assert code == 0, said
    styles = {}
    for name in ("colour", "grey"):
        with zipfile.ZipFile(tmp_path / name / "regional_2026.xlsx") as archive:
            styles[name] = archive.read("xl/styles.xml").decode()
    assert "2C7FB8" in styles["colour"]
    assert "2C7FB8" not in styles["grey"]
    assert (tmp_path / "grey" / "regional_2026.pdf").read_bytes() != (
        tmp_path / "colour" / "regional_2026.pdf"
    ).read_bytes()
