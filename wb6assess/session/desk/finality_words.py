"""English sentences for what stands between a result and the word "final": one for each reason.

The desktop words the same reasons in the language of the interface (`ui.desk.report.obstacles`).
"""

from collections.abc import Mapping, Sequence

from wb6assess.session.desk.finality import Obstacle, Reason

_NAMED = 6

_SENTENCES: Mapping[Reason, str] = {
    Reason.SAMPLE: "Invented answers are among those scored.",
    Reason.TWO_CONTENTS: "Revision {revision} of expert {expert} ({country}, {instrument}) exists with "
    "different content.",
    Reason.NOT_VALIDATED: "No validation meeting has confirmed these values.",
    Reason.STALE: "The ratings of {items} in {country} changed after the meeting; it must be confirmed "
    "again.",
    Reason.CONTRADICTED: "Two records decide {items} in {country} differently; neither applies.",
    Reason.REFUSED: "A record about {items} in {country} could not be applied.",
    Reason.LATE: "The record about {items} in {country} was made after the cut-off date.",
    Reason.LOW_AGREEMENT: "Experts agree too little on {domain} in {country}; a meeting must look at "
    "{items}.",
}

_PUBLIC: Mapping[Reason, str] = {
    Reason.TWO_CONTENTS: "An assessment of {country} ({instrument}) is not scored, because two files "
    "carry the same revision.",
    # No cell is named: where few have rated, that would tell how far they are apart.
    Reason.LOW_AGREEMENT: "Experts agree too little in some fields; validation meetings must look at "
    "the flagged indicators.",
}
"""Where the public reads other words."""


def sentence(obstacle: Obstacle) -> str:
    """For coordinators; may name experts and records."""
    text = _filled(_SENTENCES[obstacle.reason], obstacle)
    return f"{text[:-1]} (record {obstacle.record})." if obstacle.record else text


def public_sentence(obstacle: Obstacle) -> str:
    """For everybody; names no expert and no record."""
    return _filled(_PUBLIC.get(obstacle.reason, _SENTENCES[obstacle.reason]), obstacle)


def _filled(template: str, obstacle: Obstacle) -> str:
    return template.format(
        country=obstacle.country,
        instrument=obstacle.instrument,
        domain=obstacle.domain,
        expert=obstacle.expert,
        revision=obstacle.revision,
        items=_listed(obstacle.indicators),
    )


def _listed(items: Sequence[str]) -> str:
    named = ", ".join(items[:_NAMED])
    more = len(items) - _NAMED
    return f"{named} and {more} more" if more > 0 else named
