#!/usr/bin/env python3
"""Checks what the desktop, the manual and Flatpak read: with their own validators where these are installed.

Usage: desktopfiles.py CMAKE SOURCES OUTPUT

SOURCES is the folder of the project, OUTPUT has what the build wrote for installation.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

ID = "io.github.flagfetch.Flagfetch"

# Of https://docs.flatpak.org/en/latest/flatpak-builder-command-reference.html, only those in use.
MANIFEST_KEYS = {"id", "runtime", "runtime-version", "sdk", "command", "finish-args", "cleanup", "modules"}
MODULE_KEYS = {"name", "buildsystem", "builddir", "config-opts", "sources"}
SOURCE_KEYS = {"type", "url", "path", "skip", "sha256", "dest"}

problems = []


def require(condition, text):
    if not condition:
        problems.append(text)


def output_of(*command):
    """The status and the output of a validator. Nothing if it is not installed."""
    if shutil.which(command[0]) is None:
        print(f"skipped: {command[0]} is not installed")
        return None
    ended = subprocess.run(command, capture_output=True, text=True, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
    text = ended.stderr + ("" if "-Z" in command else ended.stdout)  # with -Z, man prints the page
    return ended.returncode, text


def validate(*command):
    """The validator must succeed and print no warning."""
    ended = output_of(*command)
    is_clean = ended is None or (ended[0] == 0 and not re.search("warning|error", ended[1], re.I))
    require(is_clean, f"{' '.join(command)}: {ended}")


def validate_metainfo(file, has_homepage):
    ended = output_of("appstreamcli", "validate", "--no-net", str(file))
    if ended is None:
        return
    findings = re.findall(r"^[EW]: .*", ended[1], re.M)
    if not has_homepage:  # a warning since version 1.0, and true
        findings = [line for line in findings if not line.endswith("url-homepage-missing")]
    require(not findings, f"{file}: {findings}")
    require(ended[0] == 0 or not has_homepage, f"{file}: {ended}")


def check_metainfo(cmake, packaging, output):
    file = output / f"{ID}.metainfo.xml"
    root = xml.etree.ElementTree.parse(file).getroot()
    has_homepage = root.find("url") is not None
    validate_metainfo(file, has_homepage)
    require(root.findtext("id") == ID, "the metainfo has another id")
    require(has_homepage or root.find("screenshots") is None, "there are screenshots without a homepage")
    changelog = (packaging.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    releases = [(release.get("version"), release.get("date")) for release in root.iter("release")]
    headings = re.findall(r"^## (\S+) - (\S+)$", changelog, re.M)
    require(releases == headings, f"releases: {releases} in the metainfo, {headings} in the changelog")

    # A project that has a homepage gets links and screenshots.
    with tempfile.TemporaryDirectory(prefix="flagfetch-metainfo-") as folder:
        file = pathlib.Path(folder) / f"{ID}.metainfo.xml"
        values = {"TEMPLATES": packaging, "OUTPUT": file, "FLAGFETCH_ID": ID}
        values["PROJECT_HOMEPAGE_URL"] = "https://flagfetch.test"
        script = packaging.parent / "cmake" / "Metainfo.cmake"
        subprocess.run([cmake, *(f"-D{name}={value}" for name, value in values.items()), "-P", script], check=True)
        validate_metainfo(file, has_homepage=True)
        images = [image.text for image in xml.etree.ElementTree.parse(file).iter("image")]
        require(len(images) == 4, f"not four screenshots: {images}")
        for image in images:
            path = image.partition("/raw/main/")[2]
            require((packaging.parent / path).is_file(), f"there is no screenshot {path}")


def check_desktop_file(packaging):
    file = packaging / f"{ID}.desktop"
    validate("desktop-file-validate", str(file))
    lines = file.read_text(encoding="utf-8").splitlines()
    for line in ("Exec=flagfetch", f"Icon={ID}", "StartupWMClass=flagfetch"):
        require(line in lines, f"the desktop file lacks {line}")
    for key in ("GenericName", "Comment", "Keywords"):
        require(any(line.startswith(f"{key}[zh_CN]=") for line in lines), f"the desktop file has no Chinese {key}")
    header = (packaging.parent / "ui/desktop/desktopid.h").read_text()
    require(f'"{ID}"' in header, "the program has another id than its desktop file")


def check_manual(output):
    for name in ("man1/flagfetch.1", "zh_CN/man1/flagfetch.1"):
        page = output / "man" / name
        validate("mandoc", "-K", "utf-8", "-T", "lint", "-W", "warning", str(page))
        validate("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(page))

    # Another test compares the options of the completions with --help.
    completions = (output / "completions" / "flagfetch.fish").read_text()
    options = re.findall(r"--long-option ([\w-]+)", completions)
    require(len(options) > 40, f"only {len(options)} options")
    for page in (output / "man").rglob("flagfetch.1"):
        text = page.read_text(encoding="utf-8")
        for option in options:
            head = "\\fB\\-\\-" + option.replace("-", "\\-") + "\\fR"
            require(head in text, f"{page} lacks --{option}")


def check_flatpak(packaging):
    try:
        import yaml
    except ImportError:
        print("skipped: python3-yaml is not installed")
        return
    manifest = yaml.safe_load((packaging / "flatpak" / f"{ID}.yml").read_text(encoding="utf-8"))
    require(manifest["id"] == ID, "the manifest has another id")
    require(set(manifest) <= MANIFEST_KEYS, f"unknown keys: {set(manifest) - MANIFEST_KEYS}")
    for module in manifest["modules"]:
        require(set(module) <= MODULE_KEYS, f"{module['name']}: unknown keys: {set(module) - MODULE_KEYS}")
        for source in module["sources"]:
            require(set(source) <= SOURCE_KEYS, f"{module['name']}: unknown keys: {set(source) - SOURCE_KEYS}")
            is_checked = re.fullmatch(r"[0-9a-f]{64}", source.get("sha256", ""))
            require(is_checked or source["type"] == "dir", f"{module['name']}: {source} has no checksum")
    # Their checksum is compared by the script that fetches them.
    pictures = [source for source in manifest["modules"][-1]["sources"] if source["path"].endswith("build/flag-icons")]
    require(len(pictures) == 1, "the manifest lacks the pictures")


def main():
    cmake, sources, output = sys.argv[1], *(pathlib.Path(path) for path in sys.argv[2:])
    packaging = sources / "packaging"
    check_metainfo(cmake, packaging, output)
    check_desktop_file(packaging)
    check_manual(output)
    check_flatpak(packaging)
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
