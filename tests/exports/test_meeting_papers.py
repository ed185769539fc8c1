"""Papers of a meeting: readable, tied to their data, without names."""

from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from exports.level_dots import dot_row, level_dots
from exports.meeting_matrix_xlsx import SHEET, write_matrix_workbook
from exports.meeting_pdf import write_agenda, write_handout, write_matrix, write_minutes
from tests import meetings
from tests.exports import papers
from tests.meetings import CONTESTED, EXPERTS, REASON
from wb6assess.errors import Cancelled, ErrorCode, ExportError
from wb6assess.instruments.library import Library
from wb6assess.model.decision import Action, ReasonCode
from wb6assess.reports.meeting.agenda import Selection, agenda_of
from wb6assess.reports.meeting.comment_matrix import matrix_of
from wb6assess.reports.meeting.minutes import minutes_of
from wb6assess.reports.meeting.rows import LevelCount
from wb6assess.session.meeting import Finding, ground_of

R5 = ReasonCode.PANEL_CONSENSUS


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    """A meeting that decided two of three items: agenda, minutes, comment matrix."""
    folder = tmp_path_factory.mktemp("held")
    library = Library(meetings.questionnaires(folder / "questionnaires"))
    with meetings.workspace_at(folder / "workspace", library) as workspace:
        meetings.hand_in(workspace, folder / "in")
        sitting = meetings.sitting(workspace, held_on=date(2026, 12, 3), chair="The chair", invited=4)
        agenda = sitting.agenda()
        first, second, _ = agenda.items
        sitting.decide(first, Finding(Action.SET, R5, f"{REASON} As {EXPERTS[0]} wrote.", 2.5))
        sitting.decide(
            second,
            Finding(Action.SET, ReasonCode.FACTUAL_ERROR, REASON, 5.0, ("Official gazette 12",)),
        )
        result = workspace.inbox.consolidate("2026")
        ground = ground_of(result)
        everything = agenda_of(ground, Selection(everything=True, settled=True))
        minutes = minutes_of(ground, sitting.meeting, result.decisions)
        return agenda, minutes, matrix_of(ground, everything)


@pytest.fixture
def written(held, tmp_path):
    """Every paper, by name."""
    agenda, minutes, matrix = held
    paths = {name: tmp_path / f"{name}.pdf" for name in ("handout", "agenda", "minutes", "matrix")}
    write_handout(paths["handout"], agenda, "Meeting M1")
    write_agenda(paths["agenda"], agenda, "Meeting M1", "3 December 2026")
    write_minutes(paths["minutes"], minutes)
    write_matrix(paths["matrix"], matrix)
    return paths


def test_no_paper_names_an_expert(written):
    for name, path in written.items():
        text = papers.words(path)
        assert not [code for code in EXPERTS if code in text], name
        assert not [code for code in EXPERTS if code.encode() in path.read_bytes()], name
    assert "As [an expert] wrote." in papers.words(written["minutes"])


def test_every_page_says_sample_and_that_it_is_not_for_publication(written):
    for path in written.values():
        for page in papers.pages(path):
            assert "SAMPLE – invented answers" in page
            assert "not for publication" in " ".join(page.split())


def test_the_handout_has_one_item_a_page_with_the_basis_in_the_foot(written, held):
    pages = papers.pages(written["handout"])
    assert len(pages) == len(CONTESTED)
    for place, (page, item) in enumerate(zip(pages, held[0].items, strict=True), start=1):
        assert f"Item {place} of 3" in page
        assert item.title in page
        assert f"basis {item.basis[:4]}" in " ".join(page.split())
        assert "To decide:" in page


def test_the_handout_can_be_read_at_arms_length(written):
    assert min(papers.sizes_in_marks(written["handout"])) >= 11


def test_the_handout_keeps_words_on_sensitive_questions_back(written):
    first = papers.pages(written["handout"])[0]
    assert "Q5" in first
    assert "marked sensitive" in " ".join(first.split())
    assert "because of the decree" not in first


def test_the_agenda_lies_on_its_side_and_explains_reasons_on_every_page(written):
    for page in PdfReader(written["agenda"]).pages:
        assert page.mediabox.width > page.mediabox.height
        text = " ".join(page.extract_text().split())
        for code in ("R1 factual error", "R5 consensus after discussion"):
            assert code in text


def test_six_items_stand_on_a_page_of_the_agenda(held, tmp_path):
    agenda, _, _ = held
    many = [
        replace(agenda.items[place % 3], indicator=f"N{place}", title=f"Number {place}")
        for place in range(12)
    ]
    write_agenda(tmp_path / "many.pdf", replace(agenda, items=tuple(many)), "Meeting M1")
    pages = papers.pages(tmp_path / "many.pdf")
    assert [sum(f"N{n}, range" in page for n in range(12)) for page in pages[:2]] == [6, 6]
    assert "Signature" in pages[-1]
    assert not any("Signature" in page for page in pages[:-1])


def test_minutes_tell_who_what_and_why(written):
    text = papers.words(written["minutes"])
    for words in ("3 December 2026", "The chair", "2 of 4: First; Second", "Official gazette 12"):
        assert words in text
    assert "2 indicators decided: 2 set. 1 of the agenda not decided." in text
    assert "What decisions change" in text


def test_the_structure_is_whole_and_fonts_are_embedded(written):
    for path in written.values():
        assert papers.outside_marks(path) == []
        assert all(papers.fonts_of(path).values())
        kinds = {kind for kind, _ in papers.structure(path)}
        assert "P" in kinds


def test_dots_are_told_to_whoever_has_them_read_aloud(written):
    told = [alt for kind, alt in papers.structure(written["handout"]) if kind == "Figure"]
    assert any("Levels chosen on Q1, n = 3. level 1: 1; level 3: 1; level 4: 1." in alt for alt in told)


def test_the_same_meeting_gives_the_same_bytes(held, tmp_path):
    agenda, minutes, matrix = held
    for name in ("one", "two"):
        write_handout(tmp_path / f"h{name}.pdf", agenda, "Meeting M1")
        write_minutes(tmp_path / f"m{name}.pdf", minutes)
        write_matrix_workbook(tmp_path / f"x{name}.xlsx", matrix)
    for kind, end in (("h", "pdf"), ("m", "pdf"), ("x", "xlsx")):
        assert (tmp_path / f"{kind}one.{end}").read_bytes() == (
            tmp_path / f"{kind}two.{end}"
        ).read_bytes()


def test_a_cancelled_paper_leaves_what_was_there(held, tmp_path):
    class Stop:
        def step(self, *_args):
            raise Cancelled

    target = tmp_path / "handout.pdf"
    target.write_bytes(b"earlier")
    with pytest.raises(Cancelled):
        write_handout(target, held[0], "Meeting M1", Stop())
    assert target.read_bytes() == b"earlier"
    assert list(tmp_path.iterdir()) == [target]


def test_a_paper_whose_words_went_missing_is_not_put_in_place(held, tmp_path, monkeypatch):
    story = "exports.paper.meeting_handout.handout_story"
    monkeypatch.setattr(story, lambda _agenda, _palette: iter(()))
    with pytest.raises(ExportError) as failed:
        write_handout(tmp_path / "handout.pdf", held[0], "Meeting M1")
    assert failed.value.code is ErrorCode.EXPORT_CHECK_FAILED
    assert list(tmp_path.iterdir()) == []


def test_an_empty_agenda_is_a_paper_that_says_so(held, tmp_path):
    agenda = replace(held[0], items=(), rest=())
    write_handout(tmp_path / "empty.pdf", agenda, "Meeting M1")
    assert "no contested item" in papers.words(tmp_path / "empty.pdf")


def test_long_words_and_foreign_signs_flow_over_pages(held, tmp_path):
    agenda, _, _ = held
    long = tuple(f"Ђурђевак ✓ çelës {n}. " + "A long remark goes on and on. " * 40 for n in range(5))
    item = replace(agenda.items[1], remarks=long)
    write_handout(tmp_path / "long.pdf", replace(agenda, items=(item,)), "Meeting M1")
    pages = papers.pages(tmp_path / "long.pdf")
    assert len(pages) > 2
    assert "Item 1 continued" in pages[1]
    assert all(f"basis {item.basis[:4]}" in " ".join(page.split()) for page in pages[:1])


def test_the_matrix_workbook_holds_every_row_as_text(held, tmp_path):
    _, _, matrix = held
    hostile = replace(matrix.rows[0], remark="=1+1", reply="@SUM(A1)")
    write_matrix_workbook(tmp_path / "m.xlsx", replace(matrix, rows=(hostile, *matrix.rows[1:])))
    rows = CalamineWorkbook.from_path(str(tmp_path / "m.xlsx")).get_sheet_by_name(SHEET).to_python()
    cells = [cell for row in rows for cell in row]
    assert {"=1+1", "@SUM(A1)"} <= set(cells)
    assert not [code for code in EXPERTS if code in str(cells)]


@pytest.mark.parametrize("experts", [1, 5, 6, 40])
def test_the_levels_of_many_take_no_more_room(experts):
    counts = [LevelCount(2.5, experts), LevelCount(5.0, 1)]
    drawing = level_dots(counts, 120)
    assert drawing.height < 80
    assert dot_row(experts).width < 100
