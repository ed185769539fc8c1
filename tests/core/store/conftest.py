"""An open database with one assessment in it."""

from datetime import UTC, datetime

import pytest

from tests import builders
from wb6assess.model.assessment import Identity
from wb6assess.store.assessments import create_assessment, find_assessment, keep_instrument
from wb6assess.store.startup import open_database

NOW = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)
IDENTITY = Identity("XK", "drawn", "2026.1", "2026", "E01")


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "workspace"
    folder.mkdir()
    return folder


@pytest.fixture
def database(folder):
    database = open_database(folder, NOW)
    yield database
    database.close()


@pytest.fixture
def assessment(database):
    instrument = builders.instrument(
        builders.pillar("P", builders.indicator("a"), builders.indicator("b")), digest="d1"
    )
    with database.writing() as connection:
        keep_instrument(connection, instrument, "id: drawn")
        create_assessment(connection, "id-1", IDENTITY, instrument, NOW, sample=False)
    with database.reading() as connection:
        return find_assessment(connection, "id-1")
