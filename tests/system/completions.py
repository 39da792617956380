#!/usr/bin/env python3
"""Checks the completions of flagfetch in the shells that are installed.

Usage: completions.py FLAGFETCH FOLDER SOURCES

FOLDER has the completions that the build wrote, SOURCES is the folder of the project. Each shell completes the
same lines, with the real program on its PATH. Exits with 77 (skipped) if no shell with completions is installed.
"""

import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
BASH_COMPLETION = pathlib.Path("/usr/share/bash-completion/bash_completion")
FILES = {"bash": "flagfetch", "zsh": "_flagfetch", "fish": "flagfetch.fish"}

# A line, words that must be offered, and words that must not.
CASES = [
    ("flagfetch --ver", {"--verify", "--verbose", "--version"}, {"--headless"}),
    ("flagfetch --conflict ", {"overwrite", "skip", "rename"}, {"--conflict", "flags"}),
    ("flagfetch --headless --conflict=", {"overwrite", "skip", "rename"}, {"flags"}),
    ("flagfetch --paper A", {"A4", "A4-landscape", "A3", "A3-landscape"}, {"Letter"}),
    ("flagfetch -s b", {"builtin", "builtin-1x1", "builtin-slow", "builtin-faulty"}, {"debian"}),
    ("flagfetch --headless --server ", {"builtin", "flagcdn", "mine"}, {"DE"}),
    ("flagfetch --verify f", {"flags"}, {"file.json"}),
    ("flagfetch --from f", {"flags", "file.json"}, set()),
    ("flagfetch D", {"DE", "DJ", "DK", "DM", "DO", "DZ"}, {"FR"}),
    ("flagfetch FR D", {"DE", "DJ", "DK", "DM", "DO", "DZ"}, {"FR"}),
]
FILTERS = ("flagfetch continent:a", {"africa", "americas", "antarctica", "asia"}, {"europe"})


def environment(home, program):
    (home / "bin").mkdir()
    (home / "bin" / "flagfetch").symlink_to(program)
    (home / "flags").mkdir()
    (home / "file.json").touch()
    config = home / ".config" / "flagfetch"
    config.mkdir(parents=True)
    source = '[{"id": "mine", "title": "Mine", "image": "http://localhost:9/{cc}.svg", "codes": ["FR"]}]'
    (config / "sources.json").write_text(source)
    return {
        "PATH": f"{home}/bin:{os.environ['PATH']}",
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "TERM": "vt100",
        "ASAN_OPTIONS": "detect_leaks=0",
    }


def in_bash(line, file, home, variables):
    """Calls the function as readline does, which splits words at = and :."""
    script = """
        source "$1"; source "$2"
        COMP_LINE=$3; COMP_POINT=${#COMP_LINE}
        shift 3; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
        _flagfetch flagfetch "${COMP_WORDS[COMP_CWORD]}"
        printf '%s\\n' "${COMPREPLY[@]}"
    """
    words = re.findall(r"[^\s=:]+|[=:]", line)
    words += [""] if line.endswith(" ") else []
    command = ["bash", "--norc", "-c", script, "bash", str(BASH_COMPLETION), file, line, *words]
    ended = subprocess.run(command, env=variables, cwd=home, capture_output=True, text=True, timeout=60)
    if ended.stderr:
        print(ended.stderr, file=sys.stderr)
    return set(ended.stdout.split("\n"))


def in_fish(line, file, home, variables):
    command = ["fish", "--no-config", "-c", 'source "$argv[1]"; complete --do-complete "$argv[2]"', file, line]
    ended = subprocess.run(command, env=variables, cwd=home, capture_output=True, text=True, timeout=60)
    offered = {row.partition("\t")[0] for row in ended.stdout.splitlines()}
    return {word.partition("=")[2] or word for word in offered}  # fish repeats --conflict=


class NoTerminal(Exception):
    pass


class Zsh:
    """An interactive zsh: it completes only in its line editor."""

    def __init__(self, file, home, variables):
        try:
            self.pid, self.terminal = pty.fork()
        except OSError as error:  # as in a chroot without /dev/pts
            raise NoTerminal(f"no terminal ({error})") from error
        if self.pid == 0:
            os.chdir(home)
            os.execvpe("zsh", ["zsh", "-f", "-i"], variables)
        folder = pathlib.Path(file).parent
        self.read_until("%", 20)
        self.write(f"stty columns 200; fpath=({folder} $fpath); autoload -U compinit; compinit -u -D; LISTMAX=1000\n")
        self.write("PS1=; print rea''dy\n")
        self.read_until("ready", 60)

    def write(self, text):
        os.write(self.terminal, text.encode())

    def read_until(self, text, seconds):
        """What arrives until the text, and for a moment after it."""
        got = ""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            ready, _, _ = select.select([self.terminal], [], [], 0.3)
            if ready:
                got += os.read(self.terminal, 65536).decode("utf-8", "replace")
            elif text in got:
                return got
        return got

    def complete(self, line, sought):
        self.write(line + "\x04")  # Ctrl-D lists without choosing
        got = self.read_until(sought, 20)
        self.write("\x15\n")  # Ctrl-U clears the line
        self.read_until("", 2)
        plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", " ", got).replace("\x00", "")  # NUL is padding
        return set(plain.replace(line.rstrip(), " ").split())

    def close(self):
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


def problems(shell, offered, case):
    line, wanted, unwanted = case
    offered = {word.strip().rstrip("/") for word in offered}
    missing = wanted - offered
    wrong = unwanted & offered
    if missing or wrong:
        yield f"{shell}: “{line}” lacks {sorted(missing)}, has {sorted(wrong)} of {sorted(offered)[:30]}"


def check_shell(shell, file, home, variables):
    cases = list(CASES)
    if shell == "bash":
        cases.append(FILTERS)  # after the colon, which splits words
        cases.append(("flagfetch d", {"DE", "DZ"}, {"FR"}))
    else:
        line, wanted, unwanted = FILTERS
        cases.append((line, *({f"continent:{word}" for word in words} for words in (wanted, unwanted))))
    found = []
    zsh = Zsh(file, home, variables) if shell == "zsh" else None
    for case in cases:
        if zsh:
            offered = zsh.complete(case[0], sorted(case[1])[0])
        else:
            offered = {"bash": in_bash, "fish": in_fish}[shell](case[0], file, home, variables)
        found += problems(shell, offered, case)
    if zsh:
        zsh.close()
    return found


def check_options(folder, options):
    """Every option of --help is in the file of each shell."""
    forms = {
        "bash": (r"--{}(?![\w-])", r" -{} "),
        "zsh": (r"--{}[=\[}}]", r"\{{-{}[+,]"),
        "fish": (r"--long-option {} ", r"--short-option {} "),
    }
    for shell, (long, short) in forms.items():
        text = (folder / FILES[shell]).read_text(encoding="utf-8")
        for option in options:
            if not re.search(long.format(option.long), text):
                yield f"{shell}: --{option.long} is missing"
            if option.short and not re.search(short.format(option.short), text):
                yield f"{shell}: -{option.short} is missing"


def main():
    program, folder, sources = (pathlib.Path(path).resolve() for path in sys.argv[1:])
    sys.path.insert(0, str(sources / "packaging"))
    import programhelp

    options = [entry for section in programhelp.read(str(program)).options for entry in section.entries]
    found = list(check_options(folder, options))
    checked = []
    for shell, file in FILES.items():
        if shutil.which(shell) is None or (shell == "bash" and not BASH_COMPLETION.exists()):
            print(f"skipped: {shell}{'-completion' if shell == 'bash' else ''} is not installed")
            continue
        try:
            with tempfile.TemporaryDirectory(prefix="flagfetch-completions-") as home:
                found += check_shell(shell, str(folder / file), home, environment(pathlib.Path(home), program))
        except NoTerminal as reason:
            print(f"skipped: {shell}: {reason}")
            continue
        checked.append(shell)
    for problem in found:
        print(problem, file=sys.stderr)
    print(f"{len(options)} options in 3 files; {len(CASES)} lines in {', '.join(checked) or 'no shell'}")
    sys.exit(1 if found else 0 if checked else SKIPPED)


if __name__ == "__main__":
    main()
