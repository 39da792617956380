"""The examples of a Markdown file: what they are, how they are run, and how their output is compared.

A block with the language `console` has commands after `$ `, each followed by its output. A block with the language
`sh` has commands only, and each must return 0. All blocks of a file are run in their order, in one new home folder.

The output may differ in what no document can promise: times, ports of 127.0.0.1, numbers of processes, dates, and the
order of the codes in a line that has only codes. `...` in a line stands for any text, and a line `[...]` for any lines.

Comments of HTML before a block control it:

    <!-- example: skip REASON -->          the next block is not run
    <!-- example: skip /REGEX/ REASON -->  the lines of the next block that match are not run
    <!-- example: any order -->            the lines of the output may have another order
    <!-- example: run COMMAND -->          is run at this point, and is not shown; may have several lines
    <!-- example: serve COMMAND -->        the same, but runs until the end of the file; it is ready when it prints a line
"""
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field

TIME_LIMIT = 60  # seconds, for one command

FENCE = re.compile(r"^( *)```(\w*) *$")
DIRECTIVE = re.compile(r"<!-- example: (skip|any order|run|serve)\b *(.*?) *-->", re.DOTALL)
# Looser than DIRECTIVE, so that a comment with a mistake does not run what it should skip.
ANY_DIRECTIVE = re.compile(r"<!--\s*example\b")
CHANGES_THE_SYSTEM = re.compile(r"\b(sudo|apt|apt-get|dnf|pacman)\b")
CODES = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?( [A-Z]{2}(-[A-Z0-9]{1,3})?)*")
VARIABLE_PARTS = [
    (re.compile(r"\b\d+(\.\d+)? (m?s)\b"), "<time>"),
    (re.compile(r"\b127\.0\.0\.1:\d+"), "127.0.0.1:<port>"),
    (re.compile(r"\bprocess \d+"), "process <number>"),
    (re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"), "<date>"),
]


@dataclass
class Command:
    line: int
    text: str
    expected: list = field(default_factory=list)


@dataclass
class Block:
    line: int
    language: str
    commands: list
    skip: str = ""  # the reason
    skipped_lines: list = field(default_factory=list)  # patterns, each with its reason
    any_order: bool = False


@dataclass
class Step:
    """Something between blocks that the reader does not see."""
    line: int
    kind: str  # run, serve
    text: str


def code_blocks(text):
    """(line, language, lines) of each fenced block; lines count from 1, and are without the indentation of the fence."""
    opened = None
    for number, line in enumerate(text.split("\n"), 1):
        match = FENCE.match(line)
        if opened is None:
            if match:
                opened = (number, match[2], match[1], [])
        elif match and not match[2]:
            yield opened[0], opened[1], opened[3]
            opened = None
        else:
            opened[3].append(line.removeprefix(opened[2]))


def console_commands(line, lines):
    commands = []
    for number, text in enumerate(lines, line + 1):
        if text.startswith("$ "):
            commands.append(Command(number, text[2:]))
        elif commands and not commands[-1].expected and commands[-1].text.endswith("\\"):
            commands[-1].text += "\n" + text
        elif commands:
            commands[-1].expected.append(text)
        else:
            commands.append(Command(number, "", [text]))
    return commands


def shell_commands(line, lines):
    return [Command(number, text) for number, text in enumerate(lines, line + 1)
            if text.strip() and not text.startswith("#")]


def misread_directives(text):
    """The lines of comments for examples that are not understood, or that no block with commands follows."""
    understood = {match.start(): match for match in DIRECTIVE.finditer(text)}
    lines = []
    for match in ANY_DIRECTIVE.finditer(text):
        directive = understood.get(match.start())
        if directive and directive[1] in ("run", "serve"):
            continue
        rest = text[directive.end():] if directive else ""
        if not re.match(r"\s*(<!-- example: .*?-->\s*)*```(console|sh) *\n", rest, re.DOTALL):
            lines.append(text.count("\n", 0, match.start()) + 1)
    return lines


def misread_fences(text):
    """The lines of fences with more than a language, and of one that is not closed."""
    lines = []
    opened = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.lstrip().startswith("```"):
            continue
        match = FENCE.match(line)
        if not match:
            lines.append(number)
        elif not opened:
            opened = number
        elif not match[2]:
            opened = 0
    return lines + [opened] * bool(opened)


def steps_of(text):
    """The blocks and hidden steps of a file, in their order."""
    found = [(text.count("\n", 0, match.start()) + 1, match) for match in DIRECTIVE.finditer(text)]
    blocks = list(code_blocks(text))
    inside = [range(line, line + len(lines) + 1) for line, _, lines in blocks]
    found = [(line, match) for line, match in found if not any(line in lines for lines in inside)]
    pending = []
    steps = []
    for line, item in sorted(found + [(block[0], block) for block in blocks], key=lambda entry: entry[0]):
        if not isinstance(item, tuple):
            if item[1] in ("run", "serve"):
                steps.append(Step(line, item[1], item[2].strip()))
            else:
                pending.append(item)
            continue
        _, language, lines = item
        if language in ("console", "sh"):
            make = console_commands if language == "console" else shell_commands
            block = Block(line, language, make(line, lines))
            for directive in pending:
                pattern = re.match(r"/(.+?)/ +(.+)", directive[2], re.DOTALL)
                if directive[1] == "any order":
                    block.any_order = True
                elif pattern:
                    block.skipped_lines.append((pattern[1], pattern[2]))
                else:
                    block.skip = directive[2] or "no reason given"
            steps.append(block)
        pending = []
    return steps


def canonical(lines, any_order):
    result = []
    for line in lines:
        line = line.rstrip()
        for pattern, replacement in VARIABLE_PARTS:
            line = pattern.sub(replacement, line)
        if CODES.fullmatch(line):
            line = " ".join(sorted(line.split()))
        result.append(line)
    while result and not result[-1]:
        result.pop()
    return sorted(result) if any_order else result


def matches(expected, actual, any_order):
    pattern = ""
    for line in canonical(expected, any_order):
        if line == "[...]":
            pattern += r"(?:.*\n)*?"
        else:
            pattern += ".*".join(re.escape(part) for part in line.split("...")) + r"\n"
    text = "".join(line + "\n" for line in canonical(actual, any_order))
    return re.fullmatch(pattern, text) is not None


class Home:
    """A new home folder with an environment in which only loopback addresses are reached. Removed at the end, with its
    servers."""

    def __init__(self, project, program_folder, language):
        self.folder = tempfile.mkdtemp(prefix="flagfetch-docs.")
        self.servers = []
        keep = {name: value for name, value in os.environ.items()
                if not name.startswith(("XDG_", "LC_", "LANG", "FLAGFETCH_")) and not name.lower().endswith("_proxy")}
        nowhere = "http://127.0.0.1:9"  # so that nothing else than loopback addresses is reached
        self.environment = keep | {
            "HOME": self.folder, "PROJECT": project, "LC_ALL": language, "QT_QPA_PLATFORM": "offscreen",
            "PATH": os.pathsep.join([program_folder, os.path.join(project, "tests/docs"), os.environ["PATH"]]),
            "http_proxy": nowhere, "https_proxy": nowhere, "no_proxy": "127.0.0.1,localhost",
        }

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for server in self.servers:
            server.terminate()
            server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, text):
        """(exit status, output) of a command. Both streams are in the output, as in a terminal of 100 columns."""
        terminal = 'ls() { command ls -C --width=100 --tabsize=0 "$@"; }\n'
        try:
            done = subprocess.run(["bash", "-c", terminal + text], cwd=self.folder, env=self.environment, timeout=TIME_LIMIT,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        except subprocess.TimeoutExpired:
            return -1, f"(not done after {TIME_LIMIT} s)"
        output = done.stdout.decode(errors="replace").replace(self.folder, "/home/ann")
        return done.returncode, re.sub(r"^bash: line \d+: ", "bash: ", output, flags=re.MULTILINE)

    def serve(self, text):
        """Starts a server and returns whether it is ready."""
        server = subprocess.Popen(["bash", "-c", "exec " + text], cwd=self.folder, env=self.environment,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        self.servers.append(server)
        return bool(server.stdout.readline())


@dataclass
class Count:
    run: int = 0
    skipped: int = 0
    reasons: list = field(default_factory=list)

    def skip(self, commands, reason):
        self.skipped += commands
        if reason not in self.reasons:
            self.reasons.append(reason)


def run_examples(path, text, home, count):
    """Runs the examples of a file. Returns what is wrong, as texts."""
    problems = [f"{path}:{line}: this comment for an example is not understood" for line in misread_directives(text)]
    problems += [f"{path}:{line}: this fence is not understood, or not closed" for line in misread_fences(text)]
    if problems: # what follows may be what a comment should skip
        return problems
    for step in steps_of(text):
        if isinstance(step, Step):
            if step.kind == "serve":
                if not home.serve(step.text):
                    return problems + [f"{path}:{step.line}: the server has not started: {step.text}"]
            else:
                status, output = home.run(step.text)
                if status != 0:
                    return problems + [f"{path}:{step.line}: the hidden step returned {status}:\n{output}"]
            continue
        if step.skip:
            count.skip(len(step.commands), step.skip)
            continue
        for command in step.commands:
            reason = next((reason for pattern, reason in step.skipped_lines if re.search(pattern, command.text)), None)
            if reason:
                count.skip(1, reason)
                continue
            if CHANGES_THE_SYSTEM.search(command.text):
                problems.append(f"{path}:{command.line}: changes the system, so it must be skipped: {command.text}")
                continue
            count.run += 1
            status, output = home.run(command.text)
            if step.language == "sh":
                if status != 0:
                    problems.append(f"{path}:{command.line}: returned {status}: {command.text}\n{output}")
            elif not matches(command.expected, output.split("\n"), step.any_order):
                expected = "\n".join(command.expected)
                problems.append(f"{path}:{command.line}: $ {command.text}\n--- in the document\n{expected}\n--- printed\n{output}")
    return problems
