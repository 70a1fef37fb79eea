#!/usr/bin/env python3
"""perceptible-cli train, as a script uses it: results on standard output, sentences on standard error, exit codes.

    python3 train_test.py path/to/perceptible-cli
"""

import json
import unittest

from program import ACTIVATIONS, BAD_INPUT, DONE, FAILED, OPTIMIZERS, CommandLineTest, csv_of, scattered, two_clouds

KEYS = [
    "iteration", "train_cost", "train_accuracy", "test_cost", "test_accuracy", "seconds", "steps_per_second", "stop_reason",
]  # fmt: skip
DIVERGING = ["--hidden", "16,16,16,16,16,16", "--activation", "relu", "--init", "he", "--learning-rate", "100"]


class Train(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.points = self.write("points.csv", two_clouds())

    def learn(self, *options, code=DONE):
        return self.train("--data", self.points, *options, code=code)

    def test_prints_one_json_object_with_its_keys(self):
        result = self.learn("--hidden", "4", "--learning-rate", "1.2", "--iterations", "500", "--test-fraction", "0.25")
        self.assertEqual(list(result), KEYS)
        self.assertEqual(result["iteration"], 500)
        self.assertEqual(result["stop_reason"], "iterations")
        self.assertEqual(result["train_accuracy"], 1)
        self.assertEqual(result["test_accuracy"], 1)
        self.assertLess(result["train_cost"], 0.1)
        self.assertGreater(result["seconds"], 0)
        self.assertAlmostEqual(result["steps_per_second"], 500 / result["seconds"], delta=1)

    def test_has_null_where_there_is_no_number(self):
        result = self.learn("--iterations", "5")
        self.assertEqual(list(result), KEYS)
        self.assertIsNone(result["test_cost"])
        self.assertIsNone(result["test_accuracy"])
        regression = self.learn("--iterations", "5", "--task", "regression", "--test-fraction", "0.2")
        self.assertEqual([key for key, value in regression.items() if value is None], ["train_accuracy", "test_accuracy"])

    def test_learns_more_in_more_iterations(self):
        costs = [self.learn("--iterations", str(n))["train_cost"] for n in (0, 10, 200)]
        self.assertEqual(costs, sorted(costs, reverse=True))
        self.assertGreater(costs[0], costs[2])

    def test_gives_the_same_numbers_for_the_same_seed_only(self):
        def costs(seed):
            result = self.learn("--iterations", "50", "--batch-size", "8", "--test-fraction", "0.3", "--seed", seed,
                                "--dropout", "0.1")  # fmt: skip
            return result["train_cost"], result["test_cost"]

        self.assertEqual(costs("3"), costs("3"))
        self.assertNotEqual(costs("3"), costs("4"))

    def test_every_hyperparameter_acts(self):
        for base, *options in (
            ([], ["--hidden", "none"], ["--hidden", "3,5"], ["--activation", "relu"], ["--learning-rate", "0.01"],
             ["--batch-size", "10"], ["--seed", "2"], ["--l1", "0.1"], ["--l2", "0.1"], ["--dropout", "0.2"],
             ["--clip-norm", "0.01"], ["--init-bias", "0.1"], ["--features", "x1,x2,x1*x2"], ["--standardize"],
             ["--task", "multiclass"], ["--task", "regression"], ["--precision", "double"], ["--test-fraction", "0.2"]),
            ([], *(["--optimizer", name] for name in OPTIMIZERS[1:])),
            ([], *(["--activation", name] for name in ACTIVATIONS if name != "tanh")),
            ([], *(["--init", name] for name in ("zeros", "small-random", "he", "lecun", "uniform"))),
            ([], *(["--schedule", name, "--schedule-period", "5"] for name in ("step", "cosine", "inverse-time"))),
            (["--schedule", "step"], ["--schedule-period", "5"], ["--schedule-period", "15"],
             ["--schedule-period", "5", "--schedule-factor", "0.9"]),
            (["--batch-size", "10"], ["--no-shuffle"]),
            (["--activation", "leaky-relu"], ["--leaky-slope", "0.2"]),
            (["--init", "uniform"], ["--init-range", "1"]),
            (["--optimizer", "momentum"], ["--beta1", "0.5"]),
            (["--optimizer", "nesterov"], ["--beta1", "0.5"]),
            (["--optimizer", "rmsprop"], ["--beta2", "0.5"], ["--epsilon", "0.1"]),
            (["--optimizer", "adam"], ["--beta1", "0.5"], ["--beta2", "0.5"], ["--epsilon", "0.1"]),
        ):  # fmt: skip
            results = [self.learn("--iterations", "20", *base, *more)["train_cost"] for more in ([], *options)]
            self.assertEqual(len(set(results)), len(results), (base, options))

    def test_options_that_say_the_default_change_nothing(self):
        base = self.learn("--iterations", "20")["train_cost"]
        for option in (["--hidden", "6,4"], ["--hidden", "6, 4"], ["--activation", "tanh"], ["--learning-rate", "3e-1"],
                       ["--batch-size", "full"], ["--shuffle"], ["--optimizer", "gradient-descent"], ["--init", "xavier"],
                       ["--features", "x1,x2"], ["--no-standardize"], ["--schedule", "constant"], ["--dropout", "0"],
                       ["--task", "auto"], ["--task", "binary"], ["--precision", "float"], ["--seed", "+01"],
                       ["--test-fraction", "0"], ["--clip-norm", "1e6"], ["--beta1", "0.5"]):  # fmt: skip
            self.assertEqual(self.learn("--iterations", "20", *option)["train_cost"], base, option)
        self.assertEqual(self.learn("--iterations", "0010")["iteration"], 10)

    def test_takes_the_task_from_the_labels_or_the_option(self):
        def task_of(labels, *options):
            points = self.write("task.csv", csv_of((i, -i, label) for i, label in enumerate(labels)))
            data = self.session("--data", points, "--iterations", "1", *options)["data"]
            return data["task"], data["classes"]

        for labels, options, expected in (
            ([0, 1, 1.0], [], ("binary", 2)),
            ([0, 0], [], ("binary", 2)),
            ([0, 1, 2], [], ("multiclass", 3)),
            ([9, 1], ["--task", "auto"], ("multiclass", 10)),
            ([0, 1.5], [], ("regression", 0)),
            ([0, 10], [], ("regression", 0)),
            ([0, -1], [], ("regression", 0)),
            ([0, 1], ["--task", "multiclass"], ("multiclass", 2)),
            ([0, 1, 7], ["--task", "regression"], ("regression", 0)),
        ):
            self.assertEqual(task_of(labels, *options), expected, (labels, options))
        self.expect_refusal("train", "--data", self.write("task.csv", "1,2,0\n1,2,2\n"), "--task", "binary",
                            names=["task.csv", "line 2", "0 or 1"])  # fmt: skip
        self.expect_refusal("train", "--data", self.write("task.csv", "1,2,0\n1,2,0.5\n"), "--task", "multiclass",
                            names=["task.csv", "line 2", "0.5"])  # fmt: skip

    def test_stops_for_each_reason(self):
        for options, reason, code in (
            (["--iterations", "7"], "iterations", DONE),
            (["--until-cost", "0.3"], "target-cost", DONE),
            (["--patience", "3", "--init", "zeros"], "no-improvement", DONE),
            (DIVERGING, "diverged", FAILED),
        ):
            result = self.learn(*options, code=code)
            self.assertEqual(result["stop_reason"], reason)
            self.assertLess(result["iteration"], 1000)

    def test_stops_at_the_first_cost_that_is_low_enough(self):
        curve, _ = self.curve("--data", self.points, "--iterations", "60", "--batch-size", "7")
        costs = [cost for _, cost in curve]
        for goal in (costs[0] + 1, costs[0], costs[25], (costs[30] + costs[31]) / 2):
            result = self.learn("--until-cost", repr(goal), "--batch-size", "7", "--iterations", "1000000000000")
            first = next(t for t, cost in enumerate(costs) if cost <= goal)
            self.assertEqual((result["iteration"], result["stop_reason"]), (first, "target-cost"))
            self.assertEqual(result["train_cost"], costs[first])

    def test_stops_when_nothing_has_improved_for_so_long(self):
        points = self.write("scattered.csv", scattered("binary"))
        curve, result = self.curve("--data", points, "--patience", "6", "--batch-size", "3", "--learning-rate", "1")
        best = min(range(len(curve)), key=lambda t: curve[t][1])
        self.assertEqual(result["stop_reason"], "no-improvement")
        self.assertEqual(result["iteration"], best + 6)
        self.assertEqual(len(curve), best + 7)

    def test_the_curve_has_the_cost_after_so_many_updates(self):
        for options in ([], ["--batch-size", "7", "--optimizer", "adam", "--dropout", "0.2", "--l2", "0.5"]):
            options = ["--data", self.points, "--test-fraction", "0.25", *options]
            curve, result = self.curve(*options, "--iterations", "50", "--cost-every", "20")
            self.assertEqual(self.text_of("curve.csv").splitlines()[0], "iteration,train_cost,test_cost")
            self.assertEqual([int(line[0]) for line in curve], [0, 20, 40])
            for t, train_cost, test_cost in curve:
                there = self.train(*options, "--iterations", str(int(t)))
                self.assertEqual((there["train_cost"], there["test_cost"]), (train_cost, test_cost))
            self.assertEqual(self.train(*options, "--iterations", "50")["train_cost"], result["train_cost"])

    def test_the_curve_without_test_examples_has_two_columns(self):
        curve, result = self.curve("--data", self.points, "--iterations", "3")
        self.assertEqual(self.text_of("curve.csv").splitlines()[0], "iteration,train_cost")
        self.assertEqual([int(line[0]) for line in curve], [0, 1, 2, 3])
        self.assertEqual(curve[3][1], result["train_cost"])

    def test_writes_what_was_asked_when_training_diverges(self):
        result = self.learn(*DIVERGING, "-o", self.path("out.json"), "--cost-curve", self.path("out.csv"), code=FAILED)
        self.assertEqual(self.json_of("out.json")["iteration"], result["iteration"])
        self.assertEqual(len(self.text_of("out.csv").splitlines()), result["iteration"] + 2)
        self.assertIn("learning-rate", self.run_program("train", "--data", self.points, *DIVERGING).stderr)
        for line in self.text_of("out.csv").splitlines()[1:]:
            self.assertRegex(line, r"^\d+,\d[^in]*$")

    def test_keeps_data_and_progress_apart(self):
        result = self.run_program("train", "--data", self.points, "--iterations", "5", "--json")
        self.assertEqual(json.loads(result.stdout)["iteration"], 5)
        self.assertEqual(result.stdout.count("\n"), 1)
        self.assertRegex(result.stderr, r"^5 of 5, J [\d.e-]+\n$")

    def test_prints_text_without_json(self):
        text = self.output("train", "--data", self.points, "--iterations", "5", "--test-fraction", "0.2", "--l2", "1")
        for part in ("iteration 5", "train cost", "of it penalty", "accuracy", "test cost", "stopped: iterations"):
            self.assertIn(part, text)

    def test_a_session_may_follow_a_list(self):
        self.session("--data", self.points, "--iterations", "1")
        for option in (["--hidden", "5"], ["--activation", "relu"], ["--dropout", "0.1"], ["--features", "x1"]):
            self.assertEqual(self.train(*option, self.path("session.json"), "--iterations", "1")["iteration"], 2)

    def test_says_when_standard_output_is_full(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            result = self.run_program("train", "--data", self.points, "--iterations", "1", "--json", to=full)
        self.assertEqual(result.returncode, BAD_INPUT)
        self.assertIn("Standard output", result.stderr)

    def test_learns_what_is_unusual_but_sound(self):
        for name, points, options in (
            ("one point", "1,2,0\n", ["--test-fraction", "0.9"]),
            ("one class", "1,2,1\n2,1,1\n", []),
            ("one place", "1,2,1\n1,2,0\n1,2,1\n", ["--standardize"]),
            ("ten classes", csv_of((i, i, i) for i in range(10)), []),
            ("far away", csv_of((1e6 * (-1) ** i, i * 1e5, i % 2) for i in range(10)), ["--features", "x1,sin(x1),sin(x2)"]),
            ("blank lines, BOM and CRLF", "\ufeff\r\nx1,x2,label\r\n\r\n1,2,0\r\n\r\n2,1,1.0\r\n", []),
            ("semicolons", "x1;x2;label\n1;2;0\n2;1;1", []),
            ("deep and wide", scattered("binary", 3), ["--hidden", ",".join(["128"] * 12), "--activation", "silu"]),
        ):
            result = self.train("--data", self.write("points.csv", points), "--iterations", "2", *options)
            self.assertEqual(result["stop_reason"], "iterations", name)
            self.assertGreaterEqual(result["train_cost"], 0, name)

    def test_explains_itself(self):
        self.assertIn("train", self.output("--help"))
        text = self.output("train", "--help")
        for option in ("--data", "-o", "--cost-curve", "--cost-every", "--json", "--task", "--hidden", "--activation",
                       "--learning-rate", "--iterations", "--batch-size", "--shuffle", "--no-shuffle", "--optimizer",
                       "--beta1", "--beta2", "--epsilon", "--l1", "--l2", "--dropout", "--init", "--features",
                       "--standardize", "--test-fraction", "--seed", "--precision", "--until-cost", *OPTIMIZERS):  # fmt: skip
            self.assertIn(option, text)


if __name__ == "__main__":
    unittest.main()
