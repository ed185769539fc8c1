"""An empty Word file in the house style: page, fonts, styles of paragraphs and of tables.

Everything looks as it does through styles, so that an author can change a report's look in one place.
Fonts and colours of the theme are taken out: every program then shows the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from exports import house

FONT = house.WORKBOOK_FONT
TABLE = "Report Table"
COLUMNS = "Report Columns"
LETTER = "Band Letter"
_LETTERS = ("ascii", "hAnsi", "cs", "eastAsia")


_AFTER_COMPAT = (
    "w:rsids",
    "w:themeFontLang",
    "w:clrSchemeMapping",
    "w:shapeDefaults",
    "w:decimalSymbol",
)


@dataclass(frozen=True, slots=True)
class _Look:
    """Of a style of paragraphs; lengths in points."""

    name: str
    size: float
    leading: float
    bold: bool = False
    colour: str = house.INK
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    right: bool = False
    indent: float = 0.0
    base: str = "Normal"


_LOOKS = (
    _Look("Normal", 10, 14, after=5),
    _Look("Title", 24, 28, bold=True, after=3, keep=True),
    _Look("Subtitle", 12, 16, colour=house.CAPTION, after=12),
    _Look("Heading 1", 14, 18, bold=True, before=16, after=4, keep=True),
    _Look("Heading 2", 11, 14, bold=True, before=12, after=3, keep=True),
    _Look("Heading 3", 10, 13, bold=True, before=8, after=2, keep=True),
    _Look("Caption", 8.5, 11, colour=house.CAPTION, before=3, after=8),
    _Look("Header", 7.5, 10, colour=house.CAPTION),
    _Look("Footer", 7, 9.2, colour=house.CAPTION),
    _Look("Kicker", 8.5, 11, colour=house.CAPTION, before=14, after=0, keep=True),
    _Look("Finding", 11.5, 16.5, after=8),
    _Look("Note", 8, 10.8, colour=house.CAPTION, after=4),
    _Look("Table Caption", 8.5, 11, colour=house.CAPTION, before=8, after=3, keep=True, base="Caption"),
    _Look("Figure", 4, 4, before=4, keep=True),
    _Look("Cell", 8.5, 11),
    _Look("Cell Number", 8.5, 11, right=True),
    _Look("Cell Band", 8.5, 11, indent=5),
    _Look("Cell Small", 7.5, 9.6, colour=house.CAPTION),
    _Look("Column Head", 7.5, 9.5, bold=True, colour=house.CAPTION, keep=True),
    _Look("Column Head Band", 7.5, 9.5, bold=True, colour=house.CAPTION, keep=True, indent=5),
    _Look("Column Head Number", 7.5, 9.5, bold=True, colour=house.CAPTION, keep=True, right=True),
    _Look("Big Number", 20, 24, bold=True),
    _Look("Digest", 6.8, 9, colour=house.CAPTION),
    _Look("Gap", 4, 4),
)


def new_document(language: str = "en-GB") -> WordDocument:
    """An empty document with page, styles and language set."""
    document = Document()
    _page(document)
    _strip_theme(document)
    _set_defaults(document, language)
    for look in _LOOKS:
        _set_style(document, look)
    for style in (_TABLE_STYLE, _COLUMNS_STYLE):
        document.styles.element.append(parse_xml(style))
    letter = document.styles.add_style(LETTER, WD_STYLE_TYPE.CHARACTER)
    letter.font.bold = True
    _modern(document)
    return document


def style_id(name: str) -> str:
    """The id of one of our styles of paragraphs, as the library makes it."""
    return name.replace(" ", "")


def _page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Pt(house.PAGE_WIDTH), Pt(house.PAGE_HEIGHT)
    section.left_margin = section.right_margin = Pt(house.MARGIN)
    section.top_margin, section.bottom_margin = Mm(24), Mm(26)
    section.header_distance, section.footer_distance = Mm(11), Mm(9)


def _strip_theme(document: WordDocument) -> None:
    """No style takes a font or colour from the theme; the template's tables go."""
    styles = document.styles.element
    for style in list(styles):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:default")) is None:
            styles.remove(style)
    for element in styles.iter():
        for name in [name for name in element.attrib if "heme" in str(name)]:
            del element.attrib[name]


def _set_defaults(document: WordDocument, language: str) -> None:
    for run in document.styles.element.iter(qn("w:rPrDefault")):
        for fonts in run.iter(qn("w:rFonts")):
            for letters in _LETTERS:
                fonts.set(qn(f"w:{letters}"), FONT)
        for said in run.iter(qn("w:lang")):
            said.set(qn("w:val"), language)
            said.set(qn("w:eastAsia"), language)


def _set_style(document: WordDocument, look: _Look) -> None:
    style = _style(document, look)
    # The template's own letter spacing, kerning, rules and tab stops go.
    for own in (style.element.rPr, style.element.pPr):
        if own is not None:
            style.element.remove(own)
    font = style.font
    font.name, font.size, font.bold, font.italic = FONT, Pt(look.size), look.bold, False
    font.color.rgb = RGBColor.from_string(look.colour[1:])
    fonts = style.element.get_or_add_rPr().rFonts
    for letters in _LETTERS:
        fonts.set(qn(f"w:{letters}"), FONT)
    text = style.paragraph_format
    text.space_before, text.space_after = Pt(look.before), Pt(look.after)
    text.left_indent = Pt(look.indent)
    if look.name == "Figure":
        text.line_spacing = 1.0  # a picture stands in its line, which must grow with it
    else:
        text.line_spacing = Pt(look.leading)
        text.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
    text.keep_with_next, text.widow_control = look.keep, True
    text.alignment = WD_ALIGN_PARAGRAPH.RIGHT if look.right else WD_ALIGN_PARAGRAPH.LEFT
    if look.name.startswith("Heading"):
        _set_level(style, int(look.name[-1]) - 1)
    if look.name in {"Header", "Footer"}:
        text.tab_stops.add_tab_stop(Pt(house.TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)


def _set_level(style: ParagraphStyle, level: int) -> None:
    """Word's navigation and its table of contents go by the level."""
    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), str(level))
    style.element.get_or_add_pPr().append(outline)


def _style(document: WordDocument, look: _Look) -> ParagraphStyle:
    known = document.styles
    if look.name in {style.name for style in known}:
        found = known[look.name]
    else:
        found = known.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
        found.base_style = known[look.base]
        found.quick_style = True
    assert isinstance(found, ParagraphStyle)
    return found


def _modern(document: WordDocument) -> None:
    """Word opens a file without this in its compatibility mode."""
    settings = document.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    compat = parse_xml(
        f'<w:compat {nsdecls("w")}><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    # The schema wants it before what follows it.
    later = next(child for child in settings if child.tag in {qn(name) for name in _AFTER_COMPAT})
    later.addprevious(compat)


def _edges() -> Iterator[str]:
    ink, line = house.INK[1:], house.TABLE_LINE[1:]
    yield f'<w:top w:val="single" w:sz="6" w:space="0" w:color="{ink}"/>'
    yield f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{line}"/>'
    yield f'<w:insideH w:val="single" w:sz="2" w:space="0" w:color="{line}"/>'


# Texts in columns begin where running text begins.
_COLUMNS_STYLE = (
    f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ReportColumns">'
    f'<w:name w:val="{COLUMNS}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>'
    '<w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="90" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
)
_TABLE_STYLE = (
    f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ReportTable">'
    f'<w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>'
    f"<w:tblPr><w:tblBorders>{''.join(_edges())}</w:tblBorders><w:tblCellMar>"
    '<w:top w:w="52" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="52" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
    f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{house.INK[1:]}"/>'
    '</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
)
