"""Where the data and the questionnaires lie."""

import os
import sys
from pathlib import Path

import wb6assess


def data_folder(explicit: Path | None = None) -> Path:
    """The workspace folder: as asked, else `WB6ASSESS_HOME`, else the platform's user data."""
    if explicit is not None:
        return explicit
    home = os.environ.get("WB6ASSESS_HOME", "").strip()
    if home:
        return Path(home).expanduser()
    from platformdirs import user_data_path

    return user_data_path("WB6 Assess", appauthor=False)


def questionnaires_folder(explicit: Path | None = None) -> Path:
    """The framework's folder: as asked for, else the one shipped with the application."""
    if explicit is not None:
        return explicit
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller in a built application
    home = Path(bundle) if bundle else Path(wb6assess.__file__).parent.parent
    return home / "questionnaires"


def database_url() -> str | None:
    """The address of a team's shared database (`WB6ASSESS_DATABASE_URL`), or None for a local file."""
    return os.environ.get("WB6ASSESS_DATABASE_URL", "").strip() or None
