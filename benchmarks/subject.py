"""The largest shipped questionnaire, filled: what the measurements of documents write."""

from datetime import UTC, datetime
from functools import cache

from wb6assess.exchange.digest import content_hash
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Document, Identity, Status
from wb6assess.reports.assessment import AssessmentReport, assessment_report
from wb6assess.session.samples import sample_answers
from wb6assess.settings import questionnaires_folder


@cache
def largest_report() -> AssessmentReport:
    """Invented answers to the questionnaire with most indicators."""
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
