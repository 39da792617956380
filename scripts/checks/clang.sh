#!/usr/bin/env bash
# clang-tidy (see .clang-tidy) and clazy (level 1) on the given source files. Called by check-all.sh. Configures build/check
# but builds nothing there. Both tools take several files at once, as the build does (CMake's unity files): most of their
# time goes into the headers of Qt. Exits with status 1 if there is a finding.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=$PWD/build/check
jobs=2
sources=("$@")

# Compiler commands without ccache, which clang-tidy would take for the compiler, and without -Werror, because
# clang knows other warnings than GCC.
cmake --preset dev -B "$build" -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=10 \
    -DCMAKE_EXPORT_COMPILE_COMMANDS=ON -DCCACHE=OFF -DCMAKE_COMPILE_WARNING_AS_ERROR=OFF >/dev/null

# The unity file that includes a source, or else the source, such as a fuzzer, which only clang builds.
unit_of() {
    sed -n 's/.*"file": "\(.*unity_[^"]*\)".*/\1/p' "$build/compile_commands.json" \
        | xargs grep --files-with-matches --fixed-strings "\"$PWD/$1\"" | head -n 1 | grep . || echo "$1"
}
mapfile -t units < <(for source in "${sources[@]}"; do unit_of "$source"; done | awk '!seen[$0]++')

# Nothing is linked, so empty files stand in for what moc generates. Running moc through CMake would first build
# the libraries that each target needs.
mkdir -p "$build/empty"
git grep -h --only-matching -E '#include "([a-z_0-9]+\.moc|moc_[a-z_0-9]+\.cpp)"' -- '*.cpp' \
    | cut -d'"' -f2 | (cd "$build/empty" && xargs touch)

check_unit() {
    local unit=$1 output status=0
    # Its standard error only counts suppressed warnings.
    output=$(clang-tidy -p "$build" --quiet --extra-arg="-I$build/empty" "$unit" 2>/dev/null) || status=1
    if [ "$status" -ne 0 ]; then printf '%s\n' "$output"; fi

    # clazy exits with 0 despite warnings, and needs -resource-dir to find clang's own headers. Two checks are
    # excluded: non-pod-global-static, because each test registers itself with a static object, and
    # strict-iterators, because QT_STRICT_ITERATORS lets the compiler report that. In tests a copy costs nothing.
    local checks=level1,no-non-pod-global-static,no-strict-iterators
    case $unit in */tests/* | tests/*) checks+=,no-detaching-temporary,no-container-anti-pattern ;; esac
    output=$(CLAZY_IGNORE_DIRS='/usr/.*' clazy-standalone -p "$build" -checks="$checks" \
        -extra-arg="-resource-dir=$resources" -extra-arg="-I$build/empty" "$unit" 2>&1) || status=1
    if [ "$status" -ne 0 ] || grep --quiet --extended-regexp '\[-Wclazy|error:' <<<"$output"; then
        status=1
        grep --extended-regexp --after-context=2 '\[-Wclazy|error:' <<<"$output" || true
    fi
    if [ "$status" -ne 0 ]; then echo "clang.sh: findings in $unit"; fi
    return "$status"
}
version=$(ldd "$(command -v clazy-standalone)" | sed -n 's/.*libclang-cpp\.so\.\([0-9]*\).*/\1/p' | head -n 1)
resources=$("clang-$version" -print-resource-dir)
export build resources
export -f check_unit

echo "${#sources[@]} files, in ${#units[@]} runs"
# shellcheck disable=SC2016 # the inner shell expands $1
printf '%s\0' "${units[@]}" | xargs -0 --max-args=1 --max-procs="$jobs" bash -c 'check_unit "$1"' check
