"""Try a built application: the whole demonstration, then its window, without a display.

Usage: python scripts/try_app.py dist/wb6assess/wb6assess
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path


def main(program: str) -> int:
    """Run the built program's `demo` and open its window; exit code 0 when both work."""
    executable = str(Path(program).resolve())
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "demo"
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "WB6ASSESS_HOME": folder}
        demo = [executable, "demo", "--out", str(out), "--experts", "1", "--json"]
        result = subprocess.run(demo, env=environment, capture_output=True, check=True)  # noqa: S603
        document = json.loads(result.stdout)
        workbooks = list((out / "submissions").glob("*.xlsx"))
        print(f"demo: {len(workbooks)} workbooks, {len(document['countries'])} countries")  # noqa: T201
        window = [executable, "--workspace", str(Path(folder) / "window"), "--quit-when-shown"]
        shown = subprocess.run(window, env=environment, capture_output=True, check=True, timeout=60)  # noqa: S603
        print(f"window: {shown.stdout.decode().strip()}")  # noqa: T201
        return 0 if workbooks and shown.stdout.strip() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
