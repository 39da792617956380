"""Runs one process and measures it, and checks that it did its work."""

from dataclasses import dataclass
import os
from pathlib import Path
import signal
import subprocess
import tempfile
import threading
import time

from outputs import digest, wrong_files
from peers import Client, Command, Work
from requestlog import most_in_flight
from server import Server
from settings import KINDS, Setting

TIME_LIMIT = 60  # seconds for one run
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@dataclass
class Ended:
    """A process that has ended."""

    status: int
    began_at: float  # seconds since 1970
    seconds: float
    cpu: float  # seconds, with all children


@dataclass
class Run:
    """One measured run. Only those without a failure count."""

    failure: str
    seconds: float
    cpu: float
    first_request: float  # seconds after the start of the process
    in_flight: int
    requests: int
    connections: int
    protocols: str
    kilobytes: float


def environment(home: Path):
    """Without the user's settings, caches and proxies."""
    kept = {name: value for name, value in os.environ.items()
            if name.lower() not in PROXIES and not name.startswith("XDG_")}
    return {**kept, "HOME": str(home)}


def start(command: list[str], home: Path):
    nothing = subprocess.DEVNULL
    return subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, env=environment(home))


def run_process(command: list[str], home: Path, time_limit: float = TIME_LIMIT):
    # What earlier runs left unwritten would be charged to the next process that calls fdatasync().
    os.sync()
    began_at, began = time.time(), time.perf_counter()
    process = start(command, home)
    # A blocking wait with an alarm: polling would take processor time from the client and the server.
    alarm = threading.Timer(time_limit, os.kill, (process.pid, signal.SIGKILL))
    alarm.start()
    try:
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    finally:
        alarm.cancel()
        if process.returncode is None:
            process.kill()
            process.wait()
    return Ended(process.returncode, began_at, seconds, usage.ru_utime + usage.ru_stime)


class Bench:
    """The server, what it serves, and a folder for the output of the clients."""

    def __init__(self, server: Server, scratch: Path):
        self.server = server
        self.scratch = scratch
        self.home = scratch / "home"
        self.home.mkdir()
        files = [(code, name) for code in server.codes for name in (f"{code}.gif", "metadata.json")]
        self.served = {kind: {file: digest(server.served(kind, *file)) for file in files} for kind in KINDS}

    def fresh_folder(self):
        return Path(tempfile.mkdtemp(prefix="out-", dir=self.scratch))

    def work(self, setting: Setting):
        return Work(self.server.base(setting), self.server.codes, setting.limit, self.server.certificate,
                    self.fresh_folder(), self.scratch / "input")

    def wrong_files(self, client: Client, setting: Setting, folder: Path):
        return wrong_files(client, self.served[setting.kind], folder)

    def measure(self, client: Client, command: Command, setting: Setting):
        work = self.work(setting)
        arguments = command(work)
        offset = self.server.requests.size()
        ended = run_process(arguments, self.home)
        requests = self.server.requests.read(offset, ended.began_at, 2 * len(work.codes))
        in_flight = most_in_flight(requests)
        if ended.status != 0:
            failure = f"exit status {ended.status}" if ended.status > 0 else f"killed after {ended.seconds:.0f} s"
        elif in_flight > setting.limit:
            failure = f"{in_flight} requests in flight"
        else:
            failure = self.wrong_files(client, setting, work.folder)
        first = min((request.began for request in requests), default=0) / 1000 - ended.began_at
        return Run(failure, ended.seconds, ended.cpu, first, in_flight, len(requests),
                   len({request.connection for request in requests}),
                   " and ".join(sorted({request.protocol for request in requests})),
                   sum(request.bytes for request in requests) / 1000)
