#!/usr/bin/env python3
"""Converts the names of Debian's iso-codes to files that Flagfetch and its tests read.

The program's file has the names of each country, and their translations:
    {"own": {"BO": ["Bolivia, Plurinational State of", ...]}, "translated": {"BO": ["Bolivie", ...]}}
The file for the tests has one line for each name: language, code, kind and name, separated by tabs. The language of
untranslated names is "en". Only the standard library is needed.
"""

import argparse
import gettext
import json
import pathlib
import sys

# The ten most spoken official languages of the UN and of the European Union that iso-codes has in full, and Japanese.
LANGUAGES = ["ar", "de", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "zh_CN"]

# Members of iso-codes that hold a name, by domain.
KINDS = {"iso_3166-1": ["name", "official_name", "common_name"]}
CODES = {"iso_3166-1": "alpha_2"}


def read_entries(folder, domain):
    """Returns the entries of a list. In iso-codes it is a member named after the number of the standard."""
    with open(folder / "json" / f"{domain}.json", encoding="utf-8") as file:
        return json.load(file)[domain.removeprefix("iso_")]


def read_translation(folder, domain, language):
    """Returns a function from an English text to its translation, or None if there is none."""
    path = folder / language / "LC_MESSAGES" / f"{domain}.mo"
    if not path.exists():
        return lambda text: None
    with open(path, "rb") as file:
        catalogue = gettext.GNUTranslations(file)
    catalogue.add_fallback(NoTranslation())
    return catalogue.gettext


class NoTranslation(gettext.NullTranslations):
    """Returns None for a text without a translation. gettext itself returns the English text."""

    def gettext(self, message):
        return None


def names_of(entries, domain):
    """Yields code, kind and English text of each name."""
    for entry in entries:
        for kind in KINDS[domain]:
            if kind in entry:
                yield entry[CODES[domain]], kind, entry[kind]


def add(names, code, name):
    known = names.setdefault(code, [])
    if name not in known:
        known.append(name)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--iso-codes", type=pathlib.Path, default="/usr/share/iso-codes")
    parser.add_argument("--locale", type=pathlib.Path, default="/usr/share/locale")
    parser.add_argument("--output", type=pathlib.Path, required=True, help="the program's file")
    parser.add_argument("--table", type=pathlib.Path, help="the file for the tests")
    options = parser.parse_args()

    domain = "iso_3166-1"
    try:
        english = list(names_of(read_entries(options.iso_codes, domain), domain))
    except (OSError, KeyError, ValueError) as error:
        sys.exit(f"convert_iso_codes.py: the names of iso-codes cannot be read: {error}")

    own, translated = {}, {}
    rows = [("en", *name) for name in english]
    for code, _, name in english:
        add(own, code, name)
    for language in LANGUAGES:
        translation = read_translation(options.locale, domain, language)
        for code, kind, name in english:
            if text := translation(name):
                add(translated, code, text)
                rows.append((language, code, kind, text))

    options.output.write_text(
        json.dumps({"own": own, "translated": translated}, ensure_ascii=False, separators=(",", ":"), sort_keys=True),
        encoding="utf-8")
    if options.table:
        lines = ["\t".join(row) for row in rows]
        options.table.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
