"""Which hidden figures follow from published means together: a small system of linear equations."""

from collections.abc import Collection, Iterable, Mapping

Equation = Mapping[str, float]
"""Part -> its weight in a published mean; parts that are shown may be among them."""

_NOTHING = 1e-9
"""Below this a number is what rounding left of a zero; weights are far larger."""


def determined(equations: Iterable[Equation], hidden: Collection[str]) -> frozenset[str]:
    """Hidden parts whose values can be computed from the means, all shown parts being known.

    In the reduced form of the equations such a part stands alone in its row (Gauss and Jordan).
    """
    parts = sorted(hidden)
    rows = [[equation.get(part, 0.0) for part in parts] for equation in equations]
    reduced = _reduced([row for row in rows if any(row)], len(parts))
    alone = ([place for place, number in enumerate(row) if abs(number) > _NOTHING] for row in reduced)
    return frozenset(parts[places[0]] for places in alone if len(places) == 1)


def _reduced(rows: list[list[float]], width: int) -> list[list[float]]:
    """Reduced row echelon form; changes `rows`."""
    done = 0
    for column in range(width):
        pivot = max(range(done, len(rows)), key=lambda row: abs(rows[row][column]), default=None)
        if pivot is None:
            break
        if abs(rows[pivot][column]) <= _NOTHING:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        lead = rows[done][column]
        rows[done] = [number / lead for number in rows[done]]
        for place, row in enumerate(rows):
            factor = row[column]
            if place != done and abs(factor) > _NOTHING:
                rows[place] = [
                    number - factor * first for number, first in zip(row, rows[done], strict=True)
                ]
        done += 1
    return rows[:done]
