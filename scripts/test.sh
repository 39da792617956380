#!/usr/bin/env bash
# Installs missing packages, builds the program and its tests, and runs the tests. Arguments are passed to ctest, such as
# "-L unit": the labels are unit, ui, fault, kill and system. FLAGFETCH_PRESET selects a CMake preset other than release.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
preset=${FLAGFETCH_PRESET:-release}
"$project/scripts/install-dependencies.sh" test
cd "$project"
cmake --preset "$preset"
cmake --build --preset "$preset"
ctest --preset "$preset" "$@"
