"""Measures how the cost of a flag grows with the number of flags: the same pictures under other codes."""

from collections import Counter
from pathlib import Path
import shutil
import statistics

from costs import peak_memory
from measuring import Bench, run_process
from outputs import digest

RUNS = {200: 3, 2000: 3, 20000: 1}  # by number of flags
SAMPLE_INTERVAL = 0.02  # seconds


def complete(bench: Bench, flags: int, folder: Path):
    """True if each picture was saved as often as it was requested."""
    codes = bench.server.codes
    expected = Counter()
    for number, code in enumerate(codes):
        expected[bench.served["GIF"][code, f"{code}.gif"]] += len(range(number, flags, len(codes)))
    return Counter(digest(path.read_bytes()) for path in folder.rglob("*.gif")) == +expected


def growth(bench: Bench, program: Path):
    """Medians for each number of flags. The memory is that of one more run, because sampling takes time."""
    result = {}
    for flags, runs in RUNS.items():
        good = []
        for _ in range(runs):
            folder = bench.fresh_folder()
            ended = run_process(command(bench, program, flags, folder), bench.home)
            if ended.status == 0 and complete(bench, flags, folder):
                good.append(ended)
        folder = bench.fresh_folder()
        status, peaks = peak_memory(command(bench, program, flags, folder), bench.home, SAMPLE_INTERVAL)
        if good and status == 0 and complete(bench, flags, folder):
            result[str(flags)] = {"seconds": statistics.median(ended.seconds for ended in good),
                                  "cpu": statistics.median(ended.cpu for ended in good) / flags,
                                  "memory": peaks["main"]}
        for old in bench.scratch.glob("out-*"):
            shutil.rmtree(old)
    return result


def command(bench: Bench, program: Path, flags: int, folder: Path):
    return [str(program), str(flags), bench.server.many(), str(folder), *bench.server.codes]
