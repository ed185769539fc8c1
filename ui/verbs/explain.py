"""explain: from a regional number down to every answer behind it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from exports.incoming import read_incoming
from ui.verbs.job import Job
from ui.verbs.options import Seed, verb
from ui.verbs.scoring import decisions_from
from wb6assess.errors import AnswerError, ErrorCode
from wb6assess.model.decision import Decision
from wb6assess.reports.figures import share_text
from wb6assess.reports.wording import state_words
from wb6assess.scoring.numbers import published
from wb6assess.scoring.states import State
from wb6assess.session.desk.consolidation import Collection, ReportOptions, collect, consolidate
from wb6assess.session.desk.explaining import explained
from wb6assess.session.names import refuse_unknown_country, refuse_unknown_round


@verb
def explain(
    job: Job,
    country: Annotated[str, typer.Option(help="Country code, such as XK.")],
    node: Annotated[
        str,
        typer.Option(
            help="overall, id of a domain, pillar, indicator or sub-index, FDI:law, FDI:gap, …"
        ),
    ],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATHS…", help="Files or folders; otherwise the workspace."),
    ] = None,
    round_: Annotated[str | None, typer.Option("--round", help="Round, such as 2026.")] = None,
    decisions: Annotated[
        Path | None, typer.Option(metavar="F.json", help="Validation records of meetings.")
    ] = None,
    draw: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Open up one of the draws, from 1.")
    ] = None,
    seed: Seed = None,
) -> None:
    """Say how a number came about: answers, weights, caps, decisions, draws."""
    framework = job.library().framework
    refuse_unknown_country(framework, country)
    if round_ is not None:
        refuse_unknown_round(framework, round_)
    more = decisions_from(decisions) if decisions else ()
    collection, records = _read(job, paths)
    options = ReportOptions(language=job.language, seed=seed)
    found = consolidate(collection, round_, decisions=(*records, *more), options=options)
    last = found.framework.parameters.mc_B
    if draw is not None and draw > last:
        raise typer.BadParameter(f"there are {last} draws", param_hint="--draw")
    document = explained(found, country, node, draw)
    if document is None:
        domains = tuple(domain.id for domain in framework.domains)
        raise AnswerError(ErrorCode.NODE_UNKNOWN, node=node, known=("overall", *domains))
    job.result(document, "\n".join(lines(document["tree"])))


def _read(job: Job, paths: list[Path] | None) -> tuple[Collection, tuple[Decision, ...]]:
    if paths:
        with job.progress("Reading") as bar:
            return collect(paths, job.library(), bar, read=read_incoming), ()
    with job.open_workspace() as workspace:
        return workspace.inbox.collection(), workspace.inbox.decisions()


def lines(part: Mapping[str, Any], depth: int = 0) -> Iterator[str]:
    """The tree as indented lines."""
    pad = "  " * depth
    if part["kind"] == "indicator":
        yield f"{pad}{part['node']}  {_points(part['score'])}  {_indicator(part)}"
        yield from (f"{pad}    {line}" for line in _about_indicator(part))
        return
    said = _node(part) if "method" in part else _figure(part)
    yield f"{pad}{part['node']}  {part['published']}  {said}"
    if "draws" in part:
        yield from (f"{pad}    {line}" for line in _draws(part["draws"]))
    if "draw" in part:
        yield f"{pad}    {_draw(part['draw'])}"
    for child in part["parts"]:
        yield from lines(child, depth + 1)


def _about_indicator(part: Mapping[str, Any]) -> Iterator[str]:
    for record in part["records"]:
        yield _record(record)
    if "draw" in part:
        yield _draw(part["draw"])
    if "in_figure" in part:
        yield _in_figure(part["in_figure"])
    for rating in part["ratings"]:
        yield _rating(rating)


def _figure(part: Mapping[str, Any]) -> str:
    """A figure beside the score."""
    if "scored" not in part:
        return str(part["title"])
    covered = "" if part["coverage"] is None else f", coverage {share_text(part['coverage'])}"
    return f"{part['title']}, from {part['scored']} indicators{covered}"


def _in_figure(part: Mapping[str, Any]) -> str:
    """How an indicator enters a figure beside the score."""
    said = f"enters with weight {part['weight']:g}"
    if "levels" in part:
        given = [f"{code} {level}" for code, level in part["levels"].items() if level is not None]
        return f"{said}: {part['field']} {', '.join(given) or 'not given'}"
    if part["ceiling"] is not None:
        said += f", against level {part['ceiling']}"
    return f"{said}: {_points(part['score'])}"


def _node(part: Mapping[str, Any]) -> str:
    facts = [part["title"], _method(part["method"])]
    if part["score"] is not None:
        facts.append(f"unrounded {part['score']:.9f}")
    if "weight" in part:
        facts.append(f"weight {part['weight']:g}")
    if part["coverage"] is not None:
        facts.append(f"coverage {share_text(part['coverage'])}")
    if part.get("geometric") is not None:
        facts.append(f"geometric {_points(part['geometric'])}")
    if part["status"] != "ok":
        facts.append(part["status"].replace("_", " "))
    return ", ".join(facts)


def _method(method: str) -> str:
    return "weakest link" if method == "min" else f"{method} mean"


def _draws(drawn: Mapping[str, Any]) -> Iterator[str]:
    found, widths = drawn["interval"], drawn["widths"]
    said = f"90 % interval {_points(found[0])}–{_points(found[1])}" if found else "no interval"
    yield f"{said}, from {drawn['replicates']} draws of stream “{drawn['label']}”, seed {drawn['seed']}"
    if widths:
        wide = {source: _points(width) for source, width in widths.items()}
        yield (
            f"width {wide['everything']} points; alone: weights {wide['weights']}, "
            f"aggregation {wide['aggregation']}, experts {wide['experts']}"
        )
    for part in drawn["resampled"]:
        if part["experts"]:
            yield f"drawn with replacement in {part['domain']}: {', '.join(part['experts'])}"


def _draw(drawn: Mapping[str, Any]) -> str:
    """What one replicate drew for a node."""
    facts = []
    if "factor" in drawn:
        facts.append(f"weight × {drawn['factor']:.6f}")
    if "method" in drawn:
        facts.append(_method(drawn["method"]))
    if drawn.get("experts"):
        facts.append(f"experts {', '.join(drawn['experts'])}")
    if drawn.get("noise"):
        facts.append(f"thin rating moved {drawn['noise']:+.0f}")
    if "score" in drawn:
        facts.append(f"score {_points(drawn['score'])}")
    return f"draw {drawn['number']}: {', '.join(facts)}"


def _indicator(part: Mapping[str, Any]) -> str:
    facts = [part["title"], state_words(State(part["state"])), f"weight {part['weight']:g}"]
    if part["effective_weight"] is not None:
        facts.append(f"{_points(100 * part['effective_weight'])} % of the domain")
    if part["contribution"] is not None:
        facts.append(f"gives {_points(part['contribution'])} points")
    facts.append(f"{part['rule']} of {part['n']}")
    facts += [f"{part[key]} {words}" for key, words in _COUNTS if part[key]]
    if part["score"] != part["consensus"]:
        facts.append("counts 40: no evidence of grade A or B")
    facts += [flag.replace("_", " ") for flag in part["flags"]]
    if part["decision"]:
        facts.append(f"experts' value {_points(part['experts_value'])}")
    return ", ".join(facts)


_COUNTS = (("n_na", "not applicable"), ("n_dk", "don't know"))


def _record(record: Mapping[str, Any]) -> str:
    what = record["action"] if record["score"] is None else f"{record['action']} {record['score']:g}"
    stale = ", ratings changed since" if record["stale"] else ""
    why = f", {record['objection'].replace('-', ' ')}" if record["objection"] else ""
    return (
        f"meeting {record['meeting_id']}: {what} ({record['reason_code']}: {record['reason']}), "
        f"{record['fate'].replace('-', ' ')}{stale}{why}"
    )


def _rating(rating: Mapping[str, Any]) -> str:
    state = state_words(State(rating["state"]))
    facts = [f"{rating['expert']} (revision {rating['revision']}): {state}"]
    if rating["by_design"]:
        facts.append("not applicable here by design")
    if rating["skipped_because"]:
        facts.append(f"asked only if {rating['skipped_because']}")
    if rating["value"] is not None and rating["state"] == "answered":
        facts.append(f"answer {rating['value']}")
    if rating["score"] is not None:
        facts.append(f"{_points(rating['score'])} points")
    if rating["cap"]:
        facts.append(f"capped from {_points(rating['uncapped'])}: {rating['cap']['because']}")
    if rating["confidence"]:
        facts.append(f"confidence {rating['confidence']}")
    if rating["evidence"]:
        facts.append("evidence " + "".join(piece["grade"] for piece in rating["evidence"]))
    if rating["state"] == "not_applicable" and rating["justification"]:
        facts.append(f"reason: {rating['justification']}")
    if rating["file"]:
        facts.append(f"from {Path(rating['file']).name}")
    return ", ".join(facts)


def _points(score: float | None) -> str:
    return "–" if score is None else f"{published(score)}"
