"""Everything that can be said about questionnaire files before anybody answers them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from functools import partial
from pathlib import Path

from wb6assess.errors import ErrorCode, FileError
from wb6assess.files import read_limited
from wb6assess.instruments.advice import Ladders, advise, advise_on_countries
from wb6assess.instruments.framework_file import framework_from
from wb6assess.instruments.library import FRAMEWORK_FILE, INSTRUMENT_FILE
from wb6assess.instruments.names import shared_ids, written_ids
from wb6assess.instruments.problems import FaultyFileError, Problem, in_order
from wb6assess.instruments.reachability import advise_on_conditions
from wb6assess.instruments.reader import Reading, examine, examine_stored
from wb6assess.instruments.report import Report
from wb6assess.instruments.source import MAX_BYTES, decoded, parse
from wb6assess.instruments.translations import LANGUAGE_FILE, check_translation, translation_from
from wb6assess.instruments.versions import check_versions
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument

__all__ = ["Problem", "check_folder"]


@dataclass(frozen=True)
class _Surroundings:
    """What the files of one instrument are checked against.

    Attributes:
        root: Folder from which file names are told.
        framework: None when an instrument is checked on its own.
        foreign: Ids of the framework's other questionnaires.
        ladders: Level texts met so far, shared by all questionnaires.
    """

    root: Path
    framework: Framework | None = None
    foreign: frozenset[str] = frozenset()
    ladders: Ladders = dataclass_field(default_factory=dict)

    @property
    def countries(self) -> frozenset[str] | None:
        """Codes of the framework's countries; None when any code will do."""
        return frozenset(self.framework.country_by_code) if self.framework is not None else None


def check_folder(path: Path) -> tuple[Problem, ...]:
    """Faults and advice of a framework's folder, of one instrument's folder, or of one file.

    Files in their order in the framework, problems by line. Never raises for what a file holds.
    """
    if path.is_dir() and not (path / INSTRUMENT_FILE).is_file():
        return tuple(_framework_problems(path))
    if path.is_dir():
        return tuple(_instrument_problems(path, _around(path)))
    if path.name == FRAMEWORK_FILE:
        return tuple(_framework_problems(path.parent))
    return tuple(_file_problems(path, path.name, partial(_single_file, path=path)))


def _framework_problems(folder: Path) -> Iterator[Problem]:
    read: list[Framework] = []

    def look(text: str) -> Report:
        report = Report(parse(text, FRAMEWORK_FILE))
        framework = framework_from(report)
        if framework is not None:
            read.append(framework)
            _report_missing_folders(framework, folder, report)
        return report

    yield from _file_problems(folder / FRAMEWORK_FILE, FRAMEWORK_FILE, look)
    ladders: Ladders = {}
    for framework in read:
        ids = {domain.instrument: _ids_in(folder / domain.instrument) for domain in framework.domains}
        for domain in framework.domains:
            home = folder / domain.instrument
            if (home / INSTRUMENT_FILE).is_file():
                foreign = frozenset().union(*(ids[other] for other in ids if other != domain.instrument))
                around = _Surroundings(folder, framework, foreign, ladders)
                yield from _instrument_problems(home, around)


def _report_missing_folders(framework: Framework, folder: Path, report: Report) -> None:
    for index, domain in enumerate(framework.domains):
        if not (folder / domain.instrument / INSTRUMENT_FILE).is_file():
            message = f"there is no file {domain.instrument}/{INSTRUMENT_FILE}"
            report.add(("domains", index, "instrument"), message)


def _around(home: Path) -> _Surroundings:
    """An instrument's folder checked alone; its checks may still look at its neighbours."""
    folder = home.resolve()
    beside = (path for path in folder.parent.glob(f"*/{INSTRUMENT_FILE}") if path.parent != folder)
    if not (folder.parent / FRAMEWORK_FILE).is_file():
        return _Surroundings(home)
    return _Surroundings(home, foreign=frozenset().union(*(_ids_in(path.parent) for path in beside)))


def _ids_in(folder: Path) -> frozenset[str]:
    """Ids an instrument defines; none when it cannot be read, which is reported elsewhere."""
    try:
        text = decoded(read_limited(folder / INSTRUMENT_FILE, MAX_BYTES), folder.name)
        return frozenset(written_ids(parse(text, folder.name).data))
    except (FileError, FaultyFileError):
        return frozenset()


def _instrument_problems(home: Path, around: _Surroundings) -> Iterator[Problem]:
    """Problems of an instrument's files: the newest version, older ones, translations."""
    newest: list[Instrument] = []
    older: list[Instrument] = []
    aside: list[Problem] = []
    for path in sorted(home.glob("instrument-*.yaml")):
        file = path.relative_to(around.root).as_posix()
        aside += _file_problems(path, file, partial(_older_file, name=file, home=home, older=older))

    def look(text: str) -> Report:
        reading = _read(text, name, around, older)
        _report_place(reading, home.resolve().name, around)
        if reading.instrument is not None and not reading.report.failed:
            newest.append(reading.instrument)
        return reading.report

    name = (home / INSTRUMENT_FILE).relative_to(around.root).as_posix()
    yield from _file_problems(home / INSTRUMENT_FILE, name, look)
    yield from aside
    for path in sorted(home.glob("*.yaml")):
        if newest and LANGUAGE_FILE.fullmatch(path.name):
            file = path.relative_to(around.root).as_posix()
            yield from _translation_problems(path, file, newest[0])


def _single_file(text: str, path: Path) -> Report:
    """One instrument file, whatever it is called."""
    return _read(text, path.name, replace(_around(path.parent), root=path.parent), []).report


def _read(text: str, name: str, around: _Surroundings, older: list[Instrument]) -> Reading:
    reading = examine(text, name, around.foreign)
    report = reading.report
    if reading.shape is not None:
        advise(reading.shape, report, around.ladders)
        if reading.instrument is not None and not report.failed:
            advise_on_conditions(reading.instrument, report, around.countries)
            check_versions(reading.instrument, reading.shape, older, report)
    return reading


def _report_place(reading: Reading, folder: str, around: _Surroundings) -> None:
    """Whether a file fits the folder and the framework it lies in."""
    if reading.shape is None:
        return
    report = reading.report
    if around.framework is not None and reading.shape.id != folder:
        report.add(("id",), f"the file lies in the folder `{folder}`; both must be the same")
    if around.framework is not None:
        advise_on_countries(around.framework.country_by_code, report)
    for path, name in shared_ids(reading.shape, around.foreign):
        report.add(path, f"another questionnaire of the framework has the id `{name}` too")


def _older_file(text: str, name: str, home: Path, older: list[Instrument]) -> Report:
    """Older versions must stay readable; advice on them would come too late."""
    reading = examine_stored(text, name)
    report, folder = reading.report, home.resolve().name
    if reading.shape is not None:
        version = name.rsplit("instrument-", 1)[1].removesuffix(".yaml")
        if reading.shape.version != version:
            report.add(("version",), f"the file's name says {version}; both must be the same")
        if reading.shape.id != folder:
            report.add(("id",), f"the file lies in the folder `{folder}`; both must be the same")
    if reading.instrument is not None and not report.failed:
        older.append(reading.instrument)
    return report


def _translation_problems(path: Path, name: str, instrument: Instrument) -> Iterator[Problem]:
    def look(text: str) -> Report:
        report = Report(parse(text, name))
        translation = translation_from(report)
        if translation is not None:
            check_translation(translation, instrument, report)
            if translation.language != path.stem:
                report.add(("language",), f"the file's name says {path.stem}; both must be the same")
        return report

    yield from _file_problems(path, name, look)


def _file_problems(path: Path, name: str, look: Callable[[str], Report]) -> tuple[Problem, ...]:
    """What `look` reports about a file, or why it could not be read at all."""
    try:
        return in_order(look(decoded(read_limited(path, MAX_BYTES), name)).problems)
    except FaultyFileError as error:
        return error.found
    except FileError as error:
        return (Problem(name, 0, "", _unreadable(error)),)


def _unreadable(error: FileError) -> str:
    match error.code:
        case ErrorCode.FILE_MISSING:
            return "there is no such file"
        case ErrorCode.FILE_TOO_LARGE:
            return f"the file is larger than {MAX_BYTES // 10**6} MB"
        case _:
            return "the file cannot be read"
