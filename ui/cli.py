"""The command `wb6assess`: with a verb it works without a display, without one it opens the desktop."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from wb6assess.errors import AppError, Cancelled

DONE, COULD_NOT, INTERRUPTED = 0, 1, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one call of the command; returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if _is_desktop(arguments):
        return _desktop(arguments)
    return _verb(arguments)


def _is_desktop(arguments: Sequence[str]) -> bool:
    """Only the desktop's own options stand there: no verb, no call for help."""
    values = {"--workspace", "--questionnaires"}
    rest = iter(arguments)
    for argument in rest:
        if argument in values:
            next(rest, None)
        elif argument.partition("=")[0] in values or argument == "--quit-when-shown":
            continue
        else:
            return False
    return True


def _desktop(arguments: Sequence[str]) -> int:
    # argparse, not Typer: nothing heavy may be imported before the first window is painted.
    parser = argparse.ArgumentParser(prog="wb6assess", allow_abbrev=False)
    parser.add_argument("--workspace", type=Path, metavar="DIR")
    parser.add_argument("--questionnaires", type=Path, metavar="DIR")
    parser.add_argument("--quit-when-shown", action="store_true")
    given = parser.parse_args(arguments)
    from ui.app import run

    return run(given.workspace, given.questionnaires, quit_when_shown=given.quit_when_shown)


def _verb(arguments: Sequence[str]) -> int:
    from ui.messages import further_problems, sentence
    from ui.verbs.commands import command

    _speak_utf8()
    try:
        command().main(_shared_last(arguments), prog_name="wb6assess")
    except SystemExit as request:  # how Typer ends, with the right code for wrong usage
        return request.code if isinstance(request.code, int) else DONE
    except Cancelled:
        return INTERRUPTED
    except AppError as error:
        print(sentence(error), file=sys.stderr)  # noqa: T201 - the one line a failing verb owes
        for problem in further_problems(error):
            print(f"  {problem}", file=sys.stderr)  # noqa: T201
        return COULD_NOT
    return DONE


def _shared_last(arguments: Sequence[str]) -> list[str]:
    """Options all verbs share may stand before the verb, too; Typer wants them behind it."""
    from ui.verbs.options import FLAGS, VALUES

    leading = 0
    while leading < len(arguments):
        option = arguments[leading]
        if option in VALUES:
            leading += 2
        elif option in FLAGS or option.partition("=")[0] in VALUES:
            leading += 1
        else:
            break
    return [*arguments[leading:], *arguments[:leading]]


def _speak_utf8() -> None:
    """Names of countries and signs in scores must not fail on a terminal of another encoding."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def run_as_script() -> None:
    """Entry point of the installed command."""
    sys.exit(main())


if __name__ == "__main__":
    run_as_script()
