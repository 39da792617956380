"""Measures memory and instructions. Both measurements slow the client down, so they have separate runs."""

import os
from pathlib import Path
import re
import shutil
import time

from measuring import TIME_LIMIT, Bench, Ended, run_process, start
from peers import Client
from settings import Setting

SAMPLE_INTERVAL = 0.001  # seconds
SLOW_TIME_LIMIT = 240  # seconds; valgrind is about fifty times slower


def descendants(pid: int):
    """The process and all processes that it started."""
    found = [pid]
    for parent in found:
        for children in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found += map(int, children.read_text().split())
            except OSError:
                pass  # has ended
    return found


def peak_of(pid: int):
    """The largest resident memory of the process until now, in MiB; 0 if it has ended.

    wait4() reports at least the memory of the process that called exec(), here of the Python interpreter.
    """
    try:
        found = re.search(r"^VmHWM:\s*(\d+) kB", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
    except OSError:
        return 0
    return int(found.group(1)) / 1024 if found else 0


def run_sampled(command: list[str], home: Path, interval: float = SAMPLE_INTERVAL, time_limit: float = TIME_LIMIT):
    """Returns the ended process, and the peaks of the process and of its children together, in MiB."""
    os.sync()
    began_at, began = time.time(), time.perf_counter()
    process = start(command, home)
    peaks = {}
    try:
        ended = 0
        while not ended and time.perf_counter() - began < time_limit:
            for pid in descendants(process.pid):
                peaks[pid] = max(peak_of(pid), peaks.get(pid, 0))
            time.sleep(interval)
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if not ended:
            process.kill()
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    finally:
        if process.returncode is None:
            process.kill()
            process.wait()
    main = peaks.pop(process.pid, 0)
    return (Ended(process.returncode, began_at, seconds, usage.ru_utime + usage.ru_stime),
            {"main": main, "children": sum(peaks.values())})


def memory(bench: Bench, clients: list[Client], setting: Setting, variants: dict[str, str]):
    """The peaks of each client, in the variant that was fastest in this setting."""
    result = {}
    for client in clients:
        work = bench.work(setting)
        ended, peaks = run_sampled(client.commands(setting.tls)[variants[client.name]](work), bench.home)
        if ended.status == 0 and not bench.wrong_files(client, setting, work.folder):
            result[client.name] = peaks
    return result


def count_with_perf(command: list[str], bench: Bench):
    """None where the processor's counters are not available, as in most virtual machines."""
    report = bench.scratch / "perf"
    perf = ["perf", "stat", "-x,", "-e", "instructions:u", "-o", str(report), "--"]
    ended = run_process([*perf, *command], bench.home)
    found = re.search(r"^(\d+),[^,]*,instructions", report.read_text(), re.MULTILINE) if report.exists() else None
    return int(found.group(1)) if found and ended.status == 0 else None


def count_with_valgrind(command: list[str], bench: Bench):
    """Without children. valgrind offers no instructions for SHA-256, so hashing counts more than it costs."""
    report = bench.scratch / "valgrind"
    valgrind = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
                f"--log-file={report}"]
    ended = run_process([*valgrind, *command], bench.home, SLOW_TIME_LIMIT)
    found = re.search(r"I\s+refs:\s*([\d,]+)", report.read_text()) if report.exists() else None
    return int(found.group(1).replace(",", "")) if found and ended.status == 0 else None


def instructions(bench: Bench, clients: list[Client], setting: Setting):
    """Millions of instructions outside the kernel, of one run of each client."""
    use_perf = shutil.which("perf") and count_with_perf(["true"], bench)
    result = {"counted with": "perf" if use_perf else "valgrind"}
    for client in clients:
        work = bench.work(setting)
        command = next(iter(client.commands(setting.tls).values()))(work)
        count = count_with_perf(command, bench) if use_perf else count_with_valgrind(command, bench)
        if count and not bench.wrong_files(client, setting, work.folder):
            result[client.name] = count / 1e6
    return result
