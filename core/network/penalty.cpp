#include "core/network/penalty.h"

namespace perceptible {

template <class Scalar>
double Penalty::of(const Parameters<Scalar>& parameters) const {
    if (!isActive()) {
        return 0;
    }
    double absolutes = 0;
    double squares = 0;
    for (std::size_t l = 0; l < parameters.size(); ++l) {
        const auto W = parameters[l].W.template cast<double>();
        absolutes += W.cwiseAbs().sum();
        squares += W.squaredNorm();
    }
    return (l2 / 2 * squares + l1 * absolutes) / static_cast<double>(m);
}

template <class Scalar>
void Penalty::addGradient(const Parameters<Scalar>& parameters, Parameters<Scalar>& gradients) const {
    if (!isActive()) {
        return;
    }
    const auto shrinkage = static_cast<Scalar>(l2 / static_cast<double>(m));
    const auto pull = static_cast<Scalar>(l1 / static_cast<double>(m));
    for (std::size_t l = 0; l < parameters.size(); ++l) {
        const auto W = parameters[l].W;
        gradients[l].W.array() += shrinkage * W.array() + pull * W.array().sign();
    }
}

#define PERCEPTIBLE_INSTANTIATE(Scalar)                                                                                \
    template double Penalty::of<Scalar>(const Parameters<Scalar>&) const;                                              \
    template void Penalty::addGradient<Scalar>(const Parameters<Scalar>&, Parameters<Scalar>&) const;
PERCEPTIBLE_INSTANTIATE(float)
PERCEPTIBLE_INSTANTIATE(double)
#undef PERCEPTIBLE_INSTANTIATE

} // namespace perceptible
