"""What a JSON file says it is; its name decides nothing."""

import re
from pathlib import Path

PART, QUERIES = "wb6assess-part/", "wb6assess-queries/"
"""How the format of a colleague's part, and of a coordinator's queries, begins."""

_OPENING = 4096
_BEFORE = b"\xef\xbb\xbf \t\r\n"


def says(path: Path, kind: str, limit: int) -> bool:
    """Whether the first `limit` bytes of a file name this format."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            opening = stream.read(_OPENING)
            if opening.lstrip(_BEFORE)[:1] != b"{":
                return False
            rest = stream.read(limit)
    except OSError:
        return False  # reading it as a submission says what is wrong
    pattern = rb'"format"\s*:\s*"' + re.escape(kind.encode())
    return re.search(pattern, opening + rest) is not None
