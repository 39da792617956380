"""Makes the pictures that the server of the benchmarks serves, as FOLDER/KIND/CODE/CODE.gif and metadata.json.

They are named *.gif in every kind, because that is what the exercise requests.
"""

from concurrent.futures import ThreadPoolExecutor
import io
import json
import os
from pathlib import Path
import statistics
import subprocess

from PIL import Image

COUNTRIES = 194  # as in the exercise
SVG_FOLDER = Path("/usr/share/iso-flags-svg/country-4x3")
PNG_FOLDER = Path("/usr/share/iso-flags-png-320x240")

# The GIF files of the exercise: 400 to 604 pixels wide, 12.1 kB on average, 36 kB at most.
WIDTHS = (400, 450, 500, 550, 600)
MEAN_BYTES = (11_000, 13_500)
LARGEST_BYTES = 36_000
# The first number of colours that gives a file of at most LARGEST_BYTES is used.
COLOURS = (256, 128, 64, 32, 16)
WEB_LEVELS = range(0, 256, 51)  # of red, green and blue in the palette of web-safe colours


def web_palette():
    palette = Image.new("P", (1, 1))
    palette.putpalette([level for red in WEB_LEVELS for green in WEB_LEVELS for blue in WEB_LEVELS
                        for level in (red, green, blue)])
    return palette


def encode(drawing: Image.Image, palette: Image.Image):
    output = io.BytesIO()
    drawing.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG).save(output, "GIF")
    return output.getvalue()


def make_gif(svg: Path, width: int, web_safe: bool):
    """Web-safe colours are dithered, which old GIF files often are, and double the size of the file."""
    command = ["rsvg-convert", "--width", str(width), "--keep-aspect-ratio", "--background-color", "white", svg]
    drawn = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
    drawing = Image.open(io.BytesIO(drawn)).convert("RGB")
    if web_safe and len(gif := encode(drawing, web_palette())) <= LARGEST_BYTES:
        return gif
    for colours in COLOURS:
        if len(gif := encode(drawing, drawing.quantize(colours))) <= LARGEST_BYTES:
            return gif
    raise SystemExit(f"bench: {svg} does not fit into {LARGEST_BYTES} bytes as GIF")


def pictures_by_kind():
    """Returns the pictures of each kind by country code."""
    png = {path.stem: path for path in PNG_FOLDER.rglob("*.png")}
    svg = {path.stem: path for path in SVG_FOLDER.glob("*.svg")}
    codes = sorted(code for code in png.keys() & svg.keys() if len(code) == 2)[:COUNTRIES]
    if len(codes) < COUNTRIES:
        raise SystemExit("bench: iso-flags-png-320x240 and iso-flags-svg are not installed")
    widths = [WIDTHS[number % len(WIDTHS)] for number in range(len(codes))]
    # Every second one has web-safe colours. With them alone the average is 16.5 kB, without them 8.1 kB.
    web_safe = [number % 2 == 0 for number in range(len(codes))]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        gif = list(pool.map(make_gif, (svg[code] for code in codes), widths, web_safe))
    return {"GIF": dict(zip(codes, gif)),
            "SVG": {code: svg[code].read_bytes() for code in codes},
            "PNG": {code: png[code].read_bytes() for code in codes}}


def make_pictures(folder: Path):
    kinds = pictures_by_kind()
    mean = statistics.mean(map(len, kinds["GIF"].values()))
    if not MEAN_BYTES[0] <= mean <= MEAN_BYTES[1]:
        # Another version of Pillow or of the pictures. COLOURS must be adapted, or results are not comparable.
        raise SystemExit(f"bench: the GIF files have {mean:.0f} bytes on average, not {MEAN_BYTES}")
    for kind, pictures in kinds.items():
        for code, picture in pictures.items():
            flag = folder / kind / code
            flag.mkdir(parents=True)
            (flag / f"{code}.gif").write_bytes(picture)
            (flag / "metadata.json").write_text(
                json.dumps({"country": f"Country {code}", "iso_cc": code.upper(), "tld_cc": f".{code}"}))
