"""Compares what a client has saved with what the server serves: number, names and content of the files."""

import hashlib
from pathlib import Path

from peers import Client

# Flagfetch describes what it has saved in these two files.
SET_FILES = ("flags.json", "ATTRIBUTION.md")


def digest(content: bytes):
    return hashlib.sha256(content).digest()


def expected_files(client: Client, served: dict[tuple[str, str], bytes]):
    """The digest of each file by its name: with the country if the client does so, else by the address.

    `served` has the digests by country code and name of the file.
    """
    if client.names_countries:
        return {f"{code.upper()}-Country_{code}": content for (code, name), content in served.items()
                if name != "metadata.json"}
    return {f"{code}-{name}": content for (code, name), content in served.items()}


def wrong_files(client: Client, served: dict[tuple[str, str], bytes], folder: Path):
    """Returns what is wrong with the files in the folder, or an empty text."""
    expected = expected_files(client, served)
    paths = [path for path in folder.rglob("*") if path.is_file()]
    if client.name == "Flagfetch":
        paths = [path for path in paths if path.name not in SET_FILES]
    if len(paths) != len(expected):
        return f"{len(paths)} of {len(expected)} files"
    for path in paths:
        # wget2 makes a folder for each part of the address. Flagfetch's extension depends on the picture.
        names = (path.stem,) if client.names_countries else (path.name, f"{path.parent.name}-{path.name}")
        wanted = next((expected.pop(name) for name in names if name in expected), None)
        if wanted is None:
            return f"unexpected file {path.name}"
        if digest(path.read_bytes()) != wanted:
            return f"wrong content of {path.name}"
    return ""
