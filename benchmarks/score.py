"""Scoring a full assessment, against reading the same answers as JSON."""

import json
from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.measure import Figure, Measurement, alternating
from wb6assess.exchange.answers import document_as_json
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Document, Identity, Status
from wb6assess.scoring.scores import score_assessment
from wb6assess.session.samples import sample_answers
from wb6assess.settings import questionnaires_folder

RUNS = 100
_IN_A_ROW = 10
_PROMISED = 150
"""Indicators; no shipped questionnaire has so many."""

_YARDSTICK = "json.loads of the same answers"


def measurements() -> Iterator[Measurement | Figure]:
    """Everything that follows from the answers: states, caps, scores, findings, priorities.

    Ten in a row, as where a region is consolidated. A single one after everything else was looked
    through meanwhile finds its questionnaire outside the processor's caches; that is told, too.
    """
    library = Library(questionnaires_folder())
    parameters = library.framework.parameters
    count, total, plain, single = 0, 0.0, 0.0, 0.0
    for domain in library.framework.domains:
        instrument = library.instrument(domain.instrument)
        answers = sample_answers(instrument, "AL", "E01", 1, parameters)
        identity = Identity("AL", instrument.id, instrument.version, "2026", "E01")
        text = json.dumps(document_as_json(Document(identity, 1, Status.DRAFT, answers)))
        score, load = (
            partial(score_assessment, instrument, answers, "AL", parameters),
            partial(json.loads, text),
        )
        ours, yardstick = (
            found / _IN_A_ROW
            for found in alternating(partial(_several, score), partial(_several, load), RUNS)
        )
        what = f"score {instrument.id}, {len(instrument.by_id)} indicators"
        yield Measurement(what, ours, _YARDSTICK, yardstick, "2 ms for 150 indicators")
        count, total, plain = count + len(instrument.by_id), total + ours, plain + yardstick
        single += alternating(score, load, RUNS)[0]
    share = _PROMISED / count
    what = f"score {_PROMISED} indicators of the shipped kind"
    yield Measurement(what, total * share, _YARDSTICK, plain * share, "2 ms")
    yield Figure("    the same, one after a pause", f"{single * share:.2f} ms")


def _several(job: Callable[[], object]) -> None:
    for _ in range(_IN_A_ROW):
        job()
