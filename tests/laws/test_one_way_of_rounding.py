"""Nobody rounds with the platform's number formats (methodology 3.6)."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_SHARE_FORMAT = re.compile(r"\{[^{}]*:[+,]?\.\d%\}")


@pytest.mark.parametrize("folder", ["wb6assess", "exports", "ui"])
def test_percentages_are_not_rounded_by_a_number_format(folder):
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if _SHARE_FORMAT.search(line)
    ]
    assert found == []
