"""nginx on the loopback address that serves flags over HTTP and HTTPS, with and without a delay."""

import os
from pathlib import Path
import re
import socket
import subprocess
import time

from pictures import make_pictures
from requestlog import FORMAT, RequestLog
from settings import DELAY, KINDS, Setting

# keepalive_requests has nginx's default of 1000: what a client does when a connection ends is part of its work.
CONFIGURATION = """
load_module /usr/lib/nginx/modules/ngx_http_echo_module.so;
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 4096; }}
http {{
    log_format requests '{format}';
    access_log {folder}/requests.log requests;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{plain} backlog=4096;
        include {folder}/locations.conf;
    }}
    server {{
        {listen_http2}
        ssl_certificate {folder}/certificate.pem; ssl_certificate_key {folder}/key.pem;
        include {folder}/locations.conf;
    }}
}}
"""

LOCATIONS = """
root {folder};
location /flags/GIF/ {{ types {{ image/gif gif; application/json json; }} }}
location /flags/SVG/ {{ types {{ image/svg+xml gif; application/json json; }} }}
location /flags/PNG/ {{ types {{ image/png gif; application/json json; }} }}
location ~ ^/slow/(?<rest>.*)$ {{ echo_sleep {delay}; echo_exec /flags/$rest; }}
location ~ ^/many/([a-z][a-z])-[0-9]+/[a-z0-9-]+\\.gif$ {{
    alias {folder}/flags/GIF/$1/$1.gif; types {{ image/gif gif; }}
}}
location ~ ^/many/([a-z][a-z])-[0-9]+/metadata\\.json$ {{ alias {folder}/flags/GIF/$1/metadata.json; }}
"""


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def listen_http2(port: int):
    """nginx 1.25.1 has a directive for HTTP/2 and warns about the older parameter."""
    printed = subprocess.run(["nginx", "-v"], check=True, capture_output=True, text=True).stderr
    version = tuple(map(int, re.search(r"nginx/(\d+)\.(\d+)\.(\d+)", printed).groups()))
    if version >= (1, 25, 1):
        return f"listen 127.0.0.1:{port} ssl backlog=4096; http2 on;"
    return f"listen 127.0.0.1:{port} ssl http2 backlog=4096;"


class Server:
    """A context manager that makes the pictures and runs nginx. All its files are in `folder`."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.plain, self.tls = free_port(), free_port()
        self.certificate = folder / "certificate.pem"
        make_pictures(folder / "flags")
        self.codes = sorted(path.name for path in (folder / "flags" / "GIF").iterdir())
        self.requests = RequestLog(folder / "requests.log")

    def base(self, setting: Setting):
        scheme, port = ("https", self.tls) if setting.tls else ("http", self.plain)
        return f"{scheme}://127.0.0.1:{port}/{'slow' if setting.slow else 'flags'}/{setting.kind}"

    def many(self):
        return f"http://127.0.0.1:{self.plain}/many"

    def served(self, kind: str, code: str, name: str):
        return (self.folder / "flags" / kind / code / name).read_bytes()

    def picture_sizes(self):
        """The mean and the largest size of the pictures of each kind, in bytes."""
        result = {}
        for kind in KINDS:
            sizes = [len(self.served(kind, code, f"{code}.gif")) for code in self.codes]
            result[kind] = {"mean": sum(sizes) / len(sizes), "largest": max(sizes)}
        return result

    def __enter__(self):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
                        "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
                        "-keyout", self.folder / "key.pem", "-out", self.certificate], check=True, capture_output=True)
        configuration = self.folder / "nginx.conf"
        configuration.write_text(CONFIGURATION.format(folder=self.folder, plain=self.plain, format=FORMAT,
                                                      listen_http2=listen_http2(self.tls)))
        (self.folder / "locations.conf").write_text(LOCATIONS.format(folder=self.folder, delay=DELAY))
        os.chmod(self.folder, 0o755)
        user = f"user {os.environ.get('USER', 'root')};" if os.geteuid() == 0 else ""
        self.process = subprocess.Popen(["nginx", "-c", configuration, "-g", user], stderr=subprocess.DEVNULL)
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.plain)) == 0:
                    return self
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        self.__exit__()
        raise SystemExit(f"bench: nginx does not start: {(self.folder / 'error.log').read_text()}")

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
