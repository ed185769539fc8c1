"""Files going out."""

from collections.abc import Mapping

from ui.messages.marking import QT_TRANSLATE_NOOP
from wb6assess.errors import ErrorCode

_M = "messages"

SENTENCES: Mapping[ErrorCode, str] = {
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
