"""One expert's assessment as every output takes it."""

from dataclasses import dataclass

from wb6assess.model.assessment import Document
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument
from wb6assess.scoring.scores import AssessmentScores, score_assessment


@dataclass(frozen=True, slots=True)
class AssessmentReport:
    """What was answered, by which questionnaire, and what follows from it.

    `content_hash` is the SHA-256 of the document's canonical form (hex); its first digits are the
    fingerprint on paper. `instrument` is in the language of the output.
    """

    framework: Framework
    instrument: Instrument
    document: Document
    scores: AssessmentScores
    content_hash: str

    @property
    def country_name(self) -> str:
        """The country's name as the framework writes it; the code when it is unknown."""
        code = self.document.identity.country
        country = self.framework.country_by_code.get(code)
        return country.name if country else code


def assessment_report(
    framework: Framework, instrument: Instrument, document: Document, content_hash: str
) -> AssessmentReport:
    """Score a document with the framework's parameters."""
    domain = framework.domain_of.get(instrument.id)
    scores = score_assessment(
        instrument,
        document.answers,
        document.identity.country,
        framework.parameters,
        method=domain.method if domain else None,
    )
    return AssessmentReport(framework, instrument, document, scores, content_hash)
