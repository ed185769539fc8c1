"""How much memory a job takes at most: measured in a process of its own."""

import multiprocessing
import sys
from collections.abc import Callable


def peak_megabytes(job: Callable[[], object]) -> float:
    """Megabytes the job takes at most beyond what its process had before it.

    Args:
        job: Picklable; it is called in a fresh process.

    Raises:
        OSError: this system does not tell (only Linux does).
    """
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measured, (job,))


def _measured(job: Callable[[], object]) -> float:
    before = _most()
    job()
    return _most() - before


def _most() -> float:
    """Most megabytes this process had so far; unlike `ru_maxrss` without those of its parent."""
    if not sys.platform.startswith("linux"):
        raise OSError("only Linux tells the most memory of one process")
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - no file of a person
        line = next(line for line in status if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024
