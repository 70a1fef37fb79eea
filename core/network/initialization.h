#pragma once

#include <cstdint>
#include <string_view>

#include "core/network/parameters.h"

namespace perceptible {

enum class Initialization { zeros, smallRandom, xavier, he, lecun, uniform };
inline constexpr Initialization allInitializations[] = {Initialization::zeros,  Initialization::smallRandom,
                                                        Initialization::xavier, Initialization::he,
                                                        Initialization::lecun,  Initialization::uniform};

/// "zeros", "small-random", "xavier", "he", "lecun", "uniform": as the command line spells them.
std::string_view nameOf(Initialization initialization);

/// How the parameters begin.
struct InitialValues {
    Initialization weights = Initialization::xavier;
    double range = 0.5; ///< of Initialization::uniform
    double bias = 0;    ///< of every unit
    friend bool operator==(const InitialValues&, const InitialValues&) = default;
};

/// Initial parameters. W[l] is
///   zeros        0: every unit of a layer stays the same
///   small-random 0.01 · N(0, 1)
///   xavier       N(0, 2 / (n[l−1] + n[l]))    variance of Glorot and Bengio 2010, eq. 12
///   he           N(0, 2 / n[l−1])             He et al. 2015, eq. 10
///   lecun        N(0, 1 / n[l−1])             LeCun et al. 1998, eq. 16
///   uniform      U(−range, range)
/// The same seed gives the same parameters, bit for bit. Each weight's random number depends on the seed, its layer,
/// row and column alone, so that a wider or deeper network has the same numbers where it has the same weights.
Parameters<double> initialParameters(const Architecture& architecture, const InitialValues& initial,
                                     std::uint64_t seed);

/// Parameters that keep every weight and bias which `trained` has too (same layer, row and column; the output layer
/// stays the output layer), and take the others from `fresh`, which has the new shapes.
template <class Scalar>
Parameters<Scalar> carryOver(const Parameters<Scalar>& trained, Parameters<Scalar> fresh);

/// Parameters for other inputs: column j of W[1] is column inputsFrom[j] of `trained`, or of `fresh` where that is
/// negative. Both have the same shapes but for n[0].
template <class Scalar>
Parameters<Scalar> carryOverInputs(const Parameters<Scalar>& trained, Parameters<Scalar> fresh,
                                   const std::vector<int>& inputsFrom);

} // namespace perceptible
