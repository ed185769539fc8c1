"""Tidy data of countries: scores, consensus, decisions; for the coordinator only."""

from collections.abc import Iterable, Iterator, Mapping

from wb6assess.reports.tidy.tables import (
    COUNTRY,
    INSTRUMENT,
    ROUND,
    TO_ITEM,
    Reference,
    Row,
    Table,
    count,
    joined,
    moment,
    number,
    text,
    truth,
)
from wb6assess.scoring.analysis import Analysis
from wb6assess.scoring.country import CountryScores
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.robustness import OVERALL
from wb6assess.scoring.tree import NodeScore
from wb6assess.scoring.validation import Judged

NODE = (
    COUNTRY,
    ROUND,
    text("kind", "What is scored.", ("overall", "domain", "pillar")),
    text("node", "“overall”, the id of the questionnaire, or “questionnaire/pillar”."),
    text("instrument", "Id of the questionnaire; empty for the overall score."),
    text("pillar", "Id of the pillar; empty above pillars."),
)
"""What a score is about; node with country and round tells scores apart."""


def scores(analysis: Analysis, round_id: str) -> Table:
    """One row for each country and node of the score tree."""
    return Table(
        "scores",
        "scores.csv",
        "Scores of countries: overall, by questionnaire, by pillar",
        (
            *NODE,
            text(
                "status", "Whether there is a score.", ("ok", "insufficient", "not_applicable", "empty")
            ),
            number("score", "0–100 in full precision."),
            number("published", "Rounded to one decimal."),
            number("coverage", "Answered share of the applicable weight, 0–1."),
            truth("provisional", "Published on thin coverage."),
            text("band", "Band of the published score."),
            number("geometric", "The same aggregated geometrically."),
            number("low", "Lower end of the 90 % interval; overall and questionnaires."),
            number("high", "Upper end of the 90 % interval; overall and questionnaires."),
            count("experts", "Experts with a score in it."),
            number("experts_published", "Rounded score without any decision of a meeting."),
        ),
        ("country", "round", "node"),
        lambda: (
            row
            for country in analysis.region.countries.values()
            for row in _country(country, analysis, round_id)
        ),
    )


def consensus(analysis: Analysis, round_id: str) -> Table:
    """One row for each country and indicator."""
    return Table(
        "consensus",
        "consensus.csv",
        "What experts and meetings say about each indicator in each country",
        (
            COUNTRY,
            ROUND,
            INSTRUMENT,
            text("item", "Id of the indicator."),
            text("state", "How it enters the score."),
            number("consensus", "Final value 0–100."),
            number("experts_value", "Value 0–100 without meetings."),
            *(
                number(name, meaning)
                for name, meaning in (
                    ("median", "Median of the experts' scores."),
                    ("mean", "Mean of the experts' scores."),
                    ("confidence_mean", "Mean weighted by confidence 1, 2, 3."),
                    ("range", "Highest minus lowest score."),
                    ("iqr", "Interquartile range, type 7."),
                    ("agree_share", "Share of experts close to the value, 0–1."),
                )
            ),
            text("agreement", "How scores lie to each other.", ("agreed", "mixed", "disagreement")),
            count("n", "Experts with a score."),
            count("n_na", "Experts with “not applicable”."),
            count("n_dk", "Experts with “don't know” or withheld."),
            text("flags", "What makes it worth a look, separated by “|”."),
            number("effective_weight", "Share of the questionnaire's score."),
            text("decision", "Id of the record in force."),
        ),
        ("country", "round", "instrument", "item"),
        lambda: (
            row
            for country in analysis.region.countries.values()
            for domain in country.domains.values()
            for row in _consensus(country.code, domain, round_id)
        ),
        (TO_ITEM, Reference(("decision",), "decisions", ("id",))),
    )


def decisions(judged: Iterable[Judged]) -> Table:
    """One row for each validation record, applied or not."""
    held = {item.record.id: item for item in judged}
    return Table(
        "decisions",
        "decisions.csv",
        "What validation meetings decided",
        (
            text("id", "Of the record."),
            COUNTRY,
            ROUND,
            INSTRUMENT,
            text("instrument_version", "Version of the questionnaire."),
            text("item", "Id of the indicator."),
            text("action", "What the record does.", ("set", "confirm", "na", "revoke")),
            number("score", "0–100 for “set” and “confirm”."),
            text("reason_code", "Why.", ("R1", "R2", "R3", "R4", "R5")),
            text("reason", "Why, in words."),
            text("evidence_refs", "References, separated by “|”."),
            text("meeting", "Which meeting."),
            moment("decided_at", "When."),
            text("supersedes", "Records it replaces, separated by “|”."),
            text("fate", "What became of it (docs/formats.md, fates of a record)."),
        ),
        ("id",),
        lambda: (_decision(item) for item in held.values()),
    )


def _country(country: CountryScores, analysis: Analysis, round_id: str) -> Iterator[Row]:
    whole = country.overall
    yield (
        *(country.code, round_id, "overall", "overall", "", ""),
        *_node(whole.node),
        whole.geometric,
        *_interval(analysis, country.code, OVERALL),
        len(country.experts),
        _figure(country.experts_overall.node),
    )
    for key, domain in country.domains.items():
        name = domain.domain.instrument
        yield (
            *(country.code, round_id, "domain", name, name, ""),
            *_node(domain.score.node),
            domain.score.geometric,
            *_interval(analysis, country.code, key),
            len(domain.experts),
            _figure(domain.experts_score.node),
        )
        for pillar, node in domain.score.pillars.items():
            yield (
                *(country.code, round_id, "pillar", f"{name}/{pillar}", name, pillar),
                *_node(node),
                *(None, None, None),
                domain.contributors[pillar],
                _figure(domain.experts_score.pillars[pillar]),
            )


def _node(node: NodeScore) -> Row:
    return (
        node.status.value,
        node.score,
        _figure(node),
        node.coverage,
        node.provisional,
        node.band and node.band.value,
    )


def _figure(node: NodeScore) -> float | None:
    return None if node.published is None else float(node.published)


def _interval(analysis: Analysis, country: str, domain: str) -> tuple[float | None, float | None]:
    found = analysis.robustness.node(country, domain)
    return (None, None) if found is None else found.interval


def _consensus(country: str, domain: CountryDomain, round_id: str) -> Iterator[Row]:
    in_force: Mapping[str, object] = domain.validation.in_force
    for item, value in domain.consensus.items():
        spread = value.spread
        yield (
            *(country, round_id, domain.domain.instrument, item, value.state.value, value.score),
            domain.experts_consensus[item].score,
            *(
                getattr(spread, name, None)
                for name in ("median", "mean", "confidence_mean", "range", "iqr", "agree_share")
            ),
            value.agreement and value.agreement.value,
            *(value.n, value.n_na, value.n_dk),
            joined(flag.value for flag in value.flags),
            domain.effective.get(item),
            domain.validation.in_force[item].id if item in in_force else None,
        )


def _decision(item: Judged) -> Row:
    record = item.record
    return (
        *(record.id, record.country, record.round, record.instrument, record.version),
        *(record.indicator, record.action.value, record.score, record.reason_code.value),
        *(record.reason, joined(record.evidence_refs), record.meeting, record.decided_at),
        *(joined(record.supersedes), item.fate.value),
    )
