"""LibreOffice as a second opinion: recalculates workbooks the tests wrote."""

import atexit
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from xml.sax.saxutils import escape

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from wb6assess.reports.assessment import AssessmentReport

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")

# Recalculate always: 0 in the setting for files of other programs.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{locale}</value></prop></item>
</oor:items>"""

Grid = list[list[object]]


def recalculated(workbooks: Iterable[Path], folder: Path, locale: str = "en-US") -> dict[str, Path]:
    """Name -> the workbook after LibreOffice computed every formula anew and saved it."""
    sources, out = folder / "stripped", folder / "recalculated"
    sources.mkdir()
    stripped = [_without_results(path, sources / path.name) for path in workbooks]
    _run(_profile(locale), "--convert-to", "xlsx", "--outdir", str(out), *map(str, stripped))
    return {path.name: out / path.name for path in stripped}


def typed_in(edits: Mapping[Path, Mapping[str, str | int]]) -> dict[Path, Path]:
    """Workbook -> what LibreOffice saved after typing values into its named cells."""
    profile = _profile("de-DE")
    if not (profile / "user" / "basic" / "Standard").exists():
        # The first start fills the profile, which would overwrite the macro.
        _run(profile, "--terminate_after_init")
    saved = {path: path.with_name(f"saved-{path.name}") for path in edits}
    (profile / "user" / "basic" / "Standard" / "Module1.xba").write_text(_macro(edits, saved))
    _run(profile, "macro:///Standard.Module1.Main")
    return saved


def _run(profile: Path, *arguments: str) -> None:
    assert SOFFICE is not None
    command = [SOFFICE, "--headless", f"-env:UserInstallation={profile.as_uri()}", *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=240)


@cache
def _profile(locale: str) -> Path:
    """One profile a process and locale: filling a new one takes longer than a workbook."""
    profile = Path(mkdtemp(prefix="wb6-soffice-"))
    atexit.register(shutil.rmtree, profile, ignore_errors=True)
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS.format(locale=locale))
    return profile


def _macro(edits: Mapping[Path, Mapping[str, str | int]], saved: Mapping[Path, Path]) -> str:
    """Basic that opens, types and saves each workbook, and leaves."""
    lines = [
        "Sub Main",
        "Dim none()",
        "Dim how(0) As New com.sun.star.beans.PropertyValue",
        'how(0).Name = "FilterName"',
        'how(0).Value = "Calc MS Excel 2007 XML"',
    ]
    for path, values in edits.items():
        lines.append(f'book = StarDesktop.loadComponentFromURL("{path.as_uri()}", "_blank", 0, none())')
        for name, value in values.items():
            call = f'setString("{value}")' if isinstance(value, str) else f"setValue({value})"
            ranges = f'book.NamedRanges.getByName("{name}").getReferredCells()'
            lines.append(f"{ranges}.getCellByPosition(0, 0).{call}")
        lines += [f'book.storeToURL("{saved[path].as_uri()}", how())', "book.close(True)"]
    code = escape("\n".join([*lines, "StarDesktop.terminate()", "End Sub"]))
    space = 'xmlns:script="http://openoffice.org/2000/script" script:language="StarBasic"'
    return f'<?xml version="1.0"?><script:module {space} script:name="Module1">{code}</script:module>'


def cells(path: Path) -> dict[str, Grid]:
    """Every sheet's values from A1 on."""
    with CalamineWorkbook.from_path(path) as book:
        return {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in book.sheet_names
        }


def named_cells(path: Path) -> dict[str, object]:
    """Value of every defined name of one cell."""
    sheets = cells(path)
    found: dict[str, object] = {}
    for name, definition in openpyxl.load_workbook(path, read_only=True).defined_names.items():
        for sheet, address in definition.destinations:
            if ":" not in address and not name.startswith("_"):
                letters, row = address.replace("$", " ").split()
                column = openpyxl.utils.column_index_from_string(letters)
                rows = sheets[sheet]
                line = rows[int(row) - 1] if int(row) <= len(rows) else []
                found[name] = line[column - 1] if column <= len(line) else ""
    return found


def published(report: AssessmentReport) -> dict[str, object]:
    """What the app publishes, under the workbook's names."""
    nodes = {"": report.scores.domain}
    nodes |= {f".{item.replace('-', '_')}": node for item, node in report.scores.pillars.items()}
    expected: dict[str, object] = {}
    for suffix, node in nodes.items():
        missing = ":" if node.status.value == "insufficient" else "z"
        expected[f"wb6.published{suffix}"] = node.published if node.published is not None else missing
        expected[f"wb6.band{suffix}"] = node.band.letter if node.band else ""
        expected[f"wb6.status{suffix}"] = node.status.value
    return expected


def as_published(value: object) -> object:
    """A number as the decimal it stands for."""
    return Decimal(str(value)).quantize(Decimal("0.1")) if isinstance(value, float) else value


def differences(path: Path, other: Path) -> list[str]:
    """Where two workbooks differ in value, floats beyond 1e-9."""
    found = []
    others = cells(other)
    for sheet, rows in cells(path).items():
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                twin = _at(others[sheet], r, c)
                if not _same(value, twin):
                    found.append(f"{sheet} row {r + 1} column {c + 1}: {value!r} / {twin!r}")
    return found


def _without_results(path: Path, target: Path) -> Path:
    """A copy whose formulas have no cached results, so that nothing old can be read."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", part)
            new.writestr(name, part)
    return target


def _at(rows: Grid, row: int, col: int) -> object:
    return rows[row][col] if row < len(rows) and col < len(rows[row]) else ""


def _same(value: object, twin: object) -> bool:
    if isinstance(value, float) and isinstance(twin, float):
        return abs(value - twin) <= 1e-9
    return value == twin
