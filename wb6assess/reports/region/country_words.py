"""Sentences about one country: its score, its meetings, what must be said (methodology 5.6, 12.3)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from wb6assess.model.decision import ReasonCode
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument
from wb6assess.reports.figures import CONFIDENTIAL, score_text, share_text, signed_text
from wb6assess.reports.region.disclosure import Cell, CountryDisclosure, decided
from wb6assess.reports.region.rows import GapRow, PublicScore
from wb6assess.reports.region.score_words import listed, mention, number_words
from wb6assess.reports.wording import gap_words
from wb6assess.scoring.country import CountryDomain, CountryScores
from wb6assess.scoring.numbers import above

_UNEVEN = Decimal(5)
_DK_SHARE = 0.2
_EXPLAINED = Decimal(5)

REASONS: Mapping[ReasonCode, str] = {
    ReasonCode.FACTUAL_ERROR: "factual error",
    ReasonCode.LADDER_MISREAD: "ladder misread",
    ReasonCode.LATE_EVIDENCE: "evidence supplied later",
    ReasonCode.APPLICABILITY: "applicability",
    ReasonCode.PANEL_CONSENSUS: "panel consensus after discussion",
}


def experts_words(count: int) -> str:
    """How many experts: “4 experts”, “1 expert”."""
    return "1 expert" if count == 1 else f"{count} experts"


def validated_words(scores: CountryScores, instruments: Mapping[str, Instrument]) -> str:
    """Whether meetings decided every scored indicator that carries weight, some, or none."""
    wanted, found = 0, 0
    for domain in scores.domains.values():
        if domain.domain.weight <= 0:
            continue
        instrument, by_meeting = instruments[domain.domain.instrument], decided(domain)
        for item, result in domain.results.items():
            if instrument.by_id[item].score_weight and result.score is not None:
                wanted += 1
                found += item in by_meeting
    if not found:
        return "not validated"
    return "validated" if found == wanted else "partly validated"


def country_sentences(
    name: str,
    scores: CountryScores,
    cells: CountryDisclosure,
    framework: Framework,
    instruments: Mapping[str, Instrument],
    overall: PublicScore,
) -> Iterator[str]:
    """A country's first mention: value, band, interval, coverage, experts; then what must be said."""
    if not scores.experts:
        yield f"No submission from {name} counts in this round."
        return
    if cells.in_progress:
        k = number_words(framework.parameters.k_min_experts)
        yield f"Assessment in progress: fewer than {k} experts have handed in, so nothing is published."
        return
    experts = experts_words(len(scores.experts))
    if overall.value is not None:
        said = mention(overall, experts, validated_words(scores, instruments))
        yield f"{name} scores {said} overall."
        penalty = scores.overall.balance_penalty
        if penalty is not None and _hides_a_part(scores, cells):
            # With the score itself it would be a second equation for what is hidden.
            yield f"The balance penalty is confidential ({CONFIDENTIAL}), as parts of the score are."
        elif penalty is not None:
            profile = "an uneven profile" if penalty >= _UNEVEN else "an even profile"
            yield (
                f"Aggregated geometrically it is {score_text(scores.overall.geometric)}: a balance "
                f"penalty of {score_text(penalty)}, {profile}."
            )
    elif cells.overall is Cell.CONFIDENTIAL:
        yield f"The overall score is confidential ({experts})."
    else:
        share = share_text(scores.overall.node.coverage)
        yield f"Insufficient data for an overall score (coverage {share}; {experts})."
    yield from _unknown_shares(scores, cells, instruments)


def _hides_a_part(scores: CountryScores, cells: CountryDisclosure) -> bool:
    """Whether a domain with weight in the whole is confidential, or a pillar of one."""
    return any(
        Cell.CONFIDENTIAL in {cells.domains[key], *cells.pillars[key].values()}
        for key, domain in scores.domains.items()
        if domain.domain.weight > 0
    )


def widest_gap(gaps: tuple[GapRow, ...]) -> str:
    """Where law runs furthest ahead of practice, from a moderate gap on; "" otherwise."""
    stated = [
        (row.law - row.practice, row.country)
        for row in gaps
        if row.law is not None and row.practice is not None
    ]
    if not stated:
        return ""
    gap, title = max(stated, key=lambda pair: pair[0])
    words = gap_words(gap)
    if "implementation gap" not in words:
        return ""
    return f"Law is ahead of practice in {title} by {score_text(gap)}, a {words}."


def _unknown_shares(
    scores: CountryScores, cells: CountryDisclosure, instruments: Mapping[str, Instrument]
) -> Iterator[str]:
    found = []
    for key, domain in scores.domains.items():
        share = dont_know_share(domain)
        public = cells.domains[key] is not Cell.CONFIDENTIAL
        if public and share is not None and above(share, _DK_SHARE):
            found.append((share_text(share), instruments[domain.domain.instrument].title))
    if not found:
        return
    (first, title), *others = found
    parts = [f"{first} of the answers in {title}", *(f"{share} in {name}" for share, name in others)]
    yield f"{listed(parts)} are “don't know” or withheld."


def dont_know_share(domain: CountryDomain) -> float | None:
    """Share of "don't know" and withheld among all answers of a domain; None without any."""
    unknown = sum(value.n_dk for value in domain.consensus.values())
    everything = unknown + sum(value.n + value.n_na for value in domain.consensus.values())
    return unknown / everything if everything else None


def moved_words(domain: CountryDomain) -> str:
    """How many indicators meetings moved: "3 up, 6 down, none to “not applicable”"."""
    moved = domain.moved
    parts = [f"{moved.up or 'none'} up", f"{moved.down or 'none'} down"]
    parts.append(f"{moved.to_na or 'none'} to “not applicable”")
    if moved.filled:
        parts.append(f"{moved.filled} filled")
    return ", ".join(parts)


def explained_change(title: str, domain: CountryDomain, difference: Decimal, largest: str) -> str:
    """Why a meeting moved a domain by more than five points; "" when it did not.

    Args:
        title: Of the questionnaire.
        domain: With its decisions.
        difference: Validated minus experts' score.
        largest: The largest single change, in words.
    """
    if abs(difference) <= _EXPLAINED:
        return ""
    codes = Counter(
        record.reason_code
        for item, record in domain.validation.in_force.items()
        if domain.consensus[item].score != domain.experts_consensus[item].score
    )
    reasons = [
        f"{code.value} {REASONS[code]} ({number_words(codes[code])})"
        for code in ReasonCode
        if codes[code]
    ]
    why = f" Reasons: {listed(reasons)}." if reasons else ""
    most = f" Largest single change: {largest}." if largest else ""
    return (
        f"In {title} meetings moved the experts' score by {signed_text(difference)} points: "
        f"{moved_words(domain)}.{most}{why}"
    )
