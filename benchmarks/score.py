"""Scoring a full assessment, against reading the same answers as JSON."""

import json
from collections.abc import Iterator
from functools import partial

from benchmarks.measure import Measurement, alternating
from wb6assess.exchange.answers import document_as_json
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Document, Identity, Status
from wb6assess.scoring.scores import score_assessment
from wb6assess.session.samples import sample_answers
from wb6assess.settings import questionnaires_folder

RUNS = 100
_PROMISED = 150
"""Indicators; no shipped questionnaire has so many."""


def measurements() -> Iterator[Measurement]:
    """Everything that follows from the answers: states, caps, scores, findings, priorities."""
    library = Library(questionnaires_folder())
    parameters = library.framework.parameters
    count, total, plain = 0, 0.0, 0.0
    for domain in library.framework.domains:
        instrument = library.instrument(domain.instrument)
        answers = sample_answers(instrument, "AL", "E01", 1, parameters)
        identity = Identity("AL", instrument.id, instrument.version, "2026", "E01")
        text = json.dumps(document_as_json(Document(identity, 1, Status.DRAFT, answers)))
        ours, yardstick = alternating(
            partial(_score, instrument, answers, parameters), partial(json.loads, text), RUNS
        )
        what = f"score {instrument.id}, {len(instrument.by_id)} indicators"
        yield Measurement(
            what, ours, "json.loads of the same answers", yardstick, "2 ms for 150 indicators"
        )
        count, total, plain = count + len(instrument.by_id), total + ours, plain + yardstick
    share = _PROMISED / count
    what = f"score {_PROMISED} indicators of the shipped kind"
    yield Measurement(what, total * share, "json.loads of the same answers", plain * share, "2 ms")


def _score(instrument: object, answers: object, parameters: object) -> None:
    score_assessment(instrument, answers, "AL", parameters)  # type: ignore[arg-type]
