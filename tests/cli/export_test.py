#!/usr/bin/env python3
"""Exported scripts train as the program does: their costs against the program's own curve. Needs NumPy and PyTorch.

    /usr/bin/python3 export_test.py path/to/perceptible-cli
"""

import ast
import contextlib
import io
import itertools
import os
import runpy
import subprocess
import sys
import unittest
import warnings

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[threads] = "1"  # the networks are small

import numpy as np

from program import ACTIVATIONS, FEATURES, OPTIMIZERS, TASKS, CommandLineTest, csv_of, scattered

FORMATS = ("numpy", "pytorch")
TOLERANCES = {"double": 1e-9, "float": 1e-4}
UPDATES = 20
USUAL = {"precision": "double", "hidden": "4,3", "learning-rate": "0.05"}
# Its first updates are 30 times as long as the rate says, and such leaps make much of what was rounded differently.
RMSPROP = {"learning-rate": "0.004"}
RANDOM = {"batch-size": "5", "dropout": "0.2,0.5"}  # 12 = 5 + 5 + 2: the last mini-batch is smaller


def options_of(settings):
    """--name value of each, and --name of those that are just set."""
    return [part for name, value in settings.items() for part in ([f"--{name}"] if value is True else [f"--{name}", value])]


def costs_in(text):
    """[iteration, train cost] of each line below the header."""
    header, *lines = text.splitlines()
    assert header.startswith("iteration,train_cost"), header
    return [[float(field) for field in line.split(",")[:2]] for line in lines]


def unused_names(text):
    """What a script imports or defines and never uses. Of the points, the features may leave one out."""
    nodes = list(ast.walk(ast.parse(text)))
    used = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    defined = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    defined |= {node.name for node in nodes if isinstance(node, ast.FunctionDef)}
    for node in nodes:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            defined |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
    return defined - used - {"x1", "x2", "_"}


class Export(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.points = {task: self.write(f"{task}.csv", scattered(task)) for task in TASKS}

    def curve_of(self, *arguments):
        self.train(*arguments, "--cost-curve", self.path("curve.csv"))
        return costs_in(self.text_of("curve.csv"))

    def trained(self, task="binary", data=None, updates=UPDATES, **settings):
        """Writes session.json. The settings, and the curve."""
        usual = USUAL | (RMSPROP if settings.get("optimizer") == "rmsprop" else {})
        settings = usual | {name.replace("_", "-"): value for name, value in settings.items()}
        curve = self.curve_of("--data", data or self.points[task], "--task", task, *options_of(settings),
                              "--iterations", str(updates), "-o", self.path("session.json"))  # fmt: skip
        self.assertEqual(len(curve), updates + 1, settings)
        return settings, curve

    def costs_of_script(self, *arguments):
        """What the script prints that an export of session.json writes; a warning of NumPy is an error."""
        self.output("export", self.path("session.json"), *arguments, "-o", self.path("script.py"))
        text = self.text_of("script.py")
        self.assertEqual(unused_names(text), set(), arguments)
        self.assertLessEqual(max(map(len, text.splitlines())), 120, arguments)
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), warnings.catch_warnings():
            warnings.simplefilter("error", RuntimeWarning)
            runpy.run_path(self.path("script.py"))
        return costs_in(printed.getvalue())

    def assert_same_costs(self, found, expected, tolerance, message):
        self.assertEqual([line[0] for line in found], [line[0] for line in expected], message)
        for (iteration, cost), (_, other) in zip(found, expected):
            self.assertLessEqual(abs(cost - other), tolerance * abs(other), (message, iteration, cost, other))

    def assert_trains_alike(self, **settings):
        settings, curve = self.trained(**settings)
        for form in FORMATS:
            costs = self.costs_of_script("--format", form)
            self.assert_same_costs(costs, curve, TOLERANCES[settings["precision"]], (form, settings))

    def test_every_activation_task_and_optimizer(self):
        for activation, task, optimizer in itertools.product(ACTIVATIONS, TASKS, OPTIMIZERS):
            self.assert_trains_alike(activation=activation, task=task, optimizer=optimizer)

    def test_depths_and_mixed_activations(self):
        for task in TASKS:
            self.assert_trains_alike(task=task, hidden="none")
        self.assert_trains_alike(hidden=",".join(["3"] * 9), activation=",".join(ACTIVATIONS))
        self.assert_trains_alike(hidden=",".join(["2"] * 12))
        self.assert_trains_alike(hidden="1")
        self.assert_trains_alike(hidden="40,30", task="multiclass")
        self.assert_trains_alike(activation="leaky-relu", leaky_slope="0.3")

    def test_coefficients_of_the_optimizers(self):
        for optimizer in OPTIMIZERS:
            self.assert_trains_alike(optimizer=optimizer, beta1="0.8", beta2="0.95", epsilon="1e-6")
            self.assert_trains_alike(optimizer=optimizer, beta1="0", beta2="0")

    def test_schedules(self):
        for schedule, optimizer in itertools.product(("step", "cosine", "inverse-time"), ("gradient-descent", "adam")):
            self.assert_trains_alike(schedule=schedule, schedule_period="7", schedule_factor="0.3", optimizer=optimizer)

    def test_penalties_and_clipping(self):
        for task in TASKS:
            for penalty in ({"l1": "0.1"}, {"l2": "0.5"}, {"l1": "0.1", "l2": "0.5"}):
                self.assert_trains_alike(task=task, **penalty)
            self.assert_trains_alike(task=task, clip_norm="0.05")
        self.assert_trains_alike(clip_norm="0.1", l1="0.2", optimizer="momentum", batch_size="5")

    def test_initial_parameters(self):
        for init in ("zeros", "small-random", "xavier", "he", "lecun", "uniform"):
            self.assert_trains_alike(init=init, init_bias="0.1", init_range="2", seed="7")

    def test_features_and_their_standardization(self):
        everything = ",".join(FEATURES)
        for task in TASKS:
            self.assert_trains_alike(task=task, features=everything)
            self.assert_trains_alike(task=task, features=everything, standardize=True)
        self.assert_trains_alike(features="sin(x2)")
        far = self.write("far.csv", csv_of((900_000 + i % 5 / 8, 0.1, i % 2) for i in range(13)))  # x2 is always the same
        self.assert_trains_alike(data=far, standardize=True)

    def test_mini_batches(self):
        for batch_size, task in itertools.product(("1", "5", "12", "100"), TASKS):
            self.assert_trains_alike(task=task, batch_size=batch_size)
            self.assert_trains_alike(task=task, batch_size=batch_size, no_shuffle=True)
        for seed in ("0", "999999999"):
            self.assert_trains_alike(seed=seed, batch_size="1", updates=40)
        many = self.write("many.csv", scattered("binary", 700))
        self.assert_trains_alike(data=many, batch_size="64", seed="12345")

    def test_dropout(self):
        for task in TASKS:
            self.assert_trains_alike(task=task, dropout="0.3")
            self.assert_trains_alike(task=task, dropout="0,0.9", batch_size="5", optimizer="adam")
        self.assert_trains_alike(dropout="0.123456789,0", activation="sigmoid,elu", seed="999999999")

    def test_numbers_of_classes(self):
        for classes in (2, 3, 10):
            points = self.write("classes.csv", csv_of(((i % 7) / 3, (i % 5) / 2, i % classes) for i in range(35)))
            self.assert_trains_alike(task="multiclass", data=points)

    def test_test_examples_are_left_out(self):
        self.assert_trains_alike(test_fraction="0.4", standardize=True, l2="0.5")

    def test_single_precision(self):
        for task, optimizer in itertools.product(TASKS, OPTIMIZERS):
            self.assert_trains_alike(precision="float", task=task, optimizer=optimizer, l1="0.01", l2="0.1",
                                     standardize=True, clip_norm="0.5", schedule="cosine", **RANDOM)  # fmt: skip
        for activation in ACTIVATIONS:
            self.assert_trains_alike(precision="float", activation=activation)

    def test_single_precision_stays_single(self):
        """Also by the rules of NumPy 2, which NumPy 1.24 to 1.26 can be asked to follow."""
        set_rules = getattr(np, "_set_promotion_state", lambda rules: None)
        self.addCleanup(set_rules, "legacy")
        for rules in ("legacy", "weak"):
            set_rules(rules)
            self.assert_stays_single()

    def assert_stays_single(self):
        for activation in ACTIVATIONS:
            self.trained(precision="float", activation=activation, optimizer="adam", standardize=True, l1="0.1", l2="0.1",
                         clip_norm="0.1", schedule="cosine", **RANDOM)  # fmt: skip
            for form in FORMATS:
                self.costs_of_script("--format", form)
                with contextlib.redirect_stdout(io.StringIO()):
                    names = runpy.run_path(self.path("script.py"))
                for name in ("X", "Y", "W", "b"):
                    for array in names[name].values() if isinstance(names[name], dict) else [names[name]]:
                        self.assertIn("float32", str(array.dtype), (activation, form, name))

    def test_goes_on_from_the_present(self):
        for optimizer, precision in itertools.product(OPTIMIZERS, TOLERANCES):
            for settings in (RANDOM, {"batch-size": "5", "no-shuffle": True, "schedule": "inverse-time"}):
                settings, _ = self.trained(optimizer=optimizer, precision=precision, updates=13, **settings)
                self.continue_alike(precision, settings)

    def test_goes_on_where_the_optimizer_began_anew(self):
        for optimizer in OPTIMIZERS:
            self.trained(updates=3, optimizer="momentum")
            self.session(self.path("session.json"), "--optimizer", optimizer, "--iterations", "5")
            self.continue_alike("double", optimizer)
            self.session(self.path("session.json"), "--hidden", "4", "--iterations", "0")
            self.continue_alike("double", optimizer)

    def test_goes_on_with_the_moments_that_training_began_with(self):
        self.trained(standardize=True)
        self.session(self.path("session.json"), "--data", self.write("other.csv", scattered("binary", 30)),
                     "--iterations", "0")  # fmt: skip
        self.continue_alike("double", "other points")

    def continue_alike(self, precision, message):
        """The next updates of session.json, in the program and from the present."""
        session = self.json_of("session.json")
        session["hyperparameters"]["iterations"] = session["iteration"] + UPDATES
        self.write("session.json", session)
        curve = self.curve_of(self.path("session.json"))
        self.assertEqual(len(curve), UPDATES + 1)
        for form in FORMATS:
            costs = self.costs_of_script("--from", "present", "--format", form)
            self.assert_same_costs(costs, curve, TOLERANCES[precision], (form, message))

    def test_a_session_that_has_not_begun_trains_to_its_limit_from_where_it_is(self):
        self.trained(updates=0)
        session = self.json_of("session.json")
        session["hyperparameters"]["iterations"] = 7
        session["parameters"][0]["W"][0] = [0.25, -0.5]  # by hand
        self.write("session.json", session)
        curve = self.curve_of(self.path("session.json"))
        for form, start in itertools.product(FORMATS, ("start", "present")):
            costs = self.costs_of_script("--format", form, "--from", start)
            self.assert_same_costs(costs, curve, TOLERANCES["double"], (form, start))

    def test_without_a_limit_ahead_does_the_usual_number_of_updates(self):
        self.trained(updates=0, hidden="none")
        curve = self.curve_of(self.path("session.json"), "--iterations", "1000")
        self.assert_same_costs(self.costs_of_script("--format", "numpy"), curve, TOLERANCES["double"], "1000 updates")

    def test_a_long_training_prints_fewer_lines_and_the_last_one(self):
        self.trained(updates=0, hidden="none")
        session = self.json_of("session.json")
        session["hyperparameters"]["iterations"] = 10_005
        self.write("session.json", session)
        costs = self.costs_of_script("--format", "numpy")
        self.assertEqual([line[0] for line in costs], [*range(0, 10_001, 10), 10_005])

    def test_runs_as_a_program_of_its_own(self):
        _, curve = self.trained(task="multiclass", **RANDOM)
        for form in FORMATS:
            text = self.output("export", self.path("session.json"), "--format", form)
            self.output("export", self.path("session.json"), "--format", form, "-o", self.path("file.py"))
            self.assertEqual(self.text_of("file.py"), text)
            run = subprocess.run([sys.executable, self.path("file.py")], capture_output=True, text=True, check=True)
            self.assertEqual(run.stderr, "")
            self.assert_same_costs(costs_in(run.stdout), curve, TOLERANCES["double"], form)

    def test_refuses_what_it_cannot_do(self):
        self.trained()
        session = self.path("session.json")
        self.write("broken.json", "{")
        empty = self.json_of("session.json")
        empty["data"]["test"] = list(range(len(empty["data"]["examples"])))
        for arguments, names in (
            ([self.path("missing.json"), "--format", "numpy"], ["missing.json", "no file"]),
            ([self.path("broken.json"), "--format", "numpy"], ["broken.json", "line 1"]),
            ([self.write("empty.json", empty), "--format", "numpy"], ["empty.json", "no training examples"]),
            ([session], ["--format"]),
            (["--format", "numpy"], ["session"]),
            ([session, "--format", "matlab"], ["--format", "matlab", "numpy, pytorch"]),
            ([session, "--format", "NumPy"], ["--format", "NumPy"]),
            ([session, "--format", "numpy", "--from", "end"], ["--from", "end", "start, present"]),
            ([session, "--format", "numpy", "-o", self.path("no/folder/file.py")], ["no/folder", "folder"]),
            ([session, "--format", "numpy", "-o", str(self.folder)], [str(self.folder), "folder"]),
            ([session, "--format", "numpy", "-o", session], ["-o", "session"]),
            ([session, "--format", "numpy", "-o", ""], ["-o"]),
        ):
            self.expect_refusal("export", *arguments, names=names)


if __name__ == "__main__":
    unittest.main()
