"""Reports and readings the tests of papers share."""

import re
from datetime import UTC, datetime
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import ContentStream

from tests import builders
from wb6assess.model.assessment import Answer, Document, Identity, SpecialState, Status
from wb6assess.model.instrument import Instrument
from wb6assess.model.vocabulary import Aspect
from wb6assess.reports.assessment import AssessmentReport, assessment_report

WHEN = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)
HASH = "5f3a91c27d0eb84613c9f0aa2be47d1890c6ee514a7f3d02c8b1965e0f42d7a3"


def questionnaire(**more: object) -> Instrument:
    """Two pillars with law, practice and institutions, three of each."""
    aspects = (Aspect.LAW, Aspect.PRACTICE, Aspect.INSTITUTION)
    pillars = [
        builders.pillar(
            f"Q-{p}",
            *(builders.indicator(f"Q-{p}.{place}", aspect=aspects[place % 3]) for place in range(1, 7)),
        )
        for p in (1, 2)
    ]
    named = {"id": "questions", "title": "Questions", **more}
    return builders.instrument(*pillars, **named)


def answers(instrument: Instrument) -> dict[str, Answer]:
    """Levels 0 to 5 in turn, one "don't know"."""
    levels = {item: Answer(place % 6) for place, item in enumerate(instrument.by_id)}
    return levels | {"Q-2.6": Answer(state=SpecialState.DONT_KNOW)}


def report(
    instrument: Instrument,
    given: dict[str, Answer],
    *,
    country: str = "AL",
    expert: str = "E01",
    status: Status = Status.SUBMITTED,
    sample: bool = False,
) -> AssessmentReport:
    """A scored assessment."""
    identity = Identity(country, instrument.id, instrument.version, "2026", expert)
    document = Document(identity, 3, status, given, updated_at=WHEN, sample=sample)
    return assessment_report(builders.framework(instrument), instrument, document, HASH)


def words(path: Path) -> str:
    """The text of all pages, white space squeezed."""
    return " ".join("\n".join(pages(path)).split())


def pages(path: Path) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(path).pages]


def structure(path: Path) -> list[tuple[str, str]]:
    """Kind and text alternative of every element of the structure, in reading order."""
    found: list[tuple[str, str]] = []

    def walk(element: object) -> None:
        entry = element.get_object() if hasattr(element, "get_object") else element
        if isinstance(entry, list):
            for kid in entry:
                walk(kid)
        elif isinstance(entry, dict) and "/S" in entry:
            found.append((str(entry["/S"])[1:], str(entry.get("/Alt", ""))))
            walk(entry["/K"])

    walk(PdfReader(path).trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def marks_of_pages(path: Path) -> list[list[str]]:
    """The kinds of marked content on each page, in the order of drawing, artifacts left out."""
    return [
        re.findall(r"^/(\w+) <</MCID \d+>> BDC", page.get_contents().get_data().decode("latin-1"), re.M)
        for page in PdfReader(path).pages
    ]


def outside_marks(path: Path) -> list[str]:
    """Operators that paint outside any marked content: a screen reader would stumble over them."""
    painting = {b"Tj", b"TJ", b"S", b"s", b"f", b"f*", b"B", b"b", b"Do", b"sh"}
    reader = PdfReader(path)
    found = []
    for number, page in enumerate(reader.pages, start=1):
        depth = 0
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            depth += (operator in {b"BDC", b"BMC"}) - (operator == b"EMC")
            if operator in painting and not depth:
                found.append(f"page {number}: {operator.decode()} {operands}")
        assert depth == 0
    return found


def sizes_in_marks(path: Path) -> set[float]:
    """Sizes of type of what is content: heads and feet of pages left out."""
    reader = PdfReader(path)
    found = set()
    for page in reader.pages:
        open_marks: list[bool] = []
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            if operator in {b"BDC", b"BMC"}:
                open_marks.append(operands[0] != "/Artifact")
            elif operator == b"EMC":
                open_marks.pop()
            elif operator == b"Tf" and all(open_marks) and open_marks:
                found.add(round(float(operands[1]), 2))
    return found


def fills(path: Path) -> set[tuple[float, float, float]]:
    """Every colour something is filled or drawn with."""
    colours = set()
    for page in PdfReader(path).pages:
        data = page.get_contents().get_data().decode("latin-1")
        for found in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b", data):
            colours.add(tuple(float(part) for part in found))
    return colours


def orphan_heads(path: Path) -> list[int]:
    """Pages whose last content is a heading."""
    return [
        number
        for number, marks in enumerate(marks_of_pages(path), start=1)
        if marks and re.fullmatch(r"H\d", marks[-1])
    ]


def fonts_of(path: Path) -> dict[str, bool]:
    """Every font any page or form names, and whether it is embedded."""
    found: dict[str, bool] = {}
    reader = PdfReader(path)
    for page in reader.pages:
        holders = [page["/Resources"]]
        holders += [
            form.get_object()["/Resources"]
            for form in page["/Resources"].get("/XObject", {}).values()
            if "/Resources" in form.get_object()
        ]
        for holder in holders:
            for font in holder.get_object().get("/Font", {}).values():
                kind = font.get_object()
                descriptor = kind.get("/FontDescriptor", {}).get_object()
                found[str(kind["/BaseFont"])] = "/FontFile2" in descriptor
    return found
