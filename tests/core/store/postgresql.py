"""A PostgreSQL server of one's own for a test session, in a folder that goes away."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def programs() -> Path | None:
    """The folder of the server's programs; Debian keeps those of each version outside the path."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: path.parts[-3])
    return versions[-1].parent if versions else None


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Start a server that listens on a socket only; gives its address without a database's name."""
    # A socket's path has at most 107 bytes; pytest's folders may be longer.
    home = Path(tempfile.mkdtemp(prefix="wb6pg"))
    data = home / "data"
    try:
        if os.geteuid() == 0:
            shutil.chown(home, "postgres")
        _run(folder, "initdb", "-D", data, "-U", "wb6", "--auth=trust", "-E", "UTF8", "--no-sync")
        settings = f"-k {home} -c listen_addresses='' -c fsync=off"
        _run(folder, "pg_ctl", "-D", data, "-l", home / "log", "-o", settings, "-w", "start")
        try:
            yield f"postgresql://wb6@/{{base}}?host={home}"
        finally:
            _run(folder, "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _run(folder: Path, name: str, *arguments: object) -> None:
    command = [str(folder / name), *map(str, arguments)]
    if os.geteuid() == 0:  # the server refuses to run as root
        command = ["runuser", "-u", "postgres", "--", *command]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    # Output into pipes would keep them open as long as the server lives.
    subprocess.run(
        command,
        check=True,
        cwd="/",
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=120,
    )
