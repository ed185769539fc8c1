"""What undo and redo would do, for their entries in the menu."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.answer_words import differences, question_of

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import Change, OpenAssessment


def undo_words(opened: "OpenAssessment") -> tuple[str, str]:
    """Menu texts such as "Undo: Confidence of FDI-1.4"; "" when there is nothing."""
    return (
        _words(opened, opened.next_undo(), _tr("&Undo: {what}")),
        _words(opened, opened.next_redo(), _tr("&Redo: {what}")),
    )


def _words(opened: "OpenAssessment", change: "Change | None", template: str) -> str:
    if change is None:
        return ""
    if change.others:
        n = len(change.others) + 1
        return template.format(what=_tr("{n} answers filled in together").format(n=n))
    question = question_of(opened.instrument, change.item)
    parts = dict.fromkeys(one.part for one in differences(question, change.before, change.after))
    what = ", ".join(list(parts)[:2]) or _tr("Answer")
    words = _tr("{part} of {id}").format(part=what, id=change.item)
    # An ampersand in a label would become a mnemonic.
    return template.format(what=words.replace("&", "&&"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Commands", text)
