"""An open assessment in another language: other words, the same questions and answers."""

import pytest
import yaml

from tests.core.session.conftest import NEW
from wb6assess.errors import ErrorCode, InstrumentError
from wb6assess.instruments.library import Library
from wb6assess.instruments.translations import text_digest, text_keys
from wb6assess.model.assessment import Answer
from wb6assess.session.workspace import Workspace


def translate(questionnaires, texts, sources=None):
    """Write an Albanian file for the drawn questionnaire."""
    document = {
        "format": "wb6assess-translation/1", "instrument": "drawn", "version": "2026.1",
        "language": "sq", "status": "draft", "texts": texts, "sources": sources or {},
    }  # fmt: skip
    path = questionnaires / "drawn" / "sq.yaml"
    path.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")


@pytest.fixture
def english(questionnaires):
    return text_keys(Library(questionnaires).instrument("drawn"))


def change_without_a_new_version(questionnaires, english, key):
    path = questionnaires / "drawn" / "instrument.yaml"
    path.write_text(path.read_text("utf-8").replace(english[key], english[key] + " Now."), "utf-8")


def test_texts_come_from_the_library_and_the_rest_stays_english_and_named(
    folder, questionnaires, english
):
    translate(questionnaires, {"title": "Pyetësori"})
    with Workspace.open(folder, Library(questionnaires)) as workspace:
        opened = workspace.open_assessment(workspace.new(**NEW))
        assert opened.languages()[:2] == ("en", "sq")
        shown = opened.in_language("sq")
        assert shown.title == "Pyetësori"
        assert shown.untranslated == set(english) - {"title"}
        assert opened.in_language("en") is opened.instrument
        assert opened.instrument.title == english["title"]


def test_answers_do_not_depend_on_the_language(folder, questionnaires):
    translate(questionnaires, {"title": "Pyetësori"})
    with Workspace.open(folder, Library(questionnaires)) as workspace:
        opened = workspace.open_assessment(workspace.new(**NEW))
        item = next(iter(opened.instrument.by_id))
        opened.record(item, Answer(3))
        before = opened.document()
        opened.in_language("sq")
        assert opened.document() == before


def test_in_an_older_copy_only_the_same_english_is_translated(folder, questionnaires, english):
    first = next(key for key in english if key.endswith(".question"))
    other = next(key for key in english if key.endswith(".title") and "." in key)
    with Workspace.open(folder, Library(questionnaires)) as workspace:
        created = workspace.new(**NEW)
    change_without_a_new_version(questionnaires, english, first)
    changed = text_keys(Library(questionnaires).instrument("drawn"))
    assert changed[first] != english[first]
    translate(
        questionnaires,
        {first: "Pyetja e re?", other: "Titulli", "title": "Pyetësori"},
        {first: text_digest(changed[first]), other: text_digest(english[other])},
    )
    with Workspace.open(folder, Library(questionnaires)) as workspace:
        shown = workspace.open_assessment(created).in_language("sq")
        words = text_keys(shown)
        assert words[other] == "Titulli"
        assert words[first] == english[first]
        assert {first, "title"} <= shown.untranslated


def test_an_unknown_language_is_named(folder, questionnaires):
    with Workspace.open(folder, Library(questionnaires)) as workspace:
        opened = workspace.open_assessment(workspace.new(**NEW))
        with pytest.raises(InstrumentError) as caught:
            opened.in_language("de")
        assert caught.value.code is ErrorCode.LANGUAGE_UNKNOWN


def test_a_report_has_the_words_of_its_language_and_the_same_figures(folder, questionnaires):
    translate(questionnaires, {"title": "Pyetësori"})
    with Workspace.open(folder, Library(questionnaires)) as workspace:
        opened = workspace.open_assessment(workspace.new(**NEW))
        opened.record(next(iter(opened.instrument.by_id)), Answer(3))
        english, other = opened.report(), opened.report("sq")
        assert (english.instrument.language, other.instrument.language) == ("en", "sq")
        assert other.instrument.title == "Pyetësori"
        assert other.scores.domain == english.scores.domain
        assert other.content_hash == english.content_hash
