"""One question of the blank form: its text and ladder, reason, evidence, facts."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Indenter

from exports import house
from exports.paper.blank_facts import facts_of
from exports.paper.flow import gap, height_of, together
from exports.paper.form_words import Form
from exports.paper.forms import TickBox, WritingLines
from exports.paper.parts import Bookmark, Item, Rule
from exports.paper.styles import Flowable
from exports.paper.tables import plain_table, table
from wb6assess.model.assessment import Confidence
from wb6assess.model.instrument import Anchor, Indicator
from wb6assess.model.vocabulary import IndicatorType
from wb6assess.reports.conditions import condition_words
from wb6assess.reports.wording import evidence_words

_REASON_LINES = 6
_EVIDENCE_LINES = 3
_NA = "Not applicable, because (at least 20 characters)"
_DONT_KNOW = "Don't know; what would be needed to find out"
_WITHHELD = "Withheld: known, but not disclosed"


def question(
    form: Form, indicator: Indicator, head: Sequence[Flowable], room: float
) -> Iterator[Flowable]:
    """Question, ladder and confidence, which never split; then reason, evidence and facts.

    Args:
        form: Texts and size.
        indicator: The question.
        head: What stands above it and goes with it.
        room: Height of a page's text in points. Guidance goes below the ladder where the two do not
            fit on one page.
    """
    above = [*head, *_title(form, indicator)]
    guide = _guide(form, indicator)
    below = [gap(6), *_answer(form, indicator), gap(4), _confidence(form)]
    if height_of([*above, *guide, *below], house.TEXT_WIDTH) <= room:
        yield together([*above, *guide, *below])
        guide = []
    elif height_of([*above, *below], house.TEXT_WIDTH) <= room:
        yield together([*above, *below])
    else:
        yield together(above)
        yield together(below)
    yield Item(indicator.id)
    yield from _reason(form)
    yield together(list(_evidence(form, indicator)))
    yield from guide
    if indicator.fields:
        yield gap(7)
        yield from facts_of(
            form,
            indicator.fields,
            f"{indicator.id}   Facts beside the answer; they are not scored",
            lambda field: f"{indicator.id}.fields.{field.id}",
        )
    yield Item("")


def _title(form: Form, indicator: Indicator) -> list[Flowable]:
    key = indicator.id
    parts: list[Flowable] = [
        form.text(f"{key}.title", indicator.title, "indicator", form.width),
        gap(3),
        form.text(f"{key}.question", indicator.question, "body", form.width),
    ]
    if indicator.ask_if is not None:
        words = condition_words(indicator.ask_if, form.instrument)
        parts += [gap(3), form.words(f"Answer only if {words}.", "strong")]
    for country, reason in indicator.na_for.items():
        said = form.label(f"{key}.na_for.{country}", reason)
        parts += [gap(3), form.words(f"Not applicable for {country}: {said}", "note")]
    return [
        Bookmark(f"{key} {indicator.title}", f"item-{key}", 1),
        Rule(after=5),
        plain_table([[form.words(key, "label"), parts]], [form.aside, form.width]),
    ]


def _guide(form: Form, indicator: Indicator) -> list[Flowable]:
    """Guidance and what the question is founded on; a long one may go on over a page."""
    parts: list[Flowable] = []
    if indicator.guide:
        parts += [gap(4), form.text(f"{indicator.id}.guide", indicator.guide, "note", form.width)]
    anchors = "; ".join(_anchor_words(anchor) for anchor in indicator.anchors)
    if anchors:
        parts += [gap(3), form.words(anchors, "note")]
    return [Indenter(left=form.aside), *parts, Indenter(left=-form.aside)] if parts else []


def _anchor_words(anchor: Anchor) -> str:
    words = f"{anchor.source} {anchor.at}"
    return f"forward: {words}" if anchor.forward else words


def _answer(form: Form, indicator: Indicator) -> list[Flowable]:
    box = 0.56 * form.aside
    rows = [[TickBox(_box(form)), *row] for row in _choices(form, indicator)]
    if not rows:
        unit = form.label(f"{indicator.id}.unit", indicator.unit)
        words = [form.words(f"Number, in {unit}", "cell")] if indicator.unit else []
        rows.append(["", "", *_wide(form, [*words, WritingLines(1, large=form.large)])])
    for said, line in _special(indicator):
        text: list[Flowable] = [form.words(said, "cell")]
        if line:
            text += [gap(1), WritingLines(1, large=form.large)]
        rows.append([TickBox(_box(form)), "", *_wide(form, text)])
    hint = {
        IndicatorType.LEVEL: "Tick the highest level whose whole statement is true",
        IndicatorType.VIGNETTE: "Tick one level",
        IndicatorType.MULTI: "Tick all that apply",
        IndicatorType.NUMERIC: "Write the number",
        IndicatorType.TEXT: "Write",
    }.get(indicator.type, "Tick one")
    # Lines to write on take the whole width, whatever the number of languages.
    spans = [place for place, row in enumerate(rows) if form.second and row[-1] == ""]
    return [
        plain_table([["", form.words(hint, "label")]], [form.aside, form.width]),
        gap(2),
        Rule(house.RULE),
        table(
            rows,
            [box, form.aside - box, *form.columns(form.width)],
            padding=4,
            layout=True,
            wide=dict.fromkeys(spans, 2),
        ),
    ]


def _box(form: Form) -> float:
    return 15.0 if form.large else 10.5


def _wide(form: Form, content: list[Flowable]) -> list[object]:
    return [content] if form.second is None else [content, ""]


def _choices(form: Form, indicator: Indicator) -> Iterator[list[object]]:
    """Digit and texts of each choice; none for numbers and texts."""
    key = indicator.id
    match indicator.type:
        case IndicatorType.YESNO:
            for words in ("Yes", "No"):
                yield ["", *_wide(form, [form.words(words, "cell")])]
        case IndicatorType.SINGLE | IndicatorType.MULTI:
            for option in indicator.options:
                alone = " (stands alone)" if option.exclusive else ""
                yield ["", *form.cells(f"{key}.options.{option.key}", option.label + alone, "cell")]
        case IndicatorType.LEVEL | IndicatorType.VIGNETTE:
            for level, words in enumerate(indicator.levels):
                texts = form.cells(f"{key}.levels.{level}", words, "cell")
                yield [form.words(str(level), "strong"), *texts]


def _special(indicator: Indicator) -> Iterator[tuple[str, bool]]:
    """Answers that are no value, and whether each has a line to write on."""
    if indicator.na_allowed:
        yield _NA, True
    yield _DONT_KNOW, True
    if indicator.sensitive:
        yield _WITHHELD, False


def _confidence(form: Form) -> Flowable:
    label = 126.0 if form.large else 78.0
    return plain_table(
        [["", form.words("Confidence", "label"), form.choices([degree.value for degree in Confidence])]],
        [form.aside, label, form.width - label],
    )


def _reason(form: Form) -> Iterator[Flowable]:
    yield Indenter(left=form.aside)
    yield gap(6)
    yield form.words("Justification: what the answer rests on", "label", keep=True)
    yield WritingLines(_REASON_LINES, large=form.large)
    yield Indenter(left=-form.aside)


def _evidence(form: Form, indicator: Indicator) -> Iterator[Flowable]:
    yield Indenter(left=form.aside)
    yield gap(9)
    yield form.words("Evidence: document, issuer, date, page, link", "label")
    yield WritingLines(_EVIDENCE_LINES, numbered=True, large=form.large)
    if indicator.evidence:
        kinds = ", ".join(evidence_words(kind) for kind in indicator.evidence)
        yield gap(4)
        yield form.words(f"Evidence that counts here: {kinds}.", "note")
    yield Indenter(left=-form.aside)
