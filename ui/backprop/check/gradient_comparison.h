#pragma once

#include <array>
#include <vector>

#include "core/network/gradient_mistake.h"
#include "ui/backprop/check/check_subject.h"

namespace perceptible {

/// The ε that can be chosen: 10^(−k/4) from 1 to 1e-12.
inline constexpr int kEpsilonsEachDecade = 4;
inline constexpr int kEpsilons = 12 * kEpsilonsEachDecade + 1;
double epsilonAt(int place); ///< place 0: 1e-12, …, kEpsilons − 1: 1
int placeOfEpsilon(double epsilon);

/// One parameter w, to be looked at closely. A mistake is made in a copy of backward alone.
struct CheckQuestion {
    CheckSubjectPtr subject;
    Eigen::Index parameter = 0;
    double epsilon = kUsualEpsilon;
    GradientMistake mistake = GradientMistake::none;

    friend bool operator==(const CheckQuestion&, const CheckQuestion&) = default;
    bool isOfSameGradient(const CheckQuestion& other) const {
        return subject == other.subject && parameter == other.parameter && mistake == other.mistake;
    }
};

/// What g and ĝ of one parameter say about each other.
enum class Finding {
    agree,    ///< the relative error is tolerated
    rounding, ///< they differ by no more than what the rounding of J changes ĝ by
    differ,
    kink,     ///< ĝ says nothing
    notFinite ///< there is no g or no ĝ
};
/// `cost` is J(w).
Finding findingOf(const CheckedParameter& checked, double cost, double epsilon);

/// J against w, at and around w ± ε.
struct CostSection {
    static constexpr int kPoints = 61;
    static constexpr double kReach = 1.5; ///< from w − 1.5 ε to w + 1.5 ε
    /// In ε, for one point of the curve.
    static double offset(int point) { return (point - kPoints / 2) * 2 * kReach / (kPoints - 1); }

    double epsilon = kUsualEpsilon;
    CheckedParameter checked;
    std::array<double, 3> costs{}; ///< J(w − ε), J(w), J(w + ε)
    std::vector<double> curve;     ///< J(w + offset ε); empty until it is there

    Finding finding() const { return findingOf(checked, costs[1], epsilon); }
};

/// The relative error against ε.
struct ErrorCurve {
    std::vector<double> errors; ///< one for each ε that can be chosen
    /// At some ε g and ĝ agree, so that g is right; where they don't, it is ĝ that is wrong.
    bool isRightSomewhere = false;
};

} // namespace perceptible
