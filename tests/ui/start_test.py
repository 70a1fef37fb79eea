#!/usr/bin/env python3
"""perceptible, as it is started from a shell without a display: sentences and exit codes.

    python3 start_test.py path/to/perceptible
"""

import os
import subprocess
import sys
import unittest

PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else "perceptible"
DONE, NO_DISPLAY, BAD_INPUT = 0, 1, 2


class Start(unittest.TestCase):
    def start(self, *arguments):
        environment = {
            name: value
            for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        }
        return subprocess.run([PROGRAM, *arguments], env=environment, capture_output=True, text=True, timeout=60)

    def refused(self, *arguments):
        """What it says on standard error."""
        run = self.start(*arguments)
        self.assertEqual((run.returncode, run.stdout), (BAD_INPUT, ""), run.stderr)
        self.assertEqual(run.stderr.count("\n"), 1, run.stderr)
        return run.stderr

    def test_help_and_version_need_no_display(self):
        for option in ("--help", "-h"):
            run = self.start(option)
            self.assertEqual((run.returncode, run.stderr), (DONE, ""))
            for part in ("--theme", "--language", "[file]"):
                self.assertIn(part, run.stdout)
            self.assertNotIn("platform", run.stdout)
        for option in ("--version", "-v"):
            run = self.start(option)
            self.assertEqual((run.returncode, run.stderr), (DONE, ""))
            self.assertRegex(run.stdout, r"^perceptible \d+\.\d+")

    def test_unknown_values_are_refused(self):
        self.assertIn("light or dark or system", self.refused("--theme", "purple"))
        self.assertIn("light or dark or system", self.refused("--theme="))
        self.assertIn("en or ko", self.refused("--language", "xx"))

    def test_unknown_options_are_refused(self):
        self.assertIn("colour", self.refused("--colour", "red"))
        self.assertIn("theme", self.refused("--theme"))  # without its value

    def test_one_file_at_a_time(self):
        self.assertIn("not 2", self.refused("a.csv", "b.csv"))

    def test_without_a_display_a_sentence_names_the_program_that_needs_none(self):
        for platform in ([], ["-platform", "xcb"]):
            run = self.start(*platform)
            self.assertEqual((run.returncode, run.stdout), (NO_DISPLAY, ""), run.stderr)
            self.assertIn("perceptible-cli", run.stderr)
            self.assertEqual(run.stderr.count("\n"), 1, run.stderr)


if __name__ == "__main__":
    unittest.main()
