"""Reads the access log of nginx: when each request began and ended, and how many bytes it took.

nginx writes one line for each request at its end, without a buffer, so the log costs every client the same.
"""

from dataclasses import dataclass
from pathlib import Path
import time

# $msec and $request_time use the same clock of nginx, in milliseconds. Their difference is the begin of the
# request: with HTTP/1.1 when nginx has read the first bytes of its header, with HTTP/2 when nginx has read its
# HEADERS frame. The end is when nginx has passed the last byte to the kernel.
FORMAT = "$msec $request_time $status $request_length $bytes_sent $connection $server_protocol"
WAIT = 1.0  # seconds; a client may end before nginx has written its last line


@dataclass(frozen=True)
class Request:
    began: int  # milliseconds since 1970, as `ended`
    ended: int
    status: int
    bytes: int  # both directions with headers; without TLS, and with HTTP/2 without frames of the connection
    connection: int
    protocol: str


def parse(line: str):
    ended, took, status, received, sent, connection, protocol = line.split()
    end = round(float(ended) * 1000)
    began = end - round(float(took) * 1000)
    return Request(began, end, int(status), int(received) + int(sent), int(connection), protocol)


def most_in_flight(requests: list[Request]):
    """The largest number of requests that the server was working on at the same time.

    What begins in the millisecond in which another request ends follows it, and requests that begin and end in
    the same millisecond are counted as one. So this is never more than the client had in flight. It is exact with
    delays, and less than that without them.
    """
    moments = []
    for request in requests:
        if request.ended > request.began:
            moments += [(request.began, 1), (request.ended, -1)]
    most, now = min(len(requests), 1), 0
    for _, change in sorted(moments):
        now += change
        most = max(most, now)
    return most


class RequestLog:
    def __init__(self, path: Path):
        self.path = path

    def size(self):
        return self.path.stat().st_size

    def read(self, offset: int, began_at: float, expected: int):
        """Returns the requests in the log after `offset` that began after `began_at` (seconds since 1970)."""
        # One millisecond earlier, because nginx cuts off microseconds. Requests of a killed client began before.
        first = int(began_at * 1000) - 1
        end = time.monotonic() + WAIT
        while True:
            with self.path.open() as log:
                log.seek(offset)
                lines = [line for line in log if line.endswith("\n")]
            requests = [request for request in map(parse, lines) if request.began >= first]
            if len(requests) >= expected or time.monotonic() > end:
                return requests
            time.sleep(0.002)
