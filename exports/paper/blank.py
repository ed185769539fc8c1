"""The pages of the blank questionnaire: cover, every question by pillar, what is asked at the end."""

from collections.abc import Iterator
from datetime import UTC, datetime

from reportlab.platypus import PageBreak

from exports import house
from exports.paper.blank_facts import facts_of
from exports.paper.blank_item import question
from exports.paper.flow import gap, together
from exports.paper.form_words import Form, paragraphs
from exports.paper.forms import WritingLines
from exports.paper.furniture import Furniture
from exports.paper.parts import Bookmark, Part, Rule
from exports.paper.styles import Flowable, linked, mixed
from exports.paper.tables import plain_table, table
from wb6assess.model.instrument import Instrument, Source, Vignette

_MM = house.MM
_NOT_FILLED = "not filled"
_WRITE_IN = "Country ________   Expert code ____________"
_LANGUAGES = {
    "en": "English",
    "sq": "shqip",
    "mk": "македонски",
    "sr-Latn": "srpski",
    "sr-Cyrl": "српски",
    "bs": "bosanski",
    "cnr": "crnogorski",
}


def blank_furniture(instrument: Instrument, second: Instrument | None = None) -> Furniture:
    """Head and foot of the blank form; it has no answers, hence no fingerprint and no date."""
    head = f"{instrument.title}  |  blank questionnaire"
    if second is not None:
        languages = [_LANGUAGES.get(item.language, item.language) for item in (instrument, second)]
        head = f"{head}  |  {' / '.join(languages)}"
    return Furniture(
        title=f"{instrument.title}: blank questionnaire",
        head=head,
        foot=(
            f"{instrument.id} {instrument.version}  |  for thinking on paper, answers are typed or sent "
            "as a workbook"
        ),
        fingerprint=_NOT_FILLED,
        created=datetime(2000, 1, 1, tzinfo=UTC),
        bands=False,
        language=instrument.language,
        write_in=_WRITE_IN,
    )


def blank_story(form: Form, room: float) -> list[Flowable]:
    """Cover, questions, what is asked at the end, sources.

    Args:
        form: The texts and their size.
        room: Height of a page's text in points.
    """
    story = list(_cover(form))
    for pillar in form.instrument.pillars:
        story.append(PageBreak())
        title = form.own(f"{pillar.id}.title", pillar.title)
        head: list[Flowable] = [
            Part(f"{pillar.id} {title}"),
            Bookmark(f"{pillar.id} {title}", f"pillar-{pillar.id}"),
            form.words(f"{pillar.id}  {form.label(f'{pillar.id}.title', pillar.title)}", "section"),
            gap(5),
        ]
        for indicator in pillar.indicators:
            story += question(form, indicator, head, room)
            head = [gap(16)]
    if form.instrument.vignettes:
        story += [PageBreak(), *_vignettes(form)]
    if form.instrument.context:
        story += [PageBreak(), *_context(form)]
    if form.instrument.sources:
        story += [PageBreak(), *_sources(form)]
    return story


def _cover(form: Form) -> Iterator[Flowable]:
    instrument = form.instrument
    count = len(instrument.by_id)
    yield Bookmark(instrument.title, "top")
    yield form.words(form.framework.title, "kicker")
    yield gap(3)
    yield form.text("title", instrument.title, "title", house.TEXT_WIDTH)
    yield form.words(f"Blank questionnaire, version {instrument.version}", "subtitle")
    yield gap(10)
    labels = ("Country", "Expert code", "Round", "Date")
    yield plain_table(
        [
            [form.words(words, "label") for words in labels],
            [[gap(8), WritingLines(1, large=form.large)] for _ in labels],
        ],
        [house.TEXT_WIDTH / 4] * 4,
        padding_right=14,
    )
    yield gap(14)
    yield from _intro(form)
    yield gap(10)
    head = ["", form.words(f"{count} questions", "label"), form.words("Questions", "label", right=True)]
    rows = [
        [
            form.words(pillar.id, "grey"),
            form.words(form.label(f"{pillar.id}.title", pillar.title), "cell"),
            form.words(str(len(pillar.indicators)), "cell", right=True),
        ]
        for pillar in instrument.pillars
    ]
    widths = [24 * _MM, 112 * _MM, 34 * _MM]
    yield table([head, *rows], widths, top_rule=True, heads=1)


def _intro(form: Form) -> Iterator[Flowable]:
    """Paragraph by paragraph, so that two languages stay side by side over a page."""
    own = paragraphs(form.own("intro", form.instrument.intro))
    if form.second is None:
        for part in own:
            yield form.words(part, "body")
            yield gap(6)
        return
    other = paragraphs(form.other("intro"))
    widths = form.columns(house.TEXT_WIDTH)
    for place in range(max(len(own), len(other))):
        pair = [form.words(texts[place]) if place < len(texts) else "" for texts in (own, other)]
        yield plain_table([pair], widths, padding_right=14)
        yield gap(6)


def _vignettes(form: Form) -> list[Flowable]:
    story: list[Flowable] = [
        Part("Invented countries"),
        Bookmark("Invented countries", "vignettes"),
        form.words("Invented countries", "title"),
        form.words("Rate each on the ladder of the named question.", "subtitle"),
        gap(10),
    ]
    for vignette in form.instrument.vignettes:
        story += [together(_vignette(form, vignette)), gap(12)]
    return story


def _vignette(form: Form, vignette: Vignette) -> list[Flowable]:
    indicator = form.instrument.by_id[vignette.indicator]
    title = form.label(f"{vignette.id}.title", vignette.title)
    return [
        Rule(after=4),
        mixed([(title, "section"), (vignette.id, "grey")], large=form.large),
        gap(3),
        form.text(f"{vignette.id}.text", vignette.text, "body", house.TEXT_WIDTH),
        gap(4),
        form.words(f"Ladder of {indicator.id}, {indicator.title}", "note"),
        gap(3),
        form.choices([str(level) for level in range(6)]),
    ]


def _context(form: Form) -> list[Flowable]:
    return [
        Part("At the end"),
        Bookmark("At the end", "context"),
        form.words("At the end", "title"),
        form.words("These questions are not scored.", "subtitle"),
        gap(10),
        *facts_of(form, form.instrument.context, "", lambda field: field.id, named=True),
    ]


def _sources(form: Form) -> list[Flowable]:
    rows = [[form.words(source.id, "grey"), _source(form, source)] for source in form.instrument.sources]
    return [
        Part("Acts and standards"),
        Bookmark("Acts and standards", "sources"),
        form.words("Acts and standards", "title"),
        gap(8),
        table(rows, [30 * _MM, 140 * _MM], top_rule=True),
    ]


def _source(form: Form, source: Source) -> list[Flowable]:
    key = f"sources.{source.id}"
    lines = [form.words(form.label(f"{key}.title", source.title), "small")]
    if source.status:
        lines.append(form.words(form.label(f"{key}.status", source.status), "note"))
    return [*lines, linked(source.url, source.url, "note", large=form.large)] if source.url else lines
