"""docs/formats.md names every key the JSON documents hold."""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests import meetings
from tests.strategies import EVERY_TYPE
from ui.cli import main
from ui.verbs.outcomes import decision_entry
from wb6assess.exchange.decisions import decision_as_json
from wb6assess.exchange.digest import content_hash
from wb6assess.exchange.package import write_package
from wb6assess.exchange.parts import FORMAT as PART_FORMAT
from wb6assess.exchange.parts import BaseShape, PartShape
from wb6assess.exchange.queries import FORMAT as RETURN_FORMAT
from wb6assess.exchange.queries import QueryShape, ReturnShape, SpreadShape, WhoseShape
from wb6assess.exchange.shapes import AnswerShape, EvidenceShape, HeaderShape
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import (
    EVIDENCE_GRADES,
    Confidence,
    Document,
    Identity,
    SpecialState,
    Status,
)
from wb6assess.model.decision import Action, Decision, ReasonCode
from wb6assess.reports.assessment import assessment_report
from wb6assess.reports.documents import scores_document
from wb6assess.reports.region.document import consolidation_document
from wb6assess.reports.region.explanation import Given, explanation
from wb6assess.scoring.analysis import Analysis
from wb6assess.scoring.consensus import Agreement, Flag
from wb6assess.scoring.country import score_region
from wb6assess.scoring.progress import Round, RoundProgress
from wb6assess.scoring.reliability import Reading
from wb6assess.scoring.states import State
from wb6assess.scoring.validation import Fate, Judged
from wb6assess.session.desk.asking import QueryState
from wb6assess.session.desk.consolidation import Outcome
from wb6assess.session.desk.second_round import Direction
from wb6assess.session.samples import sample_answers

TEXT = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
NAMED = set(re.findall(r"`\"?([A-Za-z0-9_-]+)\"?`", TEXT))
IDS_BELOW = {
    "pillars",
    "indicators",
    "indices",
    "countries",
    "domains",
    "instruments",
    "files",
    "parameters",
}
REASON = "There is no such law in this country."
RECORD = Decision(
    "d1",
    "AL",
    "2026",
    "drawn",
    "2026.1",
    "a",
    Action.NA,
    ReasonCode.APPLICABILITY,
    REASON,
)
COUNTRIES = ("AL", "BA", "ME", "MK", "XK")


def keys(part: object, under: str = "") -> Iterator[str]:
    """Keys of a JSON document; where ids stand instead, only what is below them."""
    if isinstance(part, list):
        for item in part:
            yield from keys(item)
    elif isinstance(part, dict):
        ids = under in IDS_BELOW or under == "evidence_coverage"
        for key, value in part.items():
            if not ids:
                yield key
            yield from keys(value, "" if ids else key)


def sample(framework, instrument, country="XK", expert="E01") -> Document:
    given = sample_answers(instrument, country, expert, 1, framework.parameters)
    key = Identity(country, instrument.id, instrument.version, "2026", expert)
    return Document(key, 1, Status.SUBMITTED, given, sample=True)


def test_every_key_of_an_answers_file_and_every_word_in_it_is_described():
    shapes = {key for shape in (HeaderShape, AnswerShape, EvidenceShape) for key in shape.model_fields}
    words = {*SpecialState, *Confidence, *Status, *EVIDENCE_GRADES}
    assert (shapes | {str(word) for word in words}) - NAMED == set()


def test_every_key_of_a_part_is_described():
    shapes = {key for shape in (PartShape, BaseShape) for key in shape.model_fields}
    assert {*shapes, "part"} - NAMED == set()
    assert f"`{PART_FORMAT}`" in TEXT


def test_every_key_of_a_file_of_queries_is_described():
    shapes = {
        key for shape in (ReturnShape, WhoseShape, QueryShape, SpreadShape) for key in shape.model_fields
    }
    assert shapes - NAMED == set()
    assert f"`{RETURN_FORMAT}`" in TEXT
    words = {str(word) for word in (*QueryState, *Direction)}
    assert words - NAMED == set()


def test_every_key_of_a_manifest_is_described(tmp_path):
    key = Identity("XK", EVERY_TYPE.id, EVERY_TYPE.version, "2026", "E01")
    write_package(tmp_path / "x.wb6", Document(key, 1, Status.SUBMITTED, {}), {})
    with zipfile.ZipFile(tmp_path / "x.wb6") as package:
        assert set(keys(json.loads(package.read("manifest.json")))) - NAMED == set()


def test_every_key_of_scores_is_described(small_framework, small_instrument):
    document = sample(small_framework, small_instrument)
    report = assessment_report(small_framework, small_instrument, document, content_hash(document))
    assert set(keys(scores_document(report))) - NAMED == set()


def test_every_key_of_a_consolidation_is_described(small_framework, small_instrument):
    instruments = {small_instrument.id: small_instrument}
    submissions = {
        country: {
            small_instrument.id: [
                ("E01", sample(small_framework, small_instrument, country).answers),
                ("E02", sample(small_framework, small_instrument, country, "E02").answers),
            ]
        }
        for country in COUNTRIES
    }
    region = score_region(small_framework, instruments, submissions, [RECORD])
    assert region.overall is not None
    assert region.countries["AL"].domains["DRAWN"].validation.in_force
    files = [{"file": "x", "outcome": "accepted", "reason": ""}]
    now, before = (Round(name, instruments, region) for name in ("2026", "2025"))
    progress = RoundProgress(small_framework, now, before, {small_instrument.id: [small_instrument]})
    document = consolidation_document(
        Analysis(small_framework, instruments, region, progress),
        "2026",
        files,
        [decision_entry(Judged(RECORD, Fate.APPLIED))],
        sample=True,
        why_not_final=["…"],
    )
    assert set(keys(document)) - NAMED == set()


def test_every_key_of_a_decisions_file_is_described():
    assert set(decision_as_json(RECORD)) - NAMED == set()


def test_every_key_of_an_explanation_is_described(small_framework, small_instrument):
    given = sample(small_framework, small_instrument, "AL")
    submissions = {"AL": {small_instrument.id: [("E01", given.answers)]}}
    instruments = {small_instrument.id: small_instrument}
    region = score_region(small_framework, instruments, submissions, [RECORD])
    sources = {("AL", small_instrument.id, "E01"): Given(given, content_hash(given), "x.json")}
    found = explanation(Analysis(small_framework, instruments, region), "AL", "overall", "2026", sources)
    assert set(keys(found)) - NAMED == set()
    domain = next(iter(region.countries["AL"].domains))
    gap = explanation(
        Analysis(small_framework, instruments, region), "AL", f"{domain}:gap", "2026", sources
    )
    assert gap is not None
    assert set(keys(gap)) - NAMED == set()


def test_every_word_of_scores_and_consolidations_is_described():
    met = {*State, *Flag, *Agreement, *Outcome, *Fate, *Action, *ReasonCode, *Reading}
    assert {str(word) for word in met} - NAMED == set()


def test_every_key_verbs_write_is_described(tmp_path, capsys):
    library = Library(meetings.questionnaires(tmp_path / "questionnaires"))
    shared = ["--workspace", str(tmp_path / "ws"), "--questionnaires", str(library.folder), "--json"]

    def written(*call: object) -> object:
        assert main([*map(str, call), *shared]) == 0
        return json.loads(capsys.readouterr().out)

    cell = ("--country", "AL", "--round", "2026")
    made = written("new", *cell, "--instrument", "one", "--expert", "E9")
    assert isinstance(made, dict)
    answers = tmp_path / "answers.json"
    found = [made, written("export", made["id"], "--answers", answers)]
    found += [written("fill", made["id"], answers, "--preview"), written("fill", made["id"], answers)]
    found += [written("list"), written("doctor"), written("backup", tmp_path / "all.wb6backup")]
    found += [written("restore", tmp_path / "all.wb6backup")]
    found += [written("meeting-pack", "--round", "2026", "--out", tmp_path / "pack")]
    found += [written("instrument", verb) for verb in ("list", "check")]
    found.append(written("instrument", "to-xlsform", "one", "--out", tmp_path / "form.xlsx"))
    found.append(written("instrument", "from-xlsform", tmp_path / "form.xlsx", "--out", tmp_path / "f"))
    kinds = {"xlsform", "lost", "changed", "added"}  # of files and losses
    assert {key for document in found for key in keys(document)} - NAMED - kinds == set()
