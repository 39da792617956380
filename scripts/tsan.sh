#!/usr/bin/env bash
# Runs the tests of the engine under ThreadSanitizer. Installs what is missing. Fails on reports that have a frame in the program's own code.
# Arguments are handed to ctest.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$project/scripts/install-dependencies.sh" test
cd "$project"
engine='tst_(transferpool|httpget|httpanswers|httpredirects|flagjob|downloadqueue|cancelling|pausing|sharednames|saveflag|embeddedserver|builtinservers|retryfaults|batchfaults)'
cmake --preset tsan
cmake --build --preset tsan --target $(cmake --build --preset tsan --target help | sed -nE "s/^($engine): phony.*/\1/p" | sort -u)
ctest --preset tsan -R "^$engine\$" "$@"
