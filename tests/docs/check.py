#!/usr/bin/env python3
"""Runs the examples of the documents, and checks what they refer to; see scripts/check-docs.sh."""
import concurrent.futures
import json
import os
import pathlib
import sys
import time

sys.dont_write_bytecode = True
import examples
import references

project = pathlib.Path(__file__).resolve().parents[2]
program = pathlib.Path(os.environ.get("FLAGFETCH_PROGRAM", project / "build/release/flagfetch")).resolve()


def all_documents():
    paths = [*project.glob("*.md"), *(project / "docs").glob("*.md"), project / "tests/faults/README.md"]
    return {path: path.read_text() for path in sorted(paths)}


def check_json(name, text):
    problems = []
    for line, language, lines in examples.code_blocks(text):
        if language == "json":
            try:
                json.loads("\n".join(lines))
            except ValueError as error:
                problems.append(f"{name}:{line}: this is not JSON: {error}")
        elif not language:
            problems.append(f"{name}:{line}: the block has no language; use console, sh, json or text")
    return problems


def run_document(path, text):
    """(problems, count) of one document. Prints a line if it has examples."""
    name = path.relative_to(project)
    count = examples.Count()
    language = "zh_CN.UTF-8" if ".zh_CN" in path.name else "C.UTF-8"
    began = time.monotonic()
    with examples.Home(str(project), str(program.parent), language) as home:
        problems = check_json(name, text) + examples.run_examples(name, text, home, count)
    if count.run or count.skipped:
        reasons = f" ({'; '.join(count.reasons)})" if count.reasons else ""
        print(f"{name}: {count.run} commands run, {count.skipped} skipped{reasons}, {time.monotonic() - began:.0f} s", flush=True)
    return problems, count


def main(arguments):
    if not program.exists():
        print(f"check-docs.sh: {program} does not exist; build it, or set FLAGFETCH_PROGRAM", file=sys.stderr)
        return 2
    documents = all_documents()
    chosen = [pathlib.Path(argument).resolve() for argument in arguments] or list(documents)
    unknown = [path for path in chosen if path not in documents]
    if unknown:
        print(f"check-docs.sh: {unknown[0]}: this is not a document of the project", file=sys.stderr)
        return 2

    problems = []
    total = examples.Count()
    # Two at a time: most of their time is the delays of the slow built-in source.
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        for found, count in pool.map(run_document, chosen, [documents[path] for path in chosen]):
            problems += found
            total.run += count.run
            total.skipped += count.skipped
    if not arguments:
        problems += references.check_links(project, documents)
        problems += references.check_installed(project, documents)
        problems += references.check_names(project, documents)
        problems += references.check_width(project, documents)
        problems += references.check_options(project, program)
        problems += references.check_kinds(project)
        problems += references.check_messages(project)
        problems += references.check_lists(project)
        problems += references.check_languages(project, documents)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(chosen)} documents, {total.run} commands run, {total.skipped} skipped, {len(problems)} findings.")
    return 1 if problems else 0


sys.exit(main(sys.argv[1:]))
