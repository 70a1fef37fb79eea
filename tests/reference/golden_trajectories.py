#!/usr/bin/python3
"""Cost trajectories of small networks, from the lecture's formulas in NumPy: what the program is held against.

Writes golden_trajectories.json beside itself. Data and initial parameters come from closed formulas, so that nothing
here depends on a random number generator; the file holds them, so that the test repeats no formula.

    python3 golden_trajectories.py
"""

import json
import pathlib

import numpy as np

ITERATIONS = 300
EXAMPLES = 24
LEAKY_SLOPE = 0.01


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


ACTIVATIONS = {  # name: (g(z), g'(z))
    "sigmoid": (sigmoid, lambda z: sigmoid(z) * (1 - sigmoid(z))),
    "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
    "relu": (lambda z: np.where(z > 0, z, 0), lambda z: np.where(z > 0, 1.0, 0.0)),
    "leaky-relu": (lambda z: np.where(z > 0, z, LEAKY_SLOPE * z), lambda z: np.where(z > 0, 1.0, LEAKY_SLOPE)),
}


def examples():
    """Two interleaved arcs, one per class; X is 2 x m, Y is 1 x m."""
    i = np.arange(EXAMPLES)
    angle = np.pi * (i // 2) / (EXAMPLES // 2 - 1)
    label = i % 2
    x1 = np.where(label == 0, np.cos(angle), 1 - np.cos(angle)) + 0.1 * np.sin(7 * i)
    x2 = np.where(label == 0, np.sin(angle), 0.4 - np.sin(angle)) + 0.1 * np.cos(5 * i)
    return np.round(np.vstack([x1, x2]), 6), label.reshape(1, -1).astype(float)


def initial_parameters(units):
    """W[l] is n[l] x n[l-1], b[l] is n[l] x 1; no two weights are the same."""
    parameters = []
    for l in range(1, len(units)):
        i, j = np.indices((units[l], units[l - 1]))
        w = np.sin(1.0 + 2.3 * i + 3.7 * j + 5.1 * l) * np.sqrt(2 / units[l - 1])
        b = 0.1 * np.cos(np.arange(units[l]) + l).reshape(-1, 1)
        parameters.append((np.round(w, 6), np.round(b, 6)))
    return parameters


def forward(parameters, activations, x):
    """Z[l] = W[l] A[l-1] + b[l], A[l] = g[l](Z[l]) (S8); the caches are Z and A of every layer, A[0] = X."""
    zs, a_s = [], [x]
    for (w, b), name in zip(parameters, activations):
        zs.append(w @ a_s[-1] + b)
        a_s.append(ACTIVATIONS[name][0](zs[-1]))
    return zs, a_s


def cost(yhat, y):
    """J = (1/m) sum of -(y log yhat + (1 - y) log(1 - yhat)) (S3)."""
    return float(np.mean(-(y * np.log(yhat) + (1 - y) * np.log(1 - yhat))))


def backward(parameters, activations, zs, a_s, y):
    """dZ[L] = A[L] - Y; dW[l] = (1/m) dZ[l] A[l-1]^T; db[l] = (1/m) np.sum(dZ[l], axis=1, keepdims=True);
    dZ[l] = W[l+1]^T dZ[l+1] * g[l]'(Z[l]) (S7, S10)."""
    m = y.shape[1]
    gradients = []
    dz = a_s[-1] - y
    for l in reversed(range(len(parameters))):
        gradients.insert(0, ((1 / m) * dz @ a_s[l].T, (1 / m) * np.sum(dz, axis=1, keepdims=True)))
        if l > 0:
            dz = parameters[l][0].T @ dz * ACTIVATIONS[activations[l - 1]][1](zs[l - 1])
    return gradients


def trajectory(units, hidden_activations, alpha):
    """J before the first update and after each of ITERATIONS updates W := W - alpha dW, b := b - alpha db (S4)."""
    activations = hidden_activations + ["sigmoid"]
    x, y = examples()
    initial = parameters = initial_parameters(units)
    costs = []
    for _ in range(ITERATIONS + 1):
        zs, a_s = forward(parameters, activations, x)
        costs.append(cost(a_s[-1], y))
        gradients = backward(parameters, activations, zs, a_s, y)
        parameters = [(w - alpha * dw, b - alpha * db) for (w, b), (dw, db) in zip(parameters, gradients)]
    return {
        "units": units,
        "activations": hidden_activations,
        "learning_rate": alpha,
        "W": [w.tolist() for w, _ in initial],
        "b": [b.ravel().tolist() for _, b in initial],
        "costs": costs,
    }


def main():
    x, y = examples()
    document = {
        "X": x.tolist(),
        "Y": y.ravel().astype(int).tolist(),
        "networks": {
            "logistic regression": trajectory([2, 1], [], 0.5),
            "tanh 2-4-1": trajectory([2, 4, 1], ["tanh"], 1.2),
            "sigmoid 2-5-1": trajectory([2, 5, 1], ["sigmoid"], 2.0),
            "relu 2-8-8-1": trajectory([2, 8, 8, 1], ["relu", "relu"], 0.1),
            "leaky relu 2-6-4-1": trajectory([2, 6, 4, 1], ["leaky-relu", "leaky-relu"], 0.2),
            "mixed 2-4-3-4-1": trajectory([2, 4, 3, 4, 1], ["tanh", "relu", "sigmoid"], 0.5),
        },
    }
    path = pathlib.Path(__file__).with_name("golden_trajectories.json")
    path.write_text(json.dumps(document, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
