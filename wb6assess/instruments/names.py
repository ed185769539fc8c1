"""Which ids a questionnaire defines, and what a reference in it means."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wb6assess.instruments.format import (
    ConditionShape,
    FieldShape,
    IndicatorShape,
    InstrumentShape,
    VignetteShape,
)
from wb6assess.instruments.problems import Path, did_you_mean
from wb6assess.model.conditions import AnswerRef, FieldRef, Ref

Question = IndicatorShape | FieldShape | VignetteShape


class UnknownNameError(ValueError):
    """A reference leads nowhere; the argument is the sentence."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference means; `question` is None where its shape is not known here."""

    ref: Ref
    question: Question | None = None


@dataclass(frozen=True)
class Names:
    """The ids of one questionnaire.

    Attributes:
        answers: Indicators, vignettes and context questions by id.
        fields: Indicator id -> its companion fields by id.
        pillars: Pillar ids.
        unread: Ids written in the file whose parts are broken; nothing is said about references to
            them or to their fields.
        foreign: Ids of other questionnaires of the framework.
    """

    answers: Mapping[str, Question]
    fields: Mapping[str, Mapping[str, FieldShape]]
    pillars: frozenset[str]
    unread: frozenset[str] = frozenset()
    foreign: frozenset[str] = field(default_factory=frozenset)

    def answer(self, name: str) -> Target:
        """What `id: name` means.

        Raises:
            UnknownNameError: there is no such answer.
        """
        if name in self.answers:
            return Target(AnswerRef(name), self.answers[name])
        if name in self.unread or name in self.foreign:
            return Target(AnswerRef(name))
        if self._prefixed(name) is not None:
            raise UnknownNameError(f"`{name}` is a companion field; write `field: {name}`")
        hint = did_you_mean(name, (*self.answers, *self.foreign))
        raise UnknownNameError(f"there is no indicator or question `{name}`{hint}")

    def field_of(self, name: str, owner: str | None) -> Target:
        """What `field: name` means inside the indicator `owner`, or outside any (None).

        Raises:
            UnknownNameError: there is no such field.
        """
        own = self.fields.get(owner, {}) if owner is not None else {}
        if owner is not None and name in own:
            return Target(FieldRef(owner, name), own[name])
        target = self._prefixed(name)
        if target is not None:
            return target
        if owner is not None and owner in self.unread:
            return Target(FieldRef(owner, name))
        raise UnknownNameError(self._no_field(name, owner, own))

    def any_of(self, name: str, owner: str | None) -> Target:
        """What a name in `ref` or `sum` means: an own field, an answer or another's field.

        Raises:
            UnknownNameError: there is nothing of this name.
        """
        if owner is not None and name in self.fields.get(owner, {}):
            return self.field_of(name, owner)
        if name in self.answers or name in self.unread:
            return self.answer(name)
        if name in self.foreign:
            return self._foreign(name)
        return self.field_of(name, owner)

    def _foreign(self, name: str) -> Target:
        """Another questionnaire's answer or field; its indicators end in a number, its fields do not."""
        indicator, _, last = name.rpartition(".")
        if indicator and not last[:1].isdigit():
            return Target(FieldRef(indicator, last))
        return Target(AnswerRef(name))

    def _prefixed(self, name: str) -> Target | None:
        """`FDI-5.4.cases` by the longest known indicator id before a dot."""
        for indicator, rest in _splits(name):
            if rest in self.fields.get(indicator, {}):
                return Target(FieldRef(indicator, rest), self.fields[indicator][rest])
        for indicator, rest in _splits(name):
            if indicator in self.unread or indicator in self.foreign:
                return Target(FieldRef(indicator, rest))
        return None

    def _no_field(self, name: str, owner: str | None, own: Mapping[str, FieldShape]) -> str:
        if name in self.answers:
            return f"`{name}` is no companion field; write `id: {name}`"
        for indicator, rest in _splits(name):
            if indicator in self.fields:
                known = self.fields[indicator]
                return f"{indicator} has no field `{rest}`{did_you_mean(rest, known)}"
        if owner is None and "." not in name:
            return f"outside an indicator a field is written INDICATOR.{name}"
        every = [f"{item}.{key}" for item, keys in self.fields.items() for key in keys]
        return f"there is no field `{name}`{did_you_mean(name, (*own, *every))}"


def _splits(name: str) -> Iterator[tuple[str, str]]:
    """Ways to cut a dotted name in two, the longest beginning first."""
    position = name.rfind(".")
    while position > 0:
        yield name[:position], name[position + 1 :]
        position = name.rfind(".", 0, position)


def names_of(instrument: InstrumentShape, data: object, foreign: frozenset[str]) -> Names:
    """The names a questionnaire defines; `data` is the whole file, broken parts included."""
    indicators = [item for pillar in instrument.pillars for item in pillar.indicators]
    answers: dict[str, Question] = {}
    fields: dict[str, dict[str, FieldShape]] = {}
    questions: list[Question] = [*indicators, *instrument.vignettes, *instrument.context]
    for question in questions:
        answers.setdefault(question.id, question)
    for item in indicators:
        # An id given twice is reported once; the fields of both count as known.
        fields[item.id] = {each.id: each for each in item.fields} | fields.get(item.id, {})
    pillars = frozenset(pillar.id for pillar in instrument.pillars)
    written = frozenset(written_ids(data))
    known = {*answers, *pillars, *(f"{owner}.{key}" for owner, keys in fields.items() for key in keys)}
    return Names(answers, fields, pillars, written - known, foreign)


def shared_ids(instrument: InstrumentShape, foreign: frozenset[str]) -> Iterator[tuple[Path, str]]:
    """Ids of answers and pillars that another questionnaire has too, with their paths."""
    for i, pillar in enumerate(instrument.pillars):
        if pillar.id in foreign:
            yield ("pillars", i, "id"), pillar.id
        for j, item in enumerate(pillar.indicators):
            if item.id in foreign:
                yield ("pillars", i, "indicators", j, "id"), item.id
    for key in ("vignettes", "context"):
        for i, entry in enumerate(getattr(instrument, key)):
            if entry.id in foreign:
                yield (key, i, "id"), entry.id


def looked_at(instrument: InstrumentShape) -> Iterator[str]:
    """Names that checks speak of and the questionnaire itself does not define.

    Of a field, all that could be its indicator: `FDI-5.4.cases` gives FDI-5.4.cases, FDI-5.4, FDI-5.
    """
    own = {item.id for pillar in instrument.pillars for item in pillar.indicators}
    own.update(item.id for item in instrument.vignettes)
    own.update(item.id for item in instrument.context)
    for check in instrument.checks:
        for name in (*_condition_names(check.when), *check.about):
            starts = [start for start, _ in _splits(name)]
            if not own.intersection((name, *starts)):
                yield from (name, *starts)


def _condition_names(condition: ConditionShape) -> Iterator[str]:
    single = (condition.id, condition.field, condition.ref, condition.answered, condition.has_evidence)
    yield from (name for name in (*single, *(condition.sum or ())) if name is not None)
    parts = [*(condition.all or ()), *(condition.any or ())]
    if condition.not_ is not None:
        parts.append(condition.not_)
    for part in parts:
        yield from _condition_names(part)


def written_ids(data: object) -> Iterator[str]:
    """Ids of everything in the file that could be referred to, fields with their indicator's."""
    for pillar in _entries(data, "pillars"):
        yield from _id_of(pillar)
        for indicator in _entries(pillar, "indicators"):
            for owner in _id_of(indicator):
                yield owner
                for companion in _entries(indicator, "fields"):
                    yield from (f"{owner}.{key}" for key in _id_of(companion))
    for key in ("context", "vignettes"):
        for entry in _entries(data, key):
            yield from _id_of(entry)


def _entries(node: object, key: str) -> list[object]:
    entries = node.get(key) if isinstance(node, dict) else None
    return entries if isinstance(entries, list) else []


def _id_of(node: object) -> Iterator[str]:
    name = node.get("id") if isinstance(node, dict) else None
    if isinstance(name, str):
        yield name
