"""The lecture's network in plain Python, example by example, to recompute what the program says."""

import math


def sigmoid(z):
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def softplus(z):
    return max(z, 0) + math.log1p(math.exp(-abs(z)))


def softmax(z):
    powers = [math.exp(one - max(z)) for one in z]
    return [power / sum(powers) for power in powers]


# (g, g′)
ACTIVATIONS = {
    "sigmoid": (sigmoid, lambda z: sigmoid(z) * (1 - sigmoid(z))),
    "tanh": (math.tanh, lambda z: 1 - math.tanh(z) ** 2),
    "relu": (lambda z: max(z, 0), lambda z: float(z > 0)),
    "leaky-relu": (lambda z: z if z > 0 else 0.01 * z, lambda z: 1 if z > 0 else 0.01),
    "elu": (lambda z: z if z > 0 else math.expm1(z), lambda z: 1 if z > 0 else math.exp(z)),
    "softplus": (softplus, sigmoid),
    "silu": (lambda z: z * sigmoid(z), lambda z: sigmoid(z) * (1 + z * (1 - sigmoid(z)))),
    "sine": (math.sin, math.cos),
    "linear": (lambda z: z, lambda z: 1),
}

FEATURES = {
    "x1": lambda x1, x2: x1,
    "x2": lambda x1, x2: x2,
    "x1^2": lambda x1, x2: x1 * x1,
    "x2^2": lambda x1, x2: x2 * x2,
    "x1*x2": lambda x1, x2: x1 * x2,
    "sin(x1)": lambda x1, x2: math.sin(x1),
    "sin(x2)": lambda x1, x2: math.sin(x2),
}


def loss(task, z, y):
    """ℒ(ŷ, y) of one example from the output's z."""
    if task == "binary":
        return softplus(z[0]) - y * z[0]
    if task == "multiclass":
        return max(z) + math.log(sum(math.exp(one - max(z)) for one in z)) - z[int(y)]
    return (z[0] - y) ** 2 / 2


def outputs(task, z):
    """ŷ"""
    return {"binary": lambda: [sigmoid(z[0])], "multiclass": lambda: softmax(z), "regression": lambda: z}[task]()


def predicted_class(task, z):
    return int(z[0] >= 0) if task == "binary" else z.index(max(z))


def mean_and_deviation(values):
    mean = math.fsum(values) / len(values)
    deviation = math.sqrt(math.fsum((value - mean) ** 2 for value in values) / len(values))
    return mean, deviation or 1.0


class Network:
    """What a session describes, W and b ready to be trained further."""

    def __init__(self, session):
        self.hyperparameters = session["hyperparameters"]
        self.task = session["data"]["task"]
        self.classes = session["data"]["classes"]
        test = set(session["data"]["test"])
        self.training = [e for i, e in enumerate(session["data"]["examples"]) if i not in test]
        self.test = [e for i, e in enumerate(session["data"]["examples"]) if i in test]
        self.layers = [([list(row) for row in layer["W"]], list(layer["b"])) for layer in session["parameters"]]
        self.g = [ACTIVATIONS[layer["activation"]] for layer in self.hyperparameters["hidden_layers"]]
        self.moments = None
        if self.hyperparameters["standardize"]:
            features = [FEATURES[name] for name in self.hyperparameters["features"]]
            self.moments = [mean_and_deviation([f(x1, x2) for x1, x2, _ in self.training]) for f in features]

    def inputs(self, x1, x2):
        values = [FEATURES[name](x1, x2) for name in self.hyperparameters["features"]]
        if self.moments:
            values = [(value - mean) / deviation for value, (mean, deviation) in zip(values, self.moments)]
        return values

    def forward(self, x1, x2):
        """z of every layer, and a of every layer before it."""
        a, Z, A = self.inputs(x1, x2), [], []
        for l, (W, b) in enumerate(self.layers):
            A.append(a)
            Z.append([sum(w * one for w, one in zip(row, a)) + bias for row, bias in zip(W, b)])
            if l < len(self.g):
                a = [self.g[l][0](z) for z in Z[-1]]
        return Z, A

    def z(self, x1, x2):
        return self.forward(x1, x2)[0][-1]

    def penalty(self):
        weights = [w for W, _ in self.layers for row in W for w in row]
        l1, l2 = self.hyperparameters["l1"], self.hyperparameters["l2"]
        return (l1 * sum(map(abs, weights)) + l2 / 2 * sum(w * w for w in weights)) / len(self.training)

    def cost(self, examples):
        """J"""
        return sum(loss(self.task, self.z(x1, x2), y) for x1, x2, y in examples) / len(examples) + self.penalty()

    def accuracy(self, examples):
        if self.task == "regression":
            return None
        return sum(predicted_class(self.task, self.z(x1, x2)) == y for x1, x2, y in examples) / len(examples)

    def target(self, y):
        return [float(k == y) for k in range(self.classes)] if self.task == "multiclass" else [y]

    def gradients(self, batch):
        """dW, db of J, the loss taken over the mini-batch and the penalty's m being all examples."""
        sums = [([[0.0] * len(row) for row in W], [0.0] * len(b)) for W, b in self.layers]
        for x1, x2, y in batch:
            Z, A = self.forward(x1, x2)
            dz = [a - one for a, one in zip(outputs(self.task, Z[-1]), self.target(y))]
            for l in reversed(range(len(self.layers))):
                W, (dW, db) = self.layers[l][0], sums[l]
                for i, one in enumerate(dz):
                    db[i] += one / len(batch)
                    for j, a in enumerate(A[l]):
                        dW[i][j] += one * a / len(batch)
                if l > 0:
                    da = [sum(W[i][j] * one for i, one in enumerate(dz)) for j in range(len(A[l]))]
                    dz = [one * self.g[l - 1][1](z) for one, z in zip(da, Z[l - 1])]
        m = len(self.training)
        for (W, _), (dW, _) in zip(self.layers, sums):
            for row, changes in zip(W, dW):
                for j, w in enumerate(row):
                    sign = (w > 0) - (w < 0)
                    changes[j] += (self.hyperparameters["l2"] * w + self.hyperparameters["l1"] * sign) / m
        return flat(sums)

    def values(self):
        return flat(self.layers)

    def set_values(self, values):
        rest = iter(values)
        self.layers = [([[next(rest) for _ in row] for row in W], [next(rest) for _ in b]) for W, b in self.layers]


def flat(layers):
    return [w for W, b in layers for row in (*W, b) for w in row]


def learning_rate(h, t):
    schedule, alpha = h["schedule"], h["learning_rate"]
    T = schedule["period"]
    return {
        "constant": lambda: alpha,
        "step": lambda: alpha * schedule["factor"] ** (t // T),
        "cosine": lambda: alpha * (1 + math.cos(math.pi * min(t, T) / T)) / 2,
        "inverse-time": lambda: alpha / (1 + t / T),
    }[schedule["kind"]]()


class Trainer:
    """Mini-batches in the order of the data, no dropout."""

    def __init__(self, network):
        self.network = network
        self.h = network.hyperparameters
        self.v = [0.0] * len(network.values())
        self.s = list(self.v)

    def train(self, iterations):
        """The parameters after that many updates from iteration 0."""
        examples = self.network.training
        size = self.h["batch_size"] or len(examples)
        batches = [examples[first : first + size] for first in range(0, len(examples), size)]
        for t in range(iterations):
            gradients = self.clipped(self.network.gradients(batches[t % len(batches)]))
            steps = [self.step(i, g, t + 1) for i, g in enumerate(gradients)]
            alpha = learning_rate(self.h, t)
            self.network.set_values([w - alpha * step for w, step in zip(self.network.values(), steps)])
        return self.network.layers

    def clipped(self, gradients):
        norm, longest = math.hypot(*gradients), self.h["clip_norm"]
        return [g * longest / norm for g in gradients] if longest and norm > longest else gradients

    def step(self, i, g, t):
        """What α is multiplied by in the update of one parameter."""
        optimizer = self.h["optimizer"]
        kind, beta1, beta2 = optimizer["kind"], optimizer["beta1"], optimizer["beta2"]
        if kind == "gradient-descent":
            return g
        if kind in ("momentum", "nesterov"):
            self.v[i] = beta1 * self.v[i] + g
            return self.v[i] if kind == "momentum" else g + beta1 * self.v[i]
        self.s[i] = beta2 * self.s[i] + (1 - beta2) * g * g
        if kind == "rmsprop":
            return g / (math.sqrt(self.s[i]) + optimizer["epsilon"])
        self.v[i] = beta1 * self.v[i] + (1 - beta1) * g
        return self.v[i] / (1 - beta1**t) / (math.sqrt(self.s[i] / (1 - beta2**t)) + optimizer["epsilon"])
