#pragma once

#include <cstdint>
#include <string_view>

namespace perceptible {

/// How the learning rate changes with the number t of updates done so far.
struct Schedule {
    enum class Kind { constant, step, cosine, inverseTime };
    static constexpr Kind allKinds[] = {Kind::constant, Kind::step, Kind::cosine, Kind::inverseTime};

    Kind kind = Kind::constant;
    std::int64_t period = 1000; ///< T, in iterations
    double factor = 0.5;        ///< f, of step

    /// α_t from α:
    ///   constant      α
    ///   step          α f^⌊t/T⌋
    ///   cosine        α (1 + cos(π min(t, T)/T)) / 2     Loshchilov and Hutter 2017, eq. 5; 0 from t = T on
    ///   inverse-time  α / (1 + t/T)                      Robbins and Monro 1951
    double rate(double alpha, std::int64_t t) const;

    friend bool operator==(const Schedule&, const Schedule&) = default;
};

/// "constant", "step", "cosine", "inverse-time": as the command line spells them.
std::string_view nameOf(Schedule::Kind kind);

} // namespace perceptible
