"""What a filled workbook of an instrument may hold; the same for hundreds of files."""

from collections.abc import Mapping
from functools import cached_property

from exports.workbook.cells import Question, folded
from exports.workbook.plan import FactKey, fact_keys, standard_findings
from wb6assess.model.instrument import Instrument
from wb6assess.model.once import once_for_each


class Expected:
    """Ids an instrument has rows for, and what stands behind them."""

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Indicators and vignettes by id: the rows of Answers."""
        return {**self._instrument.by_id, **self._instrument.vignette_by_id}

    @cached_property
    def headings(self) -> frozenset[str]:
        """Ids of pillars, which have rows without answers."""
        return frozenset(pillar.id for pillar in self._instrument.pillars)

    @cached_property
    def facts(self) -> Mapping[str, FactKey]:
        """The rows of Facts by id."""
        return {fact.key: fact for fact in fact_keys(self._instrument)}

    @cached_property
    def answerable(self) -> tuple[str, ...]:
        """Everything that can be answered, in order."""
        return tuple(self._instrument.answerable())

    @cached_property
    def by_word(self) -> Mapping[str, str]:
        """What can be answered, by its id as somebody may have typed it."""
        return {folded(item): item for item in self.answerable} | {
            item: item for item in self.answerable
        }

    @cached_property
    def has_findings(self) -> bool:
        """Whether a workbook can notice anything by itself."""
        return any(True for _ in standard_findings(self._instrument))


expected_of = once_for_each(Expected)
"""What a workbook of an instrument may hold, worked out once."""
