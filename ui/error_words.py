"""Errors in the interface's language."""

from PySide6.QtCore import QCoreApplication

from ui.messages import further_problems, sentence
from wb6assess.errors import AppError

_SHOWN_PROBLEMS = 8


def error_words(error: AppError) -> str:
    """The error as one sentence or two."""
    return sentence(error, _translated)


def problem_lines(error: AppError) -> str:
    """The single faults below the sentence, the first few; "" when the sentence names the only one."""
    problems = further_problems(error)
    lines = list(problems[:_SHOWN_PROBLEMS])
    if len(problems) > _SHOWN_PROBLEMS:
        more = QCoreApplication.translate("messages", "and {n} more")
        lines.append(more.format(n=len(problems) - _SHOWN_PROBLEMS))
    return "\n".join(lines)


def _translated(text: str) -> str:
    return QCoreApplication.translate("messages", text)
