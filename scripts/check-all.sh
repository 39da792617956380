#!/usr/bin/env bash
# Every check of the project that is not a test. Needs the packages of `install-dependencies.sh check`. Exits with
# status 1 if there is a finding; all checks run nevertheless, and the last lines name those that found something.
#
# Usage: check-all.sh [--group GROUP ...] [--changed [REVISION]] [--limit N] [FILE ...]
#   --group     runs only the checks of this group; may be repeated (default: sources and program)
#                 sources   format, shell scripts, spelling, cppcheck, clang-tidy and clazy; builds nothing
#                 program   builds the preset release; rules of includes, lengths of files, translations, examples in documents
#                 coverage  scripts/coverage.sh: builds the preset coverage, runs the tests
#                 asan      builds the preset asan, runs the tests
#   --changed   cppcheck, clang-tidy and clazy check only the files that changed since REVISION (default: the last tag).
#               Without any tag, all files count as changed.
#   --limit N   these check only the N files that changed last, and print how many they leave out
#   FILE        these check only these files
# A file is checked together with its neighbours in its unity file, a header with the .cpp file of its name, or else with
# one that includes it. docs/CONTRIBUTING.md has the times.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
changed=
revision=
limit=0
files=()
groups=()

usage_error() {
    echo "check-all.sh: $1" >&2
    exit 2
}

while [ $# -gt 0 ]; do
    case $1 in
        --group)
            [[ ${2:-} =~ ^(sources|program|coverage|asan)$ ]] || usage_error "--group needs sources, program, coverage or asan"
            groups+=("$2")
            shift
            ;;
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
        -*) usage_error "$1: allowed are --group, --changed, --limit and files" ;;
        *)
            [ -f "$1" ] || usage_error "$1: there is no such file or revision"
            files+=("$1")
            ;;
    esac
    shift
done
[ -z "$changed" ] || [ ${#files[@]} -eq 0 ] || usage_error "--changed and files exclude each other"
[ ${#groups[@]} -gt 0 ] || groups=(sources program)

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

# Fills `sources` with the files that cppcheck, clang-tidy and clazy check.
choose_sources() {
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
    local existing=() file
    for file in "${files[@]}"; do
        [ ! -f "$file" ] || existing+=("$file")
    done
    if [ "$limit" -gt 0 ] && [ ${#existing[@]} -gt "$limit" ]; then
        echo "Checking the $limit files that changed last; $((${#existing[@]} - limit)) others are left out."
        existing=("${existing[@]:0:limit}")
    fi
    mapfile -t sources < <(for file in "${existing[@]}"; do source_of "$file"; done | awk 'NF && !seen[$0]++')
}

found=()
# check TITLE COMMAND...: runs a check and prints its time.
check() {
    local title=$1 began=$SECONDS
    shift
    echo "== $title"
    if "$@"; then echo "$((SECONDS - began)) s"; else
        found+=("$title")
        echo "$((SECONDS - began)) s, with findings"
    fi
}

check_format() {
    git ls-files -z -- '*.cpp' '*.h' | xargs -0 clang-format --dry-run -Werror || {
        echo "To format a file: clang-format -i FILE"
        return 1
    }
}

check_shell() {
    git ls-files -z -- '*.sh' '*.sh.in' .ci/run | xargs -0 shellcheck --severity=style
}

# Words of the code in camelCase, letters after a mnemonic, and names that are written like this are no words.
check_spelling() {
    # shellcheck disable=SC2016 # a regular expression
    local status=0 no_words='\b\w*[a-z][A-Z]\w*\b|\w*&(amp;)?\w+|General Public License|`[^`]*`'
    local codespell=(codespell --quiet-level 3 --ignore-words scripts/checks/known-words.txt --ignore-regex "$no_words")
    git ls-files -z -- app ui tests docs resources scripts cmake .ci .github '*.md' '*.txt' \
        ':!*.png' ':!tests/fuzz/corpus' ':!*.tsv' ':!*.ts' ':!*.json' ':!scripts/checks/*.txt' \
        | xargs -0 "${codespell[@]}" || status=1
    # British spelling, in what people read: documents, comments, and texts of the window and the terminal. The code uses
    # the American names of Qt.
    local british=("${codespell[@]}" --dictionary scripts/checks/american-words.txt)
    git ls-files -z -- '*.md' | xargs -0 "${british[@]}" || status=1
    git grep -n --only-matching -E '(^|[^:])//.*' -- '*.cpp' '*.h' | "${british[@]}" - || status=1
    grep -h '<source>' resources/translations/*.ts | "${british[@]}" - || status=1
    return "$status"
}

# Each finding is a fault or has an entry with a reason in the list of suppressions.
check_cppcheck() {
    local parts=() source
    for source in "${sources[@]}"; do
        case $source in app/* | ui/*) parts+=("$source") ;; esac
    done
    echo "${#parts[@]} files"
    [ ${#parts[@]} -eq 0 ] || cppcheck --quiet --enable=warning,performance,portability --std=c++20 --language=c++ \
        --library=qt '-DQ_DISABLE_COPY_MOVE(class)=' -I. -j2 --error-exitcode=1 --inline-suppr \
        --suppressions-list=scripts/checks/cppcheck-suppressions.txt \
        --template='{file}:{line}: {severity}: {message} [{id}]' "${parts[@]}"
}

check_clang() {
    [ ${#sources[@]} -gt 0 ] || {
        echo "No source file to check."
        return 0
    }
    scripts/checks/clang.sh "${sources[@]}"
}

build_program() {
    cmake --preset release >/dev/null && cmake --build --preset release --target flagfetch test_system test_language
}

check_rules() {
    QT_QPA_PLATFORM=offscreen ctest --preset release -R '^(tst_includes|tst_translations)$'
}

check_sanitizers() {
    FLAGFETCH_PRESET=asan scripts/test.sh -LE kill
}

for group in "${groups[@]}"; do
    case $group in
        sources)
            choose_sources
            check "Format" check_format
            check "Shell scripts" check_shell
            check "Spelling" check_spelling
            check "cppcheck" check_cppcheck
            check "clang-tidy and clazy" check_clang
            ;;
        program)
            check "Build" build_program
            check "Rules of includes, lengths of files, and complete translations" check_rules
            check "Examples and references of the documents" scripts/check-docs.sh
            ;;
        coverage) check "Coverage" scripts/coverage.sh ;;
        asan) check "Tests under AddressSanitizer and UndefinedBehaviorSanitizer" check_sanitizers ;;
    esac
done
for group in sources program coverage asan; do
    [[ " ${groups[*]} " == *" $group "* ]] || echo "Not run: group $group"
done
if [ ${#found[@]} -gt 0 ]; then
    printf 'check-all.sh: findings: %s\n' "${found[@]}" >&2
    exit 1
fi
echo "No finding."
