"""An assessment with invented answers, to look around in."""

from wb6assess.session.names import propose_expert_code
from wb6assess.session.samples import sample_answers
from wb6assess.session.workspace import Workspace

_SEED = 20240601
_OPEN_PLACES = 9
"""So many indicators stay to do: a finished one would show less."""


def sample_assessment(workspace: Workspace) -> str:
    """Make it with the first questionnaire, country and round; returns its id.

    Raises:
        AppError: as `Workspace.new`.
    """
    framework = workspace.library.framework
    instrument_id = workspace.library.ids()[0]
    country, rnd = framework.countries[0].code, framework.rounds[-1].id
    expert = propose_expert_code()
    created = workspace.new(
        country=country, instrument=instrument_id, expert=expert, round=rnd, sample=True
    )
    opened = workspace.open_assessment(created)
    answers = sample_answers(opened.instrument, country, expert, _SEED, opened.parameters)
    for item in list(opened.instrument.by_id)[-_OPEN_PLACES:]:
        answers.pop(item, None)
    opened.record_all(answers)
    opened.remember_place(next(iter(opened.instrument.by_id)))
    return created
