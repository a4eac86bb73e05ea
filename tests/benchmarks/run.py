"""Run every benchmark, each in a process of its own, and print one table.

python -m tests.benchmarks.run [NAMES]     for example: playing dragging
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.measuring import ROOT, TITLES, Figure, table

FOLDER = Path(__file__).resolve().parent


def main(names: list[str]) -> int:
    """Return 1 when a benchmark broke; a missed target is a figure, not a fault."""
    figures: list[Figure] = []
    broken = []
    for script in sorted(FOLDER.glob("bench_*.py")):
        name = script.stem.removeprefix("bench_")
        if names and name not in names:
            continue
        command = [sys.executable, "-m", f"tests.benchmarks.{script.stem}", "--json"]
        before = time.perf_counter()
        result = subprocess.run(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        sys.stderr.write(f"{name}: {time.perf_counter() - before:.0f} s" + "\n")
        if result.returncode:
            broken.append(name)
        figures += [Figure(**json.loads(line)) for line in result.stdout.splitlines() if line.startswith("{")]
    sys.stdout.write(table([TITLES, *(line.cells() for line in figures)]) + "\n")
    if broken:
        sys.stderr.write(f"These did not finish: {', '.join(broken)}" + "\n")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
