"""Which languages a questionnaire is shown in, and its words in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.report_words import rule_words
from ui.said import Said
from wb6assess.model.finding import Finding
from wb6assess.model.instrument import Cap, Indicator, Instrument

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment

SOURCE = "en"
"""Questionnaires are written in English."""


@dataclass(frozen=True, slots=True)
class Languages:
    """Tag of the language that is read, and of the one beside it; "" for none."""

    first: str = SOURCE
    second: str = ""


def offered(opened: "OpenAssessment", wanted: Languages) -> Languages:
    """What of a choice made elsewhere this questionnaire has."""
    known = opened.languages()
    first = wanted.first if wanted.first in known else SOURCE
    second = wanted.second if wanted.second in known and wanted.second != first else ""
    return Languages(first, second)


def share_translated(opened: "OpenAssessment", tag: str) -> float:
    """How much of the questionnaire a language has, in [0, 1]."""
    from wb6assess.instruments.translations import text_keys

    texts = len(text_keys(opened.instrument))
    return 1 - len(opened.in_language(tag).untranslated) / texts if texts else 1.0


def worded(opened: "OpenAssessment", languages: Languages) -> Instrument:
    """The questionnaire with the words of the languages.

    Raises:
        InstrumentError: LANGUAGE_UNKNOWN; INSTRUMENT_INVALID (a translation).
    """
    first = opened.in_language(languages.first)
    return said_in(first, opened.in_language(languages.second) if languages.second else None)


def said_in(first: Instrument, second: Instrument | None = None) -> Instrument:
    """The same questionnaire with texts that know their second language and what is missing.

    Args:
        first: The language that is read.
        second: The language beside it; None for one language.
    """
    if second is None and not first.untranslated:
        return first
    from wb6assess.instruments.translations import reworded, text_keys

    other: Mapping[str, str] = text_keys(second) if second is not None else {}
    missing = second.untranslated if second is not None else frozenset[str]()

    def say(key: str, text: str) -> str:
        beside = other.get(key, "")
        english = key in first.untranslated
        if beside == text:
            # Never twice the same; English twice means that one of the two is missing.
            return Said(text, english=english or key in missing)
        return Said(text, beside, english=english, beside_english=key in missing)

    return reworded(first, say)


def message(finding: Finding, shown: Instrument) -> str:
    """A finding as one sentence: the questionnaire's own in its language, or the rule's."""
    if not finding.message:
        return rule_words(finding)
    own = (check.message for check in shown.checks if check.id == finding.id)
    return next(own, finding.message)


def reason(cap: Cap, asked: Indicator, shown: Indicator) -> str:
    """Why a cap bites; `asked` is the indicator as it is scored, `shown` as it is worded."""
    because = (other.because for own, other in zip(asked.caps, shown.caps, strict=True) if own == cap)
    return next(because, cap.because)
