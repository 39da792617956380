#!/usr/bin/env bash
# Checks the sources: clang-format, clang-tidy (see .clang-tidy) and clazy (level 1). Needs the packages of
# `install-dependencies.sh check`. Exits with status 1 if there is a finding. Configures build/check but builds
# nothing there. Both tools take several files at once, as the build does (CMake's unity files): most of their time
# goes into the headers of Qt.
#
# Usage: check-all.sh [--changed [REVISION]] [--limit N] [FILE ...]
#   --changed   checks only the files that changed since REVISION (default: the last tag). Without any tag,
#               all files count as changed.
#   --limit N   checks only the N files that changed last, and prints how many it leaves out
#   FILE        checks only these files
# The format is checked in all files. A file is checked together with its neighbours in its unity file, a header with
# the .cpp file of its name, or else with one that includes it.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
build=$PWD/build/check
jobs=2
changed=
revision=
limit=0
files=()

usage_error() {
    echo "check-all.sh: $1" >&2
    exit 2
}

while [ $# -gt 0 ]; do
    case $1 in
        --changed)
            changed=1
            if [ $# -gt 1 ] && git rev-parse --quiet --verify "$2^{commit}" >/dev/null; then
                revision=$2
                shift
            fi
            ;;
        --limit)
            [[ ${2:-} =~ ^[1-9][0-9]*$ ]] || usage_error "--limit needs a number"
            limit=$2
            shift
            ;;
        -*) usage_error "$1: allowed are --changed, --limit and files" ;;
        *)
            [ -f "$1" ] || usage_error "$1: there is no such file or revision"
            files+=("$1")
            ;;
    esac
    shift
done
[ -z "$changed" ] || [ ${#files[@]} -eq 0 ] || usage_error "--changed and files exclude each other"

# The paths of changed files, the last changed first. May contain duplicates and files that do not exist any more.
changed_paths() {
    local range=HEAD
    [ -z "$revision" ] || range=$revision..HEAD
    git diff --name-only HEAD
    git ls-files --others --exclude-standard
    git log --format= --name-only "$range"
}

# The .cpp file that includes a header, or the file itself; nothing if no .cpp file includes it.
source_of() {
    case $1 in
        *.cpp) echo "$1" ;;
        *) if [ -f "${1%.h}.cpp" ]; then echo "${1%.h}.cpp"; else
            git grep --files-with-matches --fixed-strings "#include \"$1\"" -- '*.cpp' | head -n 1 || true
        fi ;;
    esac
}

if [ ${#files[@]} -eq 0 ]; then
    if [ -n "$changed" ] && [ -z "$revision" ]; then
        revision=$(git describe --tags --abbrev=0 2>/dev/null || true)
        echo "== Changes since ${revision:-the first commit}"
    fi
    if [ -n "$changed" ] || [ "$limit" -gt 0 ]; then
        mapfile -t files < <(changed_paths | grep -E '^(app|ui|tests)/.*\.(cpp|h)$' | awk '!seen[$0]++')
    else
        mapfile -t files < <(git ls-files -- '*.cpp' '*.h')
    fi
fi

existing=()
for file in "${files[@]}"; do
    [ ! -f "$file" ] || existing+=("$file")
done
if [ "$limit" -gt 0 ] && [ ${#existing[@]} -gt "$limit" ]; then
    echo "Checking the $limit files that changed last; $((${#existing[@]} - limit)) others are left out."
    existing=("${existing[@]:0:limit}")
fi

echo "== Format of all files"
git ls-files -z -- '*.cpp' '*.h' | xargs -0 clang-format --dry-run -Werror

mapfile -t sources < <(for file in "${existing[@]}"; do source_of "$file"; done | awk 'NF && !seen[$0]++')
if [ ${#sources[@]} -eq 0 ]; then
    echo "No source file to check with clang-tidy and clazy."
    exit 0
fi

# Compiler commands without ccache, which clang-tidy would take for the compiler, and without -Werror, because
# clang knows other warnings than GCC.
echo "== Configure $build"
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
    if [ "$status" -ne 0 ]; then echo "check-all.sh: findings in $unit"; fi
    return "$status"
}
version=$(ldd "$(command -v clazy-standalone)" | sed -n 's/.*libclang-cpp\.so\.\([0-9]*\).*/\1/p' | head -n 1)
resources=$("clang-$version" -print-resource-dir)
export build resources
export -f check_unit

echo "== clang-tidy and clazy on ${#sources[@]} files, in ${#units[@]} runs"
printf '%s\0' "${units[@]}" | xargs -0 --max-args=1 --max-procs="$jobs" bash -c 'check_unit "$1"' check \
    || {
        echo "check-all.sh: the checks found something" >&2
        exit 1
    }
echo "No finding in ${#sources[@]} files."
