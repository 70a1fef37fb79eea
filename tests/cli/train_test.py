#!/usr/bin/env python3
"""perceptible-cli train, as a script uses it: results on standard output, sentences on standard error, exit codes.

    python3 train_test.py path/to/perceptible-cli
"""

import json
import math
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else "perceptible-cli"
DONE, DIVERGED, BAD_INPUT = 0, 1, 2
KEYS = {
    "iteration", "train_cost", "train_accuracy", "test_cost", "test_accuracy", "seconds", "steps_per_second", "stop_reason",
}  # fmt: skip


def two_clouds(examples=40):
    """Separable by a line, so that every network learns it."""
    lines = ["x1,x2,label"]
    for i in range(examples):
        label = i % 2
        side = 1 if label else -1
        lines.append(f"{2 * side + math.sin(3 * i):.4f},{side + math.cos(5 * i) / 2:.4f},{label}")
    return "\n".join(lines) + "\n"


class Train(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.points = self.write("points.csv", two_clouds())

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")
        return str(self.folder / name)

    def run_program(self, *arguments):
        return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=120, check=False)

    def train(self, *options, code=DONE):
        """The JSON object of a training on the two clouds."""
        result = self.run_program("train", "--data", self.points, "--json", *options)
        self.assertEqual(result.returncode, code, result.stderr)
        return json.loads(result.stdout)

    def expect_refusal(self, *arguments, names):
        result = self.run_program(*arguments)
        self.assertEqual(result.returncode, BAD_INPUT, result.stdout)
        self.assertEqual(result.stdout, "")
        for name in names:
            self.assertIn(name, result.stderr)

    def test_prints_one_json_object_with_its_keys(self):
        result = self.train("--hidden", "4", "--learning-rate", "1.2", "--iterations", "500", "--seed", "1",
                            "--test-fraction", "0.25")  # fmt: skip
        self.assertEqual(set(result), KEYS)
        self.assertEqual(result["iteration"], 500)
        self.assertEqual(result["stop_reason"], "iterations")
        self.assertEqual(result["train_accuracy"], 1)
        self.assertEqual(result["test_accuracy"], 1)
        self.assertLess(result["train_cost"], 0.1)
        self.assertGreater(result["steps_per_second"], 0)

    def test_has_no_test_numbers_without_test_examples(self):
        result = self.train("--iterations", "5")
        self.assertIsNone(result["test_cost"])
        self.assertIsNone(result["test_accuracy"])

    def test_learns_more_in_more_iterations(self):
        costs = [self.train("--iterations", str(n))["train_cost"] for n in (0, 10, 200)]
        self.assertEqual(costs, sorted(costs, reverse=True))
        self.assertGreater(costs[0], costs[2])

    def test_gives_the_same_numbers_for_the_same_seed_only(self):
        def costs(seed):
            result = self.train("--iterations", "50", "--batch-size", "8", "--test-fraction", "0.3", "--seed", seed)
            return result["train_cost"], result["test_cost"]

        self.assertEqual(costs("3"), costs("3"))
        self.assertNotEqual(costs("3"), costs("4"))

    def test_takes_every_hyperparameter(self):
        base = self.train("--iterations", "20")["train_cost"]
        for option in (["--hidden", "none"], ["--hidden", "3,5"], ["--activation", "relu"], ["--learning-rate", "0.01"],
                       ["--batch-size", "10"], ["--init", "he"], ["--seed", "2"]):  # fmt: skip
            self.assertNotEqual(self.train("--iterations", "20", *option)["train_cost"], base, option)
        self.train("--hidden", "3,5", "--activation", "relu,leaky-relu", "--iterations", "5")

    def test_prints_text_without_json(self):
        result = self.run_program("train", "--data", self.points, "--iterations", "5")
        self.assertEqual(result.returncode, DONE)
        self.assertIn("iteration 5", result.stdout)
        self.assertIn("train cost", result.stdout)

    def test_says_when_training_diverges(self):
        options = ["--hidden", "16,16,16,16,16,16", "--activation", "relu", "--init", "he", "--learning-rate", "100"]
        result = self.train(*options, code=DIVERGED)
        self.assertEqual(result["stop_reason"], "diverged")
        self.assertLess(result["iteration"], 1000)
        self.assertIn("learning-rate", self.run_program("train", "--data", self.points, *options).stderr)

    def test_refuses_hyperparameters_out_of_range_and_names_them(self):
        for options, names in (
            (["--learning-rate", "0"], ["learning-rate", "1e-06", "100"]),
            (["--learning-rate", "nan"], ["learning-rate"]),
            (["--iterations", "-1"], ["iterations", "-1"]),
            (["--hidden", "4,0"], ["hidden[2].units", "128"]),
            (["--hidden", "four"], ["--hidden", "four"]),
            (["--hidden", ",".join(["4"] * 13)], ["hidden", "12"]),
            (["--hidden", "4,4", "--activation", "tanh,tanh,tanh"], ["--activation", "2"]),
            (["--activation", "softsign"], ["softsign", "tanh"]),
            (["--batch-size", "0"], ["batch-size", "200000"]),
            (["--batch-size", "some"], ["--batch-size", "some"]),
            (["--init", "ones"], ["ones", "xavier"]),
            (["--seed", "1000000000"], ["seed", "999999999"]),
            (["--test-fraction", "0.95"], ["--test-fraction", "0.9"]),
        ):
            with self.subTest(options):
                self.expect_refusal("train", "--data", self.points, *options, names=names)

    def test_refuses_bad_files_and_names_file_and_line(self):
        for name, text, names in (
            ("text.csv", "1,2,0\n1,two,1\n", ["text.csv", "line 2", "two"]),
            ("column.csv", "1,2,0\n1,2\n", ["column.csv", "line 2"]),
            ("infinite.csv", "1,2,0\n1,2,1\ninf,2,1\n", ["infinite.csv", "line 3"]),
            ("label.csv", "1,2,7\n", ["label.csv", "line 1", "7"]),
            ("quote.csv", '1,2,0\n"1,2,0\n', ["quote.csv"]),
            ("empty.csv", "", ["empty.csv"]),
        ):
            with self.subTest(name):
                self.expect_refusal("train", "--data", self.write(name, text), names=names)

    def test_refuses_what_is_no_file(self):
        self.expect_refusal("train", "--data", str(self.folder), names=[str(self.folder)])
        self.expect_refusal("train", "--data", str(self.folder / "none.csv"), names=["none.csv"])

    def test_explains_itself_and_refuses_unknown_words(self):
        self.assertIn("train", self.run_program("--help").stdout)
        self.assertEqual(self.run_program("train", "--help").returncode, DONE)
        self.expect_refusal(names=["subcommand"])
        self.expect_refusal("train", names=["--data"])
        self.expect_refusal("train", "--data", self.points, "--momentum", "0.9", names=["--momentum"])


if __name__ == "__main__":
    unittest.main()
