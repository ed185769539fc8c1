"""A folder of questionnaires: versions, languages, and what is asked for but not there."""

from pathlib import Path

import pytest

from tests.core.instruments.texts import LINES
from wb6assess.errors import ErrorCode, FileError, InstrumentError
from wb6assess.instruments.library import Library
from wb6assess.instruments.translations import text_digest

FRAMEWORK = """\
format: wb6assess-framework/1
id: own
title: Own assessment
countries: [{code: BA, name: Bosnia and Herzegovina}]
domains:
  - {id: S, instrument: small}
  - {id: O, instrument: other}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "small").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "framework.yaml").write_text(FRAMEWORK, encoding="utf-8")
    (tmp_path / "small" / "instrument.yaml").write_text(
        LINES.replace("2026.1", "2026.10"), encoding="utf-8"
    )
    for version in ("2026.9", "2025.2"):
        text = LINES.replace("2026.1", version).replace("title: Law", f"title: Law of {version}")
        (tmp_path / "small" / f"instrument-{version}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def code_of(call: object, *args: str) -> ErrorCode:
    assert callable(call)
    with pytest.raises(InstrumentError) as caught:
        call(*args)
    return caught.value.code


def test_versions_come_newest_first_by_number(folder: Path) -> None:
    assert Library(folder).versions("small") == ("2026.10", "2026.9", "2025.2")


def test_the_newest_version_is_the_default(folder: Path) -> None:
    library = Library(folder)
    assert library.instrument("small").version == "2026.10"
    assert library.instrument("small", "2025.2").pillars[0].title == "Law of 2025.2"
    assert library.instrument("small") is library.instrument("small", "2026.10")


def test_the_source_text_is_the_file_itself(folder: Path) -> None:
    assert Library(folder).source_text("small", "2026.9") == (
        folder / "small" / "instrument-2026.9.yaml"
    ).read_text(encoding="utf-8")


def test_ids_follow_the_framework(folder: Path) -> None:
    assert Library(folder).ids() == ("small", "other")


@pytest.mark.parametrize("name", ["nothing", "../small", "other", "", "small/../small"])
def test_an_unknown_instrument_is_named(folder: Path, name: str) -> None:
    assert code_of(Library(folder).instrument, name) is ErrorCode.INSTRUMENT_UNKNOWN


@pytest.mark.parametrize("version", ["2024.1", "../2025.2", "x", "2025.2.yaml"])
def test_an_unknown_version_is_named(folder: Path, version: str) -> None:
    assert code_of(Library(folder).instrument, "small", version) is ErrorCode.INSTRUMENT_VERSION_UNKNOWN


def test_a_folder_without_framework_says_so(tmp_path: Path) -> None:
    with pytest.raises(InstrumentError) as caught:
        _ = Library(tmp_path).framework
    assert caught.value.code is ErrorCode.FRAMEWORK_MISSING


def test_problems_name_the_file_inside_the_folder(folder: Path) -> None:
    path = folder / "small" / "instrument.yaml"
    path.write_text(LINES.replace("aspect: law", "aspect: lex", 1), encoding="utf-8")
    with pytest.raises(InstrumentError) as caught:
        Library(folder).instrument("small")
    assert caught.value.code is ErrorCode.INSTRUMENT_INVALID
    assert caught.value.problems[0].startswith(
        "small/instrument.yaml:21 pillars[0].indicators[0].aspect: "
    )


def test_a_file_in_the_wrong_folder_or_of_another_version_is_refused(folder: Path) -> None:
    (folder / "other" / "instrument.yaml").write_text(LINES, encoding="utf-8")
    assert code_of(Library(folder).instrument, "other") is ErrorCode.INSTRUMENT_INVALID
    (folder / "small" / "instrument-2025.2.yaml").write_text(LINES, encoding="utf-8")
    assert code_of(Library(folder).instrument, "small", "2025.2") is ErrorCode.INSTRUMENT_INVALID


def test_a_newest_version_written_unusually_is_still_found(folder: Path) -> None:
    text = LINES.replace('version: "2026.1"', 'version: \n  "2026.12"')
    (folder / "small" / "instrument.yaml").write_text(text, encoding="utf-8")
    assert Library(folder).versions("small")[0] == "2026.12"


def test_a_check_may_name_an_indicator_of_another_questionnaire(folder: Path) -> None:
    other = LINES.replace("id: small", "id: other").replace("P-", "R-").replace("V-1", "W-1")
    (folder / "other" / "instrument.yaml").write_text(other, encoding="utf-8")
    text = LINES.replace("- {id: P-1.1, op: le", "- {id: R-1.1, op: le")
    (folder / "small" / "instrument.yaml").write_text(text, encoding="utf-8")
    assert Library(folder).instrument("small").checks


def test_a_file_that_is_not_utf_8_is_refused_with_its_line(folder: Path) -> None:
    (folder / "framework.yaml").write_bytes(FRAMEWORK.replace("Own", "Ö").encode("latin-1"))
    assert code_of(Library(folder).ids) is ErrorCode.INSTRUMENT_INVALID


def test_an_enormous_file_is_not_read(folder: Path) -> None:
    with (folder / "small" / "instrument.yaml").open("wb") as stream:
        stream.truncate(20_000_001)
    with pytest.raises(FileError) as caught:
        Library(folder).instrument("small")
    assert caught.value.code is ErrorCode.FILE_TOO_LARGE


def test_a_known_language_without_file_shows_marked_english(folder: Path) -> None:
    found = Library(folder).instrument("small", language="mk")
    assert found.language == "mk"
    assert found.pillars[0].title == "Law"
    assert "P-1.title" in found.untranslated


def test_an_unknown_language_is_named(folder: Path) -> None:
    library = Library(folder)
    for language in ("xx", "../sq", "SQ"):
        with pytest.raises(InstrumentError) as caught:
            library.instrument("small", language=language)
        assert caught.value.code is ErrorCode.LANGUAGE_UNKNOWN


def test_a_translation_replaces_the_words_it_has(folder: Path) -> None:
    text = f"""\
format: wb6assess-translation/1
instrument: small
version: "2026.10"
language: sq
status: draft
texts:
  P-1.title: E drejta
  P-1.1.levels.0: asgjë
  P-1.1.title: Akti
sources:
  P-1.1.title: {text_digest("An earlier title")}
"""
    (folder / "small" / "sq.yaml").write_text(text, encoding="utf-8")
    library = Library(folder)
    found = library.instrument("small", language="sq")
    assert library.languages("small") == ("en", "sq")
    assert found.pillars[0].title == "E drejta"
    assert found.by_id["P-1.1"].levels[:2] == ("asgjë", "concept")
    assert found.by_id["P-1.1"].title == "Act in force"
    assert {"P-1.1.title", "P-1.1.levels.1"} <= found.untranslated
    assert not {"P-1.title", "P-1.1.levels.0"} & found.untranslated
    assert found.digest == library.instrument("small").digest
    # Nothing is known about the English text of another version.
    assert library.instrument("small", "2025.2", "sq").pillars[0].title == "Law of 2025.2"
