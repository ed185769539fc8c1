"""Tidy data of a consolidation as Data Packages (datapackage.org, version 2.0)."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from exports.tidy.table import WrittenTable, write_table
from wb6assess.exchange.digest import content_hash
from wb6assess.files import replacing
from wb6assess.model.framework import METHODOLOGY
from wb6assess.progress import SILENT, Progress
from wb6assess.reports.notes import INVENTED
from wb6assess.reports.region.public import PublicRegion
from wb6assess.reports.tidy.answers import Submission, evidence, responses, submissions
from wb6assess.reports.tidy.codebook import choices, codebook
from wb6assess.reports.tidy.public import public_consensus, public_scores
from wb6assess.reports.tidy.scores import consensus, decisions, scores
from wb6assess.reports.tidy.tables import Column, Kind, Reference, Table
from wb6assess.session.desk.consolidation import Consolidation

DESCRIPTOR = "datapackage.json"
_PROFILE = "https://datapackage.org/profiles/2.0"
_TEXTS = (
    "A text that begins with one of = + - @, a tab or a carriage return has an apostrophe in front, so "
    "that no spreadsheet takes it for a formula. Empty cells are missing values. The licence is for the "
    "publisher to add."
)


def write_tidy(folder: Path, consolidation: Consolidation, progress: Progress = SILENT) -> list[Path]:
    """Everything, for the coordinator; it names experts and holds what they wrote.

    Raises:
        ExportError: a file could not be written; the descriptor is written last.
        Cancelled: by `progress`; every file is whole.
    """
    data, analysis = consolidation, consolidation.analysis
    effective = {content_hash(document): document for document in data.effective.values()}
    instruments = data.instruments
    tables = [
        submissions(_received(data), frozenset(effective)),
        responses(effective, data.framework, instruments),
        scores(analysis, data.round),
        consensus(analysis, data.round),
        decisions(data.decisions),
        evidence(effective, instruments),
        codebook(instruments),
        choices(instruments),
    ]
    about = "For the coordinator: it holds single ratings, codes and texts of experts."
    return _write(folder, tables, consolidation, about, progress)


def write_public_tidy(
    folder: Path, consolidation: Consolidation, progress: Progress = SILENT
) -> list[Path]:
    """What anybody may have, after disclosure control; errors as in `write_tidy`."""
    region = PublicRegion(consolidation.analysis)
    tables = [
        public_scores(region, consolidation.round),
        public_consensus(region, consolidation.round),
        codebook(consolidation.instruments),
        choices(consolidation.instruments),
    ]
    about = "For the public, after disclosure control: no single rating, code or text of an expert."
    return _write(folder, tables, consolidation, about, progress)


def _received(consolidation: Consolidation) -> list[Submission]:
    """Every content of this round once, with the file that stands first."""
    found: dict[str, Submission] = {}
    for report in consolidation.files:
        if report.document is not None and report.content_hash not in found:
            found[report.content_hash] = Submission(
                report.document,
                report.content_hash,
                report.outcome.value,
                report.path.name,
                report.sha256,
            )
    return list(found.values())


def _write(
    folder: Path, tables: Sequence[Table], data: Consolidation, about: str, progress: Progress
) -> list[Path]:
    written = []
    for done, table in enumerate(tables, start=1):
        written.append(write_table(folder / table.file, table))
        progress.step(done, len(tables) + 1, table.file)
    descriptor = folder / DESCRIPTOR
    document = _descriptor(tables, written, data, about)
    with replacing(descriptor) as scratch:
        scratch.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", "utf-8")
    progress.step(len(tables) + 1, len(tables) + 1)
    return [*(file.path for file in written), descriptor]


def _descriptor(
    tables: Sequence[Table], written: Sequence[WrittenTable], data: Consolidation, about: str
) -> dict[str, Any]:
    times = [document.updated_at for document in data.effective.values()]
    # The day alone: nobody is told of an expert's hour.
    newest = max(times, default=datetime(2000, 1, 1, tzinfo=UTC)).astimezone(UTC).date()
    versions = ", ".join(f"{item.id} {item.version}" for item in data.instruments.values())
    described = f"{about} Questionnaires {versions}; methodology {METHODOLOGY}."
    if data.sample:
        described += f" {INVENTED}"
    return {
        "$schema": f"{_PROFILE}/datapackage.json",
        "name": f"{data.framework.id}-{data.round}".lower(),
        "title": f"{data.framework.title}, round {data.round}",
        "description": f"{described} {_TEXTS}",
        "created": f"{newest.isoformat()}T00:00:00Z",
        "resources": [_resource(table, file) for table, file in zip(tables, written, strict=True)],
    }


def _resource(table: Table, file: WrittenTable) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "title": table.title,
        "path": file.path.name,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "schema": {
            "$schema": f"{_PROFILE}/tableschema.json",
            "fields": [_field(column, table) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            **_foreign_keys(table.references),
        },
    }


def _field(column: Column, table: Table) -> dict[str, Any]:
    rules: dict[str, Any] = {}
    if column.name in table.key:
        rules["required"] = True
    if column.enum:
        rules["enum"] = list(column.enum)
    given: dict[str, Any] = {
        "name": column.name,
        "type": column.kind.value,
        "description": column.meaning,
    }
    if column.kind is Kind.BOOLEAN:
        given |= {"trueValues": ["true"], "falseValues": ["false"]}
    return given | ({"constraints": rules} if rules else {})


def _foreign_keys(references: Sequence[Reference]) -> dict[str, Any]:
    keys = [
        {
            "fields": list(reference.columns),
            "reference": {"resource": reference.table, "fields": list(reference.others)},
        }
        for reference in references
    ]
    return {"foreignKeys": keys} if keys else {}
