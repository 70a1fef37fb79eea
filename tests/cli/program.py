"""perceptible-cli as a script uses it: started with its options, its results read, in a folder of its own."""

import json
import math
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 and not sys.argv[1].startswith("-") else "perceptible-cli"
DONE, FAILED, BAD_INPUT = 0, 1, 2
TIMEOUT = 120  # seconds; far more than any of these needs
SHAPES = ("blobs", "circles", "moons", "xor", "spirals", "flower")
ACTIVATIONS = ("sigmoid", "tanh", "relu", "leaky-relu", "elu", "softplus", "silu", "sine", "linear")
OPTIMIZERS = ("gradient-descent", "momentum", "nesterov", "rmsprop", "adam")
FEATURES = ("x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)")
TASKS = ("binary", "multiclass", "regression")


def csv_of(points):
    return "x1,x2,label\n" + "".join(f"{x1!r},{x2!r},{y!r}\n" for x1, x2, y in points)


def points_of(csv):
    """(x1, x2, label) of every line below the header."""
    return [tuple(map(float, line.split(","))) for line in csv.splitlines()[1:]]


def two_clouds(examples=40):
    """Separable by a line, so that every network learns it."""
    return csv_of(
        (round(2 * side + math.sin(3 * i), 4), round(side + math.cos(5 * i) / 2, 4), int(side > 0))
        for i, side in ((i, 1 if i % 2 else -1) for i in range(examples))
    )


def scattered(task, examples=12):
    """A few points with labels of that task, of no particular pattern."""
    labels = {"binary": lambda i: i % 2, "multiclass": lambda i: i * i % 5, "regression": lambda i: math.cos(i) * 2.5}
    return csv_of(
        (round(2 * math.sin(3 * i + 1), 4), round(1.5 * math.cos(5 * i), 4), labels[task](i)) for i in range(examples)
    )


def numbers_in(value):
    """All numbers of a JSON value, in their order."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [number for part in value for number in numbers_in(part)]
    return [value]


class CommandLineTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def path(self, name):
        return str(self.folder / name)

    def write(self, name, content):
        """The path of a new file with that text, those bytes, or that value as JSON."""
        if isinstance(content, bytes):
            (self.folder / name).write_bytes(content)
        else:
            text = content if isinstance(content, str) else json.dumps(content)
            (self.folder / name).write_text(text, encoding="utf-8")
        return self.path(name)

    def text_of(self, name):
        return (self.folder / name).read_text(encoding="utf-8")

    def json_of(self, name):
        return json.loads(self.text_of(name))

    def files(self):
        """Every file below the folder with its bytes, every folder with none."""
        return {path: path.read_bytes() if path.is_file() else None for path in self.folder.rglob("*")}

    def run_program(self, *arguments, to=subprocess.PIPE, **options):
        return subprocess.run(
            [PROGRAM, *arguments],
            stdout=to,
            stderr=subprocess.PIPE,
            text=True,
            timeout=TIMEOUT,
            check=False,
            **options,
        )

    def output(self, *arguments, code=DONE):
        """What it says on standard output."""
        result = self.run_program(*arguments)
        self.assertEqual(result.returncode, code, (arguments, result.stderr))
        return result.stdout

    def train(self, *arguments, code=DONE):
        """The one JSON object that a training prints."""
        return json.loads(self.output("train", "--json", *arguments, code=code))

    def session(self, *arguments, name="session.json"):
        """The session that a training writes."""
        self.output("train", "-o", self.path(name), *arguments)
        return self.json_of(name)

    def curve(self, *arguments, code=DONE):
        """The lines of the cost curve below its header, as lists of numbers, and the JSON object."""
        result = self.train("--cost-curve", self.path("curve.csv"), *arguments, code=code)
        lines = self.text_of("curve.csv").splitlines()
        return [[float(field) for field in line.split(",")] for line in lines[1:]], result

    def expect_refusal(self, *arguments, names, **options):
        """Exit code 2, a sentence with those words, no output, and all files as they were."""
        before = self.files()
        result = self.run_program(*arguments, **options)
        self.assertEqual(result.returncode, BAD_INPUT, (result.stdout[:200], result.stderr))
        self.assertEqual(result.stdout or "", "")
        for name in names:
            self.assertIn(name, result.stderr)
        self.assertNotRegex(result.stderr, r"%\d|what\(\)|terminate|Sanitizer")
        self.assertEqual(self.files(), before)

    def assert_close(self, found, expected, tolerance, message=None):
        """Each number within `tolerance` of the expected one, relative to its size when it is above 1."""
        found, expected = numbers_in(found), numbers_in(expected)
        self.assertEqual(len(found), len(expected), message)
        for one, other in zip(found, expected):
            self.assertLessEqual(abs(one - other), tolerance * max(1, abs(other)), (message, one, other))
