"""What the room shows beside the scores, worked out away from the window."""

from collections.abc import Sequence
from dataclasses import dataclass

from wb6assess.progress import Part, Progress
from wb6assess.reports.json_parts import Json
from wb6assess.scoring.left_out import WithoutExpert
from wb6assess.scoring.robustness import Robustness, Widths
from wb6assess.scoring.sensitivity import Swing
from wb6assess.session.desk.consolidation import Consolidation
from wb6assess.session.desk.explaining import explained

_STEPS = 3


@dataclass(frozen=True)
class Draws:
    """A result with the replicates looked at: those of the result, or more of them.

    Attributes:
        result: The consolidation.
        robustness: Intervals, ranks and sources of that many draws.
    """

    result: Consolidation
    robustness: Robustness


@dataclass(frozen=True)
class Figures:
    """Everything about one country and node.

    Attributes:
        draws: What was drawn.
        country: Its code.
        domain: Domain id; "" is the whole.
        widths: The interval by source; None without a score.
        swings: One indicator at a time, largest swing first.
        without: The node without each expert.
    """

    draws: Draws
    country: str
    domain: str
    widths: Widths | None
    swings: Sequence[Swing]
    without: Sequence[WithoutExpert]


def figures_of(
    result: Consolidation,
    known: Draws | None,
    wanted: int,
    country: str,
    domain: str,
    progress: Progress,
    *,
    afresh: bool = False,
) -> Figures:
    """Work out the figures; draws made before are used again.

    Args:
        result: The consolidation.
        known: Draws made before, of this or another result.
        wanted: Replicates.
        country: Country code.
        domain: Domain id; "" is the whole.
        progress: Told of every draw and step; may stop the work.
        afresh: Draw again even what the result has drawn already.
    """
    draws = known if known and known.result is result and known.robustness.draws == wanted else None
    if draws is None:
        draws = Draws(result, _robustness(result, wanted, afresh=afresh))
    draws.robustness.work_out(Part(progress, 0, _STEPS))
    widths = draws.robustness.widths(country, domain)
    progress.step(1, _STEPS)
    swings = result.analysis.swings(country, domain)
    progress.step(2, _STEPS)
    without = result.analysis.without_each_expert(country, domain)
    progress.step(_STEPS, _STEPS)
    return Figures(draws, country, domain, widths, swings, without)


def explanation_of(draws: Draws, country: str, node: str, draw: int | None) -> Json | None:
    """How a number came about, with the draws looked at."""
    return explained(draws.result, country, node, draw, draws.robustness)


def _robustness(result: Consolidation, draws: int, *, afresh: bool) -> Robustness:
    own = result.analysis.robustness
    if own.draws == draws and not afresh:
        return own
    return Robustness(result.framework, result.instruments, result.scores, draws)
