"""Word files of a regional result: what is in them, what is not, and how they are made."""

import re
import zipfile
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import Image

from exports import house
from exports.word import package
from exports.word.files import write_country_brief, write_handout, write_regional_docx
from tests.exports.test_regional_pdf import SIX, consolidation
from wb6assess.errors import Cancelled, ErrorCode, ExportError
from wb6assess.progress import SILENT
from wb6assess.session.desk.consolidation import Consolidation

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EMU = 914_400
WRITERS = {
    "report": write_regional_docx,
    "brief": lambda target, result, progress=SILENT, **more: write_country_brief(
        target, result, "AL", progress, **more
    ),
    "handout": write_handout,
}


@pytest.fixture(scope="module")
def result() -> Consolidation:
    return consolidation(dict.fromkeys(SIX, 3))


@pytest.fixture(scope="module", params=list(WRITERS))
def written(
    request: pytest.FixtureRequest, result: Consolidation, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Each kind of file."""
    target = tmp_path_factory.mktemp("word") / f"{request.param}.docx"
    WRITERS[request.param](target, result)
    return target


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "report.docx"


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words(path: Path) -> str:
    return " ".join("".join(package.texts(Document(str(path)))).split())


def test_no_expert_code_and_no_words_of_experts_are_in_any_part(written: Path) -> None:
    for name, part in parts(written).items():
        assert b"X-AL" not in part, name
        assert b"Words of" not in part, name


def test_the_report_says_what_the_paper_says(target: Path, result: Consolidation) -> None:
    write_regional_docx(target, result)
    text, content = words(target), result.public
    said = [
        *content.minute,
        *content.notes,
        content.status_note,
        content.certainty_text,
        content.agreement.text,
        *content.method.sentences,
        *(part.text for part in content.countries),
        *(row.step for part in content.countries for row in part.fixes[:5]),
        *(source.content_hash for source in content.sources),
        content.digest[:8],
    ]
    assert [sentence for sentence in said if " ".join(sentence.split()) not in text] == []


def test_every_page_says_sample_draft_whose_bands_and_which_fingerprint(
    written: Path, result: Consolidation
) -> None:
    section = Document(str(written)).sections[0]
    assert section.different_first_page_header_footer
    for head in (section.header, section.first_page_header):
        text = head.paragraphs[0].text
        assert house.SAMPLE_TAG in text
        assert house.DRAFT_TAG in text
    for foot in (section.footer, section.first_page_footer):
        text = "\n".join(paragraph.text for paragraph in foot.paragraphs)
        assert "do not represent an assessment by the European Commission" in text
        assert result.public.fingerprint in text
        assert "without prejudice to positions on status" in text
        assert {"PAGE", "NUMPAGES"} <= {
            (field.get(qn("w:instr")) or "").strip()
            for field in foot.paragraphs[0]._p.iter(qn("w:fldSimple"))
        }


def test_a_country_with_two_experts_is_only_in_progress(target: Path) -> None:
    five = consolidation({"AL": 3, "BA": 3, "ME": 3, "MK": 3, "RS": 2})
    hidden = str(five.scores.countries["RS"].overall.node.published)
    for write in (write_regional_docx, write_handout):
        write(target, five)
        assert "assessment in progress" in words(target)
        assert hidden not in words(target)
    write_country_brief(target, five, "RS")
    assert hidden not in words(target)


def test_nothing_submitted_is_a_report_too(target: Path) -> None:
    for write in WRITERS.values():
        write(target, consolidation({}))
    write_regional_docx(target, consolidation({}))
    assert "No assessment is scored." in words(target)


@pytest.mark.parametrize("kind", WRITERS)
def test_the_same_consolidation_gives_the_same_bytes(
    kind: str, target: Path, tmp_path: Path, result: Consolidation
) -> None:
    again = tmp_path / "again.docx"
    WRITERS[kind](target, result)
    WRITERS[kind](again, result)
    assert target.read_bytes() == again.read_bytes()


def test_pictures_are_sharp_and_say_what_they_show(written: Path) -> None:
    document = Document(str(written))
    shapes = document.inline_shapes
    assert len(shapes) or "handout" in written.name
    for shape in shapes:
        inline = shape._inline
        assert ":" in inline.docPr.get("descr", "")
        part = document.part.related_parts[inline.graphic.graphicData.pic.blipFill.blip.embed]
        with Image.open(BytesIO(part.blob)) as picture:
            assert picture.width / (shape.width / EMU) >= 216
        assert shape.width <= house.TEXT_WIDTH * EMU / 72 + 1


def test_heads_of_tables_repeat_and_rows_do_not_split(written: Path) -> None:
    tables = [
        table
        for table in Document(str(written)).tables
        if table.style is not None and table.style.name == "Report Table"
    ]
    assert tables
    for table in tables:
        rows = list(table._tbl.iter(qn("w:tr")))
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
        assert rows[0].find(f".//{qn('w:tblHeader')}") is not None
        assert len(rows) > 1


def test_fonts_and_colours_come_from_styles_not_from_the_theme(written: Path) -> None:
    content = parts(written)
    styles = fromstring(content["word/styles.xml"])
    attributes = {name for element in styles.iter() for name in element.attrib}
    assert not [name for name in attributes if "heme" in name]
    fonts = {element.get(f"{W}ascii") for element in styles.iter(f"{W}rFonts")}
    assert fonts <= {"Arial", "Courier", None}
    assert b"w:rFonts" not in content["word/document.xml"]
    assert b"w:sz " not in content["word/document.xml"]
    assert 'w:lang w:val="en-GB"' in content["word/styles.xml"].decode()
    assert (
        b'compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
        in (content["word/settings.xml"])
    )


def test_headings_never_jump_a_level(written: Path) -> None:
    levels = [
        int(paragraph.style.name[-1])
        for paragraph in Document(str(written)).paragraphs
        if paragraph.style is not None and paragraph.style.name.startswith("Heading")
    ]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_properties_hold_no_hour_and_no_name(written: Path) -> None:
    known = Document(str(written)).core_properties
    assert (known.author, known.last_modified_by, known.comments) == ("WB6 Assess", "WB6 Assess", "")
    assert known.created is not None
    assert known.created == known.modified
    assert (known.created.hour, known.created.minute) == (0, 0)


def test_greyscale_has_no_colour(target: Path, result: Consolidation) -> None:
    for write in WRITERS.values():
        write(target, result, grey=True)
        text = parts(target)["word/document.xml"].decode()
        for fill in re.findall(r'w:fill="([0-9A-F]{6})"', text):
            assert len({fill[0:2], fill[2:4], fill[4:6]}) == 1


@pytest.mark.parametrize("kind", WRITERS)
def test_a_stopped_job_leaves_nothing(kind: str, target: Path, result: Consolidation) -> None:
    class Stops:
        def step(self, done: int, total: int, what: str = "") -> None:
            raise Cancelled

    if kind == "handout":
        pytest.skip("it has no pictures to wait for")
    with pytest.raises(Cancelled):
        WRITERS[kind](target, result, Stops())
    assert list(target.parent.iterdir()) == []


def test_where_it_cannot_be_written_is_said_and_the_earlier_file_stays(
    target: Path, result: Consolidation, monkeypatch: pytest.MonkeyPatch
) -> None:
    target.write_bytes(b"earlier")
    for trouble, code in ((28, ErrorCode.DISK_FULL), (26, ErrorCode.TARGET_IN_USE)):

        def refuse(*_: object, trouble: int = trouble) -> None:
            raise OSError(trouble, "refused")

        with monkeypatch.context() as patched:
            patched.setattr("wb6assess.files._take_place", refuse)
            with pytest.raises(ExportError) as caught:
                write_handout(target, result)
        assert caught.value.code is code
    assert target.read_bytes() == b"earlier"
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_file_that_does_not_hold_its_scores_is_not_kept(
    target: Path, result: Consolidation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exports.word.handout.band_table", lambda *_: None)
    with pytest.raises(ExportError) as caught:
        write_handout(target, result)
    assert caught.value.code is ErrorCode.EXPORT_CHECK_FAILED
    assert list(target.parent.iterdir()) == []
