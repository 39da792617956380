#!/usr/bin/env bash
# Checks that a program was built with the hardening of cmake/BuildSettings.cmake.
# Usage: hardening.sh PROGRAM COMPILE_COMMANDS
set -euo pipefail

program=$1
commands=$2
missing=0

need() { # TEXT PATTERN READELF-OPTION...
    local text=$1 pattern=$2 read
    shift 2
    read=$(readelf --wide "$@" "$program")
    if ! grep --quiet --extended-regexp -- "$pattern" <<<"$read"; then
        echo "missing: $text" >&2
        missing=1
    fi
}

need "position-independent executable" 'Type:.*DYN' --file-header
need "position-independent executable" 'FLAGS_1.*PIE' --dynamic
need "relocations read-only after start" 'GNU_RELRO' --program-headers
need "every symbol bound at start" 'FLAGS_1.*NOW' --dynamic
need "stack that is not executable" 'GNU_STACK.* RW ' --program-headers
need "stack protector" '__stack_chk_fail' --dyn-syms

# readelf cannot show these: the code calls no function that FORTIFY replaces, and Debian's startup files lack the note of
# control-flow protection, so the linker drops ours.
flags=(-D_FORTIFY_SOURCE=2 -fstack-clash-protection)
[ "$(uname -m)" != x86_64 ] || flags+=(-fcf-protection=full)
for flag in "${flags[@]}"; do
    without=$(grep '"command"' "$commands" | grep -E '/(app|ui)/[a-z/]*\.cpp' | grep --count --invert-match -- "$flag" || true)
    if [ "$without" -ne 0 ]; then
        echo "missing: $flag in $without files" >&2
        missing=1
    fi
done
exit "$missing"
