#!/usr/bin/env bash
# Tests the committed state on a minimal Debian: installs one into a folder, clones the project into it, and runs the two
# commands of the README there. Needs root, debootstrap, git and the network.
#
# Usage: test-clean-machine.sh [bookworm|trixie]
#   FLAGFETCH_CLEAN_DIR  where the folder of the Debian is made, which is removed afterwards (default: /var/tmp)
#   FLAGFETCH_KEEP=1     keeps the folder
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/debian-tree.sh
source "$project/scripts/debian-tree.sh"
suite=${1:-bookworm}
check_suite test-clean-machine.sh "$suite"
tree=$(mktemp -d "${FLAGFETCH_CLEAN_DIR:-/var/tmp}/flagfetch-$suite.XXXXXX")
trap 'remove_tree "$tree"' EXIT

echo "== Debian $suite in $tree"
make_tree "$suite" "$tree"
git clone --quiet "$project" "$tree/root/flagfetch"
inside() { in_tree "$tree" "cd flagfetch && $1"; }

echo "== scripts/run.sh"
inside scripts/run.sh
flags=$(inside 'ls downloads | grep -c "^[A-Z][A-Z]-"')
[ "$flags" -eq 20 ] || {
    echo "test-clean-machine.sh: scripts/run.sh left $flags flags, not 20" >&2
    exit 1
}

echo "== scripts/test.sh"
inside scripts/test.sh
echo "== Debian $suite: both commands passed"
