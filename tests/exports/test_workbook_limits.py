"""What Excel would repair or refuse: limits, names and parts, over every shipped questionnaire."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from exports.assessment_xlsx import write_blank_workbook, write_workbook
from tests.exports import generated

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# In the order the schema asks for (ECMA-376, CT_Worksheet).
ORDER = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection"),
    *("autoFilter", "mergeCells", "conditionalFormatting", "dataValidations", "hyperlinks"),
    *("printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "ignoredErrors"),
    "drawing",
)
PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml|xl/(workbook|styles|sharedStrings)\.xml"
    r"|xl/_rels/workbook\.xml\.rels|xl/theme/theme1\.xml|xl/worksheets/sheet\d+\.xml|xl/metadata\.xml"
    r"|xl/worksheets/_rels/sheet\d+\.xml\.rels|xl/drawings/drawing\d\.xml|xl/charts/chart\d\.xml"
    r"|xl/drawings/_rels/drawing\d\.xml\.rels"
)
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,254}")
LOOKS_LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}[0-9]+|[rR][0-9]*[cC][0-9]*")
ARGUMENTS = re.compile(r'"[^"]*"')


@pytest.fixture(
    scope="module",
    params=[(item, blank) for item in generated.instruments() for blank in (False, True)],
    ids=lambda given: f"{given[0]}{'-blank' if given[1] else ''}",
)
def parts(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, bytes]:
    """Every part of one workbook."""
    item, blank = request.param
    return _parts(item, tmp_path_factory.mktemp("limits") / "a.xlsx", blank=blank)


def _parts(item: str, path: Path, *, blank: bool) -> Mapping[str, bytes]:
    if blank:
        library = generated.library()
        write_blank_workbook(path, library.framework, library.instrument(item))
    else:
        write_workbook(path, next(generated.reports(item, range(1, 2))))
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sheets(parts: Mapping[str, bytes]) -> Iterator[Element]:
    for name, part in parts.items():
        if "worksheets/sheet" in name:
            yield fromstring(part)


def formulas(parts: Mapping[str, bytes]) -> Iterator[str]:
    for sheet in sheets(parts):
        for cell in sheet.iter(f"{MAIN}f"):
            yield cell.text or ""


def names(parts: Mapping[str, bytes]) -> list[Element]:
    return list(fromstring(parts["xl/workbook.xml"]).iter(f"{MAIN}definedName"))


def test_there_are_only_parts_excel_knows_and_each_is_declared(parts: Mapping[str, bytes]) -> None:
    assert [name for name in parts if not PARTS.fullmatch(name)] == []
    declared = {
        element.get("PartName", "").removeprefix("/")
        for element in fromstring(parts["[Content_Types].xml"])
        if element.get("PartName")
    }
    rest = {name for name in parts if not name.endswith(".rels")} - {"[Content_Types].xml"}
    assert declared == rest


def test_every_relation_leads_to_a_part(parts: Mapping[str, bytes]) -> None:
    import posixpath

    for name, part in parts.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for relation in fromstring(part):
                assert relation.get("TargetMode") is None
                target = relation.get("Target", "")
                found = target[1:] if target.startswith("/") else posixpath.join(folder, target)
                assert posixpath.normpath(found) in parts


def test_elements_of_a_sheet_stand_in_the_order_of_the_schema(parts: Mapping[str, bytes]) -> None:
    for sheet in sheets(parts):
        found = [child.tag.removeprefix(MAIN) for child in sheet]
        assert found == sorted(found, key=ORDER.index)


def test_names_are_unique_whatever_their_case_and_never_look_like_cells(
    parts: Mapping[str, bytes],
) -> None:
    keys = Counter((name.get("name", "").casefold(), name.get("localSheetId")) for name in names(parts))
    assert [key for key, count in keys.items() if count > 1] == []
    for name in names(parts):
        text = name.get("name", "")
        assert NAME.fullmatch(text)
        assert not LOOKS_LIKE_A_CELL.fullmatch(text)


def test_every_name_in_a_formula_is_defined(parts: Mapping[str, bytes]) -> None:
    defined = {name.get("name", "") for name in names(parts)}
    bare = re.compile(r"(?<![A-Za-z0-9_.$'!])([a-z][a-z_]+(?:_[a-z]+)*)(?![A-Za-z0-9_.(!'])")
    used = {word for text in formulas(parts) for word in bare.findall(ARGUMENTS.sub("", text))}
    assert used <= defined
    assert "tau" in used


def test_references_of_names_lead_to_sheets_that_exist(parts: Mapping[str, bytes]) -> None:
    book = fromstring(parts["xl/workbook.xml"])
    titles = {sheet.get("name") for sheet in book.iter(f"{MAIN}sheet")}
    for name in names(parts):
        for title in re.findall(r"'?([A-Za-z0-9]+)'?!", name.text or ""):
            assert title in titles


def test_formulas_are_within_excels_limits(parts: Mapping[str, bytes]) -> None:
    for text in formulas(parts):
        assert len(text) <= 8192
        assert _depth(text) <= 64
        constants = re.findall(r'"((?:[^"]|"")*)"', text)
        assert max([len(constant) for constant in constants], default=0) <= 255
        assert _most_arguments(text) <= 255


@cache
def _depth(text: str) -> int:
    """How deep calls and brackets are nested."""
    deepest = here = 0
    for sign in ARGUMENTS.sub("", text):
        here += (sign == "(") - (sign == ")")
        deepest = max(deepest, here)
    return deepest


@cache
def _most_arguments(text: str) -> int:
    counts, most = [1], 1
    for sign in ARGUMENTS.sub("", text):
        if sign == "(":
            counts.append(1)
        elif sign == ")":
            most = max(most, counts.pop())
        elif sign == ",":
            counts[-1] += 1
    return most


def test_drop_downs_are_within_excels_limits(parts: Mapping[str, bytes]) -> None:
    for sheet in sheets(parts):
        rules = list(sheet.iter(f"{MAIN}dataValidation"))
        assert len(rules) <= 65_534
        for rule in rules:
            texts = [child.text or "" for child in rule]
            assert all(len(text) <= 255 for text in texts)
            assert len(rule.get("errorTitle", "")) <= 32
            assert len(rule.get("error", "")) <= 225
            assert len(rule.get("sqref", "")) <= 8192


def test_texts_heads_and_rows_are_within_excels_limits(parts: Mapping[str, bytes]) -> None:
    strings = fromstring(parts["xl/sharedStrings.xml"])
    texts = ["".join(item.itertext()) for item in strings.iter(f"{MAIN}si")]
    assert max(len(text.encode("utf-16-le")) // 2 for text in texts) <= 32_767
    for sheet in sheets(parts):
        for tag in ("oddHeader", "oddFooter"):
            assert all(len(found.text or "") <= 255 for found in sheet.iter(f"{MAIN}{tag}"))
        assert all(float(row.get("ht", "15")) <= 409 for row in sheet.iter(f"{MAIN}row"))
        assert all(float(col.get("width", "8")) <= 255 for col in sheet.iter(f"{MAIN}col"))


def test_a_workbook_keeps_within_excels_formats_and_titles(parts: Mapping[str, bytes]) -> None:
    styles = fromstring(parts["xl/styles.xml"])
    assert len(styles.find(f"{MAIN}cellXfs") or ()) < 4_000
    assert len(styles.find(f"{MAIN}fonts") or ()) < 512
    titles = [
        sheet.get("name", "") for sheet in fromstring(parts["xl/workbook.xml"]).iter(f"{MAIN}sheet")
    ]
    assert all(0 < len(title) <= 31 and not set(title) & set("[]:*?/\\'") for title in titles)
    assert len({title.casefold() for title in titles}) == len(titles)
