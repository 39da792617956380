#!/usr/bin/env python3
"""Tests how the examples of the documents are read and compared, and what is a broken reference."""
import pathlib
import sys
import tempfile
import time
import unittest
from unittest import mock

sys.dont_write_bytecode = True
import examples
import references


def steps_of(text):
    steps, mistakes = examples.read_examples(text)
    assert not mistakes, mistakes
    return steps


def mistakes_in(text):
    return [(line, mistake.split(" ", 2)[1]) for line, mistake in examples.read_examples(text)[1]]


def is_running(*command):
    wanted = "".join(word + "\0" for word in command).encode()
    for path in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if path.read_bytes() == wanted:
                return True
        except OSError:  # the process has ended meanwhile
            pass
    return False


def has_ended(*command):
    """Waits for the end of the process, which follows soon after it was killed."""
    deadline = time.monotonic() + 20
    while is_running(*command):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


class Comparison(unittest.TestCase):
    def matches(self, expected, actual, any_order=False):
        return examples.matches(expected.split("\n"), actual.split("\n"), any_order)

    def test_the_same_text_matches(self):
        self.assertTrue(self.matches("one\ntwo", "one\ntwo\n"))
        self.assertFalse(self.matches("one\ntwo", "one"))
        self.assertFalse(self.matches("one", "one\ntwo"))

    def test_times_ports_and_processes_may_differ(self):
        self.assertTrue(self.matches("2 flags in 0.04 s.", "2 flags in 11.30 s."))
        self.assertTrue(self.matches("http://127.0.0.1:8000/de", "http://127.0.0.1:41234/de"))
        self.assertTrue(self.matches("(flagfetch, process 30043)", "(flagfetch, process 7)"))
        self.assertFalse(self.matches("2 flags in 0.04 s.", "3 flags in 0.04 s."))

    def test_codes_may_arrive_in_any_order(self):
        self.assertTrue(self.matches("DE FR GB-ENG", "GB-ENG DE FR "))
        self.assertFalse(self.matches("DE FR", "DE FR JP"))

    def test_lines_may_have_another_order_only_if_that_is_said(self):
        self.assertFalse(self.matches("b x\na x", "a x\nb x"))
        self.assertTrue(self.matches("b x\na x", "a x\nb x", any_order=True))

    def test_dots_stand_for_text_and_for_lines(self):
        self.assertTrue(self.matches("found ... flags", "found 25 good flags"))
        self.assertTrue(self.matches("a\n[...]\nb", "a\n1\n2\nb"))
        self.assertTrue(self.matches("a\n[...]\nb", "a\nb"))
        self.assertFalse(self.matches("a\n[...]\nb", "a\n1"))
        self.assertFalse(self.matches("a.c", "abc"))


class Reading(unittest.TestCase):
    def test_commands_have_their_output(self):
        (block,) = steps_of("```console\n$ one\nx\ny\n$ two \\\n  more\nz\n```")
        self.assertEqual([(command.line, command.text, command.expected) for command in block.commands],
                         [(2, "one", ["x", "y"]), (5, "two \\\n  more", ["z"])])

    def test_indented_blocks_are_read_without_their_indentation(self):
        (block,) = steps_of("- item\n\n  ```console\n  $ one\n  x\n  ```")
        self.assertEqual((block.commands[0].text, block.commands[0].expected), ("one", ["x"]))

    def test_comments_of_shell_are_no_commands(self):
        (block,) = steps_of("```sh\n# a comment\none  # why\n\ntwo\n```")
        self.assertEqual([command.text for command in block.commands], ["one  # why", "two"])

    def test_a_comment_controls_the_next_block_only(self):
        first, second = steps_of("<!-- example: skip takes an hour -->\n```sh\na\n```\n```sh\nb\n```")
        self.assertEqual((first.skip, second.skip), ("takes an hour", ""))

    def test_lines_are_skipped_by_pattern(self):
        (block,) = steps_of("<!-- example: skip /two|three/ no network -->\n```sh\none\ntwo\n```")
        self.assertEqual((block.skip, block.skipped_lines), ("", [("two|three", "no network")]))

    def test_hidden_steps_keep_their_place(self):
        steps = steps_of("```sh\na\n```\n<!-- example: run\nb\nc\n-->\n```sh\nd\n```")
        self.assertEqual((steps[1].kind, steps[1].text), ("run", "b\nc"))


    def test_lines_that_end_with_a_backslash_are_one_command(self):
        (block,) = steps_of("```sh\none \\\n  more \\\n  # no comment\ntwo \\\\\nthree\n```")
        self.assertEqual([(command.line, command.text) for command in block.commands],
                         [(2, "one \\\n  more \\\n  # no comment"), (5, "two \\\\"), (6, "three")])

    def test_the_expected_status_is_that_of_the_matching_pattern(self):
        first, second = steps_of("<!-- example: status 2 /wrong/ -->\n<!--example:status 137 /kill/-->\n"
                                 "```console\n$ a\n$ wrong\n$ kill\n```\n<!-- example: status 3 -->\n```sh\na\n```")
        self.assertEqual([first.status_of(command) for command in first.commands], [0, 2, 137])
        self.assertEqual(second.status_of(second.commands[0]), 3)


class Mistakes(unittest.TestCase):
    BLOCK = "\n```sh\na\n```\n"

    def test_comments_are_accepted_with_any_spaces(self):
        for comment in ("<!-- example: skip why -->", "<!--example:skip why-->", "<!--  example :\nskip\nwhy -->"):
            (block,) = steps_of(comment + self.BLOCK)
            self.assertEqual(block.skip, "why", comment)

    def test_comments_that_are_not_understood_are_found(self):
        for comment in ("<!-- example: skp why -->", "<!-- sample: skip why -->", "<!-- Example: skip why -->",
                        "<!-- examples: skip why -->", "<!-- example: skipped why -->", "<!-- example skip why -->",
                        "<!-- skip why -->"):
            self.assertEqual(mistakes_in(comment + self.BLOCK), [(1, "comment")], comment)
        self.assertEqual(mistakes_in("<!-- example: skip why" + self.BLOCK), [(1, "comment")])

    def test_comments_need_what_their_word_needs(self):
        for comment, mistake in (("skip", "needs"), ("skip /a/", "needs"), ("skip /b/ why", "command"),
                                 ("skip /(/ why", "pattern"), ("any order please", "follows"), ("status a", "status"),
                                 ("status 1 a", "status"), ("status 1 /b/", "command"), ("run", "needs"), ("serve", "needs")):
            self.assertEqual(mistakes_in(f"<!-- example: {comment} -->" + self.BLOCK), [(1, mistake)], comment)

    def test_comments_that_control_no_block_are_found(self):
        skip = "<!-- example: skip why -->"
        for text in (skip, skip + "\n```text\na\n```" + self.BLOCK, skip + "\nText." + self.BLOCK):
            self.assertEqual(mistakes_in(text), [(1, "block")], text)
        self.assertEqual(mistakes_in(skip + "\n\n<!-- example: run b -->" + self.BLOCK), [])
        self.assertEqual(mistakes_in("```text\n<!-- sample -->\n```"), [])

    def test_fences_that_would_not_be_checked_are_found(self):
        for fence in ("```sh title", "```{sh}", "```sh-session", "````sh", "~~~sh", "- ```sh", "> ```sh", "\t```sh"):
            closing = "````" if fence.startswith("````") else "~~~" if fence.startswith("~") else "```"
            self.assertEqual(mistakes_in(f"{fence}\na\n{closing}{self.BLOCK}"), [(1, "fence")], fence)
        self.assertEqual(mistakes_in(self.BLOCK + "```sh\na\n"), [(5, "block")])


class Running(unittest.TestCase):
    def home(self):
        return examples.Home("/nowhere", "/usr/bin", "C.UTF-8")

    def problems(self, text):
        with self.home() as home:
            return examples.run_examples("a.md", text, home, examples.Count())

    def test_the_status_is_checked_with_and_without_output(self):
        self.assertEqual(self.problems("```console\n$ true\n$ echo a\na\n```\n```sh\ntrue\n```"), [])
        for text in ("```console\n$ false\n```", "```console\n$ echo a; false\na\n```", "```sh\nfalse\n```",
                     "<!-- example: status 1 -->\n```console\n$ true\n```"):
            self.assertEqual([problem.split(":")[0] for problem in self.problems(text)], ["a.md"], text)
        self.assertEqual(self.problems("<!-- example: status 1 /false/ -->\n```console\n$ false\n$ true\n```"), [])
        self.assertEqual(self.problems("<!-- example: status 137 -->\n```sh\nkill -9 $$\n```"), [])

    def test_nothing_of_a_file_with_a_mistake_is_run(self):
        for mistake in ("<!-- example: skp why -->", "<!-- example: skip why -->\nText.", "```sh title\n```"):
            with self.home() as home:
                problems = examples.run_examples("a.md", f"```sh\ntouch ran\n```\n{mistake}\n```sh\ntouch ran\n```",
                                                 home, examples.Count())
                self.assertEqual((len(problems), list(pathlib.Path(home.folder).iterdir())), (1, []), mistake)

    def test_commands_that_change_the_computer_are_not_run(self):
        for command in ("sudo --version", "true; sudo --version", "/usr/bin/sudo --version", "apt --version", "x=$(pacman --version)"):
            for text in (f"```sh\n{command}\n```", f"```console\n$ {command}\n```", f"<!-- example: run {command} -->",
                         f"<!-- example: serve {command} -->", f"```sh\ntrue \\\n; {command}\n```"):
                (problem,) = self.problems(text)
                self.assertIn("changes the computer", problem)
        self.assertEqual(self.problems("<!-- example: skip why -->\n```sh\nsudo --version\n```"), [])
        self.assertEqual(self.problems("<!-- example: skip /sudo/ why -->\n```sh\nsudo --version\ntrue\n```"), [])

    def test_a_command_ends_with_its_children_at_the_time_limit(self):
        with self.home() as home, mock.patch.object(examples, "TIME_LIMIT", 0.5):
            began = time.monotonic()
            status, _ = home.run("sleep 987654 | cat; true")
            self.assertEqual(status, -1)
        self.assertLess(time.monotonic() - began, 30)
        self.assertTrue(has_ended("sleep", "987654"))

    def test_a_server_that_does_not_begin_or_end_is_ended(self):
        began = time.monotonic()
        with mock.patch.multiple(examples, START_LIMIT=0.5, STOP_LIMIT=0.5):
            with self.home() as home:
                self.assertFalse(home.serve("sleep 987655"))
                self.assertFalse(home.serve("true"))
                self.assertFalse(home.serve("bash -c 'printf unfinished; sleep 987655'"))
                with mock.patch.object(examples, "START_LIMIT", 20):
                    self.assertTrue(home.serve("""bash -c 'trap "" TERM; echo ready; while sleep 0.1; do :; done'"""))
        self.assertLess(time.monotonic() - began, 30)
        self.assertTrue(has_ended("sleep", "987655"))


class References(unittest.TestCase):
    def test_anchors_are_those_of_github(self):
        anchors = references.anchors_of("# One, two: `three`!\n## One\n## One\n```\n# no heading\n```\n")
        self.assertEqual(anchors, {"one-two-three", "one", "one-1"})

    def test_links_of_installed_documents_to_others_are_found(self):
        with tempfile.TemporaryDirectory() as folder:
            project = pathlib.Path(folder).resolve()
            (project / "cmake").mkdir()
            rules = project / "cmake/Packaging.cmake"
            documents = {project / "docs/ONE.md": "[a](TWO.md#b) [b](https://a.b) ![c](c.png) [d](#e)",
                         project / "docs/TWO.md": "[a](THREE.md)", project / "docs/THREE.md": "[a](ONE.md)"}
            rules.write_text('install(FILES "${PROJECT_SOURCE_DIR}/docs/ONE.md" "${PROJECT_SOURCE_DIR}/docs/TWO.md")')
            problems = references.check_installed(project, documents)
            self.assertEqual([problem.split(": ")[:2] for problem in problems],
                             [["docs/ONE.md", "c.png"], ["docs/TWO.md", "THREE.md"]])
            rules.write_text("install(FILES docs/ONE.md)")
            self.assertEqual(len(references.check_installed(project, documents)), 1)

    def test_missing_files_and_headings_and_pages_that_are_not_linked_are_found(self):
        with tempfile.TemporaryDirectory() as folder:
            project = pathlib.Path(folder).resolve()
            (project / "docs").mkdir()
            texts = {"README.md": "[a](docs/ARCHITECTURE.md#modules) [b](docs/NONE.md) [c](#none)",
                     "docs/ARCHITECTURE.md": "# Modules", "docs/ALONE.md": "# Alone"}
            for name, text in texts.items():
                (project / name).write_text(text)
            problems = references.check_links(project, {project / name: text for name, text in texts.items()})
        self.assertEqual([problem.split(": ", 1)[0] + problem.rsplit(": ", 1)[1][:16] for problem in problems],
                         ["README.mdthere is no such", "README.mdthere is no such", "docs/ALONE.mdno link leads he"])

    def test_the_missing_number_of_sources_is_quoted(self):
        with tempfile.TemporaryDirectory() as folder:
            project = pathlib.Path(folder)
            texts = {"README.md": "Fourteen\nsources", "README.zh_CN.md": "自带 14\n个旗帜来源",
                     "cmake/DebianPackage.cmake": "fourteen sources",
                     "packaging/metainfo.xml.in": "fourteen sources, 13 个旗帜来源"}
            for name, text in texts.items():
                (project / name).parent.mkdir(exist_ok=True)
                (project / name).write_text(text)
            (problem,) = references.check_number(project, 14)
            self.assertTrue(problem.startswith('packaging/metainfo.xml.in: "14 个旗帜来源" is missing'), problem)
            self.assertEqual(len(references.check_number(project, 15)), len(texts) + 1)


unittest.main()
