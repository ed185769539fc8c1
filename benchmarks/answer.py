"""One stored answer against the same bytes through raw sqlite3 with the same durability."""

import sqlite3
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from benchmarks.measure import Measurement, alternating
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Confidence
from wb6assess.session.workspace import Workspace
from wb6assess.settings import questionnaires_folder

RUNS = 200


def measurements() -> Iterator[Measurement]:
    """Answer and history entry in one durable transaction, both ways."""
    with tempfile.TemporaryDirectory() as folder:
        library = Library(questionnaires_folder())
        with Workspace.open(Path(folder) / "ours", library) as workspace:
            made = workspace.new(country="AL", instrument="fdi-screening", expert="E01", round="2026")
            opened = workspace.open_assessment(made)
            raw = _raw_database(Path(folder) / "raw.sqlite3")
            numbers = count()

            def ours() -> None:
                text = f"Justification number {next(numbers)}"
                answer = Answer(3, confidence=Confidence.HIGH, justification=text)
                opened.record("FDI-1.2", answer)

            def yardstick() -> None:
                text = f"Justification number {next(numbers)}"
                with raw:
                    raw.execute("BEGIN IMMEDIATE")
                    raw.execute(
                        "INSERT INTO answer VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                        " value = excluded.value, justification = excluded.justification",
                        (made, "FDI-1.2", "3", "high", text),
                    )
                    raw.execute(
                        "INSERT INTO history (assessment, item, before, after, at)"
                        " VALUES (?, ?, ?, ?, ?)",
                        (made, "FDI-1.2", text, text, "2026-11-21T10:15:00Z"),
                    )

            ours_ms, raw_ms = alternating(ours, yardstick, RUNS)
            raw.close()
    yield Measurement("one answer, recorded to durable", ours_ms, "raw sqlite3, WAL, FULL", raw_ms, "2x")


def _raw_database(path: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute(
        "CREATE TABLE answer (assessment TEXT, item TEXT, value TEXT, confidence TEXT,"
        " justification TEXT, PRIMARY KEY (assessment, item))"
    )
    raw.execute(
        "CREATE TABLE history (id INTEGER PRIMARY KEY, assessment TEXT, item TEXT, before TEXT,"
        " after TEXT, at TEXT)"
    )
    return raw
