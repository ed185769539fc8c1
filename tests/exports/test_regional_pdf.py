"""The public regional report on paper."""

import itertools
import re
import time
from dataclasses import replace

import pytest
from reportlab.graphics.shapes import Drawing

from exports.paper.parts import Chart
from exports.paper.regional_parts import next_words
from exports.pdf_check import check_pdf
from exports.regional_pdf import write_regional
from tests import builders
from tests.exports import papers, regions
from wb6assess.errors import ExportError
from wb6assess.model.assessment import Answer, Document, Identity, Status
from wb6assess.model.instrument import Instrument
from wb6assess.model.vocabulary import Aspect
from wb6assess.reports.figures import interval_text, score_text, signed_text
from wb6assess.reports.region.rows import FixRow
from wb6assess.scoring.country import score_region
from wb6assess.session.desk.consolidation import Consolidation

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
    assert 12 <= len(papers.pages(target)) <= 20
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


def test_it_is_a_draft_until_a_meeting_confirms(target):
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


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Two fields, an earlier round, a meeting, a country that falls back."""
    path = tmp_path_factory.mktemp("whole") / "regional.pdf"
    result = regions.build(
        {"AL": 4, "BA": 3, "ME": 3, "MK": 3, "RS": 3, "XK": 3},
        earlier=dict.fromkeys(SIX, 3),
        decisions=(regions.decision("AL", "P-1.1", 100.0), regions.decision("AL", "Q-1.1", 0.0)),
        unsure={"Agent0.BA": ("P-1.1", "P-1.2", "P-1.3", "P-1.4", "P-2.1", "P-2.2", "P-2.3")},
    )
    write_regional(path, result)
    return result, path


def test_the_first_mention_of_a_score_has_band_interval_coverage_experts_and_meetings(whole):
    assert re.search(
        r"Albania scores \d+\.\d \([a-z ,]+; 90 % interval \d+\.\d–\d+\.\d; coverage \d+ %; 4 experts; "
        r"partly validated\) overall",
        papers.words(whole[1]),
    )


def test_a_meeting_on_a_few_indicators_does_not_make_all_experts_validated(whole):
    assert ("19", "experts, consolidated, partly validated") in whole[0].public.figures
    unmet = regions.build(dict.fromkeys(SIX, 3)).public
    assert ("18", "experts, consolidated") in unmet.figures


def test_intervals_of_every_field_are_drawn_and_said(whole):
    result, path = whole
    alternatives = " ".join(words for kind, words in papers.structure(path) if kind == "Figure")
    for code in SIX:
        for key in ("", "FIELD-P", "FIELD-Q"):
            ends = result.analysis.robustness.node(code, key).interval
            assert interval_text(ends) in alternatives


def test_a_change_has_its_word_its_doubt_and_its_parts(whole):
    result, path = whole
    text = papers.words(path)
    change = result.analysis.progress.domain("AL", "FIELD-P")
    assert "What changed since 2025" in text
    assert "14 months lie between the rounds" in text
    assert signed_text(change.points) in text
    assert "Composition effect" in text
    assert "within uncertainty" in text


def test_backsliding_names_what_fell(whole):
    result, path = whole
    fell = result.analysis.progress.fell("MK", "FIELD-P")
    assert fell
    assert f"North Macedonia, backsliding. Indicators that fell: {', '.join(fell)}" in papers.words(path)


def test_words_the_methodology_forbids_do_not_occur(whole):
    text = papers.words(whole[1])
    words = {word.strip(".,;:()“”").lower() for word in text.split()}
    banned = "best worst leader laggard significant significantly proves objective measured"
    assert words.isdisjoint(banned.split())
    assert "±" not in text
    assert "rank 1" not in text.lower()
    assert not re.search(r"\d+ % of (the )?countries", text)


def test_overlapping_intervals_are_not_distinguishable(whole):
    assert "not distinguishable" in papers.words(whole[1])


def test_annexes_say_how_far_experts_agree_and_how_numbers_come_about(whole):
    result, path = whole
    text = papers.words(path)
    assert f"{result.analysis.raters.by_domain['FIELD-P'].alpha.published:.2f}" in text
    assert "seed 20240601" in text
    assert "mc_weight_band" in text
    assert "Where the intervals come from" in text


def test_sources_carry_revision_and_fingerprint_but_no_expert(whole):
    result, path = whole
    text = papers.words(path).replace(" ", "")
    for report in result.files:
        assert f"r{report.document.revision}{report.content_hash}" in text


def test_the_next_step_is_the_text_of_the_next_level_and_says_who_decides(whole):
    text, countries = papers.words(whole[1]), whole[0].public.countries
    assert "The country decides about it" in text
    steps = [row for part in countries for row in part.fixes]
    steps += [row for part in countries for field in part.fields for row in field.fixes]
    assert {row.next_level for row in steps} <= set("12345")
    for row in steps:
        assert row.step_words.startswith(f"Level {row.next_level}: Rung number")
        assert row.step_words in text


def test_who_decides_is_named_where_it_is_not_the_country_alone():
    row = FixRow("P-1.1", "Access", "Field", "1 to 5", "2.0", step="Invited", next_level="2")
    assert next_words(replace(row, actor="the country")) == "Level 2: Invited"
    assert next_words(replace(row, actor="the EU")) == "Level 2: Invited (the EU decides)"
    together = "the country and the EU together"
    assert next_words(replace(row, actor=together)) == "Level 2: Invited (with the EU)"


def test_a_list_never_leaves_one_row_alone_beyond_a_page_break():
    chart = Chart(range(5), lambda rows: Drawing(100, 20 * len(rows)), str, least=2)
    assert [[*part.rows] for part in chart.split(100, 90)] == [[0, 1, 2], [3, 4]]
    assert chart.split(100, 30) == []


def test_a_share_of_dont_know_above_a_fifth_is_stated(target):
    unknown = tuple(f"P-1.{n}" for n in range(1, 7))
    unsure = {"Agent0.ME": unknown, "Agent1.ME": unknown, "Agent2.ME": unknown}
    write_regional(target, regions.build(dict.fromkeys(SIX, 3), unsure=unsure))
    said = papers.words(target)
    assert "33 % of the answers in Field P are “don't know” or withheld." in said


def test_shares_of_several_fields_are_one_sentence():
    items = tuple(f"{letter}-{p}.{n}" for letter in "PQ" for p in (1, 2) for n in range(1, 7))
    unsure = {f"Agent{expert}.ME": items for expert in range(2)}
    countries = regions.build(dict.fromkeys(SIX, 3), unsure=unsure).public.countries
    (text,) = (part.text for part in countries if part.code == "ME")
    said = " ".join(text.split())
    assert "44 % of the answers in Field P and 44 % in Field Q are “don't know” or withheld." in said


def test_the_whole_report_has_no_orphan_heads_and_everything_is_tagged(whole):
    assert papers.orphan_heads(whole[1]) == []
    assert papers.outside_marks(whole[1]) == []


def test_six_countries_and_five_fields_take_less_than_three_seconds(target):
    result = regions.build(dict.fromkeys(SIX, 3), fields=5)
    began = time.process_time()
    write_regional(target, result)
    assert time.process_time() - began < 3


def test_the_check_notices_a_wrong_fingerprint_on_every_page(whole):
    path = whole[1]
    with pytest.raises(ExportError) as caught:
        check_pdf(path, path, (), "0000 1111 2222 3333", ends=4)
    assert len(caught.value.problems) == len(papers.pages(path)) > 8
    right = whole[0].public.fingerprint
    assert check_pdf(path, path, ("What changed since",), right) == len(papers.pages(path))
