"""Try a built application: the demonstration, merging its files in several processes, its window.

Usage: python scripts/try_app.py dist/wb6assess/wb6assess
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path


def main(program: str) -> int:
    """Run the built program's `demo` and `merge` and open its window; exit code 0 when all work."""
    executable = str(Path(program).resolve())
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "demo"
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "WB6ASSESS_HOME": folder}
        demo = [executable, "demo", "--out", str(out), "--experts", "3", "--json"]
        document = json.loads(_run(demo, environment))
        workbooks = [str(path) for path in (out / "submissions").glob("*.xlsx")]
        print(f"demo: {len(workbooks)} workbooks, {len(document['countries'])} countries")  # noqa: T201
        merge = [executable, "merge", *workbooks, "--out", str(Path(folder) / "merged"), "--json"]
        merged = json.loads(_run(merge, environment))
        print(f"merge: {len(merged['files'])} files, {len(merged['countries'])} countries")  # noqa: T201
        window = [executable, "--workspace", str(Path(folder) / "window"), "--quit-when-shown"]
        shown = _run(window, environment).strip()
        print(f"window: {shown}")  # noqa: T201
        return 0 if shown and workbooks and len(merged["files"]) == len(workbooks) else 1


def _run(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, timeout=600)  # noqa: S603
    return done.stdout.decode()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
