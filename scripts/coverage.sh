#!/usr/bin/env bash
# Measures which lines the tests execute: builds the preset "coverage", runs the tests, prints a table of the modules and
# writes a report with every line to build/coverage/report/index.html. Exits with status 1 if a test fails or if less than 92 %
# of the lines of app/ are executed. Installs missing packages.
#
# The tests with the label kill are left out: a killed program leaves no counts. Lines of flagfetch-render count only where
# tests call them directly, because the confined program may not write a file. Arguments replace the selection of the
# tests and are passed to ctest, such as "-L unit".
set -euo pipefail

least=92 # percent of the lines of app/
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$project/build/coverage
tests=("$@")
[ ${#tests[@]} -gt 0 ] || tests=(-LE kill)
"$project/scripts/install-dependencies.sh" check
cd "$project"
cmake --preset coverage
cmake --build --preset coverage
find "$build" -name '*.gcda' -delete # counts of earlier runs
find "$build/CMakeFiles" -path '*CompilerId*' -name '*.gcno' -delete # CMake's own test program

failed=0
ctest --preset coverage "${tests[@]}" || failed=1

mkdir -p "$build/report"
gcovr --root "$project" --object-directory "$build" --filter app/ --filter ui/ --exclude-unreachable-branches \
    --exclude-throw-branches --json-summary "$build/summary.json" --html-details "$build/report/index.html"
/usr/bin/python3 - "$build/summary.json" "$least" <<'END_OF_TABLE' || failed=1
import collections
import json
import sys

executed, lines = collections.Counter(), collections.Counter()
for file in json.load(open(sys.argv[1]))["files"]:
    top, module, *rest = file["filename"].split("/")
    for group in (top, f"{top}/{module}" if rest else top + "/main.cpp"):
        executed[group] += file["line_covered"]
        lines[group] += file["line_total"]
print("| module | lines | executed |\n|---|---|---|")
for group in sorted(lines):
    if lines[group]:
        print(f"| {group} | {lines[group]} | {100 * executed[group] / lines[group]:.1f} % |")
share = 100 * executed["app"] / lines["app"]
if share < float(sys.argv[2]):
    sys.exit(f"coverage.sh: the tests execute {share:.1f} % of the lines of app/, less than {sys.argv[2]} %")
END_OF_TABLE
echo "The report is $build/report/index.html"
exit "$failed"
