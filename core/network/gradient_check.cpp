#include "core/network/gradient_check.h"

#include <cmath>

#include "core/network/cost.h"
#include "core/network/network.h"

namespace perceptible {

double costOf(const Architecture& architecture, const Parameters<double>& parameters, const Matrix<double>& X,
              const Matrix<double>& Y) {
    Caches<double> caches(architecture, X.cols(), Caches<double>::For::forward);
    modelForward<double>(architecture, parameters, X, caches);
    Matrix<double> loss(1, X.cols());
    binaryCrossEntropy<double>(caches.layers.back().Z, Y, loss);
    return loss.mean();
}

Parameters<double> gradientsOf(const Architecture& architecture, const Parameters<double>& parameters,
                               const Matrix<double>& X, const Matrix<double>& Y) {
    Caches<double> caches(architecture, X.cols(), Caches<double>::For::forwardAndBackward);
    Parameters<double> gradients = zeroParameters<double>(architecture);
    modelForward<double>(architecture, parameters, X, caches);
    modelBackward<double>(architecture, parameters, X, Y, X.cols(), caches, gradients);
    return gradients;
}

GradientCheck checkGradients(const Architecture& architecture, const Parameters<double>& parameters,
                             const Matrix<double>& X, const Matrix<double>& Y, const Parameters<double>& gradients,
                             double epsilon) {
    Parameters<double> moved = parameters;
    Parameters<double> g = gradients;
    GradientCheck check;
    double difference = 0;
    double normG = 0;
    double normNumeric = 0;
    double worst = -1;
    for (Eigen::Index i = 0; i < parameterCount(moved); ++i) {
        double& w = parameterAt(moved, i);
        const double kept = w;
        w = kept + epsilon;
        const double above = costOf(architecture, moved, X, Y);
        w = kept - epsilon;
        const double below = costOf(architecture, moved, X, Y);
        w = kept;
        const double numeric = (above - below) / (2 * epsilon);
        const double byBackward = parameterAt(g, i);
        difference += (byBackward - numeric) * (byBackward - numeric);
        normG += byBackward * byBackward;
        normNumeric += numeric * numeric;
        if (std::abs(byBackward - numeric) > worst) {
            worst = std::abs(byBackward - numeric);
            check.worstParameter = i;
        }
    }
    const double scale = std::sqrt(normG) + std::sqrt(normNumeric);
    check.relativeError = scale == 0 ? 0 : std::sqrt(difference) / scale;
    return check;
}

} // namespace perceptible
