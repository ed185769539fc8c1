"""Small questionnaires drawn by hand, for tests that need one."""

from wb6assess.model.conditions import AnswerRef, Compare, Op
from wb6assess.model.framework import Country, Domain, Framework, Parameters, Round
from wb6assess.model.instrument import Indicator, Instrument, Option, Pillar
from wb6assess.model.vocabulary import Aspect, Direction, IndicatorType, Polarity, SkipEffect

LADDER = tuple(f"Rung number {level} of a drawn ladder" for level in range(6))


def indicator(item: str, kind: IndicatorType = IndicatorType.LEVEL, **more: object) -> Indicator:
    """An indicator with what its type needs; `more` overrides."""
    given: dict[str, object] = {
        "title": f"Title of {item}",
        "question": f"What about {item}?",
        "aspect": Aspect.LAW,
        **({"levels": LADDER} if kind is IndicatorType.LEVEL else {}),
        **more,
    }
    return Indicator(id=item, type=kind, **given)  # type: ignore[arg-type]


def instrument(*pillars: Pillar, **more: object) -> Instrument:
    """An instrument around pillars."""
    given: dict[str, object] = {"id": "drawn", "version": "2026.1", "title": "Drawn", **more}
    return Instrument(pillars=pillars, **given)  # type: ignore[arg-type]


def pillar(item: str, *indicators: Indicator, weight: float = 1, **more: object) -> Pillar:
    """A pillar around indicators."""
    return Pillar(item, f"Pillar {item}", weight, indicators, **more)  # type: ignore[arg-type]


def framework(
    *instruments: Instrument, parameters: Parameters | None = None, **domain: object
) -> Framework:
    """Six countries, one round, each instrument a core domain of weight 1."""
    codes = {
        "AL": "Albania",
        "BA": "Bosnia and Herzegovina",
        "ME": "Montenegro",
        "MK": "North Macedonia",
        "RS": "Serbia",
        "XK": "Kosovo",
    }
    return Framework(
        "drawn-framework",
        "Drawn framework",
        tuple(Country(code, name, "status" if code == "XK" else "") for code, name in codes.items()),
        tuple(Domain(item.id.upper(), item.id, 1, core=True, **domain) for item in instruments),  # type: ignore[arg-type]
        (Round("2026", "2026"),),
        parameters or Parameters(),
    )


def example_one() -> Instrument:
    """Methodology 15, example 1: one pillar, all types."""
    law_points = (("law", 2.0), ("guidance", 1.0), ("website", 1.0))
    return instrument(
        pillar(
            "P",
            indicator("a", weight=3),
            indicator("b", IndicatorType.YESNO, weight=2),
            indicator("c", IndicatorType.YESNO, weight=1, polarity=Polarity.NEGATIVE),
            indicator(
                "d",
                IndicatorType.MULTI,
                weight=2,
                options=tuple(Option(key, key.title(), points=points) for key, points in law_points),
                full_points=4.0,
            ),
            indicator(
                "e",
                IndicatorType.NUMERIC,
                weight=1,
                thresholds=(180.0, 120.0, 90.0, 60.0, 30.0),
                direction=Direction.LOWER,
            ),
            indicator("f", IndicatorType.NUMERIC, weight=2, worst=0.0, best=40.0),
            indicator("g", weight=2),
            indicator("h", weight=1),
            indicator(
                "i",
                weight=1,
                ask_if=Compare(AnswerRef("b"), Op.EQ, "no"),
                skip_effect=SkipEffect.EXCLUDE,
            ),
            indicator(
                "j",
                weight=2,
                ask_if=Compare(AnswerRef("a"), Op.GE, 5),
                skip_effect=SkipEffect.SCORE_ZERO,
            ),
        )
    )
