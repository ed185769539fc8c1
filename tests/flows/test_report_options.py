"""What a report is about: countries, questionnaires, threshold, footnote, language; all outputs obey."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from ui.cli import main
from wb6assess.exchange.answers import write_document
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Document, Identity, Status
from wb6assess.model.framework import STATUS_NOTE

COUNTRIES = ("AL", "BA", "ME", "MK", "RS", "XK")
FRAMEWORK = """\
format: wb6assess-framework/1
id: drawn-framework
title: Drawn framework
countries:
  - {code: AL, name: Albania}
  - {code: BA, name: Bosnia and Herzegovina}
  - {code: ME, name: Montenegro}
  - {code: MK, name: North Macedonia}
  - {code: RS, name: Serbia}
  - {code: XK, name: Kosovo, footnote: status}
domains:
  - {id: ONE, instrument: one, weight: 1, core: true}
  - {id: TWO, instrument: two, weight: 1, core: true}
rounds:
  - {id: "2026", title: "2026"}
"""
INSTRUMENT = """\
format: wb6assess-instrument/1
id: {id}
version: "2026.1"
title: Questionnaire {id}
language: en
pillars:
  - id: P
    title: The pillar
    weight: 1
    why: It is the only one.
    indicators:
      - id: Q-{id}
        title: The question
        question: How far?
        guide: As far as it goes.
        aspect: law
        weight: 1
        type: level
        levels: [Nothing, A draft, A law, A law in force, A law applied, A law applied well]
"""
OWN_NOTE = "* A wording of this drawn framework's own."


@pytest.fixture(scope="module")
def questionnaires(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("questionnaires")
    (folder / "framework.yaml").write_text(FRAMEWORK)
    for name in ("one", "two"):
        (folder / name).mkdir()
        (folder / name / "instrument.yaml").write_text(INSTRUMENT.replace("{id}", name))
    return folder


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    for place, country in enumerate(COUNTRIES):
        for name in ("one", "two"):
            for number in range(2 if country == "ME" else 3):
                key = Identity(country, name, "2026.1", "2026", f"E{number}")
                item = Document(key, 1, Status.SUBMITTED, {f"Q-{name}": Answer((place + number) % 6)})
                (folder / f"{country}-{name}-{number}.json").write_bytes(write_document(item))
    return folder


@pytest.fixture
def merged(questionnaires, files, tmp_path, capsys):
    """Merge with options; gives the JSON document and the folder."""

    def merge(*options, where=questionnaires):
        out = tmp_path / "out"
        call = ["merge", str(files), "--out", str(out), "--draws", "100", "--json", *options]
        code = main([*call, "--questionnaires", str(where)])
        shown = capsys.readouterr()
        assert code == 0, shown.err
        return json.loads(shown.out), out

    return merge


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def public_scores(out: Path) -> list[dict[str, str]]:
    with (out / "public_data_2026" / "scores.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_only_the_chosen_countries_take_part(merged):
    document, out = merged("--countries", "XK,AL", "--countries", "RS")
    assert list(document["countries"]) == ["AL", "RS", "XK"]
    assert document["regional"]["overall"] is None
    assert {row["country"] for row in public_scores(out)} == {"AL", "RS", "XK"}
    assert "Montenegro" not in text_of(out / "regional_2026.pdf")
    assert len(document["files"]) == 34


def test_without_a_core_questionnaire_there_is_no_overall_score(merged):
    document, out = merged("--instruments", "one")
    assert list(document["instruments"]) == ["one"]
    albania = document["countries"]["AL"]
    assert albania["overall"]["status"] == "insufficient"
    assert list(albania["domains"]) == ["ONE"]
    assert {row["instrument"] for row in public_scores(out)} == {"", "one"}


def test_the_threshold_hides_and_is_named(merged):
    shown = {row["country"] for row in public_scores(merged()[1]) if row["published"]}
    assert shown == {"AL", "BA", "MK", "RS", "XK"}
    document, out = merged("--threshold", "2")
    assert {row["country"] for row in public_scores(out) if row["published"]} == set(COUNTRIES)
    assert document["parameters"]["k_min_experts"] == 2
    document, out = merged("--threshold", "4")
    assert not [row for row in public_scores(out) if row["published"]]


def test_the_status_note_can_be_left_out(merged):
    _, out = merged()
    squeezed = "".join(text_of(out / "regional_2026.pdf").split())
    assert "".join(STATUS_NOTE.split()) in squeezed
    assert "Kosovo*" in squeezed
    _, out = merged("--no-status-note")
    squeezed = "".join(text_of(out / "regional_2026.pdf").split())
    assert "UNSCR" not in squeezed
    assert "Kosovo*" not in squeezed


def test_a_framework_words_the_status_note_itself(merged, questionnaires, tmp_path):
    own = shutil.copytree(questionnaires, tmp_path / "own")
    (own / "framework.yaml").write_text(f'{FRAMEWORK}status_note: "{OWN_NOTE}"\n')
    assert Library(own).framework.status_note == OWN_NOTE
    _, out = merged(where=own)
    squeezed = "".join(text_of(out / "regional_2026.pdf").split())
    assert "".join(OWN_NOTE.split()) in squeezed
    assert "UNSCR" not in squeezed


def test_another_language_changes_words_and_no_score(merged, questionnaires, tmp_path):
    own = shutil.copytree(questionnaires, tmp_path / "own")
    english, _ = merged(where=own)
    document, out = merged("--lang", "sq", where=own)
    assert document["countries"] == english["countries"]
    assert (out / "regional_2026.pdf").is_file()


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--countries", "DE"), 1, "“DE” is no country"),
        (("--instruments", "three"), 1, "no questionnaire “three”"),
        (("--threshold", "0"), 2, "threshold"),
        (("--lang", "xx"), 1, "“xx”"),
    ],
)
def test_an_impossible_choice_is_named(questionnaires, files, tmp_path, capsys, options, code, said):
    call = ["merge", str(files), "--out", str(tmp_path / "out"), *options]
    assert main([*call, "--questionnaires", str(questionnaires)]) == code
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_decisions_about_what_was_left_out_are_no_obstacle(merged, tmp_path):
    record = {
        "id": "d1", "country": "ME", "round": "2026", "instrument": "one", "version": "2026.1",
        "indicator": "Q-one", "action": "confirm", "score": None, "reason_code": "R5",
        "reason": "Confirmed by everybody in the room.", "evidence_refs": [], "meeting_id": "M1",
        "decided_at": "2026-11-21T10:15:00Z", "basis_hash": "", "supersedes": [],
    }  # fmt: skip
    path = tmp_path / "decisions.json"
    path.write_text(json.dumps({"format": "wb6assess-decisions/1", "decisions": [record]}))
    document, _ = merged("--decisions", str(path), "--countries", "AL,XK")
    assert document["decisions"] == []
