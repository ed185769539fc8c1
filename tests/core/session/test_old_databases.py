"""A database of every shipped form opens with all it holds.

Each file in `tests/data` is named by its migration and was written once, by the version that
shipped it, from the answers below; it is never written again.
"""

import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.core.session.conftest import QUESTIONNAIRES
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Confidence, Evidence, SpecialState, Status
from wb6assess.session.workspace import Workspace
from wb6assess.store.migration import HEAD

DATABASES = sorted(QUESTIONNAIRES.parent.glob("workspace-*.sqlite3"))

HANDED_IN = {
    "DRW-1.1": Answer(
        3,
        confidence=Confidence.HIGH,
        justification="Ђурђевак, çelës, „šta“.",
        evidence=(Evidence("law", citation="Art. 1", page="12"), Evidence("report", title="Report")),
        fields={"since": "2024-05-01", "cases": {"all": {"2024": 3, "2025": "2.5"}}},
        comments={"X1": "Known."},
    ),
    "DRW-2.1": Answer(("letters", "visits")),
    "DRW-2.2": Answer("12.5"),
}
AFTERWARDS = {
    **HANDED_IN,
    "DRW-1.2": Answer(state=SpecialState.DONT_KNOW),
    "DRW-C1": Answer("Anything else."),
}


def write_database(folder: Path) -> None:
    """Make a workspace as the files in `tests/data` hold it."""
    with Workspace.open(folder, Library(QUESTIONNAIRES)) as workspace:
        made = workspace.new(country="XK", instrument="drawn", expert="E01", round="2026")
        assessment = workspace.open_assessment(made)
        assessment.record_all(HANDED_IN)
        assessment.submit()
        assessment.reopen()
        assessment.record_all(AFTERWARDS)
        assessment.record("DRW-2.2", Answer(30))
        assessment.undo()
        assessment.set_flag("DRW-1.2", True)
        assessment.remember_place("DRW-2.1")


def _check(workspace: Workspace) -> None:
    (info,) = workspace.assessments()
    assert (info.revision, info.status, info.flagged, info.last_item) == (2, Status.DRAFT, 1, "DRW-2.1")
    assessment = workspace.open_assessment(info.id)
    assert assessment.answers == AFTERWARDS
    assert assessment.flags == {"DRW-1.2"}
    assert list(assessment.revisions()) == [1]
    assert (assessment.redo_item, assessment.undo_item) == ("DRW-2.2", "DRW-1.2")
    assert [entry.kind for entry in assessment.history("DRW-2.2")] == ["fill", "edit", "undo"]
    assessment.undo()
    assert assessment.answers == HANDED_IN


@pytest.mark.parametrize("path", DATABASES, ids=lambda path: path.stem)
def test_an_old_database_opens_with_everything(path, folder, tmp_path):
    folder.mkdir()
    shutil.copyfile(path, folder / "wb6assess.sqlite3")
    # No questionnaires but the framework: the stored copy must do.
    shutil.copytree(QUESTIONNAIRES, tmp_path / "later", ignore=shutil.ignore_patterns("drawn"))
    with Workspace.open(folder, Library(tmp_path / "later")) as workspace:
        _check(workspace)


def test_what_this_version_writes_is_what_the_check_expects(folder):
    write_database(folder)
    with Workspace.open(folder, Library(QUESTIONNAIRES)) as workspace:
        _check(workspace)


def test_there_is_a_database_of_the_newest_form():
    (newest,) = [path for path in DATABASES if path.stem.endswith(HEAD)]
    raw = sqlite3.connect(f"{newest.as_uri()}?immutable=1", uri=True)
    assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
    raw.close()
