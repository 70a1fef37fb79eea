#include <gtest/gtest.h>

#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "core/data/csv.h"
#include "core/data/message.h"

namespace perceptible {
namespace {

std::vector<Example> pointsIn(const std::string& text) {
    std::istringstream stream(text);
    return readPoints(stream, "points.csv");
}

const std::vector<Example> kTwoPoints{{0.5, -1.25}, {3, 4}};

TEST(CsvPoints, AreReadFromTwoColumns) {
    EXPECT_EQ(pointsIn("0.5,-1.25\n3,4\n"), kTwoPoints);
    EXPECT_EQ(pointsIn("x1;x2\r\n0.5;-1.25\r\n3;4\r\n"), kTwoPoints);
    EXPECT_EQ(pointsIn("x2\tx1\n-1.25\t0.5\n4\t3"), kTwoPoints);
    EXPECT_EQ(pointsIn("width,height\n0.5,-1.25\n3,4\n"), kTwoPoints);
}

TEST(CsvPoints, AreReadFromThreeColumnsWhateverTheLabel) {
    EXPECT_EQ(pointsIn("0.5,-1.25,1\n3,4,0\n"), kTwoPoints);
    EXPECT_EQ(pointsIn("x1,x2,label\n0.5,-1.25,cat\n3,4,\n"), kTwoPoints);
    EXPECT_EQ(pointsIn("label,x2,x1\nnan,-1.25,0.5\n1e999,4,3\n"), kTwoPoints);
}

struct BadText {
    const char* name;
    const char* text;
    const char* sentence;
};

std::ostream& operator<<(std::ostream& stream, const BadText& bad) { return stream << bad.name; }

class CsvPointsRefusal : public testing::TestWithParam<BadText> {};

TEST_P(CsvPointsRefusal, NamesFileLineAndWhatWasExpected) {
    try {
        pointsIn(GetParam().text);
        FAIL() << "was accepted";
    } catch (const Refusal& refusal) {
        EXPECT_STREQ(refusal.what(), GetParam().sentence);
    }
}

const BadText badTexts[] = {
    {"one column", "1\n", "points.csv, line 1: expected two or three columns (x1, x2 and maybe label), but found 1."},
    {"four columns", "1,2,3,4\n",
     "points.csv, line 1: expected two or three columns (x1, x2 and maybe label), but found 4."},
    {"three columns below two", "1,2\n3,4\n5,6,1\n",
     "points.csv, line 3: expected two columns (x1 and x2), but found 3."},
    {"two columns below three", "x1,x2,label\n5,6\n",
     "points.csv, line 2: expected three columns (x1, x2 and label), but found 2."},
    {"a label and one coordinate", "x1,label\n1,0\n",
     "points.csv, line 1: one of the two columns is the label; expected x1 and x2."},
    {"text in x2", "1,2\n1,two\n",
     "points.csv, line 2: x2 is “two”; expected a number with a decimal point, such as -1.25."},
    {"too large", "1000001,2,cat\n",
     "points.csv, line 1: x1 is “1000001”; expected a number from -1000000 to 1000000."},
    {"only a header", "x1,x2\n", "points.csv has no points; expected x1 and x2 on each line, such as 0.5,-1.25."},
    {"empty", "", "points.csv has no points; expected x1 and x2 on each line, such as 0.5,-1.25."},
};
INSTANTIATE_TEST_SUITE_P(EachBadText, CsvPointsRefusal, testing::ValuesIn(badTexts));

TEST(CsvPoints, StopAtTheLimitOfExamples) {
    std::string text;
    for (std::size_t i = 0; i <= DataSet::maxExamples; ++i) {
        text += "1,2\n";
    }
    EXPECT_THROW(pointsIn(text), Refusal);
}

} // namespace
} // namespace perceptible
