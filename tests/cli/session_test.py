#!/usr/bin/env python3
"""Sessions of perceptible-cli train: written, edited by hand, gone on with.

    python3 session_test.py path/to/perceptible-cli
"""

import itertools
import json
import unittest

from lecture import Network, Trainer
from program import OPTIMIZERS, TASKS, CommandLineTest, scattered


class Session(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.points = self.write("points.csv", scattered("binary"))

    def test_has_what_the_format_promises(self):
        session = self.session("--data", self.points, "--hidden", "3,2", "--iterations", "4", "--test-fraction", "0.3")
        self.assertEqual(session["format"], "perceptible-session")
        self.assertEqual(session["version"], 1)
        self.assertEqual(session["iteration"], 4)
        self.assertLessEqual({"hyperparameters", "data"}, set(session))
        shapes = [(len(layer["W"]), {len(row) for row in layer["W"]}, len(layer["b"])) for layer in session["parameters"]]
        self.assertEqual(shapes, [(3, {2}, 3), (2, {3}, 2), (1, {2}, 1)])
        self.assertEqual({frozenset(layer) for layer in session["parameters"]}, {frozenset({"W", "b"})})

    def test_iterations_0_writes_the_initial_state(self):
        session = self.session("--data", self.points, "--iterations", "0", "--init-bias", "0.5")
        self.assertEqual(session["iteration"], 0)
        self.assertEqual([set(layer["b"]) for layer in session["parameters"]], [{0.5}] * 3)
        self.session("--data", self.points, "--iterations", "9", "--init-bias", "0.5", name="straight.json")
        self.session(self.path("session.json"), "--iterations", "9", name="continued.json")
        self.assertEqual(self.text_of("continued.json"), self.text_of("straight.json"))

    def test_n_then_m_iterations_are_n_plus_m(self):
        variants = [["--optimizer", optimizer, "--batch-size", "5"] for optimizer in OPTIMIZERS]
        variants += [
            ["--dropout", "0.3", "--batch-size", "5", "--optimizer", "adam"],
            ["--schedule", "cosine", "--schedule-period", "20", "--l1", "0.1", "--l2", "0.1", "--clip-norm", "0.1"],
            ["--features", "x1,x2,x1*x2", "--standardize", "--test-fraction", "0.3", "--batch-size", "4"],
            ["--no-shuffle", "--batch-size", "7", "--patience", "15"],
            ["--task", "regression"],
            ["--task", "multiclass", "--activation", "relu"],
        ]
        for variant, precision in itertools.product(variants, ("float", "double")):
            options = ["--data", self.points, "--learning-rate", "0.05", "--precision", precision, *variant]
            self.session(*options, "--iterations", "17", name="straight.json")
            for parts in ((7, 10), (1, 0, 16)):
                self.session(*options, "--iterations", str(parts[0]), name="part.json")
                for more in parts[1:]:
                    self.session(self.path("part.json"), "--iterations", str(more), name="part.json")
                self.assertEqual(self.text_of("part.json"), self.text_of("straight.json"), (variant, precision, parts))

    def test_numbers_survive_a_round_trip(self):
        for precision in ("float", "double"):
            session = self.session("--data", self.points, "--iterations", "9", "--precision", precision,
                                   "--optimizer", "adam", "--learning-rate", "0.1")  # fmt: skip
            first = self.text_of("session.json")
            self.session(self.path("session.json"), "--iterations", "0")
            self.assertEqual(self.text_of("session.json"), first)
            self.write("session.json", session)  # printed by another program
            self.session(self.path("session.json"), "--iterations", "0")
            self.assertEqual(self.text_of("session.json"), first)

    def test_odd_numbers_survive_too(self):
        odd = [5e-324, -0.0, 1.2345678901234567e300, 0.1, 1 / 3, -2.2250738585072014e-308]
        session = self.session("--data", self.points, "--iterations", "0", "--precision", "double", "--hidden", "none",
                               "--features", "x1,x2,x1^2,x2^2,x1*x2,sin(x1)")  # fmt: skip
        session["parameters"][0]["W"] = [odd]
        copy = self.session(self.write("odd.json", session), "--iterations", "0")
        self.assertEqual(list(map(repr, copy["parameters"][0]["W"][0])), list(map(repr, odd)))

    def test_training_starts_from_parameters_edited_by_hand(self):
        for task in TASKS:
            points = self.write("points.csv", scattered(task))
            session = self.session("--data", points, "--hidden", "2", "--iterations", "0", "--precision", "double")
            for l, layer in enumerate(session["parameters"]):
                layer["W"] = [[round(0.3 * (i - j) + 0.1 * l, 2) for j in range(2)] for i in range(len(layer["W"]))]
                layer["b"] = [0.25 - i for i in range(len(layer["b"]))]
            edited = self.write("edited.json", session)
            result = self.train(edited, "--iterations", "0")
            network = Network(session)
            self.assert_close(result["train_cost"], network.cost(network.training), 1e-9)
            trained = self.session(edited, "--iterations", "6", name="trained.json")["parameters"]
            self.assert_close(trained, [{"W": W, "b": b} for W, b in Trainer(network).train(6)], 1e-9)

    def test_needs_only_what_the_format_promises(self):
        session = self.session("--data", self.points, "--iterations", "0")
        kept = {key: session[key] for key in ("format", "version", "iteration", "hyperparameters", "data", "parameters")}
        kept["hyperparameters"] = {"learning_rate": 0.3}
        kept["data"] = {"task": "binary", "examples": session["data"]["examples"]}
        plain = self.session(self.write("plain.json", kept), "--iterations", "5", "--precision", "float", name="out.json")
        whole = self.session(self.path("session.json"), "--iterations", "5")
        self.assert_close(plain["parameters"], whole["parameters"], 1e-6)

    def test_options_override_the_session(self):
        self.session("--data", self.points, "--iterations", "5", "--hidden", "3,2")
        before = self.json_of("session.json")["hyperparameters"]
        for options, changes in (
            ([], {}),
            (["--learning-rate", "0.01"], {"learning_rate": 0.01}),
            (["--batch-size", "4", "--no-shuffle"], {"batch_size": 4, "shuffle": False}),
            (["--optimizer", "adam", "--beta1", "0.5"],
             {"optimizer": {"kind": "adam", "beta1": 0.5, "beta2": 0.999, "epsilon": 1e-8}}),
            (["--l1", "0.1", "--l2", "0.2", "--clip-norm", "3"], {"l1": 0.1, "l2": 0.2, "clip_norm": 3}),
            (["--hidden", "4"], {"hidden_layers": [{"units": 4, "activation": "tanh", "dropout": 0}]}),
            (["--activation", "relu,elu", "--dropout", "0,0.5"],
             {"hidden_layers": [{"units": 3, "activation": "relu", "dropout": 0},
                                {"units": 2, "activation": "elu", "dropout": 0.5}]}),
            (["--features", "x1", "--standardize", "--seed", "8"], {"features": ["x1"], "standardize": True, "seed": 8}),
            (["--until-cost", "0.01", "--patience", "50"], {"target_cost": 0.01, "patience": 50}),
        ):  # fmt: skip
            after = self.session(self.path("session.json"), "--iterations", "2", *options, name="out.json")
            self.assertEqual(after["hyperparameters"], {**before, "iterations": 7, **changes}, options)
            self.assertEqual(after["iteration"], 7)

    def test_what_is_put_on_another_footing_goes_on(self):
        multiclass = self.write("multiclass.csv", scattered("multiclass"))
        for first, then in itertools.product(
            (["--data", self.points], ["--data", multiclass, "--standardize", "--precision", "double"]),
            (["--data", self.points], ["--data", multiclass], ["--task", "regression"], ["--task", "multiclass"],
             ["--hidden", "2,2,2"], ["--hidden", "none"], ["--features", "x1,x2,x1^2"], ["--standardize"],
             ["--no-standardize"], ["--test-fraction", "0.5"], ["--precision", "double"], ["--precision", "float"]),
        ):  # fmt: skip
            self.session(*first, "--iterations", "5", "--batch-size", "5", name="first.json")
            result = self.train(self.path("first.json"), *then, "--iterations", "3", "-o", self.path("out.json"))
            self.assertEqual(result["iteration"], 8, (first, then))
            session = self.json_of("out.json")
            if "--task" in then:
                self.assertEqual(session["data"]["task"], then[1])
            if not session["hyperparameters"]["standardize"]:
                network = Network(session)
                self.assert_close(result["train_cost"], network.cost(network.training), 1e-5, (first, then))
            self.assertEqual(self.train(self.path("out.json"), "--iterations", "0")["train_cost"], result["train_cost"])

    def test_a_task_that_the_labels_do_not_fit_is_refused_with_their_place(self):
        self.session("--data", self.write("points.csv", scattered("multiclass")), "--iterations", "1")
        self.expect_refusal("train", self.path("session.json"), "--task", "binary",
                            names=["session.json", "/data/examples/2/2", "4", "0 to 1"])  # fmt: skip
        self.session("--data", self.write("points.csv", scattered("regression")), "--iterations", "1")
        self.expect_refusal("train", self.path("session.json"), "--task", "multiclass",
                            names=["session.json", "/data/examples/0/2", "2.5", "0 to 9"])  # fmt: skip

    def test_says_when_other_labels_make_another_task(self):
        self.session("--data", self.write("regression.csv", scattered("regression")), "--iterations", "1")
        for options, is_said in (
            (["--data", self.points], True),
            (["--data", self.points, "--task", "regression"], False),
            (["--data", self.path("regression.csv")], False),
            ([], False),
        ):
            result = self.run_program("train", self.path("session.json"), *options, "--iterations", "1")
            self.assertEqual("binary task; the session's was regression" in result.stderr, is_said, options)

    def test_goes_on_to_its_own_limit(self):
        session = self.session("--data", self.points, "--iterations", "5")
        session["hyperparameters"]["iterations"] = 8
        self.assertEqual(self.train(self.write("session.json", session))["iteration"], 8)
        session["hyperparameters"]["iterations"] = None
        self.assertEqual(self.train(self.write("session.json", session))["iteration"], 1005)

    def test_says_why_nothing_was_done(self):
        self.session("--data", self.points, "--iterations", "5")
        result = self.run_program("train", self.path("session.json"))
        self.assertEqual(result.returncode, 0)
        self.assertIn("at its limit of 5", result.stderr)
        self.assertNotIn("limit", self.run_program("train", self.path("session.json"), "--iterations", "0").stderr)
        self.session("--data", self.points, "--patience", "3", "--batch-size", "1", "--learning-rate", "1")
        self.assertIn("--patience", self.run_program("train", self.path("session.json"), "--iterations", "5").stderr)

    def test_patience_begins_anew_when_the_cost_is_another(self):
        self.session("--data", self.points, "--patience", "3", "--batch-size", "1", "--learning-rate", "1")
        other = self.write("other.csv", scattered("binary", 9))
        for options in (["--data", other], ["--l2", "10"], ["--hidden", "none"], ["--standardize"]):
            before = self.json_of("session.json")["iteration"]
            result = self.train(self.path("session.json"), "--iterations", "5", *options)
            self.assertGreaterEqual(result["iteration"], before + 3, options)

    def test_a_session_stays_readable_at_the_end_of_all_iterations(self):
        session = self.session("--data", self.points, "--iterations", "0")
        session["iteration"] = 10**12 - 2
        session["hyperparameters"]["iterations"] = None
        edited = self.write("edited.json", session)
        for options in ([], ["--iterations", "50"]):
            self.session(edited, *options, name="out.json")
            self.assertEqual(self.train(self.path("out.json"), "--iterations", "0")["iteration"], 10**12)

    def test_parameters_beyond_the_floats_are_refused_as_floats(self):
        session = self.session("--data", self.points, "--iterations", "0", "--precision", "double")
        session["parameters"][0]["W"][0][0] = 1e300
        edited = self.write("edited.json", session)
        self.train(edited, "--iterations", "1")
        self.expect_refusal("train", edited, "--precision", "float", "-o", self.path("out.json"),
                            names=["edited.json", "float", "double"])  # fmt: skip

    def test_a_session_can_replace_itself(self):
        self.session("--data", self.points, "--iterations", "5")
        self.output("train", self.path("session.json"), "--iterations", "5", "-o", self.path("session.json"))
        self.assertEqual(self.json_of("session.json")["iteration"], 10)
        self.assertEqual({path.name for path in self.files()}, {"points.csv", "session.json"})

    def test_a_session_can_go_to_standard_output(self):
        text = self.output("train", "--data", self.points, "--iterations", "0", "-o", "/dev/stdout", "--json")
        session, end = json.JSONDecoder().raw_decode(text)
        self.assertEqual(session["iteration"], 0)
        self.assertEqual(json.loads(text[end:])["iteration"], 0)


if __name__ == "__main__":
    unittest.main()
