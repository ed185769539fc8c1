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
    app.command("merge")(scoring.merge)
    app.command("import")(coordinator.import_)
    app.command("decide")(coordinator.decide)
    app.command("report")(coordinator.report)
    app.command("meeting-pack")(meeting.meeting_pack)
    app.command("minutes")(meeting.minutes)
    app.command("comments")(meeting.comments)
    app.command("resolve")(queries.resolve)
    app.command("query")(queries.query)
    app.command("return")(queries.return_)
    app.command("moved")(queries.moved)
    app.command("take-return")(replies.take_return)
    app.command("reply")(replies.reply)
    app.command("explain")(explain.explain)
    app.command("demo")(demo.demo)
    app.command("doctor")(upkeep.doctor)
    app.command("backup")(upkeep.backup)
    app.command("restore")(upkeep.restore)
    author = typer.Typer(help="The author's tools for questionnaires.", no_args_is_help=True)
    author.command("list")(instruments.list_)
    author.command("check")(instruments.check)
    author.command("diff")(authoring.diff)
    author.command("coverage")(authoring.coverage)
    author.command("schema")(instruments.schema)
    author.command("preview")(authoring.preview)
    author.command("to-xlsform")(xlsform.to_xlsform)
    author.command("from-xlsform")(xlsform.from_xlsform)
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
