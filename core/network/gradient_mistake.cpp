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
        , caches_(objective.architecture, objective.block(), Caches<double>::For::forwardAndBackward,
                  &objective.dropout)
        , gradients_(objective.architecture.units) {}

    std::optional<Parameters<double>> gradients(const Interrupted& interrupted) {
        if (!forEachBlock(objective_, interrupted,
                          [this](Eigen::Index first, Eigen::Index columns) { addBlock(first, columns); })) {
            return std::nullopt;
        }
        if (mistake_ == GradientMistake::wrongTranspose) {
            for (std::size_t l = 0; l < gradients_.size(); ++l) {
                const Matrix<double> turned = gradients_[l].W.transpose(); // A[l−1] dZ[l]ᵀ
                gradients_[l].W = reshapedLikeTranspose(turned);
            }
        }
        objective_.penalty.addGradient(parameters_, gradients_);
        return gradients_;
    }

private:
    void addBlock(Eigen::Index first, Eigen::Index columns) {
        const auto X = objective_.X.middleCols(first, columns);
        modelForward<double>(objective_.architecture, parameters_, X, caches_, &objective_.dropout, first);
        auto output = caches_.layers.back().dZ.leftCols(columns);
        lossBackward<double>(caches_.layers.back().A.leftCols(columns), objective_.Y.middleCols(first, columns),
                             output);
        if (mistake_ == GradientMistake::wrongSign) {
            output *= -1;
        }
        const Eigen::Index m = mistake_ == GradientMistake::forgottenMean ? 1 : objective_.X.cols();
        for (std::size_t l = parameters_.size(); l > 1; --l) {
            linearBackward<double>(caches_.layers[l - 1].dZ.leftCols(columns),
                                   caches_.layers[l - 2].A.leftCols(columns), m, gradients_[l - 1]);
            linearInput(l, columns);
            activation(l - 1, columns);
        }
        linearBackward<double>(caches_.layers.front().dZ.leftCols(columns), X, m, gradients_[0]);
    }

    void linearInput(std::size_t l, Eigen::Index columns) {
        const LayerParameters<const double> right = parameters_[l - 1];
        Matrix<double> W = right.W;
        if (mistake_ == GradientMistake::wrongTranspose) {
            W = reshapedLikeTranspose(right.W).transpose(); // whose transpose linearBackwardInput() takes
        }
        linearBackwardInput<double>({{W.data(), W.rows(), W.cols()}, right.b},
                                    caches_.layers[l - 1].dZ.leftCols(columns),
                                    caches_.layers[l - 2].dA.leftCols(columns));
    }

    /// Layer l's dZ from its dA.
    void activation(std::size_t l, Eigen::Index columns) {
        LayerCache<double>& layer = caches_.layers[l - 1];
        const bool dropped = layer.D.size() > 0;
        auto dA = layer.dA.leftCols(columns);
        auto dZ = layer.dZ.leftCols(columns);
        if (dropped) {
            dA.array() *= layer.D.leftCols(columns).array();
        }
        if (mistake_ == GradientMistake::missingDerivative) {
            dZ = dA;
        } else {
            activationBackward<double>(objective_.architecture.activations[l - 1], objective_.architecture.leakySlope,
                                       dA, layer.Z.leftCols(columns), (dropped ? layer.gZ : layer.A).leftCols(columns),
                                       dZ);
        }
    }

    const Objective& objective_;
    const Parameters<double>& parameters_;
    GradientMistake mistake_;
    Caches<double> caches_; ///< of a block
    Parameters<double> gradients_;
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

std::optional<Parameters<double>> gradientsOf(const Objective& objective, const Parameters<double>& parameters,
                                              GradientMistake mistake, const Interrupted& interrupted) {
    return MistakenBackward(objective, parameters, mistake).gradients(interrupted);
}

} // namespace perceptible
