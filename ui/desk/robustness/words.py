"""Sentences of the robustness room."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from exports.chart_rows import BarRow, DotRow, PairRow, RankRow, SourceRow, SwingRow, ranks_text
from ui.charts.look import words as chart_words
from ui.report_words import band_words
from wb6assess.model.vocabulary import Actor
from wb6assess.reports.figures import interval_text, score_text, signed_text
from wb6assess.reports.region.readiness import ReadinessGap
from wb6assess.reports.region.sensitivity import Way
from wb6assess.reports.region.steps import NextStep
from wb6assess.scoring.bands import Band, band_of
from wb6assess.scoring.states import State


def _tr(text: str) -> str:
    return QCoreApplication.translate("Robustness", text)


def bordering_words(band: Band, neighbour: Band) -> str:
    """A borderline band (methodology 4.2)."""
    return _tr("{band}, bordering on {neighbour}").format(
        band=band_words(band), neighbour=band_words(neighbour)
    )


def interval_spoken(row: DotRow) -> str:
    """A country's score with its interval, as a sentence."""
    if row.value is None or row.band is None:
        return _tr("{country}: no published score").format(country=row.label)
    near = row.bordering
    words = _tr("{country}: {score}, {band}; 90 % interval {interval}")
    return words.format(
        country=row.label,
        score=row.sign,
        band=bordering_words(row.band, near) if near else band_words(row.band),
        interval=interval_text(row.interval),
    )


def fix_spoken(row: BarRow) -> str:
    """An indicator to fix, as a sentence."""
    words = _tr("{id} {title}: level {now} to {target}, {gain} points")
    return words.format(
        id=row.key, title=row.label, now=row.now, target=row.target, gain=score_text(row.gain)
    )


def source_spoken(row: SourceRow) -> str:
    """How wide a source makes the interval."""
    return f"{row.label}: {score_text(row.width)}"


def rank_spoken(row: RankRow) -> str:
    """The ranks a country takes in nine of ten draws."""
    if row.ranks is None:
        return _tr("{country}: no rank").format(country=row.label)
    return _tr("{country}: ranks {ranks}").format(country=row.label, ranks=ranks_text(row))


def step_words(step: NextStep | None) -> str:
    """What the next level says."""
    if step is None:
        return _tr("There is no next step: it stands at the top.")
    if step.level is None:
        return _tr("Next step: {text}").format(text=step.text)
    return _tr("Next step, level {level}: {text}").format(level=step.level, text=step.text)


def actor_words(step: NextStep) -> str:
    """Who decides about the next step."""
    who = {
        Actor.NATIONAL: _tr("Decided by the country."),
        Actor.JOINT: _tr("Decided by the country and the EU together."),
        Actor.EU: _tr("Decided by the EU."),
    }[step.actor]
    beyond = _tr("The country cannot reach this level without a decision on the EU side.")
    return f"{who} {beyond}" if step.beyond_ceiling else who


def swing_spoken(row: SwingRow) -> str:
    """What an indicator moves, as a sentence."""
    words = _tr("{id} {title}: one level up {up}, one level down {down}, left out {out}")
    return words.format(
        id=row.key,
        title=row.label,
        up=signed_text(row.up),
        down=signed_text(row.down),
        out=signed_text(row.removed, _tr("no score")),
    )


def pair_spoken(row: PairRow) -> str:
    """Law against practice in a country, as a sentence."""
    words = _tr(
        "{country}: law {law}, practice {practice}, gap {gap}, {reading}; institutions {institution}, "
        "interface with the EU {interface}"
    )
    return words.format(
        country=row.label,
        law=score_text(row.law),
        practice=score_text(row.practice),
        gap=score_text(row.gap),
        reading=reading_words(row),
        institution=score_text(row.institution),
        interface=score_text(row.interface),
    )


def reading_words(row: PairRow) -> str:
    """What the gap is called where there is little room (methodology 7)."""
    return row.reading(chart_words().gaps) or _tr("insufficient data")


def unknown_words(state: State) -> str:
    """Why an indicator has no value."""
    return {
        State.DONT_KNOW: _tr("mostly don't know"),
        State.WITHHELD: _tr("withheld"),
    }.get(state, _tr("not answered"))


def way_words(way: Way, cuts: Sequence[float]) -> str:
    """How far the next band is; the steps are listed below."""
    if way.distance is None:
        return _tr("In the top band; there is no next one.")
    if way.path is None:
        words = _tr(
            "{points} points to the next band. Shortest path: none, no indicator can rise enough."
        )
        return words.format(points=score_text(way.distance))
    band = band_words(band_of(Decimal(str(way.path.cut)), cuts))
    return _tr("{points} points to {band}.").format(points=score_text(way.distance), band=band)


def readiness_words(gap: ReadinessGap) -> str:
    """Readiness of the country against the openness of the EU side; under two points level."""
    points = gap.points
    if points is None:
        return _tr("{title}: insufficient data.").format(title=gap.title)
    said = _tr("{title}: readiness {ready}, openness of the EU side {open}.").format(
        title=gap.title,
        ready=score_text(gap.readiness.published),
        open=score_text(gap.openness.published),
    )
    if abs(points) < 2:
        more = _tr("The two are level.")
    elif points > 0:
        more = _tr("The country is {points} points readier than the EU side is open.")
    else:
        more = _tr("The EU side is {points} points more open than the country is ready.")
    return f"{said} {more.format(points=score_text(abs(points)))}"
