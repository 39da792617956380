#!/usr/bin/env bash
# Tests the committed state on a minimal Debian: installs one into a folder, clones the project into it, and runs the two
# commands of the README there. Needs root, debootstrap, git and the network.
#
# Usage: test-clean-machine.sh [bookworm|trixie]
#   FLAGFETCH_CLEAN_DIR  the folder of the Debian, removed afterwards (default: a new one in /var/tmp)
#   FLAGFETCH_KEEP=1     keeps the folder
set -euo pipefail

suite=${1:-bookworm}
case "$suite" in
    bookworm | trixie) ;;
    *)
        echo "test-clean-machine.sh: $suite: allowed are bookworm and trixie" >&2
        exit 2
        ;;
esac
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tree=${FLAGFETCH_CLEAN_DIR:-$(mktemp -d "/var/tmp/flagfetch-$suite.XXXXXX")}

# The first mirror in the apt sources of this machine.
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v -- -security | head -n 1)
[ -n "$mirror" ] || {
    echo "test-clean-machine.sh: the apt sources of this machine have no Debian mirror" >&2
    exit 1
}

clean_up() {
    umount --lazy "$tree/dev" "$tree/proc" 2>/dev/null || true
    if [ -z "${FLAGFETCH_KEEP:-}" ]; then rm -rf --one-file-system "$tree"; fi
}
trap clean_up EXIT

echo "== Debian $suite in $tree"
debootstrap --variant=minbase "$suite" "$tree" "$mirror" >/dev/null
cp /etc/resolv.conf /etc/hosts "$tree/etc/"
mount -t proc proc "$tree/proc"
mount --bind /dev "$tree/dev"
git clone --quiet "$project" "$tree/root/flagfetch"

# The certificates that this machine trusts, for machines behind a gateway with a private certificate.
variables=(PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8)
if [ -f /etc/ssl/certs/ca-certificates.crt ]; then
    cp /etc/ssl/certs/ca-certificates.crt "$tree/root/certificates.crt"
    variables+=(npm_config_cafile=/root/certificates.crt)
fi
for name in http_proxy https_proxy no_proxy npm_config_registry; do
    if [ -n "${!name:-}" ]; then variables+=("$name=${!name}"); fi
done
inside() { env -i "${variables[@]}" chroot "$tree" bash -c "cd /root/flagfetch && $1"; }

echo "== scripts/run.sh"
inside scripts/run.sh
flags=$(inside 'ls downloads | grep -c "^[A-Z][A-Z]-"')
[ "$flags" -eq 20 ] || {
    echo "test-clean-machine.sh: scripts/run.sh left $flags flags, not 20" >&2
    exit 1
}

echo "== scripts/test.sh"
inside scripts/test.sh
echo "== Debian $suite: both commands passed"
