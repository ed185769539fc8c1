"""Reading a written PDF back before anybody is told it is done."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wb6assess.errors import ErrorCode, ExportError

if TYPE_CHECKING:
    from pypdf import PageObject


def check_pdf(
    written: Path,
    target: Path,
    expected: Iterable[str],
    fingerprint: str,
    heads: Sequence[str] = (),
    ends: int = 0,
) -> int:
    """Re-open a PDF and look for what must be in it; returns the number of pages.

    Args:
        written: The file just written.
        target: The name it will get, for the error.
        expected: Words that must occur, wherever white space falls.
        fingerprint: Must stand on every page.
        heads: What the head of a page begins with. Heads and feet come last in a page's content, so
            that a text which goes on over a page is whole once they are cut off.
        ends: So many pages at the front and at the back are read whole, of those between only the form
            with page number and fingerprint; 0 reads everything. A paper full of charts takes as long to
            read as to set.

    Raises:
        ExportError: EXPORT_CHECK_FAILED, with what is missing.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        found = PdfReader(written).pages
        between = range(ends, len(found) - ends) if ends else range(0)
        pages = [
            _foot(page) if place in between else page.extract_text() for place, page in enumerate(found)
        ]
    except PyPdfError as error:
        raise ExportError(ErrorCode.EXPORT_CHECK_FAILED, path=target) from error
    squeezed = ["".join(page.split()) for page in pages]
    endings = ["".join(words.split()) for words in (*heads, f"fingerprint {fingerprint}")]
    everything = "".join(_body(page, endings) for page in squeezed)
    problems = [words for words in expected if "".join(words.split()) not in everything]
    problems += [
        f"page {number}: fingerprint"
        for number, page in enumerate(squeezed, start=1)
        if "".join(fingerprint.split()) not in page
    ]
    if problems or not pages:
        raise ExportError(ErrorCode.EXPORT_CHECK_FAILED, path=target, problems=tuple(problems))
    return len(pages)


def _foot(page: "PageObject") -> str:
    """The text of a page's own form: its number and the fingerprint."""
    forms = page.get("/Resources", {}).get("/XObject", {})
    return " ".join(page.extract_xform_text(form.get_object()) for form in forms.values())


def _body(page: str, endings: Sequence[str]) -> str:
    """A page's text before its head and foot."""
    found = [place for place in (page.rfind(words) for words in endings) if place >= 0]
    return page[: min(found, default=len(page))]
