"""Assessments drawn for the shipped questionnaires: full and patchy ones, with every state."""

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from tests.exports import drawn_workbooks as drawn
from wb6assess.exchange.digest import content_hash
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Confidence, Document, Evidence, SpecialState
from wb6assess.model.instrument import Instrument
from wb6assess.reports.assessment import AssessmentReport, assessment_report
from wb6assess.settings import questionnaires_folder

_COUNTRIES = ("AL", "BA", "ME", "MK", "RS", "XK")
_REASON = "Competence lies at entity level only."
_POOL = 10


@lru_cache(maxsize=1)
def library() -> Library:
    """The shipped questionnaires."""
    return Library(questionnaires_folder())


def instruments() -> tuple[str, ...]:
    """Ids of the shipped questionnaires."""
    return library().ids()


@cache
def questionnaire(instrument_id: str, *, with_na: bool) -> Instrument:
    """A shipped questionnaire; none of their indicators allows N/A, so every third may here."""
    shipped = library().instrument(instrument_id)
    if not with_na:
        return shipped
    pillars = tuple(
        replace(
            pillar,
            indicators=tuple(
                replace(item, na_allowed=place % 3 == 0) for place, item in enumerate(pillar.indicators)
            ),
        )
        for pillar in shipped.pillars
    )
    return replace(shipped, pillars=pillars)


def report_of(document: Document, instrument: Instrument) -> AssessmentReport:
    """A scored report under the shipped framework."""
    return assessment_report(library().framework, instrument, document, content_hash(document))


def reports(instrument_id: str, seeds: range) -> Iterator[AssessmentReport]:
    """One report a seed: the one of a few candidates with most scores halfway between two decimals.

    Published scores round such ties up (methodology 3.6); plain chance would hardly meet them.
    """
    for seed in seeds:
        instrument = questionnaire(instrument_id, with_na=seed % 2 == 1)
        drafts = (document(instrument, f"{seed}/{place}") for place in range(_POOL))
        yield max((report_of(draft, instrument) for draft in drafts), key=ties)


def ties(report: AssessmentReport) -> int:
    """How many published scores are rounded exactly halfway."""
    nodes = [report.scores.domain, *report.scores.pillars.values()]
    tenths = [10 * node.score for node in nodes if node.score is not None]
    return sum(abs(tenth % 1 - 0.5) < 1e-7 for tenth in tenths)


def document(instrument: Instrument, seed: str) -> Document:
    """A document of one expert, anything from full to patchy."""
    draw = random.Random(f"{instrument.id}/{seed}")
    gaps = draw.choice((0.0, 0.0, 0.05, 0.15, 0.4))
    answers: dict[str, Answer] = {}
    for item in instrument.indicators():
        if draw.random() < gaps:
            continue
        evidence = tuple(Evidence("law", citation=f"Act {n}") for n in range(draw.choice((0, 1, 1, 2))))
        fields = {
            field.id: value
            for field in item.fields
            if draw.random() < 0.8 and (value := drawn._plain_value(field, draw)) is not None
        }
        answer = Answer(
            drawn._plain_value(item, draw),
            None,
            draw.choice(list(Confidence)),
            _REASON,
            evidence,
            fields,
        )
        answers[item.id] = _or_a_state(answer, draw, na_allowed=item.na_allowed)
    for question in (*instrument.vignettes, *instrument.context):
        if draw.random() > gaps:
            value = draw.randrange(6) if question.id in instrument.vignette_by_id else None
            answers[question.id] = Answer(drawn._plain_value(question, draw) if value is None else value)
    found = drawn.document_of(instrument, answers, draw.choice(_COUNTRIES))
    return replace(found, sample=True)


def _or_a_state(answer: Answer, draw: random.Random, *, na_allowed: bool) -> Answer:
    luck = draw.random()
    if luck < (0.35 if na_allowed else 0.01):
        reason = draw.choice((_REASON, _REASON, "no", " \n "))
        return replace(answer, value=None, state=SpecialState.NOT_APPLICABLE, justification=reason)
    if luck > 0.95:
        return replace(answer, value=None, state=SpecialState.DONT_KNOW)
    if luck > 0.94:
        return replace(answer, value=None, state=SpecialState.WITHHELD)
    return answer
