"""What every test may use: a small questionnaire, builders, no screen, no user folders."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import builders
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument

settings.register_profile(
    "wb6", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("wb6")


@pytest.fixture(autouse=True)
def _private_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the person's own data."""
    monkeypatch.setenv("WB6ASSESS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg-data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg-config"))
    monkeypatch.delenv("WB6ASSESS_DATABASE_URL", raising=False)


@pytest.fixture
def small_instrument() -> Instrument:
    """The ten indicators of the methodology's first worked example, every type among them."""
    return builders.example_one()


@pytest.fixture
def small_framework(small_instrument: Instrument) -> Framework:
    """Six countries, the small instrument as the only domain."""
    return builders.framework(small_instrument)
