"""One scanner for everything that goes out: what of an expert is in a public file?

It looks into every part of a file, whatever its kind: the XML of workbooks and Word files with their
properties, text and metadata of PDFs, the bytes of anything else.
"""

import html
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader

from wb6assess.session.desk.consolidation import Consolidation


def secrets(consolidation: Consolidation, *, digests: bool = True) -> set[str]:
    """Codes, words, evidence and file names of every expert; digests of single files when asked for.

    The regional PDF lists the fingerprints of what was scored, without saying whose it is.
    """
    found: set[str] = set()
    for identity, document in consolidation.effective.items():
        found.add(identity.expert)
        for answer in document.answers.values():
            found |= {answer.justification, *answer.comments.values()}
            found |= {piece.citation for piece in answer.evidence}
    for report in consolidation.files:
        found.add(report.path.name)
        if digests:
            found |= {report.content_hash, report.sha256}
    for judged in consolidation.decisions:
        found |= {judged.record.id, judged.record.reason}
    return {secret for secret in found if len(secret) > 2}


def leaked(path: Path, secret: set[str]) -> list[str]:
    """Secrets that occur in a file, with the part they occur in."""
    wanted = [(words, _squeezed(words)) for words in sorted(secret)]
    return [
        f"{part}: {words}"
        for part, text in parts(path)
        for whole in [text + _squeezed(text)]
        for words, tight in wanted
        if words in whole or tight in whole
    ]


def parts(path: Path) -> Iterator[tuple[str, str]]:
    """Name and text of every part of a file."""
    if path.suffix == ".pdf":
        yield from _pdf(path)
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            yield "comment", archive.comment.decode("latin-1")
            for name in archive.namelist():
                yield "name", name
                text = archive.read(name).decode("utf-8", "replace")
                yield name, html.unescape(text)
    else:
        text = path.read_bytes().decode("utf-8", "replace")
        yield path.name, text
        if path.suffix == ".json":
            yield path.name, json.dumps(json.loads(text), ensure_ascii=False)


def _pdf(path: Path) -> Iterator[tuple[str, str]]:
    reader = PdfReader(path)
    yield "properties", repr(reader.metadata)
    yield "outline", repr(reader.outline)
    for number, page in enumerate(reader.pages, start=1):
        yield f"page {number}", page.extract_text()
    alternatives = [
        str(entry["/Alt"])
        for number in range(1, len(reader.xref[0]) + 1)
        for entry in [_object(reader, number)]
        if isinstance(entry, dict) and "/Alt" in entry
    ]
    yield "alternative texts", "\n".join(alternatives)


def _object(reader: PdfReader, number: int) -> object:
    from pypdf.generic import IndirectObject

    return reader.get_object(IndirectObject(number, 0, reader))


def _squeezed(text: str) -> str:
    return "".join(text.split())
