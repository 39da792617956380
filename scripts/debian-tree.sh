# shellcheck shell=bash
# Functions for tests in a minimal Debian in a folder, a tree. Sourced by test-clean-machine.sh and test-package.sh.
# They need root, debootstrap and the network.

# make_tree SUITE TREE: installs Debian into the folder, from the first mirror of Debian in the apt sources of this machine.
make_tree() {
    local suite=$1 tree=$2 mirror
    # shellcheck disable=SC2016 # apt-get expands it
    mirror=$(apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 'Created-By: Packages' \
        | awk -F '|' '$1 == "Debian" && $2 == "Debian" && $3 ~ /^(https?|file):/ && !count++ { print $3 }')
    if [ -z "$mirror" ]; then
        echo "debian-tree.sh: the apt sources of this machine have no Debian mirror" >&2
        return 1
    fi
    chmod 755 "$tree" # mktemp keeps other users out, such as that of apt
    debootstrap --variant=minbase "$suite" "$tree" "$mirror" >/dev/null
    cp /etc/resolv.conf /etc/hosts "$tree/etc/"
    mount -t proc proc "$tree/proc"
    mount --bind /dev "$tree/dev"
    mount --bind /dev/pts "$tree/dev/pts" # terminals for the test of completions
    # The certificates that this machine trusts, for machines behind a gateway with a private certificate.
    if [ -f /etc/ssl/certs/ca-certificates.crt ]; then
        cp /etc/ssl/certs/ca-certificates.crt "$tree/root/certificates.crt"
    fi
}

# in_tree TREE COMMAND: runs a command of bash in the tree, in /root, with the proxy settings of this machine.
in_tree() {
    local tree=$1 command=$2 name
    local variables=(PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8)
    variables+=(DEBIAN_FRONTEND=noninteractive)
    if [ -f "$tree/root/certificates.crt" ]; then variables+=(npm_config_cafile=/root/certificates.crt); fi
    for name in http_proxy https_proxy no_proxy npm_config_registry; do
        if [ -n "${!name:-}" ]; then variables+=("$name=${!name}"); fi
    done
    env -i "${variables[@]}" chroot "$tree" bash -c "cd /root && $command"
}

# remove_tree TREE: removes what make_tree made, or with FLAGFETCH_KEEP only its mounts.
remove_tree() {
    local tree=$1 mounted path
    for mounted in tmp/.X11-unix dev/pts dev proc; do
        if mountpoint --quiet "$tree/$mounted"; then umount --lazy "$tree/$mounted"; fi
    done
    if [ -n "${FLAGFETCH_KEEP:-}" ]; then return; fi
    # A folder that is still mounted there belongs to this machine. The kernel writes a space in a path as \040.
    path=$(realpath -- "$tree")
    if grep --quiet --fixed-strings " ${path// /\\040}/" /proc/self/mountinfo; then
        echo "debian-tree.sh: $tree still has mounts, and is not removed" >&2
        return 1
    fi
    rm -rf --one-file-system "$tree"
}

# check_suite SCRIPT SUITE: the releases of Debian that are supported.
check_suite() {
    case "$2" in
        bookworm | trixie) ;;
        *)
            echo "$1: $2: allowed are bookworm and trixie" >&2
            return 2
            ;;
    esac
}
