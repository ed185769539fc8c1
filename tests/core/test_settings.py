"""Where the data and the questionnaires are looked for."""

import sys
from pathlib import Path

from wb6assess.settings import data_folder, database_url, questionnaires_folder


def test_the_folder_asked_for_comes_first(tmp_path, monkeypatch):
    monkeypatch.setenv("WB6ASSESS_HOME", "/elsewhere")
    assert data_folder(tmp_path) == tmp_path


def test_the_environment_comes_before_the_platform(tmp_path, monkeypatch):
    monkeypatch.setenv("WB6ASSESS_HOME", str(tmp_path))
    assert data_folder() == tmp_path


def test_without_a_word_the_platform_decides(monkeypatch):
    monkeypatch.setenv("WB6ASSESS_HOME", " ")
    assert data_folder().name == "WB6 Assess"


def test_questionnaires_lie_beside_the_package():
    assert (questionnaires_folder() / "framework.yaml").is_file()


def test_a_built_application_brings_its_questionnaires(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert questionnaires_folder() == tmp_path / "questionnaires"
    assert questionnaires_folder(Path("own")) == Path("own")


def test_a_team_database_is_named_by_the_environment(monkeypatch):
    assert database_url() is None
    monkeypatch.setenv("WB6ASSESS_DATABASE_URL", "sqlite:///shared.sqlite3")
    assert database_url() == "sqlite:///shared.sqlite3"
