"""How long ago this process began, for the start-up budget."""

import os
import sys
import time
from pathlib import Path

_IMPORTED = time.monotonic()


def since_process_start_ms() -> float:
    """Milliseconds since the operating system started this process.

    Where the system does not tell, since this module was imported (some 50 ms later).
    """
    if sys.platform == "linux":
        return _linux_ms()
    if sys.platform == "win32":
        return _windows_ms()
    return (time.monotonic() - _IMPORTED) * 1000


def _linux_ms() -> float:
    """Field 22 of proc(5) `stat` is the start in clock ticks after boot."""
    fields = (
        Path("/proc/self/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    )
    started_s = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return (time.clock_gettime(time.CLOCK_BOOTTIME) - started_s) * 1000


def _windows_ms() -> float:
    """The creation time counts 100 ns steps since 1601."""
    import ctypes

    times = [ctypes.c_uint64() for _ in range(4)]
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    kernel.GetProcessTimes(ctypes.c_void_p(-1), *(ctypes.byref(item) for item in times))
    unix_100ns = times[0].value - 116_444_736_000_000_000
    return time.time() * 1000 - unix_100ns / 10_000
