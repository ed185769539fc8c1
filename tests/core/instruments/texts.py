"""A small questionnaire as its author would write it, and ways to spoil it."""

from wb6assess.errors import ErrorCode, InstrumentError
from wb6assess.instruments.reader import read_instrument

LINES = """\
format: wb6assess-instrument/1
id: small
version: "2026.1"
title: A small questionnaire
intro: Answer what you know.
sources:
  - {id: ACT-1, title: First act, url: "https://example.org/1", status: in force}
  - id: ACT-2
    title: Second act
pillars:
  - id: P-1
    title: Law
    weight: 60
    why: Nothing works without it.
    method: geometric
    indicators:
      - id: P-1.1
        title: Act in force
        question: Is an act in force?
        guide: Bills do not count.
        aspect: law
        weight: 2
        type: level
        levels: [none, concept, draft, adopted, in force, applied]
        anchors:
          - {source: ACT-1, at: Art. 3}
          - {source: ACT-2, forward: true}
        evidence: [law, report]
        fields:
          - {id: basis, type: single, label: Basis, options: {none: None, in_force: {label: In force}}}
          - {id: since, type: date, label: Since, ask_if: {field: basis, op: eq, value: in_force}}
          - {id: openness, type: level, label: Openness}
          - {id: cases, type: grid, label: Case, rows: [2024, 2025], columns: {filed: Filed}, unit: no}
        ceiling: 4
      - id: P-1.2
        title: Authority named
        question: Does the act name an authority?
        aspect: institution
        type: yesno
        polarity: negative
        ask_if: {id: P-1.1, op: ge, value: 2}
        skip_effect: score_zero
        caps:
          - {when: {field: P-1.1.basis, op: ne, value: in_force}, at: 2, because: only a draft exists}
        require: {justification_from: 4, evidence_from: 4}
        lineage: {old: P-1.2, change: unchanged}
      - id: P-1.3
        title: Legal form
        question: Which form has the act?
        aspect: law
        type: single
        options:
          decree: {label: Decree, score: 40}
          statute: {label: Statute, score: 100}
        na_for: {XK: not a member of the organisation}
  - id: P-2
    title: Practice
    weight: 40
    indicators:
      - id: P-2.1
        title: Tools in use
        question: Which tools are in use?
        aspect: practice
        type: multi
        options:
          register: {label: Register, points: 2}
          audit: {label: Audits, points: 3}
          nothing: {label: None of these, points: 0}
        exclusive: nothing
        full_points: 5
        target: 4
      - id: P-2.2
        title: Days to a decision
        question: How many days does a decision take?
        aspect: outcome
        type: numeric
        unit: days
        plausible: [0, 900]
        thresholds: [200, 150, 100, 75, 50]
        direction: lower
        fields:
          - {id: filed, type: numeric, label: Filed}
          - {id: decided, type: numeric, label: Decided}
      - id: P-2.3
        title: Share decided in time
        question: Which share is decided in time?
        aspect: outcome
        type: numeric
        worst: 0
        best: 100
      - id: P-2.4
        title: Remarks
        question: What else matters?
        aspect: practice
        type: text
        sensitive: true
        na_allowed: false
checks:
  - id: X1
    when:
      all:
        - {id: P-1.1, op: le, value: 1}
        - not: {answered: P-2.1}
        - any: [{has_evidence: P-1.1}, {country: [BA, XK]}]
    severity: block
    message: These two cannot both be true.
    about: [P-1.1, P-2.1]
  - id: X2
    when: {sum: [P-2.2.filed, P-2.2.decided], op: gt, ref: P-2.2}
    severity: comment
    message: More cases than days.
    about: [P-2.2]
indices:
  - {id: ready, title: Readiness, of: {indicators: [P-1.1, P-1.2, P-2.1]}, relative_to: ceiling}
  - {id: open, title: Openness, of: {field: openness}}
  - {id: form, title: Form, of: {aspect: law}}
  - {id: first, title: First pillar, of: {pillars: [P-1]}}
vignettes:
  - {id: V-1, title: Country A, text: A country with a draft., indicator: P-1.1}
context:
  - {id: C-1, type: multi, label: Obstacles, options: {money: Money, will: Will}, exclusive: [will],
     asked_of: either}
  - {id: C-2, type: text, label: Comment, ask_if: {id: C-1, op: in, value: [money]}, sensitive: true}
"""


def with_line(old: str, new: str) -> str:
    """The questionnaire with one piece of text replaced; the piece must occur."""
    assert LINES.count(old) >= 1, f"not in the questionnaire: {old}"
    return LINES.replace(old, new, 1)


def line_of(piece: str, text: str = LINES) -> int:
    """The line, counted from 1, in which a piece of text first stands."""
    return text[: text.index(piece)].count("\n") + 1


def problems_of(text: str) -> list[str]:
    """What the reader says about a text; an empty list when it can be used."""
    try:
        read_instrument(text, "instrument.yaml")
    except InstrumentError as error:
        return _told(error)
    return []


def _told(error: InstrumentError) -> list[str]:
    assert error.code is ErrorCode.INSTRUMENT_INVALID
    assert error.facts["path"] == "instrument.yaml"
    assert error.problems
    return list(error.problems)
