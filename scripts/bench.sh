#!/usr/bin/env bash
# Compares the program with other clients, and measures how its cost grows and how responsive its window is under load.
# Installs missing packages, uses only loopback addresses, takes about twelve minutes after the build and removes its files.
# Prints Markdown; docs/BENCHMARKS.md contains the last results. Arguments are passed to tests/bench/compare.py:
# --runs N, --limits 30,100, --only SETTING, --skip-growth, --json FILE.
#
# Five whole runs, and the medians of the runs:
#   for run in 1 2 3 4 5; do scripts/bench.sh --json "run$run.json"; done
#   /usr/bin/python3 -B tests/bench/medians.py run*.json
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$project/scripts/install-dependencies.sh" bench
cd "$project"
cmake --preset release >&2
cmake --build --preset release --target flagfetch benchmarks >&2
export FLAGFETCH_RENDER=$project/build/release/flagfetch-render # the benchmarks are in another folder

timeout 900 /usr/bin/python3 -B tests/bench/compare.py build/release/flagfetch build/release/tests/bench_many "$@"
echo
timeout 120 build/release/tests/bench_renditions /usr/share/iso-flags-svg/country-4x3
echo
timeout 60 build/release/tests/bench_search
echo
timeout 120 xvfb-run --auto-servernum build/release/tests/bench_window
