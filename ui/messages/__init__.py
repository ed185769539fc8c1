"""The sentence for each error: what happened, what it means for the data, what to do.

English templates without Qt, so that a verb can use them; the desktop passes them through its
translator (context "messages"). One module for each family of errors.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from ui.messages import answers, incoming, outgoing, questionnaires, rounds, workspace
from wb6assess.errors import AppError, ErrorCode

SENTENCES: Mapping[ErrorCode, str] = {
    **questionnaires.SENTENCES,
    **answers.SENTENCES,
    **incoming.SENTENCES,
    **rounds.SENTENCES,
    **workspace.SENTENCES,
    **outgoing.SENTENCES,
}


def sentence(error: AppError, translate: Callable[[str], str] = str) -> str:
    """The error as one line for a person.

    Args:
        error: What happened.
        translate: Turns the English template into the interface language.
    """
    facts = {name: _shown(value) for name, value in error.facts.items()}
    facts["problem"] = _first_problem(error)
    template = translate(SENTENCES[error.code])
    return template.format_map(_Facts(facts))


def further_problems(error: AppError) -> tuple[str, ...]:
    """The single faults, when there are more than the one the sentence names."""
    return error.problems if len(error.problems) > 1 else ()


def _first_problem(error: AppError) -> str:
    if not error.problems:
        return _shown(error.facts.get("reason", "its content does not fit"))
    first = error.problems[0].rstrip(".")
    more = len(error.problems) - 1
    return f"{first} (and {more} more)" if more else first


def _shown(value: object) -> str:
    if isinstance(value, tuple | list | frozenset | set):
        return ", ".join(str(item) for item in value)
    if isinstance(value, datetime):
        return f"{value.astimezone():%Y-%m-%d %H:%M}"
    return str(value)


class _Facts(dict[str, str]):
    """A fact that is missing shows its name, so that no sentence is ever lost."""

    def __missing__(self, name: str) -> str:
        return f"({name})"
