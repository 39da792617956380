#!/usr/bin/env python3
"""A server with a limit, for the exercises in LESSON.md: it takes 200 ms for each response and answers 503 if more
requests are in flight than it allows. Every flag is a small picture in a colour of its code. Listens on the loopback
address.

Usage: lesson_server.py [LIMIT [PORT]]    (default: 4 20020)
"""
import base64
import contextlib
import http.server
import json
import sys
import threading
import time

LIMIT = int(sys.argv[1]) if len(sys.argv) > 1 else 4
PORT = int(sys.argv[2]) if len(sys.argv) > 2 else 20020
PICTURE = base64.b64decode("R0lGODdhAgABAIAAAMgAAP///ywAAAAAAgABAAACAkQKADs=")

lock = threading.Lock()
in_flight = served = refused = 0


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # connections stay open
    disable_nagle_algorithm = True

    def do_GET(self):
        global in_flight, served, refused
        with lock:
            in_flight += 1
            is_too_much = in_flight > LIMIT
            served += not is_too_much
            refused += is_too_much
        time.sleep(0 if is_too_much else 0.2)
        code = self.path.strip("/").split("/")[0].upper()
        name = json.dumps({"country": "Country " + code}).encode()
        colour = (code + "AA")[:2].encode()
        picture = PICTURE[:13] + colour + PICTURE[15:]  # the first colour of the table follows the header
        body = name if self.path.endswith(".json") else picture
        with lock:
            in_flight -= 1
        with contextlib.suppress(ConnectionError):  # the client has cancelled the request
            self.send_response(503 if is_too_much else 200)
            self.send_header("Content-Length", str(0 if is_too_much else len(body)))
            self.end_headers()
            self.wfile.write(b"" if is_too_much else body)

    def log_message(self, *_):
        pass


def report():
    while True:
        time.sleep(2)
        print(f"{served} served, {refused} refused", flush=True)


http.server.ThreadingHTTPServer.request_queue_size = 128
try:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", PORT), Handler)
except OSError as error:
    sys.exit(f"lesson_server.py: port {PORT}: {error.strerror}. Choose another one: lesson_server.py {LIMIT} PORT")
print(f"http://127.0.0.1:{PORT} serves {LIMIT} requests at once", flush=True)
threading.Thread(target=report, daemon=True).start()
server.serve_forever()
