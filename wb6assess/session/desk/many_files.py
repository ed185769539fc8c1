"""Reading many files on all cores: other processes read, this one only gathers the documents.

Each process reads the questionnaires for itself, which takes about a second; a few files are
therefore read here.
"""

import multiprocessing
import os
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Generic, TypeVar

from wb6assess.instruments.library import Library

T = TypeVar("T")
ReadOne = Callable[[Path, Library], T]

WORTH_IT = 64
"""Files from which on starting other processes takes less time than it saves."""

_MOST_PROCESSES = 8
_AT_ONCE = 4
_ROOM = 30 << 20


def read_all(paths: Sequence[Path], library: Library, read: ReadOne[T]) -> Generator[T, None, None]:
    """What `read` makes of each file, in order, as the results come in.

    Args:
        paths: The files.
        library: Questionnaires of the framework.
        read: Reads one file and raises nothing a file from outside can cause; a function that other
            processes find under its name.
    """
    cores = min(os.cpu_count() or 1, _MOST_PROCESSES)
    done = 0
    helped = multiprocessing.current_process().daemon  # such a process may start no others
    if len(paths) >= WORTH_IT and cores > 1 and not helped:
        try:
            for found in _elsewhere(paths, library, read, cores):
                yield found
                done += 1
        except BrokenProcessPool:
            pass  # a process was killed, for want of memory perhaps: the rest is read here
    for path in paths[done:]:
        yield read(path, library)


def _elsewhere(
    paths: Sequence[Path], library: Library, read: ReadOne[T], cores: int
) -> Generator[T, None, None]:
    pool = ProcessPoolExecutor(
        cores,
        # The desktop has threads, and a forked copy of a program with threads may hang.
        mp_context=multiprocessing.get_context("spawn"),
    )
    try:
        yield from pool.map(_Errand(library.folder, read), paths, chunksize=_AT_ONCE)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


class _Errand(Generic[T]):
    """What is sent to another process: how to read, and where the questionnaires lie."""

    def __init__(self, questionnaires: Path, read: ReadOne[T]) -> None:
        self._questionnaires = questionnaires
        self._read = read

    def __call__(self, path: Path) -> T:
        return self._read(path, _library(self._questionnaires))


_LIBRARIES: dict[Path, Library] = {}


def _library(folder: Path) -> Library:
    """The questionnaires, read once in each process."""
    if folder not in _LIBRARIES:
        # Once so much was freed, glibc keeps what a file took for the next one, instead of giving a
        # megabyte back and taking it again page by page. Nothing is written, so it costs no memory.
        bytes(_ROOM)
        _LIBRARIES[folder] = Library(folder)
    return _LIBRARIES[folder]
