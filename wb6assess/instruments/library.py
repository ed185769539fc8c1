"""A folder of questionnaires: framework, instruments in their versions, translations."""

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from wb6assess.errors import ErrorCode, FileError, InstrumentError
from wb6assess.files import read_limited
from wb6assess.instruments.problems import FaultyFileError, Problem
from wb6assess.instruments.pseudo import PSEUDO, pseudo_instrument, pseudo_offered
from wb6assess.instruments.reader import examine, examine_stored, read_framework
from wb6assess.instruments.source import MAX_BYTES, decoded
from wb6assess.instruments.translations import (
    LANGUAGE_FILE,
    LANGUAGES,
    Translation,
    read_translation,
    translated,
)
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument

FRAMEWORK_FILE = "framework.yaml"
INSTRUMENT_FILE = "instrument.yaml"

VERSION = re.compile(r"[0-9]{4}\.(0|[1-9][0-9]{0,3})")
_OLDER_FILE = re.compile(rf"instrument-({VERSION.pattern})\.yaml")
_VERSION_LINE = re.compile(rf"^version:[ ]*[\"']({VERSION.pattern})[\"'][ ]*(?:#.*)?$", re.MULTILINE)

_WRITTEN_ID = re.compile(r"\bid:[ ]*[\"']?([A-Za-z][A-Za-z0-9._-]{0,39})")


class Library:
    """Reads each file once, when it is first needed.

    A second look at a file that has changed since needs a new `Library`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._instruments: dict[tuple[str, str, str], Instrument] = {}
        self._newest: dict[str, str] = {}
        self._written_ids: dict[Path, frozenset[str]] = {}

    @cached_property
    def framework(self) -> Framework:
        """What makes up the assessment.

        Raises:
            InstrumentError: FRAMEWORK_MISSING or INSTRUMENT_INVALID.
        """
        path = self.folder / FRAMEWORK_FILE
        if not path.is_file():
            raise InstrumentError(ErrorCode.FRAMEWORK_MISSING, path=self.folder)
        return read_framework(decoded(read_limited(path, MAX_BYTES), FRAMEWORK_FILE), FRAMEWORK_FILE)

    def ids(self) -> tuple[str, ...]:
        """Instrument ids in the order of the framework."""
        return tuple(domain.instrument for domain in self.framework.domains)

    def versions(self, instrument_id: str) -> tuple[str, ...]:
        """Versions that can be read, newest first.

        Raises:
            InstrumentError: INSTRUMENT_UNKNOWN, or INSTRUMENT_INVALID when the newest version's
                file does not say which version it is.
        """
        older = {
            match.group(1)
            for path in self._folder_of(instrument_id).glob("instrument-*.yaml")
            if (match := _OLDER_FILE.fullmatch(path.name))
        }
        return tuple(
            sorted({*older, self._newest_version(instrument_id)}, key=version_key, reverse=True)
        )

    def languages(self, instrument_id: str) -> tuple[str, ...]:
        """English first, then the languages that have a file, the pseudo-language where it is offered.

        Raises:
            InstrumentError: INSTRUMENT_UNKNOWN.
        """
        found = {
            match.group(1)
            for path in self._folder_of(instrument_id).glob("*.yaml")
            if (match := LANGUAGE_FILE.fullmatch(path.name))
        }
        rank = {language: position for position, language in enumerate(LANGUAGES)}
        files = sorted(found - {"en"}, key=lambda tag: (rank.get(tag, len(rank)), tag))
        return ("en", *files, *([PSEUDO] if pseudo_offered() else []))

    def instrument(
        self, instrument_id: str, version: str | None = None, language: str = "en"
    ) -> Instrument:
        """A questionnaire, the newest version unless told otherwise.

        Raises:
            InstrumentError: INSTRUMENT_UNKNOWN, INSTRUMENT_VERSION_UNKNOWN, INSTRUMENT_INVALID,
                LANGUAGE_UNKNOWN.
        """
        wanted = version or self._newest_version(instrument_id)
        key = (instrument_id, wanted, language)
        if key not in self._instruments:
            if language == "en":
                self._instruments[key] = self._read(instrument_id, wanted)
            else:
                english = self.instrument(instrument_id, wanted)
                self._instruments[key] = self._reworded(english, language, ours=True)
        return self._instruments[key]

    def refuse_unknown_language(self, language: str) -> None:
        """Say at once that nothing here can be shown in a language.

        Raises:
            InstrumentError: LANGUAGE_UNKNOWN.
        """
        if language in LANGUAGES or (language == PSEUDO and pseudo_offered()):
            return
        known = [found for item in self.ids() for found in self.languages(item)]
        if language not in known:
            raise _language_unknown(language, known)

    def in_language(self, instrument: Instrument, language: str) -> Instrument:
        """A questionnaire, ours or an older copy of it, with the words of a language.

        In a copy whose very text is no longer here only those English texts are translated that are
        still the same word for word.

        Raises:
            InstrumentError: INSTRUMENT_UNKNOWN, INSTRUMENT_INVALID (the translation),
                LANGUAGE_UNKNOWN.
        """
        if language == instrument.language:
            return instrument
        if self._is_ours(instrument):
            return self.instrument(instrument.id, instrument.version, language)
        return self._reworded(instrument, language, ours=False)

    def _is_ours(self, instrument: Instrument) -> bool:
        try:
            found = self.instrument(instrument.id, instrument.version)
        except (InstrumentError, FileError):
            return False  # an older version, or the file is faulty by now
        return found.digest == instrument.digest

    def translation(self, instrument_id: str, language: str) -> Translation | None:
        """The texts of a language as they stand in its file; None when there is no such file.

        Raises:
            InstrumentError: INSTRUMENT_UNKNOWN, INSTRUMENT_INVALID.
        """
        path = self._folder_of(instrument_id) / f"{language}.yaml"
        if LANGUAGE_FILE.fullmatch(path.name) is None or not path.is_file():
            return None
        text = decoded(read_limited(path, MAX_BYTES), self._name(path))
        return read_translation(text, self._name(path))

    def source_text(self, instrument_id: str, version: str) -> str:
        """The YAML text of one version, to be kept beside answers given to it.

        Raises:
            InstrumentError: INSTRUMENT_UNKNOWN, INSTRUMENT_VERSION_UNKNOWN.
        """
        path = self._file_of(instrument_id, version)
        return decoded(read_limited(path, MAX_BYTES), self._name(path))

    def _folder_of(self, instrument_id: str) -> Path:
        folder = self.folder / instrument_id
        # Only ids of the framework become paths, whatever a file from outside asks for.
        if instrument_id not in self.ids() or not (folder / INSTRUMENT_FILE).is_file():
            known = ", ".join(self.ids())
            raise InstrumentError(ErrorCode.INSTRUMENT_UNKNOWN, instrument=instrument_id, known=known)
        return folder

    def _file_of(self, instrument_id: str, version: str) -> Path:
        folder = self._folder_of(instrument_id)
        if version == self._newest_version(instrument_id):
            return folder / INSTRUMENT_FILE
        path = folder / f"instrument-{version}.yaml"
        if VERSION.fullmatch(version) is None or not path.is_file():
            raise InstrumentError(
                ErrorCode.INSTRUMENT_VERSION_UNKNOWN,
                instrument=instrument_id,
                version=version,
                known=", ".join(self.versions(instrument_id)),
            )
        return path

    def _newest_version(self, instrument_id: str) -> str:
        """The version instrument.yaml names, found without reading all of it where possible."""
        if instrument_id not in self._newest:
            path = self._folder_of(instrument_id) / INSTRUMENT_FILE
            text = decoded(read_limited(path, MAX_BYTES), self._name(path))
            match = _VERSION_LINE.search(text)
            found = match.group(1) if match else self._parsed(text, path, instrument_id).version
            self._newest[instrument_id] = found
        return self._newest[instrument_id]

    def _read(self, instrument_id: str, version: str) -> Instrument:
        path = self._file_of(instrument_id, version)
        text = decoded(read_limited(path, MAX_BYTES), self._name(path))
        instrument = self._parsed(text, path, instrument_id)
        if instrument.version != version:
            message = f'"{instrument.version}" does not fit the file\'s name'
            raise FaultyFileError(self._name(path), [Problem(self._name(path), 1, "version", message)])
        return instrument

    def _parsed(self, text: str, path: Path, instrument_id: str) -> Instrument:
        name = self._name(path)
        reading = examine(text, name, self._foreign_ids(instrument_id))
        if reading.report.failed and path.name != INSTRUMENT_FILE:
            # The other questionnaires have moved on since this version.
            reading = examine_stored(text, name)
        if reading.instrument is None or reading.report.failed:
            raise reading.report.error()
        if reading.instrument.id != instrument_id:
            reading.report.add(("id",), f"the file lies in the folder `{instrument_id}`")
            raise reading.report.error()
        return reading.instrument

    def _foreign_ids(self, instrument_id: str) -> frozenset[str]:
        """Ids that stand in the framework's other questionnaires: checks may refer to them.

        Looked for as text: parsing the others would make opening one questionnaire five times as
        slow. `checks.check_folder` looks closely.
        """
        found: set[str] = set()
        for other in self.ids():
            path = self.folder / other / INSTRUMENT_FILE
            if other != instrument_id and path.is_file():
                found |= self._ids_in(path)
        return frozenset(found)

    def _ids_in(self, path: Path) -> frozenset[str]:
        if path not in self._written_ids:
            try:
                text = decoded(read_limited(path, MAX_BYTES), self._name(path))
            except (InstrumentError, FileError):
                text = ""  # its own faults are reported when it is its turn
            self._written_ids[path] = frozenset(_WRITTEN_ID.findall(text))
        return self._written_ids[path]

    def _reworded(self, english: Instrument, language: str, *, ours: bool) -> Instrument:
        if language == PSEUDO and pseudo_offered():
            return pseudo_instrument(english)
        translation = self.translation(english.id, language)
        if translation is None and language not in LANGUAGES:
            raise _language_unknown(language, self.languages(english.id))
        if translation is not None and not ours:
            translation = translation.of_same_english()
        return translated(english, language, translation)

    def _name(self, path: Path) -> str:
        """How messages call a file: its place in the folder of questionnaires."""
        return path.relative_to(self.folder).as_posix()


def _language_unknown(language: str, translated_to: Iterable[str]) -> InstrumentError:
    known = ", ".join(dict.fromkeys((*LANGUAGES, *translated_to)))
    return InstrumentError(ErrorCode.LANGUAGE_UNKNOWN, language=language, known=known)


def version_key(version: str) -> tuple[int, int]:
    """Sorts "2026.10" after "2026.9"."""
    year, number = version.split(".")
    return int(year), int(number)
