# ruff: noqa: E501 - tables of mistakes read best with one mistake a line
"""framework.yaml: countries, domains, rounds and the methodology's parameters."""

from datetime import date

import pytest

from wb6assess.errors import InstrumentError
from wb6assess.instruments.reader import read_framework
from wb6assess.model.framework import Country, Domain, Methods, Parameters, Round
from wb6assess.model.vocabulary import Method

TEXT = """\
format: wb6assess-framework/1
id: wb6
title: Alignment
countries:
  - {code: AL, name: Albania}
  - {code: XK, name: Kosovo, footnote: status}
domains:
  - {id: FDI, instrument: fdi-screening, weight: 2, core: true, method: geometric}
  - {id: CYB, instrument: cybersecurity, weight: 0}
parameters: {tau: 0.5, cuts: [10, 30, 50, 70], methods: {pillar: min}}
rounds:
  - {id: "2026", title: "Round 2026", reference_date: 2026-09-30, cut_off: 2026-12-31}
  - {id: "2027"}
"""


def problems_of(old: str, new: str) -> tuple[str, ...]:
    assert old in TEXT
    with pytest.raises(InstrumentError) as caught:
        read_framework(TEXT.replace(old, new, 1), "framework.yaml")
    return caught.value.problems


def test_a_framework_is_read_whole() -> None:
    framework = read_framework(TEXT, "framework.yaml")
    assert framework.countries == (Country("AL", "Albania"), Country("XK", "Kosovo", "status"))
    assert framework.domains == (
        Domain("FDI", "fdi-screening", 2, core=True, method=Method.GEOMETRIC),
        Domain("CYB", "cybersecurity", 0),
    )
    assert framework.rounds == (
        Round("2026", "Round 2026", date(2026, 9, 30), date(2026, 12, 31)),
        Round("2027", "2027"),
    )
    assert framework.parameters == Parameters(
        tau=0.5, cuts=(10, 30, 50, 70), methods=Methods(pillar=Method.MIN)
    )


def test_without_parameters_the_defaults_of_the_methodology_hold() -> None:
    text = TEXT.replace("parameters: {tau: 0.5, cuts: [10, 30, 50, 70], methods: {pillar: min}}\n", "")
    assert read_framework(text, "framework.yaml").parameters == Parameters()


def test_one_method_may_stand_for_all() -> None:
    text = TEXT.replace("{pillar: min}", "geometric")
    every = Method.GEOMETRIC
    assert read_framework(text, "f").parameters.methods == Methods(every, every, every)


def test_every_parameter_of_the_model_can_be_given() -> None:
    default = Parameters()
    given = ", ".join(
        f"{name}: {list(value) if isinstance(value, tuple) else value}"
        for name in default.__dataclass_fields__
        if name != "methods" and (value := getattr(default, name)) is not None
    )
    text = TEXT.replace("{tau: 0.5, cuts: [10, 30, 50, 70], methods: {pillar: min}}", f"{{{given}}}")
    assert read_framework(text, "f").parameters == default


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("tau: 0.5", "taau: 0.5", "framework.yaml:10 parameters.taau: this key is not known here; did you mean `tau`?"),
        ("tau: 0.5", "tau: 0", "framework.yaml:10 parameters.tau: `0` must be greater than 0"),
        ("tau: 0.5", "tau: 60", "framework.yaml:10 parameters.tau: `60` must be at most 1"),
        ("tau: 0.5", "tau: 0.9", "framework.yaml:10 parameters.provisional: must not be below tau (0.9)"),
        ("[10, 30, 50, 70]", "[10, 50, 30, 70]", "framework.yaml:10 parameters.cuts: these numbers must rise"),
        ("[10, 30, 50, 70]", "[10, 30, 50]", "framework.yaml:10 parameters.cuts: three numbers, four needed"),
        ("{pillar: min}", "{pillar: max}", "framework.yaml:10 parameters.methods.pillar: `max` is not one of"),
        ("{pillar: min}", "{piller: min}", "framework.yaml:10 parameters.methods.piller: this key is not known here; did you mean `pillar`?"),
        ("tau: 0.5", "seed: -1", "framework.yaml:10 parameters.seed: `-1` must be at least 0"),
        ("code: AL", "code: Albania", "framework.yaml:5 countries[0].code: `Albania` cannot be used"),
        ("code: AL", "code: XK", "framework.yaml:6 countries[1].code: `XK` is given twice"),
        ("id: CYB", "id: fdi", "framework.yaml:9 domains[1].id: `fdi` is given twice"),
        ("cybersecurity", "fdi-screening", "framework.yaml:9 domains[1].instrument: `fdi-screening` is given twice"),
        ("cybersecurity", "../etc", "framework.yaml:9 domains[1].instrument: `../etc` cannot be used"),
        ("weight: 2", "weight: -2", "framework.yaml:8 domains[0].weight: `-2` must be at least 0"),
        ('id: "2026"', "id: 2026", "framework.yaml:12 rounds[0].id: `2026` is read as a number; put it in quotes"),
        ("2026-09-30", "30.9.2026", "framework.yaml:12 rounds[0].reference_date: `30.9.2026` cannot be used; a date is"),
        ("2026-09-30", "2026-09-31", "framework.yaml:12 rounds[0].reference_date: `2026-09-31` is no day of the calendar"),
        ("2026-12-31", "2026-01-31", "framework.yaml:12 rounds[0].cut_off: the cut-off lies before the reference date"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_line_and_path(old: str, new: str, expected: str) -> None:
    assert any(problem.startswith(expected) for problem in problems_of(old, new)), problems_of(old, new)
