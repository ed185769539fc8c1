"""The coordinator's round: queries, decisions, imports, conflicts, meetings."""

from collections.abc import Mapping

from ui.messages.marking import QT_TRANSLATE_NOOP
from wb6assess.errors import ErrorCode

_M = "messages"

SENTENCES: Mapping[ErrorCode, str] = {
    ErrorCode.RETURN_INVALID: QT_TRANSLATE_NOOP(
        _M,
        "The queries in {path} were not taken: {problem}. Nothing was changed. "
        "Ask the coordinator to write the file again.",
    ),
    ErrorCode.RETURN_OTHER: QT_TRANSLATE_NOOP(
        _M,
        "{path} is for expert {expert} ({country}, {instrument} {version}, round {round}); there is no "
        "such assessment here. Nothing was changed. Open it where that assessment is, or ask the "
        "coordinator for your own file.",
    ),
    ErrorCode.RETURN_REVISION_UNKNOWN: QT_TRANSLATE_NOOP(
        _M,
        "{path} is about revision {revision}, and the assessment here stands at revision {own} only. "
        "Nothing was changed. Open the file on the computer the later revision was made on.",
    ),
    ErrorCode.DECISIONS_INVALID: QT_TRANSLATE_NOOP(
        _M,
        "The decisions in {path} were not taken: {problem}. Nothing was changed. "
        "Correct the file and try again.",
    ),
    ErrorCode.DECISION_REFUSED: QT_TRANSLATE_NOOP(
        _M,
        "The decision on {indicator} in {country} was not taken: {problem}. Nothing was changed. "
        "Change what the meeting decided or give what is missing, then try again.",
    ),
    ErrorCode.INDICATOR_UNKNOWN: QT_TRANSLATE_NOOP(
        _M,
        "No questionnaire of this round has a scored indicator “{indicator}”. Nothing was changed. "
        "Check the id, such as FDI-1.1.",
    ),
    ErrorCode.IMPORT_UNKNOWN: QT_TRANSLATE_NOOP(
        _M,
        "There is no import {import_id} that could be taken back. Nothing was changed. "
        "“wb6assess import --list” shows the imports.",
    ),
    ErrorCode.NO_IMPORT_LEFT: QT_TRANSLATE_NOOP(
        _M,
        "No import is left that could be taken back. Nothing was changed. "
        "“wb6assess import --list” shows the imports.",
    ),
    ErrorCode.QUERY_UNKNOWN: QT_TRANSLATE_NOOP(
        _M,
        "There is no query {query} here. Nothing was changed. "
        "“wb6assess reply ID” lists what an expert received, “wb6assess query --list” what was asked.",
    ),
    ErrorCode.QUERY_EMPTY: QT_TRANSLATE_NOOP(
        _M,
        "The query on {indicator} asks nothing, or has more than {limit} characters. "
        "Nothing was changed. Say in a few sentences what the expert should look at again.",
    ),
    ErrorCode.QUERY_SENT: QT_TRANSLATE_NOOP(
        _M,
        "The query {query} was sent already and cannot be taken back. Nothing was changed. "
        "Send the expert another query that says it is settled.",
    ),
    ErrorCode.NOTHING_RECEIVED: QT_TRANSLATE_NOOP(
        _M,
        "Nothing handed in by expert {expert} ({country}, {instrument}, round {round}) counts here. "
        "Nothing was changed. Import the expert's file first, and settle its conflict if it has one.",
    ),
    ErrorCode.CONFLICT_UNKNOWN: QT_TRANSLATE_NOOP(
        _M,
        "Revision {revision} of expert {expert} ({country}, {instrument}, round {round}) is in no "
        "conflict. Nothing was changed. “wb6assess resolve --list” shows the conflicts.",
    ),
    ErrorCode.CONFLICT_NOT_SETTLED: QT_TRANSLATE_NOOP(
        _M,
        "No choice is in force for revision {revision} of expert {expert} ({country}, {instrument}, "
        "round {round}), so there is none to take back. Nothing was changed. "
        "“wb6assess resolve --list” shows the conflicts.",
    ),
    ErrorCode.CONFLICT_CHOICE_UNKNOWN: QT_TRANSLATE_NOOP(
        _M,
        "“{chosen}” is none of the conflicting contents. Nothing was changed. Choose one of: {known}.",
    ),
    ErrorCode.RESOLUTION_REASON_MISSING: QT_TRANSLATE_NOOP(
        _M,
        "A choice between files needs its reason. Nothing was changed. "
        "Say in a sentence why this file counts and the other does not.",
    ),
    ErrorCode.NODE_UNKNOWN: QT_TRANSLATE_NOOP(
        _M,
        "There is no “{node}” to explain. Nothing was changed. "
        "Use overall, or the id of a domain, pillar or indicator; domains are {known}.",
    ),
    ErrorCode.MEETING_UNKNOWN: QT_TRANSLATE_NOOP(
        _M,
        "There is no meeting “{meeting}” in round {round}. Nothing was written. Known are: {known}; "
        "use one of these, or record a decision with “wb6assess decide --meeting {meeting}” first.",
    ),
    ErrorCode.NOTHING_TO_MERGE: QT_TRANSLATE_NOOP(
        _M,
        "None of the files can be scored, so nothing was written. "
        "The list above says why for each; ask for the right files and try again.",
    ),
}
