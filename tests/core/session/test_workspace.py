"""Making, listing and opening assessments; who may have the workspace."""

import os
import shutil
import subprocess
import sys
from datetime import timedelta

import pytest

from tests.core.session.conftest import NEW
from wb6assess.errors import AnswerError, ErrorCode, InstrumentError, StorageError
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import EXPERT_CODE, Answer, Identity
from wb6assess.session.backup import restore_backup
from wb6assess.session.names import propose_expert_code
from wb6assess.session.workspace import Workspace
from wb6assess.store.backups import backups


def test_a_new_assessment_is_an_empty_draft_of_the_newest_version(workspace, clock):
    info = workspace.info(workspace.new(**NEW))
    assert info.identity == Identity("XK", "drawn", "2026.1", "2026", "E01")
    assert (info.revision, info.status, info.title) == (1, "draft", "Drawn questionnaire")
    assert (info.done, info.asked, info.flagged, info.blocking) == (0, 4, 0, 0)
    assert info.created_at == info.updated_at == clock.moment


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"country": "DE"}, ErrorCode.COUNTRY_UNKNOWN),
        ({"round": "1999"}, ErrorCode.ROUND_UNKNOWN),
        ({"instrument": "other"}, ErrorCode.INSTRUMENT_UNKNOWN),
        ({"expert": "A. Name"}, ErrorCode.EXPERT_CODE_INVALID),
        ({"expert": ""}, ErrorCode.EXPERT_CODE_INVALID),
        ({"expert": "E01\n"}, ErrorCode.EXPERT_CODE_INVALID),
    ],
)
def test_names_the_framework_does_not_know_are_refused(workspace, wrong, code):
    with pytest.raises((AnswerError, InstrumentError)) as caught:
        workspace.new(**{**NEW, **wrong})
    assert caught.value.code is code
    assert workspace.assessments() == []


def test_the_same_assessment_is_not_made_twice(workspace):
    first = workspace.new(**NEW)
    with pytest.raises(AnswerError) as caught:
        workspace.new(**NEW)
    assert caught.value.code is ErrorCode.ASSESSMENT_EXISTS
    assert caught.value.facts["assessment"] == first


def test_an_unknown_assessment_is_said_to_be_unknown(workspace):
    for call in (workspace.info, workspace.open_assessment):
        with pytest.raises(AnswerError) as caught:
            call("nothing")
        assert caught.value.code is ErrorCode.ASSESSMENT_UNKNOWN


def test_the_list_shows_the_newest_edited_first_with_counts_of_now(workspace):
    first, second = (workspace.new(**{**NEW, "expert": code}) for code in ("E01", "E02"))
    opened = workspace.open_assessment(first)
    opened.record("DRW-1.1", Answer(5))
    listed = workspace.assessments()
    assert [info.id for info in listed] == [first, second]
    assert (listed[0].done, listed[0].asked, listed[0].blocking) == (1, 4, 1)
    assert listed[0] == opened.info


def test_a_list_without_changes_reads_no_questionnaire(workspace, folder, questionnaires, clock):
    workspace.new(**NEW)
    workspace.assessments()
    workspace.close()
    (questionnaires / "drawn" / "instrument.yaml").write_text("no longer readable: [")
    with Workspace.open(folder, Library(questionnaires), now=clock) as again:
        assert [info.asked for info in again.assessments()] == [4]


def test_an_assessment_opens_without_the_file_it_was_made_with(workspace, folder, questionnaires, clock):
    made = workspace.open_assessment(workspace.new(**NEW))
    made.record("DRW-1.1", Answer(3))
    workspace.close()
    path = questionnaires / "drawn" / "instrument.yaml"
    path.write_text(path.read_text().replace('"2026.1"', '"2027.1"').replace("The rule", "Another rule"))
    with Workspace.open(folder, Library(questionnaires), now=clock) as again:
        opened = again.open_assessment(made.id)
        assert opened.instrument.version == "2026.1"
        assert opened.instrument.by_id["DRW-1.1"].title == "The rule"
        assert opened.scores.indicators == made.scores.indicators


def test_an_edited_file_of_the_same_version_does_not_change_given_answers(
    workspace, folder, questionnaires, clock
):
    made = workspace.new(**NEW)
    workspace.close()
    path = questionnaires / "drawn" / "instrument.yaml"
    path.write_text(path.read_text().replace("How far does the rule go?", "Something else?"))
    with Workspace.open(folder, Library(questionnaires), now=clock) as again:
        opened = again.open_assessment(made)
        assert opened.instrument.by_id["DRW-1.1"].question == "How far does the rule go?"


def test_a_file_changed_under_our_hands_is_not_stored_as_the_questionnaire(workspace, questionnaires):
    workspace.library.instrument("drawn")
    path = questionnaires / "drawn" / "instrument.yaml"
    path.write_text(path.read_text().replace("How far does the rule go?", "Something else?"))
    with pytest.raises(InstrumentError) as caught:
        workspace.new(**NEW)
    assert caught.value.code is ErrorCode.INSTRUMENT_CHANGED
    assert workspace.assessments() == []


def test_opening_twice_gives_the_same_object(workspace):
    made = workspace.new(**NEW)
    assert workspace.open_assessment(made) is workspace.open_assessment(made)


def test_a_second_start_is_told_who_has_the_workspace(workspace, folder, questionnaires):
    program = (
        "import sys; from pathlib import Path\n"
        "from wb6assess.errors import StorageError\n"
        "from wb6assess.instruments.library import Library\n"
        "from wb6assess.session.workspace import Workspace\n"
        "try: Workspace.open(Path(sys.argv[1]), Library(Path(sys.argv[2])))\n"
        "except StorageError as error:\n"
        "    print(error.code, error.facts['pid'], error.facts['since'].isoformat())\n"
    )
    command = [sys.executable, "-c", program, str(folder), str(questionnaires)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert said == ["workspace-in-use", str(os.getpid()), "2026-11-21T10:00:10+00:00"]


def test_a_second_window_in_the_same_process_is_refused_too(workspace, folder, questionnaires):
    with pytest.raises(StorageError) as caught:
        Workspace.open(folder, Library(questionnaires))
    assert caught.value.code is ErrorCode.WORKSPACE_IN_USE
    workspace.new(**NEW)


def test_a_closed_workspace_can_be_opened_again(workspace, folder, questionnaires):
    workspace.close()
    Workspace.open(folder, Library(questionnaires)).close()


def test_a_start_that_fails_lets_the_next_one_in(folder, questionnaires):
    folder.mkdir()
    (folder / "wb6assess.sqlite3").write_text("not a database")
    for _ in range(2):
        with pytest.raises(StorageError) as caught:
            Workspace.open(folder, Library(questionnaires))
        assert caught.value.code is ErrorCode.DATABASE_FOREIGN


def test_a_workspace_where_a_file_stands_cannot_be_made(tmp_path, questionnaires):
    taken = tmp_path / "taken"
    taken.write_text("")
    for folder in (taken, taken / "below"):
        with pytest.raises(StorageError) as caught:
            Workspace.open(folder, Library(questionnaires))
        assert caught.value.code is ErrorCode.WORKSPACE_NOT_WRITABLE


def test_a_path_of_any_characters_will_do(tmp_path, questionnaires):
    folder = tmp_path / "Đorđe's 100% data #1?" / "папка"
    with Workspace.open(folder, Library(questionnaires)) as workspace:
        workspace.new(**NEW)
    with Workspace.open(folder, Library(questionnaires)) as workspace:
        assert len(workspace.assessments()) == 1


def test_a_database_elsewhere_is_used_when_named(tmp_path, folder, questionnaires):
    url = f"sqlite:///{tmp_path / 'shared.sqlite3'}"
    with Workspace.open(folder, Library(questionnaires), url) as workspace:
        made = workspace.new(**NEW)
    with Workspace.open(folder, Library(questionnaires), url) as workspace:
        assert [info.id for info in workspace.assessments()] == [made]
    assert not (folder / "wb6assess.sqlite3").exists()


def test_the_list_is_shown_on_a_full_disk(workspace):
    opened = workspace.open_assessment(workspace.new(**NEW))
    opened.record("DRW-1.1", Answer(1))
    with workspace._database.writing() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    assert [info.id for info in workspace.assessments()] == [opened.id]
    opened.remember_place("DRW-2.1")
    with pytest.raises(StorageError):
        opened.record("DRW-1.1", Answer(2))


def test_a_backup_is_brought_back_only_while_nobody_works(workspace, folder, questionnaires, clock):
    made = workspace.new(**NEW)
    workspace.close()
    clock.tick = timedelta(days=1)
    with Workspace.open(folder, Library(questionnaires), now=clock) as again:
        (copy,) = backups(folder)
        again.open_assessment(made).record("DRW-1.1", Answer(3))
        with pytest.raises(StorageError) as caught:
            restore_backup(folder, copy)
        assert caught.value.code is ErrorCode.WORKSPACE_IN_USE
    restore_backup(folder, copy)
    with Workspace.open(folder, Library(questionnaires), now=clock) as again:
        assert again.open_assessment(made).answers == {}


def test_proposed_codes_are_codes_and_differ():
    codes = {propose_expert_code() for _ in range(50)}
    assert all(EXPERT_CODE.fullmatch(code) for code in codes)
    assert len(codes) > 45


def test_a_questionnaire_whose_checks_look_at_another_one_opens_from_the_kept_copy_too(
    folder, questionnaires, clock
):
    framework = questionnaires / "framework.yaml"
    listed = framework.read_text(encoding="utf-8")
    more = "domains:\n  - {id: SEC, instrument: second, weight: 0}\n"
    framework.write_text(listed.replace("domains:\n", more), encoding="utf-8")
    file = questionnaires / "drawn" / "instrument.yaml"
    text = file.read_text(encoding="utf-8")
    (questionnaires / "second").mkdir()
    second = text.replace("DRW", "SEC").replace("id: drawn", "id: second").replace("id: X1", "id: X2")
    (questionnaires / "second" / "instrument.yaml").write_text(second, encoding="utf-8")
    crossing = text.replace("{all: [{id: DRW-1.1, op: eq", "{all: [{id: SEC-1.1, op: eq")
    file.write_text(crossing, encoding="utf-8")
    with Workspace.open(folder, Library(questionnaires), now=clock) as workspace:
        name = workspace.new(**NEW)
    shutil.rmtree(questionnaires / "second")
    file.write_text(crossing.replace("Drawn questionnaire", "Redrawn"), encoding="utf-8")
    with Workspace.open(folder, Library(questionnaires), now=clock) as workspace:
        assert workspace.open_assessment(name).instrument.title == "Drawn questionnaire"
