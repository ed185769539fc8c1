"""Parts every JSON document of docs/formats.md shares: nodes, figures, priorities, parameters."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from wb6assess.model.framework import Parameters
from wb6assess.reports.wording import published_sign
from wb6assess.scoring.beside import Figure, LawPractice
from wb6assess.scoring.priorities import Priority
from wb6assess.scoring.tree import NodeScore

Json = dict[str, Any]


def node_json(node: NodeScore) -> Json:
    """A pillar, domain or the whole."""
    sign = published_sign(node.status, node.published)
    return {
        "status": node.status.value,
        "score": node.score,
        "published": sign if node.published is None else float(node.published),
        "coverage": node.coverage,
        "provisional": node.provisional,
        "band": node.band and node.band.value,
    }


def figure_json(figure: Figure) -> Json:
    """A figure beside the score."""
    sign = published_sign(figure.status, figure.published)
    return {
        "status": figure.status.value,
        "score": figure.value,
        "published": sign if figure.published is None else float(figure.published),
        "coverage": figure.coverage,
        "scored": figure.scored,
    }


def law_practice_json(aspects: LawPractice) -> Json:
    """Law, practice, institutions, interface."""
    return {
        "law": figure_json(aspects.law),
        "practice": figure_json(aspects.practice),
        "institution": figure_json(aspects.institution),
        "interface": figure_json(aspects.interface),
        "gap": ":" if aspects.gap is None else float(aspects.gap),
    }


def priorities_json(rows: Sequence[Priority]) -> list[Json]:
    """What to fix first."""
    return [
        {
            "indicator": row.indicator,
            "effective_weight": row.weight,
            "score": row.score,
            "gap": row.gap,
            "gain": row.gain,
        }
        for row in rows
    ]


def number_json(value: Decimal | None) -> float | None:
    """A published number, or null."""
    return None if value is None else float(value)


def parameters_json(parameters: Parameters) -> Json:
    """The parameters that differ from the defaults, as plain JSON."""
    return {name: _plain(value) for name, value in parameters.changed().items()}


def _plain(value: object) -> object:
    return (
        list(value)
        if isinstance(value, tuple)
        else value
        if isinstance(value, int | float)
        else str(value)
    )
