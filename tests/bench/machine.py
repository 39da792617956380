"""Names the computer and the versions of the programs, for the head of the report."""

from datetime import date
import importlib.metadata
import os
from pathlib import Path
import platform
import re
import subprocess


def first_line(*command: str):
    printed = subprocess.run(command, capture_output=True, text=True, check=False)
    return (printed.stdout + printed.stderr).split("\n")[0].strip()


def processor():
    found = re.search(r"^model name\s*: (.*)", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return found.group(1) if found else platform.machine()


def commit():
    found = first_line("git", "-C", str(Path(__file__).parent), "log", "-1", "--format=%h")
    return found if re.fullmatch("[0-9a-f]+", found) else "unknown"


def describe(program: Path):
    printed = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    versions = [f"{' '.join(printed.split())} (commit {commit()})",
                first_line("nginx", "-v").removeprefix("nginx version: "),
                " ".join(first_line("curl", "--version").split()[:2]), first_line("aria2c", "--version"),
                first_line("wget2", "--version").split(" - ")[0],
                *(f"{name} {importlib.metadata.version(name)}" for name in ("aiohttp", "httpx", "h2", "Pillow"))]
    return (f"Measured on {date.today()}: {os.cpu_count()} cores, {processor()}, Linux {platform.release()}. "
            f"{', '.join(versions)}.")
