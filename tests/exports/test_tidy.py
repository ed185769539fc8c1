"""Tidy data are valid Data Packages, say what the scores rest on, and give nobody away."""

import csv
import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exports.tidy.package import write_public_tidy, write_tidy
from exports.tidy.table import cell_text, shielded
from tests.core.session.conftest import QUESTIONNAIRES
from wb6assess.exchange.digest import content_hash
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Confidence, Document, Evidence, Identity, Status
from wb6assess.model.decision import Action, Decision, ReasonCode
from wb6assess.session.desk.consolidation import ReportOptions, consolidate
from wb6assess.session.desk.intake import Collection, ReadFile

SECRET = "=HYPERLINK(A1) nobody may read this"
AT = datetime(2026, 11, 21, 10, 15, 30, 99, tzinfo=UTC)
REASON = "Agreed after reading the register."
COLUMNS = {"submissions", "responses", "scores", "consensus", "decisions", "evidence"}


def document(expert, country="AL", level=3, **more):
    key = Identity(country, "drawn", "2026.1", "2026", expert)
    answers = {
        "DRW-1.1": Answer(
            level,
            confidence=Confidence.HIGH,
            justification=SECRET,
            evidence=(Evidence("law", citation="+1 Art. 4", page="12"),),
            fields={"since": "2024-05-01", "cases": {"all": {"2024": 3, "2025": "2.5"}}},
            comments={"X1": "Known, said “so”."},
        ),
        "DRW-1.2": Answer("yes"),
        "DRW-2.1": Answer(("letters", "visits")),
        "DRW-2.2": Answer("12.5"),
        "DRW-C1": Answer("Line one\nand two, “quoted”"),
    }
    return Document(key, more.pop("revision", 1), Status.SUBMITTED, answers, updated_at=AT, **more)


def decision(indicator="DRW-1.1", id_="d1"):
    return Decision(
        id_, "AL", "2026", "drawn", "2026.1", indicator, Action.SET, ReasonCode.LATE_EVIDENCE, REASON,
        score=80.0, evidence_refs=("Gazette 5",), meeting="M1", decided_at=AT,
    )  # fmt: skip


@pytest.fixture(scope="module")
def result():
    documents = [
        *(document(f"Expert-{n}", level=n) for n in range(4)),
        document("Expert-0", level=5, revision=2),
        document("Lone.Wolf", "XK"),
    ]
    files = tuple(
        ReadFile(Path(f"{n}.xlsx"), item, content_hash(item), f"{n:064}")
        for n, item in enumerate(documents)
    )
    collection = Collection(Library(QUESTIONNAIRES), files)
    records = (decision(), decision("no-such", "d2"))
    return consolidate(collection, "2026", decisions=records, options=ReportOptions(draws=100))


@pytest.fixture(scope="module")
def whole(result, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tidy")
    write_tidy(folder, result)
    return folder


@pytest.fixture(scope="module")
def public(result, tmp_path_factory):
    folder = tmp_path_factory.mktemp("public")
    write_public_tidy(folder, result)
    return folder


def rows(folder, name):
    with (folder / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_frictionless_finds_both_packages_valid(whole, public):
    frictionless = pytest.importorskip("frictionless")
    for folder in (whole, public):
        found = frictionless.Package(str(folder / "datapackage.json")).validate()
        assert found.valid, found.flatten(["rowNumber", "fieldName", "type", "message"])


def test_frictionless_would_notice_a_reference_to_nothing(whole, tmp_path):
    frictionless = pytest.importorskip("frictionless")
    for path in whole.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    text = (tmp_path / "answers.csv").read_text("utf-8").replace("DRW-1.2", "DRW-9.9")
    (tmp_path / "answers.csv").write_text(text, "utf-8", newline="")
    descriptor = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    for resource in descriptor["resources"]:
        del resource["hash"], resource["bytes"]
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    found = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert {error[0] for error in found.flatten(["type"])} == {"foreign-key"}


def test_the_descriptor_names_every_file_with_its_digest(whole):
    descriptor = json.loads((whole / "datapackage.json").read_text("utf-8"))
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert "licenses" not in descriptor
    assert {item["name"] for item in descriptor["resources"]} == COLUMNS | {"codebook", "choices"}
    for item in descriptor["resources"]:
        data = (whole / item["path"]).read_bytes()
        assert item["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert item["bytes"] == len(data)
        assert all(field["description"] for field in item["schema"]["fields"])


def test_every_submission_stands_once_with_what_became_of_it(whole):
    found = {(row["expert"], row["revision"]): row for row in rows(whole, "submissions.csv")}
    assert len(found) == 6
    assert found["Expert-0", "1"]["outcome"] == "superseded"
    assert found["Expert-0", "1"]["scored"] == "false"
    assert found["Expert-0", "2"]["scored"] == "true"
    assert found["Expert-1", "1"]["updated_at"] == "2026-11-21T10:15:30Z"


def test_answers_come_back_as_they_were_given(whole):
    own = {row["item"]: row for row in rows(whole, "answers.csv") if row["expert"] == "Expert-2"}
    assert (own["DRW-1.1"]["value"], own["DRW-1.1"]["score"]) == ("2", "40.0")
    assert own["DRW-1.1"]["justification"] == f"'{SECRET}"
    assert own["DRW-2.1"]["value"] == "letters|visits"
    assert own["DRW-2.2"]["number"] == "12.5"
    assert own["DRW-1.1.since"]["value"] == "2024-05-01"
    assert json.loads(own["DRW-1.1.cases"]["value"]) == {"all": {"2024": 3, "2025": "2.5"}}
    assert own["DRW-C1"]["value"] == "Line one\nand two, “quoted”"
    assert json.loads(own["DRW-1.1"]["comments"]) == {"X1": "Known, said “so”."}
    assert len({row["submission"] for row in rows(whole, "answers.csv")}) == 5


def test_evidence_and_records_are_there(whole):
    piece = rows(whole, "evidence.csv")[0]
    assert (piece["kind"], piece["grade"], piece["citation"]) == ("law", "A", "'+1 Art. 4")
    assert [(row["id"], row["fate"]) for row in rows(whole, "decisions.csv")] == [
        ("d1", "applied"),
        ("d2", "refused"),
    ]
    (decided,) = [row for row in rows(whole, "consensus.csv") if row["decision"]]
    assert (decided["item"], decided["consensus"], decided["experts_value"]) == (
        "DRW-1.1",
        "80.0",
        "50.0",
    )


def test_scores_are_the_same_as_everywhere(whole, result):
    found = {(row["country"], row["node"]): row for row in rows(whole, "scores.csv")}
    node = result.scores.countries["AL"].overall.node
    assert float(found["AL", "overall"]["score"]) == node.score
    assert float(found["AL", "overall"]["published"]) == float(node.published)
    assert float(found["XK", "drawn"]["published"]) == 86.7


def test_the_public_files_name_nobody_and_hide_what_few_said(public, result):
    everything = "".join(path.read_text("utf-8") for path in public.iterdir())
    assert "10:15" not in everything, "an expert's hour"
    for key in result.effective:
        assert key.expert not in everything
    assert "nobody may read" not in everything
    assert "Known, said" not in everything
    assert sorted(path.name for path in public.iterdir()) == [
        "choices.csv",
        "codebook.csv",
        "consensus.csv",
        "datapackage.json",
        "scores.csv",
    ]
    kosovo = [row for row in rows(public, "scores.csv") if row["country"] == "XK"]
    assert all(not row["published"] and not row["band"] and not row["low"] for row in kosovo)
    assert all(not row["consensus"] for row in rows(public, "consensus.csv") if row["country"] == "XK")
    albania = {row["node"]: row for row in rows(public, "scores.csv") if row["country"] == "AL"}
    assert albania["overall"]["status"] == "shown"
    assert float(albania["overall"]["published"]) == float(
        result.scores.countries["AL"].overall.node.published
    )


def test_the_same_input_gives_the_same_bytes(whole, result, tmp_path):
    write_tidy(tmp_path, result)
    for path in whole.iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("text", ["=1+1", "+49", "-x", "@a", "\tb", "\rc", "'=1", "''=1", "'+"])
def test_no_text_is_taken_for_a_formula_and_each_comes_back(text):
    assert shielded(text)[0] == "'"
    assert shielded(text)[1:] == text


@pytest.mark.parametrize("text", ["", "plain", "'quoted'", "1-2", "'"])
def test_other_texts_stay_as_they_are(text):
    assert shielded(text) == text


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (3, "3"),
        (0.1, "0.1"),
        (-2.5, "-2.5"),
        (1e21, "1e+21"),
    ],
)
def test_numbers_have_a_point_whatever_the_language(value, said):
    assert cell_text(value) == said
