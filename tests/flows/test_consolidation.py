"""Many files become one dataset: what counts, and what is said about each file (methodology 9)."""

import json
import os
import random
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exports.incoming import read_incoming
from ui.verbs.regional import RegionalFile, write_regional_files
from wb6assess.errors import Cancelled, ErrorCode
from wb6assess.exchange.answers import write_document
from wb6assess.exchange.digest import content_hash
from wb6assess.exchange.merge import Resolution
from wb6assess.exchange.package import write_package
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Document, Identity, Status
from wb6assess.session.desk.consolidation import Outcome, collect, consolidate

FRAMEWORK = """\
format: wb6assess-framework/1
id: drawn-framework
title: Drawn framework
countries:
  - {code: AL, name: Albania}
  - {code: XK, name: Kosovo}
domains:
  - {id: ONE, instrument: one, weight: 1, core: true}
  - {id: TWO, instrument: not-written-yet, weight: 0}
rounds:
  - {id: "2025", title: "2025"}
  - {id: "2026", title: "2026"}
"""

INSTRUMENT = """\
format: wb6assess-instrument/1
id: one
version: "VERSION"
title: One question
language: en
pillars:
  - id: P
    title: The pillar
    weight: 1
    why: It is the only one.
    indicators:
      - id: Q1
        title: The question
        question: How far?
        guide: As far as it goes.
        aspect: law
        weight: 1
        type: level
        levels: [Nothing, A draft, A law, A law in force, A law applied, A law applied well]
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Library:
    folder = tmp_path_factory.mktemp("questionnaires")
    (folder / "one").mkdir()
    (folder / "framework.yaml").write_text(FRAMEWORK)
    (folder / "one" / "instrument.yaml").write_text(INSTRUMENT.replace("VERSION", "2026.1"))
    (folder / "one" / "instrument-2025.1.yaml").write_text(INSTRUMENT.replace("VERSION", "2025.1"))
    return Library(folder)


def document(country="AL", expert="E01", revision=1, level=3, **more) -> Document:
    identity = Identity(country, "one", more.pop("version", "2026.1"), more.pop("round", "2026"), expert)
    status = more.pop("status", Status.SUBMITTED)
    return Document(identity, revision, status, {"Q1": Answer(level)}, **more)


@pytest.fixture
def inbox(tmp_path):
    """Put documents into files of a folder, named in the order given: 00.json, 01.json, …"""

    def fill(*documents: Document) -> Path:
        folder = tmp_path / "inbox"
        folder.mkdir(exist_ok=True)
        for number, item in enumerate(documents):
            (folder / f"{number:02}.json").write_bytes(write_document(item))
        return folder

    return fill


def merged(library, *paths, round_id=None, resolutions=()):
    collection = collect(paths, library, read=read_incoming)
    return consolidate(collection, round_id, resolutions)


def outcomes(consolidation):
    return {report.path.name: report.outcome.value for report in consolidation.files}


def test_each_file_is_told_what_became_of_it(library, inbox):
    folder = inbox(
        document(),
        document(revision=2, level=4),
        document(expert="E02", revision=2, level=1),
        document(expert="E02", revision=2, level=2),
        document(expert="E03", status=Status.DRAFT),
        document(expert="E04"),
        document(expert="E04", revision=2, status=Status.WITHDRAWN),
        document(country="DE"),
        document(country="XK"),
        document(expert="E01", revision=2, level=4, assessment_id="another-copy"),
        document(expert="E05", round="2025"),
        document(expert="E06", version="2025.1"),
    )
    (folder / "12.json").write_text("{")
    assert outcomes(merged(library, folder)) == {
        "00.json": "superseded",
        "01.json": "supersedes",
        "02.json": "conflict",
        "03.json": "conflict",
        "04.json": "draft",
        "05.json": "superseded",
        "06.json": "withdrawn",
        "07.json": "unknown-country",
        "08.json": "accepted",
        "09.json": "already-there",
        "10.json": "other-round",
        "11.json": "other-version",
        "12.json": "refused",
    }


def test_the_effective_answers_are_scored(library, inbox):
    result = merged(library, inbox(document(level=1), document(expert="E02", level=4)))
    domain = result.scores.countries["AL"].domains["ONE"]
    assert domain.experts == ("E01", "E02")
    assert domain.consensus["Q1"].score == 50.0
    assert result.scores.countries["XK"].domains["ONE"].experts == ()
    assert list(result.instruments) == ["one"]


def test_order_repetition_and_kind_of_file_do_not_matter(library, inbox, tmp_path):
    documents = [
        document(level=1),
        document(revision=2, level=4),
        document(expert="E02", revision=1, level=2),
        document(expert="E02", revision=1, level=5),
        document(country="XK", expert="E03", level=0),
    ]
    folder = inbox(*documents)
    expected = merged(library, folder)
    for seed in range(6):
        files = list(folder.iterdir()) * 2
        random.Random(seed).shuffle(files)
        again = merged(library, *files)
        assert (again.files, again.scores) == (expected.files, expected.scores)
    packages = tmp_path / "packages"
    for number, item in enumerate(documents):
        write_package(packages / f"{number}.wb6", item, {})
    sealed = merged(library, packages, folder)
    assert (sealed.scores, sealed.effective) == (expected.scores, expected.effective)


def test_a_folder_named_beside_its_own_file_counts_each_file_once(library, inbox):
    folder = inbox(document())
    result = merged(library, folder / "00.json", folder, folder / ".." / "inbox" / "00.json")
    assert outcomes(result) == {"00.json": "accepted"}


def test_bad_files_keep_their_error_and_stop_nobody(library, inbox):
    folder = inbox(document())
    (folder / "a-version.json").write_bytes(write_document(document(version="2031.1")))
    (folder / "an-instrument.json").write_bytes(
        write_document(replace(document(), identity=Identity("AL", "six", "2026.1", "2026", "E01")))
    )
    (folder / "broken.wb6").write_bytes(b"PK\x03\x04 and nothing more")
    (folder / "empty.json").touch()
    (folder / "link.json").symlink_to(folder / "nowhere.json")
    codes = {
        report.path.name: report.error.code
        for report in merged(library, folder, folder / "gone.json").files
        if report.error
    }
    assert codes == {
        "a-version.json": ErrorCode.INSTRUMENT_VERSION_UNKNOWN,
        "an-instrument.json": ErrorCode.INSTRUMENT_UNKNOWN,
        "broken.wb6": ErrorCode.PACKAGE_INVALID,
        "empty.json": ErrorCode.FILE_FORMAT_UNKNOWN,
        "link.json": ErrorCode.FILE_MISSING,
        "gone.json": ErrorCode.FILE_MISSING,
    }


def test_a_file_that_vanishes_while_others_are_read_is_reported(library, inbox):
    folder = inbox(document(), document(expert="E02"))

    def read(path, library):
        (folder / "01.json").unlink(missing_ok=True)
        return read_incoming(path, library)

    result = consolidate(collect([folder], library, read=read))
    assert outcomes(result) == {"00.json": "accepted", "01.json": "refused"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_entered_is_reported(library, inbox, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0)
    try:
        result = merged(library, inbox(document()), closed)
    finally:
        closed.chmod(0o700)
    assert outcomes(result) == {"00.json": "accepted", "closed": "refused"}
    (told,) = [report for report in result.files if report.path.name == "closed"]
    assert told.error.code is ErrorCode.FILE_UNREADABLE


def test_our_own_outputs_and_strange_files_of_a_folder_are_no_submissions(library, inbox):
    folder = inbox(document())
    (folder / "regional_2026.json").write_text('{"format": "wb6assess-consolidation/1"}')
    (folder / "summary.pdf").write_bytes(b"%PDF-1.7")
    (folder / "letter.docx").write_bytes(b"PK\x03\x04")
    for name in ("mail.msg", "Thumbs.db"):
        (folder / name).write_bytes(bytes.fromhex("D0CF11E0A1B11AE1"))
    (folder / "~$open.xlsx").write_bytes(b"lock")
    (folder / ".hidden.json").write_bytes(b"{")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.json").write_bytes(b"{")
    assert outcomes(merged(library, folder, folder / "~$open.xlsx")) == {
        "00.json": "accepted",
        "Thumbs.db": "not-a-submission",
        "letter.docx": "not-a-submission",
        "mail.msg": "not-a-submission",
        "regional_2026.json": "not-a-submission",
        "summary.pdf": "not-a-submission",
        "~$open.xlsx": "not-a-submission",
    }


def test_results_beside_the_files_they_came_from_are_no_submissions(library, inbox):
    folder = inbox(document())
    kinds = (RegionalFile.WORKBOOK, RegionalFile.PUBLIC, RegionalFile.DATA, RegionalFile.PUBLIC_TIDY)
    write_regional_files(folder, merged(library, folder), wanted=kinds)
    found = outcomes(merged(library, folder))
    assert found.pop("00.json") == "accepted"
    assert {"regional_2026.xlsx", "regional_2026_public.xlsx", "datapackage.json"} <= found.keys()
    assert set(found.values()) == {"not-a-submission"}


def test_a_strange_file_that_was_named_is_refused(library, tmp_path):
    (tmp_path / "summary.pdf").write_bytes(b"%PDF-1.7")
    assert outcomes(merged(library, tmp_path / "summary.pdf")) == {"summary.pdf": "refused"}


def test_the_newest_round_of_the_framework_is_taken_unless_one_is_named(library, inbox):
    folder = inbox(document(round="2025"), document(expert="E02"), document(expert="E03", round="1999"))
    assert merged(library, folder).round == "2026"
    older = merged(library, folder, round_id="2025")
    assert list(outcomes(older).values()) == ["accepted", "other-round", "other-round"]


def test_an_older_questionnaire_is_scored_where_a_round_used_only_that(library, inbox):
    result = merged(library, inbox(document(version="2025.1")))
    assert result.instruments["one"].version == "2025.1"
    assert list(outcomes(result).values()) == ["accepted"]


def test_only_drafts_leave_nothing_to_score(library, inbox):
    result = merged(library, inbox(document(status=Status.DRAFT)))
    assert (result.round, dict(result.effective)) == ("2026", {})


def test_nothing_at_all_is_an_empty_result(library):
    result = merged(library)
    assert (result.round, result.files, dict(result.effective)) == ("", (), {})


def test_invented_answers_mark_the_whole_result(library, inbox):
    assert merged(library, inbox(document(), document(expert="E02", sample=True))).sample
    assert not merged(library, inbox(document(), document(expert="E02"))).sample


def test_a_resolution_takes_one_file_and_sets_the_other_aside(library, inbox):
    left, right = document(level=1), document(level=2)
    folder = inbox(left, right)
    choice = Resolution(left.identity, 1, content_hash(right), "The expert confirmed it by mail")
    result = merged(library, folder, resolutions=[choice])
    assert list(outcomes(result).values()) == ["set-aside", "accepted"]
    assert result.effective == {left.identity: right}


def test_sources_name_file_expert_revision_and_both_digests(library, inbox):
    folder = inbox(document(), document(revision=2, level=4))
    [source] = merged(library, folder).sources
    assert source.path.name == "01.json"
    assert (source.facts["expert"], source.facts["revision"]) == ("E01", "2")
    assert source.content_hash == content_hash(document(revision=2, level=4))
    assert len(source.sha256) == 64


def test_reading_can_be_stopped(library, inbox):
    class Stop:
        def step(self, done, total, what=""):
            raise Cancelled

    with pytest.raises(Cancelled):
        collect([inbox(document())], library, Stop(), read=read_incoming)


def test_progress_counts_every_file(library, inbox):
    seen = []

    class Note:
        def step(self, done, total, what=""):
            seen.append((done, total, what))

    collect([inbox(document(), document(expert="E02"))], library, Note(), read=read_incoming)
    assert seen == [(1, 2, "00.json"), (2, 2, "01.json")]


def test_copies_that_differ_only_outside_the_content_are_one(library, inbox, tmp_path):
    folder = inbox(document())
    shutil.copy(folder / "00.json", folder / "01.json")
    later = json.loads((folder / "00.json").read_bytes())
    later["assessment"]["updated_at"] = datetime(2027, 1, 1, tzinfo=UTC).isoformat()
    (folder / "02.json").write_text(json.dumps(later))
    result = merged(library, folder)
    assert [report.outcome for report in result.files] == [
        Outcome.ACCEPTED,
        Outcome.ALREADY_THERE,
        Outcome.ALREADY_THERE,
    ]
