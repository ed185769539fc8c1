"""`python -m ui` is the command `wb6assess`."""

import multiprocessing

from ui.cli import run_as_script

# Processes that read many files import this module, too; only the command itself runs.
if __name__ == "__main__":
    multiprocessing.freeze_support()
    run_as_script()
