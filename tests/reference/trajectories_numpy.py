#!/usr/bin/python3
"""Cost trajectories of small networks, from the lecture's formulas in NumPy: what the program is held against.

Writes golden_trajectories.json beside itself. Everything is float64. Examples are columns: m examples, n[l] units in
layer l, n[0] input features, layers l = 1 ... L with weights. In the lists below, index l - 1 holds layer l.

    W[l]  n[l] x n[l-1]     Z[l], A[l]  n[l] x m     A[0] = X
    b[l]  n[l] x 1          Y           n[L] x m     A[L] = Yhat

    /usr/bin/python3 trajectories_numpy.py
"""

import json
import pathlib

import numpy as np

import cases

FEATURES = {
    "x1": lambda x1, x2: x1,
    "x2": lambda x1, x2: x2,
    "x1^2": lambda x1, x2: x1**2,
    "x2^2": lambda x1, x2: x2**2,
    "x1*x2": lambda x1, x2: x1 * x2,
    "sin(x1)": lambda x1, x2: np.sin(x1),
    "sin(x2)": lambda x1, x2: np.sin(x2),
}


def inputs(case, points):
    """X, n[0] x m: one row per feature; standardised, every row has mean 0 and deviation 1 over the m examples."""
    x1, x2 = np.array(points["x1"]), np.array(points["x2"])
    x = np.vstack([FEATURES[name](x1, x2) for name in case["features"]])
    if case["standardize"]:
        mean = np.mean(x, axis=1, keepdims=True)  # n[0] x 1
        deviation = np.sqrt(np.mean((x - mean) ** 2, axis=1, keepdims=True))  # n[0] x 1
        x = (x - mean) / np.where(deviation == 0, 1, deviation)
    return x


def targets(case, points):
    """Y: 1 x m, the label 0 or 1 or a real number; with K classes K x m, a 1 in the row of the example's class."""
    if case["task"] == "multiclass":
        return np.eye(case["classes"])[:, points["y"]]
    return np.array(points["y"], dtype=float).reshape(1, -1)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def softmax(z):
    """e^z[k] / sum of e^z[j] over the rows j; subtracting the largest z of a column changes nothing but overflow."""
    e = np.exp(z - np.max(z, axis=0, keepdims=True))
    return e / np.sum(e, axis=0, keepdims=True)


def hidden_activations(leaky_slope):
    """name: (g(z), g'(z))"""
    return {
        "sigmoid": (sigmoid, lambda z: sigmoid(z) * (1 - sigmoid(z))),
        "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
        "relu": (lambda z: np.where(z > 0, z, 0), lambda z: np.where(z > 0, 1.0, 0.0)),
        "leaky-relu": (lambda z: np.where(z > 0, z, leaky_slope * z), lambda z: np.where(z > 0, 1.0, leaky_slope)),
        "elu": (lambda z: np.where(z > 0, z, np.exp(z) - 1), lambda z: np.where(z > 0, 1.0, np.exp(z))),
        "softplus": (lambda z: np.log(1 + np.exp(z)), sigmoid),
        "silu": (lambda z: z * sigmoid(z), lambda z: sigmoid(z) + z * sigmoid(z) * (1 - sigmoid(z))),
        "sine": (np.sin, np.cos),
        "linear": (lambda z: z, np.ones_like),
    }


OUTPUT_ACTIVATIONS = {"binary": sigmoid, "multiclass": softmax, "regression": lambda z: z}


def forward(case, weights, biases, x):
    """Z[l] = W[l] A[l-1] + b[l], A[l] = g[l](Z[l]) (S8); all Z[l], l = 1 ... L, and all A[l], l = 0 ... L."""
    hidden = hidden_activations(case["leaky_slope"])
    activations = [hidden[name][0] for name in case["activations"]] + [OUTPUT_ACTIVATIONS[case["task"]]]
    zs, a_s = [], [x]
    for w, b, g in zip(weights, biases, activations):
        zs.append(w @ a_s[-1] + b)
        a_s.append(g(zs[-1]))
    return zs, a_s


def losses(task, z, y):
    """The loss of every example, 1 x m, from Z[L], so that no logarithm of a rounded 0 is taken.

    binary      -(y log yhat + (1 - y) log(1 - yhat)) = log(1 + e^z) - y z,  log(1 + e^z) = max(z, 0) + log(1 + e^-|z|)
    multiclass  -sum of y[k] log yhat[k] = log(sum of e^z[k]) - z[y],  both z relative to the largest of the column
    regression  (yhat - y)^2 / 2
    """
    if task == "binary":
        return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z))) - y * z
    if task == "multiclass":
        z = z - np.max(z, axis=0, keepdims=True)
        return np.log(np.sum(np.exp(z), axis=0, keepdims=True)) - np.sum(y * z, axis=0, keepdims=True)
    return (z - y) ** 2 / 2


def penalty(case, weights, m_all):
    """lambda2/(2M) sum of W^2 + lambda1/M sum of |W|, over all layers, biases left out; M counts ALL examples."""
    squares = sum(np.sum(w**2) for w in weights)
    magnitudes = sum(np.sum(np.abs(w)) for w in weights)
    return case["l2"] / (2 * m_all) * squares + case["l1"] / m_all * magnitudes


def cost(case, weights, biases, x, y):
    """J = (1/M) sum of the losses + penalty, over the whole training set (S3)."""
    zs, _ = forward(case, weights, biases, x)
    return float(np.mean(losses(case["task"], zs[-1], y)) + penalty(case, weights, y.shape[1]))


def backward(case, weights, zs, a_s, y, m_all):
    """dW and db of every layer, from the m examples of a batch (S7, S10); in all three tasks dZ[L] = A[L] - Y.

    dW[l] = (1/m) dZ[l] A[l-1]^T + lambda2/M W[l] + lambda1/M sign(W[l])    n[l] x n[l-1]
    db[l] = (1/m) np.sum(dZ[l], axis=1, keepdims=True)                      n[l] x 1
    dZ[l] = W[l+1]^T dZ[l+1] * g[l]'(Z[l])                                  n[l] x m
    """
    hidden = hidden_activations(case["leaky_slope"])
    m = y.shape[1]
    dws, dbs = [], []
    dz = a_s[-1] - y
    for l in reversed(range(len(weights))):
        w = weights[l]
        dws.insert(0, (1 / m) * dz @ a_s[l].T + case["l2"] / m_all * w + case["l1"] / m_all * np.sign(w))
        dbs.insert(0, (1 / m) * np.sum(dz, axis=1, keepdims=True))
        if l > 0:
            derivative = hidden[case["activations"][l - 1]][1]
            dz = w.T @ dz * derivative(zs[l - 1])
    return dws, dbs


def clipped(gradients, limit):
    """g := g * c / ||g|| where ||g|| > c; the norm is that of all dW and db together."""
    norm = np.sqrt(sum(np.sum(g**2) for g in gradients))
    if limit is None or norm <= limit:
        return gradients
    return [g * (limit / norm) for g in gradients]


def learning_rate(case, t):
    """alpha at update t = 0, 1, 2, ..."""
    alpha, period, factor = case["learning_rate"], case["schedule"]["period"], case["schedule"]["factor"]
    return {
        "constant": alpha,
        "step": alpha * factor ** (t // period),
        "cosine": alpha * (1 + np.cos(np.pi * min(t, period) / period)) / 2,
        "inverse-time": alpha / (1 + t / period),
    }[case["schedule"]["kind"]]


class Optimizer:
    """From a gradient g to the direction d of the update theta := theta - alpha d, for one W or b.

    gradient-descent  d = g (S4)
    momentum          v := beta1 v + g,                                         d = v
    nesterov          v := beta1 v + g,                                         d = g + beta1 v
    rmsprop           s := beta2 s + (1 - beta2) g^2,                           d = g / (sqrt(s) + epsilon)
    adam              v := beta1 v + (1 - beta1) g,  vhat = v / (1 - beta1^t),
                      s := beta2 s + (1 - beta2) g^2,  shat = s / (1 - beta2^t),  d = vhat / (sqrt(shat) + epsilon)
    v = s = 0 at first; t = 1 at the first update.
    """

    def __init__(self, case):
        self.kind, self.beta1, self.beta2, self.epsilon = (
            case[key] for key in ("optimizer", "beta1", "beta2", "epsilon"))
        self.v = self.s = self.t = 0

    def direction(self, g):
        beta1, beta2, epsilon = self.beta1, self.beta2, self.epsilon
        self.t += 1
        if self.kind == "gradient-descent":
            return g
        if self.kind == "momentum":
            self.v = beta1 * self.v + g
            return self.v
        if self.kind == "nesterov":
            self.v = beta1 * self.v + g
            return g + beta1 * self.v
        if self.kind == "rmsprop":
            self.s = beta2 * self.s + (1 - beta2) * g**2
            return g / (np.sqrt(self.s) + epsilon)
        if self.kind == "adam":
            self.v = beta1 * self.v + (1 - beta1) * g
            self.s = beta2 * self.s + (1 - beta2) * g**2
            vhat = self.v / (1 - beta1**self.t)
            shat = self.s / (1 - beta2**self.t)
            return vhat / (np.sqrt(shat) + epsilon)
        raise ValueError(self.kind)


def batches(case, m_all):
    """The columns of one update after the other: neighbours in order, the last batch of an epoch may be smaller."""
    size = case["batch_size"] or m_all
    while True:
        for first in range(0, m_all, size):
            yield slice(first, min(first + size, m_all))


def trajectory(case, points):
    """J before the first update and after each of cases.UPDATES updates, one update per mini-batch."""
    x, y = inputs(case, points), targets(case, points)
    m_all = y.shape[1]
    weights = [np.array(w) for w in case["W"]]
    biases = [np.array(b).reshape(-1, 1) for b in case["b"]]
    layers = len(weights)
    optimizers = [Optimizer(case) for _ in range(2 * layers)]

    costs = [cost(case, weights, biases, x, y)]
    for t, columns in zip(range(cases.UPDATES), batches(case, m_all)):
        zs, a_s = forward(case, weights, biases, x[:, columns])
        dws, dbs = backward(case, weights, zs, a_s, y[:, columns], m_all)
        gradients = clipped(dws + dbs, case["clip_norm"])
        alpha = learning_rate(case, t)
        theta = [p - alpha * o.direction(g) for p, o, g in zip(weights + biases, optimizers, gradients)]
        weights, biases = theta[:layers], theta[layers:]
        costs.append(cost(case, weights, biases, x, y))
    return costs


def document():
    """The JSON text, one set of points and one case per line."""
    def line(value):
        return json.dumps(value, separators=(",", ":"), allow_nan=False)

    points = [f"{line(name)}:{line(value)}" for name, value in cases.POINTS.items()]
    runs = [line(case | {"costs": trajectory(case, cases.POINTS[case["points"]])}) for case in cases.CASES]
    return '{"points":{\n' + ",\n".join(points) + '\n},"cases":[\n' + ",\n".join(runs) + "\n]}\n"


def main():
    pathlib.Path(__file__).with_name("golden_trajectories.json").write_text(document())


if __name__ == "__main__":
    main()
