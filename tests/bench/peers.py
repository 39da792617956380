"""The programs that are compared, with the options that make each of them fastest within the limit."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
import sys

HERE = Path(__file__).resolve().parent
CURL_MOST_PARALLEL = 300  # curl refuses larger values


@dataclass(frozen=True)
class Work:
    """The task of every client: a picture and a metadata.json for each code."""

    base: str
    codes: list[str]
    limit: int
    certificate: Path
    folder: Path  # the output folder of this run, empty at the start
    inputs: Path  # where a client's list of addresses may be written

    def addresses(self):
        for code in self.codes:
            for name in (f"{code}.gif", "metadata.json"):
                yield f"{self.base}/{code}/{name}", f"{code}-{name}"


Command = Callable[[Work], list[str]]


@dataclass(frozen=True)
class Client:
    name: str
    over_http: dict[str, Command]  # variants; the fastest one in a setting is measured
    over_tls: dict[str, Command]
    # True if the client saves pictures under the country's name, as the exercise wants, and no metadata.
    names_countries: bool = False

    def commands(self, tls: bool):
        return self.over_tls if tls else self.over_http


def flagfetch(program: Path):
    def command(work: Work):
        certificate = ["--ca-file", str(work.certificate)] if work.base.startswith("https:") else []
        return [str(program), "--headless", "--server", work.base, "--max-req", str(work.limit),
                "--output", str(work.folder), *certificate, *(code.upper() for code in work.codes)]

    return Client("Flagfetch", {"default": command}, {"default": command}, names_countries=True)


def curl(*options: str):
    def command(work: Work):
        lines = [f'url = "{url}"\noutput = "{work.folder / name}"' for url, name in work.addresses()]
        work.inputs.write_text("\n".join(lines))
        return ["curl", "--disable", "--silent", "--show-error", "--parallel", "--parallel-max",
                str(min(work.limit, CURL_MOST_PARALLEL)), "--cacert", str(work.certificate), *options,
                "--config", str(work.inputs)]

    return command


def aria2(work: Work):
    lines = [f"{url}\n  out={name}" for url, name in work.addresses()]
    work.inputs.write_text("\n".join(lines))
    return ["aria2c", "--quiet", "--no-conf", "--no-netrc", "--file-allocation=none", "--async-dns=false",
            "--auto-save-interval=0", "--summary-interval=0", f"--max-concurrent-downloads={work.limit}",
            f"--dir={work.folder}", f"--ca-certificate={work.certificate}", f"--input-file={work.inputs}"]


def wget2(connections: int | None, *options: str):
    """Without a number of connections, HTTP/1.1 with as many connections as the limit."""

    def command(work: Work):
        work.inputs.write_text("\n".join(url for url, _ in work.addresses()))
        # The limit holds for all streams of all connections together.
        streams = [f"--http2-request-window={work.limit // connections}"] if connections else []
        return ["wget2", "--quiet", "--no-config", "--no-hsts", "--no-ocsp", *streams, *options,
                f"--max-threads={connections or work.limit}", "--force-directories",
                f"--directory-prefix={work.folder}", f"--ca-certificate={work.certificate}",
                f"--input-file={work.inputs}"]

    return command


def script(name: str, *options: str):
    def command(work: Work):
        work.inputs.write_text(" ".join(work.codes))
        return [sys.executable, str(HERE / name), work.base, str(work.limit), str(work.certificate),
                str(work.folder), str(work.inputs), *options]

    return command


def clients(program: Path):
    """Flagfetch first, then its peers."""
    aiohttp = {"HTTP/1.1": script("peer_aiohttp.py")}
    return [
        flagfetch(program),
        Client("curl", {"HTTP/1.1": curl("--http1.1", "--parallel-immediate")},
               {"HTTP/1.1": curl("--http1.1", "--parallel-immediate"),
                "HTTP/2": curl("--http2", "--parallel-immediate"),
                "HTTP/2, one connection": curl("--http2")}),
        Client("aria2", {"HTTP/1.1": aria2}, {"HTTP/1.1": aria2}),
        Client("wget2", {"HTTP/1.1": wget2(None, "--no-http2")},
               {"HTTP/1.1": wget2(None, "--no-http2"),
                "HTTP/2, one connection": wget2(1),
                "HTTP/2, 5 connections": wget2(5)}),
        Client("aiohttp", aiohttp, aiohttp, names_countries=True),
        Client("httpx", {"HTTP/1.1": script("peer_httpx.py", "1")},
               {"HTTP/1.1": script("peer_httpx.py", "1"),
                "HTTP/2": script("peer_httpx.py", "2")}, names_countries=True),
    ]
