#include "core/network/gradient_mistake.h"

#include <algorithm>

#include "core/network/cost.h"
#include "core/network/layer.h"

namespace perceptible {

namespace {

/// The numbers of M, row by row, as a matrix of the transposed shape.
template <class Derived>
Matrix<double> reshapedLikeTranspose(const Eigen::MatrixBase<Derived>& M) {
    return M.template reshaped<Eigen::RowMajor>(M.cols(), M.rows());
}

/// modelBackward(), line by line, with room for the mistakes.
class MistakenBackward {
public:
    MistakenBackward(const Objective& objective, const Parameters<double>& parameters, GradientMistake mistake)
        : objective_(objective)
        , parameters_(parameters)
        , mistake_(mistake)
        , caches_(objective.architecture, objective.X.cols(),
                  objective.dropout ? Caches<double>::For::forwardAndBackwardWithDropout
                                    : Caches<double>::For::forwardAndBackward) {
        if (objective.dropout) {
            modelForward<double>(objective.architecture, parameters, objective.X, *objective.dropout, 0, caches_);
        } else {
            modelForward<double>(objective.architecture, parameters, objective.X, caches_);
        }
    }

    Parameters<double> gradients() {
        Parameters<double> result(objective_.architecture.units);
        lossBackward<double>(caches_.layers.back().A, objective_.Y, caches_.layers.back().dZ);
        if (mistake_ == GradientMistake::wrongSign) {
            caches_.layers.back().dZ *= -1;
        }
        for (std::size_t l = parameters_.size(); l > 0; --l) {
            linear(l, result[l - 1]);
            if (l > 1) {
                linearInput(l);
                activation(l - 1);
            }
        }
        objective_.penalty.addGradient(parameters_, result);
        return result;
    }

private:
    void linear(std::size_t l, LayerParameters<double> gradient) {
        const Matrix<double>& APrevious = l == 1 ? objective_.X : caches_.layers[l - 2].A;
        const Eigen::Index m = mistake_ == GradientMistake::forgottenMean ? 1 : objective_.X.cols();
        linearBackward<double>(caches_.layers[l - 1].dZ, APrevious, m, gradient);
        if (mistake_ == GradientMistake::wrongTranspose) {
            const Matrix<double> turned = gradient.W.transpose(); // A[l−1] dZ[l]ᵀ
            gradient.W = reshapedLikeTranspose(turned);
        }
    }

    void linearInput(std::size_t l) {
        const LayerParameters<const double> right = parameters_[l - 1];
        Matrix<double> W = right.W;
        if (mistake_ == GradientMistake::wrongTranspose) {
            W = reshapedLikeTranspose(right.W).transpose(); // whose transpose linearBackwardInput() takes
        }
        linearBackwardInput<double>({{W.data(), W.rows(), W.cols()}, right.b}, caches_.layers[l - 1].dZ,
                                    caches_.layers[l - 2].dA);
    }

    /// Layer l's dZ from its dA.
    void activation(std::size_t l) {
        LayerCache<double>& layer = caches_.layers[l - 1];
        const bool dropped = objective_.dropout && objective_.dropout->isIn(l);
        if (dropped) {
            layer.dA.array() *= layer.D.array();
        }
        if (mistake_ == GradientMistake::missingDerivative) {
            layer.dZ = layer.dA;
        } else {
            activationBackward<double>(objective_.architecture.activations[l - 1], objective_.architecture.leakySlope,
                                       layer.dA, layer.Z, dropped ? layer.gZ : layer.A, layer.dZ);
        }
    }

    const Objective& objective_;
    const Parameters<double>& parameters_;
    GradientMistake mistake_;
    Caches<double> caches_;
};

} // namespace

bool canShow(GradientMistake mistake, const Architecture& architecture, Eigen::Index m) {
    const std::vector<int>& units = architecture.units;
    switch (mistake) {
    case GradientMistake::none:
        return false;
    case GradientMistake::forgottenMean:
        return m > 1;
    case GradientMistake::wrongSign:
        return true;
    case GradientMistake::missingDerivative:
        return std::any_of(architecture.activations.begin(), architecture.activations.end() - 1, [&](Activation g) {
            return g != Activation::linear && !(g == Activation::leakyRelu && architecture.leakySlope == 1);
        });
    case GradientMistake::wrongTranspose:
        return std::adjacent_find(units.begin(), units.end(), [](int n, int nNext) { return n > 1 && nNext > 1; }) !=
               units.end();
    }
    return false;
}

Parameters<double> gradientsOf(const Objective& objective, const Parameters<double>& parameters,
                               GradientMistake mistake) {
    return MistakenBackward(objective, parameters, mistake).gradients();
}

} // namespace perceptible
