#!/usr/bin/env bash
# Fuzzes the code that reads external input: queries, pasted text, metadata, file names, URL templates, pictures,
# Retry-After, sources files, manifests, journals, HTTP requests, and messages from and to flagfetch-render. Installs
# missing packages. Exits with status 1 at the first finding and saves its input in build/fuzz/findings.
#
# Usage: fuzz.sh [SECONDS [TARGET ...]]   seconds for each target (default: 60); targets as in tests/fuzz/corpus (default: all)
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
seconds=${1:-60}
shift || true
"$project/scripts/install-dependencies.sh" fuzz
cd "$project"
targets=("$@")
[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <(ls tests/fuzz/corpus)
cmake --preset fuzz
cmake --build --preset fuzz --target "${targets[@]/#/fuzz_}"

mkdir -p build/fuzz/findings
for target in "${targets[@]}"; do
    echo "== $target, $seconds s"
    mkdir -p "build/fuzz/found/$target"
    # libFuzzer writes new inputs to the first folder and only reads the committed ones.
    "build/fuzz/tests/fuzz_$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 \
        -artifact_prefix="build/fuzz/findings/$target-" "build/fuzz/found/$target" "tests/fuzz/corpus/$target" 2>&1 \
        | grep -vE '^#[0-9]+.*(NEW|REDUCE|pulse)' || { echo "fuzz.sh: a finding in $target" >&2; exit 1; }
done
echo "No finding in ${#targets[@]} targets, $seconds s each."
