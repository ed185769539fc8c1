"""Two versions side by side: every difference is named, and no changed ladder is called editorial."""

import pytest

from tests.core.instruments.texts import LINES, with_line
from wb6assess.errors import ErrorCode, InstrumentError
from wb6assess.instruments.diff import Difference, difference_document, differences
from wb6assess.instruments.lineage import IndicatorChange
from wb6assess.instruments.reader import read_instrument

NEWER = LINES.replace('"2026.1"', '"2027.1"')


def compared(new: str, *accepted: str, old: str = LINES) -> Difference:
    return differences(read_instrument(old, "old"), read_instrument(new, "new"), accepted)


def only(found: Difference) -> IndicatorChange:
    (change,) = found.changed
    return change


def parts(change: IndicatorChange) -> dict[str, tuple[str, str]]:
    return {part.name: (part.before, part.after) for part in change.parts}


def test_the_same_content_has_no_difference() -> None:
    found = compared(NEWER)
    assert (found.changed, found.removed, found.others) == ((), (), ())
    assert {found.proposed(change).change for change in found.indicators} == {"unchanged"}


@pytest.mark.parametrize(
    ("old", "new", "part", "change"),
    [
        ("Is an act in force?", "Is a law in force?", "question", "reworded"),
        ("concept, draft", "concept, bill", "levels.2", "reworded"),
        ("Bills do not count", "Drafts do not count", "guide", "editorial"),
        ("title: Act in force", "title: The act", "title", "editorial"),
        ("label: Basis", "label: Legal basis", "fields.basis.label", "editorial"),
        ("not a member of", "no member of", "na_for.XK", "editorial"),
        ("only a draft exists", "there is only a draft", "caps.0.because", "editorial"),
        ("weight: 2\n", "weight: 3\n", "weight", "unchanged"),
        ("at: Art. 3", "at: Art. 4", "anchors", "unchanged"),
        ("evidence: [law, report]", "evidence: [law]", "evidence", "unchanged"),
        ("ceiling: 4", "ceiling: 3", "ceiling", "unchanged"),
        ("evidence_from: 4", "evidence_from: 3", "require", "unchanged"),
        ("score: 40", "score: 50", "options.decree.score", "reworded"),
        ("label: Decree", "label: Order", "options.decree.label", "reworded"),
        ("[200, 150,", "[200, 140,", "thresholds", "reworded"),
        ("unit: days", "unit: weeks", "unit", "reworded"),
        ("type: level\n", "type: vignette\n", "type", "reworded"),
        ("{id: P-1.1, op: ge, value: 2}", "{id: P-1.1, op: ge, value: 3}", "ask_if", "reworded"),
        ("op: ne, value: in_force}, at: 2", "op: ne, value: none}, at: 2", "caps.0.when", "reworded"),
        ("draft, adopted, in force", '"draft",   adopted, in force', "", "unchanged"),
    ],
)
def test_each_difference_is_named_with_a_proposal(old: str, new: str, part: str, change: str) -> None:
    found = compared(with_line(old, new).replace('"2026.1"', '"2027.1"'))
    if not part:
        assert found.changed == ()
        return
    item = only(found)
    assert part in parts(item)
    proposed = found.proposed(item)
    assert (proposed.old, proposed.change) == (item.new.id, change)


def test_before_and_after_are_shown() -> None:
    change = only(compared(with_line("{id: P-1.1, op: ge, value: 2}", "{not: {answered: P-1.1}}")))
    assert parts(change) == {"ask_if": ("P-1.1 ge 2", "not (answered P-1.1)")}


def test_a_changed_ladder_is_editorial_only_on_a_persons_word() -> None:
    text = with_line("concept, draft", "concept, drafted")
    item = only(compared(text))
    assert item.needs_a_word
    assert 0.5 < item.similarity < 1.0
    found = compared(text, "P-1.1")
    assert found.proposed(only(found)).change == "editorial"


@pytest.mark.parametrize(
    ("accepted", "new", "reason"),
    [
        ("P-9", LINES, "no such indicator"),
        ("P-1.3", LINES.replace("score: 40", "score: 50"), "options.decree.score changed"),
        ("P-1.9", LINES.replace("P-1.3", "P-1.9").replace("Which form has the act?", "New?")
            .replace("Decree", "X").replace("Statute", "Y"), "it is new"),
    ],
)  # fmt: skip
def test_an_untrue_word_is_refused(accepted: str, new: str, reason: str) -> None:
    with pytest.raises(InstrumentError) as caught:
        compared(new, accepted)
    assert caught.value.code is ErrorCode.EDITORIAL_REFUSED
    assert reason in str(caught.value.facts["reason"])


@pytest.mark.parametrize("change", ["unchanged", "editorial"])
def test_a_new_version_that_calls_a_changed_ladder_the_same_is_refused(change: str) -> None:
    text = with_line("aspect: law\n        weight: 2", "aspect: law\n        weight: 2\n"
                     f"        lineage: {{old: P-1.1, change: {change}}}")  # fmt: skip
    assert compared(text).unconfirmed() == ()
    changed = text.replace("concept, draft", "concept, bill")
    assert [item.new.id for item in compared(changed).unconfirmed()] == ["P-1.1"]
    assert compared(changed, "P-1.1").unconfirmed() == ()


def test_added_removed_and_moved_are_told() -> None:
    text = LINES.replace("id: P-1.3", "id: P-1.4").replace("Which form has the act?", "Who signs?")
    text = text.replace("Decree", "Minister").replace("Statute", "Parliament")
    start, end = text.index("      - id: P-2.4"), text.index("checks:")
    moved, text = text[start:end], text[:start] + text[end:]
    text = text.replace("  - id: P-2\n", moved + "  - id: P-2\n")
    found = compared(text)
    assert [item.id for item in found.removed] == ["P-1.3"]
    proposals = {change.new.id: found.proposed(change).change for change in found.changed}
    assert proposals == {"P-1.4": "added", "P-2.4": "unchanged"}
    assert parts(found.changed[1]) == {"pillar": ("P-2", "P-1")}


def test_what_lineage_names_is_the_origin() -> None:
    text = LINES.replace("id: P-1.3\n", "id: P-1.8\n        lineage: {old: P-1.3, change: unchanged}\n")
    found = compared(text)
    assert found.changed == ()
    assert found.removed == ()


def test_differences_outside_indicators_are_told() -> None:
    text = LINES.replace("weight: 60", "weight: 55").replace("severity: block", "severity: warn")
    text = text.replace("title: First act", "title: The first act").replace(
        "label: Obstacles", "label: Why"
    )
    assert {part.name for part in compared(text).others} == {
        "sources.ACT-1.title", "P-1.weight", "X1.severity", "C-1.label",
    }  # fmt: skip


def test_the_document_says_all_of_it() -> None:
    document = difference_document(compared(with_line("concept, draft", "concept, bill")))
    assert document["format"] == "wb6assess-instrument-diff/1"
    indicators = document["indicators"]
    assert isinstance(indicators, list)
    assert len(indicators) == 7
    first = indicators[0]
    assert first["changes"] == [{"part": "levels.2", "before": "draft", "after": "bill"}]
    assert first["needs_a_word"] is True
    assert first["proposed"] == {"old": "P-1.1", "change": "reworded"}
    assert (first["declared"], first["refused"]) == (None, False)
