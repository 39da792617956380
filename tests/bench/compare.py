"""Compares Flagfetch with other clients on the same work, in turn and in the same run, and prints Markdown tables.

Whole processes are measured, from their start to their end with every file on the disk. Usage:
    compare.py PROGRAM MANY_PROGRAM [--runs N] [--limits 30,100] [--only SETTING]
"""

import argparse
from dataclasses import dataclass
import math
import os
from pathlib import Path
import statistics
import subprocess
import tempfile
import time

import peers
from server import DELAY, Server

TIME_LIMIT = 60


@dataclass
class Run:
    seconds: float
    cpu: float
    peak_mib: float


def files_in(folder: Path):
    return sum(1 for path in folder.rglob("*") if path.is_file())


def fresh_folder(scratch: Path):
    """Keeps the folders of earlier runs until the end, because file systems create files more slowly after many removals."""
    return Path(tempfile.mkdtemp(prefix="out-", dir=scratch))


def measure(command, folder: Path, expected_files: int):
    """Runs one process. Returns None if it failed, missed files or took too long."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    end = began + TIME_LIMIT
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        now = time.perf_counter()
        if pid:
            break
        if now > end:
            process.kill()
            os.wait4(process.pid, 0)
            return None
        time.sleep(0.0005)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0 or files_in(folder) != expected_files:
        return None
    return Run(now - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def median(runs, field):
    return statistics.median(getattr(run, field) for run in runs)


def compare(server, program, limit, tls, slow, runs, scratch):
    commands = {"flagfetch": lambda work: peers.flagfetch(work, program), **peers.OTHERS}
    images, requests = len(server.codes), 2 * len(server.codes)
    # Flagfetch and the scripts do what the exercise does and keep the metadata's name only; the others keep both files.
    expected = {name: images if name in ("flagfetch", "aiohttp", "httpx") else requests for name in commands}
    results = {name: [] for name in commands}
    names = list(commands)
    for turn in range(runs):
        for name in names[turn % len(names):] + names[:turn % len(names)]:
            work = peers.Work(server.base(tls, slow), server.codes, limit, server.certificate, fresh_folder(scratch),
                              scratch / "input")
            results[name].append(measure(commands[name](work), work.folder, expected[name]))

    floor = math.ceil(requests / limit) * DELAY if slow else None
    print(f"\n### {'TLS' if tls else 'HTTP'}, {'50 ms before each answer' if slow else 'no delay'}, limit {limit}\n")
    if floor:
        print(f"The delays alone take {floor:.2f} s.\n")
    print(f"| client | seconds | ratio to ours | {'ratio to the floor | ' if floor else ''}CPU seconds | peak MiB | failed runs |")
    print(f"|---|---:|---:|{'---:|' if floor else ''}---:|---:|---:|")
    ours = [run for run in results["flagfetch"] if run]
    for name, all_runs in results.items():
        good = [run for run in all_runs if run]
        if not good or not ours:
            print(f"| {name} | - | - | {'- | ' if floor else ''}- | - | {len(all_runs) - len(good)} |")
            continue
        # The median of the ratios of runs in the same turn: what disturbed one most likely disturbed the other.
        paired = [run.seconds / own.seconds for run, own in zip(all_runs, results["flagfetch"]) if run and own]
        ratio = statistics.median(paired) if paired else float("nan")
        floor_column = f"{median(good, 'seconds') / floor:.2f} | " if floor else ""
        print(f"| {name} | {median(good, 'seconds'):.3f} | {ratio:.2f} | {floor_column}{median(good, 'cpu'):.3f} | "
              f"{median(good, 'peak_mib'):.0f} | {len(all_runs) - len(good)} |", flush=True)


def scale(server, many, runs, scratch):
    print("\n## Growth\n\nThe same pictures under other codes, plain HTTP, no delay, limit 30.\n")
    print("| flags | seconds | CPU per flag, µs | ratio to 200 flags | peak MiB |\n|---:|---:|---:|---:|---:|")
    first = None
    for flags in (200, 2000, 20000):
        good = []
        for _ in range(max(3, runs // 3)):
            folder = fresh_folder(scratch)
            run = measure([str(many), str(flags), server.many(), str(folder), *server.codes], folder, flags)
            if run:
                good.append(run)
        if not good:
            print(f"| {flags} | failed | | | |")
            continue
        per_flag = median(good, "cpu") / flags * 1e6
        first = first or per_flag
        print(f"| {flags} | {median(good, 'seconds'):.2f} | {per_flag:.0f} | {per_flag / first:.2f} | "
              f"{median(good, 'peak_mib'):.0f} |", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=Path)
    parser.add_argument("many", type=Path)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--limits", default="30,100")
    parser.add_argument("--skip-growth", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="flagfetch-bench-") as folder:
        scratch = Path(folder)
        (scratch / "server").mkdir()
        with Server(scratch / "server") as server:
            print("## Against other clients")
            for tls in (False, True):
                for slow in (False, True):
                    for limit in map(int, arguments.limits.split(",")):
                        compare(server, arguments.program, limit, tls, slow, arguments.runs, scratch)
            if not arguments.skip_growth:
                scale(server, arguments.many, arguments.runs, scratch)


main()
