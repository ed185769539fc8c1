"""Install the Debian or Ubuntu packages a step needs, or print the one line that does.

Usage: python scripts/system_packages.py qt libreoffice poppler venv

Standard library only: it runs before anything is installed.
"""

import ctypes.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path


def _library(name: str) -> Callable[[], bool]:
    return lambda: ctypes.util.find_library(name) is not None


def _program(name: str) -> Callable[[], bool]:
    return lambda: shutil.which(name) is not None


def _server() -> bool:
    # Debian keeps the programs of each version outside the path.
    return bool(shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb")))


def _venv() -> bool:
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        return False
    return True


# What a group needs: (is it there?, package that brings it).
GROUPS: dict[str, list[tuple[Callable[[], bool], str]]] = {
    "qt": [
        (_library("EGL"), "libegl1"),
        (_library("GL"), "libgl1"),
        (_library("xkbcommon"), "libxkbcommon0"),
        (_library("xkbcommon-x11"), "libxkbcommon-x11-0"),
        (_library("dbus-1"), "libdbus-1-3"),
        (_library("fontconfig"), "libfontconfig1"),
        (_library("xcb-cursor"), "libxcb-cursor0"),
        (_library("xcb-icccm"), "libxcb-icccm4"),
        (_library("xcb-keysyms"), "libxcb-keysyms1"),
        (_library("xcb-shape"), "libxcb-shape0"),
        (_library("xcb-xinerama"), "libxcb-xinerama0"),
        (_library("xcb-image"), "libxcb-image0"),
        (_library("xcb-render-util"), "libxcb-render-util0"),
    ],
    "libreoffice": [(_program("soffice"), "libreoffice-calc")],
    "poppler": [(_program("pdftoppm"), "poppler-utils")],
    "postgresql": [(_server, "postgresql")],
    "venv": [(_venv, "python3-venv")],
}


def main(groups: list[str]) -> int:
    """Install what is missing; exit code 0 even when only advice can be given."""
    missing = sorted({package for group in groups for there, package in GROUPS[group] if not there()})
    if not missing or not sys.platform.startswith("linux"):
        return 0
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if shutil.which("apt-get") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        updated = subprocess.run(["apt-get", "update", "--quiet"], env=environment, check=False)  # noqa: S607
        done = subprocess.run(install, env=environment, check=False)  # noqa: S603
        if updated.returncode == 0 and done.returncode == 0:
            return 0
    print(f"Missing on this machine: {', '.join(missing)}. To install: sudo {' '.join(install)}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
