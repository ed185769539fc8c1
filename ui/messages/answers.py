"""Answering and handing in."""

from collections.abc import Mapping

from ui.messages.marking import QT_TRANSLATE_NOOP
from wb6assess.errors import ErrorCode

_M = "messages"

SENTENCES: Mapping[ErrorCode, str] = {
    ErrorCode.EXPERT_CODE_INVALID: QT_TRANSLATE_NOOP(
        _M,
        "“{expert}” cannot be an expert code. Nothing was changed. "
        "Use 1 to 40 letters, digits, dots, hyphens or underscores, and no real name.",
    ),
    ErrorCode.ANSWERS_INVALID: QT_TRANSLATE_NOOP(
        _M,
        "The answers in {path} were not taken: {problem}. Nothing was changed. "
        "Correct the file and try again.",
    ),
    ErrorCode.ANSWER_NOT_ALLOWED: QT_TRANSLATE_NOOP(
        _M,
        "The answer to {item} was not stored: {reason}. What was stored before is unchanged. "
        "Choose another answer.",
    ),
    ErrorCode.ASSESSMENT_UNKNOWN: QT_TRANSLATE_NOOP(
        _M,
        "There is no assessment {assessment} in this workspace. Nothing was changed. "
        "“wb6assess list” shows the ones that are there.",
    ),
    ErrorCode.ASSESSMENT_EXISTS: QT_TRANSLATE_NOOP(
        _M,
        "This expert already has this questionnaire for this country and round ({assessment}). "
        "Nothing was changed. Open that one, or use another expert code.",
    ),
    ErrorCode.ASSESSMENT_LOCKED: QT_TRANSLATE_NOOP(
        _M,
        "Revision {revision} is handed in and cannot be changed. Nothing was changed. "
        "Reopen it to work on the next revision.",
    ),
    ErrorCode.ASSESSMENT_OTHER: QT_TRANSLATE_NOOP(
        _M,
        "{path} belongs to another assessment ({found}, expected {expected}). Nothing was changed. "
        "Fill the assessment it was made for.",
    ),
    ErrorCode.NOTHING_TO_UNDO: QT_TRANSLATE_NOOP(
        _M, "There is nothing to undo in this revision. Every answer is as it was."
    ),
    ErrorCode.NOTHING_TO_REDO: QT_TRANSLATE_NOOP(
        _M, "There is nothing to redo. Every answer is as it was."
    ),
    ErrorCode.SUBMIT_BLOCKED: QT_TRANSLATE_NOOP(
        _M,
        "Not handed in yet: {problem}. All answers are kept. "
        "Change the answers or add the comments, then hand in again.",
    ),
    ErrorCode.NOT_HANDED_IN: QT_TRANSLATE_NOOP(
        _M,
        "Revision {revision} is not handed in, so there is nothing to withdraw. Nothing was changed. "
        "Just go on answering.",
    ),
    ErrorCode.PILLAR_UNKNOWN: QT_TRANSLATE_NOOP(
        _M,
        "This questionnaire has no pillar “{pillar}”. Nothing was changed. Use one of: {known}.",
    ),
    ErrorCode.PART_NOT_HANDED_IN: QT_TRANSLATE_NOOP(
        _M,
        "This is a part of a colleague's questionnaire, so it is not handed in from here. "
        "All answers are kept. Write the part and send it back to the colleague.",
    ),
    ErrorCode.JOIN_UNDECIDED: QT_TRANSLATE_NOOP(
        _M,
        "Some answers exist in several forms and none was chosen: {items}. Nothing was changed. "
        "Choose one for each, then join again.",
    ),
}
