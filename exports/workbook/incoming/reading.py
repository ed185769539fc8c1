"""From the sheets of a workbook to the document it carries: identity, status, answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from exports.workbook import seal
from exports.workbook.cells import Cell, folded, text_of
from exports.workbook.incoming.container import SheetPart, invalid
from exports.workbook.incoming.filled import FilledWorkbook
from exports.workbook.incoming.remarks import other_text, remarks
from exports.workbook.incoming.shown_identity import identity_problems
from exports.workbook.incoming.tables import Table, find_tables, machine_rows
from exports.workbook.lists import STATUSES
from exports.workbook.names import FORMAT, SEAL
from wb6assess.errors import ErrorCode, FileError
from wb6assess.model.assessment import EXPERT_CODE, Document, Identity, Status
from wb6assess.model.instrument import Instrument


@dataclass(frozen=True, slots=True)
class Filled:
    """A workbook that can be taken.

    Attributes:
        document: Its answers.
        remarks: Sentences on what it also holds that a person should know of before taking it.
        sealed_hash: Content hash of what it was written with; empty where it started empty.
    """

    document: Document
    remarks: tuple[str, ...] = ()
    sealed_hash: str = ""


Lookup = Callable[[str, str], Instrument]
MachineRows = Mapping[str, list[list[Cell]]]
_IDENTITY = ("country", "round", "expert")
_MAX_LABEL = 40


def document_from(path: Path, parts: list[SheetPart], lookup: Lookup) -> Document:
    """The document in sheets that are already open; raises as `workbook_reader.read_workbook`."""
    return filled_from(path, parts, lookup).document


def filled_from(path: Path, parts: list[SheetPart], lookup: Lookup) -> Filled:
    """The document in sheets that are already open, and what its reader should know."""
    machine = machine_rows(parts)
    if machine is None:
        raise FileError(ErrorCode.WORKBOOK_FOREIGN, path=path, reason="its sheet wb6 is missing")
    if _word(machine, "format") != FORMAT:
        reason = f"it is of the form {_word(machine, 'format')[:40]}, this version reads {FORMAT}"
        raise FileError(ErrorCode.WORKBOOK_FOREIGN, path=path, reason=reason)
    if _word(machine, SEAL) != seal.seal(machine):
        raise invalid(
            path,
            "its hidden sheet wb6 was changed, so it is not certain what the answers belong to; "
            "copy them into a workbook exported anew",
        )
    instrument = lookup(_word(machine, "instrument"), _word(machine, "instrument_version"))
    tables = find_tables(parts)
    filled = FilledWorkbook(instrument, tables, machine)
    identity, status = _whose(path, machine, tables, filled)
    revision = _revision(path, machine)
    answers = filled.answers()
    filled.problems.extend(identity_problems(parts, identity, revision, filled.words("country")))
    if filled.problems:
        problems = tuple(str(problem) for problem in sorted(filled.problems))
        raise FileError(ErrorCode.WORKBOOK_PROBLEMS, path=path, problems=problems, count=len(problems))
    document = Document(
        identity,
        revision,
        status,
        answers,
        assessment_id=_word(machine, "assessment_id"),
        updated_at=_time(path, _word(machine, "updated_at")),
        sample=_word(machine, "sample") == "yes",
    )
    same_text = _word(machine, "instrument_digest") in {"", instrument.digest}
    said = (*other_text(same_text=same_text), *remarks(parts, tables))
    return Filled(document, said, _word(machine, "content_hash"))


def _word(machine: MachineRows, key: str) -> str:
    rows = machine.get(key)
    return text_of(rows[0][0]).strip() if rows and rows[0] else ""


def _whose(
    path: Path, machine: MachineRows, tables: Mapping[str, list[Table]], filled: FilledWorkbook
) -> tuple[Identity, Status]:
    """Identity and status, from Summary in a workbook that started empty."""
    inputs = tables.get("identity", [])
    given = {name: _word(machine, name) for name in _IDENTITY}
    status = _word(machine, "status")
    if inputs:
        typed = _identity_inputs(inputs[0], filled)
        given = {name: typed.get(name, "") for name in _IDENTITY}
        status = _status_code(typed.get("status", ""), status)
    elif not _sound(given) or status not in set(Status):
        raise invalid(path, "its sheet wb6 is damaged")
    identity = Identity(
        given["country"],
        filled.instrument.id,
        filled.instrument.version,
        given["round"],
        given["expert"],
    )
    return identity, Status(status)


def _sound(given: Mapping[str, str]) -> bool:
    return (
        given["country"].isalpha()
        and given["country"].isupper()
        and len(given["country"]) == 2
        and 0 < len(given["round"]) <= _MAX_LABEL
        and EXPERT_CODE.fullmatch(given["expert"]) is not None
    )


def _identity_inputs(table: Table, filled: FilledWorkbook) -> Mapping[str, str]:
    typed: dict[str, str] = {}
    for row in table.rows:
        name = table.id(row)
        if name not in {*_IDENTITY, "status"}:
            continue
        filled.problems.extend(table.faults(row, "value"))
        text = text_of(table.cell(row, "value")).strip()
        if name == "country":
            text = _country(text, filled)
        message = _identity_fault(name, text)
        if message:
            filled.problems.append(table.problem(row, "value", message))
        typed[name] = text
    return typed


def _country(text: str, filled: FilledWorkbook) -> str:
    """The code of a country typed as its code, its name or the line of the list."""
    for code, label in filled.words("country").items():
        name = label.partition("–")[2]
        if folded(text) in {folded(code), folded(label), folded(name)}:
            return code
    return ""


def _identity_fault(name: str, text: str) -> str:
    match name:
        case "country":
            return "" if text else "choose the country from the list"
        case "round":
            return "" if 0 < len(text) <= _MAX_LABEL else "enter the round, for example 2026"
        case "expert":
            known = EXPERT_CODE.fullmatch(text)
            return "" if known else "enter the expert code: 1 to 40 letters, digits, . _ -"
    known_status = {folded(word) for pair in STATUSES.items() for word in pair}
    return "" if folded(text) in {"", *known_status} else "choose “draft” or “handed in”"


def _status_code(text: str, otherwise: str) -> str:
    for code, label in STATUSES.items():
        if folded(text) in {folded(code), folded(label)}:
            return code
    return otherwise if otherwise in set(Status) else Status.DRAFT


def _revision(path: Path, machine: MachineRows) -> int:
    text = _word(machine, "revision")
    if not text.isascii() or not text.isdigit() or not 1 <= len(text) <= 6 or int(text) < 1:
        raise invalid(path, "its sheet wb6 is damaged")
    return int(text)


def _time(path: Path, text: str) -> datetime:
    if not text:
        return datetime.fromtimestamp(0, UTC)
    try:
        time = datetime.fromisoformat(text)
    except ValueError as error:
        raise invalid(path, "its sheet wb6 is damaged") from error
    return time if time.tzinfo else time.replace(tzinfo=UTC)
