"""The sheet `choices`: what can be chosen, and what it counts."""

from exports.xlsform.draft import Draft
from wb6assess.model.assessment import EVIDENCE_GRADES, Confidence, SpecialState
from wb6assess.model.instrument import Field, Indicator
from wb6assess.model.vocabulary import LEVELS, IndicatorType, Polarity
from wb6assess.reports.wording import evidence_words

COUNTRIES, ROUNDS = "wb6_countries", "wb6_rounds"
CONFIDENCES, KINDS, YES_NO, PLAIN_LEVELS = "wb6_confidence", "wb6_evidence", "wb6_yes_no", "wb6_levels"
STATES = {
    SpecialState.NOT_APPLICABLE: "Not applicable",
    SpecialState.DONT_KNOW: "I do not know",
    SpecialState.WITHHELD: "Known, but withheld",
}
_YES_NO = {"yes": "Yes", "no": "No"}


def shared_lists(draft: Draft) -> None:
    """Lists that many questions use."""
    words = draft.words
    for country in draft.framework.countries:
        draft.choice(COUNTRIES, country.code, words.fixed("label", country.name))
    for item in draft.framework.rounds:
        draft.choice(ROUNDS, item.id, words.fixed("label", item.title or item.id))
    for level in Confidence:
        draft.choice(CONFIDENCES, level.value, words.fixed("label", level.value.capitalize()))
    for kind in EVIDENCE_GRADES:
        label = evidence_words(kind)
        draft.choice(KINDS, kind, words.fixed("label", label[0].upper() + label[1:]))
    for key, label in _YES_NO.items():
        draft.choice(YES_NO, key, words.fixed("label", label))
    for number in LEVELS:
        draft.choice(PLAIN_LEVELS, str(number), words.fixed("label", f"Level {number}"))


def states_list(draft: Draft, item: Indicator) -> str:
    """The list of answers that are no value, as this indicator offers them."""
    offered = [
        state
        for state in STATES
        if (state is not SpecialState.NOT_APPLICABLE or item.na_allowed)
        and (state is not SpecialState.WITHHELD or item.sensitive)
    ]
    name = "_".join(
        ["wb6_states", *("".join(word[0] for word in state.split("_")) for state in offered)]
    )
    if not any(row["list_name"] == name for row in draft.choices):
        for state in offered:
            draft.choice(name, state.value, draft.words.fixed("label", STATES[state]))
    return name


def indicator_list(draft: Draft, item: Indicator) -> str:
    """The list an indicator is answered from; "" for numbers and texts."""
    match item.type:
        case IndicatorType.LEVEL | IndicatorType.VIGNETTE if item.levels:
            scored = item.type is IndicatorType.LEVEL
            return _levels(draft, f"{item.id}_levels", item.id, scored=scored)
        case IndicatorType.VIGNETTE:
            return PLAIN_LEVELS
        case IndicatorType.YESNO:
            return _yes_no(draft, item)
        case IndicatorType.SINGLE | IndicatorType.MULTI:
            return _options(draft, f"{item.id}_options", item.id, item)
    return ""


def field_list(draft: Draft, field: Field, name: str, key: str) -> str:
    """The list a companion field or context question is answered from; `key` begins its text keys."""
    match field.type.value:
        case "level":
            return _levels(draft, f"{name}_levels", key, scored=False) if field.levels else PLAIN_LEVELS
        case "yesno":
            return YES_NO
        case "single" | "multi":
            return _options(draft, f"{name}_options", key, field)
    return ""


def _levels(draft: Draft, name: str, key: str, *, scored: bool) -> str:
    for level in LEVELS:
        score = {"score": str(20 * level)} if scored else {}
        draft.choice(name, str(level), draft.words.text("label", f"{key}.levels.{level}"), **score)
    return name


def _yes_no(draft: Draft, item: Indicator) -> str:
    good = "no" if item.polarity is Polarity.NEGATIVE else "yes"
    name = f"{item.id}_options"
    for key, label in _YES_NO.items():
        score = "100" if key == good else "0"
        draft.choice(name, key, draft.words.fixed("label", label), score=score)
    return name


def _options(draft: Draft, name: str, key: str, question: Indicator | Field) -> str:
    for option in question.options:
        numbers = {
            head: f"{value:g}" if float(f"{value:g}") == value else repr(value)
            for head, value in (("score", option.score), ("points", option.points))
            if value is not None
        }
        alone = {"exclusive": "yes"} if option.exclusive else {}
        label = draft.words.text("label", f"{key}.options.{option.key}")
        draft.choice(name, option.key, label, **numbers, **alone)
    return name
