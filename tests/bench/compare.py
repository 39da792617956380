"""Compares Flagfetch with other clients on the same work, in turn and in the same run, and prints Markdown tables.

Whole processes are measured, from their start to their end with every file on the disk. docs/BENCHMARKS.md
describes the method. `compare.py --help` lists the options.
"""

import argparse
import json
from pathlib import Path
import signal
import sys
import tempfile

from costs import instructions, memory
from growth import growth
from machine import describe
from measuring import Bench
from peers import clients
from server import Server
from settings import Setting, selected
import tables
from turns import compare


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=Path, help="flagfetch")
    parser.add_argument("many", type=Path, help="bench_many")
    parser.add_argument("--runs", type=int, default=7, help="turns in each setting (default: 7)")
    parser.add_argument("--limits", default="30,100", help="numbers of requests in flight (default: 30,100)")
    parser.add_argument("--only", action="append", default=[], metavar="SETTING",
                        help="only settings whose name contains this, as 'GIF, TLS'; may be repeated")
    parser.add_argument("--skip-growth", action="store_true", help="do not download 20,000 flags")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the medians to a file for medians.py")
    return parser.parse_args()


def progress(text: str):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def measure_all(options, server: Server, scratch: Path):
    bench = Bench(server, scratch)
    compared = clients(options.program)
    limits = [int(limit) for limit in options.limits.split(",")]
    results = {"about": describe(options.program), "pictures": server.picture_sizes(), "settings": {},
               "memory": {}, "instructions": {}, "growth": {}}
    for setting in selected(limits, options.only):
        progress(str(setting))
        results["settings"][str(setting)] = compare(bench, compared, setting, options.runs)
        if setting.kind == "GIF" and not setting.slow:
            summaries = results["settings"][str(setting)]["clients"]
            variants = {name: summary["variant"] for name, summary in summaries.items()}
            results["memory"][str(setting)] = memory(bench, compared, setting, variants)
    if results["settings"]:
        progress("instructions")
        plain = Setting("GIF", tls=False, slow=False, limit=min(limits))
        results["instructions"] = instructions(bench, compared[:2], plain)
    if not options.skip_growth:
        progress("growth")
        results["growth"] = growth(bench, options.many)
    return results


def main():
    options = arguments()
    # So that all that was started ends, also if timeout(1) ends this script.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="flagfetch-bench-") as folder:
        scratch = Path(folder)
        (scratch / "server").mkdir()
        with Server(scratch / "server") as server:
            results = measure_all(options, server, scratch)
    if options.json:
        options.json.write_text(json.dumps(results, indent=1), encoding="utf-8")
    tables.report(results)


main()
