"""A questionnaire of 1,000 indicators made of the shipped ones, several times over."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path

from wb6assess.instruments.library import FRAMEWORK_FILE, INSTRUMENT_FILE, Library
from wb6assess.instruments.writer import write_framework, write_instrument
from wb6assess.model.conditions import referenced_indicators
from wb6assess.model.framework import Domain
from wb6assess.model.instrument import Check, Instrument, Pillar, Source
from wb6assess.settings import questionnaires_folder

INSTRUMENT = "large"
_INDICATORS = 1_000
_ID = re.compile(r"\b(?:FDI|CYB|ROL|FIMI|OPI)-(\d+)\b")


def write_large(folder: Path) -> None:
    """Make a folder of questionnaires that holds the large one only."""
    library = Library(questionnaires_folder())
    pillars: list[Pillar] = []
    checks: list[Check] = []
    sources: dict[str, Source] = {}
    for part in _parts(library):
        sources = {source.id: source for source in part.sources} | sources
        pillars += part.pillars
        checks += part.checks
        if sum(len(pillar.indicators) for pillar in pillars) >= _INDICATORS:
            break
    large = Instrument(
        INSTRUMENT, "2026.1", "A thousand indicators", tuple(pillars),
        sources=tuple(sources.values()), checks=tuple(checks),
    )  # fmt: skip
    (folder / INSTRUMENT).mkdir(parents=True)
    (folder / INSTRUMENT / INSTRUMENT_FILE).write_text(write_instrument(large), encoding="utf-8")
    framework = replace(library.framework, domains=(Domain("LRG", INSTRUMENT, 1, core=True),))
    (folder / FRAMEWORK_FILE).write_text(write_framework(framework), encoding="utf-8")


def _parts(library: Library) -> Iterator[Instrument]:
    """The shipped questionnaires again and again, pillars numbered on."""
    base = 0
    while True:
        for item in library.ids():
            instrument = library.instrument(item)
            yield _renumbered(instrument, base)
            base += len(instrument.pillars)


def _renumbered(instrument: Instrument, base: int) -> Instrument:
    """Every id moved on by `base` pillars, conditions included; checks of its own only."""
    checks = (
        replace(check, id=f"{check.id}-{base}")
        for check in instrument.checks
        if all(item in instrument.by_id for item in referenced_indicators(check.when))
    )
    bare = replace(instrument, checks=tuple(checks), vignettes=(), indices=(), context=())
    moved = _moved(bare, base)
    assert isinstance(moved, Instrument)
    return moved


def _moved(value: object, base: int) -> object:
    """Any part of a questionnaire with the ids in its texts and conditions moved on."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return _ID.sub(lambda found: f"LRG-{base + int(found.group(1))}", value)
    if isinstance(value, tuple):
        return tuple(_moved(part, base) for part in value)
    if isinstance(value, Mapping):
        return {_moved(key, base): _moved(part, base) for key, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        parts = {part.name: _moved(getattr(value, part.name), base) for part in fields(value)}
        return type(value)(**parts)
    return value
