"""The facets of an answer in words, for showing two answers side by side."""

from PySide6.QtCore import QCoreApplication

from ui.answer_words import (
    Question,
    answer_value_words,
    confidence_words,
    evidence_title,
    question_of,
    value_words,
)
from ui.dates import written_out
from ui.evidence.words import kind_words
from ui.questionnaire.questions import short_id
from wb6assess.model.assessment import Answer, Evidence
from wb6assess.model.instrument import Indicator, Instrument
from wb6assess.session.copies import Facet


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sharing", text)


def facet_name(facet: Facet) -> str:
    """What a facet is called on the page."""
    names = {
        Facet.VALUE: _tr("Answer"),
        Facet.CONFIDENCE: _tr("Confidence"),
        Facet.JUSTIFICATION: _tr("Justification"),
        Facet.EVIDENCE: _tr("Evidence"),
        Facet.FIELDS: _tr("Facts"),
        Facet.COMMENTS: _tr("Comments on findings"),
    }
    return names[facet]


def facet_words(question: Question | None, facet: Facet, answer: Answer) -> str:
    """One facet of an answer; "" where it says nothing."""
    match facet:
        case Facet.VALUE:
            return answer_value_words(question, answer)
        case Facet.CONFIDENCE:
            return confidence_words(answer.confidence)
        case Facet.JUSTIFICATION:
            return answer.justification
        case Facet.EVIDENCE:
            return "\n".join(_evidence_words(piece) for piece in answer.evidence)
        case Facet.FIELDS:
            return "\n".join(_facts(question, answer))
        case Facet.COMMENTS:
            return "\n".join(answer.comments.values())


def glance_words(question: Question | None, answer: Answer) -> str:
    """An answer in a few words, for a list; its level without the level's text."""
    if answer.empty:
        return _tr("no answer")
    levels = question.levels if isinstance(question, Indicator) else ()
    if isinstance(answer.value, int) and levels:
        return _tr("level {n}").format(n=answer.value)
    return answer_value_words(question, answer) or _tr("only words, nothing chosen")


def item_title(instrument: Instrument, item: str) -> str:
    """The title of an indicator, vignette or context question."""
    if item in instrument.vignette_by_id:
        return instrument.vignette_by_id[item].title
    found = question_of(instrument, item)
    if found is None:
        return ""
    return found.title if isinstance(found, Indicator) else found.label


def pillar_words(instrument: Instrument, pillars: tuple[str, ...]) -> str:
    """Pillars by number and title, such as "1 Legal basis, 4 Capacity"."""
    titles = {pillar.id: pillar.title for pillar in instrument.pillars}
    return ", ".join(f"{short_id(pillar)} {titles.get(pillar, '')}".strip() for pillar in pillars)


def _evidence_words(piece: Evidence) -> str:
    page = _tr("p. {page}").format(page=piece.page) if piece.page else ""
    quote = _tr("“{quote}”").format(quote=piece.quote) if piece.quote else ""
    attached = _tr("attached: {file}").format(file=piece.file) if piece.file else ""
    parts = (
        evidence_title(piece), kind_words(piece.kind), piece.citation, piece.issuer, piece.reference,
        page, written_out(piece.date), piece.url, quote, attached,
    )  # fmt: skip
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _facts(question: Question | None, answer: Answer) -> list[str]:
    lines = []
    for field_id, value in answer.fields.items():
        field = question.field_named(field_id) if isinstance(question, Indicator) else None
        label = field.label if field is not None else field_id
        lines.append(f"{label}: {value_words(field, value)}")
    return sorted(lines)
