#!/usr/bin/env python3
"""Writes completions of flagfetch for bash, zsh and fish from its --help.

Usage: make_completions.py --program FLAGFETCH --output FOLDER

Writes FOLDER/flagfetch (bash), FOLDER/_flagfetch (zsh) and FOLDER/flagfetch.fish. The names of an option's value in
--help say what it is: DIR, FILE, PEM and S. Sources and codes of countries come from the program when a
user presses Tab, so the user's own sources are among them.
"""

import argparse
import pathlib
import re

import programhelp

# Values of options that take one of a few words. Each word is in the text of the option, which is checked.
CHOICES = {
    "columns": ["fit"],  # or a number
    "conflict": ["overwrite", "skip", "rename"],
    "crop": ["square", "circle"],
    "format": ["svg", "png", "webp", "jpg", "gif"],
    "paper": ["A4", "A4-landscape", "A3", "A3-landscape", "Letter", "Letter-landscape"],
    "proxy": ["system", "none", "http://", "socks5://"],
}
WARNING = "Written by packaging/make_completions.py from the program's --help."


def kind_of(entry):
    """What the value of the option is: choice, folder, file, source, or free. Empty for a switch."""
    if not entry.value:
        return ""
    if entry.long in CHOICES:
        return "choice"
    return {"DIR": "folder", "FILE": "file", "PEM": "file", "S": "source"}.get(entry.value, "free")


def brief(text):
    """The beginning of a text, which fits beside an option."""
    text = re.split(r"; |, such as |, if the ", re.sub(r" \([^)]*\)", "", text))[0]
    before, colon, _ = text.partition(": ")
    if colon and " " in before and "--" not in before:
        text = before
    return text if len(text) <= 70 else text[:70].rsplit(" ", 1)[0] + " ..."


def flags_of(entry):
    return [f"--{entry.long}"] + ([f"-{entry.short}"] if entry.short else [])


def filters(program):
    """Every filter of countries, such as continent:africa. The program lists them in a message."""
    found = []
    for kind in ("continent", "region", "group"):
        message = programhelp.run(program, "--headless", f"{kind}:?")
        words = re.search(r"allowed are (.+)", message)
        if not words:
            raise ValueError(f"no {kind}s in: {message}")
        found += [f"{kind}:{word}" for word in words.group(1).split(", ")]
    return found


def options_of(program):
    options = [entry for section in programhelp.read(program).options for entry in section.entries]
    for name, words in CHOICES.items():
        text = next((entry.text for entry in options if entry.long == name), "")
        for word in words:
            if word.split("-")[0] not in text:
                raise ValueError(f"--{name} does not take {word}: {text}")
    return options


BASH = r"""# bash completion for flagfetch. @warning@
# shellcheck disable=SC2034 # variables of bash-completion

_flagfetch_first_column() {
    "$@" 2>/dev/null | while read -r word _; do printf '%s\n' "$word"; done
}

_flagfetch() {
    local cur prev words cword split
    _init_completion -s -n : || return
    case $prev in
@cases@
    esac
    if "${split:-false}"; then return; fi
    if [[ $cur == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W '@options@' -- "$cur")
    else
        # Codes are upper case, filters lower case.
        mapfile -t COMPREPLY < <(
            compgen -W "$(_flagfetch_first_column "$1" --list-countries)" -- "${cur^^}"
            compgen -W '@filters@' -- "$cur"
        )
        __ltrim_colon_completions "$cur"
    fi
} && complete -F _flagfetch flagfetch
"""


def bash_case(entries, action):
    names = "|".join(name for entry in entries for name in flags_of(entry))
    return "\n".join([f"        {names})", *(f"            {line}" for line in [*action, "return", ";;"])])


def bash(options, words):
    offer = "mapfile -t COMPREPLY < <(compgen -W {} -- \"$cur\")"
    actions = {
        "folder": ["_filedir -d"],
        "file": ["_filedir"],
        "source": [offer.format('"$(_flagfetch_first_column "$1" --list-sources)"')],
        "free": [],
    }
    cases = []
    for kind, action in actions.items():
        entries = [entry for entry in options if kind_of(entry) == kind]
        if entries:
            cases.append(bash_case(entries, action))
    for entry in options:
        if kind_of(entry) == "choice":
            action = [offer.format(f"'{' '.join(CHOICES[entry.long])}'"), '__ltrim_colon_completions "$cur"']
            cases.append(bash_case([entry], action))
    names = " ".join(name for entry in options for name in flags_of(entry))
    return filled(BASH, cases="\n".join(cases), options=names, filters=" ".join(words))


ZSH = r"""#compdef flagfetch
# @warning@

_flagfetch_sources() {
    local -a found
    found=(${(f)"$(${words[1]} --list-sources 2>/dev/null | sed -E 's/ +/:/')"})
    _describe -t sources source found
}

_flagfetch_countries() {
    local -a found filters
    # The code, and the name in the last column.
    found=(${(f)"$(${words[1]} --list-countries 2>/dev/null | sed -E 's/^([A-Z]+) .*  /\1:/')"})
    filters=(@filters@)
    _describe -t countries country found
    compadd -J filters -X filter -a filters
}

_flagfetch() {
    _arguments -s -S \
@options@
        '*:country:_flagfetch_countries'
}

_flagfetch "$@"
"""


def zsh(options, words):
    actions = {"folder": "_files -/", "file": "_files", "source": "_flagfetch_sources", "free": " "}
    lines = []
    for entry in options:
        kind = kind_of(entry)
        action = actions.get(kind, "")
        if kind == "choice":
            action = "(" + " ".join(CHOICES[entry.long]).replace(":", r"\:") + ")"
        text = re.sub(r"([][\\])", r"\\\1", brief(entry.text)).replace("'", r"'\''")
        end = f"[{text}]" + (f":{entry.value}:{action}" if kind else "")
        sign = "=" if kind else ""
        # Every --server adds a source; other options are offered once.
        group = "'*'" if kind == "source" else f"'({' '.join(flags_of(entry))})'"
        if entry.short:
            lines.append(f"{group}{{-{entry.short}{'+' if kind else ''},--{entry.long}{sign}}}'{end}'")
        else:
            lines.append(f"'{'*' if kind == 'source' else ''}--{entry.long}{sign}{end}'")
    return filled(ZSH, options="\n".join(f"        {line} \\" for line in lines), filters=" ".join(words))


FISH = r"""# @warning@

function __flagfetch_sources
    flagfetch --list-sources 2>/dev/null | string replace --regex ' +' \t
end

function __flagfetch_countries
    flagfetch --list-countries 2>/dev/null | string replace --regex '^([A-Z]+) .*  ' '$1'\t
end

complete --command flagfetch --no-files
@options@
complete --command flagfetch --arguments '(__flagfetch_countries)'
complete --command flagfetch --arguments '@filters@' --description filter
"""


def fish(options, words):
    arguments = {
        "": "",
        "folder": " --exclusive --arguments '(__fish_complete_directories)'",
        "file": " --require-parameter --force-files",
        "source": " --exclusive --arguments '(__flagfetch_sources)'",
        "free": " --exclusive",
    }
    lines = []
    for entry in options:
        kind = kind_of(entry)
        taken = f" --exclusive --arguments '{' '.join(CHOICES[entry.long])}'" if kind == "choice" else arguments[kind]
        short = f" --short-option {entry.short}" if entry.short else ""
        text = brief(entry.text).replace("\\", r"\\").replace("'", r"\'")
        lines.append(f"complete --command flagfetch --long-option {entry.long}{short}{taken} --description '{text}'")
    return filled(FISH, options="\n".join(lines), filters=" ".join(words))


def filled(template, **values):
    return re.sub(r"@(\w+)@", lambda match: {"warning": WARNING, **values}[match.group(1)], template)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--output", required=True)
    arguments = parser.parse_args()
    options = options_of(arguments.program)
    words = filters(arguments.program)
    folder = pathlib.Path(arguments.output)
    folder.mkdir(parents=True, exist_ok=True)
    for name, write in (("flagfetch", bash), ("_flagfetch", zsh), ("flagfetch.fish", fish)):
        (folder / name).write_text(write(options, words), encoding="utf-8")


if __name__ == "__main__":
    main()
