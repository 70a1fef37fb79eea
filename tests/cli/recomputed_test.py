#!/usr/bin/env python3
"""What perceptible-cli says of costs, accuracies and parameters, recomputed in plain Python with the lecture's formulas.

    python3 recomputed_test.py path/to/perceptible-cli
"""

import itertools
import json
import unittest

from lecture import Network, Trainer, mean_and_deviation
from program import ACTIVATIONS, FEATURES, OPTIMIZERS, TASKS, CommandLineTest, scattered

PRECISE, SINGLE = 1e-9, 1e-5
PRECISIONS = (("double", PRECISE), ("float", SINGLE))


class Recomputed(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.points = {task: self.write(f"{task}.csv", scattered(task)) for task in TASKS}

    def assert_costs(self, result, session, tolerance, message):
        network = Network(session)
        self.assert_close(result["train_cost"], network.cost(network.training), tolerance, message)
        self.assertEqual(result["train_accuracy"], network.accuracy(network.training), message)
        if network.test:
            self.assert_close(result["test_cost"], network.cost(network.test), tolerance, message)
            self.assertEqual(result["test_accuracy"], network.accuracy(network.test), message)

    def test_cost_and_accuracy_of_every_task_and_activation(self):
        for task, activation, (precision, tolerance) in itertools.product(TASKS, ACTIVATIONS, PRECISIONS):
            output = self.path("out.json")
            result = self.train("--data", self.points[task], "-o", output, "--task", task, "--hidden", "3,2",
                                "--activation", activation, "--precision", precision, "--learning-rate", "0.1",
                                "--iterations", "15", "--test-fraction", "0.3", "--l1", "0.02", "--l2", "0.3")  # fmt: skip
            self.assert_costs(result, self.json_of("out.json"), tolerance, (task, activation, precision))

    def test_cost_has_the_penalty_in_it(self):
        start = self.session("--data", self.points["binary"], "--iterations", "0", "--precision", "double")
        weights = [w for layer in start["parameters"] for row in layer["W"] for w in row]
        network = Network(start)
        bare = network.cost(network.training)
        for options, penalty in (
            ([], 0),
            (["--l2", "3"], 3 / 2 * sum(w * w for w in weights)),
            (["--l1", "2"], 2 * sum(map(abs, weights))),
            (["--l1", "0.5", "--l2", "7"], 0.5 * sum(map(abs, weights)) + 7 / 2 * sum(w * w for w in weights)),
        ):
            result = self.train("--data", self.points["binary"], "--iterations", "0", "--precision", "double", *options)
            self.assert_close(result["train_cost"], bare + penalty / len(network.training), PRECISE, options)

    def test_each_hidden_layer_has_its_own_activation(self):
        activations = ",".join(ACTIVATIONS)
        result = self.train("--data", self.points["multiclass"], "-o", self.path("out.json"), "--iterations", "3",
                            "--hidden", ",".join(["3"] * len(ACTIVATIONS)), "--activation", activations,
                            "--precision", "double")  # fmt: skip
        self.assert_costs(result, self.json_of("out.json"), PRECISE, activations)

    def assert_updates(self, *options, task="binary", hidden="3", activation="tanh", tolerance=PRECISE):
        """20 updates in the program and in Python, from the same initial parameters."""
        options = ["--data", self.points[task], "--task", task, "--hidden", hidden, "--activation", activation,
                   "--precision", "double", "--no-shuffle", *options]  # fmt: skip
        network = Network(self.session(*options, "--iterations", "0"))
        trained = self.session(*options, "--iterations", "20")["parameters"]
        expected = [{"W": W, "b": b} for W, b in Trainer(network).train(20)]
        self.assert_close(trained, expected, tolerance, options)

    def test_updates_of_every_optimizer_from_mini_batches_in_order(self):
        for optimizer in OPTIMIZERS:  # 12 = 5 + 5 + 2: the last batch is smaller
            self.assert_updates("--batch-size", "5", "--optimizer", optimizer, "--learning-rate", "0.05",
                                "--beta1", "0.8", "--beta2", "0.95", "--epsilon", "1e-6")  # fmt: skip

    def test_updates_of_every_schedule(self):
        for schedule in (["constant"], ["step", "--schedule-factor", "0.3"], ["cosine"], ["inverse-time"]):
            self.assert_updates("--schedule", *schedule, "--schedule-period", "7", "--learning-rate", "0.5")

    def test_updates_of_every_task_with_penalties_and_a_short_gradient(self):
        for task in TASKS:
            for options in ([], ["--l1", "0.1", "--l2", "0.5", "--batch-size", "5"], ["--clip-norm", "0.05"]):
                self.assert_updates("--learning-rate", "0.2", *options, task=task)

    def test_updates_of_every_activation_and_depth(self):
        for activation in ACTIVATIONS:
            self.assert_updates("--learning-rate", "0.1", hidden="4,3", activation=activation)
        for hidden in ("none", "1", "2,2,2,2,2,2,2,2,2,2,2,2"):
            self.assert_updates("--learning-rate", "0.1", hidden=hidden)

    def test_features_and_their_standardization(self):
        for options in (
            ["--features", ",".join(FEATURES)],
            ["--features", "sin(x2),x1*x2,x1^2", "--standardize"],
            ["--standardize", "--no-standardize"],
            ["--features", ",".join(FEATURES), "--standardize", "--test-fraction", "0.4"],
        ):
            if options[1:] == ["--no-standardize"]:
                continue  # exclude each other
            self.assert_updates(*options, "--learning-rate", "0.1")
            for precision, tolerance in PRECISIONS:
                result = self.train("--data", self.points["regression"], "-o", self.path("out.json"), *options,
                                    "--iterations", "5", "--precision", precision)  # fmt: skip
                self.assert_costs(result, self.json_of("out.json"), tolerance, options)

    def test_means_and_deviations_are_those_of_the_training_set_and_kept(self):
        session = self.session("--data", self.points["binary"], "--standardize", "--test-fraction", "0.4")
        moments = [mean_and_deviation([e[i] for e in Network(session).training]) for i in range(2)]
        self.assert_close(session["inputs"]["means"], [mean for mean, _ in moments], PRECISE)
        self.assert_close(session["inputs"]["deviations"], [deviation for _, deviation in moments], PRECISE)
        other = self.write("other.csv", "100,200,0\n300,500,1\n")
        continued = self.session(self.path("session.json"), "--data", other, "--iterations", "1", name="next.json")
        self.assertEqual(continued["inputs"], session["inputs"])

    def test_initializations(self):
        def weights(*options):
            session = self.session("--data", self.points["binary"], "--iterations", "0", "--hidden", "128,100",
                                   "--precision", "double", "--init", *options)  # fmt: skip
            layer = session["parameters"][1]
            return [w for row in layer["W"] for w in row], layer["b"]

        for options, deviation in (
            (["zeros"], 0),
            (["small-random"], 0.01),
            (["xavier"], (2 / (128 + 100)) ** 0.5),
            (["he"], (2 / 128) ** 0.5),
            (["lecun"], (1 / 128) ** 0.5),
            (["uniform"], 0.5 / 3**0.5),
            (["uniform", "--init-range", "4"], 4 / 3**0.5),
        ):
            W, b = weights(*options, "--init-bias", "0.25")
            mean = sum(W) / len(W)
            spread = (sum((w - mean) ** 2 for w in W) / len(W)) ** 0.5
            self.assertEqual(b, [0.25] * 100, options)
            self.assertLessEqual(abs(mean), 0.05 * deviation, options)
            self.assertLessEqual(abs(spread - deviation), 0.03 * deviation, options)
        self.assertLessEqual(max(map(abs, weights("uniform", "--init-range", "0.1")[0])), 0.1)

    def test_splits_without_losing_an_example(self):
        for fraction, count in (("0", 0), ("0.25", 4), ("0.9", 10)):  # of each class of 6: 1.5 rounds to 2, 5.4 to 5
            session = self.session("--data", self.points["binary"], "--test-fraction", fraction, "--iterations", "0")
            self.assertEqual(len(session["data"]["test"]), count, fraction)
            self.assertEqual(len(session["data"]["examples"]), 12)
            lines = scattered("binary").splitlines()[1:]
            self.assertEqual(session["data"]["examples"], [json.loads(f"[{line}]") for line in lines])


if __name__ == "__main__":
    unittest.main()
