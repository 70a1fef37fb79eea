#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "core/data/csv.h"
#include "core/data/message.h"

namespace perceptible {
namespace {

using namespace std::string_literals;

/// The sentence with which the text is refused; empty when it is accepted.
std::string refusalOf(std::string_view text) {
    try {
        parseCsv(text, "points.csv", Task::binary);
    } catch (const Refusal& refusal) {
        return refusal.message().english();
    }
    return {};
}

struct BadText {
    const char* name;
    std::string text;
    const char* sentence;
};

std::ostream& operator<<(std::ostream& stream, const BadText& bad) { return stream << bad.name; }

class CsvRefusal : public testing::TestWithParam<BadText> {};

TEST_P(CsvRefusal, NamesFileLineAndWhatWasExpected) { EXPECT_EQ(refusalOf(GetParam().text), GetParam().sentence); }

const BadText badTexts[] = {
    {"missing column", "x1,x2,label\n1,2,0\n\n3,4\n",
     "points.csv, line 4: expected three columns (x1, x2 and label), but found 2."},
    {"extra column", "1,2,0\n3,4,1,5\n", "points.csv, line 2: expected three columns (x1, x2 and label), but found 4."},
    {"trailing separator", "1,2,0,\n", "points.csv, line 1: expected three columns (x1, x2 and label), but found 4."},
    {"header without a label", "x1,x2\n1,2\n",
     "points.csv, line 1: expected three columns (x1, x2 and label), but found 2."},
    {"x1 without x2", "id,x1,label\n7,1,0\n", "points.csv, line 1: there is a column x1, but none named x2."},
    {"x1 twice", "x1,x1,label\n1,2,0\n", "points.csv, line 1: two columns are named x1; expected one."},
    {"two labels", "x1,label,Label\n1,0,0\n", "points.csv, line 1: two columns are named label; expected one."},
    {"another separator further down", "1;2;0\n1,2,0\n",
     "points.csv, line 2: expected three columns (x1, x2 and label), but found 1."},
    {"text in x1", "x1,x2,label\n1,2,0\nabc,4,1\n",
     "points.csv, line 3: x1 is “abc”; expected a number with a decimal point, such as -1.25."},
    {"text in x2 of the first line", "1,abc,0\n",
     "points.csv, line 1: x2 is “abc”; expected a number with a decimal point, such as -1.25."},
    {"a second header", "x1,x2,label\nx1,x2,label\n",
     "points.csv, line 2: x1 is “x1”; expected a number with a decimal point, such as -1.25."},
    {"a number and more", "1,2 cm,0\n",
     "points.csv, line 1: x2 is “2 cm”; expected a number with a decimal point, such as -1.25."},
    {"an empty field", "1,2,0\n1,,0\n",
     "points.csv, line 2: x2 is “”; expected a number with a decimal point, such as -1.25."},
    {"nothing but separators", "1,2,0\n,,\n",
     "points.csv, line 2: x1 is “”; expected a number with a decimal point, such as -1.25."},
    {"two signs", "1,+-2,0\n",
     "points.csv, line 1: x2 is “+-2”; expected a number with a decimal point, such as -1.25."},
    {"hexadecimal", "0x10,2,0\n",
     "points.csv, line 1: x1 is “0x10”; expected a number with a decimal point, such as -1.25."},
    {"decimal comma", "x1;x2;label\n1,5;2,5;0\n",
     "points.csv, line 2: x1 is “1,5”; expected a number with a decimal point, such as -1.25."},
    {"decimal comma throughout, without a header", "1,5\t2,5\t1,0\n",
     "points.csv, line 1: x1 is “1,5”; expected a number with a decimal point, such as -1.25."},
    {"decimal comma between commas", "1,5,2,5,0\n",
     "points.csv, line 1: expected three columns (x1, x2 and label), but found 5."},
    {"NaN", "1,2,0\nnan,1,0\n", "points.csv, line 2: x1 is “nan”; expected a number from -1000000 to 1000000."},
    {"NaN in the first line", "NaN,NaN,NaN\n",
     "points.csv, line 1: x1 is “NaN”; expected a number from -1000000 to 1000000."},
    {"infinity", "1,-inf,0\n", "points.csv, line 1: x2 is “-inf”; expected a number from -1000000 to 1000000."},
    {"too large", "1,1000000.5,0\n",
     "points.csv, line 1: x2 is “1000000.5”; expected a number from -1000000 to 1000000."},
    {"too large for a double", "-1e999,1,0\n",
     "points.csv, line 1: x1 is “-1e999”; expected a number from -1000000 to 1000000."},
    {"label 2", "1,2,0\n1,2,2\n", "points.csv, line 2: label is “2”; expected 0 or 1."},
    {"label -1", "1,2,-1\n", "points.csv, line 1: label is “-1”; expected 0 or 1."},
    {"label 0.5", "1,2,0.5\n", "points.csv, line 1: label is “0.5”; expected 0 or 1."},
    {"label NaN", "1,2,nan\n", "points.csv, line 1: label is “nan”; expected 0 or 1."},
    {"a word as label", "1,2,cat\n", "points.csv, line 1: label is “cat”; expected 0 or 1."},
    {"unclosed quotation mark", "1,2,0\n\n\"1,2,0\n3,4,1\n",
     "points.csv, line 3: a quotation mark has no partner; expected one before and one after a value."},
    {"unclosed quotation mark, closed by the next one", "1,\"2,0\n1,\"2\",0\n",
     "points.csv, line 1: a quotation mark has no partner; expected one before and one after a value."},
    {"a quotation mark inside a value", "1,2,0\n1\"2,3,0\n",
     "points.csv, line 2: a quotation mark has no partner; expected one before and one after a value."},
    {"empty", "", "points.csv has no examples; expected x1, x2 and label on each line, such as 0.5,-1.25,1."},
    {"blank", "\n \t \r\n\n",
     "points.csv has no examples; expected x1, x2 and label on each line, such as 0.5,-1.25,1."},
    {"only a byte order mark", "\xEF\xBB\xBF",
     "points.csv has no examples; expected x1, x2 and label on each line, such as 0.5,-1.25,1."},
    {"only a header", "x1,x2,label\n",
     "points.csv has no examples; expected x1, x2 and label on each line, such as 0.5,-1.25,1."},
    {"a picture", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s,
     "points.csv, line 2: this is not text; expected a CSV file in UTF-8 with x1, x2 and label on each line."},
    {"UTF-16",
     "\xFF\xFE"
     "1\0,\0002\0,\0000\0\n\0"s,
     "points.csv, line 1: this is not text; expected a CSV file in UTF-8 with x1, x2 and label on each line."},
    {"a zero byte further down", "1,2,0\n1,\0002,0\n"s,
     "points.csv, line 2: this is not text; expected a CSV file in UTF-8 with x1, x2 and label on each line."},
    {"quoted line ends before the bad line", "\"x\n1\",\"x\r\n2\",\"la\rbel\"\n1,2,0\nbad,2,0\n",
     "points.csv, line 6: x1 is “bad”; expected a number with a decimal point, such as -1.25."},
    {"a quoted line end in a number", "1,2,0\r\n1,\"2\n3\",0\r\n",
     "points.csv, line 2: x2 is “2 3”; expected a number with a decimal point, such as -1.25."},
    {"carriage returns alone", "1,2,0\r1,2,0\r\rbad,2,0\r",
     "points.csv, line 4: x1 is “bad”; expected a number with a decimal point, such as -1.25."},
    {"a long field, cut before a whole character", "1,2,가나다라마바사아자차카타파하\n",
     "points.csv, line 1: label is “가나다라마바사아…”; expected 0 or 1."},
};
INSTANTIATE_TEST_SUITE_P(EachBadText, CsvRefusal, testing::ValuesIn(badTexts));

TEST(CsvRefusal, StatesTheLimitOfExamples) {
    std::string text = "x1,x2,label\n";
    for (std::size_t i = 0; i <= DataSet::maxExamples; ++i) {
        text += "1,2,0\n";
    }
    EXPECT_EQ(refusalOf(text), "points.csv, line 200002: one example too many; expected at most 200000.");
}

} // namespace
} // namespace perceptible
