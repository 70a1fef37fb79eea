#pragma once

#include <cstdint>

#include "core/data/data_set.h"

namespace perceptible {

enum class Generator { blobs, circles, moons, exclusiveOr, spirals, flower };
inline constexpr Generator allGenerators[] = {Generator::blobs,       Generator::circles, Generator::moons,
                                              Generator::exclusiveOr, Generator::spirals, Generator::flower};

struct GeneratorSettings {
    Generator generator = Generator::moons;
    int examples = 300; ///< m, 2…50,000, half of each class (class 0 gets the odd one)
    double noise = 0.2; ///< 0…1; each generator says what it scales
    std::uint64_t seed = 1;

    static constexpr int minExamples = 2;
    static constexpr int maxExamples = 50'000;
    friend bool operator==(const GeneratorSettings&, const GeneratorSettings&) = default;
};

/// Points of two classes inside about [−5, 5]², all in the training set (assignRoles splits them).
/// The same settings give the same points, bit for bit. Settings out of range are clamped.
DataSet generate(const GeneratorSettings& settings);

} // namespace perceptible
