"""Files coming in and attachments: what cannot be read, and why."""

from collections.abc import Mapping

from ui.messages.marking import QT_TRANSLATE_NOOP
from wb6assess.errors import ErrorCode

_M = "messages"

SENTENCES: Mapping[ErrorCode, str] = {
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
    ErrorCode.HOLDS_RESULTS: QT_TRANSLATE_NOOP(
        _M,
        "{path} was written by this program, but holds no expert's answers ({kind}). Nothing was "
        "changed. Choose the files that experts handed in.",
    ),
    ErrorCode.HOLDS_DECISIONS: QT_TRANSLATE_NOOP(
        _M,
        "{path} holds decisions of validation meetings, not an expert's answers. Nothing was changed. "
        "Name it after “--decisions” of “wb6assess merge” or “wb6assess report”.",
    ),
    ErrorCode.HOLDS_QUERIES: QT_TRANSLATE_NOOP(
        _M,
        "{path} holds the coordinator's queries to an expert, not answers. Nothing was changed. "
        "The expert takes it in with “Open file…” on Home, or with “wb6assess take-return”.",
    ),
    ErrorCode.HOLDS_PART: QT_TRANSLATE_NOOP(
        _M,
        "{path} holds a part of a questionnaire that colleagues answer together. Nothing was changed. "
        "Send it to the expert whose questionnaire it is, who joins it with the whole and hands it in.",
    ),
    ErrorCode.NO_DECISIONS: QT_TRANSLATE_NOOP(
        _M,
        "{path} is not readable as decisions of validation meetings: {reason}. Nothing was changed. "
        "Choose a file such as “wb6assess decide --list --json” writes.",
    ),
    ErrorCode.NO_QUERIES: QT_TRANSLATE_NOOP(
        _M,
        "{path} is not readable as queries of a coordinator: {reason}. Nothing was changed. "
        "Choose the file (.wb6q) that the coordinator sent, or ask for it again.",
    ),
    ErrorCode.NO_PART: QT_TRANSLATE_NOOP(
        _M,
        "{path} is not readable as a part of a questionnaire: {reason}. Nothing was changed. "
        "Choose the file (.wb6part.json) that a colleague sent, or ask for it again.",
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
    ErrorCode.ATTACHMENT_EMPTY: QT_TRANSLATE_NOOP(
        _M,
        "{path} holds nothing, so it was not attached. Nothing was changed. "
        "If it lies in a cloud folder, let it be downloaded first.",
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
}
