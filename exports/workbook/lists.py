"""The words of drop-downs with the codes behind them; they stand on the machine sheet."""

from collections.abc import Iterator, Mapping

from wb6assess.model.assessment import EVIDENCE_GRADES, Confidence, SpecialState, Status
from wb6assess.model.framework import Framework
from wb6assess.reports.wording import band_words, state_words
from wb6assess.scoring.bands import BANDS
from wb6assess.scoring.states import State

STATES: Mapping[str, str] = {
    "answered": state_words(State.ANSWERED),
    SpecialState.NOT_APPLICABLE: state_words(State.NOT_APPLICABLE),
    SpecialState.DONT_KNOW: state_words(State.DONT_KNOW),
    SpecialState.WITHHELD: state_words(State.WITHHELD),
}
CONFIDENCES: Mapping[str, str] = {level.value: level.value for level in Confidence}
KINDS: Mapping[str, str] = {kind: kind.replace("_", " ") for kind in EVIDENCE_GRADES}
YES_NO: Mapping[str, str] = {"yes": "yes", "no": "no"}
STATUSES: Mapping[str, str] = {Status.DRAFT: "draft", Status.SUBMITTED: "handed in"}

# What people write when they do not use the drop-down.
STATE_ALIASES: Mapping[str, str] = {
    "n/a": SpecialState.NOT_APPLICABLE,
    "na": SpecialState.NOT_APPLICABLE,
    "n.a.": SpecialState.NOT_APPLICABLE,
    "dk": SpecialState.DONT_KNOW,
    "dont know": SpecialState.DONT_KNOW,
    "do not know": SpecialState.DONT_KNOW,
}


def countries(framework: Framework) -> Mapping[str, str]:
    """Country code -> its line in the drop-down; the code comes first."""
    return {country.code: f"{country.code} – {country.name}" for country in framework.countries}


def all_lists(framework: Framework) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Every list with its name on the machine sheet."""
    yield "state", STATES
    yield "confidence", CONFIDENCES
    yield "kind", KINDS
    yield "yesno", YES_NO
    yield "status", STATUSES
    yield "country", countries(framework)
    yield "band", {band.letter: band_words(band) for band in BANDS}
