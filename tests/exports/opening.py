"""Opens one file as a workbook in a process of its own and says what it took.

Run as `python -m tests.exports.opening FILE`; prints the error code, CPU seconds, and the most
megabytes it had.
"""

import sys
import time
from pathlib import Path

from exports.workbook_reader import read_workbook
from wb6assess.errors import AppError


def _megabytes() -> float:
    """Most memory so far; unlike `ru_maxrss` it does not begin with what the parent process had."""
    status = Path("/proc/self/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def main(path: Path) -> str:
    """Open the file; the questionnaire it says it is about is not looked up."""

    def lookup(*_: str) -> object:
        raise LookupError

    start = time.process_time()
    try:
        read_workbook(path, lookup)  # type: ignore[arg-type]
        code = "taken"
    except AppError as error:
        code = error.code.value
    except LookupError:
        code = "looked up"
    return f"{code} {time.process_time() - start:.3f} {_megabytes():.0f}"


if __name__ == "__main__":
    sys.stdout.write(main(Path(sys.argv[1])))
