"""Hundreds of workbooks read and consolidated, against a plain loop of pandas and openpyxl.

`WB6ASSESS_BENCH_WORKBOOKS=600` takes a hundred experts in each country; making the files takes
longer than everything measured, so a fifth of that is the default. What 600 would take is then told
from the time of a third of the files and of all: other processes take their time to start, once.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from benchmarks.appetite import peak_megabytes
from benchmarks.measure import Figure, Measurement
from exports.assessment_xlsx import write_workbook
from exports.incoming import read_incoming
from wb6assess.exchange.digest import content_hash
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Document, Identity, Status
from wb6assess.reports.assessment import assessment_report
from wb6assess.session.desk.consolidation import collect, consolidate
from wb6assess.session.samples import sample_answers
from wb6assess.settings import questionnaires_folder

INSTRUMENT = "fdi-screening"
_PROMISED = 600
WORKBOOKS = int(os.environ.get("WB6ASSESS_BENCH_WORKBOOKS", "120"))


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds on the clock, and of all processors in this process and those it started."""

    clock: float
    processors: float


def measurements() -> Iterator[Measurement | Figure]:
    """Time for all files, and the most memory for a third of them and for all."""
    with tempfile.TemporaryDirectory() as name:
        files = _written(Path(name), WORKBOOKS)
        some = files[: len(files) // 3]
        few, all_of_them = _cost(partial(_ours, some)), _cost(partial(_ours, files))
        plain = _cost(partial(_plain, files))
        what = f"{WORKBOOKS} workbooks read, consolidated"
        yardstick = "pandas and openpyxl, medians of the level column"
        yield Measurement(what, all_of_them.clock, yardstick, plain.clock, "0.125x")
        yield Figure("    the same, seconds of processors", _shares(all_of_them, plain))
        further = (all_of_them.clock - few.clock) / (len(files) - len(some))
        each = plain.clock / len(files)
        many = all_of_them.clock + further * (_PROMISED - len(files))
        yield Figure("each further workbook", f"{further:.1f} ms, {further / each:.3f}x")
        yield Figure(f"{_PROMISED} workbooks, from this", f"{many / (each * _PROMISED):.3f}x")
        most = [peak_megabytes(partial(_ours, part)) for part in (some, files)]
        for part, megabytes in zip((some, files), most, strict=True):
            yield Figure(f"most memory for {len(part)} workbooks", f"{megabytes:.0f} MB")
        growth = (most[1] - most[0]) / (len(files) - len(some)) * 1000
        yield Figure("each further workbook, its answers kept packed", f"{growth:.0f} kB")


def _shares(ours: Cost, plain: Cost) -> str:
    seconds = f"{ours.processors / 1000:.1f} s against {plain.processors / 1000:.1f} s"
    return f"{seconds}, {ours.processors / plain.processors:.3f}x"


def _cost(job: Callable[[], object]) -> Cost:
    started, before = time.perf_counter(), sum(os.times()[:4])
    job()
    return Cost((time.perf_counter() - started) * 1000, (sum(os.times()[:4]) - before) * 1000)


def _ours(files: list[Path]) -> None:
    library = Library(questionnaires_folder())
    found = consolidate(collect(files, library, read=read_incoming))
    assert len(found.effective) == len(files)


def _plain(files: list[Path]) -> None:
    """What an analyst would write: every sheet of every file, then medians."""
    import pandas as pd

    sheets = (pd.read_excel(file, sheet_name=None, header=None, engine="openpyxl") for file in files)
    answers = pd.concat([book["Answers"].iloc[4:, [0, 2]] for book in sheets])
    answers.columns = pd.Index(["item", "level"])
    answers["level"] = pd.to_numeric(answers["level"], errors="coerce")
    answers.groupby("item")["level"].median()


def _written(folder: Path, count: int) -> list[Path]:
    countries = [country.code for country in Library(questionnaires_folder()).framework.countries]
    wanted = [
        (folder, countries[number % len(countries)], f"E{number // len(countries):03}")
        for number in range(count)
    ]
    with ProcessPoolExecutor() as pool:
        return list(pool.map(_write, wanted, chunksize=10))


def sample_document(library: Library, country: str, expert: str) -> Document:
    """What one of a hundred experts hands in."""
    instrument = library.instrument(INSTRUMENT)
    answers = sample_answers(instrument, country, expert, 1, library.framework.parameters)
    identity = Identity(country, instrument.id, instrument.version, "2026", expert)
    made = datetime(2026, 11, 21, tzinfo=UTC)
    return Document(identity, 1, Status.SUBMITTED, answers, updated_at=made, sample=True)


def _write(wanted: tuple[Path, str, str]) -> Path:
    folder, country, expert = wanted
    library = Library(questionnaires_folder())
    document = sample_document(library, country, expert)
    instrument = library.instrument(INSTRUMENT)
    report = assessment_report(library.framework, instrument, document, content_hash(document))
    target = folder / f"{country}_{expert}.xlsx"
    write_workbook(target, report)
    return target
