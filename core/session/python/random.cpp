#include "core/walk/numpy_formulas.h"
#include "core/session/python/script.h"

namespace perceptible::python {

namespace {

constexpr auto kGenerator = R"(
MASK = 2**64 - 1
GAMMA = 0x9E3779B97F4A7C15


def mixed(z):
    """64 random bits from a number below 2^64, the finaliser of SplitMix64 (Steele, Lea and Flood 2014)."""
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB & MASK
    return z ^ (z >> 31)
)";

constexpr auto kShuffled = R"(

def shuffled(m, epoch):
    """The order of the m examples in an epoch, as Perceptible draws it (Fisher-Yates)."""
    order = list(range(m))
    state = mixed(seed * GAMMA + epoch & MASK)
    for i in range(m, 1, -1):
        while True:  # a whole number below i without bias (Lemire 2019)
            state = state + GAMMA & MASK
            product = (mixed(state) >> 32) * i
            if product % 2**32 >= 2**32 % i:
                break
        j = product >> 32
        order[i - 1], order[j] = order[j], order[i - 1]
    return order
)";

/// The draws go as they do in the program; a PyTorch generator would give others.
std::string dropoutMasks(const Script& script) {
    const std::string kept = "(draw >= int(rate * 2**53)) / (1 - rate)";
    return R"(

def dropout_masks(t, m):
    """D[l], (n[l], m), as Perceptible draws it: 0 where update t drops an activation, 1 / (1 - rate) elsewhere."""
    key = mixed(seed * GAMMA & MASK) + t
    D = {}
    for l, rate in dropout.items():
        units = [[key * GAMMA + (l << 32) + i & MASK] for i in range(W[l].shape[0])]
        unit = mixed(np.array(units, dtype=np.uint64))  # (n[l], 1)
        draw = mixed(unit + np.arange(1, m + 1, dtype=np.uint64) * GAMMA) >> 11  # (n[l], m), 53 bits each
        D[l] = )" +
           (script.isNumpy() ? "(" + kept + ")" + (script.isFloat() ? ".astype(np.float32)" : "")
                             : "torch.tensor(" + kept + ", dtype=W[l].dtype)") +
           "\n    return D\n";
}

} // namespace

std::string randomNumbers(const Script& script) {
    if (!script.isRandom()) {
        return {};
    }
    return kGenerator + std::string(script.isShuffled() ? kShuffled : "") +
           (script.hasDropout() ? dropoutMasks(script) : "");
}

std::string miniBatches(const Script& script) {
    if (!script.hasBatches()) {
        return {};
    }
    const auto& [epoch, done] = script.state.batches;
    const bool countsEpochs = script.isShuffled();
    std::string text = R"(

def mini_batches():
    """The columns of one update after the other; the last mini-batch of an epoch may be smaller."""
)";
    if (countsEpochs) {
        text += "    epoch = " + std::to_string(epoch) + "\n";
    }
    if (done > 0) {
        text += "    done = " + std::to_string(done) + "  # examples of this epoch that have been taken\n";
    }
    text += "    while True:\n";
    if (countsEpochs) {
        text += "        order = shuffled(m, epoch)\n";
    }
    text += "        for first in range(" + std::string(done > 0 ? "done" : "0") + ", m, batch_size):\n";
    text += countsEpochs ? "            yield order[first : first + batch_size]\n        epoch += 1\n"
                         : "            yield slice(first, first + batch_size)\n";
    return text + (done > 0 ? "        done = 0\n" : "");
}

std::string schedule(const Script& script) {
    if (!script.hasSchedule()) {
        return {};
    }
    return R"(

def learning_rate(t):
    """Of the update after t updates."""
    return )" +
           numpy::learningRate(script.h.schedule.kind) + "\n";
}

} // namespace perceptible::python
