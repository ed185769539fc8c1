"""One measurement and how it is told."""

import gc
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Measurement:
    """Ours against a yardstick, both in milliseconds; `budget` is the ratio (or ms) promised."""

    what: str
    ours_ms: float
    yardstick: str
    yardstick_ms: float
    budget: str

    @property
    def ratio(self) -> float:
        """How many times the yardstick."""
        return self.ours_ms / self.yardstick_ms


@dataclass(frozen=True, slots=True)
class Figure:
    """Something else worth knowing: memory, pages, sizes."""

    what: str
    value: str


def alternating(
    ours: Callable[[], object], yardstick: Callable[[], object], runs: int
) -> tuple[float, float]:
    """Median milliseconds of both, run in turns so that a busy machine slows both alike."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for job, kept in zip((ours, yardstick), times, strict=True):
            gc.collect()
            started = time.perf_counter()
            job()
            kept.append((time.perf_counter() - started) * 1000)
    return median(times[0]), median(times[1])


def told(measurements: Iterable[Measurement | Figure]) -> str:
    """A table for the terminal."""
    head = f"{'what':44} {'ours ms':>9} {'yardstick ms':>13} {'ratio':>7}  budget"
    lines = [head, "-" * len(head)]
    for m in measurements:
        if isinstance(m, Figure):
            lines.append(f"{m.what:44} {m.value}")
            continue
        lines.append(f"{m.what:44} {m.ours_ms:9.2f} {m.yardstick_ms:13.2f} {m.ratio:6.2f}x  {m.budget}")
        lines.append(f"    against {m.yardstick}")
    return "\n".join(lines)
