"""The examples of a Markdown file: what they are, how they are run, and how their output is compared.

A block with the language `console` has commands after `$ `, each followed by its output. A block with the language
`sh` has commands only. Each command must return 0, unless a comment names another status; a `\\` at the end of a line
continues a command. All blocks of a file are run in their order, in one new home folder.

The output may differ in what no document can promise: times, ports of 127.0.0.1, numbers of processes, dates, and the
order of the codes in a line that has only codes. `...` in a line stands for any text, and a line `[...]` for any lines.

Comments of HTML directly before a block control it. A comment that is not understood is a finding, and so is a block
that is not closed or has more than a language; then nothing of the file is run.

    <!-- example: skip REASON -->          the next block is not run
    <!-- example: skip /REGEX/ REASON -->  the lines of the next block that match are not run
    <!-- example: any order -->            the lines of the output may have another order
    <!-- example: status N -->             the commands of the next block return N
    <!-- example: status N /REGEX/ -->     those that match return N, the others 0
    <!-- example: run COMMAND -->          is run at this point, and is not shown; may have several lines
    <!-- example: serve COMMAND -->        the same, but runs until the end of the file; it is ready when it prints a line
"""
import contextlib
import os
import re
import select
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass, field

TIME_LIMIT = 60  # seconds, for one command
START_LIMIT = 20  # seconds, until a server is ready
STOP_LIMIT = 5  # seconds, until a server that was asked to end is killed

FENCE = re.compile(r"^( *)```(\w*) *$")
# Starts like a fence in a list or a quotation too, so that no block is overlooked.
ANY_FENCE = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(```+|~~~+)[ \t]*(\w*)")
COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
DIRECTIVE = re.compile(r"\s*example\s*:\s*(skip|any order|status|run|serve)(?:\s+(.*?))?\s*", re.DOTALL)
# The text of a comment: "/pattern/ reason", and "number /pattern/" or "number".
SKIPPED_LINES = re.compile(r"/(.+?)/\s+(.+)", re.DOTALL)
STATUS = re.compile(r"(\d+)(?:\s+/(.+)/)?")
CHANGES_THE_SYSTEM = re.compile(r"(?<![\w.-])(sudo|su|pkexec|apt|apt-get|dpkg|dnf|pacman)(?![\w.-])")
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
    statuses: list = field(default_factory=list)  # patterns, each with the expected status

    def status_of(self, command):
        return next((status for pattern, status in self.statuses if re.search(pattern, command.text)), 0)


@dataclass
class Step:
    """Something between blocks that the reader does not see."""
    line: int
    kind: str  # run, serve
    text: str


def read_fences(text):
    """(blocks, mistakes). A block is (line, language, lines); lines count from 1, and are without the indentation of the
    fence. A mistake is (line, text)."""
    blocks = []
    mistakes = []
    opened = None
    for number, line in enumerate(text.split("\n"), 1):
        fence = ANY_FENCE.match(line)
        if opened is None:
            if fence:
                exact = FENCE.match(line)
                if not exact:
                    mistakes.append((number, "this fence is not ``` with one language"))
                opened = (number, fence[2], exact[1] if exact else "", fence[1], [])
        elif re.fullmatch(rf"[ \t>]*{opened[3][0]}{{{len(opened[3])},}}\s*", line):
            blocks.append((opened[0], opened[1], opened[4]))
            opened = None
        else:
            opened[4].append(line.removeprefix(opened[2]))
    if opened:
        mistakes.append((opened[0], "this block is not closed"))
    return blocks, mistakes


def code_blocks(text):
    return read_fences(text)[0]


def is_continued(text):
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1


def console_commands(line, lines):
    commands = []
    for number, text in enumerate(lines, line + 1):
        if text.startswith("$ "):
            commands.append(Command(number, text[2:]))
        elif commands and not commands[-1].expected and is_continued(commands[-1].text):
            commands[-1].text += "\n" + text
        elif commands:
            commands[-1].expected.append(text)
        else:
            commands.append(Command(number, "", [text]))
    return commands


def shell_commands(line, lines):
    commands = []
    continued = False
    for number, text in enumerate(lines, line + 1):
        if continued:
            commands[-1].text += "\n" + text
        elif text.strip() and not text.startswith("#"):
            commands.append(Command(number, text))
        else:
            continue
        continued = is_continued(text)
    return commands


def apply_directive(block, kind, text):
    """Lets a comment control its block. Returns what is wrong with it, or an empty text."""
    pattern = None
    if kind == "any order":
        block.any_order = True
        return "nothing follows \"any order\"" if text else ""
    if kind == "status":
        match = STATUS.fullmatch(text)
        if not match:
            return "a status needs a number, and may have a /pattern/"
        pattern = match[2] or ""
        block.statuses.append((pattern, int(match[1])))
    elif text.startswith("/"):
        match = SKIPPED_LINES.fullmatch(text)
        if not match:
            return "skip needs a /pattern/ and a reason"
        pattern = match[1]
        block.skipped_lines.append((pattern, match[2]))
    else:
        block.skip = text
        return "" if text else "skip needs a reason"
    try:
        is_used = any(re.search(pattern, command.text) for command in block.commands)
    except re.error as error:
        return f"the pattern is wrong: {error}"
    return "" if is_used else f"no command of the block matches /{pattern}/"


def read_examples(text):
    """(steps, mistakes): the blocks and hidden steps of a file in their order, and what is wrong in their form."""
    blocks, mistakes = read_fences(text)
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    inside = [range(line, line + len(lines) + 1) for line, _, lines in blocks]
    comments = [(text.count("\n", 0, match.start()) + 1, match) for match in COMMENT.finditer(text)]
    comments = [(line, match) for line, match in comments if not any(line in lines for lines in inside)]
    pending = []
    steps = []

    def attach(block=None, position=0):
        for line, kind, argument, end in pending:
            if block is None or COMMENT.sub("", text[end:position]).strip():
                mistakes.append((line, "no block with commands follows this comment directly"))
            elif problem := apply_directive(block, kind, argument):
                mistakes.append((line, problem))
        pending.clear()

    for line, item in sorted(comments + [(block[0], block) for block in blocks], key=lambda entry: entry[0]):
        if isinstance(item, re.Match):
            directive = DIRECTIVE.fullmatch(item[1]) if item[0].endswith("-->") else None
            kind, argument = directive.groups(default="") if directive else ("", "")
            if not kind:
                mistakes.append((line, "this comment is not understood"))
            elif kind not in ("run", "serve"):
                pending.append((line, kind, argument, item.end()))
            elif argument:
                steps.append(Step(line, kind, argument))
            else:
                mistakes.append((line, f"{kind} needs a command"))
        elif item[1] in ("console", "sh"):
            make = console_commands if item[1] == "console" else shell_commands
            steps.append(Block(line, item[1], make(line, item[2])))
            attach(steps[-1], starts[line - 1])
        else:
            attach()
    attach()
    return steps, sorted(mistakes)


def dangerous_commands(steps):
    """(line, command) of each command that would be run although it changes the computer."""
    found = []
    for step in steps:
        if isinstance(step, Step):
            found.append((step.line, step.text))
        elif not step.skip:
            found += [(command.line, command.text) for command in step.commands
                      if not any(re.search(pattern, command.text) for pattern, _ in step.skipped_lines)]
    return [(line, text) for line, text in found if CHANGES_THE_SYSTEM.search(text)]


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


def end_group(process):
    """Ends a process and its children, which are a session."""
    for number, seconds in ((signal.SIGTERM, STOP_LIMIT), (signal.SIGKILL, None)):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(seconds)


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
            end_group(server)
            server.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, text):
        """(exit status, output) of a command. Both streams are in the output, as in a terminal of 100 columns."""
        terminal = 'ls() { command ls -C --width=100 --tabsize=0 "$@"; }\n'
        command = subprocess.Popen(["bash", "-c", terminal + text], cwd=self.folder, env=self.environment,
                                   start_new_session=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT)
        try:
            printed, _ = command.communicate(timeout=TIME_LIMIT)
        except subprocess.TimeoutExpired:
            end_group(command)
            command.stdout.close()
            return -1, f"(not done after {TIME_LIMIT} s)"
        output = printed.decode(errors="replace").replace(self.folder, "/home/ann")
        status = command.returncode if command.returncode >= 0 else 128 - command.returncode  # as a shell counts signals
        return status, re.sub(r"^bash: line \d+: ", "bash: ", output, flags=re.MULTILINE)

    def serve(self, text):
        """Starts a server and returns whether it is ready: it has printed a line in time."""
        server = subprocess.Popen(["bash", "-c", "exec " + text], cwd=self.folder, env=self.environment,
                                  start_new_session=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        self.servers.append(server)
        printed = b""
        end = time.monotonic() + START_LIMIT
        while b"\n" not in printed:
            if not select.select([server.stdout], [], [], max(0, end - time.monotonic()))[0]:
                return False
            part = os.read(server.stdout.fileno(), 4096)
            if not part:
                return False
            printed += part
        return True


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
    steps, mistakes = read_examples(text)
    problems = [f"{path}:{line}: {mistake}" for line, mistake in mistakes]
    problems += [f"{path}:{line}: this changes the computer, so it must be skipped: {command}"
                 for line, command in dangerous_commands(steps)]
    if problems:  # what would be run may be what a comment should skip
        return problems
    for step in steps:
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
            count.run += 1
            status, output = home.run(command.text)
            if status != step.status_of(command):
                problems.append(f"{path}:{command.line}: returned {status}: {command.text}\n{output}")
            elif step.language == "console" and not matches(command.expected, output.split("\n"), step.any_order):
                expected = "\n".join(command.expected)
                problems.append(f"{path}:{command.line}: $ {command.text}\n--- in the document\n{expected}\n--- printed\n{output}")
    return problems
