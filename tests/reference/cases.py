"""The training runs that the program is held against: points, initial parameters and settings.

Points and initial parameters come from closed formulas, so that nothing here depends on a random number generator, and
are rounded to six decimals, so that the file that holds them repeats them exactly.
"""

import numpy as np

UPDATES = 200  # per case; costs has one entry more, J before the first update


def rounded(values):
    return np.round(values, 6).tolist()


def arcs(m):
    """Two interleaved arcs, labels 0 and 1."""
    i = np.arange(m)
    angle = np.pi * (i // 2) / (m // 2 - 1)
    y = i % 2
    x1 = np.where(y == 0, np.cos(angle), 1 - np.cos(angle)) + 0.1 * np.sin(7 * i)
    x2 = np.where(y == 0, np.sin(angle), 0.4 - np.sin(angle)) + 0.1 * np.cos(5 * i)
    return {"x1": rounded(x1), "x2": rounded(x2), "y": y.tolist()}


def rings(m):
    """A small ring (label 0) inside a large one (label 1)."""
    i = np.arange(m)
    y = i % 2
    radius = np.where(y == 0, 0.6, 1.3) + 0.35 * np.sin(11 * i)
    angle = 2 * np.pi * i / m
    return {"x1": rounded(radius * np.cos(angle)), "x2": rounded(radius * np.sin(angle)), "y": y.tolist()}


def clusters(classes, m):
    """One cluster per class around a circle, labels 0 ... classes - 1; neighbouring clusters overlap."""
    i = np.arange(m)
    y = i % classes
    angle = 2 * np.pi * y / classes
    x1 = 1.5 * np.cos(angle) + 1.1 * np.sin(7 * i)
    x2 = 1.5 * np.sin(angle) + 1.1 * np.cos(5 * i)
    return {"x1": rounded(x1), "x2": rounded(x2), "y": y.tolist()}


def surface(m):
    """Heights y over the plane, with some unevenness that no smooth surface follows."""
    i = np.arange(m)
    x1, x2 = 1.6 * np.sin(1.7 * i), 1.6 * np.cos(2.9 * i)
    y = np.sin(1.5 * x1) + 0.5 * x2**2 - 0.4 * x1 * x2 + 0.3 * np.sin(13 * i)
    return {"x1": rounded(x1), "x2": rounded(x2), "y": rounded(y)}


def uneven(m):
    """The arcs in units that differ by a factor of 10,000, and far from zero: as they are, nothing learns from them."""
    points = arcs(m)
    x1, x2 = np.array(points["x1"]), np.array(points["x2"])
    return {"x1": rounded(250 + 40 * x1), "x2": rounded(0.02 + 0.004 * x2), "y": points["y"]}


def level(m):
    """Labels 0 and 1 along a line of constant x2, whose deviation is therefore 0."""
    i = np.arange(m)
    y = (np.sin(2.1 * i) + 0.4 * np.cos(5 * i) > 0.1).astype(int)
    return {"x1": rounded(2 * np.sin(2.1 * i)), "x2": [0.5] * m, "y": y.tolist()}


POINTS = {
    "arcs": arcs(24),
    "rings": rings(24),
    "clusters of 3": clusters(3, 24),
    "clusters of 5": clusters(5, 30),
    "clusters of 10": clusters(10, 40),
    "surface": surface(24),
    "uneven": uneven(24),
    "level": level(24),
}


def initial_parameters(units):
    """W[l] is n[l] x n[l-1], b[l] has n[l] entries; no two weights are the same."""
    weights, biases = [], []
    for l in range(1, len(units)):
        i, j = np.indices((units[l], units[l - 1]))
        weights.append(rounded(np.sin(1.0 + 2.3 * i + 3.7 * j + 5.1 * l) * np.sqrt(2 / units[l - 1])))
        biases.append(rounded(0.1 * np.cos(np.arange(units[l]) + l)))
    return weights, biases


DEFAULTS = {
    "task": "binary",
    "classes": 2,
    "hidden": [],
    "activations": [],
    "leaky_slope": 0.01,
    "learning_rate": 0.1,
    "optimizer": "gradient-descent",
    "beta1": 0.9,
    "beta2": 0.999,
    "epsilon": 1e-8,
    "l1": 0.0,
    "l2": 0.0,
    "batch_size": None,
    "features": ["x1", "x2"],
    "standardize": False,
    "schedule": {"kind": "constant", "period": 1, "factor": 1.0},
    "clip_norm": None,
}


def case(name, points, **settings):
    """A complete case: the defaults, what it changes about them, and the initial parameters of its network."""
    unknown = settings.keys() - DEFAULTS.keys()
    assert not unknown, f"{name}: unknown settings {unknown}"
    result = {"name": name, "points": points} | DEFAULTS | settings
    outputs = result["classes"] if result["task"] == "multiclass" else 1
    result["W"], result["b"] = initial_parameters([len(result["features"]), *result["hidden"], outputs])
    return result


def binary(name, points="arcs", **settings):
    return case(name, points, **({"hidden": [4], "activations": ["tanh"]} | settings))


def multiclass(name, classes=3, **settings):
    network = {"hidden": [4], "activations": ["tanh"]}
    return case(name, f"clusters of {classes}", **(network | {"task": "multiclass", "classes": classes} | settings))


def regression(name, **settings):
    network = {"hidden": [5], "activations": ["silu"]}
    return case(name, "surface", **(network | {"task": "regression", "classes": 0} | settings))


def schedule(kind, period, factor=1.0):
    return {"kind": kind, "period": period, "factor": factor}


def two_hidden_layers(activation, learning_rate, **settings):
    return {"hidden": [5, 4], "activations": [activation] * 2, "learning_rate": learning_rate} | settings


FEATURES = ["x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)"]
NO_HIDDEN_LAYER = {"hidden": [], "activations": []}
DEEP = {"hidden": [4, 3, 4, 3], "activations": ["tanh", "relu", "silu", "elu"]}

CASES = [
    # Every hidden activation, and depths 0 to 4.
    binary("activation sigmoid", **two_hidden_layers("sigmoid", 2.0)),
    binary("activation tanh", **two_hidden_layers("tanh", 0.5)),
    binary("activation relu", **two_hidden_layers("relu", 0.1)),
    binary("activation leaky-relu", **two_hidden_layers("leaky-relu", 0.1)),
    binary("activation leaky-relu, slope 0.2", **two_hidden_layers("leaky-relu", 0.2, leaky_slope=0.2)),
    binary("activation elu", **two_hidden_layers("elu", 0.2)),
    binary("activation softplus", **two_hidden_layers("softplus", 0.2)),
    binary("activation silu", **two_hidden_layers("silu", 0.5)),
    binary("activation sine", **two_hidden_layers("sine", 0.3)),
    binary("activation linear", **two_hidden_layers("linear", 0.1)),
    binary("logistic regression", **NO_HIDDEN_LAYER, learning_rate=0.5),
    multiclass("softmax regression", **NO_HIDDEN_LAYER, learning_rate=0.5),
    regression("linear regression", **NO_HIDDEN_LAYER, learning_rate=0.1),
    binary("deep, mixed activations", **DEEP, learning_rate=0.2),
    # Every optimizer with every task.
    binary("binary, gradient-descent", learning_rate=1.2),
    binary("binary, momentum", optimizer="momentum", learning_rate=0.1),
    binary("binary, nesterov", optimizer="nesterov", learning_rate=0.1),
    binary("binary, rmsprop", optimizer="rmsprop", learning_rate=0.004),
    binary("binary, adam", optimizer="adam", learning_rate=0.03),
    multiclass("multiclass, gradient-descent", learning_rate=0.5),
    multiclass("multiclass, momentum", optimizer="momentum", learning_rate=0.05),
    multiclass("multiclass, nesterov", optimizer="nesterov", learning_rate=0.05),
    multiclass("multiclass, rmsprop", optimizer="rmsprop", learning_rate=0.004),
    multiclass("multiclass, adam", optimizer="adam", learning_rate=0.03),
    regression("regression, gradient-descent", learning_rate=0.1),
    regression("regression, momentum", optimizer="momentum", learning_rate=0.02),
    regression("regression, nesterov", optimizer="nesterov", learning_rate=0.02),
    regression("regression, rmsprop", optimizer="rmsprop", learning_rate=0.004),
    regression("regression, adam", optimizer="adam", learning_rate=0.02),
    # More classes.
    multiclass("multiclass, 5 classes", classes=5, hidden=[6], learning_rate=0.5),
    multiclass("multiclass, 10 classes", classes=10, hidden=[8], learning_rate=0.5),
    # Coefficients of the optimizers other than the usual ones.
    binary("momentum, beta1 0.6", optimizer="momentum", beta1=0.6, learning_rate=0.3),
    multiclass("rmsprop, beta2 0.95, epsilon 0.01", optimizer="rmsprop", beta2=0.95, epsilon=0.01, learning_rate=0.01),
    binary("adam, beta1 0.8, beta2 0.95, epsilon 0.01", optimizer="adam", beta1=0.8, beta2=0.95, epsilon=0.01,
           learning_rate=0.03),
    # Penalties.
    binary("binary, L1", l1=0.1, learning_rate=0.5),
    multiclass("multiclass, L2", l2=0.5, learning_rate=0.5),
    regression("regression, L1 and L2", l1=0.05, l2=0.2, learning_rate=0.1),
    binary("binary, L1 and L2, adam", l1=0.05, l2=0.2, optimizer="adam", learning_rate=0.02),
    # Clipping that acts at first and no longer at the end.
    regression("clipping, gradient-descent", clip_norm=0.2, learning_rate=0.1),
    multiclass("clipping, momentum, L2", clip_norm=0.1, l2=0.1, optimizer="momentum", learning_rate=0.1),
    # Schedules of the learning rate.
    binary("schedule step", schedule=schedule("step", 40, 0.6), learning_rate=1.2),
    multiclass("schedule cosine", schedule=schedule("cosine", 200), learning_rate=0.6),
    regression("schedule cosine, ended early, adam", schedule=schedule("cosine", 150), optimizer="adam",
               learning_rate=0.03),
    binary("schedule inverse-time", schedule=schedule("inverse-time", 50), learning_rate=1.2),
    # Mini-batches: 7, 7, 7 and the trailing 3 of 24. The schedule counts updates, not epochs.
    binary("mini-batches, gradient-descent", batch_size=7, learning_rate=0.3),
    multiclass("mini-batches, adam, schedule step", batch_size=7, schedule=schedule("step", 60, 0.7), optimizer="adam",
               learning_rate=0.03),
    regression("mini-batches, momentum, L1 and L2", batch_size=7, l1=0.02, l2=0.2, optimizer="momentum",
               learning_rate=0.01),
    # Input features.
    binary("features squared", "rings", **NO_HIDDEN_LAYER, features=["x1^2", "x2^2"], learning_rate=0.5),
    regression("features product and sines", features=["x1*x2", "sin(x1)", "sin(x2)"], learning_rate=0.1),
    multiclass("features all, standardised", **NO_HIDDEN_LAYER, features=FEATURES, standardize=True,
               learning_rate=0.3),
    binary("features uneven, standardised", "uneven", standardize=True, learning_rate=0.5),
    binary("features one constant, standardised", "level", standardize=True, learning_rate=0.5),
]
