#!/usr/bin/env python3
"""What perceptible-cli refuses: each with exit code 2, a sentence that says where it is and what was expected, nothing
on standard output, and every file as it was.

    python3 bad_input_test.py path/to/perceptible-cli
"""

import copy
import json
import os
import unittest

from program import BAD_INPUT, CommandLineTest, scattered

BAD_CSV = (  # name, bytes, what the sentence has beside the name
    ("column.csv", b"1,2,0\n1,2\n", ["line 2", "three columns", "2"]),
    ("columns.csv", b"1,2,0\n1,2,0,5\n", ["line 2", "three columns", "4"]),
    ("header.csv", b"x1,label\n1,0\n", ["line 1", "three columns"]),
    ("text.csv", b"1,2,0\n1,two,1\n", ["line 2", "x2", "two", "number"]),
    ("below.csv", b"x1,x2,label\n\n\n1,2,0\n1,2,one\n", ["line 5", "label", "one"]),
    ("nothing.csv", b"1,2,0\n1,,1\n", ["line 2", "x2", "number"]),
    ("comma.csv", b"1;2;0\n1,5;2;0\n", ["line 2", "x1", "1,5", "decimal point"]),
    ("hexadecimal.csv", b"0x10,2,0\n1,2,0\n", ["line 1", "x1", "0x10"]),
    ("nan.csv", b"1,2,0\nnan,2,1\n", ["line 2", "x1", "nan"]),
    ("inf.csv", b"1,2,0\n1,2,1\n-inf,2,1\n", ["line 3", "x1", "-inf"]),
    ("overflow.csv", b"1,1e999,0\n", ["line 1", "x2", "1e999"]),
    ("far.csv", b"1,2,0\n1000001,2,0\n", ["line 2", "x1", "-1000000 to 1000000"]),
    ("target.csv", b"1,2,0.5\n1,2,1000001\n", ["line 2", "label", "-1000000 to 1000000"]),
    ("label.csv", b"1,2,0.5\n1,2,nan\n", ["line 2", "label", "nan"]),
    ("quote.csv", b'1,2,0\n"1,2,0\n1,2,0\n', ["line 2", "quotation mark"]),
    ("quoted.csv", b'1,2,0\n1"2,0,1\n', ["line 2", "quotation mark"]),
    ("empty.csv", b"", ["no examples"]),
    ("blank.csv", b"\n\n  \n", ["no examples"]),
    ("headed.csv", b"x1,x2,label\n", ["no examples"]),
    ("binary.csv", b"1,2,0\n\x00\x01\x02\n", ["line 2", "not text"]),
    ("utf16.csv", "1,2,0\n".encode("utf-16"), ["not text"]),
    ("endless.csv", b"1,2,0\n" + b"1" * 70_000, ["line 2"]),
    ("long.csv", b"1,2,0\n" * 200_001, ["line 200001", "200000"]),
)

BAD_JSON = (  # name, text, what the sentence has beside the name
    ("empty.json", "", ["line 1"]),
    ("cut.json", '{"format": "perceptible-session",\n "version"', ["line 2", "ends here"]),
    ("list.json", "[]", ["/", "{"]),
    ("csv.json", "x1,x2,label\n", ["line 1", "column 1", "x1"]),
    ("comma.json", '{\n"version": 1,\n}', ["line 3", "expected"]),
    ("more.json", "{}\n{}", ["line 2", "nothing more"]),
    ("nan.json", '{"version": NaN}', ["line 1", "NaN"]),
    ("twice.json", '{"version": 1, "version": 1}', ["/version", "twice"]),
    ("deep.json", "[" * 100_000, ["deep"]),
    ("zero.json", '{"version":\n \x00', ["line 2", "not text"]),
    ("other.json", '{"format": "something", "version": 1}', ["/format", "something", "perceptible-session"]),
)

EDITS = (  # way into a sound session, what is put there (None: it is removed), what the sentence has beside the way
    ("/format", "perceptible", ["perceptible-session"]),
    ("/format", None, ["missing"]),
    ("/version", 0, ["0", "from 1"]),
    ("/version", "1", ['"1"']),
    ("/version", None, ["missing"]),
    ("/precision", "half", ["half", "float", "double"]),
    ("/iteration", -1, ["-1", "0"]),
    ("/iteration", 1.5, ["1.5", "whole number"]),
    ("/iteration", None, ["missing"]),
    ("/colour", "blue", ["not known"]),
    ("/hyperparameters", None, ["missing"]),
    ("/hyperparameters/momentum", 0.9, ["not known"]),
    ("/hyperparameters/learning_rate", 1000, ["1000", "1e-06", "100"]),
    ("/hyperparameters/learning_rate", "fast", ["fast", "number"]),
    ("/hyperparameters/optimizer/kind", "adagrad", ["adagrad", "adam"]),
    ("/hyperparameters/optimizer/beta1", 1, ["0.999999"]),
    ("/hyperparameters/schedule/kind", "never", ["never", "cosine"]),
    ("/hyperparameters/schedule/period", 0, ["0", "1"]),
    ("/hyperparameters/hidden_layers/0/units", 129, ["129", "128"]),
    ("/hyperparameters/hidden_layers/1/activation", "softsign", ["softsign", "tanh"]),
    ("/hyperparameters/hidden_layers/1/dropout", 1, ["0.95"]),
    ("/hyperparameters/hidden_layers", [{"units": 2}] * 13, ["13", "12"]),
    ("/hyperparameters/features", ["x1", "x3"], ["/1", "x3", "x1*x2"]),
    ("/hyperparameters/features", ["x1", "x1"], ["/1", "twice"]),
    ("/hyperparameters/features", [], ["0", "1"]),
    ("/hyperparameters/batch_size", 0, ["0", "1"]),
    ("/hyperparameters/shuffle", "yes", ["yes", "true"]),
    ("/hyperparameters/seed", -1, ["-1"]),
    ("/hyperparameters/initialization", "ones", ["ones", "xavier"]),
    ("/data", None, ["missing"]),
    ("/data/task", "ternary", ["ternary", "binary"]),
    ("/data/classes", 3, ["3", "2"]),
    ("/data/examples", None, ["missing"]),
    ("/data/examples/1", [1, 2], ["list of 2", "list of 3"]),
    ("/data/examples/1/0", "one", ["one", "number"]),
    ("/data/examples/1/1", 2e6, ["1e+06"]),
    ("/data/examples/1/2", 2, ["2", "0 to 1"]),
    ("/data/examples/1/2", 0.5, ["0.5", "whole number"]),
    ("/data/test", [12], ["/0", "12", "0 to 11"]),
    ("/data/test", [1, 1], ["/1", "twice"]),
    ("/parameters", None, ["missing"]),
    ("/parameters", [], ["list of 0", "list of 3"]),
    ("/parameters/0/W", [[1, 2]], ["list of 1", "list of 3"]),
    ("/parameters/0/W/2", [1, 2, 3], ["list of 3", "list of 2"]),
    ("/parameters/0/W/2", [1], ["list of 1", "list of 2"]),
    ("/parameters/0/W/2/1", "x", ["x", "number"]),
    ("/parameters/1/b/0", 1e39, ["1e+39"]),  # no float
    ("/parameters/1/b", [1], ["list of 1", "list of 2"]),
    ("/parameters/1/b", None, ["missing"]),
    ("/parameters/1/c", [1], ["not known"]),
    ("/optimizer_state/v", [0], ["list of 1", "list of 0"]),
    ("/optimizer_state/steps", -1, ["-1"]),
    ("/batches/done", 12, ["12", "0 to 11"]),
    ("/best/cost", "low", ["low"]),
)

BAD_OPTIONS = (
    (["--learning-rate", "0"], ["learning-rate", "1e-06", "100"]),
    (["--learning-rate", "nan"], ["learning-rate", "nan"]),
    (["--learning-rate", "1e999"], ["--learning-rate", "1e999"]),
    (["--learning-rate", "0.1x"], ["--learning-rate", "0.1x"]),
    (["--learning-rate", ""], ["--learning-rate"]),
    (["--learning-rate"], ["--learning-rate"]),
    (["--iterations", "abc"], ["--iterations", "abc", "whole number"]),
    (["--iterations", "-1"], ["iterations", "-1"]),
    (["--iterations", "1.5"], ["--iterations", "1.5"]),
    (["--iterations", "1000000000001"], ["iterations", "1000000000000"]),
    (["--iterations", "99999999999999999999"], ["--iterations", "out of range"]),
    (["--iterations", "1", "--iterations", "2"], ["--iterations"]),
    (["--hidden", "4,0"], ["hidden[2].units", "128"]),
    (["--hidden", "4,129"], ["hidden[2].units", "128"]),
    (["--hidden", "four"], ["--hidden", "four"]),
    (["--hidden", "4,,4"], ["--hidden", "whole number"]),
    (["--hidden", "none,4"], ["--hidden", "none"]),
    (["--hidden", ",".join(["4"] * 13)], ["hidden", "12"]),
    (["--activation", "softsign"], ["softsign", "tanh"]),
    (["--activation", "softmax"], ["softmax", "tanh"]),
    (["--hidden", "none", "--activation", "softsign"], ["softsign", "tanh"]),
    (["--hidden", "4,4", "--activation", "tanh,tanh,tanh"], ["--activation", "2"]),
    (["--dropout", "0.96"], ["hidden[1].dropout", "0.95"]),
    (["--dropout", "0.1,x"], ["--dropout", "x"]),
    (["--dropout", "0.1,0.1,0.1"], ["--dropout", "2"]),
    (["--batch-size", "0"], ["batch-size", "1", "200000"]),
    (["--batch-size", "some"], ["--batch-size", "some"]),
    (["--optimizer", "adagrad"], ["adagrad", "adam"]),
    (["--beta1", "1"], ["beta1", "0.999999"]),
    (["--beta2", "-0.1"], ["beta2", "-0.1"]),
    (["--epsilon", "0"], ["epsilon", "0"]),
    (["--l1", "-1"], ["l1", "-1"]),
    (["--l2", "1e7"], ["l2", "1e+07"]),
    (["--clip-norm", "0"], ["clip-norm"]),
    (["--init", "ones"], ["ones", "xavier"]),
    (["--init-range", "-1"], ["init-range"]),
    (["--init-bias", "101"], ["init-bias", "100"]),
    (["--leaky-slope", "1.1"], ["leaky-slope"]),
    (["--schedule", "never"], ["never", "cosine"]),
    (["--schedule-period", "0"], ["schedule-period"]),
    (["--schedule-factor", "2"], ["schedule-factor"]),
    (["--features", "x3"], ["x3", "x1*x2"]),
    (["--features", "x1,x1"], ["features", "x1", "twice"]),
    (["--features", ""], ["--features"]),
    (["--seed", "1000000000"], ["seed", "999999999"]),
    (["--seed", "-1"], ["--seed", "-1"]),
    (["--until-cost", "-1"], ["until-cost", "-1"]),
    (["--patience", "0"], ["patience", "0"]),
    (["--test-fraction", "0.95"], ["--test-fraction", "0.9"]),
    (["--test-fraction", "nan"], ["--test-fraction", "nan"]),
    (["--cost-every", "0"], ["--cost-every", "0", "1"]),
    (["--cost-every", "often"], ["--cost-every", "often"]),
    (["--task", "ternary"], ["ternary", "auto, binary"]),
    (["--precision", "half"], ["half", "double"]),
    (["--shuffle", "--no-shuffle"], ["--shuffle", "--no-shuffle"]),
    (["--standardize", "--no-standardize"], ["--standardize"]),
    (["--momentum", "0.9"], ["--momentum"]),
)

# A name that cannot be written, and what the sentence has beside it. {} is the test's folder.
BAD_OUTPUTS = (
    ("{}/none/out", ["No such file"]),
    ("{}/points.csv/out", ["Not a directory"]),
    ("{}", ["folder"]),
    ("{}/", ["folder"]),
    ("/dev/full", ["No space left"]),
    ("/proc/out", ["cannot be written"]),
    ("", ["expected the name of a file"]),
)


def edited(session, way, value):
    result = copy.deepcopy(session)
    *steps, last = [int(step) if step.isdigit() else step for step in way.split("/")[1:]]
    place = result
    for step in steps:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return result


class BadInput(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.points = self.write("points.csv", scattered("binary"))
        self.sound = self.session("--data", self.points, "--iterations", "3", "--hidden", "3,2")
        self.kept = self.write("kept", "what was there before")

    def training(self, *options):
        return ["train", *options, "--iterations", "1", "-o", self.kept]

    def test_csv_files(self):
        for name, content, words in BAD_CSV:
            with self.subTest(name):
                file = self.write(name, content)
                self.expect_refusal(*self.training("--data", file, "--json"), names=[name, *words])
                if name not in ("target.csv", "label.csv"):
                    self.expect_refusal("evaluate", self.path("session.json"), "--data", file, names=[name])

    def test_csv_files_of_points_alone(self):
        for content, words in (
            (b"1,2\n1\n", ["line 2", "2"]),
            (b"1,2\n1,2,0\n", ["line 2", "3"]),
            (b"1\n", ["line 1", "1"]),
            (b"x1,label\n1,2\n", ["line 1", "label"]),
            (b"1,2\nnan,2\n", ["line 2", "x1", "nan"]),
            (b"", ["no points"]),
        ):
            with self.subTest(content):
                file = self.write("few.csv", content)
                self.expect_refusal("predict", self.path("session.json"), "--data", file, "-o", self.kept,
                                    names=["few.csv", *words])  # fmt: skip

    def test_session_files(self):
        for name, text, words in BAD_JSON:
            with self.subTest(name):
                file = self.write(name, text)
                self.expect_refusal(*self.training(file, "--json"), names=[name, *words])

    def test_edited_sessions(self):
        for way, value, words in EDITS:
            with self.subTest(way=way, value=value):
                file = self.write("edited.json", edited(self.sound, way, value))
                self.expect_refusal(*self.training(file, "--json"), names=["edited.json", way, *words])

    def test_numbers_that_json_does_not_have(self):
        for number in ("NaN", "Infinity", "-Infinity", "1e999", "0x1", "01", ".5", "+1", "null"):
            sound = self.text_of("session.json")
            start = sound.index("[", sound.index('"parameters"') + 40)
            file = self.write("edited.json", f"{sound[:start]}[{number}, {sound[start + 1:]}")
            self.expect_refusal(*self.training(file), names=["edited.json, "])

    def test_sessions_from_the_future(self):
        for version in (2, 10**15):
            file = self.write("edited.json", edited(self.sound, "/version", version))
            self.expect_refusal("evaluate", file, names=["edited.json", f"version {version}", "version 1"])

    def test_every_command_refuses_a_bad_session(self):
        file = self.write("edited.json", edited(self.sound, "/version", 2))
        for command in (["evaluate", file], ["check-gradients", file], ["predict", file, "--data", self.points],
                        ["train", file, "--data", self.points]):  # fmt: skip
            self.expect_refusal(*command, names=["edited.json", "version 2"])

    def test_a_session_that_was_cut_off_anywhere(self):
        whole = self.text_of("session.json").rstrip()
        for length in range(0, len(whole), max(1, len(whole) // 40)):
            file = self.write("cut.json", whole[:length])
            self.expect_refusal("evaluate", file, names=["cut.json, line "])

    def test_what_is_no_file(self):
        none, folder = self.path("none"), str(self.folder)
        for arguments, names in (
            (["train", "--data", none], [none, "CSV"]),
            (["train", "--data", folder], [folder, "folder", "CSV"]),
            (["train", "--data", ""], ["--data"]),
            (["train", none], [none, "session"]),
            (["train", folder], [folder, "folder", "session"]),
            (["train", self.points + "/points.csv"], ["points.csv/points.csv"]),
            (["train", "--data", self.points + "/points.csv"], ["points.csv/points.csv"]),
            (["evaluate", none], [none, "session"]),
            (["evaluate", self.path("session.json"), "--data", none], [none, "CSV"]),
            (["predict", self.path("session.json"), "--data", folder], [folder, "CSV"]),
            (["check-gradients", "/dev/null"], ["/dev/null", "session"]),
            (["train", "--data", "/dev/null"], ["/dev/null"]),
        ):
            with self.subTest(arguments):
                self.expect_refusal(*arguments, names=names)

    @unittest.skipIf(os.geteuid() == 0, "root may read and write everything")
    def test_what_may_not_be_read_or_written(self):
        for name in ("points.csv", "session.json", "kept"):
            os.chmod(self.path(name), 0)
        for arguments, name in (
            (["train", "--data", self.points], "points.csv"),
            (["evaluate", self.path("session.json")], "session.json"),
            (["generate", "moons", "-o", self.kept], "kept"),
        ):
            result = self.run_program(*arguments)
            self.assertEqual((result.returncode, result.stdout), (BAD_INPUT, ""))
            self.assertIn(name, result.stderr)

    def test_options(self):
        for options, words in BAD_OPTIONS:
            with self.subTest(options):
                self.expect_refusal("train", "--data", self.points, "--json", "-o", self.kept, *options, names=words)

    def test_outputs(self):
        for name, words in BAD_OUTPUTS:
            name = name.format(self.folder)
            for arguments in (
                ["train", "--data", self.points, "--iterations", "1", "--json", "-o", name],
                ["train", "--data", self.points, "--iterations", "1", "--json", "--cost-curve", name],
                ["generate", "moons", "-o", name],
                ["predict", self.path("session.json"), "--data", self.points, "-o", name],
            ):
                with self.subTest(arguments):
                    self.expect_refusal(*arguments, names=[name, *words])

    def test_an_unwritable_output_is_known_before_the_training(self):
        for option in ("-o", "--cost-curve"):
            self.expect_refusal("train", "--data", self.points, "--iterations", "1000000000000", option,
                                self.path("none/out"), names=["none/out"])  # fmt: skip

    def test_one_file_for_two_outputs(self):
        for same in (self.kept, str(self.folder / "." / "kept"), f"{self.folder}/../{self.folder.name}/kept"):
            self.expect_refusal(*self.training("--data", self.points), "--cost-curve", same, names=["--cost-curve", "-o"])
        self.output("train", "--data", self.points, "--iterations", "1", "-o", "/dev/null", "--cost-curve", "/dev/null")

    def test_an_output_in_the_place_of_an_input(self):
        session = self.path("session.json")
        for arguments, words in (
            (["--data", self.points, "-o", self.points], ["-o", "--data"]),
            (["--data", self.points, "--cost-curve", self.points], ["--cost-curve", "--data"]),
            ([session, "--cost-curve", session], ["--cost-curve", "session"]),
            ([session, "-o", session, "--cost-curve", session], ["--cost-curve", "-o"]),
        ):
            self.expect_refusal("train", *arguments, "--iterations", "1", names=words)

    def test_commands(self):
        for arguments, words in (
            ([], ["subcommand", "generate, train, evaluate, predict, check-gradients"]),
            (["learn"], ["learn", "generate, train, evaluate, predict, check-gradients"]),
            (["--fast"], ["--fast"]),
            (["--"], ["subcommand"]),
            (["train"], ["--data"]),
            (["train", "--json"], ["--data"]),
            (["train", self.path("session.json"), "more"], ["more"]),
            (["evaluate"], ["session"]),
            (["predict", self.path("session.json")], ["--data"]),
            (["generate", "moons", "train"], ["train"]),
        ):
            with self.subTest(arguments):
                self.expect_refusal(*arguments, names=words)

    def test_sessions_without_training_examples(self):
        nothing = edited(edited(self.sound, "/data/examples", []), "/data/test", [])
        tests = edited(self.sound, "/data/test", list(range(12)))
        for session in (nothing, tests):
            file = self.write("edited.json", session)
            for command in ("train", "evaluate", "check-gradients"):
                self.expect_refusal(command, file, names=["edited.json", "training examples", "at least one"])

    def test_each_message_is_short(self):
        file = self.write("long.csv", "1,2," + "very" * 10_000)
        result = self.run_program("train", "--data", file)
        self.assertLess(len(result.stderr), 300)
        file = self.write("long.json", json.dumps({"f" * 10_000: 1, "format": "f" * 10_000, "version": 1}))
        self.assertLess(len(self.run_program("evaluate", file).stderr), 300)


if __name__ == "__main__":
    unittest.main()
