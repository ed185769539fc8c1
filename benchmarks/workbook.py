"""One scored workbook against the same calls through bare XlsxWriter; reading it against calamine."""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from python_calamine import CalamineWorkbook

from benchmarks.appetite import peak_megabytes
from benchmarks.measure import Figure, Measurement, alternating
from benchmarks.subject import largest_report
from benchmarks.tape import Tape
from exports.assessment_xlsx import write_workbook
from exports.workbook_reader import read_workbook

RUNS = 9


def measurements() -> Iterator[Measurement | Figure]:
    """The largest questionnaire's workbook, written and read; most memory of each."""
    report = largest_report()
    name = report.instrument.id
    with tempfile.TemporaryDirectory() as folder:
        ours, bare = Path(folder) / "ours.xlsx", Path(folder) / "bare.xlsx"
        tape = Tape()
        with tape.recording():
            write_workbook(ours, report)
        tape.play(bare)
        times = alternating(lambda: write_workbook(ours, report), lambda: tape.play(bare), RUNS)
        what = f"workbook of {name}, checked"
        yield Measurement(what, times[0], "bare XlsxWriter, the same calls", times[1], "1.3x")
        times = alternating(
            lambda: read_workbook(ours, lambda *_: report.instrument), lambda: all_cells(ours), RUNS
        )
        what = f"read the workbook of {name}"
        yield Measurement(what, times[0], "calamine alone, every cell", times[1], "-")
        jobs = {"writing": partial(_write, ours), "reading": partial(_read, ours)}
        for doing, job in jobs.items():
            yield Figure(f"most memory of {doing} it", f"{peak_megabytes(job):.0f} MB")


def all_cells(path: Path) -> int:
    """Read every cell of every sheet and judge nothing."""
    with CalamineWorkbook.from_path(path) as book:
        return sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)


def _write(path: Path) -> None:
    write_workbook(path, largest_report())


def _read(path: Path) -> None:
    read_workbook(path, lambda *_: largest_report().instrument)
