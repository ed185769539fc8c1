"""What became of a question from one version to the next, and what that means for comparing rounds.

Two rounds are compared on indicators whose meaning is the same (methodology 8). Whether it is, only a
person can say; a program sees which words and figures changed, and must not call a changed ladder
editorial on its own.
"""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from wb6assess.instruments.parts import Parts, indicator_parts
from wb6assess.model.instrument import Indicator, Instrument, Lineage
from wb6assess.model.vocabulary import LineageChange

RENAMED_FROM = 0.85
"""From this similarity on, a new id is proposed to be an old question under another name."""
_MANY_PAIRS = 4_000


class Weight(StrEnum):
    """How much a change can matter for comparing rounds."""

    NOTHING = "nothing"  # weight, anchors, evidence: the answer means the same
    WORDS = "words"  # title, guide, companion facts: editorial
    MEANING = "meaning"  # question, ladder, option texts: a person must say
    SCORING = "scoring"  # type, scores, thresholds, caps, conditions: never editorial


_WEIGHTS: Mapping[str, Weight] = {
    **dict.fromkeys(("question", "levels", "unit"), Weight.MEANING),
    **dict.fromkeys(("title", "guide", "fields", "na_for"), Weight.WORDS),
    **dict.fromkeys(
        ("type", "polarity", "full_points", "thresholds", "direction", "worst", "best"), Weight.SCORING
    ),
    **dict.fromkeys(("ask_if", "skip_effect"), Weight.SCORING),
}
_PARTLY: Mapping[tuple[str, str], Weight] = {
    ("options", "label"): Weight.MEANING,
    ("options", "score"): Weight.SCORING,
    ("options", "points"): Weight.SCORING,
    ("options", "exclusive"): Weight.SCORING,
    ("caps", "because"): Weight.WORDS,
    ("caps", "when"): Weight.SCORING,
    ("caps", "at"): Weight.SCORING,
}


@dataclass(frozen=True, slots=True)
class PartChange:
    """One piece that differs; an empty text where it is missing."""

    name: str
    before: str
    after: str

    @property
    def weight(self) -> Weight:
        """How much it can matter."""
        if " ".join(self.before.split()) == " ".join(self.after.split()):
            return Weight.NOTHING
        steps = self.name.split(".")
        return _PARTLY.get((steps[0], steps[-1])) or _WEIGHTS.get(steps[0], Weight.NOTHING)


@dataclass(frozen=True, slots=True)
class IndicatorChange:
    """One indicator of the newer version beside the one it comes from.

    Attributes:
        new: The indicator.
        old: Where it comes from; None when it is new.
        parts: What differs, in the order of the file.
        similarity: Of question and ladder or options, in [0, 1]; a hint, not a verdict.
    """

    new: Indicator
    old: Indicator | None
    parts: tuple[PartChange, ...] = ()
    similarity: float = 1.0

    @property
    def weight(self) -> Weight:
        """The gravest of its changes."""
        order = list(Weight)
        return max((part.weight for part in self.parts), key=order.index, default=Weight.NOTHING)

    @property
    def needs_a_word(self) -> bool:
        """Whether a person must say if the meaning is still the same."""
        return self.old is not None and self.weight is Weight.MEANING

    def proposed(self, accepted: frozenset[str] = frozenset()) -> Lineage:
        """The lineage to write down, unless the author knows better.

        Args:
            accepted: Ids whose changed wording a person calls editorial.
        """
        if self.old is None:
            return Lineage(LineageChange.ADDED)
        match self.weight:
            case Weight.NOTHING:
                change = LineageChange.UNCHANGED
            case Weight.WORDS:
                change = LineageChange.EDITORIAL
            case Weight.MEANING if self.new.id in accepted:
                change = LineageChange.EDITORIAL
            case _:
                change = LineageChange.REWORDED
        return Lineage(change, self.old.id)


def indicator_changes(old: Instrument, new: Instrument) -> tuple[IndicatorChange, ...]:
    """Every indicator of the newer version, in its order, beside its origin.

    The origin is what `lineage.old` names, else the same id, else, for a new id, a vanished question
    that reads nearly the same.
    """
    renamed = _renamed(old, new)
    found = []
    for item in new.indicators():
        named = item.lineage.old if item.lineage else ""
        origin = old.by_id.get(named) or old.by_id.get(item.id) or renamed.get(item.id)
        found.append(_change(item, origin, old, new))
    return tuple(found)


def removed(changes: Iterable[IndicatorChange], old: Instrument) -> tuple[Indicator, ...]:
    """Indicators of the older version that nothing in the newer one comes from."""
    kept = {change.old.id for change in changes if change.old is not None}
    return tuple(item for item in old.indicators() if item.id not in kept)


def changed_parts(before: Parts, after: Parts) -> tuple[PartChange, ...]:
    """Pieces that differ, those of the newer text first."""
    names = dict.fromkeys((*after, *before))
    return tuple(
        PartChange(name, before.get(name, ""), after.get(name, ""))
        for name in names
        if before.get(name, "") != after.get(name, "")
    )


def similarity(one: Indicator, other: Indicator) -> float:
    """How alike question and answers read, in [0, 1]."""
    texts = [_meaning(item) for item in (one, other)]
    if texts[0] == texts[1]:
        return 1.0
    return difflib.SequenceMatcher(None, texts[0], texts[1], autojunk=False).ratio()


def _change(
    item: Indicator, origin: Indicator | None, old: Instrument, new: Instrument
) -> IndicatorChange:
    if origin is None:
        return IndicatorChange(item, None)
    before = indicator_parts(origin, old.pillar_of[origin.id].id)
    after = indicator_parts(item, new.pillar_of[item.id].id)
    parts = changed_parts(before, after)
    return IndicatorChange(item, origin, parts, similarity(origin, item) if parts else 1.0)


def _meaning(item: Indicator) -> list[str]:
    """The words that carry the meaning; words rather than letters: quick, and a person's unit."""
    options = (option.label for option in item.options)
    return " ".join((item.question, *item.levels, *options)).casefold().split()


def _renamed(old: Instrument, new: Instrument) -> Mapping[str, Indicator]:
    """New id -> the vanished question it nearly repeats."""
    taken = {item.lineage.old for item in new.indicators() if item.lineage and item.lineage.old}
    gone = [item for item in old.indicators() if item.id not in new.by_id and item.id not in taken]
    fresh = [item for item in new.indicators() if item.id not in old.by_id and item.lineage is None]
    if not gone or not fresh or len(gone) * len(fresh) > _MANY_PAIRS:
        return {}
    found: dict[str, Indicator] = {}
    for item in fresh:
        best = max(gone, key=lambda candidate: similarity(candidate, item), default=None)
        if best is not None and similarity(best, item) >= RENAMED_FROM:
            found[item.id] = best
            gone.remove(best)
    return found
