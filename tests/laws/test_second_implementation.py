"""The fast code against the plain one, on random questionnaires, panels, decisions and parameters."""

import random
from decimal import Decimal

import pytest

from tests.builders import indicator, pillar
from tests.builders import instrument as make_instrument
from tests.laws.plain import consensus, draws, rounding, tree
from wb6assess.model.assessment import Answer, Confidence, Evidence, SpecialState
from wb6assess.model.conditions import All, AnswerRef, Any, Compare, Not, Op
from wb6assess.model.decision import Action, Decision, ReasonCode
from wb6assess.model.framework import Country, Domain, Framework, Methods, Parameters
from wb6assess.model.instrument import Cap, Option
from wb6assess.model.vocabulary import Aspect, Direction, IndicatorType, Method, Polarity, SkipEffect
from wb6assess.scoring.bands import BANDS
from wb6assess.scoring.country import score_region
from wb6assess.scoring.robustness import Robustness

CASES = 80
REPLICATES = 21
LONG = "A reason that is long enough to count."
OPTIONS = (Option("a", "A", score=0.0), Option("b", "B", score=35.0), Option("c", "C", score=100.0))
POINTS = (
    Option("a", "A", points=2.0),
    Option("b", "B", points=1.5),
    Option("c", "C", points=-1.0),
    Option("n", "None", exclusive=True),
)
LAW, TALK = Evidence("law", citation="OG 1"), Evidence("interview", title="talk")


def random_condition(draw, levels):
    def leaf():
        return Compare(AnswerRef(draw.choice(levels)), draw.choice(list(Op)[:6]), draw.randint(0, 5))

    shape = draw.random()
    if shape < 0.6:
        return leaf()
    if shape < 0.75:
        return All((leaf(), leaf()))
    if shape < 0.9:
        return Any((leaf(), leaf()))
    return Not(leaf())


def random_item(draw, key, before):
    """An indicator; conditions look at level questions before it only."""
    kind = draw.choice([IndicatorType.LEVEL] * 5 + list(IndicatorType)[1:6])
    more = {
        "weight": draw.choice([0, 0.5, 1, 1, 2, 3]),
        "aspect": draw.choice(list(Aspect)),
        "na_allowed": draw.random() < 0.9,
        "sensitive": draw.random() < 0.3,
        "target": draw.choice([4, 5, 5]),
    }
    if kind is IndicatorType.SINGLE:
        more["options"] = OPTIONS
    elif kind is IndicatorType.MULTI:
        more |= {"options": POINTS, "full_points": draw.choice([None, 2.0, 3.5])}
    elif kind is IndicatorType.YESNO:
        more["polarity"] = draw.choice(list(Polarity))
    elif kind is IndicatorType.NUMERIC and draw.random() < 0.5:
        higher = draw.random() < 0.5
        limits = tuple(float(t) for t in sorted(draw.sample(range(100), 5), reverse=not higher))
        more |= {
            "thresholds": limits,
            "direction": Direction.HIGHER if higher else Direction.LOWER,
            "plausible": (0.0, 100.0),
        }
    elif kind is IndicatorType.NUMERIC:
        more |= {"worst": draw.choice([0.0, 80.0]), "best": 40.0}
    if before and draw.random() < 0.25:
        more |= {"ask_if": random_condition(draw, before), "skip_effect": draw.choice(list(SkipEffect))}
    if before and draw.random() < 0.25:
        caps = [Cap(random_condition(draw, before), draw.randint(0, 4), "a cap") for _ in range(2)]
        more["caps"] = tuple(caps[: draw.randint(1, 2)])
    return indicator(key, kind, **more)


def random_instrument(draw, name):
    before, pillars = [], []
    for p in range(draw.randint(1, 4)):
        items = []
        for i in range(draw.randint(1, 5)):
            item = random_item(draw, f"{name}{p}.{i}", before)
            if item.type is IndicatorType.LEVEL:
                before.append(item.id)
            items.append(item)
        method = draw.choice([None, None, None, *Method])
        pillars.append(
            pillar(f"{name}{p}", *items, weight=draw.choice([0, 1, 1, 2, 3.5]), method=method)
        )
    return make_instrument(*pillars, id=name)


def random_answer(draw, item):
    luck = draw.random()
    confidence = draw.choice([None, *Confidence])
    if luck < 0.08:
        return Answer()
    if luck < 0.25:
        state = draw.choice(list(SpecialState))
        return Answer(state=state, justification=draw.choice(["", LONG, LONG]))
    value = {
        "level": lambda: draw.randint(0, 5),
        "yesno": lambda: draw.choice(["yes", "no"]),
        "single": lambda: draw.choice("abc"),
        "multi": lambda: tuple(sorted(draw.sample("abcn", draw.randint(1, 3)))),
        "numeric": lambda: draw.choice([draw.randint(-5, 110), "12.5"]),
        "text": lambda: "words",
    }[item.type.value]()
    evidence = draw.choice([(), (LAW,), (TALK,)])
    return Answer(value, confidence=confidence, evidence=evidence)


def random_parameters(draw):
    return Parameters(
        tau=draw.choice([0.6, 0.6, 0.3]),
        methods=Methods(*(draw.choice([Method.ARITHMETIC, Method.ARITHMETIC, *Method]) for _ in "abc")),
        consolidation=draw.choice(["median", "median", "mean", "confidence"]),
        evidence_mode=draw.choice(["flag", "cap"]),
        mc_weight_band=draw.choice([0.25, 0.1]),
        mc_p_geo=draw.choice([0.5, 0.2]),
        seed=draw.randint(0, 2**32 - 1),
        mc_B=REPLICATES,
    )


def random_decisions(draw, code, made):
    """At most one good record a cell."""
    for item in made.by_id.values():
        if item.scored and draw.random() < 0.12:
            action = draw.choice([Action.SET, Action.CONFIRM, Action.NA])
            yield Decision(
                f"{code}-{item.id}", code, "2026", made.id, made.version, item.id, action,
                ReasonCode.FACTUAL_ERROR, LONG,
                draw.choice([0.0, 40.0, 62.5, 100.0]) if action is Action.SET else None, ("OG 1",),
            )  # fmt: skip


def random_case(seed):
    draw = random.Random(seed)
    instruments = {name: random_instrument(draw, name) for name in ("a", "b", "c")[: draw.randint(1, 3)]}
    domains = tuple(
        Domain(
            name.upper(), name, draw.choice([0, 1, 1, 2]), core=draw.random() < 0.5,
            method=draw.choice([None, None, *Method]),
        )
        for name in instruments
    )  # fmt: skip
    codes = [f"X{letter}" for letter in "ABCDE"[: draw.randint(1, 5)]]
    framework = Framework(
        "f", "F", tuple(Country(code, code) for code in codes), domains,
        parameters=random_parameters(draw),
    )  # fmt: skip
    submissions, decisions = {}, []
    for code in codes:
        for name, made in instruments.items():
            panel = [
                (f"E{n}", {key: random_answer(draw, item) for key, item in made.by_id.items()})
                for n in range(draw.choice([0, 1, 2, 3, 3, 4, 5]))
            ]
            submissions.setdefault(code, {})[name] = panel
            decisions += random_decisions(draw, code, made)
    return framework, instruments, submissions, decisions


def plainly(framework, instruments, submissions, decisions):
    countries = {}
    for country in framework.countries:
        parts = {}
        for domain in framework.domains:
            made = instruments[domain.instrument]
            records = {
                record.indicator: (record.action.value, record.score, record.evidence_refs)
                for record in decisions
                if (record.country, record.instrument) == (country.code, made.id)
            }
            method = domain.method.value if domain.method else None
            sheets = dict(submissions[country.code][made.id])
            parts[domain.id] = consensus.country_domain(
                made, sheets, records, framework.parameters, method
            )
        whole = tree.overall(framework.domains, parts, framework.parameters)
        countries[country.code] = {"parts": parts, "overall": whole}
    return countries


def assert_same_node(fast, slow):
    assert fast.status.value == slow["status"]
    assert fast.coverage == pytest.approx(slow["coverage"], abs=1e-12)
    assert fast.value == pytest.approx(slow["value"], abs=1e-9)
    if fast.status.value == "ok":
        assert fast.published == slow["published"]
        assert fast.provisional == slow["provisional"]
        assert BANDS.index(fast.band) == slow["band"]


@pytest.mark.parametrize("seed", range(CASES))
def test_the_plain_implementation_gives_the_same(seed):
    framework, instruments, submissions, decisions = random_case(seed)
    region = score_region(framework, instruments, submissions, decisions)
    slow = plainly(framework, instruments, submissions, decisions)
    for code, country in region.countries.items():
        for domain in framework.domains:
            assert_same_domain(
                framework, instruments[domain.instrument], country.domains[domain.id],
                slow[code]["parts"][domain.id],
            )  # fmt: skip
        assert_same_node(country.overall.node, slow[code]["overall"]["node"])
        assert country.overall.geometric == pytest.approx(slow[code]["overall"]["geometric"], abs=1e-9)
    assert_same_draws(framework, instruments, region, slow)


def assert_same_domain(framework, made, fast, slow):
    for key, (state, score) in slow["consensus"].items():
        assert (key, fast.consensus[key].state.value) == (key, state)
        assert fast.consensus[key].score == pytest.approx(score, abs=1e-9)
        assert fast.results[key].score == pytest.approx(slow["values"][key][1], abs=1e-9)
    for key, node in fast.score.pillars.items():
        assert_same_node(node, slow["pillars"][key])
    assert_same_node(fast.score.node, slow["node"])
    assert fast.score.geometric == pytest.approx(slow["geometric"], abs=1e-9)
    assert fast.effective == pytest.approx(tree.effective(made, slow), abs=1e-12)
    found = [(row.indicator, row.gain) for row in fast.priorities]
    expected = tree.gains(made, slow)
    assert [key for key, _ in found] == [key for key, _ in expected]
    assert [gain for _, gain in found] == pytest.approx([gain for _, gain in expected], abs=1e-9)
    tau = framework.parameters.tau
    law = tree.aspect_mean(made, slow, {"law"}, tau)
    practice = tree.aspect_mean(made, slow, {"practice", "outcome"}, tau)
    assert (fast.aspects.law.published, fast.aspects.practice.published) == (law, practice)
    gap = None if law is None or practice is None else law - practice
    assert fast.aspects.gap == gap


def assert_same_draws(framework, instruments, region, slow):
    parameters = framework.parameters
    drawn = draws.replicates(framework, instruments, slow, REPLICATES)
    robustness = Robustness(framework, instruments, region)
    for domain in ["", *(domain.id for domain in framework.domains)]:
        runs = {
            code: [whole if not domain else parts.get(domain) for whole, parts in run]
            for code, run in drawn.items()
        }
        shown = {code: values for code, values in runs.items() if values[0] is not None}
        for code in runs:
            node = robustness.node(code, domain)
            assert (node is None) == (code not in shown)
            if node is None:
                assert robustness.rank_range(code, domain) is None
                continue
            values = shown[code]
            expected = [draws.quantile(values, share) for share in parameters.interval]
            assert list(node.interval) == pytest.approx(expected, abs=1e-8)
            country = region.countries[code]
            scored = country.domains[domain].score.node if domain else country.overall.node
            sure = draws.certainty(values, scored.published, parameters.cuts)
            assert node.certainty.share == pytest.approx(sure)
            ranks = draws.rank_range(shown, code, parameters.interval)
            assert robustness.rank_range(code, domain) == ranks


def test_the_random_cases_are_rich():
    """Among the cases are all statuses, capped evidence, every way of joining, decided values."""
    seen = set()
    for seed in range(CASES):
        framework, instruments, submissions, decisions = random_case(seed)
        slow = plainly(framework, instruments, submissions, decisions)
        seen |= {framework.parameters.consolidation, framework.parameters.evidence_mode}
        for country in slow.values():
            seen.add(f"overall {country['overall']['node']['status']}")
            for part in country["parts"].values():
                seen |= {f"domain {part['node']['status']}"}
                seen |= {f"pillar {node['status']}" for node in part["pillars"].values()}
                seen |= {state for state, _ in part["consensus"].values()}
                seen |= {
                    "capped" for key in part["values"] if part["values"][key] != part["consensus"][key]
                }
                for sheet in part["sheets"].values():
                    seen |= {sheet.state(key) for key in sheet.items}
    assert seen >= {
        "median", "mean", "confidence", "flag", "cap", "capped", "overall ok", "overall insufficient",
        "domain ok", "domain insufficient", "domain not_applicable", "pillar ok", "pillar insufficient",
        "pillar empty", "pillar not_applicable", "validated", "answered", "not_applicable", "dont_know",
        "withheld", "unanswered", "skipped_zero", "skipped_exclude",
    }  # fmt: skip


@pytest.mark.parametrize("x", ["62.25", "62.249999999999", "-12.25", "0.05", "59.95", "-0.04"])
def test_both_round_alike(x):
    from wb6assess.scoring.numbers import published

    assert rounding.rounded(float(x)) == published(float(x))
    assert Decimal(str(published(float(x)))) == rounding.rounded(float(x))
