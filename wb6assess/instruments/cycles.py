"""Questions whose conditions depend on each other in a circle."""

from collections.abc import Iterator, Mapping

from wb6assess.model.conditions import Condition, FieldRef, references
from wb6assess.model.instrument import Instrument

Graph = Mapping[str, tuple[str, ...]]
"""Question -> the questions its condition looks at; fields are written INDICATOR.field."""


def dependencies(instrument: Instrument) -> Graph:
    """What must be known before each indicator, companion field and context question is asked."""
    graph: dict[str, tuple[str, ...]] = {}
    for indicator in instrument.indicators():
        graph[indicator.id] = _looked_at(indicator.ask_if)
        for item in indicator.fields:
            # A field is asked only where its indicator is.
            graph[f"{indicator.id}.{item.id}"] = (indicator.id, *_looked_at(item.ask_if))
    for item in instrument.context:
        graph[item.id] = _looked_at(item.ask_if)
    return graph


def _looked_at(condition: Condition | None) -> tuple[str, ...]:
    if condition is None:
        return ()
    found = (str(ref) if isinstance(ref, FieldRef) else ref.id for ref in references(condition))
    return tuple(dict.fromkeys(found))


def cycles(graph: Graph) -> Iterator[tuple[str, ...]]:
    """Each circle met on a walk through the graph, beginning and ending with the same question.

    Without recursion: a questionnaire may chain thousands of conditions.
    """
    done: set[str] = set()
    for start in graph:
        if start not in done:
            yield from _circles_from(start, graph, done)


def _circles_from(start: str, graph: Graph, done: set[str]) -> Iterator[tuple[str, ...]]:
    trail, on_trail = [start], {start}
    pending = [iter(graph[start])]
    while pending:
        step = next(pending[-1], None)
        if step is None:
            pending.pop()
            finished = trail.pop()
            on_trail.discard(finished)
            done.add(finished)
        elif step in on_trail:
            yield (*trail[trail.index(step) :], step)
        elif step in graph and step not in done:
            trail.append(step)
            on_trail.add(step)
            pending.append(iter(graph[step]))
