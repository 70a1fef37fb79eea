#include "core/walk/notation.h"

namespace perceptible {

std::string subscript(long number) {
    std::string text;
    for (const char digit : std::to_string(number)) {
        text += "\xE2\x82"; // U+2080 to U+2089 are E2 82 80 to E2 82 89
        text += static_cast<char>(0x80 + (digit - '0'));
    }
    return text;
}

std::string symbolOf(Activation g) {
    switch (g) {
    case Activation::sigmoid:
        return "σ";
    case Activation::tanh:
        return "tanh";
    case Activation::relu:
        return "ReLU";
    case Activation::leakyRelu:
        return "leakyReLU";
    case Activation::elu:
        return "ELU";
    case Activation::softplus:
        return "softplus";
    case Activation::silu:
        return "SiLU";
    case Activation::sine:
        return "sin";
    case Activation::linear:
        return "id";
    case Activation::softmax:
        return "softmax";
    }
    return {};
}

} // namespace perceptible
