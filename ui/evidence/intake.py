"""What is dropped or pasted, read as evidence: files, links, citations."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from wb6assess.exchange.texts import tidy
from wb6assess.model.assessment import Evidence

LONGEST_CITATION = 2_000

_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_LEGAL = re.compile(
    r"\b(art(icle|\.)|law|act|regulation|directive|decision|gazette|ligj|neni|zakon|član|закон|член)\b",
    re.IGNORECASE,
)
_EU_HOSTS = ("europa.eu",)


@dataclass(frozen=True, slots=True)
class Intake:
    """Files to attach, and items that are complete; `refused` when there is only a picture."""

    paths: tuple[Path, ...] = ()
    pieces: tuple[Evidence, ...] = ()
    picture: bool = False

    @property
    def empty(self) -> bool:
        """Nothing that could become evidence."""
        return not self.paths and not self.pieces


def can_take(mime: QMimeData) -> bool:
    """Whether dropping this would do something."""
    return mime.hasUrls() or mime.hasText()


def intake(mime: QMimeData, likely: Sequence[str]) -> Intake:
    """Read what was dropped or pasted.

    Args:
        mime: From the clipboard or a drag.
        likely: Kinds of evidence this question expects, the first is the best guess.
    """
    if mime.hasUrls():
        urls = mime.urls()
        paths = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
        links = [url.toString() for url in urls if url.scheme() in {"http", "https"}]
        return Intake(paths, tuple(link_piece(link) for link in links))
    text = tidy(mime.text()).strip() if mime.hasText() else ""
    if not text:
        return Intake(picture=mime.hasImage())
    lines = text.split()
    if all(_LINK.fullmatch(line) for line in lines):
        return Intake(pieces=tuple(link_piece(line) for line in lines))
    return Intake(pieces=(_citation_piece(text, likely),))


def link_piece(link: str) -> Evidence:
    """A link as evidence; what lies on the Union's own pages is an EU document."""
    host = QUrl(link).host()
    eu = any(host == end or host.endswith(f".{end}") for end in _EU_HOSTS)
    return Evidence("eu_document" if eu else "web", url=link)


def file_kind(likely: Sequence[str]) -> str:
    """What an attached file most probably is."""
    return likely[0] if likely else "report"


def _citation_piece(text: str, likely: Sequence[str]) -> Evidence:
    link = _LINK.search(text)
    words = " ".join((text.replace(link[0], " ") if link else text).split())[:LONGEST_CITATION]
    kind = "law" if _LEGAL.search(words) else file_kind(likely)
    return Evidence(kind, citation=words.rstrip(" ,;<"), url=link[0].rstrip(".,;)>") if link else "")
