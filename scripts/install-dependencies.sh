#!/usr/bin/env bash
# Installs the missing packages that Flagfetch needs on Debian 12, Debian 13 or a derivative. Needs root or sudo, and the
# network only if a package is missing.
#
# Usage: install-dependencies.sh [run|test|ci|check|package|bench|fuzz|screenshots]
#   run    to build and run the program (default)
#   test   run, and to run the tests
#   ci     test, and to check the format of the sources
#   check  ci, and to check the sources with scripts/check-all.sh
#   package  run, and to build and check the Debian package
#   bench  test, and the programs that scripts/bench.sh compares
#   fuzz   run, and to build the fuzzers
#   screenshots  run, and to make the pictures of the documentation
set -euo pipefail

run=(
    build-essential           # GCC 12 and the C++ library
    cmake                     # reads CMakePresets.json
    ninja-build               # the generator that the presets name
    ccache                    # makes repeated builds fast
    pkg-config                # finds librsvg and nettle
    qt6-base-dev              # Core, Gui, Network, Concurrent, DBus, Widgets, Test
    qt6-svg-dev               # writes the timeline as SVG
    qt6-charts-dev            # the charts of the concurrency lab
    libqt6opengl6-dev         # Qt Charts needs it; a part of qt6-base-dev in Debian 13
    qt6-tools-dev             # CMake functions for lrelease and lupdate
    qt6-l10n-tools            # the programs lrelease and lupdate
    librsvg2-dev              # checks and draws SVG flags
    libpango1.0-dev           # text in any language on contact sheets
    libseccomp-dev            # confines the process that draws pictures
    zlib1g-dev                # verifies the checksums of PNG flags, unpacks compressed responses
    nettle-dev                # SHA-256 of saved files
    libdeflate-dev            # compresses the PNG files that flags are converted to
    libexpected-dev           # results that are a value or an error
    libicu-dev                # countries, their names and codes
    iso-codes                 # country names of ISO 3166-1
    python3                   # converts the country names at build time; serves flags in the tests
    iso-flags-svg             # the source "debian", and the built-in pictures if flag-icons cannot be fetched
    ca-certificates           # certificates that npm and TLS trust
    qt6-image-formats-plugins # reads WebP
    qt6-wayland               # windows under Wayland
    qt6-translations-l10n     # texts of Qt, such as those of its dialogs, in other languages
    fonts-dejavu-core         # a window needs at least one font; has Arabic, which contact sheets may need
    fonts-wqy-microhei        # Chinese, Japanese and Korean names in the window and on contact sheets
)
test=(
    curl                      # a second client for --serve
    nginx-light               # a server with HTTP/2
    openssl                   # certificates for test servers
    poppler-utils             # reads the contact sheets
    qt6-base-private-dev      # makes Qt report accessibility events without a screen reader
    xvfb                      # a display for the test that uses the window through AT-SPI
    dbus-daemon               # its buses
    at-spi2-core
    python3-gi                # its client
    gir1.2-atspi-2.0
    librsvg2-bin              # rsvg-convert, to compare converted flags with
    bash-completion           # shells whose completions are tested
    fish
    zsh
    man-db                    # checks the manual
    mandoc
    desktop-file-utils        # checks the desktop file
    appstream                 # checks the metainfo
    python3-yaml              # reads the manifest of Flatpak
)
ci=(
    clang-format              # checks the format of the code
    git                       # lists the files to check
)
check=(
    clang-tidy                # finds common mistakes in C++
    clazy                     # finds common mistakes in the use of Qt
    cppcheck                  # finds mistakes that the other two do not, such as unused or uninitialised values
    shellcheck                # finds common mistakes in shell scripts
    codespell                 # finds misspelt words
    gcovr                     # reports the lines that the tests execute
    jq                        # the examples of the documents use it
)
package=(
    file                      # lets CPack find the programs in the package
    lintian                   # checks the package
)
bench=(
    libnginx-mod-http-echo    # adds delays to nginx, the server of all measurements
    iso-flags-png-320x240     # the PNG pictures of the benchmarks
    python3-pil               # makes the GIF pictures of the benchmarks
    aria2                     # clients to compare with
    wget2
    python3-aiohttp
    python3-httpx
    python3-h2                # HTTP/2 for httpx
    git                       # names the commit in the report
    valgrind                  # counts instructions where perf cannot
    xauth                     # with xvfb, a display for the window's benchmark
)

fuzz=(
    clang                     # libFuzzer and its sanitizers
    libclang-rt-dev
)

screenshots=(
    xvfb                      # a display for the program
    x11-utils                 # waits for the display
    xdotool                   # presses keys
    imagemagick               # stores the picture of the display
)

case "${1:-run}" in
    run) wanted=("${run[@]}") ;;
    test) wanted=("${run[@]}" "${test[@]}") ;;
    ci) wanted=("${run[@]}" "${test[@]}" "${ci[@]}") ;;
    check) wanted=("${run[@]}" "${test[@]}" "${ci[@]}" "${check[@]}") ;;
    package) wanted=("${run[@]}" "${package[@]}") ;;
    bench) wanted=("${run[@]}" "${test[@]}" "${bench[@]}") ;;
    fuzz) wanted=("${run[@]}" "${fuzz[@]}") ;;
    screenshots) wanted=("${run[@]}" "${screenshots[@]}") ;;
    *)
        echo "install-dependencies.sh: $1: allowed are run, test, ci, check, package, bench, fuzz and screenshots" >&2
        exit 2
        ;;
esac

# Debian 13 has some packages of Debian 12 as parts of others, which provide their names.
is_provided() {
    dpkg-query --show --showformat '${Provides}\n' | tr ',' '\n' | grep -E "^ *$1( |\$)" >/dev/null
}

missing=()
for package in "${wanted[@]}"; do
    status=$(dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || is_provided "$package" || missing+=("$package")
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

# Debian's npm depends on 360 packages. It is installed only if there is no other npm and the pictures are missing.
fetch_flags=$(dirname "${BASH_SOURCE[0]}")/fetch-flags.sh
if ! command -v npm >/dev/null && ! "$fetch_flags" 2>/dev/null; then
    install npm || true
fi
"$fetch_flags" || cat >&2 <<'END'
The built-in source serves the older pictures of iso-flags-svg. To get the newer ones, run scripts/install-dependencies.sh again.
END
