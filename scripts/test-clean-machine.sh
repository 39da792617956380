#!/usr/bin/env bash
# Proves that the two commands of the README are enough: installs a minimal Debian into a temporary folder, clones the last commit into
# it, and runs scripts/run.sh and scripts/test.sh there, nothing else. Takes about half an hour. Needs root, debootstrap, git and the network.
#
# Usage: test-clean-machine.sh [bookworm|trixie]   (default: bookworm)
# FLAGFETCH_MIRROR names a Debian mirror; without it the first one of this machine's apt sources is used.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
suite=${1:-bookworm}
case "$suite" in
    bookworm | trixie) ;;
    *)
        echo "test-clean-machine.sh: $suite: allowed are bookworm and trixie" >&2
        exit 2
        ;;
esac
if [ "$(id -u)" -ne 0 ]; then
    echo "test-clean-machine.sh: needs root, to install a system and to change into it" >&2
    exit 1
fi
for tool in debootstrap git; do
    command -v "$tool" >/dev/null || { echo "test-clean-machine.sh: needs $tool; install it with apt-get" >&2; exit 1; }
done

mirror=${FLAGFETCH_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' | sed -n 1p)}
if [ -z "$mirror" ]; then
    echo "test-clean-machine.sh: apt knows no Debian mirror; run apt-get update, or set FLAGFETCH_MIRROR" >&2
    exit 1
fi

tree=$(mktemp --directory --tmpdir "flagfetch-$suite.XXXXXX")
cleanup() {
    local mounted
    for mounted in dev/shm dev proc; do
        ! mountpoint --quiet "$tree/$mounted" || umount "$tree/$mounted"
    done
    # Never into a file system that is still mounted there.
    rm --recursive --force --one-file-system "$tree"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

echo "== Debian $suite from $mirror"
debootstrap --variant=minbase "$suite" "$tree" "$mirror"
cp /etc/resolv.conf /etc/hosts "$tree/etc/"
# Servers that packages bring must not be started: they would run on this machine.
printf '#!/bin/sh\nexit 101\n' >"$tree/usr/sbin/policy-rc.d"
chmod +x "$tree/usr/sbin/policy-rc.d"
# npm trusts what this machine trusts. The tree's own list of certificates is replaced when packages are installed.
environment=()
if [ -r /etc/ssl/certs/ca-certificates.crt ]; then
    cp /etc/ssl/certs/ca-certificates.crt "$tree/etc/host-certificates.crt"
    environment+=(npm_config_cafile=/etc/host-certificates.crt)
fi
for variable in http_proxy https_proxy no_proxy; do
    [ -z "${!variable:-}" ] || environment+=("$variable=${!variable}")
done
mount -t proc proc "$tree/proc"
mount --bind /dev "$tree/dev"
mount --make-private "$tree/dev" # or the next line would hide this machine's own /dev/shm
mount -t tmpfs tmpfs "$tree/dev/shm"

git clone --quiet --no-hardlinks "$project" "$tree/root/flagfetch"
echo "== Commit $(git -C "$tree/root/flagfetch" log -1 --format='%h %s')"
for command in scripts/run.sh scripts/test.sh; do
    echo "== $command"
    env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root "${environment[@]}" \
        chroot "$tree" bash -c "cd /root/flagfetch && $command"
done
echo "== Debian $suite: both commands succeeded"
