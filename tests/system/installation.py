#!/usr/bin/env python3
"""Installs the program into a folder, as a user or a packager does, and uses it there.

Usage: installation.py CMAKE BUILD

Lists exactly the files that cmake --install copies. The installed program must find its pictures and
flagfetch-render where it was installed, not in the build: the test changes the one and removes the other.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

ID = "io.github.flagfetch.Flagfetch"
SIDES = (16, 24, 32, 48, 64, 128, 256, 512)
PICTURES = "share/flagfetch/flag-icons"
FILES = {
    "bin/flagfetch",
    "libexec/flagfetch/flagfetch-render",
    f"share/applications/{ID}.desktop",
    f"share/metainfo/{ID}.metainfo.xml",
    f"share/icons/hicolor/scalable/apps/{ID}.svg",
    *(f"share/icons/hicolor/{side}x{side}/apps/{ID}.png" for side in SIDES),
    "share/bash-completion/completions/flagfetch",
    "share/zsh/site-functions/_flagfetch",
    "share/fish/vendor_completions.d/flagfetch.fish",
    "share/man/man1/flagfetch.1",
    "share/man/zh_CN/man1/flagfetch.1",
    "share/doc/flagfetch/LICENSE",
    *(
        f"share/doc/flagfetch/{name}"
        for name in (
            "LAB.md",
            "LESSON.md",
            "LESSON.zh_CN.md",
            "blocked.png",
            "lab.png",
            "lab-dark.png",
            "lab-zh.png",
            "lesson_server.py",
            "ways.png",
            "ways-dark.png",
            "ways-zh.png",
        )
    ),
}
PACKAGE_FILES = {f"{PICTURES}/{name}" for name in ("LICENSE", "country.json", "package.json")}


class Failed(Exception):
    pass


def require(condition, text):
    if not condition:
        raise Failed(text)


def install(cmake, build, *options, **variables):
    subprocess.run(
        [cmake, "--install", build, *options], env={**os.environ, **variables}, check=True, stdout=subprocess.DEVNULL
    )


def files_in(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}


def check_files(prefix, has_pictures):
    files = files_in(prefix)
    flags = {name for name in files if re.fullmatch(rf"{PICTURES}/flags/(1x1|4x3)/[a-z-]+\.svg", name)}
    wanted = FILES | (PACKAGE_FILES if has_pictures else set())
    require(files - flags == wanted, f"not as expected: {sorted((files - flags) ^ wanted)}")
    require(not has_pictures or len(flags) > 500, f"only {len(flags)} pictures of flags")
    for name in files:
        mode = (prefix / name).stat().st_mode & 0o777
        is_program = name.startswith(("bin/", "libexec/"))
        require(mode == (0o755 if is_program else 0o644), f"{name} has the mode {mode:o}")


def check_icons(prefix):
    for side in SIDES:
        data = (prefix / f"share/icons/hicolor/{side}x{side}/apps/{ID}.png").read_bytes()
        size = [int.from_bytes(data[i : i + 4], "big") for i in (16, 20)]
        require(data[:4] == b"\x89PNG" and size == [side, side], f"the icon of {side} pixels has {size}")


class Program:
    """The installed program, in a new home and far from the sources."""

    def __init__(self, prefix, home):
        self.path = prefix / "bin" / "flagfetch"
        self.home = home

    def run(self, *arguments, language="en"):
        environment = {"HOME": str(self.home), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "LANGUAGE": language}
        for name in ("ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                environment[name] = os.environ[name]
        return subprocess.run(
            [self.path, *arguments], env=environment, cwd=self.home, capture_output=True, text=True, timeout=120
        )


def check_program(program, prefix, has_pictures):
    picture = prefix / PICTURES / "flags/4x3/jp.svg"
    if has_pictures:
        picture.write_text(picture.read_text() + "<!-- installed -->")
    ended = program.run("--headless", "-o", "flags", "--png", "32", "JP")
    require(ended.returncode == 0, f"no download: {ended.stderr}")
    saved = program.home / "flags/JP-Japan.svg"
    require(not has_pictures or "<!-- installed -->" in saved.read_text(), "the picture is not the installed one")
    require((program.home / "flags/JP-Japan-32.png").exists(), "no PNG: flagfetch-render was not found")

    for language, usage in (("en", "Usage: flagfetch"), ("zh_CN", "用法：flagfetch")):
        text = program.run("--help", language=language).stdout
        require(text.startswith(usage), f"the help in {language} begins with {text[:40]}")

    (prefix / "libexec/flagfetch/flagfetch-render").unlink()
    ended = program.run("--headless", "-o", "others", "--png", "32", "JP")
    require(ended.returncode == 1, "another flagfetch-render was used")


def main():
    cmake, build = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="flagfetch-install-") as folder:
        folder = pathlib.Path(folder)
        prefix = folder / "opt" / "a prefix"
        install(cmake, build, "--prefix", str(prefix))
        has_pictures = (prefix / PICTURES).exists()
        if not has_pictures:
            print("without the pictures of flag-icons, which are not there to install")
        check_files(prefix, has_pictures)
        check_icons(prefix)

        staged = folder / "staged"
        install(cmake, build, "--prefix", "/usr", DESTDIR=str(staged))
        require(files_in(staged / "usr") == files_in(prefix), "DESTDIR has other files")
        require(files_in(staged) == {f"usr/{name}" for name in files_in(prefix)}, "files outside of the prefix")

        home = folder / "home"
        home.mkdir()
        check_program(Program(prefix, home), prefix, has_pictures)
        print(f"{len(files_in(staged))} files installed and used")


if __name__ == "__main__":
    try:
        main()
    except Failed as failure:
        sys.exit(f"installation.py: {failure}")
