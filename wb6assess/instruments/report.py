"""Collects the problems of one file while it is read."""

from collections.abc import Iterable, Mapping

from wb6assess.instruments.problems import FaultyFileError, Path, Problem, path_text
from wb6assess.instruments.source import Source


class Report:
    """Problems of one file, located by its source.

    When broken parts were taken out so that the rest could be checked, `moved` says where list
    entries stood before: path of a list in the remaining data -> original positions.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems = list(source.problems)
        self.moved: Mapping[Path, tuple[int, ...]] = {}
        self._covered: frozenset[Path] = frozenset()

    @property
    def failed(self) -> bool:
        """Whether anything but advice was found."""
        return any(not problem.advice for problem in self.problems)

    def add_shape_fault(self, path: Path, message: str) -> None:
        """A fault at a path of the file itself."""
        place = self.source.line(path)
        self.problems.append(Problem(self.source.name, place, path_text(path), message))

    def cover(self, paths: Iterable[Path]) -> None:
        """Parts whose shape is already known to be wrong; nothing more is said about them."""
        self._covered = frozenset(path[:end] for path in paths for end in range(1, len(path) + 1))

    def add(self, path: Path, message: str, *, advice: bool = False) -> None:
        """A fault at a path of the checked data."""
        origin = self.origin(path)
        if origin in self._covered:
            return
        line = self.source.line(origin)
        self.problems.append(Problem(self.source.name, line, path_text(origin), message, advice))

    def origin(self, path: Path) -> Path:
        """Where a path of the checked data leads in the file."""
        if not self.moved:
            return path
        steps: list[str | int] = []
        for index, step in enumerate(path):
            positions = self.moved.get(path[:index])
            steps.append(positions[step] if positions and isinstance(step, int) else step)
        return tuple(steps)

    def error(self) -> FaultyFileError:
        """The error to raise; advice is left out."""
        return FaultyFileError(self.source.name, [item for item in self.problems if not item.advice])
