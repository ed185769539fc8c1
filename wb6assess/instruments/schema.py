"""JSON Schemas of the files authors write, for editors that check while typing."""

import json
from pathlib import Path
from typing import Any

from wb6assess.files import replacing
from wb6assess.instruments.format import InstrumentShape, Shape, TranslationShape
from wb6assess.instruments.framework_file import FrameworkShape

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FILES: dict[str, type[Shape]] = {
    "framework": FrameworkShape,
    "instrument": InstrumentShape,
    "translation": TranslationShape,
}


def schemas() -> dict[str, dict[str, Any]]:
    """JSON Schema (draft 2020-12) by kind of file: framework, instrument, translation.

    A schema says less than the program: what belongs together is checked by `instrument check`.
    """
    return {
        name: {"$schema": _DIALECT, **shape.model_json_schema(by_alias=True, mode="validation")}
        for name, shape in _FILES.items()
    }


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write the three schemas as `NAME.schema.json`.

    Raises:
        ExportError: a file could not be written.
    """
    written = []
    for name, schema in schemas().items():
        target = folder / f"{name}.schema.json"
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        with replacing(target) as scratch:
            scratch.write_text(text, encoding="utf-8", newline="\n")
        written.append(target)
    return tuple(written)
