#!/usr/bin/env python3
"""Tests how the examples of the documents are read and compared, and what is a broken reference."""
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
import examples
import references


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
    def test_mistakes_in_comments_and_fences_are_found(self):
        self.assertEqual(examples.misread_directives("<!-- example: skip why -->\n```sh\na\n```"), [])
        for text in ("<!-- example: skp why -->\n```sh\na\n```", "<!--example: skip why-->\n```sh\na\n```",
                     "<!-- example: skip why -->\n```text\na\n```\n```sh\nb\n```"):
            self.assertEqual(examples.misread_directives(text), [1], text)
        self.assertEqual(examples.misread_fences("```sh\na\n```\n"), [])
        self.assertEqual(examples.misread_fences("```sh title\na\n"), [1])
        self.assertEqual(examples.misread_fences("```sh\na\n"), [1])

    def test_commands_that_change_the_system_are_not_run(self):
        count = examples.Count()
        problems = examples.run_examples("a.md", "```sh\nsudo true\n```", None, count)
        self.assertEqual((count.run, len(problems)), (0, 1))
        problems = examples.run_examples("a.md", "<!-- example: skp why -->\n```sh\nfalse\n```", None, count)
        self.assertEqual((count.run, len(problems)), (0, 1))

    def test_commands_have_their_output(self):
        (block,) = examples.steps_of("```console\n$ one\nx\ny\n$ two \\\n  more\nz\n```")
        self.assertEqual([(command.line, command.text, command.expected) for command in block.commands],
                         [(2, "one", ["x", "y"]), (5, "two \\\n  more", ["z"])])

    def test_indented_blocks_are_read_without_their_indentation(self):
        (block,) = examples.steps_of("- item\n\n  ```console\n  $ one\n  x\n  ```")
        self.assertEqual((block.commands[0].text, block.commands[0].expected), ("one", ["x"]))

    def test_comments_of_shell_are_no_commands(self):
        (block,) = examples.steps_of("```sh\n# a comment\none  # why\n\ntwo\n```")
        self.assertEqual([command.text for command in block.commands], ["one  # why", "two"])

    def test_a_comment_controls_the_next_block_only(self):
        first, second = examples.steps_of("<!-- example: skip takes an hour -->\n```sh\na\n```\n```sh\nb\n```")
        self.assertEqual((first.skip, second.skip), ("takes an hour", ""))

    def test_lines_are_skipped_by_pattern(self):
        (block,) = examples.steps_of("<!-- example: skip /two|three/ no network -->\n```sh\none\ntwo\n```")
        self.assertEqual((block.skip, block.skipped_lines), ("", [("two|three", "no network")]))

    def test_hidden_steps_keep_their_place(self):
        steps = examples.steps_of("```sh\na\n```\n<!-- example: run\nb\nc\n-->\n```sh\nd\n```")
        self.assertEqual((steps[1].kind, steps[1].text), ("run", "b\nc"))


class References(unittest.TestCase):
    def test_anchors_are_those_of_github(self):
        anchors = references.anchors_of("# One, two: `three`!\n## One\n## One\n```\n# no heading\n```\n")
        self.assertEqual(anchors, {"one-two-three", "one", "one-1"})

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


unittest.main()
