"""The pages of the full record: each question with its ladder, answer, reason and evidence."""

from collections.abc import Iterator
from datetime import datetime

from reportlab.platypus import Indenter

from exports import house
from exports.house import COLOUR, Palette
from exports.paper.flow import gap, section, together
from exports.paper.forms import WritingLines
from exports.paper.furniture import Furniture
from exports.paper.ladder import ConfidenceRow, ladder
from exports.paper.parts import Bookmark, Item, Part, Rule
from exports.paper.styles import Flowable, labelled, linked, mixed, paragraph
from exports.paper.tables import plain_table
from exports.paper.words import fingerprint_lines, replaced_signs
from wb6assess.reports.expert.record_rows import EvidenceRow, Line, Record, RecordItem, RecordPart

_MM = house.MM
_LABEL = 86.0
_SENSITIVE_TAG = "SENSITIVE PARTS INCLUDED"


def record_furniture(content: Record, created: datetime, *, palette: Palette = COLOUR) -> Furniture:
    """Head and foot of the record; a copy with sensitive parts says so on every page."""
    tags = [house.SAMPLE_TAG] * content.sample + [house.DRAFT_TAG] * content.draft
    tags += [_SENSITIVE_TAG] * content.sensitive
    return Furniture(
        title=f"{content.title}: {content.subtitle}, full record",
        head=f"{content.title}  |  {content.country}  |  full record",
        foot=content.source,
        fingerprint=content.fingerprint,
        created=created,
        tags=tuple(tags),
        status_note=content.status_note,
        bands=False,
        language=content.language,
        palette=palette,
    )


def record_story(content: Record, *, palette: Palette = COLOUR) -> list[Flowable]:
    """Identity, every question by pillar, what is asked at the end, signature."""
    story = list(_front(content))
    for place, part in enumerate(content.parts):
        story += _part(part, place, palette)
    return [*story, gap(20), *_end(content)]


def _front(content: Record) -> Iterator[Flowable]:
    widths = [22 * _MM, 28 * _MM, 49 * _MM, 38 * _MM, 33 * _MM][: len(content.identity)]
    yield Bookmark(content.title, "top")
    yield paragraph("Full record of an expert's assessment", "kicker")
    yield gap(3)
    yield paragraph(content.title, "title")
    yield gap(2)
    yield paragraph(content.subtitle, "subtitle")
    yield gap(8)
    yield Rule(house.RULE, house.TABLE_LINE, after=3)
    yield plain_table(
        [
            [paragraph(label, "label") for label, _ in content.identity],
            [paragraph(value, "small") for _, value in content.identity],
        ],
        widths,
        padding=1.5,
        padding_right=6,
    )
    yield gap(2)
    yield Rule(house.RULE, house.TABLE_LINE)
    yield gap(8)
    yield plain_table([[paragraph(content.introduction, "body")]], [house.READING_WIDTH])


def _part(part: RecordPart, place: int, palette: Palette) -> Iterator[Flowable]:
    title = f"{part.id} {part.title}".strip()
    head: list[Flowable] = [
        Part(title),
        Bookmark(title, f"part-{place}"),
        plain_table(
            [[paragraph(title, "section"), paragraph(part.aside, "grey", right=True)]],
            [116 * _MM, 54 * _MM],
        ),
        gap(5),
    ]
    yield gap(20)
    for item in part.items:
        # The pillar's head goes with its first question.
        yield together([*head, *_question(item, palette)])
        yield from _words(item)
        yield Item("")
        yield gap(12 if item.title else 5)
        head = []


def _question(item: RecordItem, palette: Palette) -> Iterator[Flowable]:
    """Title, question, ladder and how the answer counts: they never leave each other."""
    yield Rule(after=4) if item.title else Rule(house.RULE_THIN, house.TABLE_LINE, after=3)
    if item.title:
        yield Bookmark(f"{item.id} {item.title}", f"item-{item.id}", 1)
        yield plain_table(
            [[paragraph(item.title, "indicator"), paragraph(item.aside or item.id, "grey", right=True)]],
            [112 * _MM, 58 * _MM],
        )
        yield gap(2)
        yield paragraph(item.question, "body")
    else:
        yield mixed([(item.question, "strong"), (item.id, "grey")])
    for note in item.notes:
        yield paragraph(note, "note")
    yield Item(item.id)
    if item.left_out:
        yield gap(4)
        yield paragraph(item.left_out, "strong")
        return
    if item.rungs:
        yield gap(4)
        yield ladder(item.rungs, item.cap, palette)
    yield gap(5)
    yield _outcome(item)


def _outcome(item: RecordItem) -> Flowable:
    label = "Level" if item.rungs and item.rungs[0].mark else "Answer"
    outcome = paragraph(item.outcome, "body")
    if item.confidence is None:
        return plain_table([[paragraph(label, "label"), outcome]], [_LABEL, house.TEXT_WIDTH - _LABEL])
    shown = [paragraph(label, "label"), outcome, paragraph("Confidence", "label")]
    room = house.TEXT_WIDTH - _LABEL - 62 - 150
    return plain_table([[*shown, ConfidenceRow(item.confidence)]], [_LABEL, room, 62, 150])


def _words(item: RecordItem) -> Iterator[Flowable]:
    """What may go on over a page: facts, reason, evidence, findings."""
    for place, fact in enumerate(item.facts):
        yield gap(3 if place == 0 else 1)
        yield labelled(
            "Facts" if place == 0 else "", [(_colon(fact.label), "grey"), (fact.words, "body")], _LABEL
        )
    if item.reason is not None:
        yield gap(3)
        yield labelled(item.reason.label, [(item.reason.words, "body")], _LABEL)
    for place, evidence in enumerate(item.evidence, start=1):
        yield gap(3)
        yield from _evidence(evidence, place)
    for place, finding in enumerate(item.findings):
        yield gap(3 if place == 0 else 1)
        yield _finding(finding, "Findings" if place == 0 else "")


def _colon(label: str) -> str:
    return label if label.endswith(("?", ".", ":", "!")) else f"{label}:"


def _evidence(row: EvidenceRow, place: int) -> Iterator[Flowable]:
    label = "Evidence" if place == 1 else ""
    block: list[Flowable] = [
        labelled(label, [(f"{place}  {row.title}", "body")], _LABEL),
        Indenter(left=_LABEL),
        paragraph(row.particulars, "grey"),
    ]
    if row.quote:
        block.append(paragraph(f"“{row.quote}”", "small"))
    if row.url:
        block.append(linked(row.url, row.url, "grey"))
    yield together([*block, Indenter(left=-_LABEL)])


def _finding(finding: Line, label: str) -> Flowable:
    return labelled(label, [(f"{finding.label}:", "grey"), (finding.words, "body")], _LABEL)


def _end(content: Record) -> list[Flowable]:
    """Signature and full fingerprint, together on the last page."""
    notes = replaced_signs(content)
    labels = ("Place and date", "Name or expert code", "Signature")
    lines = plain_table(
        [
            [[gap(16), WritingLines(1)] for _ in labels],
            [paragraph(words, "label") for words in labels],
        ],
        [house.TEXT_WIDTH / 3] * 3,
        padding=2,
        padding_right=14,
    )
    confirm = (
        "These are my answers. They rest on what is named here and on my own judgement; the fingerprint "
        "below ties this paper to them."
    )
    mark = fingerprint_lines(
        "Fingerprint of the answers (SHA-256 over the canonical form)",
        content.content_hash,
        "The workbook, the package and this paper carry the same fingerprint.",
    )
    status = [gap(4), paragraph(content.status_note, "note")] if content.status_note else []
    remarks = [item for note in notes for item in (gap(4), paragraph(note, "note"))]
    block = [
        *section("Signature", key="signature"),
        gap(3),
        plain_table([[paragraph(confirm, "body")]], [house.READING_WIDTH]),
        lines,
        gap(14),
        *mark,
        *status,
        *remarks,
    ]
    return [Part("Signature"), together(block)]
