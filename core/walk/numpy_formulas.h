#pragma once

#include <string>
#include <vector>

#include "core/data/data_set.h"
#include "core/network/activation.h"
#include "core/training/optimizer.h"
#include "core/training/schedule.h"

/// The lecture's formulas as NumPy text, for the names (or numbers) that are given: "Z1", "leaky_slope", "0.01". None
/// gives an infinity or NaN where the program's own doesn't, and all keep float32 arrays float32.
namespace perceptible::numpy {

/// What a function of Python can be called: "leaky_relu".
std::string pythonName(Activation activation);

/// g(Z), (n, m) -> (n, m).
std::string activation(Activation g, const std::string& Z, const std::string& leakySlope);

/// g'(Z), where A = g(Z); not of softmax.
std::string derivative(Activation g, const std::string& Z, const std::string& A, const std::string& leakySlope);

/// dZ = dA * g'(Z)                                                                                              (S10)
std::string activationBackward(Activation g, const std::string& dA, const std::string& Z, const std::string& A,
                               const std::string& leakySlope);

/// W A_prev + b                                                                                                  (S8)
std::string linearForward(const std::string& W, const std::string& APrevious, const std::string& b);

/// dZ[L] = A[L] - Y, for every task                                                                          (S6, S7)
std::string outputBackward(const std::string& A, const std::string& Y);
/// dW = (1/m) dZ A_prev^T                                                                                  (S7, S10)
std::string weightGradient(const std::string& dZ, const std::string& APrevious, const std::string& m);
/// db = (1/m) sum of dZ over the examples                                                                  (S7, S10)
std::string biasGradient(const std::string& dZ, const std::string& m);
/// dA_prev = W^T dZ                                                                                             (S10)
std::string inputGradient(const std::string& W, const std::string& dZ);

/// The loss of each example from Z = Z[L], (n[L], m); one row.                                                  (S3)
std::string loss(Task task, const std::string& Z, const std::string& Y);

/// The share of the penalty in J of one W, and in dW; `m` counts all training examples. With a λ of 0, or both, its
/// term is left out.
std::string penalty(const std::string& W, double l1, double l2, const std::string& m);
std::string penaltyGradient(const std::string& W, double l1, double l2, const std::string& m);

/// How one parameter and what the optimizer remembers of it are called.
struct UpdateNames {
    std::string w, dw; ///< W or b, and its gradient
    std::string v, s;  ///< as in OptimizerState; unused ones may be empty
};
/// The statements of one update, from the names alpha, beta1, beta2, epsilon and t = 1, 2, …
std::vector<std::string> update(Optimizer::Kind kind, const UpdateNames& names);

/// The learning rate after t updates, from the names alpha, period, factor and t.
std::string learningRate(Schedule::Kind kind);

} // namespace perceptible::numpy
