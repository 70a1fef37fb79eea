#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace perceptible {

/// What an example is used for: the gradients see training examples only.
enum class Role : unsigned char { train, test };

/// What is to be learnt from a data set: one of two classes, one of K classes, or a number.
enum class Task { binary, multiclass, regression };
inline constexpr Task allTasks[] = {Task::binary, Task::multiclass, Task::regression};

/// "binary", "multiclass", "regression": as the command line spells them.
std::string_view nameOf(Task task);

/// One point of the plane and what belongs to it, (x(i), y(i)).
struct Example {
    double x1 = 0;
    double x2 = 0;
    double y = 0; ///< the class 0…K−1, or the real-valued target of a regression
    Role role = Role::train;

    /// The class; of no use in a regression.
    int label() const { return static_cast<int>(y); }

    friend bool operator==(const Example&, const Example&) = default;
};

class DataSet;
using DataSetPtr = std::shared_ptr<const DataSet>;

/// The points a network learns from, in the order in which they were drawn or read. Immutable: an edit makes a new
/// DataSet, so that one can be shared between threads and kept for undo.
class DataSet {
public:
    static constexpr int maxClasses = 10;
    /// A stated limit: what the canvas, the trainer and undo stay quick with.
    static constexpr std::size_t maxExamples = 200'000;
    /// A stated limit of |x1| and |x2| in files: where the float of live training still tells points 0.1 apart.
    static constexpr double maxCoordinate = 1e6;

    /// A stated limit of |y| in a regression: its square is still far from the largest float.
    static constexpr double maxTarget = 1e6;

    DataSet() = default;
    /// `classes` counts in a multiclass task alone, and is clamped to 2…maxClasses there. In the tasks with classes
    /// every y is a whole number below classes().
    explicit DataSet(std::vector<Example> examples, Task task = Task::binary, int classes = 2);

    const std::vector<Example>& examples() const { return examples_; }
    std::size_t size() const { return examples_.size(); }
    bool empty() const { return examples_.empty(); }
    std::size_t count(Role role) const { return role == Role::test ? testCount_ : examples_.size() - testCount_; }

    Task task() const { return task_; }
    /// K: 2 in a binary task, 2…maxClasses in a multiclass task, 0 in a regression.
    int classes() const { return classes_; }

    /// The groups that a choice of examples is shared out over: the K classes, or all the examples of a regression.
    int groups() const { return task_ == Task::regression ? 1 : classes_; }
    /// The group of one of the examples, 0…groups() − 1.
    int groupOf(const Example& example) const { return task_ == Task::regression ? 0 : example.label(); }

    friend bool operator==(const DataSet&, const DataSet&) = default;

private:
    std::vector<Example> examples_;
    std::size_t testCount_ = 0;
    Task task_ = Task::binary;
    int classes_ = 2;
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
