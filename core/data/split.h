#pragma once

#include <cstdint>
#include <vector>

#include "core/data/data_set.h"

namespace perceptible {

/// Chooses at random which examples are kept back for testing: round(share · n) of the n examples of each class (in a
/// regression: of all), but never all of them. share is clamped to 0…0.9. The same seed gives the same split.
DataSet split(const DataSet& data, double share, std::uint64_t seed);

/// Appends freshly drawn examples of the same task. The roles of those already there stay; as many of the new ones of
/// each class become test examples as brings the class (in a regression: the whole) closest to what split() would keep
/// back, chosen at random from the seed.
DataSet append(const DataSet& data, std::vector<Example> added, double share, std::uint64_t seed);

} // namespace perceptible
