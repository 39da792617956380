#!/usr/bin/env bash
# Makes the pictures of the window in docs/: the real program on a separate display, with all flags in its folder. Installs
# missing packages, uses only loopback addresses, takes about four minutes after the build and removes its other files.
#
# Usage: screenshots.sh [FOLDER]    (default: docs)
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$(realpath "${1:-$project/docs}")
"$project/scripts/install-dependencies.sh" screenshots
cd "$project"
cmake --preset release >&2
cmake --build --preset release --target flagfetch >&2

home=$(mktemp -d)
display=:$((90 + RANDOM % 100))
running=()
end() {
    kill "${running[@]}" 2>/dev/null || true
    wait 2>/dev/null || true
    running=()
}
trap 'end; rm -rf "$home"' EXIT
mkdir -p "$home/Pictures" "$home/run"
chmod 700 "$home/run"
export HOME=$home XDG_CONFIG_HOME=$home/.config XDG_CACHE_HOME=$home/.cache XDG_RUNTIME_DIR=$home/run LC_ALL=C.UTF-8
flags=$home/Pictures/Flags
build/release/flagfetch --headless --all --output "$flags" 2>/dev/null >/dev/null

# A set of an older version of the source, in which three flags have other colours.
older=$home/older
cp -r build/flag-icons/flags/4x3 "$older"
sed -i 's/#000091/#0055a4/; s/#e1000f/#ef4135/' "$older/fr.svg"
sed -i 's/#bc002d/#d30000/' "$older/jp.svg"
sed -i 's/#006233/#109e4a/' "$older/dz.svg"
build/release/flagfetch --headless --pictures "$older" --output "$home/Pictures/Older" \
    BR CN DE DZ EG ES FR GR IN IT JP KE MX NO SE TH TR US VN ZA 2>/dev/null >/dev/null

wait_for_display() {
    for _ in $(seq 50); do
        if xdpyinfo -display "$display" >/dev/null 2>&1; then return; fi
        sleep 0.1
    done
}

# shot NAME WIDTH HEIGHT SCALE SETTINGS KEY...: the window of a size in device-independent pixels, with the settings and the
# options, after the keys. A number is a pause in seconds, and window:TITLE gives another window this size and the focus. The
# settings are lines of flagfetch.conf.
options=(--output "$flags" --all)
fill() { # TITLE WIDTH HEIGHT
    local window
    window=$(DISPLAY=$display timeout 20 xdotool search --sync --onlyvisible --name "$1" | head -n 1)
    DISPLAY=$display xdotool windowmove "$window" 0 0 windowsize "$window" "$2" "$3" windowfocus "$window" \
        mousemove $(($2 - 1)) $(($3 - 1))
}
shot() {
    local name=$1 width=$2 height=$3 scale=$4 settings=$5
    shift 5
    mkdir -p "$XDG_CONFIG_HOME/flagfetch"
    printf '%b\n' "$settings" >"$XDG_CONFIG_HOME/flagfetch/flagfetch.conf"
    Xvfb "$display" -screen 0 "$((width * scale))x$((height * scale))x24" 2>/dev/null &
    running+=($!)
    wait_for_display
    DISPLAY=$display QT_SCALE_FACTOR=$scale build/release/flagfetch "${options[@]}" &
    running+=($!)
    fill Flagfetch $((width * scale)) $((height * scale))
    sleep 3 # all pictures are drawn
    for key in "$@"; do
        if [[ $key =~ ^[0-9]+$ ]]; then
            sleep "$key"
        elif [[ $key == window:* ]]; then
            fill "${key#window:}" $((width * scale)) $((height * scale))
        else
            DISPLAY=$display xdotool key "$key"
            sleep 0.5
        fi
    done
    sleep 1
    DISPLAY=$display import -window root "$folder/$name.png"
    end
    sleep 0.5
}

shot window 1120 760 1 '' Right Right
shot window-dark 1120 760 1 '[appearance]\ncolours=dark' Right Right
shot window-zh 1120 760 1 '[window]\nlanguage=zh-CN' Right Right
shot window-small 800 600 1 ''
shot window-2x 1120 760 2 '' Right Right
shot sources 1120 760 1 '[sources]\nbuiltin\\fallbacks=flagcdn, circle-flags' Right Right ctrl+j
options=(--output "$home/Pictures/Older" --all)
shot sets 1120 760 1 '' F5 4 ctrl+r

# A download of the twenty from the slow source, with the timeline.
timeline='[timeline]\nshown=true\nheight=470\n[details]\nshown=false\n[files]\nname={CC}-{country}\nconflict=overwrite'
options=(--output "$home/Pictures/Timeline" -s builtin-slow --delay 0.3-3 --max-req 12)
shot timeline 1120 760 1 "$timeline" ctrl+Return 12
shot timeline-dark 1120 760 1 "$timeline\n[appearance]\ncolours=dark" ctrl+Return 12
shot timeline-zh 1120 760 1 "$timeline\n[window]\nlanguage=zh-CN" ctrl+Return 12

options=(--output "$home/Pictures/Compared")
shot compare 1120 760 1 '' alt+s c 'window:Compare sources' alt+w Home Down alt+c 3

# One at a time takes twelve seconds.
options=(--output "$home/Pictures/Lesson")
shot ways 1120 760 1 '' ctrl+F1 'window:Three ways' space 18
shot ways-dark 1120 760 1 '[appearance]\ncolours=dark' ctrl+F1 'window:Three ways' space 18
shot ways-zh 1120 760 1 '[window]\nlanguage=zh-CN' ctrl+F1 'window:三种' space 18
# Each of the twenty flags blocks the event loop for 200 ms.
shot blocked 1120 760 1 '[timeline]\nshown=true\nheight=470\n[details]\nshown=false\n[faults]\nblockedLoop=200' ctrl+Return 8

# All limits take sixteen seconds.
shot lab 1120 760 1 '' ctrl+F8 'window:Concurrency lab' space 24
shot lab-dark 1120 760 1 '[appearance]\ncolours=dark' ctrl+F8 'window:Concurrency lab' space 24
shot lab-zh 1120 760 1 '[window]\nlanguage=zh-CN' ctrl+F8 'window:并发实验室' space 24
