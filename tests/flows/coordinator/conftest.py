"""A framework of two countries and twelve questions, and a way to run verbs on it."""

import json
from pathlib import Path

import pytest

from tests.flows.coordinator.verbs import FRAMEWORK, INDICATOR, INSTRUMENT, LEVELS
from ui.cli import main
from wb6assess.exchange.answers import write_document
from wb6assess.model.assessment import Document


@pytest.fixture(scope="package")
def questionnaires(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("questionnaires")
    (folder / "one").mkdir()
    (folder / "framework.yaml").write_text(FRAMEWORK)
    items = "".join(INDICATOR.format(n=n, levels=LEVELS) for n in range(1, 13))
    for version, name in (("2026.1", "instrument.yaml"), ("2025.1", "instrument-2025.1.yaml")):
        (folder / "one" / name).write_text(INSTRUMENT.format(version=version) + items)
    return folder


@pytest.fixture
def inbox(tmp_path):
    def fill(*documents: Document, name="inbox") -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        for number, item in enumerate(documents):
            (folder / f"{number:02}.json").write_bytes(write_document(item))
        return folder

    return fill


@pytest.fixture
def run(questionnaires, tmp_path, capsys):
    """Run one verb; returns exit code, standard output (as JSON with --json), standard error."""

    def call(verb, *arguments):
        shared = ("--questionnaires", questionnaires, "--workspace", tmp_path / "ws")
        code = main([verb, *map(str, (*arguments, *shared))])
        captured = capsys.readouterr()
        is_json = "--json" in arguments and code == 0
        return code, json.loads(captured.out) if is_json else captured.out, captured.err

    return call
