"""The notes every report must carry (methodology 12.3), in the order of the house style."""

from collections.abc import Iterator

from wb6assess.model.framework import METHODOLOGY, Country, Framework, Parameters
from wb6assess.model.instrument import Instrument
from wb6assess.reports.figures import FOOTNOTE, date_words, number_text, share_text
from wb6assess.reports.wording import OWN_BANDS

ONE_EXPERT = "One expert's judgement; no interval is given before several experts are consolidated."
SEVERAL_EXPERTS = (
    "The country value of an indicator is consolidated over the experts' ratings, unless a validation "
    "meeting decided it. Experts' judgements differ; the intervals show how far that moves a score."
)
INVENTED = "The answers are invented; nothing here describes a real country."

_METHODS = {
    "median": "the median of the experts' ratings",
    "mean": "the mean of the experts' ratings",
    "confidence": "the experts' ratings weighted with their confidence",
}


def named(country: Country) -> str:
    """A country's name with the mark of its footnote."""
    return country.name + (FOOTNOTE if country.footnote else "")


def what_a_score_is(parameters: Parameters) -> str:
    """How levels become a score, and what is a convention in it."""
    methods = parameters.methods
    return (
        f"Score: {methods.domain} mean of weighted pillars, levels 0–5 converted to 0–100. "
        "Equal distance between levels is a convention."
    )


def how_experts_join(parameters: Parameters) -> str:
    """How several experts' ratings become one value."""
    return f"The value of an indicator in a country is {_METHODS[parameters.consolidation]}."


def own_bands(parameters: Parameters) -> str:
    """Whose bands these are, and their limits."""
    limits = ", ".join(number_text(cut) for cut in parameters.cuts)
    return f"{OWN_BANDS} Lower limits {limits}."


def outside_the_score(instrument: Instrument) -> str:
    """What is asked but not scored; empty when everything is scored."""
    outside = [item.id for item in instrument.indicators() if not item.score_weight]
    if not outside:
        return ""
    if len(outside) == 1:
        return f"{outside[0]} carries no weight and is outside the score."
    return f"{len(outside)} indicators carry no weight and are outside the score: {', '.join(outside)}."


def signs(parameters: Parameters, *, confidential: bool = False) -> str:
    """What stands where no score is printed."""
    tau = share_text(parameters.tau)
    upper = share_text(parameters.provisional)
    few = parameters.k_min_experts
    disclosure = f" c = confidential, fewer than {few} experts contributed." if few > 1 else ""
    disclosure = disclosure if confidential else ""
    return (
        f"Coverage below {tau}: insufficient data, no score is published (:). "
        f"From {tau} to below {upper}: provisional (†). z = not applicable.{disclosure}"
    )


def parameters_note(framework: Framework, round_id: str) -> str:
    """Parameters that differ from the defaults, and the round's cut-off date."""
    changed = framework.parameters.changed()
    values = "; ".join(f"{name} {_value(value)}" for name, value in changed.items())
    text = (
        f"Parameters changed from the defaults of methodology {METHODOLOGY}: {values}."
        if values
        else f"Parameters: all defaults of methodology {METHODOLOGY}."
    )
    known = framework.round_by_id.get(round_id)
    if known is None or known.cut_off is None:
        return f"{text} No cut-off date is set for this round."
    day = known.cut_off
    return f"{text} Cut-off date {date_words(day.year, day.month, day.day)}."


def reading_notes(
    framework: Framework,
    instruments: tuple[Instrument, ...],
    round_id: str,
    *,
    single: bool,
    sample: bool,
) -> Iterator[str]:
    """The notes at the end of a report, in order, without the status note."""
    parameters = framework.parameters
    experts = ONE_EXPERT if single else f"{how_experts_join(parameters)} {SEVERAL_EXPERTS}"
    yield f"{what_a_score_is(parameters)} {experts}"
    yield own_bands(parameters)
    yield from filter(None, (outside_the_score(item) for item in instruments))
    yield signs(parameters, confidential=not single)
    yield parameters_note(framework, round_id)
    if sample:
        yield INVENTED


def _value(value: object) -> str:
    fields = getattr(value, "__dataclass_fields__", None)
    if fields is None:
        return number_text(value)
    return ", ".join(f"{name} {getattr(value, name)}" for name in fields)
