"""A JSON file that must be of one kind: anything else is told apart, so that the right file is found."""

from typing import Any

from wb6assess.errors import ErrorCode, FileError
from wb6assess.exchange.shapes import kind_of
from wb6assess.exchange.strict_json import parse_object

OURS = "wb6assess-"


def object_of(data: bytes, name: str, wanted: str, code: ErrorCode) -> dict[str, Any]:
    """The object a file holds that must say `"format": wanted`.

    Args:
        data: The file's bytes.
        name: What to call the file in an error.
        wanted: The format with its version, such as `wb6assess-decisions/1`.
        code: What it is when it is none.

    Raises:
        FileError: `code` with `reason`; FILE_TOO_LARGE.
    """
    try:
        raw = parse_object(data, name)
    except FileError as error:
        if error.code is not ErrorCode.JSON_INVALID:
            raise
        raise FileError(code, problems=(), **error.facts) from error
    if raw.get("format") != wanted:
        raise FileError(code, path=name, reason=another_kind(raw.get("format"), wanted))
    return raw


def another_kind(found: object, wanted: str) -> str:
    """What a file says it is, instead of what is wanted; ends the sentence "…: <reason>"."""
    if not isinstance(found, str) or not found.startswith(OURS):
        return f'it does not say "format": "{wanted}"'
    if found.startswith(wanted.rpartition("/")[0] + "/"):
        return "it was made by a newer version of WB6 Assess"
    return f"it holds {kind_of(found.removeprefix(OURS).split('/')[0])}"
