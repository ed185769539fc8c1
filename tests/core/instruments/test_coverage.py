"""Which articles are assessed by whom, and how far translations are."""

from pathlib import Path

import pytest

from tests.core.instruments.texts import LINES, problems_of, with_line
from wb6assess.instruments.checks import check_folder
from wb6assess.instruments.coverage import (
    ActCoverage,
    act_coverage,
    coverage_document,
    language_coverage,
    library_coverage,
)
from wb6assess.instruments.library import Library
from wb6assess.instruments.reader import read_instrument
from wb6assess.instruments.translations import read_translation, text_digest, text_keys
from wb6assess.settings import questionnaires_folder

SOURCE = '  - {id: ACT-1, title: First act, url: "https://example.org/1", status: in force}\n'
LISTED = SOURCE.replace(
    "status: in force",
    "status: in force, articles: {3(1)-(2): Scope, '4': Grounds, Annex: List, '7': Secrets}, "
    "not_assessed: {15-17: Final provisions}",
)
PLACED = with_line(SOURCE, LISTED).replace(
    "{source: ACT-1, at: Art. 3}", "{source: ACT-1, at: 'Art. 3(2), 4(1)(a), recital 9'}"
)


def act(text: str) -> ActCoverage:
    instrument = read_instrument(text, "a")
    return act_coverage(instrument.sources[0], [instrument])


def test_articles_are_matched_with_anchors() -> None:
    found = act(PLACED)
    assert [(part.at, part.indicators) for part in found.articles] == [
        ("3(1)-(2)", ("P-1.1",)),
        ("4", ("P-1.1",)),
        ("Annex", ()),
        ("7", ()),
        ("15-17", ()),
    ]
    assert [part.at for part in found.missing] == ["Annex", "7"]


def test_a_place_of_a_row_that_nobody_cites_is_named() -> None:
    assert act(PLACED).articles[0].uncited == ("Art. 3(1)",)
    assert act(PLACED.replace("Art. 3(2),", "Art. 3,")).articles[0].uncited == ()


def test_places_outside_the_list_are_kept() -> None:
    assert dict(act(PLACED).elsewhere) == {"recital 9": ("P-1.1",)}


def test_an_act_without_a_list_shows_what_is_cited() -> None:
    found = act(LINES)
    assert found.articles == ()
    assert dict(found.elsewhere) == {"Art. 3": ("P-1.1",)}
    instrument = read_instrument(LINES, "a")
    assert act_coverage(instrument.sources[1], [instrument]).whole == ("P-1.1",)


def test_what_is_left_out_is_not_missing() -> None:
    last = act(PLACED).articles[-1]
    assert last.left_out
    assert last.content == "Final provisions"


def test_an_act_of_several_questionnaires_counts_once() -> None:
    first = read_instrument(PLACED, "a")
    text = LINES.replace("P-", "R-").replace(
        "{source: ACT-1, at: Art. 3}", "{source: ACT-1, at: Art. 7}"
    )
    second = read_instrument(text, "b")
    found = act_coverage(first.sources[0], [first, second])
    assert found.articles[3].indicators == ("R-1.1",)
    other = read_instrument(text.replace("First act", "Another").replace("org/1", "org/2"), "b")
    assert act_coverage(first.sources[0], [first, other]).articles[3].indicators == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "at: 'Art. 3(2), 4(1)(a), recital 9'",
            "at: 'Art. 3(2)-9'",
            ".at: `Art. 3(2)-9` is not read as",
        ),
        (", at: 'Art. 3(2), 4(1)(a), recital 9'", "", ".at: no article of `ACT-1` is named"),
        ("not_assessed: {15-17", "not_assessed: {'4'", "sources[0].not_assessed.4: this stands under"),
    ],
)
def test_places_that_cannot_be_matched_are_remarked(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    text = PLACED.replace(old, new)
    assert text != PLACED
    assert problems_of(text) == []
    path = tmp_path / "one.yaml"
    path.write_text(text, encoding="utf-8")
    assert any(expected in str(problem) for problem in check_folder(path) if problem.advice)


def test_a_named_place_may_be_listed(tmp_path: Path) -> None:
    text = PLACED.replace("Annex: List", "Judgment of 1 May: Ruling").replace(
        "{source: ACT-2, forward: true}", "{source: ACT-1, at: judgment of 1 May}"
    )
    assert act(text).articles[2].indicators == ("P-1.1",)


@pytest.mark.parametrize("value", ["[3, 4]", "{'': x}", "{'3': }", "{'3': 4}"])
def test_a_list_of_articles_has_a_shape(value: str) -> None:
    text = with_line("status: in force", f"status: in force, articles: {value}")
    assert any("sources[0].articles" in problem for problem in problems_of(text))


def test_a_translation_is_counted() -> None:
    instrument = read_instrument(LINES, "a")
    texts = text_keys(instrument)
    digest = text_digest(texts["P-1.1.title"])
    translation = read_translation(
        'format: wb6assess-translation/1\ninstrument: small\nversion: "2026.1"\nlanguage: sq\n'
        "status: reviewed\ntexts:\n  title: Pyetësor\n  P-1.1.title: Akti\n  P-1.1.question: A ka?\n"
        f"sources:\n  P-1.1.title: {digest}\n  P-1.1.question: '00000000'\n",
        "sq.yaml",
    )
    found = language_coverage(instrument, translation)
    assert (found.texts, found.current, found.outdated) == (len(texts), 2, ("P-1.1.question",))
    assert len(found.missing) == len(texts) - 3
    assert found.reviewed


def test_every_listed_article_of_the_screening_regulation_is_assessed() -> None:
    (found,) = library_coverage(Library(questionnaires_folder()), "fdi-screening")
    first = found.acts[0]
    assert len(first.articles) == 21
    assert first.missing == ()
    assert [part.at for part in first.articles if part.uncited] == []


def test_the_document_names_every_act() -> None:
    library = Library(questionnaires_folder())
    document = coverage_document(library_coverage(library))
    instruments = document["instruments"]
    assert isinstance(instruments, list)
    assert [item["instrument"] for item in instruments] == list(library.ids())
    for item in instruments:
        sources = library.instrument(item["instrument"]).sources
        assert [act["source"] for act in item["acts"]] == [source.id for source in sources]
