#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "core/data/csv.h"
#include "core/data/message.h"

namespace perceptible {
namespace {

std::string textWith(const std::vector<std::string>& labels) {
    std::string text = "x1,x2,label\n";
    for (const std::string& label : labels) {
        text += "1.5,-2," + label + "\n";
    }
    return text;
}

struct Labels {
    const char* name;
    std::vector<std::string> written;
    Task task;
    int classes;
};

std::ostream& operator<<(std::ostream& stream, const Labels& labels) { return stream << labels.name; }

class CsvTask : public testing::TestWithParam<Labels> {};

TEST_P(CsvTask, IsFoundFromTheLabels) {
    const DataSet data = parseCsv(textWith(GetParam().written), "points.csv", std::nullopt);
    EXPECT_EQ(data.task(), GetParam().task);
    EXPECT_EQ(data.classes(), GetParam().classes);
    ASSERT_EQ(data.size(), GetParam().written.size());
    for (std::size_t i = 0; i < data.size(); ++i) {
        EXPECT_EQ(data.examples()[i].y, std::stod(GetParam().written[i]));
    }
    // The same when the task is told.
    EXPECT_EQ(parseCsv(textWith(GetParam().written), "points.csv", data.task()), data);
}

const Labels tables[] = {
    {"zeros and ones", {"0", "1", "1"}, Task::binary, 2},
    {"only zeros", {"0", "0"}, Task::binary, 2},
    {"only ones", {"1"}, Task::binary, 2},
    {"whole numbers written as decimals", {"1.0", "0e0", "-0"}, Task::binary, 2},
    {"three classes", {"0", "2", "1"}, Task::multiclass, 3},
    {"a class without examples", {"0", "4"}, Task::multiclass, 5},
    {"all classes", {"9", "0"}, Task::multiclass, 10},
    {"ten", {"0", "1", "10"}, Task::regression, 0},
    {"a negative number", {"0", "-1"}, Task::regression, 0},
    {"a fraction", {"0", "1", "0.5"}, Task::regression, 0},
    {"the limits", {"1e6", "-1000000"}, Task::regression, 0},
};
INSTANTIATE_TEST_SUITE_P(EachTable, CsvTask, testing::ValuesIn(tables));

TEST(CsvTasks, TakeWholeNumbersAsToldAndNotAsFound) {
    const std::string text = textWith({"0", "1"});
    EXPECT_EQ(parseCsv(text, "points.csv", Task::multiclass), DataSet({{1.5, -2, 0}, {1.5, -2, 1}}, Task::multiclass));
    EXPECT_EQ(parseCsv(text, "points.csv", Task::regression), DataSet({{1.5, -2, 0}, {1.5, -2, 1}}, Task::regression));
    EXPECT_EQ(parseCsv(textWith({"0"}), "points.csv", Task::multiclass).classes(), 2);
    EXPECT_EQ(parseCsv(textWith({"7"}), "points.csv", Task::multiclass).classes(), 8);
}

RC_GTEST_PROP(CsvTasks, AreFoundAgainFromWhatWasWritten, ()) {
    const int largest = *rc::gen::inRange(0, DataSet::maxClasses);
    std::vector<std::string> labels{std::to_string(largest)};
    for (int i = *rc::gen::inRange(0, 20); i > 0; --i) {
        labels.push_back(std::to_string(*rc::gen::inRange(0, largest + 1)));
    }
    const DataSet data = parseCsv(textWith(labels), "points.csv", std::nullopt);
    RC_ASSERT(data.task() == (largest <= 1 ? Task::binary : Task::multiclass));
    RC_ASSERT(parseCsv(toCsv(data), "points.csv", std::nullopt) == data);
}

struct BadLabel {
    const char* label;
    std::optional<Task> task;
    const char* sentence;
};

class CsvLabelRefusal : public testing::TestWithParam<BadLabel> {};

TEST_P(CsvLabelRefusal, SaysWhatTheTaskExpects) {
    try {
        parseCsv(textWith({"1", GetParam().label}), "points.csv", GetParam().task);
        FAIL() << GetParam().label << " was accepted";
    } catch (const Refusal& refusal) {
        EXPECT_STREQ(refusal.what(), GetParam().sentence);
    }
}

const BadLabel badLabels[] = {
    {"2", Task::binary, "points.csv, line 3: label is “2”; expected 0 or 1."},
    {"10", Task::multiclass, "points.csv, line 3: label is “10”; expected a class from 0 to 9."},
    {"-1", Task::multiclass, "points.csv, line 3: label is “-1”; expected a class from 0 to 9."},
    {"1.5", Task::multiclass, "points.csv, line 3: label is “1.5”; expected a class from 0 to 9."},
    {"nan", Task::multiclass, "points.csv, line 3: label is “nan”; expected a class from 0 to 9."},
    {"", Task::multiclass, "points.csv, line 3: label is “”; expected a class from 0 to 9."},
    {"cat", Task::regression,
     "points.csv, line 3: label is “cat”; expected a number with a decimal point, such as -1.25."},
    {"-1000000.5", Task::regression,
     "points.csv, line 3: label is “-1000000.5”; expected a number from -1000000 to 1000000."},
    {"inf", Task::regression, "points.csv, line 3: label is “inf”; expected a number from -1000000 to 1000000."},
    {"cat", std::nullopt, "points.csv, line 3: label is “cat”; expected a class from 0 to 9 or a number."},
    {"", std::nullopt, "points.csv, line 3: label is “”; expected a class from 0 to 9 or a number."},
    {"nan", std::nullopt, "points.csv, line 3: label is “nan”; expected a number from -1000000 to 1000000."},
    {"1e7", std::nullopt, "points.csv, line 3: label is “1e7”; expected a number from -1000000 to 1000000."},
};
INSTANTIATE_TEST_SUITE_P(EachBadLabel, CsvLabelRefusal, testing::ValuesIn(badLabels));

} // namespace
} // namespace perceptible
