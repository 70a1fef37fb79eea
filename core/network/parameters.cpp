#include "core/network/parameters.h"

#include <algorithm>

namespace perceptible {

int Architecture::widest() const { return *std::max_element(units.begin() + 1, units.end()); }

template <class Scalar>
Parameters<Scalar> zeroParameters(const Architecture& architecture) {
    Parameters<Scalar> result;
    for (std::size_t l = 1; l < architecture.units.size(); ++l) {
        result.push_back({Matrix<Scalar>::Zero(architecture.units[l], architecture.units[l - 1]),
                          Vector<Scalar>::Zero(architecture.units[l])});
    }
    return result;
}

template <class Scalar>
Eigen::Index parameterCount(const Parameters<Scalar>& parameters) {
    Eigen::Index count = 0;
    for (const auto& layer : parameters) {
        count += layer.W.size() + layer.b.size();
    }
    return count;
}

template <class Scalar>
Scalar& parameterAt(Parameters<Scalar>& parameters, Eigen::Index index) {
    auto layer = parameters.begin();
    while (index >= layer->W.size() + layer->b.size()) {
        index -= layer->W.size() + layer->b.size();
        ++layer;
    }
    return index < layer->W.size() ? layer->W.data()[index] : layer->b[index - layer->W.size()];
}

template Parameters<float> zeroParameters<float>(const Architecture&);
template Parameters<double> zeroParameters<double>(const Architecture&);
template Eigen::Index parameterCount<float>(const Parameters<float>&);
template Eigen::Index parameterCount<double>(const Parameters<double>&);
template float& parameterAt<float>(Parameters<float>&, Eigen::Index);
template double& parameterAt<double>(Parameters<double>&, Eigen::Index);

} // namespace perceptible
