#!/usr/bin/python3
"""The trajectories of golden_trajectories.json trained a second time, by PyTorch in float64.

The file alone says what is trained. Gradients come from autograd, losses from torch.nn.functional, updates from
torch.optim and learning rates from torch.optim.lr_scheduler; nothing is shared with trajectories_numpy.py. Examples
are rows here, as PyTorch has them. Prints each case's worst relative difference from the stored costs and exits with 1
if one is above 1e-10.

    /usr/bin/python3 trajectories_torch.py
"""

import itertools
import json
import pathlib
import sys

import torch
import torch.nn.functional as F

TOLERANCE = 1e-10

FEATURES = {
    "x1": lambda x1, x2: x1,
    "x2": lambda x1, x2: x2,
    "x1^2": lambda x1, x2: x1.square(),
    "x2^2": lambda x1, x2: x2.square(),
    "x1*x2": lambda x1, x2: x1 * x2,
    "sin(x1)": lambda x1, x2: x1.sin(),
    "sin(x2)": lambda x1, x2: x2.sin(),
}


def inputs(case, points):
    """m x n[0]"""
    x1, x2 = torch.tensor(points["x1"]), torch.tensor(points["x2"])
    x = torch.stack([FEATURES[name](x1, x2) for name in case["features"]], dim=1)
    if case["standardize"]:
        deviation, mean = torch.std_mean(x, dim=0, unbiased=False)
        deviation[deviation == 0] = 1
        x = (x - mean) / deviation
    return x


def targets(case, points):
    """m class numbers, or m x 1 numbers"""
    if case["task"] == "multiclass":
        return torch.tensor(points["y"], dtype=torch.int64)
    return torch.tensor(points["y"], dtype=torch.float64).unsqueeze(1)


def activation(name, leaky_slope):
    return {
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "relu": F.relu,
        "leaky-relu": lambda z: F.leaky_relu(z, leaky_slope),
        "elu": F.elu,
        "softplus": lambda z: F.softplus(z, threshold=100),  # from the usual 20 on, z alone would be off by 1e-10
        "silu": F.silu,
        "sine": torch.sin,
        "linear": lambda z: z,
    }[name]


def network(case):
    layers = []
    for w, b in zip(case["W"], case["b"]):
        layer = torch.nn.Linear(len(w[0]), len(w))
        layer.weight.data = torch.tensor(w)
        layer.bias.data = torch.tensor(b)
        layers.append(layer)
    return layers


def cost(case, layers, x, y, m_all):
    a = x
    for layer, name in zip(layers, case["activations"]):
        a = activation(name, case["leaky_slope"])(layer(a))
    z = layers[-1](a)
    if case["task"] == "binary":
        loss = F.binary_cross_entropy_with_logits(z, y)
    elif case["task"] == "multiclass":
        loss = F.cross_entropy(z, y)
    else:
        loss = F.mse_loss(z, y) / 2
    weights = torch.cat([layer.weight.flatten() for layer in layers])
    return loss + (case["l2"] * weights.square().sum() / 2 + case["l1"] * weights.abs().sum()) / m_all


def optimizer(case, parameters):
    alpha, beta1, beta2, epsilon = (case[key] for key in ("learning_rate", "beta1", "beta2", "epsilon"))
    return {
        "gradient-descent": lambda: torch.optim.SGD(parameters, lr=alpha),
        "momentum": lambda: torch.optim.SGD(parameters, lr=alpha, momentum=beta1),
        "nesterov": lambda: torch.optim.SGD(parameters, lr=alpha, momentum=beta1, nesterov=True),
        "rmsprop": lambda: torch.optim.RMSprop(parameters, lr=alpha, alpha=beta2, eps=epsilon),
        "adam": lambda: torch.optim.Adam(parameters, lr=alpha, betas=(beta1, beta2), eps=epsilon),
    }[case["optimizer"]]()


def scheduler(schedule, steps):
    kind, period, factor = schedule["kind"], schedule["period"], schedule["factor"]
    return {
        "constant": lambda: torch.optim.lr_scheduler.LambdaLR(steps, lambda t: 1.0),
        "step": lambda: torch.optim.lr_scheduler.StepLR(steps, step_size=period, gamma=factor),
        "cosine": lambda: torch.optim.lr_scheduler.CosineAnnealingLR(steps, T_max=period),
        "inverse-time": lambda: torch.optim.lr_scheduler.LambdaLR(steps, lambda t: 1 / (1 + t / period)),
    }[kind]()


def clip(parameters, limit):
    """By hand: torch.nn.utils.clip_grad_norm_ adds 1e-6 to the norm."""
    norm = torch.cat([p.grad.flatten() for p in parameters]).norm()
    if norm > limit:
        for p in parameters:
            p.grad *= limit / norm


def trajectory(case, points):
    x, y = inputs(case, points), targets(case, points)
    m_all = len(x)
    layers = network(case)
    parameters = [p for layer in layers for p in layer.parameters()]
    steps = optimizer(case, parameters)
    rates = scheduler(case["schedule"], steps)
    size = case["batch_size"] or m_all
    batches = itertools.cycle(zip(x.split(size), y.split(size)))

    costs = [cost(case, layers, x, y, m_all).item()]
    for t in range(len(case["costs"]) - 1):
        steps.zero_grad()
        cost(case, layers, *next(batches), m_all).backward()
        if case["clip_norm"] is not None:
            clip(parameters, case["clip_norm"])
        steps.step()
        # After its period PyTorch's cosine would rise again; the program's stays at its end.
        if case["schedule"]["kind"] != "cosine" or t < case["schedule"]["period"]:
            rates.step()
        costs.append(cost(case, layers, x, y, m_all).item())
    return costs


def main():
    torch.set_default_dtype(torch.float64)
    torch.set_num_threads(1)
    document = json.loads(pathlib.Path(__file__).with_name("golden_trajectories.json").read_text())
    print(f"{'case':45} {'J at first':>12} {'J at last':>12} {'worst difference':>17}")
    differences = []
    for case in document["cases"]:
        stored = torch.tensor(case["costs"])
        costs = torch.tensor(trajectory(case, document["points"][case["points"]]))
        differences.append(((costs - stored) / stored).abs().max().item())
        print(f"{case['name']:45} {stored[0]:12.6f} {stored[-1]:12.6f} {differences[-1]:17.1e}"
              + ("" if differences[-1] <= TOLERANCE else "  too large"))
    agree = all(difference <= TOLERANCE for difference in differences)  # false where one is not a number
    print(f"{len(differences)} cases, worst relative difference {max(differences):.1e}, allowed {TOLERANCE:.0e}: "
          + ("they agree" if agree else "they do NOT agree"))
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main())
