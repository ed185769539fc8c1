"""How a regional number came about: down to every answer, weight, cap, decision and draw."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from wb6assess.model.assessment import Document
from wb6assess.model.framework import METHODOLOGY
from wb6assess.model.instrument import Indicator, Instrument, Pillar
from wb6assess.reports.conditions import condition_words
from wb6assess.reports.json_parts import Json, node_json, number_json, parameters_json
from wb6assess.reports.region.document import decision_json
from wb6assess.reports.region.explained_draw import drawn_domain, drawn_item, drawn_pillar, drawn_whole
from wb6assess.reports.region.explained_figure import explained_figure
from wb6assess.reports.region.robustness_json import uncertainty_json
from wb6assess.scoring.analysis import Analysis
from wb6assess.scoring.country import CountryScores
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.one_draw import OneDraw
from wb6assess.scoring.panels import drawing_experts
from wb6assess.scoring.robustness import OVERALL
from wb6assess.scoring.states import AnswerSheet
from wb6assess.scoring.validation import Fate, Judged

WHOLE = "overall"
STREAM = "mc"


@dataclass(frozen=True, slots=True)
class Given:
    """An expert's document with where it came from."""

    document: Document
    content_hash: str
    file: str


Sources = Mapping[tuple[str, str, str], Given]
"""(country code, instrument id, expert code) -> the document that counts."""


def explanation(
    analysis: Analysis,
    country: str,
    node: str,
    round_id: str,
    sources: Sources,
    draw: int | None = None,
) -> Json | None:
    """`wb6assess-explanation/1`: a node with everything under it; None when there is no such node.

    Args:
        analysis: The scores and everything beside them.
        country: Country code.
        node: "overall", the id of a domain, pillar, indicator or sub-index, or a figure of a domain:
            `FDI:law`, `:practice`, `:institution`, `:interface`, `:gap`.
        round_id: The round.
        sources: Where every answer came from.
        draw: Number of a replicate to open up, from 1; None leaves the draws in sum.
    """
    tree = _Explained(analysis, analysis.region.countries[country], sources, draw).node(node)
    if tree is None:
        return None
    return {
        "format": "wb6assess-explanation/1",
        "methodology": METHODOLOGY,
        "parameters": parameters_json(analysis.framework.parameters),
        "country": country,
        "round": round_id,
        "tree": tree,
    }


@dataclass(frozen=True)
class _Explained:
    analysis: Analysis
    country: CountryScores
    sources: Sources
    number: int | None

    @cached_property
    def _draw(self) -> OneDraw | None:
        if self.number is None:
            return None
        return self.analysis.robustness.draw(self.country.code, self.number)

    @cached_property
    def _sheets(self) -> Mapping[tuple[str, str], AnswerSheet]:
        """(instrument id, expert code) -> the expert's answers in the light of conditions."""
        least = self.analysis.framework.parameters.na_justification_min
        return {
            (instrument, expert): AnswerSheet(
                self.analysis.instruments[instrument],
                dict(given.document.answers.items()),
                country,
                na_justification_min=least,
            )
            for (country, instrument, expert), given in self.sources.items()
            if country == self.country.code
        }

    def node(self, wanted: str) -> Json | None:
        if wanted == WHOLE:
            return self._whole()
        for domain in self.country.domains.values():
            instrument = self._instrument(domain)
            if wanted in {domain.domain.id, instrument.id}:
                return self._domain(domain)
            for pillar in instrument.pillars:
                if wanted == pillar.id:
                    return self._pillar(domain, pillar)
            if wanted in instrument.by_id:
                return self._indicator(domain, instrument.by_id[wanted])
            figure = self._figure(wanted, domain)
            if figure is not None:
                return figure
        return None

    def _figure(self, wanted: str, domain: CountryDomain) -> Json | None:
        instrument = self._instrument(domain)
        sheets = {
            expert: self._sheets[instrument.id, expert]
            for expert in domain.experts
            if (instrument.id, expert) in self._sheets
        }
        return explained_figure(
            wanted, domain, instrument, sheets, lambda item: self._indicator(domain, item)
        )

    def _whole(self) -> Json:
        overall = self.country.overall
        method = self.analysis.framework.parameters.methods.overall
        return {
            "node": WHOLE,
            "kind": "overall",
            "title": self.analysis.framework.country_by_code[self.country.code].name,
            **node_json(overall.node),
            "method": method.value,
            "geometric": overall.geometric,
            "balance_penalty": number_json(overall.balance_penalty),
            "draws": self._draws(OVERALL),
            **drawn_whole(self._draw, method),
            "parts": [self._domain(domain) for domain in self.country.domains.values()],
        }

    def _domain(self, domain: CountryDomain) -> Json:
        instrument, key = self._instrument(domain), domain.domain.id
        method = domain.domain.method or self.analysis.framework.parameters.methods.domain
        return {
            "node": key,
            "kind": "domain",
            "title": instrument.title,
            **node_json(domain.score.node),
            "weight": domain.domain.weight,
            "core": domain.domain.core,
            "instrument_version": instrument.version,
            "method": method.value,
            "geometric": domain.score.geometric,
            "draws": self._draws(key),
            **drawn_domain(self._draw, key, drawing_experts(domain), method),
            "parts": [self._pillar(domain, pillar) for pillar in instrument.pillars],
        }

    def _draws(self, domain: str) -> Json:
        """How the interval was drawn: enough to draw it again."""
        robustness = self.analysis.robustness
        parts = [self.country.domains[domain]] if domain else self.country.domains.values()
        return {
            "label": STREAM,
            "seed": robustness.seed,
            "replicates": robustness.draws,
            "resampled": [
                {"domain": part.domain.id, "experts": list(drawing_experts(part))} for part in parts
            ],
            **uncertainty_json(robustness, self.country.code, domain),
        }

    def _pillar(self, domain: CountryDomain, pillar: Pillar) -> Json:
        method = pillar.method or self.analysis.framework.parameters.methods.pillar
        return {
            "node": pillar.id,
            "kind": "pillar",
            "title": pillar.title,
            **node_json(domain.score.pillars[pillar.id]),
            "weight": pillar.weight,
            "method": method.value,
            **drawn_pillar(self._draw, pillar.id),
            "parts": [self._indicator(domain, item) for item in pillar.indicators],
        }

    def _indicator(self, domain: CountryDomain, item: Indicator) -> Json:
        value, result = domain.consensus[item.id], domain.results[item.id]
        decision = domain.validation.in_force.get(item.id)
        stale = item.id in domain.validation.stale
        effective = domain.effective.get(item.id)
        return {
            "node": item.id,
            "kind": "indicator",
            "title": item.title,
            "state": value.state.value,
            "consensus": value.score,
            "score": result.score,
            "weight": item.score_weight,
            "effective_weight": effective,
            "contribution": None
            if effective is None or result.score is None
            else effective * result.score,
            "experts_value": domain.experts_consensus[item.id].score,
            "rule": self.analysis.framework.parameters.consolidation,
            "n": value.n,
            "n_na": value.n_na,
            "n_dk": value.n_dk,
            "flags": [flag.value for flag in value.flags],
            "supported": domain.supported[item.id],
            "varies": item.id not in domain.validation.in_force,
            "decision": decision and decision_json(decision, stale=stale),
            "records": [
                record_json(judged)
                for judged in domain.validation.judged
                if judged.record.indicator == item.id
            ],
            **drawn_item(self._draw, item.id),
            "ratings": list(self._ratings(domain, item)),
        }

    def _ratings(self, domain: CountryDomain, item: Indicator) -> Iterator[Json]:
        instrument = self._instrument(domain)
        for expert in domain.experts:
            given = self.sources.get((self.country.code, instrument.id, expert))
            if given is not None:
                yield self._rating(instrument, item, expert, given)

    def _rating(self, instrument: Instrument, item: Indicator, expert: str, given: Given) -> Json:
        sheet = self._sheets[instrument.id, expert]
        answer, result = sheet.answer(item.id), sheet.score(item.id)
        value = list(answer.value) if isinstance(answer.value, tuple) else answer.value
        return {
            "expert": expert,
            "revision": given.document.revision,
            "file": given.file,
            "content_hash": given.content_hash,
            "state": result.state.value,
            "value": value,
            "score": result.score,
            "uncapped": result.uncapped,
            "by_design": result.by_design,
            "skipped_because": condition_words(item.ask_if, instrument)
            if result.state.skipped and item.ask_if
            else None,
            "cap": result.cap and {"at": result.cap.at, "because": result.cap.because},
            "confidence": answer.confidence and answer.confidence.value,
            "justification": answer.justification,
            "evidence": [
                {"kind": piece.kind, "grade": piece.grade.value, "named": piece.title or piece.citation}
                for piece in answer.evidence
            ],
        }

    def _instrument(self, domain: CountryDomain) -> Instrument:
        return self.analysis.instruments[domain.domain.instrument]


def record_json(judged: Judged) -> Json:
    """A validation record with what became of it."""
    return {
        **decision_json(judged.record, stale=judged.fate is Fate.STALE),
        "fate": judged.fate.value,
        "objection": judged.objection and judged.objection.value,
        "supersedes": list(judged.record.supersedes),
    }
