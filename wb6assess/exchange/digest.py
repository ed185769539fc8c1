"""What makes two documents the same: the content hash (methodology 9.1)."""

import hashlib
import unicodedata
from collections.abc import Mapping
from typing import Any

import rfc8785

from wb6assess.exchange.written import answers_as_json
from wb6assess.model.assessment import Document


def canonical(content: Mapping[str, Any]) -> bytes:
    """The canonical text of JSON content: Unicode NFC, then RFC 8785; UTF-8.

    Raises:
        ValueError: a float (files hold decimals as strings), an integer beyond 2**53 - 1, half a
            surrogate pair, or two keys that are equal in NFC.
    """
    return rfc8785.dumps(_composed(content))


def content_hash(document: Document) -> str:
    """SHA-256 (hex) over exactly what identifies and answers: eight keys, no times, no versions."""
    key = document.identity
    content = {
        "country": key.country,
        "instrument": key.instrument,
        "instrument_version": key.instrument_version,
        "round": key.round,
        "expert": key.expert,
        "revision": document.revision,
        "status": document.status.value,
        "answers": answers_as_json(document.answers),
    }
    return hashlib.sha256(canonical(content)).hexdigest()


def fingerprint(digest: str) -> str:
    """The first sixteen digits of a hash in groups of four, for paper: "5f3a 91c2 7d0e b846"."""
    return " ".join(digest[start : start + 4] for start in range(0, 16, 4))


def _composed(part: Any) -> Any:
    """The same content in NFC."""
    match part:
        case str():
            return part if part.isascii() else unicodedata.normalize("NFC", part)
        case Mapping():
            composed = {_composed(key): _composed(value) for key, value in part.items()}
            if len(composed) < len(part):
                raise ValueError("two keys are the same text")
            return composed
        case list() | tuple():
            return [_composed(item) for item in part]
        case float():
            raise ValueError("a decimal number is written as a string")
    return part
