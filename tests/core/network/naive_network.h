#pragma once

#include <cmath>
#include <vector>

#include "core/network/parameters.h"

namespace perceptible {

/// The lecture's formulas (S3, S4, S8, S10) as plain loops over scalars, in double, without a library: what the matrix
/// code is held against. All members are indexed [row][column]; layers[l − 1] is layer l.
class NaiveNetwork {
public:
    using Grid = std::vector<std::vector<double>>;

    struct Layer {
        Activation g{};
        Grid W, dW;
        std::vector<double> b, db;
        Grid Z, A, dZ;
    };

    template <class Scalar>
    NaiveNetwork(const Architecture& architecture, const Parameters<Scalar>& parameters) {
        for (std::size_t l = 0; l < parameters.size(); ++l) {
            Layer& layer = layers.emplace_back();
            layer.g = architecture.activations[l];
            layer.W = gridOf(parameters[l].W);
            for (const Scalar bias : parameters[l].b) {
                layer.b.push_back(static_cast<double>(bias));
            }
        }
    }

    template <class Derived>
    static Grid gridOf(const Eigen::MatrixBase<Derived>& matrix) {
        Grid grid(static_cast<std::size_t>(matrix.rows()));
        for (Eigen::Index i = 0; i < matrix.rows(); ++i) {
            for (Eigen::Index j = 0; j < matrix.cols(); ++j) {
                grid[static_cast<std::size_t>(i)].push_back(static_cast<double>(matrix(i, j)));
            }
        }
        return grid;
    }

    void forward(const Grid& X);
    /// After forward(X); dW and db include 1/m.
    void backward(const Grid& X, const Grid& Y);
    /// W := W − α dW, b := b − α db.
    void descend(double alpha);
    /// J after forward().
    double cost(const Grid& Y) const;

    std::vector<Layer> layers;

    static double value(Activation g, double z);
    static double derivative(Activation g, double z);
};

inline double NaiveNetwork::value(Activation g, double z) {
    switch (g) {
    case Activation::sigmoid:
        return 1 / (1 + std::exp(-z));
    case Activation::tanh:
        return (std::exp(z) - std::exp(-z)) / (std::exp(z) + std::exp(-z));
    case Activation::relu:
        return z > 0 ? z : 0;
    case Activation::leakyRelu:
        return z > 0 ? z : 0.01 * z;
    case Activation::elu:
        return z > 0 ? z : std::exp(z) - 1;
    case Activation::softplus:
        return std::log(1 + std::exp(z));
    case Activation::silu:
        return z / (1 + std::exp(-z));
    case Activation::sine:
        return std::sin(z);
    case Activation::linear:
        return z;
    case Activation::softmax:
        break; // not elementwise
    }
    return NAN;
}

inline double NaiveNetwork::derivative(Activation g, double z) {
    switch (g) {
    case Activation::sigmoid:
        return std::exp(-z) / ((1 + std::exp(-z)) * (1 + std::exp(-z)));
    case Activation::tanh:
        return 1 / (std::cosh(z) * std::cosh(z));
    case Activation::relu:
        return z > 0 ? 1 : 0;
    case Activation::leakyRelu:
        return z > 0 ? 1 : 0.01;
    case Activation::elu:
        return z > 0 ? 1 : std::exp(z);
    case Activation::softplus:
        return 1 / (1 + std::exp(-z));
    case Activation::silu: {
        const double sigma = 1 / (1 + std::exp(-z));
        return sigma + z * sigma * (1 - sigma);
    }
    case Activation::sine:
        return std::cos(z);
    case Activation::linear:
        return 1;
    case Activation::softmax:
        break;
    }
    return NAN;
}

inline void NaiveNetwork::forward(const Grid& X) {
    const Grid* previous = &X;
    for (Layer& layer : layers) {
        layer.Z = layer.A = Grid(layer.W.size(), std::vector<double>(X[0].size()));
        for (std::size_t i = 0; i < layer.W.size(); ++i) {
            for (std::size_t j = 0; j < X[0].size(); ++j) {
                double z = layer.b[i];
                for (std::size_t k = 0; k < previous->size(); ++k) {
                    z += layer.W[i][k] * (*previous)[k][j];
                }
                layer.Z[i][j] = z;
                layer.A[i][j] = value(layer.g, z);
            }
        }
        if (layer.g == Activation::softmax) {
            for (std::size_t j = 0; j < X[0].size(); ++j) {
                double sum = 0;
                for (const auto& row : layer.Z) {
                    sum += std::exp(row[j]);
                }
                for (std::size_t i = 0; i < layer.W.size(); ++i) {
                    layer.A[i][j] = std::exp(layer.Z[i][j]) / sum;
                }
            }
        }
        previous = &layer.A;
    }
}

inline void NaiveNetwork::backward(const Grid& X, const Grid& Y) {
    const std::size_t m = X[0].size();
    for (std::size_t l = layers.size(); l-- > 0;) {
        Layer& layer = layers[l];
        const Grid& APrevious = l == 0 ? X : layers[l - 1].A;
        layer.dZ = layer.Z;
        layer.dW = layer.W;
        layer.db = layer.b;
        for (std::size_t i = 0; i < layer.W.size(); ++i) {
            layer.db[i] = 0;
            for (std::size_t j = 0; j < m; ++j) {
                double dz = 0;
                if (l + 1 == layers.size()) {
                    dz = layer.A[i][j] - Y[i][j];
                } else {
                    for (std::size_t k = 0; k < layers[l + 1].W.size(); ++k) {
                        dz += layers[l + 1].W[k][i] * layers[l + 1].dZ[k][j];
                    }
                    dz *= derivative(layer.g, layer.Z[i][j]);
                }
                layer.dZ[i][j] = dz;
                layer.db[i] += dz / static_cast<double>(m);
            }
            for (std::size_t k = 0; k < APrevious.size(); ++k) {
                double sum = 0;
                for (std::size_t j = 0; j < m; ++j) {
                    sum += layer.dZ[i][j] * APrevious[k][j];
                }
                layer.dW[i][k] = sum / static_cast<double>(m);
            }
        }
    }
}

inline void NaiveNetwork::descend(double alpha) {
    for (Layer& layer : layers) {
        for (std::size_t i = 0; i < layer.W.size(); ++i) {
            for (std::size_t k = 0; k < layer.W[i].size(); ++k) {
                layer.W[i][k] -= alpha * layer.dW[i][k];
            }
            layer.b[i] -= alpha * layer.db[i];
        }
    }
}

inline double NaiveNetwork::cost(const Grid& Y) const {
    double total = 0;
    for (std::size_t j = 0; j < Y[0].size(); ++j) {
        for (std::size_t i = 0; i < Y.size(); ++i) {
            const double y = Y[i][j];
            const double yhat = layers.back().A[i][j];
            switch (layers.back().g) {
            case Activation::sigmoid:
                total -= y * std::log(yhat) + (1 - y) * std::log(1 - yhat);
                break;
            case Activation::softmax:
                total -= y > 0 ? std::log(yhat) : 0;
                break;
            default:
                total += (yhat - y) * (yhat - y) / 2;
            }
        }
    }
    return total / static_cast<double>(Y[0].size());
}

} // namespace perceptible
