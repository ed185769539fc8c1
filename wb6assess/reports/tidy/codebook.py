"""The codebook of tidy data: every question, and every value it can be answered with."""

from collections.abc import Iterator, Mapping

from wb6assess.model.instrument import Field, Indicator, Instrument, Vignette
from wb6assess.reports.tidy.tables import (
    INSTRUMENT,
    ITEM,
    TO_ITEM,
    Row,
    Table,
    count,
    number,
    text,
    truth,
)

Instruments = Mapping[str, Instrument]


def codebook(instruments: Instruments) -> Table:
    """One row for each question of the scored questionnaires."""
    return Table(
        "codebook",
        "codebook.csv",
        "Every question of the questionnaires",
        (
            INSTRUMENT,
            text("instrument_version", "Version of the questionnaire."),
            ITEM,
            text("kind", "What it is.", ("indicator", "field", "vignette", "context")),
            text("type", "How it is answered."),
            text("parent", "Indicator a field or a vignette belongs to."),
            text("pillar", "Id of the pillar."),
            text("pillar_title", "Title of the pillar."),
            number("pillar_weight", "Weight of the pillar in the questionnaire."),
            text("title", "Short name."),
            text("question", "What is asked."),
            text("unit", "Unit of a number."),
            number("weight", "Weight in the pillar; 0 outside the score."),
            text("aspect", "Side of alignment it observes."),
            truth("scored", "Whether answers have a score."),
            truth("sensitive", "Whether answers stay with the coordinator."),
        ),
        ("instrument", "item"),
        lambda: (row for instrument in instruments.values() for row in _questions(instrument)),
    )


def choices(instruments: Instruments) -> Table:
    """One row for each level, option, and row and column of a grid."""
    return Table(
        "choices",
        "choices.csv",
        "Values answers can have",
        (
            INSTRUMENT,
            ITEM,
            text("part", "What is chosen.", ("level", "option", "row", "column")),
            text("value", "As it stands among the answers."),
            text("label", "What it means."),
            count("position", "Place in the questionnaire, from 1."),
            number("score", "Score 0–100 of the option, where it has one."),
            number("points", "Points of an option of several, where it has some."),
        ),
        ("instrument", "item", "part", "value"),
        lambda: (row for instrument in instruments.values() for row in _choices(instrument)),
        (TO_ITEM,),
    )


def answerable(instrument: Instrument) -> Iterator[tuple[str, Indicator | Field | Vignette]]:
    """Every id of the codebook with its question, in the order of the questionnaire."""
    for indicator in instrument.indicators():
        yield indicator.id, indicator
        for fact in indicator.fields:
            yield f"{indicator.id}.{fact.id}", fact
    yield from instrument.vignette_by_id.items()
    yield from instrument.context_by_id.items()


def _questions(instrument: Instrument) -> Iterator[Row]:
    head = (instrument.id, instrument.version)
    for pillar in instrument.pillars:
        inside = (pillar.id, pillar.title, pillar.weight)
        for item in pillar.indicators:
            yield (
                *(*head, item.id, "indicator", item.type.value, "", *inside),
                *(item.title, item.question, item.unit, item.score_weight, item.aspect.value),
                *(item.scored, item.sensitive),
            )
            for fact in item.fields:
                name = f"{item.id}.{fact.id}"
                hidden = item.sensitive or fact.sensitive
                yield (
                    *(*head, name, "field", fact.type.value, item.id, *inside),
                    *(fact.label, "", fact.unit, 0.0, item.aspect.value, False, hidden),
                )
    for vignette in instrument.vignettes:
        yield (
            *(*head, vignette.id, "vignette", "level", vignette.indicator, "", "", None),
            *(vignette.title, vignette.text, "", 0.0, "", False, False),
        )
    for fact in instrument.context:
        yield (
            *(*head, fact.id, "context", fact.type.value, "", "", "", None),
            *(fact.label, "", fact.unit, 0.0, "", False, fact.sensitive),
        )


def _choices(instrument: Instrument) -> Iterator[Row]:
    for name, question in answerable(instrument):
        head = (instrument.id, name)
        ladder = instrument.by_id[question.indicator] if isinstance(question, Vignette) else question
        for level, label in enumerate(ladder.levels):
            yield *head, "level", str(level), label, level + 1, 20.0 * level, None
        if isinstance(question, Vignette):
            continue
        for place, option in enumerate(question.options, start=1):
            yield *head, "option", option.key, option.label, place, option.score, option.points
        if isinstance(question, Field):
            for part, axis in (("row", question.rows), ("column", question.columns)):
                for place, column in enumerate(axis, start=1):
                    yield *head, part, column.key, column.label, place, None, None
