"""What a framework covers: articles of acts by indicators, texts by translations."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wb6assess.instruments.citations import Span, citations
from wb6assess.instruments.library import Library
from wb6assess.instruments.translations import Translation, text_keys
from wb6assess.model.instrument import Anchor, Indicator, Instrument, Source

COVERAGE_FORMAT = "wb6assess-coverage/1"


@dataclass(frozen=True, slots=True)
class ArticleCoverage:
    """One part of an act and who looks at it.

    Attributes:
        at: As the source lists it.
        content: What it says in a line; for parts left out on purpose, the reason.
        indicators: Ids of indicators whose anchors lie in it, in order.
        uncited: Single places of the part that no anchor names, when others are named.
        left_out: The authors decided not to assess it.
    """

    at: str
    content: str
    indicators: tuple[str, ...]
    uncited: tuple[str, ...] = ()
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class ActCoverage:
    """One act or standard.

    Attributes:
        source: As the first instrument lists it.
        articles: The parts that matter, in the order of the file; empty when the file lists none.
        elsewhere: Places named by anchors that no listed part holds -> indicators.
        whole: Indicators that cite the act without a place.
    """

    source: Source
    articles: tuple[ArticleCoverage, ...]
    elsewhere: Mapping[str, tuple[str, ...]]
    whole: tuple[str, ...]

    @property
    def missing(self) -> tuple[ArticleCoverage, ...]:
        """Parts that should be assessed and are not."""
        return tuple(item for item in self.articles if not item.indicators and not item.left_out)


@dataclass(frozen=True, slots=True)
class LanguageCoverage:
    """How far a translation is.

    Attributes:
        texts: Texts of the questionnaire.
        current: Texts translated from the present English.
        outdated: Keys whose English has changed since.
        missing: Keys without a text.
        reviewed: A second person has read it.
    """

    language: str
    texts: int
    current: int
    outdated: tuple[str, ...]
    missing: tuple[str, ...]
    reviewed: bool


@dataclass(frozen=True, slots=True)
class InstrumentCoverage:
    """One questionnaire: the acts it lists and its languages."""

    instrument: Instrument
    acts: tuple[ActCoverage, ...]
    languages: tuple[LanguageCoverage, ...]


def library_coverage(
    library: Library, instrument_id: str | None = None
) -> tuple[InstrumentCoverage, ...]:
    """Coverage of one questionnaire, or of all.

    An act that several questionnaires list under one id counts as one: the indicators of all are
    named.

    Raises:
        InstrumentError: a questionnaire or translation cannot be used or is not there.
    """
    chosen = library.ids() if instrument_id is None else (instrument_id,)
    wanted = [library.instrument(name) for name in chosen]
    every = [library.instrument(name) for name in library.ids()]
    return tuple(
        InstrumentCoverage(
            item,
            tuple(act_coverage(source, every) for source in item.sources),
            tuple(_languages(item, library)),
        )
        for item in wanted
    )


def act_coverage(source: Source, instruments: Iterable[Instrument]) -> ActCoverage:
    """Who cites which part of an act."""
    cited = [(indicator.id, citations(anchor.at)) for indicator, anchor in _anchors(source, instruments)]
    parts = [_article(at, text, cited) for at, text in source.articles.items()]
    parts += [_article(at, text, cited, left_out=True) for at, text in source.not_assessed.items()]
    listed = [span for at in (*source.articles, *source.not_assessed) for span in citations(at)]
    elsewhere: dict[str, list[str]] = {}
    for name, spans in cited:
        for span in spans:
            if not any(span.overlaps(place) for place in listed):
                elsewhere.setdefault(str(span), []).append(name)
    whole = tuple(dict.fromkeys(name for name, spans in cited if not spans))
    return ActCoverage(
        source,
        tuple(parts),
        {at: tuple(dict.fromkeys(names)) for at, names in elsewhere.items()},
        whole,
    )


def _anchors(source: Source, instruments: Iterable[Instrument]) -> Iterator[tuple[Indicator, Anchor]]:
    for instrument in instruments:
        own = instrument.source_by_id.get(source.id)
        if own is None or not _same_act(own, source):
            continue
        for indicator in instrument.indicators():
            for anchor in indicator.anchors:
                if anchor.source == source.id:
                    yield indicator, anchor


def _same_act(one: Source, other: Source) -> bool:
    return (bool(one.url) and one.url == other.url) or one.title.casefold() == other.title.casefold()


def _article(
    at: str, text: str, cited: Iterable[tuple[str, tuple[Span, ...]]], *, left_out: bool = False
) -> ArticleCoverage:
    listed = citations(at)
    named = [
        (name, span)
        for name, spans in cited
        for span in spans
        if any(span.overlaps(place) for place in listed)
    ]
    single = [place for span in listed for place in span.single_places()]
    uncited = (str(place) for place in single if not any(span.overlaps(place) for _, span in named))
    return ArticleCoverage(
        at,
        text,
        tuple(dict.fromkeys(name for name, _ in named)),
        tuple(uncited) if named else (),
        left_out,
    )


def _languages(instrument: Instrument, library: Library) -> Iterator[LanguageCoverage]:
    for language in library.languages(instrument.id):
        translation = library.translation(instrument.id, language)
        if translation is not None:
            yield language_coverage(instrument, translation)


def language_coverage(instrument: Instrument, translation: Translation) -> LanguageCoverage:
    """How far a translation of an instrument is."""
    texts = text_keys(instrument)
    missing = tuple(key for key in texts if not translation.texts.get(key))
    outdated = tuple(
        key
        for key, english in texts.items()
        if translation.texts.get(key) and translation.current(instrument, key, english) is None
    )
    return LanguageCoverage(
        translation.language,
        len(texts),
        len(texts) - len(missing) - len(outdated),
        outdated,
        missing,
        translation.status == "reviewed",
    )


def coverage_document(found: Iterable[InstrumentCoverage]) -> dict[str, object]:
    """The outcome as `instrument coverage --json` writes it (docs/formats.md)."""
    return {
        "format": COVERAGE_FORMAT,
        "instruments": [
            {
                "instrument": item.instrument.id,
                "version": item.instrument.version,
                "acts": [_act_document(act) for act in item.acts],
                "languages": [_language_document(language) for language in item.languages],
            }
            for item in found
        ],
    }


def _act_document(act: ActCoverage) -> dict[str, object]:
    return {
        "source": act.source.id,
        "title": act.source.title,
        "articles": [
            {
                "at": item.at,
                "content": item.content,
                "assessed": bool(item.indicators),
                "left_out": item.left_out,
                "indicators": list(item.indicators),
                "uncited": list(item.uncited),
            }
            for item in act.articles
        ],
        "elsewhere": {at: list(names) for at, names in act.elsewhere.items()},
        "whole": list(act.whole),
    }


def _language_document(language: LanguageCoverage) -> dict[str, object]:
    return {
        "language": language.language,
        "texts": language.texts,
        "current": language.current,
        "outdated": list(language.outdated),
        "missing": list(language.missing),
        "reviewed": language.current if language.reviewed else 0,
    }
