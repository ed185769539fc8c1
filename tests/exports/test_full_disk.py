"""A full disk while a workbook is written: one clear reason, and what stood there stays."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from exports.meeting_matrix_xlsx import write_matrix_workbook
from exports.regional_public_xlsx import write_public
from exports.regional_xlsx import write_consolidated
from tests.exports import regions
from wb6assess.errors import ErrorCode, ExportError
from wb6assess.reports.meeting.comment_matrix import Kind, Matrix, MatrixRow

resource = pytest.importorskip("resource", reason="limits on the size of files")
LIMIT = 4096


@pytest.fixture
def full_disk() -> Iterator[None]:
    """No file may grow beyond a few kilobytes, temporary ones included."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(sys.platform == "win32", reason="limits on the size of files")
@pytest.mark.parametrize("write", [write_consolidated, write_public, write_matrix_workbook])
def test_a_full_disk_is_said_and_the_earlier_workbook_stays(write, tmp_path, full_disk):
    content = _matrix() if write is write_matrix_workbook else regions.build({"AL": 3, "RS": 3})
    target = tmp_path / "book.xlsx"
    target.write_bytes(b"earlier")
    with pytest.raises(ExportError) as caught:
        write(target, content)
    assert caught.value.code is ErrorCode.DISK_FULL
    assert target.read_bytes() == b"earlier"
    assert list(tmp_path.iterdir()) == [target]


def _matrix() -> Matrix:
    row = MatrixRow("AL", "Albania", "Field", "P-1.1", "Title", Kind.REMARK, "Remark", "Reply", "no")
    return Matrix("2026", "2026", (row,) * 200, False, "", "0" * 64, datetime(2026, 11, 22, tzinfo=UTC))
