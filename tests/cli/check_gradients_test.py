#!/usr/bin/env python3
"""perceptible-cli check-gradients: backward against difference quotients.

    python3 check_gradients_test.py path/to/perceptible-cli
"""

import json
import unittest

from lecture import Network
from program import ACTIVATIONS, FAILED, TASKS, CommandLineTest, scattered


class CheckGradients(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.points = {task: self.write(f"{task}.csv", scattered(task)) for task in TASKS}

    def check(self, *options, code=0):
        return json.loads(self.output("check-gradients", self.path("session.json"), "--json", *options, code=code))

    def test_passes_for_every_task_and_activation(self):
        for task in TASKS:
            for activation in ACTIVATIONS:
                self.session("--data", self.points[task], "--hidden", "4,3", "--activation", activation,
                             "--iterations", "5", "--learning-rate", "0.1", "--features", "x1,x2,x1*x2", "--standardize",
                             "--l2", "0.1")  # fmt: skip
                found = self.check()
                self.assertTrue(found["passed"], (task, activation))
                self.assertEqual(found["tolerance"], 1e-7)
                self.assertLessEqual(found["relative_error"], found["tolerance"])
                outputs = 5 if task == "multiclass" else 1
                self.assertEqual(found["parameters"] + found["at_kinks"], 4 * 3 + 4 + 3 * 4 + 3 + outputs * 4)
                self.assertEqual(len(found["layers"]), 3)
                self.assertEqual(sum(layer["compared"] for layer in found["layers"]), found["parameters"])

    def test_passes_with_dropout_and_penalties_and_without_hidden_layers(self):
        for options in (["--dropout", "0.4"], ["--l1", "0.2"], ["--hidden", "none"], ["--test-fraction", "0.5"]):
            self.session("--data", self.points["binary"], "--iterations", "5", *options)
            self.assertTrue(self.check()["passed"], options)

    def test_the_worst_parameter_has_the_gradient_that_the_formulas_give(self):
        session = self.session("--data", self.points["binary"], "--iterations", "5", "--l2", "0.3", "--hidden", "3")
        network = Network(session)
        gradients = iter(network.gradients(network.training))
        named = {}
        for l, (W, b) in enumerate(network.layers, 1):
            for i, row in enumerate(W, 1):
                named.update({f"W[{l}]({i}, {j})": next(gradients) for j in range(1, len(row) + 1)})
            named.update({f"b[{l}]({i})": next(gradients) for i in range(1, len(b) + 1)})
        worst = self.check()["worst"]
        self.assert_close([worst["backward"], worst["numeric"]], [named[worst["name"]]] * 2, 1e-8)

    def test_counts_what_is_at_a_kink(self):
        session = self.session("--data", self.points["binary"], "--iterations", "0", "--activation", "relu")
        session["parameters"][0]["W"][0] = [0, 0]  # z = 0 for every point
        self.write("session.json", session)
        self.assertGreater(self.check()["at_kinks"], 0)

    def test_says_which_layer_could_not_be_checked(self):
        self.session("--data", self.points["binary"], "--iterations", "0", "--activation", "relu", "--init", "zeros",
                     "--hidden", "3")  # fmt: skip
        found = self.check()  # z[1] = 0 for every point
        self.assertEqual(found["layers"][0], {"relative_error": None, "within_rounding": False, "compared": 0})
        self.assertEqual(found["layers"][1]["compared"], 4)
        self.assertTrue(found["passed"])
        text = self.output("check-gradients", self.path("session.json"))
        self.assertIn("9 at kinks left out; layer 1 not checked\n", text)

    def test_fails_when_too_much_is_asked(self):
        self.session("--data", self.points["binary"], "--iterations", "5")
        text = self.output("check-gradients", self.path("session.json"))
        self.assertIn("passed", text)
        # One difference is as wide as the whole curve: no rounding explains what is missing.
        found = self.check("--epsilon", "0.5", "--tolerance", "0", code=FAILED)
        self.assertFalse(found["passed"])
        self.assertGreater(found["relative_error"], 1e-7)
        text = self.output("check-gradients", self.path("session.json"), "--epsilon", "0.5", code=FAILED)
        self.assertIn("FAILED", text)

    def test_writes_both_gradients_of_every_parameter(self):
        self.session("--data", self.points["binary"], "--iterations", "5", "--hidden", "3")
        self.check("-o", self.path("gradients.csv"))
        lines = self.text_of("gradients.csv").splitlines()
        self.assertEqual(lines[0], "layer,parameter,row,column,backward,numeric,at_kink")
        self.assertEqual(len(lines), 1 + 3 * 2 + 3 + 3 + 1)
        self.assertEqual([line.split(",")[:4] for line in lines[6:9]],
                         [["1", "W", "3", "2"], ["1", "b", "1", ""], ["1", "b", "2", ""]])  # fmt: skip
        for line in lines[1:]:
            backward, numeric, at_kink = line.split(",")[4:]
            self.assertAlmostEqual(float(backward), float(numeric), places=7)
            self.assertEqual(at_kink, "0")

    def test_takes_a_wider_tolerance(self):
        self.session("--data", self.points["binary"], "--iterations", "5")
        self.assertFalse(self.check("--epsilon", "0.5", code=FAILED)["passed"])
        self.assertTrue(self.check("--epsilon", "0.5", "--tolerance", "1")["passed"])

    def test_refuses_bad_options(self):
        self.session("--data", self.points["binary"], "--iterations", "0")
        session = self.path("session.json")
        for arguments, names in (
            ([], ["session"]),
            ([self.path("none.json")], ["none.json", "session"]),
            ([session, "--epsilon", "0"], ["--epsilon", "0", "1"]),
            ([session, "--epsilon", "nan"], ["--epsilon", "nan"]),
            ([session, "--epsilon", "small"], ["--epsilon", "small"]),
            ([session, "--tolerance", "-1"], ["--tolerance", "-1"]),
            ([session, "--tolerance", "nan"], ["--tolerance", "nan"]),
            ([session, "--tolerance", ""], ["--tolerance"]),
            ([session, "--data", "x"], ["--data"]),
        ):
            with self.subTest(arguments):
                self.expect_refusal("check-gradients", *arguments, names=names)

    def test_explains_itself(self):
        for word in ("--epsilon", "--tolerance", "--json", "1e-7"):
            self.assertIn(word, self.output("check-gradients", "--help"))


if __name__ == "__main__":
    unittest.main()
