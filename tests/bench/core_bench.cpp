// How fast the core trains and evaluates, on one thread. Times are wall-clock times:
//   cmake --preset bench && cmake --build --preset bench --target core_bench && build/bench/tests/bench/core_bench
// compare.py, beside this file, holds the works W1…W5 against NumPy, PyTorch and the processor.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "core/data/generators.h"
#include "core/network/network.h"
#include "core/training/trainer.h"

using namespace perceptible;

namespace {

/// m points of a flower; from several flowers when one cannot have so many.
DataSet flower(int m) {
    std::vector<Example> examples;
    for (GeneratorSettings settings{.generator = Generator::flower, .noise = 0.2, .seed = 1}; m > 0; ++settings.seed) {
        settings.examples = std::min(m, GeneratorSettings::maxExamples);
        m -= settings.examples;
        const DataSet data = generate(settings);
        examples.insert(examples.end(), data.examples().begin(), data.examples().end());
    }
    return DataSet(std::move(examples));
}

Hyperparameters network(const std::vector<int>& hidden, Activation g, std::optional<int> batchSize = std::nullopt) {
    Hyperparameters result;
    result.learningRate = 0.01;
    result.batchSize = batchSize;
    result.hiddenLayers.clear();
    for (const int units : hidden) {
        result.hiddenLayers.push_back({units, g});
    }
    return result;
}

/// Σ n[l] n[l−1]
std::int64_t weights(const Architecture& architecture) {
    std::int64_t sum = 0;
    for (std::size_t l = 1; l < architecture.units.size(); ++l) {
        sum += std::int64_t{architecture.units[l]} * architecture.units[l - 1];
    }
    return sum;
}

// ---- Updates per second: W1…W4 ----

void BM_Step(benchmark::State& state, int m, const Hyperparameters& hyperparameters) {
    Trainer<float> trainer(flower(m), hyperparameters);
    for (auto _ : state) {
        if (trainer.step() != Trainer<float>::Outcome::updated) {
            state.SkipWithError("training diverged");
            return;
        }
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(BM_Step, W1, 250, network({4, 2}, Activation::tanh, 10))->UseRealTime();
BENCHMARK_CAPTURE(BM_Step, W2, 400, network({4}, Activation::tanh))->UseRealTime();
BENCHMARK_CAPTURE(BM_Step, W3, 500, network({8, 8, 8, 8, 8, 8}, Activation::relu, 30))->UseRealTime();
BENCHMARK_CAPTURE(BM_Step, W4, 2000, network({64, 64, 64}, Activation::relu))->UseRealTime();

// ---- Time per step against m and against the number of weights ----

void BM_Examples(benchmark::State& state) {
    const auto m = static_cast<int>(state.range(0));
    BM_Step(state, m, network({8, 8, 8}, Activation::tanh));
    state.SetComplexityN(m);
}
BENCHMARK(BM_Examples)
    ->ArgName("m")
    ->RangeMultiplier(2)
    ->Args({250})
    ->Args({1000})
    ->Args({4000})
    ->Args({16'000})
    ->Args({64'000})
    ->UseRealTime()
    ->Unit(benchmark::kMicrosecond)
    ->Complexity(benchmark::oN);

void BM_Weights(benchmark::State& state) {
    const auto n = static_cast<int>(state.range(0));
    const Hyperparameters hyperparameters = network({n, n, n}, Activation::tanh);
    BM_Step(state, 2000, hyperparameters);
    const std::int64_t count = weights(hyperparameters.architecture());
    state.counters["weights"] = static_cast<double>(count);
    state.SetComplexityN(count);
}
BENCHMARK(BM_Weights)
    ->ArgName("n")
    ->RangeMultiplier(2)
    ->Range(4, 128)
    ->UseRealTime()
    ->Unit(benchmark::kMicrosecond)
    ->Complexity(benchmark::oN);

// ---- W5: every unit of W3's network at 100 × 100 points ----

constexpr int kGridSide = 100;

struct Grid {
    Architecture architecture = network({8, 8, 8, 8, 8, 8}, Activation::relu).architecture();
    Parameters<float> parameters = convert<float>(initialParameters(architecture, {Initialization::he}, 1));
    Matrix<float> X{2, kGridSide* kGridSide};
    std::vector<Matrix<float>> maps; ///< A[1]…A[L], n[l] × the points of the grid

    Grid() {
        const Region region;
        for (int cell = 0; cell < X.cols(); ++cell) {
            const double column = cell % kGridSide + 0.5;
            const double row = cell / kGridSide + 0.5;
            X(0, cell) = static_cast<float>(region.x1Min + column * region.width() / kGridSide);
            X(1, cell) = static_cast<float>(region.x2Max - row * region.height() / kGridSide);
        }
        for (std::size_t l = 1; l < architecture.units.size(); ++l) {
            maps.emplace_back(architecture.units[l], X.cols());
        }
    }

    /// As the window does it: the grid through the network in blocks.
    void evaluateBlocks(Caches<float>& caches) {
        for (Eigen::Index first = 0; first < X.cols(); first += caches.columns) {
            const Eigen::Index columns = std::min(caches.columns, X.cols() - first);
            modelForward<float>(architecture, parameters, X.middleCols(first, columns), caches);
            for (std::size_t l = 0; l < maps.size(); ++l) {
                maps[l].middleCols(first, columns) = caches.layers[l].A.leftCols(columns);
            }
        }
    }

    /// One point after the other, one unit after the other: z = w·a + b.
    void evaluatePoints() {
        for (Eigen::Index cell = 0; cell < X.cols(); ++cell) {
            const Matrix<float>* APrevious = &X;
            for (std::size_t l = 0; l < maps.size(); ++l) {
                const auto [W, b] = std::as_const(parameters)[l];
                for (Eigen::Index i = 0; i < W.rows(); ++i) {
                    float z = b(i);
                    for (Eigen::Index j = 0; j < W.cols(); ++j) {
                        z += W(i, j) * (*APrevious)(j, cell);
                    }
                    maps[l](i, cell) = l + 1 < maps.size() ? std::max(z, 0.0F) : 1 / (1 + std::exp(-z));
                }
                APrevious = &maps[l];
            }
        }
    }
};

void BM_GridBlocks(benchmark::State& state) {
    Grid grid, reference;
    Caches<float> caches(grid.architecture, examplesPerBlock(grid.architecture), Caches<float>::For::forward);
    for (auto _ : state) {
        grid.evaluateBlocks(caches);
        benchmark::DoNotOptimize(grid.maps.back().data());
        benchmark::ClobberMemory();
    }
    reference.evaluatePoints();
    for (std::size_t l = 0; l < grid.maps.size(); ++l) {
        if (!grid.maps[l].isApprox(reference.maps[l], 1e-4F)) {
            state.SkipWithError("blocks and single points give different activations");
        }
    }
}
BENCHMARK(BM_GridBlocks)->UseRealTime()->Unit(benchmark::kMillisecond);

void BM_GridPoints(benchmark::State& state) {
    Grid grid;
    for (auto _ : state) {
        grid.evaluatePoints();
        benchmark::DoNotOptimize(grid.maps.back().data());
        benchmark::ClobberMemory();
    }
}
BENCHMARK(BM_GridPoints)->UseRealTime()->Unit(benchmark::kMillisecond);

// ---- The most that this processor core can do ----

using Register [[gnu::vector_size(EIGEN_MAX_STATIC_ALIGN_BYTES)]] = float; // the widest vector register

/// Fused multiply-adds of floats in registers and nothing else. A chain waits for its last result, so there are more
/// chains than a core has results under way (4 or 5 cycles × 2 units); with both operands they fit in 16 registers.
void BM_Peak(benchmark::State& state) {
    constexpr int chains = 12;
    constexpr int rounds = 1024;
    // x ← x/2 + 1 tends to 2: neither overflow nor denormal numbers. The compiler must not know the values, or that all
    // chains have the same.
    Register factor = Register{} + 0.5F;
    Register term = Register{} + 1.0F;
    benchmark::DoNotOptimize(factor);
    benchmark::DoNotOptimize(term);
    Register start[chains] = {};
    for (auto _ : state) {
        benchmark::DoNotOptimize(start);
        [&]<int... c>(std::integer_sequence<int, c...>) {
            Register x[chains] = {start[c]...};
            for (int round = 0; round < rounds; ++round) {
                ((x[c] = x[c] * factor + term), ...);
            }
            ((start[c] = x[c]), ...);
        }
        (std::make_integer_sequence<int, chains>{});
    }
    benchmark::DoNotOptimize(start);
    constexpr double operations = 2.0 * sizeof(Register) / sizeof(float) * chains * rounds;
    state.counters["FLOP/s"] =
        benchmark::Counter(operations * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(BM_Peak)->UseRealTime();

} // namespace
