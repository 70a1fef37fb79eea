#!/usr/bin/env python3
"""perceptible-cli train while it runs: its progress, and how it ends when it is asked to.

    python3 interruption_test.py path/to/perceptible-cli
"""

import contextlib
import json
import os
import pty
import re
import signal
import subprocess
import unittest

from program import DONE, PROGRAM, TIMEOUT, CommandLineTest, scattered

ENDLESS = ["--iterations", "1000000000000"]


class Terminal:
    """Where a program writes its standard error to."""

    def __init__(self):
        self.ours, self.theirs = pty.openpty()
        self.text = ""

    def read(self):
        """Whether anything came."""
        try:
            data = os.read(self.ours, 65536)
        except OSError:  # the program has closed its side
            data = b""
        self.text += data.decode("utf-8")
        return bool(data)

    def wait_for(self, pattern):
        while not re.search(pattern, self.text):
            if not self.read():
                raise AssertionError(f"{pattern} didn't come before the end of {self.text!r}")


class Interruption(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.points = self.write("points.csv", scattered("binary"))

    @contextlib.contextmanager
    def terminal(self):
        terminal = Terminal()
        yield terminal
        os.close(terminal.ours)

    @contextlib.contextmanager
    def started(self, terminal, *arguments):
        process = subprocess.Popen([PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=terminal.theirs, text=True)
        os.close(terminal.theirs)
        try:
            yield process
        finally:
            process.kill()
            process.communicate()

    def interrupt(self, *options, by=signal.SIGINT, after=r"\d\d of 1000000000000, J "):
        """The JSON object and what was on the terminal, of a training that is interrupted when that has come."""
        with self.terminal() as terminal, self.started(terminal, "train", "--json", *options) as process:
            terminal.wait_for(after)
            process.send_signal(by)
            while terminal.read():
                pass
            output, _ = process.communicate(timeout=TIMEOUT)
            self.assertEqual(process.returncode, DONE)
            return json.loads(output), terminal.text

    def test_writes_what_was_asked(self):
        result, _ = self.interrupt("--data", self.points, *ENDLESS, "-o", self.path("out.json"), "--batch-size", "5",
                                   "--cost-curve", self.path("out.csv"), "--cost-every", "1000")  # fmt: skip
        self.assertEqual(result["stop_reason"], "interrupted")
        self.assertGreater(result["iteration"], 0)
        self.assertIsNotNone(result["train_cost"])
        session = self.json_of("out.json")
        self.assertEqual(session["iteration"], result["iteration"])
        curve = self.text_of("out.csv").splitlines()
        self.assertEqual(curve[0], "iteration,train_cost")
        self.assertEqual([int(line.split(",")[0]) for line in curve[1:]], list(range(0, result["iteration"] + 1, 1000)))
        self.assertEqual({path.name for path in self.files()}, {"points.csv", "out.json", "out.csv"})

    def test_the_session_goes_on_as_if_nothing_had_happened(self):
        options = ["--data", self.points, "--batch-size", "5", "--optimizer", "adam", "--learning-rate", "0.001"]
        result, _ = self.interrupt(*options, *ENDLESS, "-o", self.path("out.json"))
        n = result["iteration"]
        continued = self.session(self.path("out.json"), "--iterations", "7", name="continued.json")
        self.assertEqual(continued, self.session(*options, "--iterations", str(n + 7), name="straight.json"))

    def test_ends_on_a_request_to_terminate_too(self):
        result, _ = self.interrupt("--data", self.points, *ENDLESS, by=signal.SIGTERM)
        self.assertEqual(result["stop_reason"], "interrupted")

    def test_ends_within_a_stretch_of_slow_steps(self):
        many = self.path("many.csv")
        self.output("generate", "spirals", "--examples", "20000", "-o", many)
        result, _ = self.interrupt("--data", many, *ENDLESS, "--hidden", ",".join(["64"] * 4), after="J ")
        self.assertEqual(result["stop_reason"], "interrupted")

    def test_shows_a_bar_on_a_terminal(self):
        _, text = self.interrupt("--data", self.points, *ENDLESS)
        self.assertRegex(text, r"\r\x1b\[K\[-{30}\] \d+ of 1000000000000, J [\d.e-]+")
        with self.terminal() as terminal, self.started(
            terminal, "train", "--data", self.points, "--iterations", "50", "--json"
        ) as process:
            terminal.wait_for(r"\[#{30}\] 50 of 50, J ")
            output, _ = process.communicate(timeout=TIMEOUT)
            self.assertEqual(json.loads(output)["iteration"], 50)

    def test_without_a_limit_shows_the_iteration_alone(self):
        session = self.session("--data", self.points, "--iterations", "0", "--until-cost", "0")
        session["hyperparameters"]["iterations"] = None
        edited = self.write("edited.json", session)
        with self.terminal() as terminal, self.started(terminal, "train", edited, "--json") as process:
            terminal.wait_for(r"\x1b\[K\d+, J ")
            process.send_signal(signal.SIGINT)
            output, _ = process.communicate(timeout=TIMEOUT)
            self.assertEqual(json.loads(output)["stop_reason"], "interrupted")


if __name__ == "__main__":
    unittest.main()
