"""The papers of the largest questionnaire: time, pages, memory."""

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from pypdf import PdfReader

from benchmarks.appetite import peak_megabytes
from benchmarks.measure import Figure
from benchmarks.subject import largest_report
from exports.assessment_pdf import write_summary
from exports.blank_pdf import write_blank
from exports.record_pdf import write_record

RUNS = 3


def measurements() -> Iterator[Figure]:
    """Summary, full record, empty questionnaire, the same in large type; checks included."""
    name = largest_report().instrument.id
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "paper.pdf"
        jobs: dict[str, Callable[[], None]] = {
            "summary": partial(_summary, target),
            "full record": partial(_record, target),
            "empty questionnaire": partial(_blank, target),
            "empty questionnaire, large type": partial(_blank, target, large=True),
        }
        for what, job in jobs.items():
            spent = median(_seconds(job) for _ in range(RUNS))
            pages = len(PdfReader(target).pages)
            value = f"{spent:.2f} s, {pages} pages, {peak_megabytes(job):.0f} MB at most"
            yield Figure(f"{what} of {name}", value)


def _seconds(job: Callable[[], None]) -> float:
    started = perf_counter()
    job()
    return perf_counter() - started


def _summary(target: Path) -> None:
    write_summary(target, largest_report())


def _record(target: Path) -> None:
    write_record(target, largest_report(), sensitive=True)


def _blank(target: Path, *, large: bool = False) -> None:
    report = largest_report()
    write_blank(target, report.framework, report.instrument, large=large)
