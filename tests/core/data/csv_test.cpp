#include "core/data/csv.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <cstdint>

namespace perceptible {
namespace {

const DataSet kTwoPoints({{0.5, -1.25, 1}, {3, 4, 0}});

DataSet parse(std::string_view text) { return parseCsv(text, "points.csv", Task::binary); }

TEST(Csv, ReadsWithAndWithoutHeader) {
    EXPECT_EQ(parse("x1,x2,label\n0.5,-1.25,1\n3,4,0\n"), kTwoPoints);
    EXPECT_EQ(parse("0.5,-1.25,1\n3,4,0\n"), kTwoPoints);
    EXPECT_EQ(parse("0.5,-1.25,1\n3,4,0"), kTwoPoints);
}

TEST(Csv, DetectsTheSeparator) {
    EXPECT_EQ(parse("0.5;-1.25;1\n3;4;0\n"), kTwoPoints);
    EXPECT_EQ(parse("0.5\t-1.25\t1\n3\t4\t0\n"), kTwoPoints);
    EXPECT_EQ(parse("\"x1, in cm\";\"x2, in cm\";label\n0.5;-1.25;1\n3;4;0\n"), kTwoPoints);
    EXPECT_EQ(parse("\"x1; in cm\",\"x2\tin cm\",label\n0.5,-1.25,1\n3,4,0\n"), kTwoPoints);
}

TEST(Csv, ReadsEveryLineEndAndSkipsTheByteOrderMarkAndBlankLines) {
    EXPECT_EQ(parse("\xEF\xBB\xBFx1,x2,label\r\n0.5,-1.25,1\r\n3,4,0\r\n"), kTwoPoints);
    EXPECT_EQ(parse("\xEF\xBB\xBF"
                    "0.5,-1.25,1\r3,4,0\r"),
              kTwoPoints);
    EXPECT_EQ(parse("\n\n  \t\n0.5,-1.25,1\n\n\r\n3,4,0\n   \n\n"), kTwoPoints);
}

TEST(Csv, ReadsQuotesSpacesAndEveryWayToWriteANumber) {
    EXPECT_EQ(parse("\"0.5\",\"-1.25\",\"1\"\n\" 3 \",\"4\",\"0\"\n"), kTwoPoints);
    EXPECT_EQ(parse("  0.5 , -1.25 ,  1 \n3,  4,0\n"), kTwoPoints);
    EXPECT_EQ(parse("+.5,-125e-2,1.0\n3.,4.000E+00,0e0\n"), kTwoPoints);
}

TEST(Csv, TakesColumnsByTheNamesInTheHeader) {
    EXPECT_EQ(parse("label,x1,x2\n1,0.5,-1.25\n0,3,4\n"), kTwoPoints);
    EXPECT_EQ(parse("X2;\"LABEL\"; x1 \n-1.25;1;0.5\n4;0;3\n"), kTwoPoints);
}

TEST(Csv, FillsThePlacesOfUnknownNamesInOrder) {
    EXPECT_EQ(parse("width,height,kind\n0.5,-1.25,1\n3,4,0\n"), kTwoPoints);
    EXPECT_EQ(parse("label,width,height\n1,0.5,-1.25\n0,3,4\n"), kTwoPoints);
    EXPECT_EQ(parse("y,x1,x2\n1,0.5,-1.25\n0,3,4\n"), kTwoPoints);
    EXPECT_EQ(parse("키,무게,종류\n0.5,-1.25,1\n3,4,0\n"), kTwoPoints);
}

TEST(Csv, ReadsAHeaderThatRunsOverSeveralLines) {
    EXPECT_EQ(parse("\"x1\n(cm)\",\"x2\r\n(\"\"cm\"\")\",label\n0.5,-1.25,1\n3,4,0\n"), kTwoPoints);
}

TEST(Csv, AcceptsOneClassAndEqualPoints) {
    EXPECT_EQ(parse("1,2,1\n1,2,1\n1,2,1\n").size(), 3U);
    EXPECT_EQ(parse("7,7,0").size(), 1U);
}

TEST(Csv, AcceptsTheLimits) {
    const DataSet data = parse("1000000,-1000000,0\n1e6,-1e6,1\n");
    EXPECT_EQ(data.examples()[1].x1, DataSet::maxCoordinate);
    std::string text;
    for (std::size_t i = 0; i < DataSet::maxExamples; ++i) {
        text += "1,2,0\n";
    }
    EXPECT_EQ(parse(text + "\n  \n").size(), DataSet::maxExamples);
}

TEST(Csv, WritesShortNumbersUnderAHeader) {
    EXPECT_EQ(toCsv(DataSet({{0.1, -0.0, 1, Role::test}, {1e-7, 123456, 0}})),
              "x1,x2,label\n0.1,-0,1\n1e-07,123456,0\n");
    EXPECT_EQ(toCsv(DataSet()), "x1,x2,label\n");
    EXPECT_EQ(toCsv(DataSet({{1, 2, 9}, {3, 4, 0}}, Task::multiclass, 10)), "x1,x2,label\n1,2,9\n3,4,0\n");
    EXPECT_EQ(toCsv(DataSet({{1, 2, 0.1}, {3, 4, -1e-7}, {5, 6, 3}}, Task::regression)),
              "x1,x2,label\n1,2,0.1\n3,4,-1e-07\n5,6,3\n");
}

/// Any double of a size below 2¹⁹, each exponent as likely as the other: zeros and subnormal numbers too.
double anyCoordinate() {
    constexpr std::uint64_t mantissa = (1ULL << 52U) - 1;
    const auto exponent = static_cast<std::uint64_t>(*rc::gen::inRange(0, 1023 + 19));
    const auto sign = static_cast<std::uint64_t>(*rc::gen::inRange(0, 2));
    const std::uint64_t bits = *rc::gen::arbitrary<std::uint64_t>();
    const double value = std::bit_cast<double>(sign << 63U | exponent << 52U | (bits * 0x9E3779B97F4A7C15U & mantissa));
    return value;
}

/// Of a task with classes, the last class is among the labels.
DataSet anyDataSet(Task task) {
    const int classes = DataSet({}, task, *rc::gen::inRange(2, DataSet::maxClasses + 1)).classes();
    std::vector<Example> examples;
    const int count = *rc::gen::inRange(1, 50);
    for (int i = 0; i < count; ++i) {
        const double y = classes > 0 ? *rc::gen::inRange(0, classes) : anyCoordinate();
        examples.push_back({anyCoordinate(), anyCoordinate(), y});
    }
    if (classes > 0) {
        examples.front().y = classes - 1;
    }
    return DataSet(examples, task, classes);
}

bool areSameBits(double a, double b) { return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b); }

RC_GTEST_PROP(Csv, ReadsBackWhatItWroteBitForBit, ()) {
    for (const Task task : allTasks) {
        const DataSet data = anyDataSet(task);
        const DataSet again = parseCsv(toCsv(data), "points.csv", task);
        RC_ASSERT(again.task() == task);
        RC_ASSERT(again.classes() == data.classes());
        RC_ASSERT(again.size() == data.size());
        for (std::size_t i = 0; i < data.size(); ++i) {
            RC_ASSERT(areSameBits(again.examples()[i].x1, data.examples()[i].x1));
            RC_ASSERT(areSameBits(again.examples()[i].x2, data.examples()[i].x2));
            RC_ASSERT(areSameBits(again.examples()[i].y, data.examples()[i].y));
        }
    }
}

} // namespace
} // namespace perceptible
