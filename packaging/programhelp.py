"""Runs flagfetch and reads its --help into values, for the manual pages and the completions."""

import dataclasses
import os
import re
import subprocess
import tempfile
import unicodedata


@dataclasses.dataclass
class Entry:
    """A line of a table: an option, a source or an exit status, and its text."""

    head: str
    text: str
    short: str = ""  # options only, as the next two
    long: str = ""
    value: str = ""


@dataclasses.dataclass
class Section:
    title: str
    entries: list


@dataclasses.dataclass
class Help:
    usage: list  # the lines after the word "Usage", without the name of the program
    description: list  # paragraphs
    options: list  # sections
    sources: Section
    statuses: Section
    examples: Section  # the texts are empty


def run(program, *arguments, language="en"):
    """What the program prints on both outputs, without the settings and sources of this user."""
    with tempfile.TemporaryDirectory(prefix="flagfetch-help-") as home:
        environment = {
            "HOME": home,
            "LC_ALL": "C.UTF-8",
            "LANGUAGE": language,
            "PATH": os.environ.get("PATH", ""),
            "ASAN_OPTIONS": "detect_leaks=0",  # a leak of a library would end the build
        }
        ended = subprocess.run(
            [os.path.abspath(program), *arguments],
            env=environment,
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=60,
        )
    return ended.stdout.decode("utf-8")


def is_wide(character):
    return unicodedata.east_asian_width(character) in "WF"


def needs_space(before, after):
    """Whether a space was lost where a line was wrapped: Chinese has them only next to other words."""
    if is_wide(before) and is_wide(after):
        return False
    return all(unicodedata.category(c)[0] in "LN" for c in (before, after) if is_wide(c))


def joined(lines):
    text = ""
    for line in lines:
        text += " " + line if text and needs_space(text[-1], line[0]) else line
    return text


def parse_entry(lines):
    head, _, text = lines[0].strip().partition("  ")
    entry = Entry(head, joined([line.strip() for line in [text, *lines[1:]] if line.strip()]))
    option = re.fullmatch(r"(?:-(\w), )?--([\w-]+)(?: (.+))?", head)
    if option:
        entry.short, entry.long, entry.value = (part or "" for part in option.groups())
    return entry


def parse_section(lines):
    entries = []
    for line in lines[1:]:
        indent = len(line) - len(line.lstrip())
        if indent == 2 or (indent == 6 and line.lstrip().startswith("--")):
            entries.append([line])
        else:
            entries[-1].append(line)
    return Section(lines[0].rstrip(":："), [parse_entry(entry) for entry in entries])


def parse(text):
    blocks = [block.splitlines() for block in text.strip().split("\n\n")]
    usage = [re.sub(r"^.*?flagfetch ?", "", line) for line in blocks[0]]
    is_table = [len(block) > 1 and block[1].startswith("  ") for block in blocks[1:]]
    first = 1 + is_table.index(True)
    sections = [parse_section(block) for block in blocks[first:]]
    *options, sources, statuses, examples = sections
    for section in options:
        for entry in section.entries:
            if not entry.long:
                raise ValueError(f"not an option: {entry.head}")
    for entry in examples.entries:
        if not entry.head.startswith("flagfetch"):
            raise ValueError(f"not an example: {entry.head}")
    return Help(usage, [joined(block) for block in blocks[1:first]], options, sources, statuses, examples)


def read(program, language="en"):
    return parse(run(program, "--help", language=language))
