#!/usr/bin/env python3
"""perceptible-cli evaluate and predict: what a session's network makes of points.

    python3 evaluate_test.py path/to/perceptible-cli
"""

import itertools
import json
import math
import unittest

from lecture import FEATURES, Network, outputs, predicted_class
from program import TASKS, CommandLineTest, points_of, scattered

PRECISIONS = (("double", 1e-9), ("float", 1e-5))


def confusion(network, examples):
    counts = [[0] * network.classes for _ in range(network.classes)]
    for x1, x2, y in examples:
        counts[int(y)][predicted_class(network.task, network.z(x1, x2))] += 1
    return counts


class Evaluate(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.points = {task: self.write(f"{task}.csv", scattered(task)) for task in TASKS}

    def trained(self, task, *options):
        """The JSON object of a training with all that makes a difference, and the network it leaves."""
        result = self.train("--data", self.points[task], "-o", self.path("session.json"), "--iterations", "20",
                            "--hidden", "4,3", "--test-fraction", "0.3", "--l2", "0.5", "--standardize",
                            "--features", ",".join(FEATURES), *options)  # fmt: skip
        return result, Network(self.json_of("session.json"))

    def evaluate(self, *options):
        return json.loads(self.output("evaluate", self.path("session.json"), "--json", *options))

    def predict(self, points, *options):
        lines = self.output("predict", self.path("session.json"), "--data", points, *options).splitlines()
        return lines[0].split(","), [list(map(float, line.split(","))) for line in lines[1:]]

    def test_says_the_same_as_the_training(self):
        for task, (precision, _) in itertools.product(TASKS, PRECISIONS):
            result, network = self.trained(task, "--precision", precision)
            found = self.evaluate()
            for part, examples, prefix in (
                (found, network.training, "train"), (found["test"], network.test, "test"),
            ):  # fmt: skip
                self.assertEqual(part["examples"], len(examples))
                self.assertEqual(part["cost"], result[prefix + "_cost"])
                self.assertEqual(part["accuracy"], result[prefix + "_accuracy"])
                expected = None if task == "regression" else confusion(network, examples)
                self.assertEqual(part["confusion_matrix"], expected)
            self.assert_close(found["penalty"], network.penalty(), 1e-5)

    def test_has_no_test_part_without_test_examples(self):
        self.session("--data", self.points["binary"], "--iterations", "1")
        self.assertNotIn("test", self.evaluate())

    def test_takes_the_examples_of_a_file(self):
        for task, (precision, tolerance) in itertools.product(TASKS, PRECISIONS):
            _, network = self.trained(task, "--precision", precision)
            text = scattered(task, 31)
            found = self.evaluate("--data", self.write("other.csv", text))
            self.assertEqual(found["examples"], 31)
            self.assertNotIn("test", found)
            self.assert_close(found["cost"], network.cost(points_of(text)), tolerance, (task, precision))
            self.assertEqual(found["accuracy"], network.accuracy(points_of(text)))
            if task != "regression":
                self.assertEqual(found["confusion_matrix"], confusion(network, points_of(text)))

    def test_a_file_with_fewer_classes_keeps_those_of_the_session(self):
        self.trained("multiclass")
        found = self.evaluate("--data", self.write("other.csv", "1,2,0\n2,1,1\n"))
        self.assertEqual([len(row) for row in found["confusion_matrix"]], [5] * 5)

    def test_norms_of_each_layer(self):
        _, network = self.trained("multiclass", "--precision", "double")
        gradients = iter(network.gradients(network.training))
        for (W, b), layer in zip(network.layers, self.evaluate()["layers"]):
            weights = [w for row in W for w in row]
            self.assert_close(layer["weight_norm"], math.hypot(*weights), 1e-9)
            self.assert_close(layer["bias_norm"], math.hypot(*b), 1e-9)
            self.assert_close(layer["weight_gradient_norm"], math.hypot(*itertools.islice(gradients, len(weights))), 1e-9)
            self.assert_close(layer["bias_gradient_norm"], math.hypot(*itertools.islice(gradients, len(b))), 1e-9)

    def test_losses_have_the_mean_loss_and_come_in_order(self):
        for task in TASKS:
            self.trained(task)
            found = self.evaluate("--losses", self.path("losses.csv"))
            lines = self.text_of("losses.csv").splitlines()
            self.assertEqual(lines[0], "loss")
            losses = [float(line) for line in lines[1:]]
            self.assertEqual(len(losses), found["examples"])
            self.assert_close(sum(losses) / len(losses) + found["penalty"], found["cost"], 1e-6)

    def test_shares_of_dead_and_saturated_units(self):
        session = self.session("--data", self.points["binary"], "--iterations", "0", "--hidden", "4,2",
                               "--activation", "relu,tanh")  # fmt: skip
        session["parameters"][0]["b"] = [-1e3, 1, -1e3, -1e3]
        session["parameters"][1] = {"W": [[0] * 4] * 2, "b": [6, 0]}
        self.write("session.json", session)
        layers = self.evaluate()["layers"]
        self.assertEqual([layer["dead_units"] for layer in layers], [0.75, 0, 0])
        self.assertEqual([layer["saturated_units"] for layer in layers], [0, 0.5, 0])

    def test_prints_text_without_json(self):
        for task in TASKS:
            self.trained(task)
            text = self.output("evaluate", self.path("session.json"))
            for part in ("train: 8 examples" if task == "binary" else "train:", "test:", "of it penalty", "layer"):
                self.assertIn(part, text)
            self.assertEqual("accuracy" in text, task != "regression")
            rows = text[text.index("layer") :].splitlines()
            self.assertEqual({len(row) for row in rows}, {len(rows[0])})

    def test_columns_of_large_numbers_stay_apart(self):
        session = self.session("--data", self.points["binary"], "--iterations", "0", "--precision", "double")
        session["parameters"][0]["W"][0] = [-9.87654321e-100, -1.23456789e123]
        session["parameters"][0]["b"][0] = -9.87654321e-100
        text = self.output("evaluate", self.write("session.json", session))
        self.assertEqual(len(text[text.index("layer") :].splitlines()[1].replace(" %", "").split()), 7)

    def test_predicts_what_the_formulas_give(self):
        for task, (precision, tolerance) in itertools.product(TASKS, PRECISIONS):
            _, network = self.trained(task, "--precision", precision)
            header, lines = self.predict(self.write("points.csv", scattered(task, 23)))
            probabilities = {
                "binary": ["probability"],
                "multiclass": [f"probability_{k}" for k in range(5)],
                "regression": [],
            }[task]
            self.assertEqual(header, ["x1", "x2", *probabilities, "prediction"])
            for (x1, x2, _), line in zip(points_of(scattered(task, 23)), lines):
                z = network.z(x1, x2)
                self.assertEqual(line[:2], [x1, x2])
                expected = outputs(task, z) + ([] if task == "regression" else [predicted_class(task, z)])
                self.assert_close(line[2:], expected, tolerance, (task, precision))
            self.assertEqual(len(lines), 23)

    def test_predictions_do_not_depend_on_labels(self):
        self.trained("binary")
        points = scattered("binary", 9).splitlines()
        _, expected = self.predict(self.write("points.csv", "\n".join(points)))
        for label in (",7", ",cat", ",", ""):
            lines = [points[0]] if label else ["x1,x2"]
            lines += [line.rsplit(",", 1)[0] + label for line in points[1:]]
            self.assertEqual(self.predict(self.write("other.csv", "\n".join(lines)))[1], expected, label)
        swapped = ["label,x2,x1"] + [",".join(reversed(line.split(","))) for line in points[1:]]
        self.assertEqual(self.predict(self.write("other.csv", "\n".join(swapped)))[1], expected)

    def test_writes_predictions_into_a_file(self):
        self.trained("binary")
        printed = self.output("predict", self.path("session.json"), "--data", self.points["binary"])
        silent = self.output("predict", self.path("session.json"), "--data", self.points["binary"], "-o", self.path("p.csv"))
        self.assertEqual((silent, self.text_of("p.csv")), ("", printed))

    def test_refuses_labels_that_the_session_has_no_output_for(self):
        self.trained("binary")
        self.expect_refusal("evaluate", self.path("session.json"), "--data", self.points["multiclass"],
                            names=["multiclass.csv", "line 4", "0 or 1"])  # fmt: skip
        self.trained("multiclass")
        self.expect_refusal("evaluate", self.path("session.json"), "--data", self.write("nine.csv", "1,2,9\n"),
                            names=["nine.csv", "9", "0 to 4"])  # fmt: skip

    def test_explains_itself(self):
        for command, words in (("evaluate", ["--data", "--json"]), ("predict", ["--data", "-o"])):
            for word in words:
                self.assertIn(word, self.output(command, "--help"))


if __name__ == "__main__":
    unittest.main()
