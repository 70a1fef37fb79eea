#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace perceptible {

/// What an example is used for: the gradients see training examples only.
enum class Role : unsigned char { train, test };

/// One labelled point of the plane.
struct Example {
    double x1 = 0;
    double x2 = 0;
    int label = 0; ///< class 0…K−1
    Role role = Role::train;

    friend bool operator==(const Example&, const Example&) = default;
};

class DataSet;
using DataSetPtr = std::shared_ptr<const DataSet>;

/// The points a network learns from, in the order in which they were drawn or read. Immutable: an edit makes a new
/// DataSet, so that one can be shared between threads and kept for undo.
class DataSet {
public:
    static constexpr int classes = 2;
    /// A stated limit: what the canvas, the trainer and undo stay quick with.
    static constexpr std::size_t maxExamples = 200'000;
    /// A stated limit of |x1| and |x2| in files: where the float of live training still tells points 0.1 apart.
    static constexpr double maxCoordinate = 1e6;

    DataSet() = default;
    explicit DataSet(std::vector<Example> examples);

    const std::vector<Example>& examples() const { return examples_; }
    std::size_t size() const { return examples_.size(); }
    bool empty() const { return examples_.empty(); }
    std::size_t count(Role role) const { return role == Role::test ? testCount_ : examples_.size() - testCount_; }

    friend bool operator==(const DataSet& a, const DataSet& b) { return a.examples_ == b.examples_; }

private:
    std::vector<Example> examples_;
    std::size_t testCount_ = 0;
};

/// A rectangle of the input plane.
struct Region {
    double x1Min = -6;
    double x1Max = 6;
    double x2Min = -6;
    double x2Max = 6;

    double width() const { return x1Max - x1Min; }
    double height() const { return x2Max - x2Min; }
    friend bool operator==(const Region&, const Region&) = default;
};

/// The square that shows every point: [−6, 6]² while the points fit there, else their bounding square and a margin
/// of 8 %; never so small that single precision couldn't tell its pixels apart.
Region viewOf(const DataSet& data);

} // namespace perceptible
