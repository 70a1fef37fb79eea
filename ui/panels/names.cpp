#include "ui/panels/names.h"

namespace perceptible {

QString Names::of(Activation activation) {
    switch (activation) {
    case Activation::sigmoid:
        return tr("sigmoid");
    case Activation::tanh:
        return tr("tanh");
    case Activation::relu:
        return tr("ReLU");
    case Activation::leakyRelu:
        return tr("leaky ReLU");
    case Activation::elu:
        return tr("ELU");
    case Activation::softplus:
        return tr("softplus");
    case Activation::silu:
        return tr("SiLU");
    case Activation::sine:
        return tr("sine");
    case Activation::linear:
        return tr("linear");
    case Activation::softmax:
        return tr("softmax");
    }
    return {};
}

QString Names::explain(Activation activation) {
    switch (activation) {
    case Activation::sigmoid:
        return tr("a = 1 / (1 + e⁻ᶻ): between 0 and 1, flat far from z = 0.");
    case Activation::tanh:
        return tr("a = tanh z: between −1 and 1, flat far from z = 0.");
    case Activation::relu:
        return tr("a = max(0, z): a unit with z < 0 for every example has no gradient and stays as it is.");
    case Activation::leakyRelu:
        return tr("a = z for z > 0, else 0.01 z: a small gradient is left on the negative side.");
    case Activation::elu:
        return tr("a = z for z > 0, else eᶻ − 1: smooth at z = 0, levels off at −1.");
    case Activation::softplus:
        return tr("a = log(1 + eᶻ): a ReLU without its kink, never quite 0.");
    case Activation::silu:
        return tr("a = z σ(z): close to ReLU, but smooth, and a little below 0 for z < 0.");
    case Activation::sine:
        return tr("a = sin z: goes up and down again and again, between −1 and 1.");
    case Activation::linear:
        return tr("a = z: layers of linear units together are no more than one linear unit.");
    case Activation::softmax:
        return tr("a = eᶻ / Σ eᶻ over the units: positive numbers that add up to 1.");
    }
    return {};
}

QString Names::of(Initialization initialization) {
    switch (initialization) {
    case Initialization::zeros:
        return tr("zeros");
    case Initialization::smallRandom:
        return tr("small random");
    case Initialization::xavier:
        return tr("Xavier");
    case Initialization::he:
        return tr("He");
    case Initialization::lecun:
        return tr("LeCun");
    case Initialization::uniform:
        return tr("uniform");
    }
    return {};
}

QString Names::explain(Initialization initialization) {
    switch (initialization) {
    case Initialization::zeros:
        return tr("W = 0: the units of a layer stay equal to each other, so nothing is learned.");
    case Initialization::smallRandom:
        return tr("W = 0.01 · N(0, 1): breaks the symmetry, but deep networks start slowly.");
    case Initialization::xavier:
        return tr("Variance 2 / (n[l−1] + n[l]): keeps the size of signals and gradients, made for tanh.");
    case Initialization::he:
        return tr("Variance 2 / n[l−1]: makes up for the half that ReLU cuts off.");
    case Initialization::lecun:
        return tr("Variance 1 / n[l−1]: keeps the size of the signals on the way forward.");
    case Initialization::uniform:
        return tr("Every weight is equally likely anywhere from −0.5 to 0.5.");
    }
    return {};
}

QString Names::of(Generator generator) {
    switch (generator) {
    case Generator::blobs:
        return tr("Two blobs");
    case Generator::circles:
        return tr("Circles");
    case Generator::moons:
        return tr("Two moons");
    case Generator::exclusiveOr:
        return tr("XOR");
    case Generator::spirals:
        return tr("Two spirals");
    case Generator::flower:
        return tr("Flower");
    }
    return {};
}

} // namespace perceptible
