#!/usr/bin/env bash
# Tests the Debian package on a minimal Debian: installs it there with apt, starts the window on a display, downloads the
# twenty flags with the keyboard, removes the package, and looks for what is left. Needs root, debootstrap, git, Xvfb,
# xdotool and the network.
#
# Usage: test-package.sh [bookworm|trixie] [--deb FILE]
#   --deb FILE  the package (default: built from the committed state, in another Debian)
#   FLAGFETCH_KEEP=1  keeps the folders
#   FLAGFETCH_SCREENSHOT=FILE  stores a picture of the window, with the program import of imagemagick
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/debian-tree.sh
source "$project/scripts/debian-tree.sh"

fail() {
    echo "test-package.sh: $1" >&2
    exit 1
}

suite=bookworm
package=
while [ $# -gt 0 ]; do
    case $1 in
        --deb)
            package=${2:-}
            [ -f "$package" ] || fail "--deb needs a file"
            shift
            ;;
        *) suite=$1 ;;
    esac
    shift
done
check_suite test-package.sh "$suite"
for program in debootstrap Xvfb xdotool; do
    command -v "$program" >/dev/null || fail "$program is not installed"
done

trees=()
window=
server=
clean_up() {
    [ -z "$window" ] || kill "$window" 2>/dev/null || true
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    for tree in "${trees[@]}"; do remove_tree "$tree"; done
}
trap clean_up EXIT

new_tree() { # NAME: sets `tree`
    tree=$(mktemp -d "/var/tmp/flagfetch-$1-$suite.XXXXXX")
    trees+=("$tree")
    echo "== Debian $suite in $tree"
    make_tree "$suite" "$tree"
}

if [ -z "$package" ]; then
    new_tree build
    git clone --quiet "$project" "$tree/root/flagfetch"
    echo "== scripts/package.sh"
    in_tree "$tree" flagfetch/scripts/package.sh
    package=$(echo "$tree"/root/flagfetch/build/packages/flagfetch_*.deb)
fi

new_tree use
echo "== Install $(basename "$package")"
cp "$package" "$tree/root/flagfetch.deb"
# Only what it depends on: what it recommends makes it better, but must not be needed.
install="apt-get install --quiet=2 --yes --no-install-recommends ./flagfetch.deb"
in_tree "$tree" "apt-get update --quiet=2 && $install >install.log 2>&1 || { cat install.log; exit 1; }"
in_tree "$tree" 'dpkg --verify flagfetch && useradd --create-home ann'
mapfile -t installed < <(in_tree "$tree" 'dpkg --listfiles flagfetch')
home=$tree/home/ann
as_ann() { # COMMAND
    in_tree "$tree" "exec chroot --userspec=ann:ann / env HOME=/home/ann LANGUAGE=${language:-en} ${display:-} $1"
}
flags_in() { find "$1" -maxdepth 1 -name '[A-Z][A-Z]-*.svg' 2>/dev/null | wc -l; }

echo "== In a terminal"
as_ann 'flagfetch --version'
language=zh_CN as_ann 'flagfetch --help' | grep --quiet 用法 || fail "--help is not in Chinese"
as_ann 'flagfetch --headless --png 64 --output /home/ann/terminal FR' || fail "no download without a window"
[ -f "$home/terminal/FR-France-64.png" ] || fail "no PNG: flagfetch-render does not work"

echo "== In a window"
exec {pipe}< <(exec Xvfb -displayfd 1 -screen 0 1280x900x24 -nolisten tcp -ac -noreset 2>/dev/null)
server=$!
read -r number <&"$pipe" || fail "Xvfb did not start"
export DISPLAY=:$number
mkdir -p "$tree/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$tree/tmp/.X11-unix"
display="DISPLAY=:$number"
as_ann 'flagfetch --output /home/ann/flags' &
window=$!

wait_until() { # SECONDS COMMAND...
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        kill -0 "$window" 2>/dev/null || fail "the program ended early"
        [ "$SECONDS" -lt "$end" ] || return 1
        sleep 0.5
    done
}
is_shown() { xdotool search --onlyvisible --name '^Flagfetch$' >/dev/null 2>&1; }
has_twenty() { [ "$(flags_in "$home/flags")" -eq 20 ] && [ -f "$home/flags/flags.json" ]; }
wait_until 60 is_shown || fail "no window appeared"
# Without a window manager, a window has to be given the focus.
xdotool windowfocus --sync "$(xdotool search --onlyvisible --name '^Flagfetch$' | head -n 1)"
# The key may come before the window is ready for it. A second download of the same flags changes nothing.
press_and_wait() { xdotool key ctrl+Return && wait_until 20 has_twenty; }
press_and_wait || press_and_wait || fail "$(flags_in "$home/flags") flags were downloaded, not 20"
[ -z "${FLAGFETCH_SCREENSHOT:-}" ] || import -window root "$FLAGFETCH_SCREENSHOT"
xdotool key ctrl+q
for _ in $(seq 60); do
    kill -0 "$window" 2>/dev/null || break
    sleep 0.5
done
wait "$window" || fail "the program ended with an error"
window=
as_ann 'flagfetch --verify /home/ann/flags' || fail "the flags are not intact"

echo "== Remove"
in_tree "$tree" 'apt-get purge --quiet=2 --yes flagfetch >remove.log 2>&1 || { cat remove.log; exit 1; }'
left=$(cd "$tree" && find . -xdev \( -path ./home/ann -o -path ./root/flagfetch.deb \) -prune -o -name '*[Ff]lagfetch*' -print)
for path in "${installed[@]}"; do
    # Folders that other packages have too stay.
    if [ -f "$tree$path" ] || [ -L "$tree$path" ]; then left+=" $path"; fi
done
[ -z "$left" ] || fail "left after the removal: $left"
[ "$(flags_in "$home/flags")" -eq 20 ] || fail "the removal took flags of the user"
echo "== Left in the home of the user"
(cd "$home" && find . -maxdepth 3 -not -name '.bash*' -not -name .profile -not -name '*.svg' | sort)
echo "== Debian $suite: installed, used and removed"
