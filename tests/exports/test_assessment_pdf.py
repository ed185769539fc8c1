"""The expert summary on paper."""

from dataclasses import replace

import pytest
from pypdf import PdfReader

from exports.assessment_pdf import write_summary
from tests.exports import papers
from wb6assess.errors import Cancelled, ErrorCode, ExportError
from wb6assess.model.assessment import Answer, SpecialState, Status
from wb6assess.model.vocabulary import Aspect
from wb6assess.reports.expert.summary import summary_of


@pytest.fixture
def target(tmp_path):
    return tmp_path / "summary.pdf"


def test_scores_notes_and_fingerprint_are_on_paper(target):
    instrument = papers.questionnaire()
    report = papers.report(instrument, papers.answers(instrument))
    write_summary(target, report)
    text = papers.words(target)
    content = summary_of(report)
    assert content.sign in text
    assert content.verdict in text
    for note in content.notes:
        assert " ".join(note.split()) in text
    assert papers.HASH in text.replace(" ", "")
    for number, page in enumerate(papers.pages(target), start=1):
        assert "fingerprint 5f3a 91c2 7d0e b846" in page
        assert f"{number} / {len(papers.pages(target))}" in page


def test_only_embedded_fonts_occur(target):
    instrument = papers.questionnaire(title="−≥≤→← Questions")
    write_summary(target, papers.report(instrument, papers.answers(instrument)))
    fonts = papers.fonts_of(target)
    assert all(fonts.values()), fonts
    assert {name.split("+")[1] for name in fonts} <= {
        "NotoSans-Regular",
        "NotoSans-Bold",
        "FiraGO-Regular",
        "FiraGO-Bold",
    }


@pytest.mark.parametrize(
    "title",
    [
        "Përmbajtja e çështjes së shqyrtimit",
        "Šta čini đačku četu žustrom, ćuti",
        "Ђаци и ћуприја, љиљани, њиве, џем",
        "Ѓавол и ќе, Ѕвезда, ѐ и ѝ, Љубов, Њива, Џеб",
    ],
)
def test_letters_come_out_of_the_paper_as_typed(target, title):
    instrument = papers.questionnaire(title=title)
    write_summary(target, papers.report(instrument, papers.answers(instrument)))
    assert title in papers.words(target)


def test_the_same_report_gives_the_same_bytes(target, tmp_path):
    instrument = papers.questionnaire()
    report = papers.report(instrument, papers.answers(instrument))
    write_summary(target, report)
    write_summary(tmp_path / "again.pdf", report)
    assert target.read_bytes() == (tmp_path / "again.pdf").read_bytes()


def test_the_file_carries_title_language_date_and_bookmarks(target):
    instrument = papers.questionnaire(language="sq")
    write_summary(target, papers.report(instrument, papers.answers(instrument)))
    reader = PdfReader(target)
    assert reader.metadata.title == "Questions: Albania, round 2026"
    assert reader.metadata.creation_date == papers.WHEN
    assert reader.trailer["/Root"]["/Lang"] == "sq"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "How to read this" in [entry["/Title"] for entry in reader.outline]


def test_headings_paragraphs_tables_and_figures_are_told_apart(target):
    instrument = papers.questionnaire()
    write_summary(target, papers.report(instrument, papers.answers(instrument)))
    found = papers.structure(target)
    kinds = [kind for kind, _ in found]
    assert kinds[:3] == ["Document", "P", "H1"]
    assert {"H2", "P", "Table", "TR", "TD", "Figure"} <= set(kinds)
    figures = [alternative for kind, alternative in found if kind == "Figure"]
    assert all(figures)
    assert any(words.startswith("Scores by pillar, 2 rows") for words in figures)
    assert PdfReader(target).trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert not papers.orphan_heads(target)


def test_everything_drawn_is_content_or_artifact(target):
    instrument = papers.questionnaire()
    write_summary(target, papers.report(instrument, papers.answers(instrument)))
    assert papers.outside_marks(target) == []


@pytest.mark.parametrize(
    ("answer", "sign", "verdict"),
    [
        (Answer(), ":", "Insufficient data"),
        (Answer(state=SpecialState.DONT_KNOW), ":", "Insufficient data"),
        (Answer(state=SpecialState.NOT_APPLICABLE, justification="n" * 25), "z", "Not applicable"),
        (Answer(0), "0.0", "Early stage"),
        (Answer(5), "100.0", "Well advanced"),
    ],
)
def test_every_status_can_be_printed(target, answer, sign, verdict):
    instrument = papers.questionnaire()
    write_summary(target, papers.report(instrument, dict.fromkeys(instrument.by_id, answer)))
    text = papers.words(target)
    assert verdict in text
    assert f" {sign} " in text


def test_tags_say_sample_and_draft_on_every_page(target):
    instrument = papers.questionnaire()
    given = papers.answers(instrument)
    write_summary(target, papers.report(instrument, given, status=Status.DRAFT, sample=True))
    for page in papers.pages(target):
        assert "SAMPLE – invented answers" in page
        assert "DRAFT" in page


def test_kosovo_carries_its_note_on_every_page(target):
    instrument = papers.questionnaire()
    write_summary(target, papers.report(instrument, papers.answers(instrument), country="XK"))
    assert "Kosovo*, round 2026" in papers.words(target)
    for page in papers.pages(target):
        assert "without prejudice to positions on status" in " ".join(page.split())


def test_long_texts_are_wrapped_and_never_cut(target):
    long = "Screening of investments " * 12 + "W" * 160
    drawn = papers.questionnaire(title=long[:150])
    pillars = tuple(
        replace(
            pillar,
            title=long,
            indicators=tuple(replace(item, title=long) for item in pillar.indicators),
        )
        for pillar in drawn.pillars
    )
    instrument = replace(drawn, pillars=pillars)
    write_summary(target, papers.report(instrument, papers.answers(instrument)))
    text = papers.words(target).replace(" ", "")
    assert text.count(long.replace(" ", "")) >= len(pillars)


def test_without_law_and_practice_a_sentence_stands_instead_of_an_empty_axis(target):
    drawn = papers.questionnaire()
    pillars = tuple(
        replace(
            pillar,
            indicators=tuple(replace(item, aspect=Aspect.INSTITUTION) for item in pillar.indicators),
        )
        for pillar in drawn.pillars
    )
    instrument = replace(drawn, pillars=pillars)
    write_summary(target, papers.report(instrument, papers.answers(instrument)))
    figures = [words for kind, words in papers.structure(target) if kind == "Figure"]
    assert not any(words.startswith("Law, practice and institutions") for words in figures)
    assert "institution indicators (" in papers.words(target)


def test_greyscale_prints_no_colour(target):
    instrument = papers.questionnaire()
    report = papers.report(instrument, papers.answers(instrument), sample=True)
    write_summary(target, report, grey=True)
    for colour in papers.fills(target):
        assert max(colour) - min(colour) < 0.06, colour


def test_what_sensitive_questions_hold_stays_off_the_paper(target):
    drawn = papers.questionnaire()
    secret = tuple(f"Secret rung {level}" for level in range(6))
    pillars = tuple(
        replace(
            pillar,
            indicators=tuple(replace(item, sensitive=True, levels=secret) for item in pillar.indicators),
        )
        for pillar in drawn.pillars
    )
    instrument = replace(drawn, pillars=pillars)
    given = {
        item: Answer(5, justification="Secret reason", comments={"justification-missing": "Secret"})
        for item in instrument.by_id
    }
    write_summary(target, papers.report(instrument, given))
    assert "Secret" not in papers.words(target)


def test_signs_no_font_has_are_counted_in_a_note(target):
    instrument = papers.questionnaire(title="漢字 Questions")
    write_summary(target, papers.report(instrument, papers.answers(instrument)))
    assert "signs are printed as “?”" in papers.words(target)


def test_stopping_leaves_the_earlier_file_alone(target):
    class Stop:
        def step(self, done: int, total: int, what: str = "") -> None:
            raise Cancelled

    instrument = papers.questionnaire()
    target.write_bytes(b"earlier")
    with pytest.raises(Cancelled):
        write_summary(target, papers.report(instrument, papers.answers(instrument)), Stop())
    assert target.read_bytes() == b"earlier"
    assert list(target.parent.iterdir()) == [target]


def test_a_file_that_does_not_hold_its_scores_is_not_kept(target, monkeypatch):
    from exports.paper import furniture

    honest = furniture.build

    def dishonest(path, page, story, progress):
        honest(path, page, story[:3], progress)

    monkeypatch.setattr(furniture, "build", dishonest)
    instrument = papers.questionnaire()
    with pytest.raises(ExportError) as caught:
        write_summary(target, papers.report(instrument, papers.answers(instrument)))
    assert caught.value.code is ErrorCode.EXPORT_CHECK_FAILED
    assert not target.exists()
