"""What was refused is known the next day, with its reason, until somebody settles it."""

import hashlib

import pytest

from exports.incoming import read_incoming
from tests.core.session.conftest import QUESTIONNAIRES
from wb6assess.errors import ErrorCode
from wb6assess.exchange.answers import write_document
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Document, Identity, Status
from wb6assess.session.desk.consolidation import Outcome
from wb6assess.session.workspace import Workspace

GOOD = Document(
    Identity("XK", "drawn", "2026.1", "2026", "E01"), 1, Status.SUBMITTED, {"DRW-1.1": Answer(3)}
)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "mail"
    made.mkdir()
    return made


def take(workspace, *paths):
    return workspace.inbox.take_in(paths, read_incoming)


def standing(workspace):
    return [found.report.path.name for found in workspace.inbox.refusals.standing()]


def bad(folder, name="E01.json", text='{"format": "wb6assess-answers/1", "answers": 3}'):
    (folder / name).write_text(text)
    return folder / name


def test_a_refused_file_is_known_after_a_new_start(workspace, folder):
    path = bad(folder)
    (report,) = take(workspace, path).files
    assert report.outcome is Outcome.REFUSED
    workspace.close()
    with Workspace.open(workspace.folder, Library(QUESTIONNAIRES)) as again:
        (found,) = again.inbox.refusals.standing()
    assert found.report.path.name == "E01.json"
    assert found.report.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (found.report.error.code, found.report.error.problems) == (
        report.error.code,
        report.error.problems,
    )


def test_a_look_keeps_nothing(workspace, folder):
    workspace.inbox.look([bad(folder)], read_incoming)
    assert standing(workspace) == []


def test_the_same_file_refused_again_is_listed_once(workspace, folder):
    path = bad(folder)
    take(workspace, path)
    take(workspace, path)
    assert standing(workspace) == ["E01.json"]


def test_a_corrected_file_of_the_same_name_settles_it(workspace, folder):
    take(workspace, bad(folder))
    (folder / "E01.json").write_bytes(write_document(GOOD))
    take(workspace, folder / "E01.json")
    assert standing(workspace) == []


def test_a_file_that_was_here_already_settles_no_other_of_its_name(workspace, folder):
    """Empty questionnaires have one name, and many experts keep it."""
    for expert in ("E01", "E02"):
        (folder / expert).mkdir()
    good = folder / "E01" / "blank.json"
    good.write_bytes(write_document(GOOD))
    take(workspace, good)
    take(workspace, bad(folder / "E02", "blank.json"))
    take(workspace, good)
    assert standing(workspace) == ["blank.json"]


def test_what_is_left_refused_is_no_longer_listed(workspace, folder):
    take(workspace, bad(folder), bad(folder, "E02.json"))
    first = workspace.inbox.refusals.standing()[0]
    workspace.inbox.refusals.put_away([first.id])
    assert standing(workspace) == ["E02.json"]


def test_what_is_no_submission_is_not_kept(workspace, folder):
    (folder / "picture.png").write_bytes(b"\x89PNG")
    take(workspace, folder)
    assert standing(workspace) == []


def test_a_reason_of_a_later_version_is_still_listed(workspace, folder, monkeypatch):
    take(workspace, bad(folder))
    monkeypatch.setattr("wb6assess.session.desk.refusals.ErrorCode", _Fewer)
    (found,) = workspace.inbox.refusals.standing()
    assert found.report.error.code is ErrorCode.FILE_UNREADABLE


class _Fewer:
    """An earlier version's list of codes."""

    FILE_UNREADABLE = ErrorCode.FILE_UNREADABLE

    def __new__(cls, value):
        raise ValueError(value)


def test_wishes_for_a_meeting_are_kept_once_and_until_one_is_prepared(workspace):
    wishes = workspace.inbox.wishes
    for place in (("XK", "DRW-1.1"), ("AL", "DRW-2.2"), ("XK", "DRW-1.1")):
        wishes.add("2026", place)
    wishes.add("2027", ("RS", "DRW-1.1"))
    assert wishes.open("2026") == (("XK", "DRW-1.1"), ("AL", "DRW-2.2"))
    wishes.settle("2026", [("XK", "DRW-1.1")])
    assert wishes.open("2026") == (("AL", "DRW-2.2"),)
    assert wishes.open("2027") == (("RS", "DRW-1.1"),)
