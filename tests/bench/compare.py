#!/usr/bin/python3
"""Holds the speed of perceptible-cli against NumPy, PyTorch and the processor: one thread each, in one run.

    apt-get install python3-numpy python3-torch libopenblas0-pthread libbenchmark-dev
    cmake --preset bench && cmake --build --preset bench --target perceptible-cli core_bench
    tests/bench/compare.py                # --help lists what can be changed

Every contestant runs in a process of its own, and they take turns, so that whatever else the machine does hits all
alike. What counts is the median over the rounds. Exit code: 0 everything holds, 1 a ratio misses, 2 the comparison
could not be made.
"""

import argparse
import ctypes
import dataclasses
import json
import math
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]

LEARNING_RATE = 0.03
CHECKED_UPDATES = 200
TOLERANCE = 1e-3  # relative; float32 and different orders of summation


@dataclasses.dataclass(frozen=True)
class Work:
    name: str
    units: tuple  # n[0]…n[L]
    activation: str  # of the hidden layers
    batch: int  # None: full batch
    examples: int  # m

    @property
    def shape(self):
        batch = f"batch {self.batch}" if self.batch else "full batch"
        return f"{'-'.join(map(str, self.units))} {self.activation}, {batch}, m = {self.examples:,}"

    @property
    def operations(self):
        """Floating-point operations of one full-batch update: Z = W A forward, dW = dZ A^T and dA = W^T dZ backward
        (no dA[0]), each 2 m n[l] n[l-1]."""
        products = [n * previous for previous, n in zip(self.units, self.units[1:])]
        return 2 * self.examples * (2 * sum(products) + sum(products[1:]))


WORKS = {
    work.name: work
    for work in (
        Work("W1", (2, 4, 2, 1), "tanh", 10, 250),
        Work("W2", (2, 4, 1), "tanh", None, 400),
        Work("W3", (2, 8, 8, 8, 8, 8, 8, 1), "relu", 30, 500),
        Work("W4", (2, 64, 64, 64, 1), "relu", None, 2000),
    )
}
# No hidden layer: from zeros, every program must arrive at the same cost.
LOGISTIC_REGRESSION = Work("logistic regression", (2, 1), "tanh", None, 400)

AT_LEAST = {  # updates per second: a multiple of the other's
    ("W1", "NumPy"): 100,
    ("W1", "PyTorch"): 500,
    ("W2", "NumPy"): 18,
    ("W2", "PyTorch"): 80,
    ("W3", "NumPy"): 35,
    ("W3", "PyTorch"): 120,
    ("W4", "PyTorch"): 1.5,
}
SHARE_OF_PEAK_AT_LEAST = 0.55  # W4
GRID_AT_MOST_MS, GRID_AT_LEAST = 1, 30  # W5: one of both


NAMES = {
    "numpy-as-written": "NumPy as written",
    "numpy-float32": "NumPy",
    "numpy-float64": "NumPy float64",
    "pytorch": "PyTorch",
}


class CannotCompare(Exception):
    pass


# ---- The contestants in Python. Each runs in a process of its own: compare.py --run numpy-float32 W1 ----


def two_moons(m):
    """Two interleaved, overlapping arcs, one per class: m rows x1, x2, label."""
    rows = []
    for i in range(m):
        label = i % 2
        angle = math.pi * (i // 2) / max(1, (m - 1) // 2)
        x1, x2 = (1 - math.cos(angle), 0.4 - math.sin(angle)) if label else (math.cos(angle), math.sin(angle))
        rows.append((round(x1 + 0.4 * math.sin(7 * i), 6), round(x2 + 0.4 * math.cos(5 * i), 6), label))
    return rows


def initial_parameters(np, work):
    """W[l], b[l]: Xavier; zeros without a hidden layer."""
    random = np.random.default_rng(1)
    shapes = list(zip(work.units[1:], work.units))
    scale = 0 if len(shapes) == 1 else 1
    W = [scale * math.sqrt(2 / sum(shape)) * random.standard_normal(shape) for shape in shapes]
    return W, [np.zeros((n, 1)) for n, _ in shapes]


class NumPy:
    """Gradient descent with the lecture's formulas, and whatever makes them faster without making them others: 1/m
    and alpha in one factor, results in place. Examples are columns (S6)."""

    def __init__(self, work, dtype):
        import numpy as np

        self.np = np
        data = np.array(two_moons(work.examples), dtype)
        self.X, self.Y = data[:, :2].T.copy(), data[:, 2:].T.copy()
        W, b = initial_parameters(np, work)
        self.W, self.b = [w.astype(dtype) for w in W], [b.astype(dtype) for b in b]
        self.batch = work.batch
        self.random = np.random.default_rng(2)
        self.g, self.g_prime = {  # g'(Z), taken from A = g(Z)
            "tanh": (lambda Z: np.tanh(Z, out=Z), lambda A: 1 - A * A),
            "relu": (lambda Z: np.maximum(Z, 0, out=Z), lambda A: A > 0),
        }[work.activation]

    def forward(self, X):
        """A[0] = X, A[l] = g(W[l] A[l-1] + b[l]); the last one is Z[L] (S8, S9)."""
        A = [X]
        for W, b in zip(self.W, self.b):
            Z = W @ A[-1]
            Z += b
            A.append(self.g(Z) if len(A) < len(self.W) else Z)
        return A

    def update(self, X, Y):
        rate = LEARNING_RATE / X.shape[1]  # alpha and the 1/m of dW and db
        A = self.forward(X)
        dZ = 1 / (1 + self.np.exp(-A.pop())) - Y
        for l in reversed(range(len(self.W))):
            W = self.W[l]
            dA = W.T @ dZ if l > 0 else None  # before W changes
            W -= rate * (dZ @ A[l].T)
            self.b[l] -= rate * dZ.sum(axis=1, keepdims=True)
            if l > 0:
                dZ = dA * self.g_prime(A[l])

    def epoch(self):
        """Every example once. Returns the number of updates."""
        if self.batch is None:
            self.update(self.X, self.Y)
            return 1
        m = self.X.shape[1]
        order = self.random.permutation(m)
        X, Y = self.X[:, order], self.Y[:, order]
        for first in range(0, m, self.batch):
            self.update(X[:, first : first + self.batch], Y[:, first : first + self.batch])
        return -(-m // self.batch)

    def cost(self):
        z = self.forward(self.X)[-1]
        return float((self.np.logaddexp(0, z) - self.Y * z).mean())


class NumPyAsWritten(NumPy):
    """The same with every formula on a line of its own, as the lecture has it."""

    def update(self, X, Y):
        np, W, b, m, L = self.np, self.W, self.b, X.shape[1], len(self.W)
        A, dW, db = [X], [None] * L, [None] * L
        for l in range(L):
            Z = W[l] @ A[l] + b[l]
            A.append(self.g(Z) if l < L - 1 else 1 / (1 + np.exp(-Z)))
        dZ = A[L] - Y
        for l in reversed(range(L)):
            dW[l] = dZ @ A[l].T / m
            db[l] = np.sum(dZ, axis=1, keepdims=True) / m
            if l > 0:
                dA = W[l].T @ dZ
                dZ = dA * self.g_prime(A[l])
        for l in range(L):
            W[l] = W[l] - LEARNING_RATE * dW[l]
            b[l] = b[l] - LEARNING_RATE * db[l]


class PyTorch:
    """The ordinary training loop."""

    def __init__(self, work):
        import numpy as np
        import torch

        torch.set_num_threads(1)
        torch.manual_seed(2)
        self.torch = torch
        data = torch.tensor(two_moons(work.examples), dtype=torch.float32)
        self.X, self.Y = data[:, :2].contiguous(), data[:, 2:].contiguous()
        activation = {"tanh": torch.nn.Tanh, "relu": torch.nn.ReLU}[work.activation]
        layers = []
        for W, b in zip(*initial_parameters(np, work)):
            linear = torch.nn.Linear(W.shape[1], W.shape[0])
            with torch.no_grad():
                linear.weight.copy_(torch.from_numpy(W))
                linear.bias.copy_(torch.from_numpy(b[:, 0]))
            layers += [linear, activation()]
        self.network = torch.nn.Sequential(*layers[:-1])  # ends with Z[L]: the loss has the sigmoid
        self.loss = torch.nn.BCEWithLogitsLoss()
        self.optimizer = torch.optim.SGD(self.network.parameters(), lr=LEARNING_RATE)
        self.batch = work.batch

    def update(self, X, Y):
        self.optimizer.zero_grad()
        loss = self.loss(self.network(X), Y)
        loss.backward()
        self.optimizer.step()

    def epoch(self):
        if self.batch is None:
            self.update(self.X, self.Y)
            return 1
        m = len(self.X)
        order = self.torch.randperm(m)
        X, Y = self.X[order], self.Y[order]
        for first in range(0, m, self.batch):
            self.update(X[first : first + self.batch], Y[first : first + self.batch])
        return -(-m // self.batch)

    def cost(self):
        with self.torch.no_grad():
            return float(self.loss(self.network(self.X), self.Y))


CONTESTANTS = {
    "numpy-as-written": lambda work: NumPyAsWritten(work, "float32"),
    "numpy-float32": lambda work: NumPy(work, "float32"),
    "numpy-float64": lambda work: NumPy(work, "float64"),
    "pytorch": PyTorch,
}


def blas_kernel():
    """The processor for which the loaded OpenBLAS has chosen its kernels; none when another library is loaded."""
    with open("/proc/self/maps", encoding="utf-8") as maps:
        files = {line.split()[-1] for line in maps if "blas" in line}
    for file in sorted(files):
        try:
            function = ctypes.CDLL(file).openblas_get_corename
        except (OSError, AttributeError):
            continue
        function.restype = ctypes.c_char_p
        return function().decode()
    return None


def run(contestant, work, seconds, updates):
    """Trains for a number of updates or else of seconds, and prints what came of it as JSON."""
    trainer = CONTESTANTS[contestant](work)
    result = {"cost_before": trainer.cost()}
    if updates:
        done = 0
        while done < updates:
            done += trainer.epoch()
    else:
        end = time.perf_counter() + seconds / 10
        while time.perf_counter() < end:  # to warm up
            trainer.epoch()
        done = 0
        begin, begin_cpu = time.perf_counter(), time.process_time()
        while time.perf_counter() < begin + seconds:
            done += trainer.epoch()
        elapsed = time.perf_counter() - begin
        result |= {"rate": done / elapsed, "share": (time.process_time() - begin_cpu) / elapsed}
    result |= {"cost": trainer.cost(), "kernel": blas_kernel()}
    print(json.dumps(result))


# ---- The referee ----


@dataclasses.dataclass(frozen=True)
class Rate:
    """What was done in a second, and the share of the processor that the program had meanwhile."""

    value: float
    share: float


def environment():
    result = dict(os.environ)
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        result[name] = "1"
    for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):  # leave the choice of the kernels to OpenBLAS
        result.pop(name, None)
    # Without these, glibc gives NumPy's temporaries of W4 back to the system in every update, which takes longer than
    # the arithmetic.
    for name in ("MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_"):
        result[name] = str(2**30)
    return result


def output_of(command):
    try:
        process = subprocess.run([str(part) for part in command], env=environment(), stdout=subprocess.PIPE, text=True)
    except OSError as error:
        reason = f"{command[0]} cannot be started: {error.strerror}. Build the preset bench first."
        raise CannotCompare(reason) from error
    if process.returncode != 0:
        raise CannotCompare(f"{' '.join(map(str, command))} ended with exit code {process.returncode}.")
    return json.loads(process.stdout)


class Referee:
    def __init__(self, options, folder):
        self.options = options
        self.folder = pathlib.Path(folder)
        self.iterations = {}  # of perceptible-cli, per work: as many as it needs for options.seconds
        self.kernels = set()

    def data(self, work):
        file = self.folder / f"{work.examples}.csv"
        if not file.exists():
            lines = ["x1,x2,label"] + [f"{x1},{x2},{label}" for x1, x2, label in two_moons(work.examples)]
            file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return file

    def cli(self, work, iterations, *arguments, batch=None):
        return output_of([
            self.options.cli, "train", "--data", self.data(work), "--json",
            "--hidden", ",".join(map(str, work.units[1:-1])) or "none", "--activation", work.activation,
            "--batch-size", batch or "full", "--learning-rate", LEARNING_RATE, "--iterations", iterations, *arguments,
        ])  # fmt: skip

    def python(self, contestant, work, *arguments):
        result = output_of([sys.executable, __file__, "--run", contestant, work.name, *arguments])
        if result["kernel"] is None:
            raise CannotCompare(f"{contestant} does not multiply with OpenBLAS: install libopenblas0-pthread.")
        self.kernels.add(result["kernel"])
        if not result["cost"] < result["cost_before"]:
            raise CannotCompare(f"{contestant} does not learn {work.name}: {result}")
        return result

    def bench(self, pattern):
        """The rows of core_bench by name, without what it computes from several of them."""
        rows = output_of([
            self.options.bench, "--benchmark_format=json", f"--benchmark_filter={pattern}",
            f"--benchmark_min_time={self.options.seconds / 3}",
        ])["benchmarks"]  # fmt: skip
        for row in rows:
            if row.get("error_occurred"):
                raise CannotCompare(f"{row['name']}: {row['error_message']}")
        return {row["name"].removesuffix("/real_time"): row for row in rows if row["run_type"] == "iteration"}

    # -- Do all compute the same?

    def check(self, works):
        """All from the same zeros; NumPy and PyTorch from the same random numbers, which perceptible-cli hasn't."""
        name = LOGISTIC_REGRESSION.name
        costs = self.costs_in_python(LOGISTIC_REGRESSION)
        costs["perceptible-cli"] = self.cli(LOGISTIC_REGRESSION, CHECKED_UPDATES, "--init", "zeros")["train_cost"]
        self.require_same(name, costs)
        for work in works:
            if work.batch is None:
                self.require_same(work.name, self.costs_in_python(work))
        print()

    def costs_in_python(self, work):
        return {NAMES[c]: self.python(c, work, "--updates", CHECKED_UPDATES)["cost"] for c in CONTESTANTS}

    @staticmethod
    def require_same(name, costs):
        listed = ", ".join(f"{program} {cost:.5f}" for program, cost in costs.items())
        print(f"Cost after {CHECKED_UPDATES} updates of {name}: {listed}", flush=True)
        lowest, highest = min(costs.values()), max(costs.values())
        if not highest - lowest <= TOLERANCE * lowest:  # also true for NaN
            raise CannotCompare("The programs do not compute the same.")

    # -- How fast are they?

    def cli_rate(self, work):
        if work.name not in self.iterations:
            few = self.cli(work, 200, batch=work.batch)
            self.iterations[work.name] = math.ceil(few["steps_per_second"] * self.options.seconds)
        begin, begin_cpu = time.perf_counter(), children_cpu()
        result = self.cli(work, self.iterations[work.name], batch=work.batch)
        share = (children_cpu() - begin_cpu) / (time.perf_counter() - begin)
        if not result["train_cost"] < self.cli(work, 0)["train_cost"]:
            raise CannotCompare(f"perceptible-cli does not learn {work.name}: {result}")
        return Rate(result["steps_per_second"], share)

    def python_rate(self, contestant, work):
        result = self.python(contestant, work, "--seconds", self.options.seconds)
        return Rate(result["rate"], result["share"])

    def measure(self, works, grid):
        """Lists of Rates, one per round: {(contestant, work): [Rate, …]}."""
        rates = {}
        for number in range(self.options.rounds):
            progress(f"round {number + 1} of {self.options.rounds}")
            for work in works:
                for contestant in CONTESTANTS:
                    rates.setdefault((contestant, work.name), []).append(self.python_rate(contestant, work))
                rates.setdefault(("cli", work.name), []).append(self.cli_rate(work))
                if work.name == "W4":
                    row = self.bench("BM_Peak")["BM_Peak"]
                    rates.setdefault(("peak", "W4"), []).append(Rate(row["FLOP/s"], share_of(row)))
            if grid:
                for name, row in self.bench("BM_Grid").items():
                    rates.setdefault((name, "W5"), []).append(Rate(1e3 / row["real_time"], share_of(row)))
        return rates


def children_cpu():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def share_of(row):
    return row["cpu_time"] / row["real_time"]


def progress(text):
    print(text, file=sys.stderr, flush=True)


def print_table(header, rows, text_columns):
    """Columns as wide as they must be; those after the first text_columns to the right."""
    rows = [header] + rows
    widths = [max(map(len, column)) for column in zip(*rows)]
    for row in rows:
        cells = [cell.ljust(w) if i < text_columns else cell.rjust(w) for i, (cell, w) in enumerate(zip(row, widths))]
        print("  ".join(cells).rstrip())
    print()


def significant(number):
    """Three digits, without an exponent."""
    digits = max(0, 2 - math.floor(math.log10(number))) if number > 0 else 0
    return f"{number:,.{digits}f}"


def judge(works, grid, speed):
    """Prints the table of the requirements. True when all of them hold."""
    rows = []
    verdicts = []

    def add(name, shape, against, theirs, ours, ratio, required="", holds=None):
        if rows and rows[-1][0] == name:
            shape = ""
        verdict = {True: "holds", False: "misses", None: ""}[holds]
        rows.append([name, shape, against, theirs, ours, ratio, required, verdict])
        verdicts.append(holds is not False)

    for work in works:
        ours = speed("cli", work.name)
        fastest = max(("numpy-float32", "numpy-float64"), key=lambda contestant: speed(contestant, work.name))
        for program, contestant in (("NumPy", "numpy-as-written"), ("", fastest), ("PyTorch", "pytorch")):
            theirs = speed(contestant, work.name)
            numbers = f"{theirs:,.0f}/s", f"{ours:,.0f}/s", f"{significant(ours / theirs)}×"
            required = AT_LEAST.get((work.name, program))
            verdict = (f"{required}×", ours / theirs >= required) if required else ()
            add(work.name, work.shape, NAMES[contestant], *numbers, *verdict)
        if work.name == "W4":
            peak, achieved = speed("peak", "W4"), ours * work.operations
            share = achieved / peak
            numbers = f"{peak / 1e9:.1f} GFLOP/s", f"{achieved / 1e9:.1f} GFLOP/s", f"{share:.0%}"
            add("W4", "", "FMA peak", *numbers, f"{SHARE_OF_PEAK_AT_LEAST:.0%}", share >= SHARE_OF_PEAK_AT_LEAST)
    if grid:
        blocks, points = 1e3 / speed("BM_GridBlocks", "W5"), 1e3 / speed("BM_GridPoints", "W5")
        numbers = f"{points:.2f} ms", f"{blocks:.2f} ms", f"{significant(points / blocks)}×"
        holds = blocks <= GRID_AT_MOST_MS or points / blocks >= GRID_AT_LEAST
        shape = "all units of W3's network, 100×100 grid"
        add("W5", shape, "per-point loop", *numbers, f"{GRID_AT_MOST_MS} ms or {GRID_AT_LEAST}×", holds)
    header = ["work", "shape, activation, batch, m", "against", "theirs", "ours", "ratio", "required", ""]
    print_table(header, rows, text_columns=3)
    return all(verdicts)


def print_curve(rows, clock):
    """Time per step against m (2-8-8-8-1) and against the number of weights (2-n-n-n-1, m = 2,000)."""
    table = []
    for name, row in rows.items():
        kind, argument = name.split("/")
        number = int(argument.split(":")[1])
        n, m = (number, 2000) if kind == "BM_Weights" else (8, number)
        weights = 2 * n + n * n + n * n + n
        microseconds = row[clock] / {"ns": 1e3, "us": 1, "ms": 1e-3}[row["time_unit"]]
        nanoseconds = 1e3 * microseconds / (m * weights)
        times = f"{significant(microseconds)} µs", f"{significant(nanoseconds)} ns"
        table.append([f"2-{n}-{n}-{n}-1 tanh, full batch", f"{m:,}", f"{weights:,}", *times])
    print_table(["network", "m", "weights", "time per step", "per example and weight"], table, text_columns=1)


def compare(options):
    works = [WORKS[name] for name in options.works if name in WORKS]
    grid = "W5" in options.works
    with tempfile.TemporaryDirectory() as folder:
        referee = Referee(options, folder)
        referee.check(works)
        rates = referee.measure(works, grid)
        curve = {} if options.no_curve else referee.bench("BM_Examples|BM_Weights")

    def value(rate):
        return rate.value / rate.share if options.cpu_time else rate.value

    def speed(contestant, name):
        return statistics.median(value(rate) for rate in rates[contestant, name])

    print(f"OpenBLAS kernel: {', '.join(sorted(referee.kernels))}\n")
    holds = judge(works, grid, speed)
    spread = max(max(map(value, of_one)) / min(map(value, of_one)) - 1 for of_one in rates.values())
    share = min(rate.share for of_one in rates.values() for rate in of_one)
    clock = "processor time" if options.cpu_time else "wall-clock time"
    print(f"Medians of {options.rounds} rounds of {options.seconds} s, {clock}. Rounds of one program differ by up to")
    print(f"{spread:.0%}; the program that had to share its core most had {share:.0%} of it.\n")
    if curve:
        print_curve(curve, "cpu_time" if options.cpu_time else "real_time")
    return 0 if holds else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", default=ROOT / "build/bench/app/perceptible-cli", help="path of perceptible-cli")
    parser.add_argument("--bench", default=ROOT / "build/bench/tests/bench/core_bench", help="path of core_bench")
    parser.add_argument("--works", default="W1,W2,W3,W4,W5", type=lambda text: text.split(","), help="only these")
    parser.add_argument("--rounds", default=3, type=int)
    parser.add_argument("--seconds", default=1.5, type=float, help="for each program, work and round")
    parser.add_argument("--cpu-time", action="store_true", help="leave out the time in which others had the processor")
    parser.add_argument("--no-curve", action="store_true", help="leave out the time per step against m and the weights")
    parser.add_argument("--run", nargs=2, metavar=("CONTESTANT", "WORK"), help="only " + " or ".join(CONTESTANTS))
    parser.add_argument("--updates", type=int, help="with --run: so many updates, untimed")
    options = parser.parse_args()
    if unknown := set(options.works) - {*WORKS, "W5"}:
        parser.error(f"unknown work: {', '.join(sorted(unknown))}")
    if options.run:
        contestant, name = options.run
        work = {**WORKS, LOGISTIC_REGRESSION.name: LOGISTIC_REGRESSION}.get(name)
        if contestant not in CONTESTANTS or work is None:
            parser.error("unknown contestant or work")
        return run(contestant, work, options.seconds, options.updates)
    try:
        return compare(options)
    except CannotCompare as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
