"""A drawn region with everything a report can say: secrets, meetings, an earlier round."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests import builders
from tests.exports import papers
from wb6assess.exchange.digest import content_hash
from wb6assess.model.assessment import Answer, Document, Evidence, Identity, SpecialState, Status
from wb6assess.model.decision import Action, Decision, ReasonCode
from wb6assess.model.framework import Framework, Parameters
from wb6assess.model.framework import Round as FrameworkRound
from wb6assess.model.instrument import Instrument
from wb6assess.model.vocabulary import Aspect
from wb6assess.scoring.country import score_region
from wb6assess.scoring.progress import Round
from wb6assess.session.desk.consolidation import Consolidation
from wb6assess.session.desk.file_reports import FileReport, Outcome

SIX = ("AL", "BA", "ME", "MK", "RS", "XK")
REASON = "The meeting read the gazette and agreed"
DEFAULTS = Parameters()
Experts = Mapping[str, int]


def questionnaires(count: int = 2) -> tuple[Instrument, ...]:
    """Questionnaires with law, practice, institutions and interface."""
    aspects = (Aspect.LAW, Aspect.PRACTICE, Aspect.INSTITUTION, Aspect.INTERFACE)
    return tuple(
        builders.instrument(
            *(
                builders.pillar(
                    f"{letter}-{p}",
                    *(
                        builders.indicator(f"{letter}-{p}.{n}", aspect=aspects[(n + p) % 4])
                        for n in range(1, 7)
                    ),
                )
                for p in (1, 2, 3)
            ),
            id=f"field-{letter.lower()}",
            title=f"Field {letter}",
        )
        for letter in "PQRST"[:count]
    )


def framework(instruments: tuple[Instrument, ...]) -> Framework:
    """Two rounds with their dates."""
    rounds = (
        FrameworkRound("2025", "2025", date(2025, 10, 1)),
        FrameworkRound("2026", "2026", date(2026, 12, 1), date(2026, 12, 31)),
    )
    return replace(builders.framework(*instruments), rounds=rounds)


def answers(instrument: Instrument, expert: str, base: int) -> dict[str, Answer]:
    """Levels around `base`, with words and evidence nobody else may read."""
    return {
        item: Answer(
            (base + place % 3 + len(expert) % 2) % 6,
            justification=f"Words of {expert} on {item}",
            evidence=(Evidence("law", citation=f"Gazette of {expert}"),),
            comments={"C1": f"Remark of {expert}"},
        )
        for place, item in enumerate(instrument.by_id)
    }


def dont_know(given: Mapping[str, Answer], items: Iterable[str]) -> dict[str, Answer]:
    """The same answers, without an opinion on some indicators."""
    return {**given, **{item: Answer(state=SpecialState.DONT_KNOW) for item in items}}


def build(
    experts: Experts,
    *,
    earlier: Experts | None = None,
    decisions: tuple[Decision, ...] = (),
    fields: int = 2,
    unsure: Mapping[str, tuple[str, ...]] | None = None,
    base: Mapping[str, int] | None = None,
    parameters: Parameters = DEFAULTS,
) -> Consolidation:
    """A consolidation of so many experts in each country.

    Args:
        experts: Country -> experts, each with all questionnaires.
        earlier: The same a round before; None without one.
        decisions: Validation records of 2026.
        fields: How many questionnaires.
        unsure: Expert code -> indicators the expert does not know.
        base: Country -> lowest level; rising with the code when missing.
        parameters: The framework's.
    """
    instruments = {item.id: item for item in questionnaires(fields)}
    whole = replace(framework(tuple(instruments.values())), parameters=parameters)
    now = _documents(instruments, experts, "2026", unsure or {}, base or {})
    scores = score_region(whole, instruments, _submissions(now), decisions)
    then = None
    if earlier is not None:
        before = _documents(instruments, earlier, "2025", {}, {})
        then = Round("2025", instruments, score_region(whole, instruments, _submissions(before)))
    judged = [
        found
        for country in scores.countries.values()
        for domain in country.domains.values()
        for found in domain.validation.judged
    ]
    return Consolidation(
        whole,
        "2026",
        instruments,
        tuple(_file(document) for document in now.values()),
        now,
        (),
        scores,
        tuple(judged),
        then,
        {key: (item,) for key, item in instruments.items()} if then else {},
    )


def decision(country: str, indicator: str, score: float, **more: object) -> Decision:
    """A record of a meeting."""
    letter = indicator[0].lower()
    given: dict[str, object] = {
        "action": Action.SET,
        "reason_code": ReasonCode.LATE_EVIDENCE,
        "evidence_refs": ("Gazette 5",),
        "meeting": "M1",
        "decided_at": papers.WHEN,
        **more,
    }
    return Decision(
        f"record-{country}-{indicator}", country, "2026", f"field-{letter}", "2026.1", indicator,
        reason=REASON, score=score, **given,
    )  # fmt: skip


def _documents(
    instruments: Mapping[str, Instrument],
    experts: Experts,
    round_id: str,
    unsure: Mapping[str, tuple[str, ...]],
    base: Mapping[str, int],
) -> dict[Identity, Document]:
    found = {}
    for place, (code, count) in enumerate(experts.items()):
        for number, asked in itertools.product(range(count), instruments.values()):
            expert = f"Agent{number}.{code}"
            start = base.get(code, place % 4) + (number % 2) - (round_id == "2025")
            given = answers(asked, expert, max(0, start))
            given = dont_know(given, [item for item in unsure.get(expert, ()) if item in given])
            identity = Identity(code, asked.id, asked.version, round_id, expert)
            found[identity] = Document(
                identity, 1 + number, Status.SUBMITTED, given, updated_at=papers.WHEN
            )
    return found


def _submissions(
    documents: Mapping[Identity, Document],
) -> dict[str, dict[str, list[tuple[str, Mapping[str, Answer]]]]]:
    found: dict[str, dict[str, list[tuple[str, Mapping[str, Answer]]]]] = {}
    for key, document in documents.items():
        inside = found.setdefault(key.country, {}).setdefault(key.instrument, [])
        inside.append((key.expert, document.answers))
    return found


def _file(document: Document) -> FileReport:
    key = document.identity
    path = Path(f"/post/from-{key.expert}-{key.instrument}.xlsx")
    digest = content_hash(document)
    facts = {
        "country": key.country,
        "instrument": key.instrument,
        "expert": key.expert,
        "revision": str(document.revision),
    }
    return FileReport(
        path,
        Outcome.ACCEPTED,
        facts=facts,
        document=document,
        content_hash=digest,
        sha256=digest[::-1],
    )
