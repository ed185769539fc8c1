"""Random numbers that are the same on every machine (methodology 6.2)."""

from zlib import crc32

import numpy as np


def stream(seed: int, label: str) -> np.random.Generator:
    """The generator of one label; its `random()` draws doubles in [0, 1).

    PCG64 seeded by the unsigned 32-bit seed and the CRC-32 of the label; the first three numbers of
    "mc" are pinned by a test, so a change in the library is noticed.
    """
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, crc32(label.encode())])))
