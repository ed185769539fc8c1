"""A converted form as files: DIR/<id>/instrument.yaml, translations, the loss report, framework.yaml."""

from dataclasses import dataclass
from pathlib import Path

from exports.xlsform.losses import report_text
from exports.xlsform.reader import Converted
from wb6assess.errors import ErrorCode, ExportError
from wb6assess.files import read_limited, replacing
from wb6assess.instruments.library import FRAMEWORK_FILE, INSTRUMENT_FILE
from wb6assess.instruments.reader import read_framework
from wb6assess.instruments.source import MAX_BYTES, decoded
from wb6assess.instruments.writer import write_framework, write_translation
from wb6assess.model.framework import Domain, Framework

LOSS_REPORT = "from-xlsform.txt"


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were written.

    Attributes:
        paths: In the order of writing.
        unlisted: Whether a framework.yaml was there before and does not name the questionnaire.
    """

    paths: tuple[Path, ...]
    unlisted: bool


def write_folder(
    out: Path, converted: Converted, like: Framework, source: str, *, replace: bool = False
) -> Written:
    """Write everything a form gave.

    Args:
        out: A folder of questionnaires, or one that is to become one.
        converted: The form as a questionnaire.
        like: Where countries and rounds of a new framework.yaml come from.
        source: The form's name, for the loss report.
        replace: Whether earlier files of this questionnaire may be overwritten.

    Raises:
        ExportError: TARGET_EXISTS, or the folder cannot be written.
        FileError, InstrumentError: an existing framework.yaml cannot be read.
    """
    home = out / converted.instrument.id
    texts = {home / INSTRUMENT_FILE: converted.text}
    for translation in converted.translations:
        texts[home / f"{translation.language}.yaml"] = write_translation(translation)
    texts[home / LOSS_REPORT] = report_text(source, converted.losses)
    unlisted = False
    framework_file = out / FRAMEWORK_FILE
    if framework_file.exists():
        unlisted = converted.instrument.id not in _framework(framework_file).domain_of
    else:
        texts[framework_file] = write_framework(_framework_for(converted, like))
    for path in texts:
        if path.exists() and not replace:
            raise ExportError(ErrorCode.TARGET_EXISTS, path=path)
    for path, text in texts.items():
        with replacing(path) as scratch:
            scratch.write_text(text, encoding="utf-8", newline="\n")
    return Written(tuple(texts), unlisted)


def _framework(path: Path) -> Framework:
    return read_framework(decoded(read_limited(path, MAX_BYTES), path.name), path.name)


def _framework_for(converted: Converted, like: Framework) -> Framework:
    """A framework of this one questionnaire."""
    instrument = converted.instrument
    known = like.country_by_code
    countries = tuple(known.get(country.code, country) for country in converted.countries)
    domain = Domain(instrument.id.upper(), instrument.id, 1, core=True)
    return Framework(
        instrument.id, instrument.title, countries or like.countries, (domain,), like.rounds
    )
