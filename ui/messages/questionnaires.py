"""Questionnaires: the file, its version, countries, rounds and languages."""

from collections.abc import Mapping

from ui.messages.marking import QT_TRANSLATE_NOOP
from wb6assess.errors import ErrorCode

_M = "messages"

SENTENCES: Mapping[ErrorCode, str] = {
    ErrorCode.INSTRUMENT_INVALID: QT_TRANSLATE_NOOP(
        _M, "The questionnaire {path} cannot be used: {problem}. Correct the file and try again."
    ),
    ErrorCode.INSTRUMENT_UNKNOWN: QT_TRANSLATE_NOOP(
        _M,
        "There is no questionnaire “{instrument}” here. Nothing was changed. "
        "Known are: {known}; use one of these names or another --questionnaires folder.",
    ),
    ErrorCode.INSTRUMENT_VERSION_UNKNOWN: QT_TRANSLATE_NOOP(
        _M,
        "This was made for version {version} of “{instrument}”, which is not here (known: {known}). "
        "Nothing was changed. Install the version it was made for, or ask for a new file.",
    ),
    ErrorCode.INSTRUMENT_CHANGED: QT_TRANSLATE_NOOP(
        _M,
        "The questionnaire {path} was changed while this program had it open. Nothing was changed here. "
        "Start the program again to use the new text.",
    ),
    ErrorCode.EDITORIAL_REFUSED: QT_TRANSLATE_NOOP(
        _M,
        "The change of {indicator} cannot be called editorial: {reason}. Nothing was changed. "
        "Leave out this --accept-editorial, or take back the change in the questionnaire.",
    ),
    ErrorCode.FRAMEWORK_MISSING: QT_TRANSLATE_NOOP(
        _M,
        "There is no framework.yaml in {path}, so no questionnaire can be found. Nothing was changed. "
        "Name the right folder with --questionnaires, or install the program again.",
    ),
    ErrorCode.COUNTRY_UNKNOWN: QT_TRANSLATE_NOOP(
        _M, "“{country}” is no country of this assessment. Nothing was changed. Use one of: {known}."
    ),
    ErrorCode.ROUND_UNKNOWN: QT_TRANSLATE_NOOP(
        _M, "There is no round “{round}”. Nothing was changed. Use one of: {known}."
    ),
    ErrorCode.LANGUAGE_UNKNOWN: QT_TRANSLATE_NOOP(
        _M, "There is no language “{language}”. Nothing was changed. Use one of: {known}."
    ),
}
