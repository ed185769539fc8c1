"""Reading a written form back: what comes out must be the questionnaire that went in."""

from pathlib import Path
from typing import Any

from exports.xlsform.form import read_form
from exports.xlsform.own import questionnaire_from
from wb6assess.errors import ErrorCode, ExportError, FileError
from wb6assess.instruments.plain import instrument_data
from wb6assess.model.instrument import Instrument


def check_form(scratch: Path, target: Path, instrument: Instrument) -> None:
    """Compare.

    Raises:
        ExportError: EXPORT_CHECK_FAILED, `reason` naming the first difference.
    """
    try:
        data, _, _ = questionnaire_from(read_form(scratch))
    except FileError as error:
        reason = str(error.facts.get("reason", error.code.value))
        raise ExportError(ErrorCode.EXPORT_CHECK_FAILED, path=target, reason=reason) from error
    found = difference(instrument_data(instrument), data)
    if found:
        raise ExportError(ErrorCode.EXPORT_CHECK_FAILED, path=target, reason=found)


def difference(wanted: Any, found: Any, path: str = "") -> str:
    """Where two data differ first; "" when they are equal."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        for key in wanted.keys() | found.keys():
            if wanted.get(key) != found.get(key):
                return difference(wanted.get(key), found.get(key), f"{path}.{key}" if path else key)
        return ""
    if isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        pairs = enumerate(zip(wanted, found, strict=True))
        return next((difference(*pair, f"{path}[{n}]") for n, pair in pairs if pair[0] != pair[1]), "")
    return "" if wanted == found else path or "everything"
