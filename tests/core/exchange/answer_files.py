"""An answers file to be read, whole or with a fault."""

import copy
import json

from tests.strategies import lookup
from wb6assess.exchange.answers import read_document
from wb6assess.model.assessment import Document

HEADER = {
    "id": "0198c1de",
    "country": "XK",
    "instrument": "drawn",
    "instrument_version": "2026.1",
    "round": "2026",
    "expert": "E01",
    "revision": 3,
    "status": "submitted",
    "updated_at": "2026-11-21T10:15:00Z",
}
WHOLE = {"format": "wb6assess-answers/1", "assessment": HEADER, "answers": {}}


def answers_file(answers=None, header=None, **top):
    content = copy.deepcopy(WHOLE) | top
    content["assessment"] |= header or {}
    content["answers"] = answers or {}
    return json.dumps(content).encode()


def read(*args, **kwargs) -> Document:
    return read_document(answers_file(*args, **kwargs), lookup, "x.json")
