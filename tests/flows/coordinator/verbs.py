"""Files of two countries, and the verbs that take them."""

from wb6assess.model.assessment import Answer, Document, Identity, Status

FRAMEWORK = """\
format: wb6assess-framework/1
id: drawn-framework
title: Drawn framework
countries:
  - {code: AL, name: Albania}
  - {code: XK, name: Kosovo}
domains:
  - {id: ONE, instrument: one, weight: 1, core: true}
rounds:
  - {id: "2025", title: "2025"}
  - {id: "2026", title: "2026", cut_off: 2026-12-31}
"""
LEVELS = "[Nothing, A draft, A law, A law in force, A law applied, A law applied well]"
INDICATOR = """\
      - id: Q{n}
        title: Question {n}
        question: How far?
        guide: As far as it goes.
        aspect: law
        weight: 1
        type: level
        levels: {levels}
        lineage: {{old: Q{n}, change: unchanged}}
"""
INSTRUMENT = """\
format: wb6assess-instrument/1
id: one
version: "{version}"
title: Twelve questions
language: en
pillars:
  - id: P
    title: The pillar
    weight: 1
    why: It is the only one.
    indicators:
"""
ITEMS = [f"Q{n}" for n in range(1, 13)]
REASON = "Agreed after reading the register."
DECIDE = ("--reason-code", "R5", "--reason", REASON, "--meeting", "M1")
CELL = ("--country", "AL", "--round", "2026")


def document(expert="E01", country="AL", levels=range(12), revision=1, **more) -> Document:
    round_ = more.pop("round", "2026")
    identity = Identity(country, "one", f"{round_}.1", round_, expert)
    answers = {item: Answer(level % 6) for item, level in zip(ITEMS, levels, strict=True)}
    return Document(identity, revision, more.pop("status", Status.SUBMITTED), answers, **more)


THREE = (
    document(),
    document("E02"),
    document("E03", levels=[3, *range(1, 12)]),
)


def imported(run, *arguments):
    code, found, said = run("import", *arguments, "--json")
    assert code == 0, said
    return found


def decided(run, *arguments):
    code, found, said = run("decide", *CELL, *arguments, *DECIDE, "--json")
    assert code == 0, said
    return found
