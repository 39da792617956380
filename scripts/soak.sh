#!/usr/bin/env bash
# Lets the engine download for long: batches of ten thousand flags of which a tenth meets a fault, another draw each time, every count checked.
# Installs what is missing. Ends with 1 at the first difference, and says which seed shows it again. FLAGFETCH_PRESET as for test.sh.
#
# Usage: soak.sh [MINUTES [SEED]]   default: 10 minutes, from seed 1 on
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
minutes=${1:-10}
seed=${2:-1}
preset=${FLAGFETCH_PRESET:-release}
"$project/scripts/install-dependencies.sh" test
cd "$project"
cmake --preset "$preset"
cmake --build --preset "$preset" --target tst_stress

runs=0
SECONDS=0
until [ $SECONDS -ge $((minutes * 60)) ]; do
    FLAGFETCH_SEED=$seed timeout 300 "build/$preset/tests/tst_stress" -silent \
        || { echo "soak.sh: FLAGFETCH_SEED=$seed build/$preset/tests/tst_stress shows it again" >&2; exit 1; }
    runs=$((runs + 1))
    seed=$((seed + 1))
done
echo "No difference in $runs runs of 10,000 flags."
