"""Tests of what decides what is in the tables of the benchmark. They need neither nginx nor the clients."""

from pathlib import Path
import sys
import tempfile
import unittest

sys.path.insert(0, str(Path(__file__).resolve().parent))

import medians
from outputs import digest, wrong_files
import peers
from requestlog import RequestLog, most_in_flight, parse
from settings import selected
import tables


def requests(*spans):
    lines = [f"{ended / 1000:.3f} {(ended - began) / 1000:.3f} 200 70 12000 1 HTTP/1.1" for began, ended in spans]
    return list(map(parse, lines))


class RequestsInFlight(unittest.TestCase):
    def test_counts_what_overlaps(self):
        self.assertEqual(most_in_flight(requests((1000, 1050), (1010, 1060), (1055, 1100))), 2)

    def test_a_request_that_begins_when_another_ends_follows_it(self):
        self.assertEqual(most_in_flight(requests((1000, 1050), (1050, 1100))), 1)

    def test_requests_within_a_millisecond_are_one(self):
        self.assertEqual(most_in_flight(requests((1000, 1000), (1000, 1000))), 1)
        self.assertEqual(most_in_flight([]), 0)


class Log(unittest.TestCase):
    def test_reads_only_requests_of_this_run(self):
        with tempfile.TemporaryDirectory() as folder:
            log = RequestLog(Path(folder, "requests.log"))
            log.path.write_text("5.000 0.010 200 70 12000 1 HTTP/1.1\n")
            offset = log.size()
            # A killed client's request ends late, but began before this run.
            with log.path.open("a") as lines:
                lines.write("9.000 3.000 499 70 0 2 HTTP/1.1\n9.100 0.050 200 70 130 3 HTTP/2.0\n")
            found = log.read(offset, 8.0, 1)
        self.assertEqual([(request.began, request.bytes) for request in found], [(9050, 200)])


class Outputs(unittest.TestCase):
    SERVED = {("ad", "ad.gif"): digest(b"picture"), ("ad", "metadata.json"): digest(b"{}")}

    def check(self, client_name, files):
        client = next(client for client in peers.clients(Path("flagfetch")) if client.name == client_name)
        with tempfile.TemporaryDirectory() as folder:
            for name, content in files.items():
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            return wrong_files(client, self.SERVED, Path(folder))

    def test_accepts_what_each_client_saves(self):
        self.assertEqual(self.check("Flagfetch", {"AD-Country_ad.svg": b"picture", "flags.json": b"{}"}), "")
        self.assertEqual(self.check("curl", {"ad-ad.gif": b"picture", "ad-metadata.json": b"{}"}), "")
        self.assertEqual(self.check("wget2", {"h/GIF/ad/ad.gif": b"picture", "h/GIF/ad/metadata.json": b"{}"}), "")

    def test_finds_what_is_wrong(self):
        self.assertIn("0 of 1", self.check("Flagfetch", {"flags.json": b"{}"}))
        self.assertIn("content", self.check("Flagfetch", {"AD-Country_ad.gif": b"pictur"}))
        self.assertIn("unexpected", self.check("curl", {"ad-ad.gif": b"picture", "ad-ad.gif.1": b"picture"}))


class Results(unittest.TestCase):
    @staticmethod
    def run_of(ratio, failed):
        curl = {"ratio": ratio, "failed": failed, "in_flight": 30}
        clients = {"Flagfetch": {"ratio": 1.0, "failed": 0}, "curl": curl}
        return {"settings": {"GIF, HTTP, no delay, 30": {"minimum": None, "clients": clients}}}

    def test_merges_runs(self):
        merged = medians.merge([self.run_of(0.5, 0), self.run_of(0.7, 2), self.run_of(0.6, 1)])
        setting = merged["settings"]["GIF, HTTP, no delay, 30"]
        self.assertIsNone(setting["minimum"])
        self.assertEqual(setting["clients"]["curl"], {"ratio": 0.6, "failed": 3, "in_flight": 30})

    def test_worst_setting_and_client_are_first(self):
        clients = {"Flagfetch": {"ratio": 1.0}, "aria2": {"ratio": 2.0}, "curl": {"ratio": 0.9}}
        worse = {"Flagfetch": {"ratio": 1.0}, "aria2": {"ratio": 3.0}, "curl": {"ratio": 0.4}}
        results = {"settings": {"a": {"clients": clients}, "b": {"clients": worse}}}
        self.assertEqual(tables.ordered(results), (["b", "a"], ["Flagfetch", "curl", "aria2"]))


class Settings(unittest.TestCase):
    def test_selects_by_name(self):
        slow_tls = list(map(str, selected([30, 100], ["tls, 50 ms"])))
        self.assertEqual(slow_tls, ["GIF, TLS, 50 ms, 30", "GIF, TLS, 50 ms, 100"])
        self.assertEqual(len(selected([30, 100], [])), 12)


if __name__ == "__main__":
    unittest.main()
