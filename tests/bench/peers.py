"""The programs that are compared. Each must download the same 388 files and save them to disk."""

from dataclasses import dataclass
from pathlib import Path
import sys

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Work:
    """The task of every peer: an image and a metadata.json for each code."""

    base: str
    codes: list[str]
    limit: int
    certificate: Path
    folder: Path  # of the peer's own output, empty at the start
    inputs: Path  # where a peer's list of addresses may be written

    def addresses(self):
        for code in self.codes:
            for name in (f"{code}.gif", "metadata.json"):
                yield f"{self.base}/{code}/{name}", f"{code}-{name}"


def flagfetch(work: Work, program: Path):
    return [str(program), "--headless", "--server", work.base, "--max-req", str(work.limit), "--output", str(work.folder),
            "--ca-file", str(work.certificate), *(code.upper() for code in work.codes)]


def curl(work: Work):
    lines = [f'url = "{url}"\noutput = "{work.folder / name}"' for url, name in work.addresses()]
    work.inputs.write_text("\n".join(lines))
    return ["curl", "--silent", "--show-error", "--parallel", "--parallel-immediate", "--parallel-max", str(work.limit),
            "--cacert", str(work.certificate), "--config", str(work.inputs)]


def aria2(work: Work):
    lines = [f"{url}\n  out={name}" for url, name in work.addresses()]
    work.inputs.write_text("\n".join(lines))
    return ["aria2c", "--quiet", f"--max-concurrent-downloads={work.limit}", f"--dir={work.folder}",
            f"--ca-certificate={work.certificate}", "--no-conf", "--file-allocation=none", f"--input-file={work.inputs}"]


def wget2(work: Work):
    work.inputs.write_text("\n".join(url for url, _ in work.addresses()))
    return ["wget2", "--quiet", "--no-config", f"--max-threads={work.limit}", "--force-directories",
            f"--directory-prefix={work.folder}", f"--ca-certificate={work.certificate}", f"--input-file={work.inputs}"]


def _python(script: str, work: Work):
    work.inputs.write_text(" ".join(work.codes))
    return [sys.executable, str(HERE / script), work.base, str(work.limit), str(work.certificate), str(work.folder),
            str(work.inputs)]


def aiohttp(work: Work):
    return _python("peer_aiohttp.py", work)


def httpx(work: Work):
    return _python("peer_httpx.py", work)


OTHERS = {"curl": curl, "aria2": aria2, "wget2": wget2, "aiohttp": aiohttp, "httpx": httpx}
