"""What the full record of one expert's assessment says: every answer with its question."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wb6assess.model.assessment import Answer, Evidence, Status
from wb6assess.model.finding import Finding
from wb6assess.model.instrument import Anchor, Field, Indicator, Vignette
from wb6assess.model.query import is_reply
from wb6assess.model.vocabulary import IndicatorType
from wb6assess.reports.answers import answer_words
from wb6assess.reports.assessment import AssessmentReport
from wb6assess.reports.conditions import condition_words
from wb6assess.reports.expert.record_rows import (
    CapLine,
    EvidenceRow,
    Line,
    Record,
    RecordItem,
    RecordPart,
    Rung,
)
from wb6assess.reports.figures import fingerprint, level_text, number_text, score_text
from wb6assess.reports.identity import country_title, identity_lines, round_title, source_line
from wb6assess.reports.wording import (
    aspect_words,
    evidence_words,
    finding_message,
    severity_words,
    state_words,
)
from wb6assess.scoring.states import NOTHING, IndicatorScore, State

LEFT_OUT = "This question is marked sensitive. What was said to it is left out of this copy."
_FACT_LEFT_OUT = "left out of this copy, because the question is marked sensitive"
_NUMBERED = {IndicatorType.LEVEL, IndicatorType.VIGNETTE}


def record_of(report: AssessmentReport, *, sensitive: bool = False) -> Record:
    """Put every question and answer into words.

    Args:
        report: The assessment.
        sensitive: Whether answers to sensitive questions are included.
    """
    filler = _Filler(report, sensitive)
    hidden = _sensitive_questions(report)
    return Record(
        title=report.instrument.title,
        subtitle=f"{country_title(report)}, round {round_title(report)}",
        country=country_title(report),
        identity=identity_lines(report),
        introduction=_introduction(report, hidden, sensitive=sensitive),
        parts=tuple(filler.parts()),
        status_note=report.framework.note_on([report.document.identity.country]),
        fingerprint=fingerprint(report.content_hash),
        content_hash=report.content_hash,
        source=source_line(report),
        language=report.instrument.language,
        sample=report.document.sample,
        draft=report.document.status is Status.DRAFT,
        sensitive=sensitive and bool(hidden),
    )


def _sensitive_questions(report: AssessmentReport) -> int:
    """How many questions and facts of the questionnaire are marked sensitive."""
    instrument = report.instrument
    asked: list[Indicator | Field] = [*instrument.indicators(), *instrument.context]
    asked += instrument.field_by_key.values()
    return sum(question.sensitive for question in asked)


def _introduction(report: AssessmentReport, hidden: int, *, sensitive: bool) -> str:
    progress = report.scores.progress
    first = (
        f"Every question with the answer given: {progress.done} of {progress.asked} indicators asked "
        "have one. The filled ring and the bar mark what was chosen."
    )
    if not hidden:
        return first
    which = "1 question" if hidden == 1 else f"{hidden} questions"
    if sensitive:
        return f"{first} What was said to {which} marked sensitive is in this copy: keep it safe."
    return f"{first} What was said to {which} marked sensitive is left out of this copy."


@dataclass(frozen=True)
class _Filler:
    """Fills the parts of a record."""

    report: AssessmentReport
    sensitive: bool

    def parts(self) -> Iterator[RecordPart]:
        """Pillars, then invented countries and what is asked at the end."""
        instrument = self.report.instrument
        total = sum(pillar.weight for pillar in instrument.pillars)
        for pillar in instrument.pillars:
            count = len(pillar.indicators)
            noun = "indicator" if count == 1 else "indicators"
            aside = f"{count} {noun}, weight {number_text(pillar.weight)} of {number_text(total)}"
            items = tuple(self._indicator(item) for item in pillar.indicators)
            yield RecordPart(pillar.id, pillar.title, aside, items)
        if instrument.vignettes:
            rated = tuple(self._vignette(vignette) for vignette in instrument.vignettes)
            yield RecordPart("", "Invented countries", "not scored", rated)
        if instrument.context:
            asked = tuple(self._context(field) for field in instrument.context)
            yield RecordPart("", "At the end", "not scored", asked)

    def _indicator(self, item: Indicator) -> RecordItem:
        asked = RecordItem(item.id, item.title, item.question, _aside(item), tuple(self._notes(item)))
        if item.sensitive and not self.sensitive:
            return replace(asked, left_out=LEFT_OUT)
        answer = self._answer(item.id)
        result = self.report.scores.indicators[item.id]
        answered = result.state is State.ANSWERED
        return replace(
            asked,
            rungs=() if result.state.skipped else tuple(_rungs(item, answer, answered=answered)),
            cap=CapLine(result.cap.at, result.cap.because) if result.cap else None,
            outcome=self._outcome(item, answer, result),
            confidence=answer.confidence,
            facts=tuple(self._facts(item, answer)),
            reason=_reason(answer, result),
            evidence=tuple(_evidence(each) for each in answer.evidence),
            findings=tuple(self._findings(item.id, answer)),
        )

    def _answer(self, item: str) -> Answer:
        return self.report.document.answers.get(item, NOTHING)

    def _notes(self, item: Indicator) -> Iterator[str]:
        if item.ask_if is not None:
            yield f"Asked only if {condition_words(item.ask_if, self.report.instrument)}."
        anchors = "; ".join(_anchor(anchor) for anchor in item.anchors)
        if anchors:
            yield anchors

    def _outcome(self, item: Indicator, answer: Answer, result: IndicatorScore) -> str:
        if result.by_design:
            reason = item.na_for[self.report.document.identity.country]
            return f"not applicable: {reason}"
        if result.state is not State.ANSWERED or answer.value is None:
            return state_words(result.state)
        if result.score is None or result.uncapped is None:
            return answer_words(item, answer.value)
        points = f"{score_text(result.uncapped)} points"
        if item.type is IndicatorType.LEVEL:
            points = f"{level_text(result.uncapped)} = {points}"
        elif item.type is IndicatorType.NUMERIC:
            points = f"{answer_words(item, answer.value)} = {points}"
        if result.score != result.uncapped:
            points += f", counts {level_text(result.score)} = {score_text(result.score)} points"
        return points if item.score_weight else f"{points}, outside the score"

    def _facts(self, item: Indicator, answer: Answer) -> Iterator[Line]:
        for field in item.fields:
            value = answer.fields.get(field.id)
            if value is None:
                continue
            words = answer_words(field, value)
            if not self.report.scores.sheet.field_asked(item.id, field.id):
                words = f"{words} (not asked as things stand, left out of account)"
            if field.sensitive and not self.sensitive:
                words = _FACT_LEFT_OUT
            yield Line(field.label, words)

    def _findings(self, item: str, answer: Answer) -> Iterator[Line]:
        """What checks noticed about a question, at the first one concerned; other comments after."""
        seen = set()
        for finding in self.report.scores.findings:
            if finding.about[:1] != (item,) or self._hidden(finding):
                continue
            seen.add(finding.id)
            yield Line(severity_words(finding.severity), finding_message(finding))
            if finding.comment.strip():
                yield Line("comment", finding.comment)
        for check, comment in answer.comments.items():
            if check not in seen and comment.strip():
                label = "reply to the coordinator" if is_reply(check) else f"earlier comment ({check})"
                yield Line(label, comment)

    def _hidden(self, finding: Finding) -> bool:
        known = self.report.instrument.by_id
        return not self.sensitive and any(
            item in known and known[item].sensitive for item in finding.about
        )

    def _vignette(self, vignette: Vignette) -> RecordItem:
        item = self.report.instrument.by_id[vignette.indicator]
        answer = self._answer(vignette.id)
        rungs = tuple(
            Rung(str(level), words, level == answer.value) for level, words in enumerate(item.levels)
        )
        outcome = "not answered" if answer.value is None else str(answer.value)
        note = f"Ladder of {item.id}, {item.title}"
        return RecordItem(
            vignette.id, vignette.title, vignette.text, notes=(note,), rungs=rungs, outcome=outcome
        )

    def _context(self, field: Field) -> RecordItem:
        if field.sensitive and not self.sensitive:
            return RecordItem(field.id, "", field.label, left_out=LEFT_OUT)
        answer = self._answer(field.id)
        if answer.state is not None:
            outcome = state_words(State(answer.state.value))
        elif answer.value is None:
            outcome = state_words(State.UNANSWERED)
        else:
            outcome = answer_words(field, answer.value)
        reason = Line("Remark", answer.justification) if answer.justification.strip() else None
        return RecordItem(field.id, "", field.label, outcome=outcome, reason=reason)


def _aside(item: Indicator) -> str:
    weight = f"weight {number_text(item.score_weight)}" if item.score_weight else "not scored"
    parts = [item.id, aspect_words(item.aspect), weight]
    return "  |  ".join([*parts, "sensitive"] if item.sensitive else parts)


def _anchor(anchor: Anchor) -> str:
    words = f"{anchor.source} {anchor.at}"
    return f"forward: {words}" if anchor.forward else words


def _rungs(item: Indicator, answer: Answer, *, answered: bool) -> Iterator[Rung]:
    value = answer.value if answered else None
    if item.type in _NUMBERED:
        for level, words in enumerate(item.levels):
            yield Rung(str(level), words, value == level)
    elif item.type is IndicatorType.YESNO:
        for key, words in (("yes", "Yes"), ("no", "No")):
            yield Rung("", words, value == key)
    chosen = value if isinstance(value, tuple) else (value,)
    for option in item.options:
        yield Rung("", option.label, option.key in chosen)


def _reason(answer: Answer, result: IndicatorScore) -> Line | None:
    if not answer.justification.strip():
        return None
    special = result.state in {State.NOT_APPLICABLE, State.DONT_KNOW, State.WITHHELD}
    return Line("Reason" if special else "Justification", answer.justification)


def _evidence(item: Evidence) -> EvidenceRow:
    names = [part for part in (item.title, item.citation) if part]
    particulars = [
        f"{evidence_words(item.kind)}, grade {item.grade.value}",
        item.issuer,
        item.date,
        item.reference,
        f"p. {item.page}" if item.page else "",
        f"file {item.file}, SHA-256 {item.sha256[:8]}" if item.file else "",
    ]
    title = ", ".join(names) or evidence_words(item.kind)
    return EvidenceRow(title, "  |  ".join(filter(None, particulars)), item.quote, item.url)
