"""Options every verb shares."""

import inspect
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from ui.verbs.job import Job
from wb6assess.session.desk.report_options import ReportOptions

AsJson = Annotated[bool, typer.Option("--json", help="Write one JSON document to standard output.")]
Language = Annotated[
    str,
    typer.Option(
        "--lang", metavar="CODE", help="Language of texts: en, sq, mk, sr-Latn, sr-Cyrl, bs or cnr."
    ),
]
WorkspaceFolder = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        metavar="DIR",
        help="Where the data lie. Otherwise WB6ASSESS_HOME, or your data folder.",
    ),
]
Questionnaires = Annotated[
    Path | None,
    typer.Option("--questionnaires", metavar="DIR", help="Another folder with framework.yaml."),
]
Seed = Annotated[
    int | None,
    typer.Option(
        "--seed",
        min=0,
        max=2**32 - 1,
        help="Start of random numbers; same seed, same result. Always the same without this option.",
    ),
]


def named_path(text: str) -> Path:
    """A file or folder somebody named; an empty name would be the folder one stands in."""
    if not text:
        raise typer.BadParameter("the name of a file or folder is empty")
    return Path(text)


Countries = Annotated[
    list[str] | None,
    typer.Option(
        "--countries", metavar="CODES", help="Only these, such as XK,AL; all without this option."
    ),
]
Instruments = Annotated[
    list[str] | None,
    typer.Option(
        "--instruments", metavar="IDS", help="Only these, separated by commas; all without this option."
    ),
]
Threshold = Annotated[
    int | None,
    typer.Option(
        min=1,
        metavar="K",
        help="Experts a public figure needs at least; the framework says how many otherwise.",
    ),
]
StatusNote = Annotated[
    bool, typer.Option("--status-note/--no-status-note", help="The footnote on status.")
]
Grey = Annotated[bool, typer.Option("--grey", help="Papers and workbooks for a grey printer.")]
Draws = Annotated[
    int | None,
    typer.Option(
        "--draws",
        min=100,
        max=100_000,
        help="How many times scores are drawn; the framework says how often otherwise.",
    ),
]

FLAGS = ("--json",)
VALUES = ("--lang", "--workspace", "--questionnaires")
"""Written forms of the shared options, without and with a value."""

_SHARED: dict[str, tuple[Any, Any]] = {
    "as_json": (AsJson, False),
    "lang": (Language, "en"),
    "workspace": (WorkspaceFolder, None),
    "questionnaires": (Questionnaires, None),
}


def report_options(
    job: Job,
    countries: list[str] | None,
    instruments: list[str] | None,
    threshold: int | None,
    *,
    status_note: bool,
    seed: int | None,
    draws: int | None,
) -> ReportOptions:
    """What a regional result is about, as the person chose."""
    return ReportOptions(
        _listed(countries), _listed(instruments), job.language, threshold, status_note, seed, draws
    )


def _listed(given: list[str] | None) -> tuple[str, ...]:
    """Values given one by one or separated by commas, each once."""
    parts = (part.strip() for text in given or () for part in text.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def verb(function: Callable[..., None]) -> Callable[..., None]:
    """Give a verb the shared options; it receives them as a `Job`, its first argument."""

    @wraps(function)
    def called(
        *, as_json: bool, lang: str, workspace: Path | None, questionnaires: Path | None, **own: Any
    ) -> None:
        function(Job(as_json, lang, workspace, questionnaires), **own)

    own = list(inspect.signature(function).parameters.values())[1:]
    shared = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, (kind, default) in _SHARED.items()
    ]
    by_name = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own]
    # Typer reads a command's options from its signature and annotations.
    called.__signature__ = inspect.Signature([*by_name, *shared])  # type: ignore[attr-defined]
    called.__annotations__ = {item.name: item.annotation for item in [*by_name, *shared]}
    return called
