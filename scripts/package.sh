#!/usr/bin/env bash
# Installs missing packages and builds the Debian package of Flagfetch for this release of Debian, without the tests.
# Puts it into build/packages and checks it with lintian; exits with status 1 if there is an error.
#
# Usage: package.sh
#   DEBFULLNAME, DEBEMAIL  the maintainer, as for the tools of Debian (default: the contributors, without an address)
set -euo pipefail
umask 022

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
if [[ $project =~ [[:space:]] ]]; then # the flags of the compiler are divided at spaces
    echo "package.sh: $project: the path of the project must not contain spaces" >&2
    exit 1
fi
"$project/scripts/install-dependencies.sh" package
cd "$project"

version=$(sed -n 's/^ *VERSION \([0-9.]*\)$/\1/p' CMakeLists.txt)
release=$(sed -n 's/^VERSION_ID="\(.*\)"$/\1/p' /etc/os-release)
: "${version:?CMakeLists.txt has no version}" "${release:?/etc/os-release has no VERSION_ID}"
options=(
    -DBUILD_TESTING=OFF
    -DFLAGFETCH_DEBIAN_PACKAGE=ON
    -DFLAGFETCH_DEBIAN_VERSION="$version+deb$release"
    -DFLAGFETCH_ZSH_COMPLETIONS_DIR=share/zsh/vendor-completions
    -DCMAKE_INSTALL_PREFIX=/usr
    -DCMAKE_CXX_FLAGS="-ffile-prefix-map=$project=."
)
if [ -n "${DEBFULLNAME:-}" ] && [ -n "${DEBEMAIL:-}" ]; then
    options+=(-DFLAGFETCH_MAINTAINER="$DEBFULLNAME <$DEBEMAIL>")
fi
cmake --preset release -B build/package "${options[@]}"
cmake --build build/package

rm -rf build/packages
cpack --config build/package/CPackConfig.cmake -B build/packages
rm -rf build/packages/_CPack_Packages
package=$(echo "$project"/build/packages/flagfetch_*.deb)

# A path of this computer would reveal it, and would be searched on others.
unpacked=$(mktemp -d)
trap 'rm -rf "$unpacked"' EXIT
dpkg-deb --extract "$package" "$unpacked"
# Manual pages and the changelog are compressed.
find "$unpacked" -name '*.gz' -exec gunzip {} +
if grep --recursive --quiet --fixed-strings "$project/" "$unpacked"; then
    echo "package.sh: the package contains the path $project" >&2
    exit 1
fi

allow_root=()
[ "$(id -u)" -ne 0 ] || allow_root=(--allow-root)
lintian --fail-on error "${allow_root[@]}" "$package"
echo "$package"
