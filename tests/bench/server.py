"""nginx on the loopback address that serves flags over HTTP and HTTPS, with and without a delay of 50 ms."""

import json
import os
from pathlib import Path
import shutil
import socket
import subprocess
import time

PICTURES = Path("/usr/share/iso-flags-png-320x240")
COUNTRIES = 194
DELAY = 0.05

CONFIGURATION = """
load_module {modules}/ngx_http_echo_module.so;
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 4096; }}
http {{
    access_log off; keepalive_requests 1000000;
    types {{ application/json json; image/gif gif; }}
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{plain} backlog=4096;
        listen 127.0.0.1:{tls} ssl backlog=4096;
        ssl_certificate {folder}/certificate.pem; ssl_certificate_key {folder}/key.pem;
        location /flags/ {{ root {folder}; }}
        location ~ ^/slow/(?<rest>.*)$ {{ echo_sleep {delay}; echo_exec /flags/$rest; }}
        location ~ ^/many/([a-z][a-z])[0-9]*/[a-z0-9]*\\.gif$ {{ alias {folder}/flags/$1/$1.gif; }}
        location ~ ^/many/([a-z][a-z])[0-9]*/metadata\\.json$ {{ alias {folder}/flags/$1/metadata.json; }}
    }}
}}
"""


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Server:
    """A context manager that runs nginx. All its files are in `folder`."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.plain, self.tls = free_port(), free_port()
        self.certificate = folder / "certificate.pem"
        self.codes = self._make_flags()

    def base(self, tls: bool, slow: bool):
        return f"{'https' if tls else 'http'}://127.0.0.1:{self.tls if tls else self.plain}/{'slow' if slow else 'flags'}"

    def many(self):
        return f"http://127.0.0.1:{self.plain}/many"

    def _make_flags(self):
        codes = sorted(path.stem for path in PICTURES.rglob("*.png") if len(path.stem) == 2)[:COUNTRIES]
        if len(codes) < COUNTRIES:
            raise SystemExit("bench: iso-flags-png-320x240 is not installed")
        pictures = {path.stem: path for path in PICTURES.rglob("*.png")}
        for code in codes:
            flag = self.folder / "flags" / code
            flag.mkdir(parents=True)
            shutil.copy(pictures[code], flag / f"{code}.gif")
            (flag / "metadata.json").write_text(
                json.dumps({"country": f"Country {code}", "iso_cc": code.upper(), "tld_cc": f".{code}"}))
        return codes

    def __enter__(self):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
                        "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", self.folder / "key.pem", "-out", self.certificate],
                       check=True, capture_output=True)
        configuration = self.folder / "nginx.conf"
        configuration.write_text(CONFIGURATION.format(folder=self.folder, plain=self.plain, tls=self.tls, delay=DELAY,
                                                      modules="/usr/lib/nginx/modules"))
        os.chmod(self.folder, 0o755)
        self.process = subprocess.Popen(["nginx", "-c", configuration, "-g", f"user {os.environ.get('USER', 'root')};"
                                         if os.geteuid() == 0 else ""], stderr=subprocess.DEVNULL)
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.plain)) == 0:
                    return self
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        raise SystemExit(f"bench: nginx does not start: {(self.folder / 'error.log').read_text()}")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)
