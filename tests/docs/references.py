"""What the documents refer to: links, anchors, pictures, tests, files, names in the code, and options of the program."""
import json
import pathlib
import re
import subprocess
import unicodedata

from examples import code_blocks

LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} +(.+?) *$")
QUOTED = re.compile(r"`([^`\n]+)`")
TEST = re.compile(r"\btst_[a-z0-9]+\b")
ABOUT_THE_CODE = ("ARCHITECTURE.md", "CONTRIBUTING.md", "DECISIONS.md", "LESSON.md", "LESSON.zh_CN.md")
NUMBERS = dict(enumerate("twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(), 12))
OPTION = re.compile(r"(?<![\w-])(--?[a-z][a-z-]*)")


def without_code(text):
    """The text with empty lines in the place of fenced blocks."""
    lines = text.split("\n")
    for number, _, block in code_blocks(text):
        for index in range(number - 1, number + len(block) + 1):
            lines[index] = ""
    return "\n".join(lines)


def anchors_of(text):
    """The anchors that GitHub gives to the headings."""
    found = set()
    for line in without_code(text).split("\n"):
        match = HEADING.match(line)
        if match:
            title = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", match[1]).lower()
            anchor = re.sub(r"[^\w\- ]", "", title).replace(" ", "-")
            number = 1
            unique = anchor
            while unique in found:
                unique, number = f"{anchor}-{number}", number + 1
            found.add(unique)
    return found


def links_of(path, text):
    """(target file, anchor, link) of each link to a file of the project."""
    for link in LINK.findall(QUOTED.sub("", without_code(text))):
        if re.match(r"[a-z]+:", link):
            continue
        file, _, anchor = link.partition("#")
        yield (path.parent / file).resolve() if file else path, anchor, link


def check_links(project, documents):
    problems = []
    linked = {project / "README.md": set()}
    for path, text in documents.items():
        linked[path] = set()
        for target, anchor, link in links_of(path, text):
            name = path.relative_to(project)
            if not target.exists():
                problems.append(f"{name}: {link}: there is no such file")
            elif anchor and anchor not in anchors_of(target.read_text()):
                problems.append(f"{name}: {link}: there is no such heading")
            else:
                linked[path].add(target)
    # From the two pages that a reader opens first, every document and picture is reached.
    reached = set()
    pending = [project / "README.md", project / "docs/ARCHITECTURE.md"]
    while pending:
        path = pending.pop()
        if path not in reached:
            reached.add(path)
            pending += linked.get(path, ())
    for path in list(documents) + sorted((project / "docs").glob("*.png")):
        if path not in reached:
            problems.append(f"{path.relative_to(project)}: no link leads here from README.md or ARCHITECTURE.md")
    return problems


def check_installed(project, documents):
    """What an installed document links to is installed beside it."""
    rules = (project / "cmake/Packaging.cmake").read_text()
    installed = {project / name for name in re.findall(r'"\$\{PROJECT_SOURCE_DIR\}/(docs/[^"$]+)"', rules)}
    if not installed.intersection(documents):
        return ["cmake/Packaging.cmake: no installed documents were found"]
    return [f"{path.relative_to(project)}: {link}: cmake/Packaging.cmake does not install this file"
            for path in sorted(installed.intersection(documents))
            for target, _, link in links_of(path, documents[path]) if target not in installed]


def check_names(project, documents):
    """Tests, files and functions that the documents name exist."""
    tests = {path.stem for path in project.glob("tests/*/tst_*.*")}
    sources = "".join(path.read_text() for folder in ("app", "ui", "tests") for path in sorted((project / folder).rglob("*"))
                      if path.suffix in (".h", ".cpp"))
    words = set(re.findall(r"\w+", sources))
    problems = []
    for path, text in documents.items():
        name = path.relative_to(project)
        problems += [f"{name}: {test}: there is no such test" for test in sorted(set(TEST.findall(text)) - tests)]
        for quoted in sorted(set(QUOTED.findall(without_code(text)))):
            if re.fullmatch(r"(app|ui|tests|scripts|resources|cmake|docs|packaging|\.ci|\.github)/[\w./-]+", quoted):
                if not list(project.glob(quoted)) and not list(project.glob(quoted + ".*")):
                    problems.append(f"{name}: {quoted}: there is no such file")
            if name.name in ABOUT_THE_CODE and not quoted.startswith("Q") and re.fullmatch(r"(\w+::)*~?\w+\(\)|[A-Z]\w+(::~?\w+)+|[A-Z][a-z]+([A-Z][a-z]+)+", quoted):
                problems += [f"{name}: {quoted}: there is no {word} in the code"
                             for word in re.findall(r"\w+", quoted) if word not in words]
    return problems


def check_width(project, documents):
    """Text has at most 100 columns. Tables, headings, blocks of code and lines that cannot be divided may be wider."""
    problems = []
    for path, text in documents.items():
        shown = re.sub(r"<!--.*?-->", lambda comment: "\n" * comment[0].count("\n"), without_code(text), flags=re.DOTALL)
        for number, line in enumerate(shown.split("\n"), 1):
            width = sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)
            is_divisible = " " in line.strip().removeprefix("- ") and not re.match(r"#|\||!\[|    ", line)
            if width > 100 and is_divisible and ".zh_CN" not in path.name:
                problems.append(f"{path.relative_to(project)}:{number}: {width} columns")
    return problems


def check_options(project, program):
    """docs/OPTIONS.md has the options of --help, and no others."""
    helped = subprocess.run([program, "--help"], capture_output=True, text=True, check=True, timeout=20,
                            env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}).stdout
    in_help = set()
    for line in helped.split("\n"):
        match = re.match(r" +(-.*?)(?:  |$)", line)
        if match:
            in_help |= set(OPTION.findall(match[1]))
    in_table = set()
    for line in (project / "docs/OPTIONS.md").read_text().split("\n"):
        if line.startswith("| `-") or line.startswith("| `CODE"):
            in_table |= set(OPTION.findall(line.split(" | ")[0]))
    in_table.discard("-reverse")  # an option of Qt
    return ([f"docs/OPTIONS.md lacks {option}, which --help has" for option in sorted(in_help - in_table)]
            + [f"--help lacks {option}, which docs/OPTIONS.md has" for option in sorted(in_table - in_help)])


def check_kinds(project):
    """docs/JSON.md and docs/FAULTS.md have every kind of failure."""
    source = (project / "app/failures/failure.cpp").read_text()
    kinds = set(re.findall(r'FailureKind::\w+, *"(\w+)"', source))
    if not kinds:
        return ["app/failures/failure.cpp: no words of failures were found"]
    problems = []
    for name in ("docs/JSON.md", "docs/FAULTS.md"):
        documented = set(QUOTED.findall(without_code((project / name).read_text())))
        problems += [f"{name}: {kind} is missing, a kind of failure" for kind in sorted(kinds - documented)]
    return problems


def check_messages(project):
    """What docs/FAULTS.md quotes is a text of the program."""
    sources = "".join(path.read_text() for path in sorted((project / "app").rglob("*.cpp")))
    texts = re.sub(r'"\s*"', "", sources)  # texts of several lines
    quoted = re.findall(r'"([^"\n]{10,})"', without_code((project / "docs/FAULTS.md").read_text()))
    return [f"docs/FAULTS.md: this is not a text of the program: {text}" for text in quoted if text not in texts]


def check_lists(project):
    """DEPENDENCIES.md has every package that the script installs, SOURCES.md every source, and others their number."""
    script = (project / "scripts/install-dependencies.sh").read_text()
    groups = "".join(re.findall(r"^\w+=\(\n(.*?)^\)", script, re.MULTILINE | re.DOTALL))
    packages = re.findall(r"^ +([a-z0-9.+-]+)", groups, re.MULTILINE)
    known = set(re.findall(r"[a-z0-9][a-z0-9.+-]+", (project / "docs/DEPENDENCIES.md").read_text()))
    problems = [f"docs/DEPENDENCIES.md: the package {package} is missing" for package in packages if package not in known]
    quoted = set(QUOTED.findall((project / "docs/SOURCES.md").read_text()))
    sources = json.loads((project / "resources/sources.json").read_text())
    problems += [f"docs/SOURCES.md: the source {source['id']} is missing" for source in sources
                 if source["id"] not in quoted]
    return problems + check_number(project, len(sources))


def check_number(project, count):
    """The READMEs and the descriptions of the packages have the number of sources."""
    english = f"{NUMBERS.get(count, count)} sources"
    chinese = f"{count} 个旗帜来源"
    texts = (("README.md", english), ("README.zh_CN.md", chinese), ("cmake/DebianPackage.cmake", english),
             ("packaging/metainfo.xml.in", english), ("packaging/metainfo.xml.in", chinese))
    return [f'{name}: "{text}" is missing, the number of entries in resources/sources.json' for name, text in texts
            if not re.search(r"\b" + text.replace(" ", r"\s+"), (project / name).read_text(), re.IGNORECASE)]


def check_languages(project, documents):
    """A document and its Chinese form have the same headings, links, rows and commands."""
    problems = []
    for path, text in documents.items():
        other = path.with_suffix(".zh_CN.md")
        if other not in documents:
            continue

        def shape(content):
            prose = without_code(content)
            links = sorted(re.sub(r"\.zh_CN\.md|(window|timeline|lab|ways)(-zh)?\.png", r"\1.", link).replace(".md", ".")
                           for link in LINK.findall(prose))
            commands = [line.split("#")[0].strip() for _, language, lines in code_blocks(content)
                        if language in ("sh", "console") for line in lines]
            return {"headings": [len(line.split(" ")[0]) for line in prose.split("\n") if HEADING.match(line)],
                    "links": links, "rows of tables": sum(line.startswith("|") for line in prose.split("\n")),
                    "items of lists": sum(bool(re.match(r" *(-|\d+\.) ", line)) for line in prose.split("\n")),
                    "commands": commands}

        here, there = shape(text), shape(documents[other])
        for what in here:
            if here[what] != there[what]:
                problems.append(f"{path.relative_to(project)} and its Chinese form have different {what}:\n"
                                f"  {here[what]}\n  {there[what]}")
    return problems
