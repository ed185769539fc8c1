"""Every page of the desktop as a person reaches it, for tests that look at them all."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from ui.files.outputs import Output
from ui.files.recent_files import RecentFile, remember_files
from ui.overview.home import utc_now
from wb6assess.errors import ErrorCode, StorageError
from wb6assess.exchange.answers import write_document
from wb6assess.exchange.parts import part_bytes
from wb6assess.exchange.queries import Return, write_return
from wb6assess.model.assessment import Answer, Evidence
from wb6assess.model.query import Query
from wb6assess.session.parts import write_part
from wb6assess.session.samples import sample_answers

FEW_MS, TRIES = 50, 600


def fill(desktop) -> str:
    """An assessment with answers, evidence, a flag; another one and a file written lately."""
    workspace = desktop.workspace
    created = workspace.new(country="AL", instrument="fdi-screening", expert="E07", round="2026")
    opened = workspace.open_assessment(created)
    answers = sample_answers(opened.instrument, "AL", "E07", 3, opened.parameters)
    opened.record_all({item: answers[item] for item in list(answers)[:20]})
    item = Evidence("law", title="Act", url="https://example.org")
    opened.record("FDI-1.1", Answer(2, justification="Because.", evidence=(item,)))
    opened.record("FDI-1.1", Answer(3, justification="Because.", evidence=(item,)))
    opened.set_flag("FDI-1.1", True)
    workspace.new(country="BA", instrument="rule-of-law", expert="E07", round="2026")
    files = [RecentFile(desktop.folder / "a.xlsx", ".xlsx", utc_now())]
    remember_files(desktop.preferences, files)
    return created


def dialog_of(desktop) -> QWidget:
    return next(d for d in reversed(desktop.findChildren(QDialog)) if d.isVisible())


def first_page(desktop) -> QWidget:
    return desktop


def home(desktop) -> QWidget:
    fill(desktop)
    desktop.go_home()
    return desktop


def home_as_list(desktop) -> QWidget:
    for n in range(12):
        desktop.workspace.new(country="AL", instrument="fdi-screening", expert=f"E{n:02}", round="2026")
    desktop.go_home()
    return desktop


def questionnaire(desktop) -> QWidget:
    desktop.open_assessment(fill(desktop))
    desktop.questionnaire.go_to("FDI-1.1")
    return desktop


def questionnaire_with_guide_and_form(desktop) -> QWidget:
    questionnaire(desktop)
    desktop.questionnaire.toggle_guide()
    desktop.questionnaire.add_evidence()
    return desktop


def context(desktop) -> QWidget:
    questionnaire(desktop)
    desktop.questionnaire.go_to("context")
    return desktop


def narrow(desktop) -> QWidget:
    questionnaire(desktop)
    desktop.resize(960, 640)
    return desktop


def handed_in(desktop) -> QWidget:
    questionnaire(desktop)
    opened = desktop.questionnaire.opened
    opened.record_all(sample_answers(opened.instrument, "AL", "E07", 3, opened.parameters))
    opened.submit()
    desktop.show_again()
    return desktop


def review(desktop) -> QWidget:
    questionnaire(desktop)
    desktop.review()
    return desktop


def by_command(name: str, after: Callable = questionnaire) -> Callable:
    def show(desktop) -> QWidget:
        after(desktop)
        desktop._commands.actions[name].trigger()
        return dialog_of(desktop)

    show.__name__ = name
    return show


def manual(desktop) -> QWidget:
    from ui.manual.window import ManualWindow

    desktop.extras.show_manual()
    return desktop.findChild(ManualWindow)


def keys(desktop) -> QWidget:
    from ui.manual.key_list import KeyList

    desktop.extras.show_keys()
    return desktop.findChild(KeyList)


def narrow_home(desktop) -> QWidget:
    home(desktop)
    desktop.resize(900, 640)
    return desktop


def no_queries(desktop) -> QWidget:
    home(desktop)
    desktop.go_to_room("queries")
    return desktop


def queries(desktop) -> QWidget:
    desktop.workspace.take_return(returned(desktop))
    desktop.go_to_room("queries")
    return desktop


def returned(desktop) -> Path:
    """A file of queries about the assessment `fill` makes."""
    opened = desktop.workspace.open_assessment(fill(desktop))
    key, asked = opened.info.identity, opened.info.updated_at
    wanted = {"FDI-1.1": "Which article says so?", "FDI-2.1": "Since when is it in force? " * 12}
    made = tuple(
        Query(f"0198c1de-7a00-7000-8000-00000000000{n}", key, item, text.strip(), asked, revision=1)
        for n, (item, text) in enumerate(wanted.items())
    )
    sent = Return(key, 1, "0" * 64, asked, note="Thank you for all of it.", queries=made)
    path = desktop.folder / "back.wb6q"
    path.write_bytes(write_return(sent))
    return path


def return_dialog(desktop) -> QWidget:
    from ui.queries.return_dialog import ReturnDialog

    dialog = ReturnDialog(returned(desktop), desktop.workspace, desktop)
    dialog.open()
    return dialog


def open_file(desktop) -> QWidget:
    from ui.files.open_file import OpenFile

    opened = desktop.workspace.open_assessment(fill(desktop))
    path = desktop.folder / "answers.json"
    document = opened.document()
    path.write_bytes(write_document(replace(document, answers={"FDI-1.1": Answer(1)})))
    dialog = OpenFile(path, desktop.workspace, desktop)
    dialog.open()
    wait_for(lambda: not dialog.reading)
    return dialog


def new_assessment(desktop) -> QWidget:
    dialog = by_command("new", home)(desktop)
    wait_for(lambda: bool(dialog._rows))
    return dialog


def blank(desktop) -> QWidget:
    dialog = by_command("blank", home)(desktop)
    wait_for(lambda: dialog._which.count() > 0)
    return dialog


def part_of(desktop) -> Path:
    """A colleague's part with another answer than ours, and a new one."""
    path = desktop.folder / "back.wb6part.json"
    part = write_part(path, desktop.questionnaire.opened, ["FDI-2", "FDI-3"], "Ana")
    given = {"FDI-2.1": Answer(4, justification="Hers."), "FDI-3.1": Answer(2, justification="New.")}
    changed = replace(part.document, answers={**part.document.answers, **given})
    path.write_bytes(part_bytes(replace(part, document=changed)))
    return path


def join(desktop) -> QWidget:
    from ui.sharing.join_page import JoinPage, Returned

    questionnaire(desktop)
    desktop.questionnaire.opened.assign({"FDI-2": "Ana", "FDI-3": "Ana", "FDI-5": "Ben"})
    path = part_of(desktop)
    desktop.questionnaire.opened.record("FDI-2.1", Answer(1, justification="Otherwise."))
    desktop.sharing._show_join(Returned(), [path])
    page = desktop.findChildren(JoinPage)[-1]
    wait_for(lambda: not page.reading)
    return desktop


def part_dialog(desktop) -> QWidget:
    questionnaire(desktop)
    path = part_of(desktop)
    assert desktop.sharing.open_part(path)
    dialog = dialog_of(desktop)
    QTest.qWait(FEW_MS)
    return dialog


def compare(desktop) -> QWidget:
    from ui.sharing.compare_page import OtherCopy

    questionnaire(desktop)
    document = desktop.questionnaire.opened.document()
    changed = {**document.answers, "FDI-1.2": Answer(1, justification="Quite another reading of it.")}
    copy = OtherCopy(replace(document, answers=changed), "The other copy", "copy.json")
    desktop.sharing._compare(copy)
    return desktop


def stopped(desktop) -> QWidget:
    desktop._show_stopped(StorageError(ErrorCode.DATABASE_LOCKED, path=desktop.folder))
    return desktop


def crash(desktop) -> QWidget:
    from ui.crash_dialog import CrashDialog

    dialog = CrashDialog("WB6 Assess\n" + "  ui/page.py:12 show\n" * 20, desktop)
    dialog.open()
    return dialog


def written(desktop) -> QWidget:
    """An export that is over."""
    dialog = by_command("export")(desktop)
    desktop.preferences.output_folder = str(desktop.folder / "files")
    for kind in (Output.WORKBOOK, Output.SUMMARY, Output.ANSWERS):
        dialog._choice._rows[kind].click()
    dialog.write()
    wait_for(lambda: dialog._done is not None)
    return dialog


def wait_for(ready: Callable[[], bool]) -> None:
    for _ in range(TRIES):
        if ready():
            return
        QTest.qWait(FEW_MS)
    raise AssertionError("it never came")


PAGES = [
    first_page, home, home_as_list, narrow_home, no_queries, queries, return_dialog, open_file,
    questionnaire, questionnaire_with_guide_and_form, context, narrow, handed_in, review, manual, keys,
    new_assessment, blank, join, part_dialog, compare, stopped, crash, written,
    by_command("preferences", home), by_command("about", home), by_command("preview", home),
    by_command("export"), by_command("history"), by_command("revisions", handed_in),
    by_command("withdraw", handed_in), by_command("reuse_evidence"), by_command("share"),
    by_command("compare"),
]  # fmt: skip
"""Each shows itself in the main window it is given and returns what to look at."""
