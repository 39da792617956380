#!/usr/bin/env bash
# Checks the documents: runs their examples with the built program and compares the output, and checks that links,
# headings, pictures, tests, files and options that they name exist. Uses loopback addresses and a scratch folder only.
# Needs jq, and the program in build/release (or FLAGFETCH_PROGRAM). Exits with status 1 if there is a finding.
#
# Usage: check-docs.sh [FILE ...]    only the examples of these documents (default: everything)
#
# A block with the language "console" has commands after "$ " and their output; "..." in a line stands for any text, a
# line "[...]" for any lines. Each command of a block "sh" must return 0. Comments of HTML before a block say what is
# skipped and why, and what is done before; tests/docs/examples.py describes them.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
command -v jq >/dev/null || {
    echo "check-docs.sh: jq is missing; scripts/install-dependencies.sh check installs it" >&2
    exit 2
}
[ -f "$project/build/flag-icons/unpacked" ] || {
    echo "check-docs.sh: the examples need flag-icons; scripts/fetch-flags.sh fetches it" >&2
    exit 2
}
exec /usr/bin/python3 -B "$project/tests/docs/check.py" "$@"
