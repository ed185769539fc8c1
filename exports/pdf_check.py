"""Reading a written PDF back before anybody is told it is done."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from wb6assess.errors import ErrorCode, ExportError


def check_pdf(
    written: Path,
    target: Path,
    expected: Iterable[str],
    fingerprint: str,
    heads: Sequence[str] = (),
) -> int:
    """Re-open a PDF and look for what must be in it; returns the number of pages.

    Args:
        written: The file just written.
        target: The name it will get, for the error.
        expected: Words that must occur, wherever white space falls.
        fingerprint: Must stand on every page.
        heads: What the head of a page begins with. Heads and feet come last in a page's content, so
            that a text which goes on over a page is whole once they are cut off.

    Raises:
        ExportError: EXPORT_CHECK_FAILED, with what is missing.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        pages = [page.extract_text() for page in PdfReader(written).pages]
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


def _body(page: str, endings: Sequence[str]) -> str:
    """A page's text before its head and foot."""
    found = [place for place in (page.rfind(words) for words in endings) if place >= 0]
    return page[: min(found, default=len(page))]
