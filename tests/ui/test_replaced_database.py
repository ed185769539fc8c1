"""Another file takes the database's place while the window is open: nothing is lost, and it is said."""

import pytest

from wb6assess.errors import AppError, ErrorCode
from wb6assess.store.backups import copy_database
from wb6assess.store.files import DATABASE_FILE


@pytest.fixture
def told(desktop, monkeypatch) -> list[AppError]:
    """What was said in a box."""
    errors: list[AppError] = []
    monkeypatch.setattr(type(desktop), "complain", lambda _window, error: errors.append(error))
    return errors


@pytest.fixture
def exchanged(desktop):
    """An open questionnaire with an answer, whose database has just become another file."""
    made = desktop.workspace.new(country="AL", instrument="fdi-screening", expert="E07", round="2026")
    path = desktop.folder / DATABASE_FILE
    other = desktop.folder / "download"
    copy_database(path, other)
    desktop.open_assessment(made)
    desktop.questionnaire.choose_level(3)
    other.replace(path)
    return desktop


def test_the_next_answer_says_so_in_a_box_and_is_stored_by_itself(exchanged, told, qtbot):
    window = exchanged.questionnaire
    window.go_next()
    window.choose_level(4)
    qtbot.waitUntil(lambda: bool(told))
    assert [error.code for error in told] == [ErrorCode.DATABASE_REPLACED]
    assert window.editing.answer(window.page).value == 4, "it is still on screen"
    window.editing.save_again()
    assert not exchanged.unsaved
    assert {answer.value for answer in window.opened.answers.values()} == {3, 4}


@pytest.mark.parametrize("answers_first", [False, True])
def test_closing_says_so_and_keeps_every_answer(exchanged, told, library, answers_first):
    from wb6assess.session.workspace import Workspace

    made = exchanged.questionnaire.opened.id
    if answers_first:
        exchanged.questionnaire.go_next()
        exchanged.questionnaire.choose_level(4)
    exchanged.close()
    assert [error.code for error in told] == [ErrorCode.DATABASE_REPLACED]
    with Workspace.open(exchanged.folder, library) as again:
        values = {answer.value for answer in again.open_assessment(made).answers.values()}
    assert values == ({3, 4} if answers_first else {3})
