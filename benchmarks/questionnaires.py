"""Loading all questionnaires, and writing the largest as an XLSForm that pyxform converts."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml
from pyxform.xls2xform import convert

from benchmarks.measure import Measurement, alternating
from exports.xlsform.writer import write_xlsform
from wb6assess.instruments.library import Library
from wb6assess.settings import questionnaires_folder

RUNS = 7


def measurements() -> Iterator[Measurement]:
    """Read, checked and built, against the C parser alone; one form against its conversion."""
    folder = questionnaires_folder()
    ids = Library(folder).ids()
    texts = [(folder / item / "instrument.yaml").read_text("utf-8") for item in ids]

    def load() -> None:
        library = Library(folder)
        for item in ids:
            library.instrument(item)

    def parse() -> None:
        for text in texts:
            yaml.load(text, Loader=yaml.CSafeLoader)

    ours, bare = alternating(load, parse, RUNS)
    lines = sum(text.count("\n") for text in texts)
    what = f"load {len(ids)} questionnaires, {lines} lines"
    yield Measurement(what, ours, "yaml.load with the C loader, nothing checked", bare, "-")
    yield from _xlsform(Library(folder))


def _xlsform(library: Library) -> Iterator[Measurement]:
    largest = max((library.instrument(item) for item in library.ids()), key=lambda i: len(i.by_id))
    with tempfile.TemporaryDirectory() as name:
        form = Path(name) / "form.xlsx"

        def write() -> None:
            write_xlsform(form, library.framework, largest, {})

        write()
        ours, pyxform = alternating(write, lambda: _converted(form), 3)
    yield Measurement(f"to-xlsform of {largest.id}", ours, "pyxform converting the result", pyxform, "-")


def _converted(form: Path) -> None:
    if not convert(form).xform:
        raise RuntimeError("pyxform gave no form")
