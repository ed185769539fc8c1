"""Options every verb shares."""

from pathlib import Path
from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Write one JSON document to standard output.")]
Language = Annotated[
    str, typer.Option("--lang", metavar="CODE", help="Language of texts: en, sq, mk, sr-Latn, …")
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
        "--seed", min=0, max=2**32 - 1, help="Start of random numbers; same seed, same result."
    ),
]
