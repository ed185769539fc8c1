"""The comment matrix on paper: each remark, the reply, what changed."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from exports.house import COLOUR, MARGIN, PAGE_HEIGHT, Palette
from exports.paper.flow import gap, needs, section
from exports.paper.furniture import Furniture
from exports.paper.meeting_parts import meeting_furniture
from exports.paper.styles import Flowable, paragraph
from exports.paper.tables import table
from exports.paper.words import fingerprint_lines, replaced_signs
from wb6assess.reports.meeting.comment_matrix import Matrix, MatrixRow

_WIDE = PAGE_HEIGHT - 2 * MARGIN
_WIDTHS = (26.0, 150.0, 74.0, _WIDE - 550.0, 210.0, 90.0)
_HEAD = ("No", "Indicator", "From", "Remark", "Reply", "Changed")
_LEAD = "Each remark with its reply and what it changed; nobody is named."
_SAME = "The same remarks and records give the same digest."


def matrix_furniture(matrix: Matrix, palette: Palette = COLOUR) -> Furniture:
    """Head and foot of the matrix."""
    names = tuple(dict.fromkeys(row.country_name for row in matrix.rows))
    return meeting_furniture(
        f"Comment matrix, round {matrix.round_title}",
        ("Comment matrix", ", ".join(names)),
        (f"round {matrix.round_title}",),
        matrix.digest,
        matrix.newest,
        sample=matrix.sample,
        status_note=matrix.status_note,
        palette=palette,
        landscape=True,
    )


def matrix_story(matrix: Matrix) -> Iterator[Flowable]:
    """A table for each country and questionnaire."""
    yield paragraph("Comment matrix", "title", keep=True)
    yield paragraph(_LEAD, "finding")
    yield gap(8)
    if not matrix.rows:
        yield paragraph("Nothing was remarked.", "body")
    numbered = list(enumerate(matrix.rows, start=1))
    parts = groupby(numbered, key=lambda pair: (pair[1].country_name, pair[1].instrument_title))
    for place, (head, rows) in enumerate(parts):
        yield needs(110)
        yield from section(", ".join(head), key=f"part{place}")
        yield table([_row(row, number) for number, row in rows], _WIDTHS, head=_HEAD)
        yield gap(10)
    for note in replaced_signs(matrix):
        yield paragraph(note, "note")
    yield needs(60)
    yield from fingerprint_lines("Digest of this matrix", matrix.digest, _SAME)


def _row(row: MatrixRow, number: int) -> list[Any]:
    return [
        paragraph(str(number), "cell"),
        [paragraph(row.title, "strong"), paragraph(row.indicator, "grey")],
        row.kind.value,
        row.remark,
        row.reply,
        row.changed,
    ]
