"""A questionnaire drawn for tests of the page: every answer type, every kind of fact, two rounds."""

from pathlib import Path

FRAMEWORK = """
format: wb6assess-framework/1
id: drawn-framework
title: Drawn framework
countries:
  - {code: AL, name: Albania}
  - {code: BA, name: Bosnia and Herzegovina}
domains:
  - {id: DRW, instrument: drawn, weight: 1, core: true}
rounds:
  - {id: "2025", title: "2025", reference_date: 2025-09-30, cut_off: 2025-12-31}
  - {id: "2026", title: "2026", reference_date: 2026-09-30, cut_off: 2026-12-31}
"""

INSTRUMENT = """
format: wb6assess-instrument/1
id: drawn
version: "2025.1"
title: Drawn questionnaire
language: en
intro: A questionnaire drawn for tests; one question of each kind.
sources:
  - {id: ACT, title: An act, url: "https://eur-lex.europa.eu/eli/reg/2019/452/oj", status: drawn}
  - {id: OLD, title: A plan of an act, status: proposed}
pillars:
  - id: DRW-1
    title: Rules
    weight: 1
    why: One of two.
    indicators:
      - id: DRW-1.1
        title: The rule
        question: How far does the rule go?
        guide: The higher, the further.
        aspect: law
        weight: 2
        type: level
        levels: [No rule, A plan, A draft, In force, Applied, It works]
        anchors: [{source: ACT, at: Art. 1}, {source: OLD, at: Art. 2, forward: true}]
        evidence: [law]
        na_allowed: false
        fields:
          - {id: since, type: date, label: In force since}
          - {id: cases, type: numeric, label: Cases a year, unit: cases, plausible: [0, 500]}
          - id: table
            type: grid
            label: Decisions
            rows: {all: All, refused: Refused}
            columns: {"2024": "2024", "2025": "2025"}
          - {id: note, type: text, label: Remark on the rule}
      - id: DRW-1.2
        title: The practice of the rule
        question: How is the rule used?
        guide: Look at the last year.
        aspect: practice
        weight: 1
        type: level
        levels: [Never, Once, Sometimes, Often, Mostly, Always]
        anchors: [{source: ACT, at: Art. 2}]
        evidence: [report]
        ask_if: {id: DRW-1.1, op: ge, value: 2}
        skip_effect: score_zero
        caps:
          - {when: {id: DRW-1.1, op: le, value: 2}, at: 2, because: the rule is a draft}
      - id: DRW-1.3
        title: The sea
        question: Does the rule reach the sea?
        guide: Any sea.
        aspect: law
        weight: 1
        type: yesno
        anchors: [{source: ACT, at: Art. 3}]
        evidence: [law]
        na_for: {BA: the coast is under another rule}
  - id: DRW-2
    title: Bodies
    weight: 1
    why: The other one.
    indicators:
      - id: DRW-2.1
        title: The tools
        question: Which tools are used?
        guide: Choose all that are used.
        aspect: practice
        weight: 1
        type: multi
        options:
          letters: {label: Letters, points: 1}
          visits: {label: Visits, points: 2}
          nothing: {label: Nothing, points: 0, exclusive: true}
        anchors: [{source: ACT, at: Art. 4}]
        evidence: [report]
      - id: DRW-2.2
        title: The days
        question: How many days does it take?
        guide: Calendar days.
        aspect: practice
        weight: 1
        type: numeric
        unit: days
        thresholds: [180, 120, 90, 60, 30]
        direction: lower
        anchors: [{source: ACT, at: Art. 5}]
        evidence: [report]
        sensitive: true
      - id: DRW-2.3
        title: The body
        question: Which body decides?
        guide: The one that signs.
        aspect: institution
        weight: 1
        type: single
        options:
          court: {label: A court, score: 100}
          office: {label: An office, score: 50}
        anchors: [{source: ACT, at: Art. 6}]
        evidence: [law]
        fields:
          - id: head
            type: yesno
            label: It has a head
          - id: name
            type: text
            label: Name of the post
            ask_if: {field: head, op: eq, value: "yes"}
      - id: DRW-2.4
        title: In words
        question: What else is there to say?
        guide: Anything.
        aspect: practice
        weight: 0
        type: text
        anchors: [{source: ACT, at: Art. 7}]
        evidence: [report]
checks:
  - id: X1
    when: {all: [{id: DRW-1.1, op: eq, value: 0}, {id: DRW-1.3, op: eq, value: "yes"}]}
    severity: block
    message: It reaches the sea although there is no rule.
    about: [DRW-1.1, DRW-1.3]
vignettes:
  - id: DRW-V1
    title: Country Alder
    text: Alder is an invented country with a draft.
    indicator: DRW-1.1
context:
  - {id: DRW-C1, type: text, label: Anything else}
  - {id: DRW-C2, type: numeric, label: Staff, unit: persons}
"""


def write_drawn(folder: Path) -> Path:
    """The folder of questionnaires, as files."""
    (folder / "drawn").mkdir(parents=True)
    (folder / "framework.yaml").write_text(FRAMEWORK, encoding="utf-8")
    (folder / "drawn" / "instrument.yaml").write_text(INSTRUMENT, encoding="utf-8")
    return folder
