#pragma once

#include <cstdint>
#include <string_view>

#include "core/data/data_set.h"

namespace perceptible {

enum class Generator { blobs, circles, moons, exclusiveOr, spirals, flower };
inline constexpr Generator allGenerators[] = {Generator::blobs,       Generator::circles, Generator::moons,
                                              Generator::exclusiveOr, Generator::spirals, Generator::flower};

/// "blobs", "circles", "moons", "xor", "spirals", "flower": as the command line spells them.
std::string_view nameOf(Generator generator);

struct GeneratorSettings {
    Generator generator = Generator::flower;
    int examples = 400;     ///< m, 2…50,000, equal shares of each class (the first ones get what remains)
    double noise = 0.2;     ///< 0…1: how far points are moved from their clean places, at random; 0: not at all
    std::uint64_t seed = 1; ///< of the places and of the noise
    int classes = 2;        ///< K, 2…DataSet::maxClasses

    static constexpr int minExamples = 2;
    static constexpr int maxExamples = 50'000;
    friend bool operator==(const GeneratorSettings&, const GeneratorSettings&) = default;
};

/// Points of K classes inside [−5, 5]², the classes in turn, all in the training set (split() divides them); a binary
/// task with two classes, a multiclass task with more.
/// The same settings give the same points, bit for bit. With another noise and all else the same, each point moves
/// along a line: its distance from its clean place is in proportion to the noise (until it meets the edge, which
/// reflects it). Settings out of range are clamped.
DataSet generate(const GeneratorSettings& settings);

} // namespace perceptible
