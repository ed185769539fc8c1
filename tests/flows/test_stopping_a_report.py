"""Cancelling the regional files acts in the middle of a file, whichever it is."""

import pytest

from tests.exports.test_regional_pdf import SIX, consolidation
from ui.verbs.regional import RegionalFile, write_regional_files
from wb6assess.errors import Cancelled


class Stop:
    """Stops at the second step of the same file."""

    def __init__(self):
        self.names = []

    def step(self, done, total, what=""):
        if what in self.names:
            raise Cancelled
        self.names.append(what)


@pytest.fixture(scope="module")
def result():
    return consolidation(dict.fromkeys(SIX, 3))


@pytest.mark.parametrize("kind", [kind for kind in RegionalFile if kind is not RegionalFile.DATA])
def test_a_file_is_stopped_within_and_leaves_no_half(kind, result, tmp_path):
    with pytest.raises(Cancelled):
        write_regional_files(tmp_path, result, Stop(), (kind,))
    assert [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".csv"] == []
