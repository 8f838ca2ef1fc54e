"""Runs every measurement, each in a process of its own, so that none warms another's caches."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PARTS = (
    ("tests.bench.bench_start",),
    ("tests.bench.bench_home",),
    ("tests.bench.bench_lesson",),
    ("tests.bench.bench_search",),
    ("tests.bench.bench_store",),
    ("tests.bench.bench_certificate",),
    ("tests.bench.kill_answers", "--kills", "200"),
)


def main() -> int:
    """Run all parts; the exit code is that of the worst."""
    worst = 0
    for module, *arguments in PARTS:
        print(f"— {module.rpartition('.')[2]}", flush=True)
        done = subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, check=False)
        worst = max(worst, abs(done.returncode))
    return worst


if __name__ == "__main__":
    sys.exit(main())
