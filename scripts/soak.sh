#!/usr/bin/env bash
# Runs random tests for a long time. Kills the program and its exports at random moments, five times as often as the test
# suite. Then downloads batches of ten thousand flags of which a tenth have a fault, with a different seed each time, and checks
# every count. Installs missing packages. Exits with status 1 at the first difference and prints the seed that reproduces it.
# FLAGFETCH_PRESET is used as in test.sh.
#
# Usage: soak.sh [MINUTES [SEED]]   default: batches for 10 minutes, from seed 1 on
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
minutes=${1:-10}
seed=${2:-1}
preset=${FLAGFETCH_PRESET:-release}
"$project/scripts/install-dependencies.sh" test
cd "$project"
cmake --preset "$preset"
cmake --build --preset "$preset" --target test_faults

export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
for unit in tst_killed tst_setkilled tst_exportfaults; do
    FLAGFETCH_ROUNDS=5 timeout 1800 "build/$preset/tests/test_faults" "$unit" -silent
done

runs=0
SECONDS=0
until [ $SECONDS -ge $((minutes * 60)) ]; do
    FLAGFETCH_SEED=$seed timeout 300 "build/$preset/tests/test_faults" tst_stress -silent \
        || { echo "soak.sh: FLAGFETCH_SEED=$seed build/$preset/tests/test_faults tst_stress reproduces it" >&2; exit 1; }
    runs=$((runs + 1))
    seed=$((seed + 1))
done
echo "No difference in $runs runs of 10,000 flags."
