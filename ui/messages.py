"""The sentence for each error: what happened, what it means for the data, what to do.

English templates without Qt, so that a verb can use them; the desktop passes them through its
translator (context "messages").
"""

from collections.abc import Callable, Mapping

from wb6assess.errors import AppError, ErrorCode


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text for the translation tools; returns it unchanged."""
    del context
    return text


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
    ErrorCode.FILE_MISSING: QT_TRANSLATE_NOOP(
        _M, "There is no file {path}. Nothing was changed. Check the name and the folder."
    ),
    ErrorCode.FILE_UNREADABLE: QT_TRANSLATE_NOOP(
        _M,
        "{path} cannot be read. Nothing was changed. "
        "Check that you may open it and that it is not on a drive that was removed.",
    ),
    ErrorCode.FILE_CHANGING: QT_TRANSLATE_NOOP(
        _M,
        "{path} changed while it was read, so it was not taken. Nothing was changed here. "
        "Wait until it is written or copied completely, then try again.",
    ),
    ErrorCode.FILE_TOO_LARGE: QT_TRANSLATE_NOOP(
        _M,
        "{path} is larger than {limit_mb} MB, so it is no file of this program and was not opened. "
        "Nothing was changed. Ask its sender for the original file.",
    ),
    ErrorCode.FILE_FORMAT_UNKNOWN: QT_TRANSLATE_NOOP(
        _M,
        "{path} is no answers file, workbook or package of this program: {reason}. Nothing was changed. "
        "Choose a file that was handed in or exported here.",
    ),
    ErrorCode.JSON_INVALID: QT_TRANSLATE_NOOP(
        _M,
        "{path} is not readable as an answers file: {reason}. Nothing was changed. "
        "Export it again from where it was made.",
    ),
    ErrorCode.WORKBOOK_INVALID: QT_TRANSLATE_NOOP(
        _M,
        "{path} cannot be read as a workbook: {reason}. Nothing was changed. "
        "Open it in a spreadsheet program, save it as .xlsx and try again, or ask for the original.",
    ),
    ErrorCode.WORKBOOK_FOREIGN: QT_TRANSLATE_NOOP(
        _M,
        "{path} is a workbook, but not one of this program: {reason}. Nothing was changed. "
        "Fill in a workbook made with “blank” or “export”.",
    ),
    ErrorCode.WORKBOOK_PROBLEMS: QT_TRANSLATE_NOOP(
        _M,
        "The workbook {path} was not taken: {problem}. Nothing was changed. "
        "Correct these cells, save and try again.",
    ),
    ErrorCode.XLSFORM_INVALID: QT_TRANSLATE_NOOP(
        _M,
        "{path} cannot be read as an XLSForm: {reason}. Nothing was written. "
        "Correct it in a spreadsheet program, or ask for the original.",
    ),
    ErrorCode.PACKAGE_INVALID: QT_TRANSLATE_NOOP(
        _M,
        "{path} cannot be read as a package: {reason}. Nothing was changed. "
        "Ask its sender to send it again.",
    ),
    ErrorCode.PART_INVALID: QT_TRANSLATE_NOOP(
        _M,
        "{path} is not readable as a part of a questionnaire: {problem}. Nothing was changed. "
        "Ask the colleague who wrote it to write it again.",
    ),
    ErrorCode.ATTACHMENT_TOO_LARGE: QT_TRANSLATE_NOOP(
        _M,
        "{path} has {size_mb} MB; at most {limit_mb} MB can be attached. Nothing was changed. "
        "Attach the pages that matter, or give the link instead.",
    ),
    ErrorCode.ATTACHMENT_NOT_A_FILE: QT_TRANSLATE_NOOP(
        _M,
        "{path} is a folder or a device, so it cannot be attached. Nothing was changed. "
        "Choose a single file.",
    ),
    ErrorCode.ATTACHMENT_MISSING: QT_TRANSLATE_NOOP(
        _M,
        "The attached file “{file}” is not in this workspace. The evidence that names it is unchanged. "
        "Attach the file again, or open the package it came in.",
    ),
    ErrorCode.ATTACHMENT_NOT_OPENED: QT_TRANSLATE_NOOP(
        _M,
        "“{file}” could start a program, so it is not opened from here. It is kept unchanged. "
        "Save a copy and open that if you trust its sender.",
    ),
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
    ErrorCode.DATABASE_DAMAGED: QT_TRANSLATE_NOOP(
        _M,
        "The database was damaged and has been set aside as {path}; nothing was deleted. "
        "The newest backup is {backup}; copy it back as wb6assess.sqlite3 and start again.",
    ),
    ErrorCode.DATABASE_DAMAGED_NO_BACKUP: QT_TRANSLATE_NOOP(
        _M,
        "The database was damaged and has been set aside as {path}; nothing was deleted. "
        "There is no backup yet. Keep that file for a repair; the next start begins an empty one.",
    ),
    ErrorCode.DATABASE_MISSING: QT_TRANSLATE_NOOP(
        _M,
        "The database {path} is missing, although there are backups of it. Nothing was changed. "
        "The newest backup is {backup}; copy it back under that name and start again.",
    ),
    ErrorCode.BACKUP_DAMAGED: QT_TRANSLATE_NOOP(
        _M,
        "The backup {path} is damaged and was not brought back. Nothing was changed. "
        "Choose an older one from the same folder.",
    ),
    ErrorCode.DATABASE_TOO_NEW: QT_TRANSLATE_NOOP(
        _M,
        "The data in {path} were written by a newer version of this program. Nothing was changed. "
        "Install the newer version to open them.",
    ),
    ErrorCode.DATABASE_FOREIGN: QT_TRANSLATE_NOOP(
        _M,
        "{path} is not a database of this program. Nothing was changed. "
        "Choose another workspace folder.",
    ),
    ErrorCode.DATABASE_LOCKED: QT_TRANSLATE_NOOP(
        _M,
        "The database is held by another program, so the last change is not stored yet. "
        "Close the other program, then try again.",
    ),
    ErrorCode.DATABASE_ADDRESS_INVALID: QT_TRANSLATE_NOOP(
        _M,
        "WB6ASSESS_DATABASE_URL is not the address of a PostgreSQL database. Nothing was changed. "
        "Write it like postgresql://name:password@server/database, or remove it to work alone.",
    ),
    ErrorCode.DATABASE_DRIVER_MISSING: QT_TRANSLATE_NOOP(
        _M,
        "What is needed for a database server is not installed. Nothing was changed. "
        "Install it with: pip install “wb6assess[team]”.",
    ),
    ErrorCode.DATABASE_UNREACHABLE: QT_TRANSLATE_NOOP(
        _M,
        "The team's database cannot be reached, so the last change is not stored. What is stored there "
        "is unchanged. Check the network and WB6ASSESS_DATABASE_URL, then try again.",
    ),
    ErrorCode.DATABASE_REFUSED: QT_TRANSLATE_NOOP(
        _M,
        "The team's database does not let you in, or not write, with the name in "
        "WB6ASSESS_DATABASE_URL. Nothing was changed. Ask whoever looks after the server.",
    ),
    ErrorCode.WORKSPACE_IN_USE: QT_TRANSLATE_NOOP(
        _M,
        "This workspace is already open in another window (process {pid} on {host}, since {since}). "
        "Nothing was changed. Go on there, or close it first.",
    ),
    ErrorCode.WORKSPACE_NOT_WRITABLE: QT_TRANSLATE_NOOP(
        _M,
        "Nothing can be written in {path}. What is stored there is unchanged. "
        "Allow writing to this folder, or choose another with --workspace.",
    ),
    ErrorCode.BACKUP_TARGET_INSIDE: QT_TRANSLATE_NOOP(
        _M,
        "{path} lies in the data folder itself, so it would be lost together with it. "
        "Nothing was written. Choose another folder, best on another disk.",
    ),
    ErrorCode.BACKUP_OF_SERVER: QT_TRANSLATE_NOOP(
        _M,
        "The data lie on a database server, which is copied with the server's own tools. "
        "Nothing was changed here. Ask whoever looks after the server.",
    ),
    ErrorCode.MIGRATION_FAILED: QT_TRANSLATE_NOOP(
        _M,
        "The data could not be brought to this version; they are unchanged. "
        "A copy is in {backup}. Keep using the earlier version and report this.",
    ),
    ErrorCode.DISK_FULL: QT_TRANSLATE_NOOP(
        _M,
        "The disk is full, so {path} was not written. What stood there before is unchanged. "
        "Free some space and try again.",
    ),
    ErrorCode.TARGET_NOT_WRITABLE: QT_TRANSLATE_NOOP(
        _M,
        "{path} could not be written. What stood there before is unchanged. "
        "Choose a folder you may write to.",
    ),
    ErrorCode.TARGET_IN_USE: QT_TRANSLATE_NOOP(
        _M,
        "{path} is open in another program, so it was not replaced; the old file is unchanged. "
        "Close it there, or choose another name.",
    ),
    ErrorCode.TARGET_IS_FOLDER: QT_TRANSLATE_NOOP(
        _M, "{path} is a folder, so no file can be written under this name. Choose another name."
    ),
    ErrorCode.TARGET_EXISTS: QT_TRANSLATE_NOOP(
        _M,
        "{path} exists already and was not touched. "
        "Name another folder with --out, or add --replace to overwrite it.",
    ),
    ErrorCode.TARGET_NAME_TOO_LONG: QT_TRANSLATE_NOOP(
        _M,
        "The name {path} is too long for this disk, so nothing was written. Choose a shorter name "
        "or a folder closer to the top.",
    ),
    ErrorCode.PACKAGE_TOO_LARGE: QT_TRANSLATE_NOOP(
        _M,
        "The attached files have {size_mb} MB together; a package holds at most {limit_mb} MB, so "
        "{path} was not written. Remove the largest files or give their links instead.",
    ),
    ErrorCode.EXPORT_CHECK_FAILED: QT_TRANSLATE_NOOP(
        _M,
        "{path} was written but read back differently ({reason}), so it was thrown away. "
        "All answers are safe. Report this; until then use another format.",
    ),
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
    return str(value)


class _Facts(dict[str, str]):
    """A fact that is missing shows its name, so that no sentence is ever lost."""

    def __missing__(self, name: str) -> str:
        return f"({name})"
