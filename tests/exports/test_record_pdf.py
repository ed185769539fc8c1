"""The full record on paper: every answer with its question."""

from dataclasses import replace

import pytest
from pypdf import PdfReader

from exports.record_pdf import write_record
from tests import builders
from tests.exports import papers
from wb6assess.errors import Cancelled, ErrorCode, ExportError
from wb6assess.model.assessment import Answer, Confidence, Evidence, SpecialState, Status
from wb6assess.model.conditions import AnswerRef, Compare, Op
from wb6assess.model.instrument import Cap, Field, Instrument, Option, Vignette
from wb6assess.model.vocabulary import FieldType, IndicatorType, SkipEffect

RUNGS = tuple(f"Rung number {level} of the ladder" for level in range(6))
LETTERS = "ë ç š đ č ć ž Ѓ ѓ Ќ ќ Љ Њ Џ Ђ Ћ"


@pytest.fixture
def target(tmp_path):
    return tmp_path / "record.pdf"


def one_pillar(*indicators, **more) -> Instrument:
    return builders.instrument(builders.pillar("P", *indicators), **{"title": "Questions", **more})


def full_answer(**more: object) -> Answer:
    evidence = Evidence(
        "law",
        title="Act on screening",
        issuer="Parliament",
        date="2026-03-12",
        page="3-6",
        url="https://example.org/act",
        quote="The body decides.",
        file="act.pdf",
        sha256="77d041ce" + "0" * 56,
    )
    given = {
        "value": 3,
        "confidence": Confidence.HIGH,
        "justification": "Two by-laws are missing.",
        "evidence": (evidence,),
    }
    return Answer(**{**given, **more})


def test_question_ladder_reason_and_evidence_are_there(target):
    asked = builders.indicator("i", levels=RUNGS)
    write_record(target, papers.report(one_pillar(asked), {"i": full_answer()}))
    text = papers.words(target)
    for words in (
        asked.title,
        asked.question,
        *RUNGS,
        "3 = 60.0 points",
        "Two by-laws are missing.",
        "1 Act on screening",
        "law, grade A | Parliament | 2026-03-12 | p. 3-6 | file act.pdf, SHA-256 77d041ce",
        "“The body decides.”",
        "https://example.org/act",
        "Signature",
    ):
        assert words in text
    assert papers.HASH in text.replace(" ", "")
    figures = [words for kind, words in papers.structure(target) if kind == "Figure"]
    assert "3, chosen" in figures
    assert "Confidence: high" in figures


def test_a_capped_level_shows_both_levels_and_the_reason(target):
    cap = Cap(Compare(AnswerRef("j"), Op.EQ, 0), 1, "no act is in force")
    instrument = one_pillar(builders.indicator("i", levels=RUNGS, caps=(cap,)), builders.indicator("j"))
    write_record(target, papers.report(instrument, {"i": Answer(4), "j": Answer(0)}))
    text = papers.words(target)
    assert "Counts at most level 1: no act is in force" in text
    assert "4 = 80.0 points, counts 1 = 20.0 points" in text
    assert "4, chosen" in {words for _, words in papers.structure(target)}


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(state=SpecialState.DONT_KNOW, justification="Nobody publishes it"), "don't know"),
        (Answer(state=SpecialState.NOT_APPLICABLE, justification="n" * 25), "not applicable"),
        (Answer(), "not answered"),
    ],
)
def test_states_are_said_in_words_with_their_reason(target, answer, words):
    write_record(target, papers.report(one_pillar(builders.indicator("i")), {"i": answer}))
    text = papers.words(target)
    assert words in text
    assert answer.justification in text
    assert "chosen" not in {words for _, words in papers.structure(target)}


def test_what_was_not_asked_says_why(target):
    gate = Compare(AnswerRef("i"), Op.GE, 2)
    gated = builders.indicator("j", ask_if=gate, skip_effect=SkipEffect.SCORE_ZERO)
    write_record(target, papers.report(one_pillar(builders.indicator("i"), gated), {"i": Answer(1)}))
    text = papers.words(target)
    assert "Asked only if i is at least 2." in text
    assert "not asked, counts 0" in text


def test_facts_findings_comments_and_what_is_asked_at_the_end(target):
    facts = (Field("since", FieldType.DATE, "In force since"), Field("note", FieldType.TEXT, "Note"))
    asked = builders.indicator("i", fields=facts, levels=RUNGS)
    instrument = one_pillar(
        asked,
        context=(Field("C1", FieldType.TEXT, "What is missing most"),),
        vignettes=(Vignette("V1", "Country Ash", "It is invented.", "i"),),
    )
    given = {
        "i": full_answer(fields={"since": "2024-05-01"}, comments={"old-check": "It was so before."}),
        "C1": Answer("Time and money"),
        "V1": Answer(2),
    }
    write_record(target, papers.report(instrument, given))
    text = papers.words(target)
    for words in (
        "In force since: 2024-05-01",
        "It was so before.",
        "What is missing most",
        "Time and money",
        "Country Ash",
    ):
        assert words in text
    assert "2, chosen" in {words for _, words in papers.structure(target)}


def test_other_kinds_of_questions_show_their_choices(target):
    options = (Option("a", "First way", score=20.0), Option("b", "Second way", score=80.0))
    points = (Option("x", "Banks", points=1.0), Option("y", "Ports", points=1.0))
    instrument = one_pillar(
        builders.indicator("one", kind=IndicatorType.SINGLE, options=options),
        builders.indicator("some", kind=IndicatorType.MULTI, options=points),
        builders.indicator("yes", kind=IndicatorType.YESNO),
    )
    given = {"one": Answer("b"), "some": Answer(("x",)), "yes": Answer("no")}
    write_record(target, papers.report(instrument, given))
    text = papers.words(target)
    for words in (
        "First way",
        "Second way",
        "Banks",
        "Ports",
        "80.0 points",
        "50.0 points",
        "0.0 points",
    ):
        assert words in text
    assert [words for _, words in papers.structure(target)].count("chosen") == 3


def secret_report():
    fact = Field("f", FieldType.TEXT, "Open label", sensitive=True)
    instrument = one_pillar(
        builders.indicator("s", sensitive=True, levels=RUNGS),
        builders.indicator("o", fields=(fact,), levels=RUNGS),
        context=(Field("C1", FieldType.TEXT, "Asked at the end", sensitive=True),),
    )
    evidence = (Evidence("interview", title="Secret source"),)
    given = {
        "s": Answer(
            5, justification="Secret reason", evidence=evidence, comments={"x": "Secret remark"}
        ),
        "o": Answer(2, justification="Open reason", fields={"f": "Secret fact"}),
        "C1": Answer("Secret wish"),
    }
    return papers.report(instrument, given)


def test_sensitive_parts_are_left_out_and_that_is_said(target):
    write_record(target, secret_report())
    text = papers.words(target)
    assert "Secret" not in text
    assert "Open reason" in text
    assert "What was said to 3 questions marked sensitive is left out of this copy." in text
    assert text.count("marked sensitive. What was said to it is left out") == 2
    assert "5, chosen" not in {words for _, words in papers.structure(target)}


def test_sensitive_parts_asked_for_are_marked_on_every_page(target):
    write_record(target, secret_report(), sensitive=True)
    text = papers.words(target)
    for words in ("Secret reason", "Secret source", "Secret remark", "Secret fact", "Secret wish"):
        assert words in text
    assert all("SENSITIVE PARTS INCLUDED" in page for page in papers.pages(target))


def test_a_record_without_sensitive_questions_is_not_marked(target):
    write_record(
        target, papers.report(one_pillar(builders.indicator("i")), {"i": Answer(2)}), sensitive=True
    )
    assert "SENSITIVE" not in papers.words(target)


def long_report(**more: object):
    indicators = [builders.indicator(f"i{place}", levels=RUNGS) for place in range(30)]
    given = {
        item.id: full_answer(justification=f"Reason {place}. " + "It goes on at length. " * (place * 9))
        for place, item in enumerate(indicators)
    }
    return papers.report(one_pillar(*indicators), given, **more)


def test_no_ladder_is_split_and_no_heading_stands_alone(target):
    write_record(target, long_report())
    pages = papers.pages(target)
    assert len(pages) > 10
    for page in pages:
        # Each ladder has its six rungs on one page.
        counts = {page.count(rung) for rung in RUNGS}
        assert len(counts) == 1
    assert papers.orphan_heads(target) == []
    assert papers.outside_marks(target) == []


def test_a_reason_over_a_page_is_whole_and_the_next_page_says_what_goes_on(target):
    write_record(target, long_report())
    assert any("continued" in page for page in papers.pages(target))


def test_bookmarks_lead_to_pillars_and_questions(target):
    write_record(target, long_report())
    outline = PdfReader(target).outline
    assert [entry["/Title"] for entry in outline if not isinstance(entry, list)] == [
        "Questions",
        "P Pillar P",
        "Signature",
    ]
    inside = next(entry for entry in outline if isinstance(entry, list))
    assert [entry["/Title"] for entry in inside][-1] == "i29 Title of i29"


def test_even_what_is_taller_than_a_page_is_printed_whole(target):
    huge = tuple(f"Rung {level}: " + "it is described at length " * 150 for level in range(6))
    answer = full_answer(justification="W" * 20_000)
    write_record(target, papers.report(one_pillar(builders.indicator("i", levels=huge)), {"i": answer}))
    assert papers.words(target).count("it is described at length") == 900


def test_pages_are_counted_and_carry_the_fingerprint(target):
    write_record(target, long_report(status=Status.DRAFT, sample=True))
    pages = papers.pages(target)
    for number, page in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in page
        assert "fingerprint 5f3a 91c2 7d0e b846" in page
        assert "DRAFT" in page
        assert "SAMPLE – invented answers" in page


def test_letters_of_both_scripts_come_out_as_typed_in_embedded_fonts(target):
    given = {"i": full_answer(justification=f"{LETTERS} −≥≤→")}
    write_record(target, papers.report(one_pillar(builders.indicator("i")), given))
    assert f"{LETTERS} −≥≤→" in papers.words(target)
    assert all(papers.fonts_of(target).values())


def test_what_experts_typed_is_never_markup_and_only_web_addresses_are_links(target):
    evidence = (
        Evidence("web", title="<b>bold</b>", url="javascript:alert(1)"),
        Evidence("web", title="b", url='https://example.org/?a=1&b="><i>'),
    )
    given = {"i": full_answer(justification="<font size=50>&nbsp;</font>", evidence=evidence)}
    write_record(target, papers.report(one_pillar(builders.indicator("i")), given))
    text = papers.words(target)
    assert "<font size=50>&nbsp;</font>" in text
    assert "<b>bold</b>" in text
    links = [
        note.get_object()["/A"]["/URI"]
        for page in PdfReader(target).pages
        for note in page.get("/Annots", [])
        if "/A" in note.get_object()
    ]
    assert links == ['https://example.org/?a=1&b="><i>']


def test_the_same_report_gives_the_same_bytes(target, tmp_path):
    write_record(target, long_report())
    write_record(tmp_path / "again.pdf", long_report())
    assert target.read_bytes() == (tmp_path / "again.pdf").read_bytes()


def test_stopping_leaves_nothing(target):
    class Stop:
        def step(self, done: int, total: int, what: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_record(target, long_report(), Stop())
    assert list(target.parent.iterdir()) == []


def test_a_record_that_lost_an_answer_is_not_kept(target, monkeypatch):
    from exports.paper import record

    monkeypatch.setattr(record, "_evidence", lambda row, place: iter(()))
    with pytest.raises(ExportError) as caught:
        write_record(target, papers.report(one_pillar(builders.indicator("i")), {"i": full_answer()}))
    assert caught.value.code is ErrorCode.EXPORT_CHECK_FAILED
    assert not target.exists()


def test_everything_is_printed_in_the_instruments_language(target):
    instrument = replace(one_pillar(builders.indicator("i")), language="mk", title="Прашања за Џеб")
    write_record(target, papers.report(instrument, {"i": Answer(2)}))
    assert PdfReader(target).trailer["/Root"]["/Lang"] == "mk"
    assert "Прашања за Џеб" in papers.words(target)
