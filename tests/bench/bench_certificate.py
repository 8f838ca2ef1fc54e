"""A certificate: the first in a new process, the next ones, and how fast sealed files are checked."""

from __future__ import annotations

import hashlib
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from desktop.credentials import document, qr, sealing, token
from desktop.credentials.encoding import from_base64url
from desktop.credentials.issuing import issue
from desktop.credentials.keys import DeviceKey, verified
from desktop.credentials.verifying import verify_file
from desktop.model.certificate import Claims, Sheet

ROOT = Path(__file__).resolve().parent.parent.parent
ASSETS = ROOT / "assets"
RUNS = 25
SHEET = Sheet(minutes=30, lessons=6, organisation="Muster GmbH")

FIRST = """
import sys, time
from pathlib import Path
from tests.bench.bench_certificate import drawn
from desktop.credentials.keys import DeviceKey
key = DeviceKey.load_or_create(Path(sys.argv[1]))
started = time.perf_counter()
drawn(key, 0)
print((time.perf_counter() - started) * 1000)
"""


def claims(key: DeviceKey, number: int) -> Claims:
    """Ordinary claims; the name differs, so that nothing is answered from a cache."""
    return Claims(
        certificate_id="3f2c9a52-1c1e-4f0e-9a56-0d3f6f2f7c11",
        name=f"Jana Ortmann {number}",
        course_id="vertraulichkeit",
        course_title="Vertraulich bleibt vertraulich",
        course_version="2.1",
        content_hash="ab" * 32,
        language="de",
        completed=date(2026, 11, 14),
        valid_until=date(2027, 11, 14),
        key=key.public,
    )


def drawn(key: DeviceKey, number: int) -> bytes:
    """The sheet without its seal, as `issue` draws it."""
    own = claims(key, number)
    keyword = sealing.placeholder(token.length(own))
    data = document.contents(own, SHEET, key.fingerprint, keyword=keyword, code=qr.write(own, key))
    return document.pdf(data, SHEET.template, own.completed, assets=ASSETS)


def milliseconds(work: Callable[[int], object], runs: int = RUNS) -> float:
    """The median."""
    times = []
    for number in range(runs):
        started = time.perf_counter()
        work(number + 10)
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def in_a_new_process(folder: Path) -> float:
    """Milliseconds for the first drawing in a process that never drew before, imports and fonts included."""
    run = [sys.executable, "-c", FIRST, str(folder)]
    return float(subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True).stdout)


def checking(path: Path, key: DeviceKey) -> tuple[float, float]:
    """Milliseconds for one verdict, and for what no verifier can do without: read, SHA-256, one signature."""
    public, message = from_base64url(key.public), bytes(850)
    signature = key.sign(message)

    own, bare = [], []
    for _ in range(1500):  # in turn, so that a slow spell of the machine hits both
        started = time.perf_counter()
        verify_file(path)
        between = time.perf_counter()
        hashlib.sha256(path.read_bytes()).digest()
        assert verified(public, signature, message)
        own.append(between - started)
        bare.append(time.perf_counter() - between)
    return statistics.median(own) * 1000, statistics.median(bare) * 1000


def main() -> None:
    """Print milliseconds beside their marks, and the verifier's speed as a share of the bare loop's."""
    with tempfile.TemporaryDirectory() as folder:
        key = DeviceKey.load_or_create(Path(folder) / "keys")
        first = statistics.median(in_a_new_process(Path(folder) / "keys") for _ in range(5))
        path = Path(folder) / "certificate.pdf"
        path.write_bytes(issue(claims(key, 0), SHEET, key, assets=ASSETS))
        drawing = milliseconds(lambda number: drawn(key, number))
        issuing = milliseconds(lambda number: issue(claims(key, number), SHEET, key, assets=ASSETS))
        verdict, bare = checking(path, key)
    print(f"certificate drawn: first {first:.0f} ms (mark 160), then {drawing:.1f} ms (mark 25)")
    print(f"certificate issued, sealed and checked: {issuing:.1f} ms")
    share = bare / verdict
    print(f"certificates checked: {1000 / verdict:.0f} per second and core, {share:.0%} of the bare loop (mark 60 %)")


if __name__ == "__main__":
    main()
