#!/usr/bin/env bash
# Unpacks the pictures of the built-in source to build/flag-icons: a pinned version of the npm package flag-icons, checked by
# its SHA-512. The package is cached in XDG_CACHE_HOME, so the network is needed only once. Exits with status 1 and
# leaves no files if the package cannot be fetched or is not the pinned one.
set -euo pipefail

package=flag-icons
version=7.5.0
sha512=91df8c357be21488398628c7efaeadb7edf1efa7a57b5017968e330dd0b122fa966612ade13f376ceb7150e38c953c7f11c15d50c1f9caf420625161d44aaa16

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
target=$project/build/$package
cache=${XDG_CACHE_HOME:-$HOME/.cache}/flagfetch
archive=$cache/$package-$version.tgz

fail() {
    echo "fetch-flags.sh: $1" >&2
    exit 1
}

is_pinned() {
    [ -f "$1" ] && [ "$(sha512sum <"$1" | cut -d' ' -f1)" = "$sha512" ]
}

[ "$(cat "$target/unpacked" 2>/dev/null)" != "$sha512" ] || exit 0

mkdir -p "$cache"
if ! is_pinned "$archive"; then
    command -v npm >/dev/null || fail "npm is needed to fetch $package $version"
    fetched=$(mktemp -d "$cache/fetch.XXXXXX")
    trap 'rm -rf "$fetched"' EXIT
    echo "Fetching $package $version"
    (cd "$fetched" && timeout 120 npm pack --silent "$package@$version" >/dev/null) || fail "$package $version cannot be fetched"
    is_pinned "$fetched/$package-$version.tgz" || fail "the fetched package is not $package $version: its SHA-512 differs"
    mv "$fetched/$package-$version.tgz" "$archive"
fi

mkdir -p "$project/build"
unpacked=$(mktemp -d "$project/build/$package.XXXXXX")
trap 'rm -rf "${fetched:-}" "$unpacked"' EXIT
tar --extract --gzip --file "$archive" --directory "$unpacked" --strip-components 1 --no-same-owner \
    package/LICENSE package/package.json package/country.json package/flags
chmod -R u=rwX,go=rX "$unpacked"
echo "$sha512" > "$unpacked/unpacked"
rm -rf "$target"
mv "$unpacked" "$target"
