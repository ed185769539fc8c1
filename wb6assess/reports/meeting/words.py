"""The fixed sentences of the meeting's papers, in English."""

from collections.abc import Mapping

from wb6assess.model.decision import Action, ReasonCode
from wb6assess.reports.figures import date_words, level_text
from wb6assess.reports.meeting.rows import Agenda, AgendaItem, Standing
from wb6assess.reports.region.score_words import number_words
from wb6assess.scoring.consensus import Flag
from wb6assess.scoring.numbers import published

CODES: Mapping[ReasonCode, str] = {
    ReasonCode.FACTUAL_ERROR: "factual error",
    ReasonCode.LADDER_MISREAD: "ladder misread",
    ReasonCode.LATE_EVIDENCE: "later evidence",
    ReasonCode.APPLICABILITY: "applicability",
    ReasonCode.PANEL_CONSENSUS: "consensus after discussion",
}
REASONS = "reasons: " + ", ".join(f"{code.value} {words}" for code, words in CODES.items())
ORDER = "order: effective weight × range"
NOT_PUBLIC = "not for publication"
SENSITIVE = "This question is marked sensitive, so nobody's words are printed."
NOTHING_SAID = "Nobody wrote a reason."


def code_words(code: ReasonCode) -> str:
    """A reason code with what it stands for."""
    return f"{code.value} {CODES[code]}"


def level_words(level: float) -> str:
    """A level 0-5 without needless decimals."""
    return level_text(20 * level)


def levels_apart(item: AgendaItem) -> str:
    """How far apart the experts are."""
    apart = level_words(item.range)
    return "range 1 level" if apart == "1" else f"range {apart} levels"


def chose_words(item: AgendaItem) -> str:
    """Heading of the dots: "What four experts chose"."""
    if not item.n:
        return "No expert chose a level"
    return "What one expert chose" if item.n == 1 else f"What {number_words(item.n)} experts chose"


def figures_words(item: AgendaItem) -> str:
    """Range, median and weight; who has no level."""
    parts = [levels_apart(item)]
    if item.median is not None:
        parts.append(f"median {level_words(item.median)}")
    if Flag.CONFIDENCE_SHIFT in item.flags and item.confidence_mean is not None:
        parts.append(f"weighted with confidence {level_words(item.confidence_mean)}")
    parts.append(f"effective weight {published(item.weight)}")
    return ", ".join(parts)


def aside_words(item: AgendaItem) -> str:
    """Who has no level, whose level counts less; empty when nothing is to be said."""
    parts = []
    if item.n_dk:
        parts.append(f"don't know: {item.n_dk}")
    if item.n_na:
        parts.append(f"not applicable: {item.n_na}")
    if item.much_left_out:
        parts.append("much of the pillar is not applicable")
    if item.capped:
        parts.append(f"counted lower than chosen, by a rule of the questionnaire: {item.capped}")
    return "; ".join(parts)


def to_decide(item: AgendaItem) -> str:
    """The question to the meeting with the rule for values outside the range (methodology 5.6)."""
    first = "To decide: which level does the evidence carry?"
    if Flag.APPLICABILITY_DISPUTE in item.flags or item.much_left_out:
        first = "To decide: does this apply, and which level does the evidence carry?"
    if item.bounds is None:
        return f"{first} Any value needs a factual error (R1) or later evidence (R3) and a reference."
    low, high = (level_words(bound) for bound in item.bounds)
    outside = f"Any value but {low}" if low == high else f"A value outside {low}–{high}"
    return f"{first} {outside} needs a factual error (R1) or later evidence (R3) and a reference."


def standing_words(standing: Standing) -> str:
    """What was decided, where and when."""
    level = "" if standing.level is None else f" {level_words(standing.level)}"
    what = {
        Action.SET: f"Level{level}",
        Action.CONFIRM: f"Confirmed at{level}",
        Action.NA: "Not applicable",
        Action.REVOKE: "Taken back",
    }[standing.action]
    when = standing.decided_at
    where = f" in {standing.meeting}" if standing.meeting else ""
    stale = "; the ratings have changed since" if standing.stale else ""
    return f"{what}, decided{where} on {date_words(when.year, when.month, when.day)}{stale}."


def agenda_lead(agenda: Agenda) -> str:
    """How many contested items of how many, and what happens to the rest."""
    count, rest = len(agenda.items), sum(len(part.lines) for part in agenda.rest)
    on_it = sum(item.contested and not item.settled for item in agenda.items)
    noun = "indicator" if agenda.of == 1 else "indicators"
    if agenda.contested > on_it == count:
        lead = f"{count} of {agenda.contested} contested indicators, the most important first"
    elif on_it == count:
        lead = f"{count} contested of {agenda.of} {noun}, most important first"
    else:
        lead = f"{count} of {agenda.of} {noun}, most important first"
    if rest:
        lead += "; 1 other is" if rest == 1 else f"; {rest} others are"
        lead += " confirmed by pillar at the end"
    left = agenda.contested - on_it
    open_ = f" {left} more contested stay{'s' if left == 1 else ''} open." if left > 0 else ""
    return f"{lead}.{open_}"


def dots_words(item: AgendaItem) -> str:
    """The chart as a sentence, for whoever has it read aloud."""
    counts = [f"level {level_words(c.level)}: {c.experts}" for c in item.levels]
    listed = "; ".join(counts) or "none"
    return f"Levels chosen on {item.indicator}, n = {item.n}. {listed}."
