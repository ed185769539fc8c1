"""`python -m ui` is the command `wb6assess`."""

import sys

from ui.cli import run_as_script

# Processes that read many files import this module, too; only the command itself runs.
if __name__ == "__main__":
    if any("multiprocessing" in argument for argument in sys.argv[1:]):
        # A packed program starts itself again as such a process; loading this always costs 10 ms.
        from multiprocessing import freeze_support

        freeze_support()
    run_as_script()
