"""The pages of a questionnaire in their order, and how its questions hang together."""

from collections.abc import Mapping
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from ui.said import Said, beside
from wb6assess.model.conditions import Condition, referenced_indicators
from wb6assess.model.instrument import Field, Indicator, Instrument
from wb6assess.model.vocabulary import IndicatorType

CONTEXT = "context"
"""The page of context questions, which is no indicator."""


def short_id(item: str) -> str:
    """The id without its domain: "1.4" for "FDI-1.4"."""
    return item.rsplit("-", 1)[-1]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Outline", text)


class Questions:
    """The pages of one instrument in their order: indicators, vignettes, the context page."""

    def __init__(self, instrument: Instrument, country: str) -> None:
        self._country = country
        self.reword(instrument)

    def reword(self, instrument: Instrument) -> None:
        """The same questionnaire in other words."""
        self.instrument = instrument
        self.context: tuple[Field, ...] = tuple(
            field for field in instrument.context if self._country not in field.na_for
        )

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """Ids of all pages in reading order."""
        last = (CONTEXT,) if self.context else ()
        return (*self.instrument.by_id, *self.instrument.vignette_by_id, *last)

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Page id -> position."""
        return {page: place for place, page in enumerate(self.pages)}

    def page_of(self, item: str) -> str:
        """The page an answerable id is on; the first page for anything unknown."""
        if item in self.place:
            return item
        if item in self.instrument.context_by_id and self.context:
            return CONTEXT
        return self.pages[0]

    def indicator(self, page: str) -> Indicator | None:
        """The question of a page; a vignette reads like one; None for the context page."""
        known = self.instrument.by_id.get(page)
        vignette = self.instrument.vignette_by_id.get(page)
        if known is not None or vignette is None:
            return known
        rated = self.instrument.by_id[vignette.indicator]
        return Indicator(
            id=vignette.id,
            title=vignette.title,
            question=vignette.text,
            type=IndicatorType.VIGNETTE,
            aspect=rated.aspect,
            weight=0.0,
            levels=rated.levels,
            na_allowed=False,
        )

    @cached_property
    def dependants(self) -> Mapping[str, int]:
        """Indicator id -> how many others are asked or capped because of it."""
        counts: dict[str, int] = {}
        for indicator in self.instrument.indicators():
            for item in self.causes(indicator):
                counts[item] = counts.get(item, 0) + 1
        return counts

    @staticmethod
    def causes(indicator: Indicator) -> tuple[str, ...]:
        """Indicators whose answers decide whether this one is asked or capped, itself left out."""
        conditions: list[Condition] = [cap.when for cap in indicator.caps]
        if indicator.ask_if is not None:
            conditions.insert(0, indicator.ask_if)
        found = dict.fromkeys(
            item for condition in conditions for item in referenced_indicators(condition)
        )
        return tuple(item for item in found if item != indicator.id)

    def texts(self, page: str) -> list[tuple[str, str]]:
        """Everything a search looks through on a page, as (name of the part, text).

        Id and title come first and have no name: they are shown anyway.
        """
        indicator = self.indicator(page)
        if indicator is None:
            return [(_tr("Question"), field.label) for field in self.context]
        title = Said(f"{indicator.id} {indicator.title}", beside(indicator.title))
        texts: list[tuple[str, str]] = [("", title), (_tr("Question"), indicator.question)]
        texts += [
            (_tr("Level {n}").format(n=level), words) for level, words in enumerate(indicator.levels)
        ]
        texts += [(_tr("Choice"), option.label) for option in indicator.options]
        texts += [(_tr("Fact"), field.label) for field in indicator.fields]
        texts.append((_tr("Guide"), indicator.guide))
        return texts
