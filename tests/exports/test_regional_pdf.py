"""The public regional report on paper."""

import pytest

from exports.regional_pdf import write_regional
from tests import builders
from tests.exports import papers
from wb6assess.model.assessment import Answer, Document, Identity, Status
from wb6assess.reports.figures import score_text
from wb6assess.scoring.country import score_region
from wb6assess.session.consolidation import Consolidation

SIX = ("AL", "BA", "ME", "MK", "RS", "XK")


def consolidation(experts: dict[str, int], *, sample: bool = True) -> Consolidation:
    """Countries with so many experts each; every country has another score."""
    instrument = papers.questionnaire()
    framework = builders.framework(instrument)
    effective: dict[Identity, Document] = {}
    submissions: dict[str, dict[str, list[tuple[str, dict[str, Answer]]]]] = {}
    for place, (code, count) in enumerate(experts.items()):
        for number in range(count):
            expert = f"X-{code}-{number}"
            given = {
                item: Answer((place + index % 2) % 6, justification=f"Words of {expert}")
                for index, item in enumerate(instrument.by_id)
            }
            identity = Identity(code, instrument.id, instrument.version, "2026", expert)
            effective[identity] = Document(
                identity, 1, Status.SUBMITTED, given, updated_at=papers.WHEN, sample=sample
            )
            submissions.setdefault(code, {}).setdefault(instrument.id, []).append((expert, given))
    instruments = {instrument.id: instrument}
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
    assert 4 <= len(papers.pages(target)) <= 8
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
