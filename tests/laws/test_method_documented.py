"""Every figure of docs/method.md is the one the code computes, and the page stands on its own."""

import math
import re
from decimal import Decimal
from pathlib import Path

import pytest

from tests.builders import indicator, instrument, pillar
from tests.core.scoring.example_seven import analysis
from tests.core.scoring.test_progress import progress
from wb6assess.model.assessment import Answer, SpecialState
from wb6assess.model.framework import METHODOLOGY, Parameters
from wb6assess.model.vocabulary import Aspect, IndicatorType, Method
from wb6assess.reports.figures import interval_text, score_text, share_text, signed_text
from wb6assess.reports.wording import OWN_BANDS, band_words, gap_words
from wb6assess.scoring.bands import BANDS, band_of
from wb6assess.scoring.beside import law_practice
from wb6assess.scoring.consensus import Agreement, Rating, consolidate
from wb6assess.scoring.numbers import published
from wb6assess.scoring.rounds import progress_word
from wb6assess.scoring.scores import score_assessment
from wb6assess.scoring.sensitivity import Path as WayUp
from wb6assess.scoring.states import IndicatorScore, State
from wb6assess.scoring.tree import Child, aggregate

TEXT = (Path(__file__).parents[2] / "docs" / "method.md").read_text("utf-8")
PARAMETERS = Parameters()


def section(title: str) -> str:
    """The words of a section, on one line."""
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", TEXT, re.DOTALL | re.MULTILINE)
    assert found is not None, title
    return " ".join(found.group(1).split())


@pytest.fixture(scope="module")
def found():
    return analysis()


def test_a_number_between_worst_and_best():
    made = instrument(pillar("P", indicator("a", IndicatorType.NUMERIC, worst=0.0, best=40.0)))
    score = score_assessment(made, {"a": Answer(15)}, "AL", PARAMETERS).indicators["a"].score
    assert f"100 × (15 – 0) / (40 – 0) = {score_text(score)}" in section("What is rated")


def ratings(*levels):
    return [Rating(State.ANSWERED, 20.0 * level, 2) for level in levels]


def test_several_experts():
    words = section("Several experts")
    one = consolidate(ratings(3, 4, 3), PARAMETERS)
    said = f"The median is {score_text(one.score)}, the mean {score_text(one.spread.mean)}."
    assert said in words
    two = consolidate(ratings(1, 3, 4, 2), PARAMETERS)
    assert two.agreement is Agreement.DISAGREEMENT
    assert f"lie {two.spread.range:.0f} points apart" in words
    assert f"the median is {score_text(two.score)}." in words
    change = signed_text(40.0 - two.score)
    assert f"setting level 2 changes the value by {change}" in section("Validation meetings")


def test_pillar_domain_overall(found):
    words = section("Pillar, domain, overall")
    domain = found.region.countries["XA"].domains["D1"].score
    assert f"(2 × 40 + 1 × 20) / 3 = {domain.pillars['p1'].published}" in words
    assert f"/ 4 = {domain.node.published}" in words


def test_geometric_mean_and_balance_penalty():
    children = [Child(2, 37.5), Child(1, 75.0)]
    mean, geometric = (
        published(aggregate(children, method)) for method in (Method.ARITHMETIC, Method.GEOMETRIC)
    )
    assert float(geometric) == pytest.approx(
        math.exp((2 * math.log(38.5) + math.log(76)) / 3) - 1, abs=0.05
    )
    said = (
        f"the mean {mean} and the geometric mean {geometric}, so a balance penalty of {mean - geometric}"
    )
    assert said in section("Weak spots: the geometric mean")


def test_coverage():
    weights = dict(zip("abcde", (3, 2, 2, 2, 1), strict=True))
    made = instrument(pillar("P", *(indicator(key, weight=w) for key, w in weights.items())))
    reason = "A reason that is long enough to count."
    answers = {
        **{key: Answer(3) for key in "abc"},
        "d": Answer(state=SpecialState.DONT_KNOW),
        "e": Answer(state=SpecialState.NOT_APPLICABLE, justification=reason),
    }
    node = score_assessment(made, answers, "AL", PARAMETERS).pillars["P"]
    assert node.provisional
    words = section("Coverage and signs")
    assert f"7/9 = {share_text(node.coverage)}".replace("\u00a0", " ") in words
    for share in (PARAMETERS.tau, PARAMETERS.provisional):
        assert f"{share:.0%}".replace("%", " %") in words


def test_rounding():
    shown = {str(published(x)) for x in (62.25, 62.249999999999)}
    assert shown == {"62.3"}
    assert "62.25 becomes 62.3, and so does 62.249999999999" in section("Rounding")


def test_bands():
    words = section("Bands")
    for place, band in enumerate(BANDS):
        low = 20 * place
        high = Decimal(100) if place == 4 else Decimal(low + 20) - Decimal("0.1")
        assert band_of(Decimal(low), PARAMETERS.cuts) is band_of(high, PARAMETERS.cuts) is band
        assert f"| {low}.0–{high:.1f} | {band_words(band)} | {band.letter} |" in words
    assert OWN_BANDS.removeprefix("Bands") in words


def test_intervals(found):
    words = section("How sure a score is")
    node, robustness = found.region.countries["XA"].overall.node, found.robustness
    widths = robustness.widths("XA")
    assert f"scores {node.published}" in words
    assert f"seed {robustness.seed}" in words
    assert f"{robustness.draws:,} draws is {interval_text(robustness.node('XA').interval)}." in words
    said = (
        f"the whole interval is {score_text(widths.everything)} points wide, with weights alone "
        f"{score_text(widths.weights)}, aggregation alone {score_text(widths.aggregation)}, experts and "
        f"thin ratings alone {score_text(widths.experts)}."
    )
    assert said in words
    assert f"Below {PARAMETERS.borderline:.0%}".replace("%", " %") in words


def test_swings_gains_and_the_way_up(found):
    swing = next(row for row in found.swings("XA") if row.indicator == "x1")
    assert f"swings {score_text(swing.swing)} points" in section("What moves a score")
    first = found.priorities("XA")[0]
    assert first.weight == pytest.approx(2 / 3 * 3 / 4 * 2 / 3)
    assert f"would add {score_text(first.gain)} points" in section("What to fix first")
    path = found.path("XA")
    assert isinstance(path, WayUp)
    assert path.steps == ("x1", "x1")
    words = section("The way to the next band")
    assert f"begins at {score_text(path.cut)}; raising x1 twice gives {score_text(path.score)}" in words


def test_law_and_practice():
    kinds = {"l": (Aspect.LAW, 76.0), "p": (Aspect.PRACTICE, 40.0)}
    items = [
        indicator(f"{key}{n}", aspect=aspect) for key, (aspect, _) in kinds.items() for n in range(3)
    ]
    results = {
        f"{key}{n}": IndicatorScore(State.ANSWERED, score, score)
        for key, (_, score) in kinds.items()
        for n in range(3)
    }
    figures = law_practice(instrument(pillar("P", *items)), results, PARAMETERS)
    words = section("Law and practice")
    assert (
        f"law {figures.law.published} and practice {figures.practice.published} give a gap of "
        f"{figures.gap}, a {gap_words(figures.gap)}."
    ) in words


def test_readiness():
    assert f"level 3 counts {score_text(100 * 60 / 80)}" in section("Readiness and openness")


def test_progress():
    change = progress().domain("AL", "DRAWN")
    words = section("Progress")
    assert (
        f"{change.before} before and {change.now} now on what is comparable is a change of "
        f"{change.points}, {change.word}."
    ) in words
    for cut in PARAMETERS.progress_cuts[1:]:
        word = progress_word(Decimal(str(cut)), PARAMETERS.progress_cuts)
        if cut > 0:
            assert f"| {cut:.1f} and more | {word} |" in words
    assert "| –2.0 or less | backsliding |" in words


def test_it_is_of_this_methodology_and_refers_to_nothing_outside():
    assert f"methodology {METHODOLOGY}" in TEXT
    assert "](" not in TEXT
    assert "http" not in TEXT
    assert not re.search(r"[\w/]+\.(md|py|yaml|pdf|png)\b", TEXT)


def test_wording_rules_hold_here_too():
    banned = (r"\bsignificant", r"\bobjective", r"±", r"\bleader", r"\blaggard", r"\bweak\.")
    assert not [word for word in banned if re.search(word, TEXT, re.IGNORECASE)]
