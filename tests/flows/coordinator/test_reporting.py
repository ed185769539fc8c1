"""The verbs merge, report and explain, with decisions."""

import json
import zipfile
from pathlib import Path

from tests.flows.coordinator.verbs import ITEMS, REASON, THREE, decided, document, imported
from ui.cli import main


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
