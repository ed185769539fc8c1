"""The fixed sentences of reports, workbooks and findings, in English.

One function per thing that is said, so that a translation has one place to change. Interface texts
of the desktop are not here; they pass through Qt's translator.
"""

from collections.abc import Mapping
from decimal import Decimal

from wb6assess.model.finding import Finding
from wb6assess.model.values import Fault
from wb6assess.model.vocabulary import Aspect, Severity
from wb6assess.scoring.bands import Band
from wb6assess.scoring.findings import Rule
from wb6assess.scoring.states import State
from wb6assess.scoring.tree import NodeStatus

OWN_BANDS = "Bands are the project's own and do not represent an assessment by the European Commission."
SAMPLE = "SAMPLE – invented answers"

_BANDS: Mapping[Band, str] = {
    Band.EARLY: "early stage",
    Band.SOME: "some level of preparation",
    Band.MODERATE: "moderately prepared",
    Band.GOOD: "good level of preparation",
    Band.ADVANCED: "well advanced",
}

_STATES: Mapping[State, str] = {
    State.ANSWERED: "answered",
    State.NOT_APPLICABLE: "not applicable",
    State.DONT_KNOW: "don't know",
    State.WITHHELD: "withheld",
    State.UNANSWERED: "not answered",
    State.SKIPPED_EXCLUDE: "not asked, left out",
    State.SKIPPED_ZERO: "not asked, counts 0",
    State.VALIDATED: "agreed in a meeting",
}

_SEVERITIES: Mapping[Severity, str] = {
    Severity.BLOCK: "blocks",
    Severity.COMMENT: "needs a comment",
    Severity.WARN: "worth a look",
    Severity.INFO: "information",
}

_ASPECTS: Mapping[Aspect, str] = {
    Aspect.LAW: "law",
    Aspect.INSTITUTION: "institution",
    Aspect.PRACTICE: "practice",
    Aspect.OUTCOME: "outcome",
    Aspect.INTERFACE: "interface with the EU",
}

_FAULTS: Mapping[str, str] = {
    Fault.WRONG_TYPE: "it is of the wrong kind",
    Fault.NOT_A_LEVEL: "levels are 0 to 5",
    Fault.UNKNOWN_OPTION: "this choice does not exist",
    Fault.NOT_A_DATE: "it is no date of the form 2026-09-30",
    Fault.NOT_A_NUMBER: "it is no number",
    Fault.UNKNOWN_CELL: "this row or column does not exist",
    Fault.TEXT_TOO_LONG: "the text is too long",
    Fault.NOTHING_CHOSEN: "nothing is chosen",
    Fault.EXCLUSIVE_COMBINED: "a choice that stands alone is combined with others",
    Fault.IMPLAUSIBLE: "it lies outside the plausible range",
}

_RULES: Mapping[str, str] = {
    Rule.VALUE_INVALID: "The answer does not count: {fault}.",
    Rule.FIELD_INVALID: "The fact “{field}” does not count: {fault}.",
    Rule.NA_NOT_ALLOWED: "“Not applicable” is not possible here; choose a level or “don't know”.",
    Rule.NA_REASON_MISSING: "“Not applicable” needs a reason of at least 20 characters.",
    Rule.WITHHELD_NOT_ALLOWED: "“Withheld” is possible on sensitive questions only.",
    Rule.JUSTIFICATION_MISSING: "Level {level} needs a justification before handing in.",
    Rule.EVIDENCE_MISSING: "Level {level} needs evidence, or a comment that says why there is none.",
    Rule.UNANSWERED: "{n} not answered yet. “Don't know” is an answer too.",
    Rule.NA_SHARE_HIGH: (
        "A large share of “{pillar}” is set to not applicable; the validation meeting will look at it."
    ),
}


def band_words(band: Band) -> str:
    """The band in words, in the middle of a sentence."""
    return _BANDS[band]


def state_words(state: State) -> str:
    """The state of an answer in words."""
    return _STATES[state]


def severity_words(severity: Severity) -> str:
    """How much a finding matters, in words."""
    return _SEVERITIES[severity]


def aspect_words(aspect: Aspect) -> str:
    """Which side of alignment an indicator observes."""
    return _ASPECTS[aspect]


def fault_words(fault: str) -> str:
    """Why a value does not fit, as a clause."""
    return _FAULTS.get(fault, fault)


def finding_message(finding: Finding) -> str:
    """A finding as one sentence: the instrument's own, or the rule's."""
    if finding.message:
        return finding.message
    sentence, facts = rule_sentence(finding)
    return sentence.format(**facts)


def rule_sentence(finding: Finding) -> tuple[str, dict[str, str]]:
    """The sentence of an application's rule with named gaps, and what fills them."""
    facts = dict(finding.facts)
    if "fault" in facts:
        facts["fault"] = fault_words(facts["fault"])
    return _RULES[finding.id], facts


def published_sign(status: NodeStatus, published: Decimal | None, *, confidential: bool = False) -> str:
    """What stands where a score is expected: the score, ":", "z" or "c" (methodology 12.2)."""
    if status in {NodeStatus.NOT_APPLICABLE, NodeStatus.EMPTY}:
        return "z"
    if status is NodeStatus.INSUFFICIENT or published is None:
        return ":"
    return "c" if confidential else str(published)


def gap_words(gap: Decimal) -> str:
    """What the distance between law and practice is called (methodology 7)."""
    if gap >= 20:
        return "large implementation gap"
    if gap >= 10:
        return "moderate implementation gap"
    return "balanced" if gap > -10 else "practice ahead of law"


_EVIDENCE_KINDS: Mapping[str, str] = {
    "law": "law",
    "bylaw": "by-law",
    "decision": "decision",
    "court": "court decision",
    "audit": "audit report",
    "official_statistics": "official statistics",
    "agreement": "agreement",
    "eu_document": "EU document",
    "report": "report",
    "exercise": "exercise",
    "concordance": "table of concordance",
    "budget": "budget",
    "web": "web page",
    "dataset": "dataset",
    "academic": "academic work",
    "media": "media",
    "interview": "interview",
    "expert_statement": "expert statement",
}


def evidence_words(kind: str) -> str:
    """The kind of an evidence item, in the middle of a sentence."""
    return _EVIDENCE_KINDS[kind]
