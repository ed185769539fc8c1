"""All verbs in one command."""

import typer

import wb6assess
from ui.verbs import (
    assessments,
    authoring,
    coordinator,
    demo,
    explain,
    instruments,
    meeting,
    queries,
    replies,
    scoring,
    upkeep,
    xlsform,
)

HELP = """Questionnaires, scores and consolidation for the Western Balkans Six.

Without a verb the desktop opens; --workspace DIR and --questionnaires DIR say where data and
questionnaires lie, --quit-when-shown leaves as soon as the window answers input.
"""


def command() -> typer.core.TyperGroup:
    """The command with its verbs, ready to run."""
    app = typer.Typer(
        name="wb6assess",
        help=HELP,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_root)
    app.command("new")(assessments.new)
    app.command("list")(assessments.list_)
    app.command("show")(assessments.show)
    app.command("fill")(assessments.fill)
    app.command("submit")(assessments.submit)
    app.command("export")(assessments.export)
    app.command("blank")(instruments.blank)
    app.command("score")(scoring.score)
    app.command("merge", short_help="Merge files of experts into one regional result.")(scoring.merge)
    app.command("import", short_help="Take files of experts into the workspace.")(coordinator.import_)
    app.command("decide", short_help="Keep what a validation meeting decided.")(coordinator.decide)
    app.command("report")(coordinator.report)
    app.command("meeting-pack", short_help="Write handout and agenda of a meeting.")(
        meeting.meeting_pack
    )
    app.command("minutes")(meeting.minutes)
    app.command("comments", short_help="Write each remark, its reply and what changed.")(
        meeting.comments
    )
    app.command("resolve", short_help="Say which of two files of one revision counts.")(queries.resolve)
    app.command("query", short_help="Ask an expert about an answer.")(queries.query)
    app.command("return", short_help="Write the queries into files for experts.")(queries.return_)
    app.command("moved", short_help="Show what experts changed in the second round.")(queries.moved)
    app.command("take-return", short_help="Take in a file of queries, as an expert.")(
        replies.take_return
    )
    app.command("reply", short_help="Reply to a query, as an expert.")(replies.reply)
    app.command("explain", short_help="Say how a number came about.")(explain.explain)
    app.command("demo", short_help="Do the whole job on invented answers.")(demo.demo)
    app.command("doctor", short_help="Check database and files; changes nothing.")(upkeep.doctor)
    app.command("backup")(upkeep.backup)
    app.command("restore", short_help="Bring a backup back.")(upkeep.restore)
    author = typer.Typer(help="The author's tools for questionnaires.", no_args_is_help=True)
    author.command("list")(instruments.list_)
    author.command("check", short_help="Check questionnaires, all problems at once.")(instruments.check)
    author.command("diff", short_help="Compare two versions and propose the lineage.")(authoring.diff)
    author.command("coverage", short_help="Show which articles are assessed.")(authoring.coverage)
    author.command("schema")(instruments.schema)
    author.command("preview")(authoring.preview)
    author.command("to-xlsform", short_help="Write a questionnaire as an XLSForm.")(xlsform.to_xlsform)
    author.command("from-xlsform", short_help="Make a questionnaire from an XLSForm.")(
        xlsform.from_xlsform
    )
    app.add_typer(author, name="instrument")
    return typer.main.get_group(app)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"wb6assess {wb6assess.__version__}")
        raise typer.Exit


def _root(
    version: bool = typer.Option(
        False, "--version", callback=_print_version, is_eager=True, help="Print the version and leave."
    ),
) -> None:
    del version
