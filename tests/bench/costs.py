"""Measures memory and instructions. Both measurements slow the client down, so they have separate runs."""

from pathlib import Path
import re
import shutil
import time

from measuring import TIME_LIMIT, Bench, run_process, start
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


def peak_memory(command: list[str], home: Path, interval: float = SAMPLE_INTERVAL, time_limit: float = TIME_LIMIT):
    """Returns exit status, and the peaks of the process and of its children together, in MiB."""
    process = start(command, home)
    end = time.monotonic() + time_limit
    peaks = {}
    try:
        while process.poll() is None and time.monotonic() < end:
            for pid in descendants(process.pid):
                peaks[pid] = max(peak_of(pid), peaks.get(pid, 0))
            time.sleep(interval)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
    main = peaks.pop(process.pid, 0)
    return process.returncode, {"main": main, "children": sum(peaks.values())}


def memory(bench: Bench, clients: list[Client], setting: Setting, variants: dict[str, str]):
    """The peaks of each client, in the variant that was fastest in this setting."""
    result = {}
    for client in clients:
        work = bench.work(setting)
        status, peaks = peak_memory(client.commands(setting.tls)[variants[client.name]](work), bench.home)
        if status == 0 and not bench.wrong_files(client, setting, work.folder):
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
