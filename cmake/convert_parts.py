#!/usr/bin/env python3
"""Converts translated names of parts of countries from Debian's iso-codes to a file that Flagfetch reads.

Only the parts in resources/parts.json are converted. The file is {"de": {"US-CA": "Kalifornien", ...}, ...}, without
names that equal the English name. Only the standard library is needed.
"""

import argparse
import gettext
import json
import pathlib
import sys


def translations(path):
    with open(path, "rb") as file:
        return gettext.GNUTranslations(file)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--parts", type=pathlib.Path, required=True, help="resources/parts.json")
    parser.add_argument("--iso-codes", type=pathlib.Path, default="/usr/share/iso-codes")
    parser.add_argument("--locale", type=pathlib.Path, default="/usr/share/locale")
    parser.add_argument("--output", type=pathlib.Path, required=True)
    options = parser.parse_args()

    try:
        wanted = json.loads(options.parts.read_text(encoding="utf-8"))["parts"]
        list_of_iso = json.loads((options.iso_codes / "json" / "iso_3166-2.json").read_text(encoding="utf-8"))
    except (OSError, KeyError, ValueError) as error:
        sys.exit(f"convert_parts.py: the names of iso-codes cannot be read: {error}")
    english = {entry["code"]: entry["name"] for entry in list_of_iso["3166-2"] if entry["code"] in wanted}

    names = {}
    for path in sorted(options.locale.glob("*/LC_MESSAGES/iso_3166-2.mo")):
        catalogue = translations(path)
        translated = {code: catalogue.gettext(name) for code, name in english.items()}
        language = {code: text for code, text in translated.items() if text != english[code]}
        if language:
            names[path.parts[-3]] = language
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(json.dumps(names, ensure_ascii=False, sort_keys=True), encoding="utf-8")


main()
