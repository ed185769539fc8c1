"""The annexes of the public report: agreement of experts, how the numbers come about."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

from wb6assess.model.framework import METHODOLOGY
from wb6assess.reports.figures import CONFIDENTIAL, INSUFFICIENT, number_text, score_text, share_text
from wb6assess.reports.notes import how_experts_join, named
from wb6assess.reports.region.disclosure import Cell
from wb6assess.reports.region.public import PublicRegion
from wb6assess.reports.region.rows import (
    AgreementPart,
    AgreementRow,
    MethodPart,
    WidthRow,
)
from wb6assess.reports.region.score_words import number_words
from wb6assess.scoring.consensus import Flag
from wb6assess.scoring.country import CountryDomain
from wb6assess.scoring.raters import Reliability
from wb6assess.scoring.reliability import Reading

ALPHA_TEXT = (
    "Krippendorff's alpha for ordinal ratings, on the levels the experts chose before anything was "
    "consolidated: 0.80 and more reads as reliable, from 0.67 as tentative, below as low. Intervals are "
    "90 % bootstrap intervals over indicators. Under 20 units they are approximate."
)


def agreement_row(label: str, found: Reliability) -> AgreementRow:
    """Alpha of a domain or country as it is printed."""
    alpha = found.alpha
    if alpha.published is not None:
        sign = f"{alpha.published:.2f}".replace("-", "–")
    else:
        sign = "n.d." if alpha.reported and alpha.value is None else INSUFFICIENT
    words = alpha.reading.value if alpha.reading else ""
    if sign == "n.d.":
        words = "no variation"
    elif words and alpha.approximate:
        words += ", approx."
    interval = alpha.interval if alpha.published is not None else None
    return AgreementRow(label, alpha.published, sign, interval, str(alpha.units), words)


def agreement_part(region: PublicRegion) -> AgreementPart:
    """Agreement by domain, by country and domain, and on the other types of questions."""
    raters, owners = region.analysis.raters, region.domains()
    # Two experts who agree in all tell their ratings, though a meeting made the score public.
    least = region.framework.parameters.k_min_experts
    return AgreementPart(
        ALPHA_TEXT,
        tuple(agreement_row(region.title(owner), raters.by_domain[owner.id]) for owner in owners),
        tuple(region.title(owner) for owner in owners),
        tuple(
            (
                named(country),
                tuple(
                    _cell(
                        scores.domains[owner.id],
                        raters.by_country[owner.id, country.code],
                        hidden=cells.domains[owner.id] is Cell.CONFIDENTIAL
                        or 0 < len(scores.domains[owner.id].experts) < least,
                    )
                    for owner in owners
                ),
            )
            for country, scores, cells in region.countries()
        ),
        tuple(_others(region)),
        _agreement_finding([raters.by_domain[owner.id].alpha.reading for owner in owners]),
    )


def _agreement_finding(readings: Sequence[Reading | None]) -> str:
    """The message: "Agreement … is reliable in two of the five fields, tentative in three"."""
    counts = Counter(reading for reading in readings if reading is not None)
    if not counts:
        return "Agreement cannot be stated: too few indicators were rated by two experts."
    parts = [
        f"{reading.value} in {number_words(counts[reading])}" for reading in Reading if counts[reading]
    ]
    fields = "field" if len(readings) == 1 else "fields"
    if len(counts) == 1 and counts.total() == len(readings) > 1:
        (reading,), many = counts, number_words(len(readings))
        return f"Agreement of experts on levels is {reading.value} in all {many} fields."
    parts[0] += f" of the {number_words(len(readings))} {fields}"
    missing = len(readings) - sum(counts.values())
    if missing:
        parts.append(f"not stated for {number_words(missing)}")
    return f"Agreement of experts on levels is {', '.join(parts)}."


def _cell(domain: CountryDomain, found: Reliability, *, hidden: bool) -> str:
    """Alpha, and on how many of the indicators several experts rated they disagree."""
    if hidden:
        return CONFIDENTIAL
    values = domain.experts_consensus.values()
    rated = sum(value.n >= 2 for value in values)
    apart = sum(Flag.DISAGREEMENT in value.flags for value in values)
    return f"{agreement_row('', found).sign}; {apart} of {rated}" if rated else INSUFFICIENT


def _others(region: PublicRegion) -> Iterator[str]:
    for owner in region.domains():
        others = region.analysis.raters.by_domain[owner.id].others
        parts = [
            f"{kind.value} {share_text(pairs.share)} of {pairs.pairs} pairs"
            for kind, pairs in others.items()
            if pairs.share is not None
        ]
        if parts:
            yield f"{region.title(owner)}, equal answers on other questions: {', '.join(parts)}."


def method_part(region: PublicRegion) -> MethodPart:
    """How scores and intervals come about, and every parameter."""
    return MethodPart(tuple(_sentences(region)), tuple(_widths(region)), tuple(_parameters(region)))


def _sentences(region: PublicRegion) -> Iterator[str]:
    parameters, robustness = region.framework.parameters, region.analysis.robustness
    methods = parameters.methods
    yield (
        "Each answer becomes a score from 0 to 100. "
        f"{how_experts_join(parameters)} A validation meeting may decide another value, with a "
        "reason; the experts' values are kept. Indicators make a pillar by "
        f"{methods.pillar} mean, pillars a domain by {methods.domain} mean, domains the overall score "
        f"by {methods.overall} mean, with the weights of the questionnaires."
    )
    yield (
        "A node is published when at least "
        f"{share_text(parameters.tau)} of its applicable weight was answered. “Don't know” lowers "
        "coverage, never the score; “not applicable” with a reason leaves the weight."
    )
    band = share_text(parameters.mc_weight_band)
    yield (
        f"Intervals hold 90 % of {robustness.draws:,} replicates, seed {robustness.seed}. In each, all "
        f"weights vary by up to {band}, domains and the overall score are aggregated geometrically with "
        f"probability {share_text(parameters.mc_p_geo)}, the experts of a country are drawn anew with "
        f"replacement, and a level rated by fewer than {parameters.mc_noise_n} experts moves down or up "
        f"with probability {share_text(parameters.mc_noise_p)} each. Validated values do not vary by "
        "expert. Intervals are not symmetric around the score."
    )
    yield (
        f"A band is called borderline where fewer than {share_text(parameters.borderline)} of the "
        f"replicates lie in it. No ranks are published. Methodology {METHODOLOGY} has the formulas."
    )


def _widths(region: PublicRegion) -> Iterator[WidthRow]:
    for country, _, cells in region.countries():
        found = region.analysis.robustness.widths(country.code)
        if cells.overall is Cell.SHOWN and found is not None:
            shown = (found.everything, found.weights, found.aggregation, found.experts)
            one, two, three, four = (score_text(width) for width in shown)
            yield WidthRow(named(country), (one, two, three, four))


def _parameters(region: PublicRegion) -> Iterator[tuple[str, str, bool]]:
    parameters = region.framework.parameters
    changed = parameters.changed()
    for name in parameters.__dataclass_fields__:
        value = getattr(parameters, name)
        if is_dataclass(value):
            shown = ", ".join(f"{part.name} {getattr(value, part.name)}" for part in fields(value))
        else:
            shown = number_text(value)
        yield name, shown, name in changed
