"""instrument.yaml and framework.yaml as checked, immutable objects; all faults of a file at once."""

import hashlib
from dataclasses import dataclass

import rfc8785

from wb6assess.instruments import framework_file
from wb6assess.instruments.build import instrument_from
from wb6assess.instruments.format import INSTRUMENT_FORMAT, InstrumentShape
from wb6assess.instruments.names import looked_at, names_of
from wb6assess.instruments.references import check_cycles, check_references
from wb6assess.instruments.report import Report
from wb6assess.instruments.shape import layout, read_shape
from wb6assess.instruments.source import parse
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument

_LAYOUT = layout(InstrumentShape, format=INSTRUMENT_FORMAT, id="x", version="2000.1", title="?")


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one instrument file.

    Attributes:
        report: Everything that was found.
        shape: What could be read of the file; None when that was too little.
        instrument: The questionnaire; meaningless when the report failed.
    """

    report: Report
    shape: InstrumentShape | None = None
    instrument: Instrument | None = None


def read_instrument(text: str, name: str, foreign: frozenset[str] = frozenset()) -> Instrument:
    """A questionnaire from the text of its file.

    Args:
        text: YAML.
        name: The file's name in messages.
        foreign: Ids of the framework's other questionnaires, which checks may refer to.

    Raises:
        InstrumentError: INSTRUMENT_INVALID, its `problems` naming every fault with line and path.
    """
    reading = examine(text, name, foreign)
    if reading.instrument is None or reading.report.failed:
        raise reading.report.error()
    return reading.instrument


def read_stored(text: str, name: str) -> Instrument:
    """A copy of a questionnaire kept beside answers, or an older version.

    It was checked when it came in. What its checks say about other questionnaires of the framework is
    taken as it stands: those may have changed since.

    Raises:
        InstrumentError: INSTRUMENT_INVALID.
    """
    reading = examine_stored(text, name)
    if reading.instrument is None or reading.report.failed:
        raise reading.report.error()
    return reading.instrument


def examine_stored(text: str, name: str) -> Reading:
    """Read a copy or an older version as far as possible; see `read_stored`.

    Raises:
        InstrumentError: the text is no YAML at all.
    """
    reading = examine(text, name)
    if reading.shape is None or not reading.report.failed:
        return reading
    return examine(text, name, frozenset(looked_at(reading.shape)))


def read_framework(text: str, name: str) -> Framework:
    """The framework from the text of framework.yaml.

    Raises:
        InstrumentError: INSTRUMENT_INVALID, its `problems` naming every fault with line and path.
    """
    report = Report(parse(text, name))
    framework = framework_file.framework_from(report)
    if framework is None or report.failed:
        raise report.error()
    return framework


def examine(text: str, name: str, foreign: frozenset[str] = frozenset()) -> Reading:
    """Read a questionnaire as far as possible.

    Raises:
        InstrumentError: the text is no YAML at all.
    """
    report = Report(parse(text, name))
    shape = read_shape(_LAYOUT, report)
    if shape is None:
        return Reading(report)
    names = names_of(shape, report.source.data, foreign)
    check_references(shape, names, report)
    digest = "" if report.failed else content_digest(report.source.data)
    instrument = instrument_from(shape, names, report, digest)
    check_cycles(instrument, shape, report)
    return Reading(report, shape, instrument)


def content_digest(data: object) -> str:
    """SHA-256 (hex) of a file's canonical content; comments, order of keys and layout do not count."""
    canonical: bytes = rfc8785.dumps(data)  # type: ignore[arg-type]
    return hashlib.sha256(canonical).hexdigest()
