"""`python -m ui` is the command `wb6assess`."""

from ui.cli import run_as_script

run_as_script()
