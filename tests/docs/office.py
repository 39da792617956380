#!/usr/bin/env python3
"""The source "office" of the documents: a web server on this computer. Serves the pictures of a folder, adds itself to the
user's sources.json, prints a line and serves until it is terminated.

Usage: office.py FOLDER [LICENCE]    the first picture in the folder decides about the format
"""
import http.server
import json
import os
import pathlib
import sys

folder = pathlib.Path(sys.argv[1]).resolve()


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # connections stay open
    disable_nagle_algorithm = True

    def __init__(self, *arguments):
        super().__init__(*arguments, directory=folder)

    def log_message(self, *_):
        pass


http.server.ThreadingHTTPServer.request_queue_size = 128
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
suffix = sorted(folder.iterdir())[0].suffix[1:]
source = {"id": "office", "title": "Office",
          "images": [{"format": suffix, "url": f"http://127.0.0.1:{server.server_port}/{{cc}}.{suffix}"}]}
if len(sys.argv) > 2:
    source["licence"] = sys.argv[2]
own = pathlib.Path(os.environ["HOME"], ".config/flagfetch/sources.json")
own.parent.mkdir(parents=True, exist_ok=True)
own.write_text(json.dumps([source]))
print("ready", flush=True)
server.serve_forever()
