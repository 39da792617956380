#!/usr/bin/env bash
# Installs what is missing to build and run Flagfetch on Debian 12 or 13, or a relative of them. Needs root or sudo, and the network only
# if something is missing.
#
# Usage: install-dependencies.sh [run|test|ci|bench|fuzz]
#   run   what building and running need (default)
#   test  that, and what the tests need
#   ci    that, and what the checks of the code need
#   bench what building and the tests need, and what scripts/bench.sh compares with
#   fuzz  what building needs, and the fuzzers
set -euo pipefail

run=(
    build-essential           # GCC 12 and the C++ library
    cmake                     # reads CMakePresets.json
    ninja-build               # the generator that the presets name
    ccache                    # makes the second build quick
    pkg-config                # finds librsvg and nettle
    qt6-base-dev              # Core, Gui, Network, Concurrent, Widgets, Test
    qt6-tools-dev             # CMake's side of lrelease and lupdate
    qt6-l10n-tools            # lrelease and lupdate themselves
    librsvg2-dev              # checks and draws SVG flags
    libpango1.0-dev           # text of any language on contact sheets
    libseccomp-dev            # confines the process that draws pictures
    zlib1g-dev                # verifies the checksums of PNG flags, unpacks compressed answers
    nettle-dev                # SHA-256 of what is saved
    libdeflate-dev            # compresses the PNG files that flags are converted to
    libicu-dev                # the countries, their names and codes
    iso-codes                 # the names that ISO 3166-1 gives to countries
    python3                   # converts them when the program is built; serves flags in the tests
    iso-flags-svg             # the source "debian", and the built-in pictures where flag-icons cannot be fetched
    ca-certificates           # what npm and TLS trust
    qt6-image-formats-plugins # reads WebP
    qt6-wayland               # windows under Wayland
    fonts-dejavu-core         # a window needs at least one font; has Arabic, which contact sheets may need
    fonts-wqy-microhei        # Chinese, Japanese and Korean names in the window and on contact sheets
)
test=(
    curl                      # an independent client of --serve
    nginx-light               # a server that speaks HTTP/2
    openssl                   # certificates for servers of tests
    poppler-utils             # reads the contact sheets
    librsvg2-bin              # rsvg-convert, to compare converted flags with
)
ci=(
    clang-format              # the format of the code
    git                       # lists the files to check
)

bench=(
    libnginx-mod-http-echo    # delays for nginx, the server that all are measured against
    iso-flags-png-320x240     # the pictures
    aria2                     # peers
    wget2
    python3-aiohttp
    python3-httpx
    xvfb                      # a display for the window's benchmark
    xauth
)

fuzz=(
    clang                     # libFuzzer and its sanitizers
    libclang-rt-dev
)

case "${1:-run}" in
    run) wanted=("${run[@]}") ;;
    test) wanted=("${run[@]}" "${test[@]}") ;;
    ci) wanted=("${run[@]}" "${test[@]}" "${ci[@]}") ;;
    bench) wanted=("${run[@]}" "${test[@]}" "${bench[@]}") ;;
    fuzz) wanted=("${run[@]}" "${fuzz[@]}") ;;
    *)
        echo "install-dependencies.sh: $1: allowed are run, test, ci, bench and fuzz" >&2
        exit 2
        ;;
esac

missing=()
for package in "${wanted[@]}"; do
    status=$(dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing+=("$package")
done

install() {
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "install-dependencies.sh: needs root or sudo to install: $*" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "Installing $*"
    "${as_root[@]}" apt-get update --quiet
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --quiet --yes --no-install-recommends "$@"
}

[ ${#missing[@]} -eq 0 ] || install "${missing[@]}"

# Any npm will do. Debian's brings 360 packages, so it is installed only where there is none and the pictures are still to be fetched.
fetch_flags=$(dirname "${BASH_SOURCE[0]}")/fetch-flags.sh
if ! command -v npm >/dev/null && ! "$fetch_flags" 2>/dev/null; then
    install npm || true
fi
"$fetch_flags" || cat >&2 <<'END'
The built-in source will serve the older pictures of iso-flags-svg. Run scripts/install-dependencies.sh again to get the newer ones.
END
