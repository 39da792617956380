"""Measures how the cost of a flag grows with the number of flags: the same pictures under other codes."""

from collections import Counter
from pathlib import Path
import shutil
import statistics

from costs import run_sampled
from measuring import Bench
from outputs import digest

RUNS = {200: 3, 2000: 3, 20000: 1}  # by number of flags
TIME_LIMIT = 120  # seconds for one run


def complete(bench: Bench, flags: int, folder: Path):
    """True if each picture was saved as often as it was requested."""
    codes = bench.server.codes
    expected = Counter()
    for number, code in enumerate(codes):
        expected[bench.served["GIF"][code, f"{code}.gif"]] += len(range(number, flags, len(codes)))
    return Counter(digest(path.read_bytes()) for path in folder.rglob("*.gif")) == +expected


def command(bench: Bench, program: Path, flags: int, folder: Path):
    return [str(program), str(flags), bench.server.many(), str(folder), *bench.server.codes]


def growth(bench: Bench, program: Path):
    """Medians for each number of flags; nothing for a number if one of its runs failed."""
    result = {}
    for flags, runs in RUNS.items():
        good = []
        for _ in range(runs):
            folder = bench.fresh_folder()
            # Rare enough to cost at most a hundredth of the time, often enough to see the peak.
            interval = min(0.05, flags * 25e-6)
            ended, peaks = run_sampled(command(bench, program, flags, folder), bench.home, interval, TIME_LIMIT)
            if ended.status == 0 and complete(bench, flags, folder):
                good.append({"seconds": ended.seconds, "cpu": ended.cpu / flags, "memory": peaks["main"]})
            shutil.rmtree(folder)
        result[str(flags)] = {}
        if len(good) == runs:
            result[str(flags)] = {field: statistics.median(run[field] for run in good) for field in good[0]}
    return result
