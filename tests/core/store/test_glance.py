"""The quick first look shows what the workspace shows."""

import subprocess
import sys
from pathlib import Path

from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer
from wb6assess.session.workspace import Workspace
from wb6assess.settings import questionnaires_folder
from wb6assess.store.glance import glance


def test_the_first_look_equals_the_list(tmp_path):
    with Workspace.open(tmp_path, Library(questionnaires_folder())) as workspace:
        for expert in ("E01", "E02"):
            workspace.new(country="XK", instrument="fdi-screening", expert=expert, round="2026")
        opened = workspace.open_assessment(workspace.assessments()[0].id)
        opened.record("FDI-1.1", Answer(3))
        listed = workspace.assessments()
    assert glance(tmp_path) == listed


def test_nothing_there_or_nothing_readable_is_no_look_at_all(tmp_path):
    assert glance(tmp_path) is None
    (tmp_path / "wb6assess.sqlite3").write_bytes(b"not a database")
    assert glance(tmp_path) is None


def test_the_first_look_imports_no_database_library():
    code = (
        "import sys; import wb6assess.session.glance; "
        "sys.exit(any(name in sys.modules for name in ('sqlalchemy', 'pydantic', 'yaml')))"
    )
    root = Path(__file__).parents[3]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
