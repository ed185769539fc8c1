"""take-return and reply: what an expert does with the coordinator's queries."""

from pathlib import Path
from typing import Annotated

import typer

from ui.verbs.assessments import AssessmentId
from ui.verbs.job import Job, in_one_line, table
from ui.verbs.options import verb
from wb6assess.exchange.written import time_as_json
from wb6assess.session.returned import ReceivedQuery, ReturnLook


@verb
def take_return(
    job: Job,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What the coordinator sent (.wb6q).")],
    preview: Annotated[
        bool, typer.Option("--preview", help="Say what would happen; take nothing in.")
    ] = False,
) -> None:
    """Take in queries of the coordinator; a handed-in assessment is reopened to be answered."""
    with job.open_workspace() as workspace:
        look = workspace.look_return(file)
        if not preview:
            workspace.take_return(file)
    document = {
        "assessment": look.assessment.id,
        "new_queries": look.new_queries,
        "spreads": look.spreads,
        "reopens": look.reopens,
        "handed_in_here": look.handed_in_here,
        "already_taken": look.already_taken,
        "note": look.note,
    }
    job.result(document, "\n".join(_told(look, preview=preview)))


@verb
def reply(
    job: Job,
    assessment: AssessmentId,
    query: Annotated[str | None, typer.Option(metavar="ID", help="Which query.")] = None,
    text: Annotated[str | None, typer.Option(help="The reply; empty takes it away.")] = None,
) -> None:
    """Reply to a query; without --query, list those of the assessment."""
    if (query is None) != (text is None):
        raise typer.BadParameter("--query and --text belong together")
    with job.open_workspace() as workspace:
        opened = workspace.open_assessment(assessment)
        if query is not None and text is not None:
            opened.reply(query, text)
        found = opened.queries
    rows = [(item.id, item.indicator, in_one_line(item.text), in_one_line(item.reply)) for item in found]
    shown = table(rows, ("id", "indicator", "query", "reply")) if rows else "There are no queries."
    job.result([_query_json(item) for item in found], shown)


def _told(look: ReturnLook, *, preview: bool) -> list[str]:
    if look.already_taken:
        return ["This file was taken in before. Nothing was changed."]
    queries = "1 new query" if look.new_queries == 1 else f"{look.new_queries} new queries"
    spreads = "1 spread" if look.spreads == 1 else f"{look.spreads} spreads"
    lines = [f"{queries}, {spreads} for {look.assessment.id}."]
    if look.note:
        lines.append(look.note)
    if not look.handed_in_here:
        lines.append("The coordinator looked at another state than the one handed in here.")
    if look.reopens:
        what = "would be reopened" if preview else "was reopened"
        lines.append(f"The assessment {what} as revision {look.assessment.revision + 1}.")
    if preview:
        lines.append("Nothing was changed.")
    return lines


def _query_json(item: ReceivedQuery) -> dict[str, object]:
    return {
        "query": item.id,
        "indicator": item.indicator,
        "text": item.text,
        "asked_at": time_as_json(item.asked_at),
        "revision": item.revision,
        "reply": item.reply,
    }
