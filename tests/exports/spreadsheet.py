"""LibreOffice as a second opinion: recalculates workbooks the tests wrote."""

import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

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
    assert SOFFICE is not None
    profile, sources, out = (folder / name for name in ("profile", "stripped", "recalculated"))
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS.format(locale=locale))
    sources.mkdir()
    stripped = [_without_results(path, sources / path.name) for path in workbooks]
    command = [SOFFICE, "--headless", f"-env:UserInstallation={profile.as_uri()}"]
    command += ["--convert-to", "xlsx", "--outdir", str(out), *map(str, stripped)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return {path.name: out / path.name for path in stripped}


def cells(path: Path) -> dict[str, Grid]:
    """Every sheet's values from A1 on."""
    with CalamineWorkbook.from_path(path) as book:
        return {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in book.sheet_names
        }


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
