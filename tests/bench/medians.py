"""Prints the tables of several whole runs: each number is the median of the runs. Usage: medians.py FILE...

The files are those that compare.py writes with --json.
"""

import json
from pathlib import Path
import statistics
import sys

import tables


def merge(values: list, key: str = ""):
    """The median of numbers, all different texts, and the same for the members of objects."""
    known = [value for value in values if value is not None]
    if not known:
        return None
    if isinstance(known[0], dict):
        keys = dict.fromkeys(key for value in known for key in value)
        return {key: merge([value.get(key) for value in known], key) for key in keys}
    if isinstance(known[0], str):
        return " or ".join(dict.fromkeys(value for value in known if value))
    if key == "failed":
        return sum(known)
    return max(known) if key == "in_flight" else statistics.median(known)


def main(files: list[str]):
    if not files:
        raise SystemExit("usage: medians.py FILE...")
    runs = [json.loads(Path(file).read_text(encoding="utf-8")) for file in files]
    print(f"Medians of {len(runs)} whole runs.\n")
    tables.report(merge(runs))


if __name__ == "__main__":
    main(sys.argv[1:])
