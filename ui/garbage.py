"""Python's search for unused cycles, kept away from the keyboard."""

import gc


def set_aside() -> None:
    """Let the collector skip everything that is in memory now.

    A questionnaire is hundreds of thousands of objects that stay as long as it is open. Walking all
    of them takes several frames, and would happen in the middle of typing.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
