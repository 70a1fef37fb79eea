// The lines of NumPy beside a walk do what the walk does: run in order by NumPy itself, they come to the same numbers.

#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <random>

#include "any_training.h"
#include "core/walk/numpy_lines.h"

namespace perceptible {
namespace {

template <class Dense>
void writeArray(std::ostream& out, const std::string& name, const Dense& values) {
    out << name << " = np.array([";
    for (Eigen::Index row = 0; row < values.rows(); ++row) {
        out << '[';
        for (Eigen::Index column = 0; column < values.cols(); ++column) {
            out << values(row, column) << ',';
        }
        out << "],";
    }
    out << "])\n";
}

/// Everything an iteration starts from, under the names that the lines use.
void writeBefore(std::ostream& out, const Iteration<double>& iteration, ExampleChoice example) {
    const bool one = example.has_value();
    const auto chosen = [&](const Matrix<double>& matrix) -> Matrix<double> {
        return one ? Matrix<double>(matrix.col(*example)) : matrix;
    };
    writeArray(out, one ? "x" : "X", chosen(iteration.batch.X));
    writeArray(out, one ? "y" : "Y", chosen(iteration.batch.Y));
    const auto writeParameters = [&](const std::string& prefix, const Vector<double>& values) {
        Parameters<double> parameters(iteration.architecture.units);
        if (values.size() == parameters.values().size()) {
            parameters.values() = values;
            for (std::size_t l = 0; l < parameters.size(); ++l) {
                writeArray(out, prefix + 'W' + std::to_string(l + 1), parameters[l].W);
                writeArray(out, prefix + 'b' + std::to_string(l + 1), parameters[l].b);
            }
        }
    };
    writeParameters("", iteration.before.parameters.values());
    writeParameters("vd", iteration.before.optimizer.v);
    writeParameters("sd", iteration.before.optimizer.s);
    for (std::size_t l = 1; l < iteration.caches.layers.size(); ++l) {
        if (iteration.hyperparameters.dropout().isIn(l)) {
            writeArray(out, (one ? "d" : "D") + std::to_string(l), chosen(iteration.caches.layers[l - 1].D));
        }
    }
}

/// A script that goes through the iteration, for one example forward and backward, else the update too, and compares.
void writeWalk(std::ostream& out, const Iteration<double>& iteration, bool unfolded, ExampleChoice example) {
    writeBefore(out, iteration, example);
    for (const SubStep& step : subStepsOf(iteration.architecture, iteration.hyperparameters, unfolded)) {
        const bool isOfTheBatch = step.part() == Part::update || step.operation == Operation::cost;
        if (!example || !isOfTheBatch) {
            out << numpyLines<double>(iteration, step, unfolded, example) << '\n';
        }
    }
    if (example) {
        const LayerCache<double>& first = iteration.caches.layers.front();
        writeArray(out, "expected", Matrix<double>(first.dZ.col(*example)));
        out << "compare(dz1, expected)\n";
        return;
    }
    const std::shared_ptr<const Iteration<double>> unowned(std::shared_ptr<void>(), &iteration);
    const Equation cost = equationOf<double>(unowned, {Operation::cost, iteration.architecture.layers()}, unfolded);
    out << "compare(J, " << cost.result().at(0, 0) << ")\n";
    const Parameters<double>& after = iteration.after;
    for (std::size_t l = 0; l < after.size(); ++l) {
        for (const char* name : {"W", "b"}) {
            writeArray(out, "expected", name[0] == 'W' ? Matrix<double>(after[l].W) : Matrix<double>(after[l].b));
            out << "compare(" << name << l + 1 << ", expected)\n";
        }
    }
}

/// Saturated predictions make log(1 − ŷ) and the unfolded form lose their digits; the program has others for them.
bool isSaturated(const Iteration<double>& iteration) {
    const auto& A = iteration.caches.layers.back().A.array();
    return iteration.architecture.task != Task::regression && (A.minCoeff() < 1e-6 || A.maxCoeff() > 1 - 1e-6);
}

RC_GTEST_PROP(NumpyLines, ComeToTheSameNumbersInNumpy, ()) {
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("numpy_lines_" + std::to_string(std::random_device()()) + ".py");
    std::ofstream script(file);
    script << std::setprecision(17) << "import numpy as np\nnan = np.nan\ninf = np.inf\n"
           << "def compare(found, expected):\n"
           << "    assert np.allclose(found, expected, rtol=1e-7, atol=1e-9), (found, expected)\n";
    for (int cases = 0; cases < 25; ++cases) {
        const Trainer<double> trainer = anyTrainer<double>();
        const auto iteration = trainer.nextIteration();
        if (iteration->isMade && !isSaturated(*iteration)) {
            const bool unfolded = *rc::gen::arbitrary<bool>();
            writeWalk(script, *iteration, unfolded, {});
            writeWalk(script, *iteration, unfolded, *rc::gen::inRange<Eigen::Index>(0, iteration->m()));
        }
    }
    script.close();
    const int status = std::system((PERCEPTIBLE_PYTHON " " + file.string()).c_str());
    RC_ASSERT(status == 0);
    std::filesystem::remove(file); // a failing one stays to be looked at
}

} // namespace
} // namespace perceptible
