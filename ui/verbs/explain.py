"""explain: from a regional number down to every answer behind it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from exports.incoming import read_submission
from ui.verbs.job import Job
from ui.verbs.options import Seed, verb
from ui.verbs.scoring import decisions_from
from wb6assess.errors import AnswerError, ErrorCode
from wb6assess.exchange.digest import content_hash
from wb6assess.model.decision import Decision
from wb6assess.reports.explanation import Given, Sources, explanation
from wb6assess.session.consolidation import Collection, Consolidation, collect, consolidate


@verb
def explain(
    job: Job,
    country: Annotated[str, typer.Option(help="Country code, such as XK.")],
    node: Annotated[str, typer.Option(help="overall, or the id of a domain, pillar or indicator.")],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATHS…", help="Files or folders; otherwise the workspace."),
    ] = None,
    round_: Annotated[str | None, typer.Option("--round", help="Round, such as 2026.")] = None,
    decisions: Annotated[
        Path | None, typer.Option(metavar="F.json", help="Validation records of meetings.")
    ] = None,
    seed: Seed = None,
) -> None:
    """Say how a number came about: answers, weights, caps, decisions, draws."""
    framework = job.library().framework
    if country not in framework.country_by_code:
        known = tuple(framework.country_by_code)
        raise AnswerError(ErrorCode.COUNTRY_UNKNOWN, country=country, known=known)
    more = decisions_from(decisions) if decisions else ()
    collection, records = _read(job, paths)
    found = consolidate(collection, round_, decisions=(*records, *more), seed=seed)
    document = explanation(found.analysis, country, node, found.round, sources_of(found))
    if document is None:
        domains = tuple(domain.id for domain in framework.domains)
        raise AnswerError(ErrorCode.NODE_UNKNOWN, node=node, known=("overall", *domains))
    job.result(document, "\n".join(lines(document["tree"])))


def sources_of(consolidation: Consolidation) -> Sources:
    """Every document that counts, with its file and digest."""
    files = {report.content_hash: str(report.path) for report in consolidation.sources}
    found = {}
    for key, document in consolidation.effective.items():
        digest = content_hash(document)
        given = Given(document, digest, files.get(digest, ""))
        found[key.country, key.instrument, key.expert] = given
    return found


def _read(job: Job, paths: list[Path] | None) -> tuple[Collection, tuple[Decision, ...]]:
    if paths:
        with job.progress("Reading") as bar:
            return collect(paths, job.library(), bar, read=read_submission), ()
    with job.open_workspace() as workspace:
        return workspace.inbox.collection(), workspace.inbox.decisions()


def lines(part: Mapping[str, Any], depth: int = 0) -> Iterator[str]:
    """The tree as indented lines."""
    pad = "  " * depth
    if part["kind"] == "indicator":
        yield f"{pad}{part['node']}  {_points(part['score'])}  {_indicator(part)}"
        yield from (f"{pad}    {_rating(rating)}" for rating in part["ratings"])
        return
    yield f"{pad}{part['node']}  {part['published']}  {_node(part)}"
    if "draws" in part:
        yield f"{pad}    {_draws(part['draws'])}"
    for child in part["parts"]:
        yield from lines(child, depth + 1)


def _node(part: Mapping[str, Any]) -> str:
    facts = [part["title"], f"{part['method']} mean" if part["method"] != "min" else "weakest link"]
    if "weight" in part:
        facts.append(f"weight {part['weight']:g}")
    if part["coverage"] is not None:
        facts.append(f"coverage {part['coverage']:.0%}")
    if part["status"] != "ok":
        facts.append(part["status"].replace("_", " "))
    return ", ".join(facts)


def _draws(drawn: Mapping[str, Any]) -> str:
    found = drawn["interval"]
    said = f"90 % interval {found[0]:.1f}–{found[1]:.1f}" if found else "no interval"
    return f"{said}, from {drawn['replicates']} draws of stream “{drawn['label']}”, seed {drawn['seed']}"


def _indicator(part: Mapping[str, Any]) -> str:
    facts = [part["title"], part["state"].replace("_", " "), f"weight {part['weight']:g}"]
    if part["effective_weight"] is not None:
        facts.append(f"{part['effective_weight']:.1%} of the domain")
    facts.append(f"{part['rule']} of {part['n']}")
    if part["score"] != part["consensus"]:
        facts.append("counts 40: no evidence of grade A or B")
    facts += [flag.replace("_", " ") for flag in part["flags"]]
    decision = part["decision"]
    if decision:
        stale = ", ratings changed since" if decision["stale"] else ""
        facts.append(
            f"meeting {decision['meeting_id']}: {decision['action']} ({decision['reason_code']}"
            f"{stale}: {decision['reason']}), experts' value {_points(part['experts_value'])}"
        )
    return ", ".join(facts)


def _rating(rating: Mapping[str, Any]) -> str:
    facts = [f"{rating['expert']} (revision {rating['revision']}): {rating['state'].replace('_', ' ')}"]
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
    return ", ".join(facts)


def _points(score: float | None) -> str:
    return "–" if score is None else f"{score:.1f}"
