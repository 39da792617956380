#!/usr/bin/env bash
# Installs what is missing, builds the program and its tests, and runs all of them. Arguments are handed to ctest.
# FLAGFETCH_PRESET names another CMake preset than release.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
preset=${FLAGFETCH_PRESET:-release}
"$project/scripts/install-dependencies.sh" test
cd "$project"
cmake --preset "$preset"
cmake --build --preset "$preset"
ctest --preset "$preset" "$@"
