#!/usr/bin/env bash
# Installs missing packages, builds the program and starts it with the built-in source. Without a display it downloads the
# flags of the twenty most populous countries. Arguments are passed to the program.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$project/scripts/install-dependencies.sh" run
(cd "$project" && cmake --preset release && cmake --build --preset release --target flagfetch manual)

program=$project/build/release/flagfetch
if [ $# -eq 0 ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    echo "There is no display, so twenty flags are downloaded to $PWD/downloads without a window."
    exec "$program" --headless
fi
exec "$program" "$@"
