"""Translation files, and a questionnaire in another language.

A text key is the way to a text by ids: `FDI-1.1.levels.0`, `FDI-1.1.fields.basis.options.draft`,
`sources.R2019-452.title`, `X1.message`. Each translated text records the digest of the English text it
was made from, so that a later change of the English shows it as outdated.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from wb6assess.instruments.format import TRANSLATION_FORMAT, TranslationShape
from wb6assess.instruments.problems import did_you_mean
from wb6assess.instruments.report import Report
from wb6assess.instruments.shape import layout, read_shape
from wb6assess.instruments.source import parse
from wb6assess.model.instrument import (
    Check,
    Column,
    Field,
    Indicator,
    Instrument,
    Option,
    Pillar,
    Source,
    SubIndex,
    Vignette,
)

LANGUAGES = ("en", "sq", "mk", "sr-Latn", "sr-Cyrl", "bs", "cnr")
"""Languages of the assessment; without a file their texts are English, marked as untranslated."""

LANGUAGE_FILE = re.compile(r"([a-z]{2,3}(?:-[A-Z][a-z]{3})?)\.yaml")
"""Names of translation files."""

Say = Callable[[str, str], str]
"""Text key and English text to the text to show."""

_LAYOUT = layout(
    TranslationShape, {}, format=TRANSLATION_FORMAT, instrument="x", version="2000.1", language="en"
)


@dataclass(frozen=True, slots=True)
class Translation:
    """One translation file.

    Attributes:
        texts: Text key -> translated text.
        sources: Text key -> `text_digest` of the English text it was made from.
    """

    instrument: str
    version: str
    language: str
    status: str
    texts: Mapping[str, str]
    sources: Mapping[str, str]

    def current(self, instrument: Instrument, key: str, english: str) -> str | None:
        """The translated text, unless there is none or the English has changed since.

        A text without a recorded digest holds for the version the file names.
        """
        text = self.texts.get(key)
        if not text:
            return None
        source = self.sources.get(key)
        fits = self.version == instrument.version if source is None else source == text_digest(english)
        return text if fits else None

    def of_same_english(self) -> "Translation":
        """Only the texts of which the digest of their English is known, whatever the version."""
        texts = {key: text for key, text in self.texts.items() if key in self.sources}
        return replace(self, texts=texts)


def text_digest(english: str) -> str:
    """First 8 hex digits of the SHA-256 of an English text."""
    return hashlib.sha256(english.encode()).hexdigest()[:8]


def read_translation(text: str, name: str) -> Translation:
    """A translation from the text of its file.

    Raises:
        InstrumentError: INSTRUMENT_INVALID, its `problems` naming every fault with line and path.
    """
    report = Report(parse(text, name))
    translation = translation_from(report)
    if translation is None or report.failed:
        raise report.error()
    return translation


def translation_from(report: Report) -> Translation | None:
    """A translation as far as it can be read."""
    shape = read_shape(_LAYOUT, report)
    if shape is None:
        return None
    return Translation(
        shape.instrument, shape.version, shape.language, shape.status, shape.texts, shape.sources
    )


def check_translation(translation: Translation, instrument: Instrument, report: Report) -> None:
    """Report texts that belong to nothing; missing and outdated ones are no faults."""
    known = text_keys(instrument)
    for block in ("texts", "sources"):
        for key in getattr(translation, block):
            if key not in known:
                hint = did_you_mean(key, known)
                report.add((block, key), f"{instrument.id} has no text of this key{hint}")
    if translation.instrument != instrument.id:
        report.add(("instrument",), f"this file lies beside `{instrument.id}`")


def translated(instrument: Instrument, language: str, translation: Translation | None) -> Instrument:
    """The same questionnaire with other words; `untranslated` names the texts left in English."""
    missing: set[str] = set()

    def say(key: str, english: str) -> str:
        text = translation.current(instrument, key, english) if translation is not None else None
        if text is None:
            missing.add(key)
        return english if text is None else text

    worded = reworded(instrument, say)
    return replace(worded, language=language, untranslated=frozenset(missing))


def text_keys(instrument: Instrument) -> Mapping[str, str]:
    """Every text key with its text, in the order of the questionnaire."""
    found: dict[str, str] = {}

    def say(key: str, english: str) -> str:
        found[key] = english
        return english

    reworded(instrument, say)
    return found


def reworded(instrument: Instrument, say: Say) -> Instrument:
    """A copy in which every text that is not empty is what `say` makes of its key and words."""

    def spoken(key: str, english: str) -> str:
        return say(key, english) if english else english

    return replace(
        instrument,
        title=spoken("title", instrument.title),
        intro=spoken("intro", instrument.intro),
        sources=tuple(_source(item, spoken) for item in instrument.sources),
        pillars=tuple(_pillar(item, spoken) for item in instrument.pillars),
        checks=tuple(_check(item, spoken) for item in instrument.checks),
        indices=tuple(_index(item, spoken) for item in instrument.indices),
        vignettes=tuple(_vignette(item, spoken) for item in instrument.vignettes),
        context=tuple(_field(item, item.id, spoken) for item in instrument.context),
    )


def _source(item: Source, say: Say) -> Source:
    key = f"sources.{item.id}"
    return replace(item, title=say(f"{key}.title", item.title), status=say(f"{key}.status", item.status))


def _pillar(item: Pillar, say: Say) -> Pillar:
    return replace(
        item,
        title=say(f"{item.id}.title", item.title),
        why=say(f"{item.id}.why", item.why),
        indicators=tuple(_indicator(each, say) for each in item.indicators),
    )


def _indicator(item: Indicator, say: Say) -> Indicator:
    key = item.id
    return replace(
        item,
        title=say(f"{key}.title", item.title),
        question=say(f"{key}.question", item.question),
        guide=say(f"{key}.guide", item.guide),
        levels=_ladder(item.levels, key, say),
        options=_options(item.options, key, say),
        unit=say(f"{key}.unit", item.unit),
        fields=tuple(_field(each, f"{key}.fields.{each.id}", say) for each in item.fields),
        na_for=_reasons(item.na_for, key, say),
        caps=tuple(
            replace(cap, because=say(f"{key}.caps.{index}.because", cap.because))
            for index, cap in enumerate(item.caps)
        ),
    )


def _field(item: Field, key: str, say: Say) -> Field:
    return replace(
        item,
        label=say(f"{key}.label", item.label),
        options=_options(item.options, key, say),
        rows=_axis(item.rows, f"{key}.rows", say),
        columns=_axis(item.columns, f"{key}.columns", say),
        levels=_ladder(item.levels, key, say),
        unit=say(f"{key}.unit", item.unit),
        na_for=_reasons(item.na_for, key, say),
    )


def _ladder(levels: tuple[str, ...], key: str, say: Say) -> tuple[str, ...]:
    return tuple(say(f"{key}.levels.{level}", text) for level, text in enumerate(levels))


def _options(options: tuple[Option, ...], key: str, say: Say) -> tuple[Option, ...]:
    return tuple(replace(each, label=say(f"{key}.options.{each.key}", each.label)) for each in options)


def _axis(columns: tuple[Column, ...], key: str, say: Say) -> tuple[Column, ...]:
    return tuple(Column(each.key, say(f"{key}.{each.key}", each.label)) for each in columns)


def _reasons(reasons: Mapping[str, str], key: str, say: Say) -> dict[str, str]:
    return {code: say(f"{key}.na_for.{code}", reason) for code, reason in reasons.items()}


def _check(item: Check, say: Say) -> Check:
    return replace(item, message=say(f"{item.id}.message", item.message))


def _index(item: SubIndex, say: Say) -> SubIndex:
    return replace(item, title=say(f"{item.id}.title", item.title))


def _vignette(item: Vignette, say: Say) -> Vignette:
    return replace(
        item, title=say(f"{item.id}.title", item.title), text=say(f"{item.id}.text", item.text)
    )
