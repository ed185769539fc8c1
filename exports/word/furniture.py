"""Heads and feet of Word pages: what it is, SAMPLE, DRAFT, whose bands, fingerprint, page of pages."""

from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import _Footer, _Header
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph

from exports import house
from exports.house import COLOUR, Palette
from exports.word.blocks import add_field, plain, shading
from wb6assess.reports.region.rows import Regional
from wb6assess.reports.wording import OWN_BANDS


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on every page; the head only after the first."""

    head: str
    foot: str
    fingerprint: str
    tags: tuple[str, ...]
    notes: tuple[str, ...]
    palette: Palette = COLOUR


def furniture_of(content: Regional, part: str, palette: Palette) -> Furniture:
    """Head and foot of a part of the regional result."""
    tags = (*[house.SAMPLE_TAG] * content.sample, *[house.DRAFT_TAG] * content.draft)
    notes = (OWN_BANDS, content.status_note) if content.status_note else (OWN_BANDS,)
    head = f"{content.title}  |  {part} {content.round}"
    return Furniture(head, content.source, content.fingerprint, tags, notes, palette)


def furnish(document: WordDocument, furniture: Furniture) -> None:
    """Put head and foot on the pages."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    _head(section.header, furniture.head, furniture)
    _head(section.first_page_header, "", furniture)
    for foot in (section.footer, section.first_page_footer):
        _foot(foot, furniture)


def _head(part: _Header, words: str, furniture: Furniture) -> None:
    paragraph = part.paragraphs[0]
    paragraph.add_run(plain(words))
    paragraph.add_run("\t")
    for place, tag in enumerate(furniture.tags):
        paragraph.add_run("  " if place else "")
        _tag(paragraph, tag, furniture.palette.tag)


def _foot(part: _Footer, furniture: Furniture) -> None:
    paragraph = part.paragraphs[0]
    paragraph.add_run(plain(furniture.foot))
    _rule_above(paragraph)
    paragraph.add_run(f"\tfingerprint {furniture.fingerprint}   |   ")
    add_field(paragraph, "PAGE", "1")
    paragraph.add_run(" / ")
    add_field(paragraph, "NUMPAGES", "1")
    for note in furniture.notes:
        part.add_paragraph(plain(note), "Footer")


def _tag(paragraph: Paragraph, words: str, fill: str) -> None:
    # Ordinary spaces at the end of a line have no ground.
    run = paragraph.add_run(f"\u00a0{words}\u00a0")
    run.bold, run.font.color.rgb = True, RGBColor.from_string(house.TAG_TEXT[1:])
    run._r.get_or_add_rPr().append(shading(fill))  # noqa: SLF001 - the library knows no shading


def _rule_above(paragraph: Paragraph) -> None:
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    line = {"val": "single", "sz": "3", "space": "4", "color": house.TABLE_LINE[1:]}
    for name, value in line.items():
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    # Borders come before tab stops and spacing in the schema.
    paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"
    )
