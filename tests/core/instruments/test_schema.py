"""The JSON Schemas for editors are current and agree with the reader on shape."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.core.instruments.texts import LINES, with_line
from wb6assess.instruments.schema import schemas, write_schemas
from wb6assess.instruments.source import parse
from wb6assess.settings import questionnaires_folder

INSTRUMENT = jsonschema.Draft202012Validator(schemas()["instrument"])


@pytest.mark.parametrize("name", ["framework", "instrument", "translation"])
def test_the_shipped_schema_is_current(name: str) -> None:
    path = questionnaires_folder() / "schema" / f"{name}.schema.json"
    assert json.loads(path.read_text(encoding="utf-8")) == schemas()[name], (
        "run: wb6assess instrument schema"
    )


def test_schemas_are_schemas() -> None:
    for schema in schemas().values():
        jsonschema.Draft202012Validator.check_schema(schema)


def test_a_right_questionnaire_fits_the_schema() -> None:
    INSTRUMENT.validate(parse(LINES, "a").data)


def test_the_shipped_files_fit_their_schemas() -> None:
    folder = questionnaires_folder()
    framework = parse((folder / "framework.yaml").read_text(encoding="utf-8"), "framework.yaml").data
    jsonschema.Draft202012Validator(schemas()["framework"]).validate(framework)
    for domain in framework["domains"]:
        path = folder / domain["instrument"] / "instrument.yaml"
        INSTRUMENT.validate(parse(path.read_text(encoding="utf-8"), path.name).data)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Second act", "titel: Second act"),
        ("levels: [none, ", "levels: ["),
        ("aspect: law", "aspect: lawful"),
        ("evidence: [law, report]", "evidence: [law, rumour]"),
        ("op: ge, value: 2", "op: gte, value: 2"),
        ("id: P-1.2\n", "id: 1.2\n"),
        ("relative_to: ceiling", "relative_to: top"),
    ],
)
def test_an_editor_sees_mistakes_of_shape(old: str, new: str) -> None:
    assert not INSTRUMENT.is_valid(parse(with_line(old, new), "a").data)


def test_every_key_is_described() -> None:
    for schema in schemas().values():
        for shape in [schema, *schema.get("$defs", {}).values()]:
            for key, info in shape.get("properties", {}).items():
                assert info.get("description"), key


def test_schemas_are_written_as_files(tmp_path: Path) -> None:
    written = write_schemas(tmp_path)
    assert sorted(path.name for path in written) == [
        "framework.schema.json",
        "instrument.schema.json",
        "translation.schema.json",
    ]
    assert json.loads(written[0].read_text(encoding="utf-8")) == schemas()["framework"]
