"""The pages of the blank questionnaire: one indicator a page, as far as it fits."""

from collections.abc import Iterator
from datetime import UTC, datetime

from reportlab.platypus import Indenter, PageBreak

from exports import house
from exports.paper.forms import Choices, TickBox, WritingLines, empty_grid
from exports.paper.furniture import FRAME_HEIGHT, Furniture
from exports.paper.parts import Bookmark, Rule, gap, height_of, plain_table, table, together
from exports.paper.styles import Flowable, mixed, paragraph
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import (
    Anchor,
    Field,
    FieldType,
    Indicator,
    IndicatorType,
    Instrument,
    Pillar,
    Vignette,
)
from wb6assess.reports.conditions import condition_words
from wb6assess.reports.wording import evidence_words

_MM = house.MM
_ASIDE = 34.0
_WIDTH = house.TEXT_WIDTH - _ASIDE
_BOX = 19.0
_DIGIT = 15.0
_JUSTIFICATION_LINES = 6
_FEWEST_LINES = 3
_MOST_LINES = 9
_EVIDENCE_LINES = 3
_NOT_FILLED = "not filled"


def blank_furniture(instrument: Instrument) -> Furniture:
    """Head and foot of the blank form; it has no answers, hence no fingerprint and no date."""
    return Furniture(
        title=f"{instrument.title}: blank questionnaire",
        head=f"{instrument.title}  |  blank questionnaire",
        foot=(
            f"{instrument.id} {instrument.version}  |  for thinking on paper, answers are typed or sent "
            "as a workbook"
        ),
        fingerprint=_NOT_FILLED,
        created=datetime(2000, 1, 1, tzinfo=UTC),
        bands=False,
        language=instrument.language,
    )


def blank_story(framework: Framework, instrument: Instrument) -> list[Flowable]:
    """Cover, one page or more for each indicator, then what is asked at the end."""
    story = list(_cover(framework, instrument))
    for pillar in instrument.pillars:
        for place, indicator in enumerate(pillar.indicators):
            story.append(PageBreak())
            if place == 0:
                story.append(Bookmark(f"{pillar.id} {pillar.title}", f"pillar-{pillar.id}"))
            story += _indicator(instrument, pillar, indicator)
    if instrument.vignettes:
        story.append(PageBreak())
        story += _vignettes(instrument)
    if instrument.context:
        story.append(PageBreak())
        story += _context(instrument)
    if instrument.sources:
        story.append(PageBreak())
        story += _sources(instrument)
    return story


def _cover(framework: Framework, instrument: Instrument) -> Iterator[Flowable]:
    count = sum(1 for _ in instrument.indicators())
    yield Bookmark(instrument.title, "top")
    yield paragraph(framework.title, "kicker")
    yield gap(3)
    yield paragraph(instrument.title, "title")
    yield paragraph(f"Blank questionnaire, version {instrument.version}", "subtitle")
    yield gap(10)
    labels = ("Country", "Expert code", "Round", "Date")
    yield plain_table(
        [
            [paragraph(words, "label") for words in labels],
            [[gap(8), WritingLines(1)] for _ in labels],
        ],
        [house.TEXT_WIDTH / 4] * 4,
        padding_right=14,
    )
    yield gap(14)
    for part in _paragraphs(instrument.intro):
        yield paragraph(part, "body")
        yield gap(6)
    yield gap(10)
    yield table(
        [
            [paragraph(pillar.id, "grey"), pillar.title, str(len(pillar.indicators))]
            for pillar in instrument.pillars
        ],
        [20 * _MM, 120 * _MM, 30 * _MM],
        head=("", f"{count} questions", "Questions"),
        right=frozenset({2}),
        top_rule=True,
    )


def _indicator(instrument: Instrument, pillar: Pillar, indicator: Indicator) -> list[Flowable]:
    """One page where the justification may have fewer lines; else the facts go on a second page."""
    facts = _facts(instrument, indicator)
    for lines in range(_JUSTIFICATION_LINES, _FEWEST_LINES - 1, -1):
        page = [*_first_part(instrument, pillar, indicator, lines), *facts]
        if height_of(page, house.TEXT_WIDTH) <= FRAME_HEIGHT:
            return page
    page = _fullest(instrument, pillar, indicator)
    if not facts:
        return page
    again = mixed([(indicator.id, "section"), (indicator.title, "section"), ("continued", "grey")])
    return [*page, PageBreak(), again, gap(5), Rule(after=3), *facts]


def _fullest(instrument: Instrument, pillar: Pillar, indicator: Indicator) -> list[Flowable]:
    """The first page with as many lines for the justification as it holds, at least the usual ones."""
    for lines in range(_MOST_LINES, _JUSTIFICATION_LINES, -1):
        page = _first_part(instrument, pillar, indicator, lines)
        if height_of(page, house.TEXT_WIDTH) <= FRAME_HEIGHT:
            return page
    return _first_part(instrument, pillar, indicator, _JUSTIFICATION_LINES)


def _first_part(
    instrument: Instrument, pillar: Pillar, indicator: Indicator, lines: int
) -> list[Flowable]:
    head = plain_table(
        [
            [
                paragraph(f"{pillar.id}  {pillar.title}", "section"),
                paragraph("Country _______   Expert code __________", "grey", right=True),
            ]
        ],
        [116 * _MM, 54 * _MM],
    )
    question = [
        Bookmark(f"{indicator.id} {indicator.title}", f"item-{indicator.id}", 1),
        head,
        gap(5),
        Rule(after=5),
        _question(instrument, indicator),
        gap(6),
        *_answer(indicator),
    ]
    return [
        together(question),
        gap(4),
        Indenter(left=_ASIDE),
        _choice_row("Confidence", ("low", "medium", "high")),
        gap(6),
        paragraph("Justification: what the answer rests on", "label", keep=True),
        WritingLines(lines),
        gap(9),
        together(
            [
                paragraph("Evidence: document, issuer, date, page, link", "label"),
                WritingLines(_EVIDENCE_LINES, numbered=True),
                *_evidence_kinds(indicator),
            ]
        ),
        Indenter(left=-_ASIDE),
    ]


def _question(instrument: Instrument, indicator: Indicator) -> Flowable:
    parts: list[Flowable] = [
        paragraph(indicator.title, "indicator"),
        gap(3),
        paragraph(indicator.question, "body"),
    ]
    if indicator.ask_if is not None:
        words = condition_words(indicator.ask_if, instrument)
        parts += [gap(3), paragraph(f"Answer only if {words}.", "strong")]
    for country, reason in indicator.na_for.items():
        parts += [gap(3), paragraph(f"Not applicable for {country}: {reason}", "note")]
    if indicator.guide:
        parts.append(gap(4))
        for part in _paragraphs(indicator.guide):
            parts += [paragraph(part, "note"), gap(2)]
    anchors = "; ".join(_anchor_words(anchor) for anchor in indicator.anchors)
    if anchors:
        parts += [gap(2), paragraph(anchors, "note")]
    return plain_table([[paragraph(indicator.id, "label"), parts]], [_ASIDE, _WIDTH])


def _anchor_words(anchor: Anchor) -> str:
    words = f"{anchor.source} {anchor.at}"
    return f"forward: {words}" if anchor.forward else words


def _answer(indicator: Indicator) -> list[Flowable]:
    rows = list(_answer_rows(indicator))
    if indicator.na_allowed:
        rows.append([TickBox(), "", ["Not applicable, because (at least 20 characters)"], True])
    rows.append([TickBox(), "", ["Don't know; what would be needed to find out"], True])
    if indicator.sensitive:
        rows.append([TickBox(), "", ["Withheld: known, but not disclosed"], False])
    cells = [
        [box, paragraph(digit, "strong"), _texts(words, line=bool(line))]
        for box, digit, words, line in rows
    ]
    hint = {
        IndicatorType.LEVEL: "Tick the highest level whose whole statement is true",
        IndicatorType.VIGNETTE: "Tick one level",
        IndicatorType.MULTI: "Tick all that apply",
        IndicatorType.NUMERIC: "Write the number",
        IndicatorType.TEXT: "Write",
    }.get(indicator.type, "Tick one")
    return [
        plain_table([["", paragraph(hint, "label")]], [_ASIDE, _WIDTH]),
        gap(2),
        Rule(house.RULE),
        table(cells, [_BOX, _DIGIT, house.TEXT_WIDTH - _BOX - _DIGIT], padding=4),
    ]


def _texts(words: list[str], *, line: bool) -> list[Flowable]:
    texts = [paragraph(text, "cell") for text in words]
    return [*texts, gap(1), WritingLines(1)] if line else texts


def _answer_rows(indicator: Indicator) -> Iterator[list[object]]:
    match indicator.type:
        case IndicatorType.YESNO:
            for words in ("Yes", "No"):
                yield [TickBox(), "", [words], False]
        case IndicatorType.SINGLE | IndicatorType.MULTI:
            for option in indicator.options:
                alone = " (stands alone)" if option.exclusive else ""
                yield [TickBox(), "", [option.label + alone], False]
        case IndicatorType.NUMERIC | IndicatorType.TEXT:
            yield ["", "", [f"Number, in {indicator.unit}" if indicator.unit else ""], True]
        case _:
            for level, words in enumerate(indicator.levels):
                yield [TickBox(), str(level), [words], False]


def _evidence_kinds(indicator: Indicator) -> list[Flowable]:
    if not indicator.evidence:
        return []
    kinds = ", ".join(evidence_words(kind) for kind in indicator.evidence)
    return [gap(4), paragraph(f"Evidence that counts here: {kinds}.", "note")]


def _facts(instrument: Instrument, indicator: Indicator) -> list[Flowable]:
    if not indicator.fields:
        return []
    return [
        gap(9),
        Indenter(left=_ASIDE),
        paragraph("Facts beside the answer; they are not scored", "label", keep=True),
        gap(3),
        *(_fact(instrument, field) for field in indicator.fields),
        Indenter(left=-_ASIDE),
    ]


def _fact(instrument: Instrument, field: Field) -> Flowable:
    label: list[Flowable] = [paragraph(field.label, "small")]
    hint = _fact_hint(field)
    if hint:
        label.append(paragraph(hint, "grey"))
    if field.ask_if is not None:
        label.append(paragraph(f"if {condition_words(field.ask_if, instrument)}", "grey"))
    for country, reason in field.na_for.items():
        label.append(paragraph(f"not for {country}: {reason}", "grey"))
    if field.type is FieldType.GRID:
        rows, columns = ([item.label for item in axis] for axis in (field.rows, field.columns))
        return together([gap(3), *label, gap(2), empty_grid(rows, columns, _WIDTH), gap(4)])
    cells = [[label, _fact_input(field)]]
    return table(cells, [58 * _MM, _WIDTH - 58 * _MM], padding=2.8)


def _fact_hint(field: Field) -> str:
    match field.type:
        case FieldType.MULTI:
            return "tick all that apply"
        case FieldType.DATE:
            return "year – month – day"
        case FieldType.NUMERIC | FieldType.GRID if field.unit:
            return f"in {field.unit}"
        case _:
            return ""


def _fact_input(field: Field) -> Flowable:
    match field.type:
        case FieldType.YESNO:
            return Choices(("yes", "no"))
        case FieldType.SINGLE | FieldType.MULTI:
            return Choices([option.label for option in field.options])
        case FieldType.LEVEL if field.levels:
            return Choices([f"{level}: {words}" for level, words in enumerate(field.levels)])
        case FieldType.LEVEL:
            return Choices([str(level) for level in range(6)])
        case _:
            return WritingLines(1)


def _vignettes(instrument: Instrument) -> list[Flowable]:
    story: list[Flowable] = [
        Bookmark("Invented countries", "vignettes"),
        paragraph("Invented countries", "title"),
        paragraph("Rate each on the ladder of the named question.", "subtitle"),
        gap(10),
    ]
    for vignette in instrument.vignettes:
        story += [together(_vignette(instrument, vignette)), gap(12)]
    return story


def _vignette(instrument: Instrument, vignette: Vignette) -> list[Flowable]:
    indicator = instrument.by_id[vignette.indicator]
    return [
        Rule(after=4),
        mixed([(vignette.title, "section"), (vignette.id, "grey")]),
        gap(3),
        paragraph(vignette.text, "body"),
        gap(4),
        paragraph(f"Ladder of {indicator.id}, {indicator.title}", "note"),
        gap(3),
        Choices([str(level) for level in range(6)]),
    ]


def _context(instrument: Instrument) -> list[Flowable]:
    rows = [
        together([mixed([(field.id, "grey")]), _fact(instrument, field)]) for field in instrument.context
    ]
    return [
        Bookmark("At the end", "context"),
        paragraph("At the end", "title"),
        paragraph("These questions are not scored.", "subtitle"),
        gap(10),
        Rule(),
        *rows,
    ]


def _sources(instrument: Instrument) -> list[Flowable]:
    rows = [
        [
            paragraph(source.id, "grey"),
            [
                paragraph(source.title, "small"),
                *([paragraph(source.status, "note")] if source.status else []),
                *([paragraph(source.url, "note")] if source.url else []),
            ],
        ]
        for source in instrument.sources
    ]
    return [
        Bookmark("Acts and standards", "sources"),
        paragraph("Acts and standards", "title"),
        gap(8),
        table(rows, [30 * _MM, 140 * _MM], top_rule=True),
    ]


def _choice_row(label: str, choices: tuple[str, ...]) -> Flowable:
    return plain_table([[paragraph(label, "label"), Choices(choices)]], [32 * _MM, _WIDTH - 32 * _MM])


def _paragraphs(text: str) -> list[str]:
    """Folded YAML text holds one line per paragraph."""
    return [" ".join(part.split()) for part in text.split("\n") if part.strip()]
