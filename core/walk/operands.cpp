#include "core/walk/operands.h"

#include <utility>

namespace perceptible {

namespace {

Axis unitsOf(int layer, Eigen::Index count) { return {Axis::Of::units, layer, count}; }

} // namespace

/// A matrix with a column for each example, or its one column.
template <class Scalar>
Operand Operands<Scalar>::examplesOf(const std::string& upper, const std::string& lower, int layer,
                                     const Matrix<Scalar>& matrix, bool named) const {
    Operand result;
    const std::string& name = example_ ? lower : upper;
    result.base = named ? ofLayer(name, layer) : name;
    result.rows = unitsOf(layer, matrix.rows());
    if (example_) {
        result.at = [iteration = iteration_, &matrix, column = *example_](Eigen::Index row, Eigen::Index) {
            return static_cast<double>(matrix(row, column));
        };
    } else {
        result.columns = {Axis::Of::examples, 0, matrix.cols()};
        result.at = [iteration = iteration_, &matrix](Eigen::Index row, Eigen::Index column) {
            return static_cast<double>(matrix(row, column));
        };
    }
    return result;
}

/// W[l] or b[l], or what belongs to them, out of a vector of the iteration in the order of Parameters::values().
template <class Scalar>
Operand Operands<Scalar>::parameters(const std::string& name, int l, bool ofBias, const Vector<Scalar>& values) const {
    Operand result;
    result.base = ofLayer(name + (ofBias ? "b" : "W"), l);
    result.rows = unitsOf(l, units(l));
    result.of = ofBias ? Operand::Of::biases : Operand::Of::weights;
    if (!ofBias) {
        result.columns = unitsOf(l - 1, units(l - 1));
    }
    result.at = [iteration = iteration_, &values, l, ofBias](Eigen::Index row, Eigen::Index column) {
        const ParameterPlace place{l, ofBias, static_cast<int>(row), static_cast<int>(column)};
        return static_cast<double>(values[indexOf(iteration->architecture.units, place)]);
    };
    return result;
}

template <class Scalar>
Operand Operands<Scalar>::W(int l) const {
    return before(l, false);
}

template <class Scalar>
Operand Operands<Scalar>::b(int l) const {
    return before(l, true);
}

template <class Scalar>
Operand Operands<Scalar>::Z(int l) const {
    return examplesOf("Z", "z", l, cache(l).Z);
}

template <class Scalar>
Operand Operands<Scalar>::A(int l) const {
    return l == 0 ? examplesOf("X", "x", 0, iteration_->batch.X, false) : examplesOf("A", "a", l, cache(l).A);
}

template <class Scalar>
Operand Operands<Scalar>::dA(int l) const {
    return examplesOf("dA", "da", l, cache(l).dA);
}

template <class Scalar>
Operand Operands<Scalar>::dZ(int l) const {
    return examplesOf("dZ", "dz", l, cache(l).dZ);
}

template <class Scalar>
Operand Operands<Scalar>::D(int l) const {
    return examplesOf("D", "d", l, cache(l).D);
}

template <class Scalar>
Operand Operands<Scalar>::Y() const {
    return examplesOf("Y", "y", layers(), iteration_->batch.Y, false);
}

template <class Scalar>
Operand Operands<Scalar>::loss() const {
    Operand result = examplesOf("ℒ", "ℒ", layers(), iteration_->loss, false);
    result.rows = {};
    return result;
}

template <class Scalar>
Operand Operands<Scalar>::derivative(int l) const {
    const Operand z = Z(l);
    Operand result = z;
    result.before = symbolOf(activation(l)) + "′(";
    result.after = ")";
    const Operand a = dropsOut(l) ? examplesOf("G", "g", l, cache(l).gZ) : A(l);
    result.at = [z, a, g = activation(l), slope = iteration_->architecture.leakySlope](Eigen::Index row,
                                                                                       Eigen::Index column) {
        const auto one = [](double value) { return Matrix<double>::Constant(1, 1, value).eval(); };
        Matrix<double> dZ(1, 1);
        activationBackward<double>(g, slope, one(1), one(z.at(row, column)), one(a.at(row, column)), dZ);
        return dZ(0, 0);
    };
    return result;
}

template <class Scalar>
Operand Operands<Scalar>::lossGradient(int l, bool ofBias) const {
    Operand result = parameters("d", l, ofBias, iteration_->lossGradients.values());
    if (example_) {
        result.at = [dz = dZ(l), a = A(l - 1), ofBias](Eigen::Index row, Eigen::Index column) {
            return dz.at(row, 0) * (ofBias ? 1 : a.at(column, 0));
        };
    }
    return result;
}

template <class Scalar>
Operand Operands<Scalar>::gradient(int l, bool ofBias) const {
    const bool hasPenalty = !ofBias && iteration_->penalty.isActive();
    return parameters(hasPenalty ? "∂J/∂" : "d", l, ofBias, iteration_->costGradients.values());
}

template <class Scalar>
Operand Operands<Scalar>::before(int l, bool ofBias) const {
    return parameters("", l, ofBias, iteration_->before.parameters.values());
}

template <class Scalar>
Operand Operands<Scalar>::after(int l, bool ofBias) const {
    return parameters("", l, ofBias, iteration_->after.values());
}

template <class Scalar>
Operand Operands<Scalar>::velocity(int l, bool ofBias, bool next) const {
    return parameters("vd", l, ofBias, (next ? iteration_->optimizer : iteration_->before.optimizer).v);
}

template <class Scalar>
Operand Operands<Scalar>::squares(int l, bool ofBias, bool next) const {
    return parameters("sd", l, ofBias, (next ? iteration_->optimizer : iteration_->before.optimizer).s);
}

template class Operands<float>;
template class Operands<double>;

} // namespace perceptible
