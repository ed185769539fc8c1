"""What kinds of evidence are called, and which links may be opened."""

from PySide6.QtCore import QCoreApplication, QLocale, QUrl

from ui.dates import written_out
from wb6assess.model.assessment import EVIDENCE_GRADES, Evidence, Grade


def _tr(text: str) -> str:
    return QCoreApplication.translate("Evidence", text)


def kind_words(kind: str) -> str:
    """The words of an evidence kind."""
    words = {
        "law": _tr("Law"),
        "bylaw": _tr("By-law"),
        "decision": _tr("Decision"),
        "court": _tr("Court ruling"),
        "audit": _tr("Audit report"),
        "official_statistics": _tr("Official statistics"),
        "agreement": _tr("Agreement"),
        "eu_document": _tr("EU document"),
        "report": _tr("Report"),
        "exercise": _tr("Exercise"),
        "concordance": _tr("Table of concordance"),
        "budget": _tr("Budget"),
        "web": _tr("Web page"),
        "dataset": _tr("Data set"),
        "academic": _tr("Academic work"),
        "media": _tr("Media"),
        "interview": _tr("Interview"),
        "expert_statement": _tr("Expert statement"),
    }
    return words[kind]


def all_kinds() -> dict[str, str]:
    """Every kind with its words and grade, strongest first."""
    template = _tr("{kind}, grade {grade}")
    return {
        kind: template.format(kind=kind_words(kind), grade=grade)
        for kind, grade in EVIDENCE_GRADES.items()
    }


def grade_words(grade: Grade) -> str:
    """What a grade means."""
    words = {
        Grade.A: _tr("A: official document"),
        Grade.B: _tr("B: other document"),
        Grade.C: _tr("C: statement"),
    }
    return words[grade]


def title_of(piece: Evidence) -> str:
    """What an item is called; its kind when nothing else is known."""
    host = shown_url(piece.url) if piece.url else ""
    known = (piece.title, piece.citation, piece.issuer, piece.file, host)
    return next((name for name in known if name), "") or kind_words(piece.kind)


def detail_words(piece: Evidence) -> str:
    """Everything else about an item on one line; what is missing is left out."""
    title = title_of(piece)
    page = _tr("p. {page}").format(page=piece.page) if piece.page else ""
    citation = piece.citation if piece.citation != title else ""
    issuer = piece.issuer if piece.issuer != title else ""
    parts = (
        kind_words(piece.kind), piece.reference or citation, issuer, page, written_out(piece.date),
    )  # fmt: skip
    return " · ".join(part for part in parts if part)


def size_words(n: int) -> str:
    """A file's size such as "1.2 MB"."""
    return QLocale().formattedDataSize(n, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def shown_url(url: str) -> str:
    """A link without scheme and path: the host says whose it is."""
    host = QUrl.fromUserInput(url).host().removeprefix("www.")
    return host or url


def may_open(url: str) -> bool:
    """Only web addresses are handed to the system; a file from outside may carry anything."""
    return QUrl.fromUserInput(url).scheme() in {"http", "https"}
