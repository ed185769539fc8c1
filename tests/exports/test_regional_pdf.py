"""The public regional report on paper."""

import itertools
from dataclasses import replace

import pytest

from exports.regional_pdf import write_regional
from tests import builders
from tests.exports import papers
from wb6assess.model.assessment import Answer, Document, Identity, Status
from wb6assess.model.instrument import Aspect, Instrument
from wb6assess.reports.figures import score_text
from wb6assess.scoring.country import score_region
from wb6assess.session.consolidation import Consolidation

SIX = ("AL", "BA", "ME", "MK", "RS", "XK")


def consolidation(
    experts: dict[str, int],
    *,
    sample: bool = True,
    instrument: Instrument | None = None,
    beside: tuple[Instrument, ...] = (),
) -> Consolidation:
    """Countries with so many experts each; every country has another score.

    Instruments `beside` carry no weight in the overall score.
    """
    instrument = instrument or papers.questionnaire()
    framework = builders.framework(instrument, *beside)
    domains = [
        replace(item, weight=1 if item.instrument == instrument.id else 0) for item in framework.domains
    ]
    framework = replace(framework, domains=tuple(domains))
    effective: dict[Identity, Document] = {}
    submissions: dict[str, dict[str, list[tuple[str, dict[str, Answer]]]]] = {}
    instruments = {item.id: item for item in (instrument, *beside)}
    for place, (code, count) in enumerate(experts.items()):
        for number, asked in itertools.product(range(count), instruments.values()):
            expert = f"X-{code}-{number}"
            given = {
                item: Answer((place + index % 2) % 6, justification=f"Words of {expert}")
                for index, item in enumerate(asked.by_id)
            }
            identity = Identity(code, asked.id, asked.version, "2026", expert)
            effective[identity] = Document(
                identity, 1, Status.SUBMITTED, given, updated_at=papers.WHEN, sample=sample
            )
            submissions.setdefault(code, {}).setdefault(asked.id, []).append((expert, given))
    scores = score_region(framework, instruments, submissions)
    return Consolidation(framework, "2026", instruments, (), effective, (), scores)


@pytest.fixture
def target(tmp_path):
    return tmp_path / "regional.pdf"


def test_scores_of_every_country_are_printed(target):
    result = consolidation(dict.fromkeys(SIX, 3))
    write_regional(target, result)
    text = papers.words(target)
    for country in result.scores.countries.values():
        assert score_text(country.overall.node.published) in text
    assert "Regional mean" in text
    assert 12 <= len(papers.pages(target)) <= 18
    assert all(papers.fonts_of(target).values())


def test_no_expert_code_and_no_words_of_experts_are_in_the_file(target):
    write_regional(target, consolidation(dict.fromkeys(SIX, 3)))
    text = papers.words(target)
    assert "X-" not in text
    assert "Words of" not in text


def test_a_country_with_two_experts_is_only_in_progress(target):
    result = consolidation({"AL": 3, "BA": 3, "ME": 3, "MK": 3, "RS": 2})
    write_regional(target, result)
    text = papers.words(target)
    assert "assessment in progress" in text
    serbia = result.scores.countries["RS"]
    others = {
        score_text(country.overall.node.published)
        for code, country in result.scores.countries.items()
        if code != "RS"
    }
    hidden = score_text(serbia.overall.node.published)
    assert hidden not in others
    assert hidden not in text
    # A mean over five would give the hidden score away.
    assert "4 of 6" in text


def test_it_is_a_draft_until_decisions_and_intervals_exist(target):
    write_regional(target, consolidation(dict.fromkeys(SIX, 3)))
    for page in papers.pages(target):
        assert "DRAFT" in page
        assert "SAMPLE – invented answers" in page
        assert "do not represent an assessment by the European Commission" in page
        assert "without prejudice to positions on status" in " ".join(page.split())


def test_no_order_of_countries_and_no_banned_word(target):
    write_regional(target, consolidation(dict.fromkeys(SIX, 4)))
    text = papers.words(target).lower()
    for word in ("best", "worst", "leader", "laggard", "significant", "proves", "objective"):
        assert word not in text.split()


def test_nothing_submitted_is_a_report_too(target):
    write_regional(target, consolidation({}))
    text = papers.words(target)
    assert "No submission from Albania counts in this round." in text
    assert "No assessment is scored." in text


def test_the_same_consolidation_gives_the_same_bytes(target, tmp_path):
    write_regional(target, consolidation(dict.fromkeys(SIX, 3)))
    write_regional(tmp_path / "again.pdf", consolidation(dict.fromkeys(SIX, 3)))
    assert target.read_bytes() == (tmp_path / "again.pdf").read_bytes()


def outside(number: int) -> Instrument:
    """A questionnaire about interfaces only, with long words in its title."""
    drawn = papers.questionnaire(id=f"outside-{number}", title=f"Counterdisinformation matters {number}")
    pillars = tuple(
        replace(
            pillar,
            indicators=tuple(replace(item, aspect=Aspect.INTERFACE) for item in pillar.indicators),
        )
        for pillar in drawn.pillars
    )
    return replace(drawn, pillars=pillars)


def test_domains_without_weight_are_set_apart_and_named(target):
    write_regional(target, consolidation(dict.fromkeys(SIX, 3), beside=(outside(1), outside(2))))
    text = papers.words(target)
    assert "Beside, not in the overall score" in text
    assert "Domain, beside, not in the overall score" in text
    assert (
        "Overall: arithmetic mean of Questions. Counterdisinformation matters 1 and "
        "Counterdisinformation matters 2 are shown beside and not in it." in text
    )


def test_a_word_in_the_head_of_the_band_table_is_never_cut(target):
    beside = tuple(outside(number) for number in range(1, 7))
    write_regional(target, consolidation(dict.fromkeys(SIX, 3), beside=beside))
    table = papers.pages(target)[1]
    assert table.count("Counterdisinformation") >= 2 * len(beside)


def test_a_questionnaire_without_law_and_practice_says_so_instead_of_an_empty_chart(target):
    write_regional(target, consolidation(dict.fromkeys(SIX, 3), beside=(outside(1),)))
    pages = papers.pages(target)
    page = next(text for text in pages if "Domain, beside" in text)
    assert "Law and practice are not compared here" in " ".join(page.split())
    assert "Reading" not in page


def test_each_country_is_one_page_even_with_many_domains(target):
    beside = tuple(outside(number) for number in range(1, 5))
    write_regional(target, consolidation(dict.fromkeys(SIX, 3), beside=beside))
    pages = papers.pages(target)
    for name in ("Albania", "Bosnia and Herzegovina", "Montenegro", "North Macedonia", "Serbia"):
        profiles = [text for text in pages if f"{name} scores" in " ".join(text.split())]
        assert len(profiles) == 1
        assert "First to fix" in profiles[0]


def test_no_heading_stands_alone_at_the_end_of_a_page_and_all_is_tagged(target):
    beside = tuple(outside(number) for number in range(1, 5))
    write_regional(target, consolidation(dict.fromkeys(SIX, 3), beside=beside))
    assert papers.orphan_heads(target) == []
    assert papers.outside_marks(target) == []
    assert "TH" in {kind for kind, _ in papers.structure(target)}


def test_the_front_is_one_page(target):
    beside = tuple(outside(number) for number in range(1, 7))
    write_regional(target, consolidation(dict.fromkeys(SIX, 3), beside=beside))
    pages = papers.pages(target)
    assert "Instruments" in pages[0]
    assert "State of play" in pages[1]


def test_the_foot_counts_questionnaires_that_share_a_version(target):
    write_regional(target, consolidation(dict.fromkeys(SIX, 3), beside=(outside(1), outside(2))))
    assert "three questionnaires of 2026.1" in papers.words(target)


def test_greyscale_prints_the_grey_bands(target):
    write_regional(target, consolidation(dict.fromkeys(SIX, 3)), grey=True)
    for colour in papers.fills(target):
        assert max(colour) - min(colour) < 0.06, colour
