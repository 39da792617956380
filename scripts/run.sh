#!/usr/bin/env bash
# Installs what is missing, builds the program and starts it on the built-in source: its window, or, where there is no
# display, the download of the twenty most populous countries' flags. Arguments are handed to the program.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$project/scripts/install-dependencies.sh" run
(cd "$project" && cmake --preset release && cmake --build --preset release --target flagfetch)

program=$project/build/release/flagfetch
if [ $# -eq 0 ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    echo "There is no display for a window: downloading twenty flags to $PWD/downloads without one."
    exec "$program" --headless
fi
exec "$program" "$@"
