"""Odd, but no reason to refuse: taken, with a word on it."""

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

from exports.incoming import read_incoming
from tests.flows.files_in.made import document, settled, typed, workbook
from ui.verbs.outcomes import file_reason
from wb6assess.exchange.answers import write_document
from wb6assess.exchange.package import write_package
from wb6assess.model.assessment import Answer, Evidence
from wb6assess.session.desk.consolidation import collect, consolidate
from wb6assess.session.desk.file_reports import Oddity, Outcome


def long_answers(number):
    return {
        "DRW-1.1": Answer(number),
        "DRW-1.2": Answer("yes"),
        "DRW-2.1": Answer(("letters",)),
        "DRW-2.2": Answer("12.5"),
        "DRW-C1": Answer("Anything else."),
    }


def test_one_code_in_two_countries_are_two_experts(library, tmp_path):
    for country in ("AL", "XK"):
        item = document(1 + len(country + country[0] * (country == "XK")), country, expert="E01")
        (tmp_path / f"{country}.json").write_bytes(write_document(item))
    reports = settled(library, tmp_path)
    assert {report.outcome for report in reports.values()} == {Outcome.ACCEPTED}
    assert not any(report.remarks for report in reports.values())


def test_the_same_answers_under_another_name_are_remarked(library, tmp_path, monkeypatch):
    monkeypatch.setattr("wb6assess.session.desk.oddities._ENOUGH_TO_COMPARE", 5)
    base = document(1)
    for name, country, expert, level in (
        ("one", "AL", "E01", 3),
        ("two", "XK", "E01", 3),
        ("three", "AL", "E03", 4),
    ):
        key = replace(base.identity, country=country, expert=expert)
        item = replace(base, identity=key, answers=long_answers(level))
        (tmp_path / f"{name}.json").write_bytes(write_document(item))
    reports = settled(library, tmp_path)
    assert reports["three.json"].remarks == ()
    (remark,) = reports["two.json"].remarks
    assert (remark.oddity, remark.facts) == (Oddity.SAME_ANSWERS, {"others": "one.json"})
    assert "one.json" in file_reason(reports["two.json"])


def test_a_time_still_to_come_is_remarked_and_decides_nothing(library, tmp_path):
    early = document(1)
    late = replace(early, updated_at=datetime(2126, 1, 1, tzinfo=UTC))
    second = replace(early, revision=2)
    (tmp_path / "late.json").write_bytes(write_document(late))
    (tmp_path / "second.json").write_bytes(write_document(second))
    reports = settled(library, tmp_path)
    assert reports["late.json"].outcome is Outcome.SUPERSEDED
    assert "2126-01-01" in file_reason(reports["late.json"])
    assert reports["second.json"].outcome is Outcome.SUPERSEDES


def test_composed_and_decomposed_texts_are_one_content(library, tmp_path):
    item = document(1)
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, write_document(item).decode())
        name = unicodedata.normalize(form, "Šćekić.json")
        folder = tmp_path / form
        folder.mkdir()
        (folder / name).write_text(text, "utf-8")
    reports = consolidate(collect([tmp_path], library, read=read_incoming), "2026").files
    assert sorted(report.outcome for report in reports) == [Outcome.ACCEPTED, Outcome.ALREADY_THERE]


# Workbooks that somebody worked on after they were handed in.


def test_answers_edited_after_handing_in_are_remarked(library, tmp_path):
    path = workbook(tmp_path / "edited.xlsx", document(1), library)
    typed(path, "Answers", "Reason 1 of Çela.", "Another reason.")
    workbook(tmp_path / "untouched.xlsx", document(2), library)
    reports = settled(library, tmp_path)
    assert reports["untouched.xlsx"].remarks == ()
    (remark,) = reports["edited.xlsx"].remarks
    assert remark.oddity is Oddity.EDITED_SINCE
    assert reports["edited.xlsx"].outcome is Outcome.ACCEPTED
    assert "changed after this program wrote it" in file_reason(reports["edited.xlsx"])


def test_a_package_without_a_file_its_evidence_names_is_remarked(library, tmp_path):
    bytes_ = b"%PDF-1.7 a law"
    digest = sha256(bytes_).hexdigest()
    (tmp_path / "law.pdf").write_bytes(bytes_)
    named = Answer(3, evidence=(Evidence("law", file="law.pdf", sha256=digest),))
    for number, attached in enumerate(({digest: tmp_path / "law.pdf"}, {})):
        made = replace(document(number), answers={"DRW-1.1": named})
        write_package(tmp_path / f"{number}.wb6", made, attached)
    (tmp_path / "law.pdf").unlink()
    reports = settled(library, tmp_path)
    assert reports["0.wb6"].remarks == ()
    assert "an attached file that the package does not hold" in file_reason(reports["1.wb6"])
    assert reports["1.wb6"].outcome is Outcome.ACCEPTED


def test_of_two_forms_of_a_revision_the_edited_one_is_known(library, tmp_path):
    for name in ("one.xlsx", "two.xlsx"):
        workbook(tmp_path / name, document(1), library)
    typed(tmp_path / "two.xlsx", "Answers", "Reason 1 of Çela.", "Another reason.")
    reports = settled(library, tmp_path)
    assert {report.outcome for report in reports.values()} == {Outcome.CONFLICT}
    assert [name for name, report in reports.items() if report.remarks] == ["two.xlsx"]


# What is odd about files beside one another.

ONE_ID = "0198c1de-7a00-7000-8000-000000000001"


def told(library, tmp_path, *documents):
    """The oddities of each file, in the order of the documents."""
    for number, item in enumerate(documents):
        (tmp_path / f"{number}.json").write_bytes(write_document(item))
    reports = settled(library, tmp_path)
    return [
        [remark.oddity for remark in reports[f"{number}.json"].remarks]
        for number in range(len(documents))
    ]


def test_one_assessment_under_two_codes_is_remarked(library, tmp_path):
    first = replace(document(1, expert="E01"), assessment_id=ONE_ID)
    other = replace(document(2, expert="E02"), assessment_id=ONE_ID)
    third = replace(document(3, expert="E03"), assessment_id="1")
    same = [Oddity.SAME_ASSESSMENT]
    assert told(library, tmp_path, first, other, third) == [same, same, []]


def test_an_edited_copy_is_told_once(library, tmp_path, monkeypatch):
    monkeypatch.setattr("wb6assess.session.desk.oddities._ENOUGH_TO_COMPARE", 1)
    first = replace(document(1, expert="E01"), assessment_id=ONE_ID)
    edited = replace(first, identity=replace(first.identity, country="XK", expert="E02"))
    assert told(library, tmp_path, first, edited) == [[Oddity.SAME_ASSESSMENT]] * 2


def test_revisions_of_one_assessment_are_nothing_odd(library, tmp_path):
    first = replace(document(1, expert="E01"), assessment_id=ONE_ID)
    assert told(library, tmp_path, first, replace(first, revision=2)) == [[], []]


def test_a_code_in_two_countries_is_remarked_where_codes_rarely_are(library, tmp_path):
    drawn = [document(n, expert=f"K{n}") for n in range(4)]
    again = document(4, country="XK", expert="K3")
    same = [Oddity.SAME_CODE]
    assert told(library, tmp_path, *drawn, again) == [[], [], [], same, same]
    reports = settled(library, tmp_path)
    assert "stands in XK" in file_reason(reports["3.json"])
    assert {report.outcome for report in reports.values()} == {Outcome.ACCEPTED}


def test_codes_that_every_country_counts_from_one_are_nothing_odd(library, tmp_path):
    every = [document(n, country, expert=f"E{n}") for country in ("AL", "XK") for n in range(3)]
    every = [
        replace(item, answers={**item.answers, "DRW-1.1": Answer(number % 6)})
        for number, item in enumerate(every)
    ]
    assert told(library, tmp_path, *every) == [[]] * 6
