"""One scored workbook, self-check included, against the same calls through bare XlsxWriter."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.measure import Measurement, alternating
from benchmarks.tape import Tape
from exports.assessment_xlsx import write_workbook
from wb6assess.exchange.digest import content_hash
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Document, Identity, Status
from wb6assess.reports.assessment import AssessmentReport, assessment_report
from wb6assess.session.samples import sample_answers
from wb6assess.settings import questionnaires_folder

RUNS = 9


def measurements() -> Iterator[Measurement]:
    """The largest instrument's workbook."""
    report = _report()
    with tempfile.TemporaryDirectory() as folder:
        ours, bare = Path(folder) / "ours.xlsx", Path(folder) / "bare.xlsx"
        tape = Tape()
        with tape.recording():
            write_workbook(ours, report)
        tape.play(bare)
        ours_ms, bare_ms = alternating(
            lambda: write_workbook(ours, report), lambda: tape.play(bare), RUNS
        )
    what = f"workbook of {report.instrument.id}, checked"
    yield Measurement(what, ours_ms, "bare XlsxWriter, the same calls", bare_ms, "1.3x")


def _report() -> AssessmentReport:
    library = Library(questionnaires_folder())
    largest = max(
        (library.instrument(domain.instrument) for domain in library.framework.domains),
        key=lambda instrument: len(instrument.by_id),
    )
    answers = sample_answers(largest, "AL", "E01", 1, library.framework.parameters)
    identity = Identity("AL", largest.id, largest.version, "2026", "E01")
    made = datetime(2026, 11, 21, tzinfo=UTC)
    document = Document(identity, 1, Status.SUBMITTED, answers, updated_at=made, sample=True)
    return assessment_report(library.framework, largest, document, content_hash(document))
