#!/usr/bin/env bash
# Compares the program with other clients, and measures how its cost grows and how responsive its window is under load.
# Installs missing packages, uses only loopback addresses, ends within half an hour and removes its files. Prints Markdown;
# docs/BENCHMARKS.md contains the last results. Arguments are passed to tests/bench/compare.py: --runs N, --limits 30,100,
# --skip-growth.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$project/scripts/install-dependencies.sh" bench
cd "$project"
cmake --preset release >&2
cmake --build --preset release --target flagfetch benchmarks >&2
export FLAGFETCH_RENDER=$project/build/release/flagfetch-render # the benchmarks are in another folder

echo "Measured on $(date +%F): $(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), Linux $(uname -r)."
echo "$(build/release/flagfetch --version | tr '\n' ' ')$(curl --version | head -n 1 | cut -d' ' -f1,2), $(aria2c --version | head -n 1), $(wget2 --version | head -n 1 | cut -d' ' -f2,3), aiohttp $(/usr/bin/python3 -c 'import aiohttp; print(aiohttp.__version__)'), httpx $(/usr/bin/python3 -c 'import httpx; print(httpx.__version__)')."
echo
timeout 1500 /usr/bin/python3 tests/bench/compare.py build/release/flagfetch build/release/tests/bench_many "$@"
echo
timeout 120 build/release/tests/bench_renditions /usr/share/iso-flags-svg/country-4x3
echo
timeout 60 build/release/tests/bench_search
echo
timeout 120 xvfb-run --auto-servernum build/release/tests/bench_window
