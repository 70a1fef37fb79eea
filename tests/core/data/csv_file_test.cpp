#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <thread>
#include <vector>

#include "core/data/csv.h"
#include "core/data/generators.h"
#include "core/data/message.h"

namespace perceptible {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for each test.
class CsvFile : public testing::Test {
protected:
    void SetUp() override { fs::create_directories(folder_); }
    void TearDown() override { fs::remove_all(folder_); }

    fs::path write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return folder_ / name;
    }

    static std::string refusalOf(const fs::path& file) {
        try {
            readCsv(file, Task::binary, OpenPipes::no);
        } catch (const Refusal& refusal) {
            return refusal.message().english();
        }
        return {};
    }

    const fs::path folder_ =
        fs::temp_directory_path() / ("perceptible-csv-" + std::to_string(getpid()) + "-" +
                                     testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(CsvFile, ReadsWhatWasWritten) {
    const DataSet data = generate({Generator::flower, 10'000, 0.3, 5}); // many blocks long
    EXPECT_EQ(readCsv(write("flower.csv", toCsv(data)), Task::binary, OpenPipes::no), data);
}

TEST_F(CsvFile, ReadsAFileWithAKoreanName) {
    const fs::path file = write("꽃.csv", "1,2,0\n");
    EXPECT_EQ(readCsv(file, Task::binary, OpenPipes::no).size(), 1U);
    write("꽃.csv", "1,2\n");
    EXPECT_EQ(refusalOf(file), "꽃.csv, line 1: expected three columns (x1, x2 and label), but found 2.");
}

TEST_F(CsvFile, RefusesAFolder) {
    EXPECT_EQ(refusalOf(folder_), folder_.string() + " is a folder; expected a CSV file.");
}

TEST_F(CsvFile, RefusesAMissingFile) {
    const fs::path file = folder_ / "none.csv";
    EXPECT_EQ(refusalOf(file), "There is no file " + file.string() + "; expected the name of a CSV file.");
}

TEST_F(CsvFile, RefusesAnEmptyFile) {
    EXPECT_EQ(refusalOf(write("empty.csv", "")),
              "empty.csv has no examples; expected x1, x2 and label on each line, such as 0.5,-1.25,1.");
}

TEST_F(CsvFile, RefusesWhatMayNotBeRead) {
    const fs::path file = write("secret.csv", "1,2,0\n");
    fs::permissions(file, fs::perms::none);
    if (std::ifstream(file).is_open()) {
        GTEST_SKIP() << "this user may read everything";
    }
    EXPECT_EQ(refusalOf(file), file.string() + " cannot be read; expected a CSV file that you may open.");
}

TEST_F(CsvFile, RefusesADeviceWithoutOpeningIt) {
    if (!fs::exists("/dev/zero")) {
        GTEST_SKIP() << "there is no such device here";
    }
    EXPECT_EQ(refusalOf("/dev/zero"), "/dev/zero cannot be read; expected a CSV file that you may open.");
}

/// A pipe in the folder, into which `text` is written as soon as somebody reads.
class CsvPipe : public CsvFile {
protected:
    fs::path pipeWith(const std::string& text) {
        const fs::path pipe = folder_ / "pipe";
        if (mkfifo(pipe.c_str(), 0600) != 0) {
            return {};
        }
        writer_ = std::jthread([pipe, text] { std::ofstream(pipe, std::ios::binary) << text; });
        return pipe;
    }

private:
    std::jthread writer_;
};

TEST_F(CsvPipe, IsReadWhereThatIsAllowed) {
    const DataSet data = generate({Generator::flower, 10'000, 0.3, 5}); // more than a pipe holds
    EXPECT_EQ(readCsv(pipeWith(toCsv(data)), std::nullopt, OpenPipes::yes), data);
}

TEST_F(CsvPipe, GivesPoints) { EXPECT_EQ(readPoints(pipeWith("1,2\n3,4\n")), (std::vector<Example>{{1, 2}, {3, 4}})); }

TEST_F(CsvPipe, HasItsWholeNameInARefusal) {
    const fs::path pipe = pipeWith("1,2\n");
    try {
        readCsv(pipe, std::nullopt, OpenPipes::yes);
        FAIL() << "was read";
    } catch (const Refusal& refusal) {
        EXPECT_EQ(refusal.message().english(),
                  pipe.string() + ", line 1: expected three columns (x1, x2 and label), but found 2.");
    }
}

TEST_F(CsvFile, RefusesAPipeWithoutOpeningIt) {
    const fs::path pipe = folder_ / "pipe";
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(refusalOf(pipe), pipe.string() + " cannot be read; expected a CSV file that you may open.");
}

TEST_F(CsvFile, RefusesAnEndlessDeviceAfterItsFirstBlock) {
    if (!fs::exists("/dev/zero")) {
        GTEST_SKIP() << "there is no such device here";
    }
    try {
        readCsv("/dev/zero", std::nullopt, OpenPipes::yes);
        FAIL() << "was read";
    } catch (const Refusal& refusal) {
        EXPECT_TRUE(refusal.message().english().starts_with("/dev/zero, line 1: this is not text"));
    }
}

TEST_F(CsvFile, RefusesTenMillionLines) {
    std::string block;
    for (int i = 0; i < 10'000; ++i) {
        block += "1,2,0\n";
    }
    std::ofstream stream(folder_ / "huge.csv", std::ios::binary);
    for (int i = 0; i < 1'000; ++i) {
        stream << block;
    }
    stream.close();
    EXPECT_EQ(refusalOf(folder_ / "huge.csv"), "huge.csv, line 200001: one example too many; expected at most 200000.");
}

/// The same text again and again, for ever; counts what was taken of it.
class Endless : public std::streambuf {
public:
    Endless(std::string beginning, std::string repeated)
        : text_(std::move(beginning))
        , repeated_(std::move(repeated)) {
        setg(text_.data(), text_.data(), text_.data() + text_.size());
    }
    std::size_t taken() const { return taken_; }

protected:
    int_type underflow() override {
        taken_ += text_.size();
        text_ = repeated_;
        setg(text_.data(), text_.data(), text_.data() + text_.size());
        return traits_type::to_int_type(text_.front());
    }

private:
    std::string text_;
    std::string repeated_;
    std::size_t taken_ = 0;
};

/// Reads an endless text: that this returns shows that neither time nor memory depends on what lies beyond a limit.
std::string refusalOfEndless(const std::string& beginning, const std::string& repeated, std::size_t mostTaken) {
    Endless buffer(beginning, repeated);
    std::istream stream(&buffer);
    std::string refusal;
    try {
        readCsv(stream, "endless.csv", Task::binary);
    } catch (const Refusal& caught) {
        refusal = caught.message().english();
    }
    EXPECT_LE(buffer.taken(), mostTaken);
    return refusal;
}

constexpr std::size_t kAFewBlocks = 300'000;

TEST(EndlessCsv, StopsAtTheLimitOfExamples) {
    EXPECT_EQ(refusalOfEndless("x1,x2,label\n", "1,2,0\n", 6 * DataSet::maxExamples + kAFewBlocks),
              "endless.csv, line 200002: one example too many; expected at most 200000.");
}

TEST(EndlessCsv, StopsInALineWithoutEnd) {
    EXPECT_EQ(refusalOfEndless("1,2,0\n", "12345,", kAFewBlocks),
              "endless.csv, line 2: no example within 65536 characters; expected x1, x2 and label on each line.");
}

TEST(EndlessCsv, StopsInBlankLinesWithoutEnd) {
    EXPECT_NE(refusalOfEndless("1,2,0\n", "   \n", kAFewBlocks).find("no example within 65536 characters"),
              std::string::npos);
}

TEST(EndlessCsv, StopsAfterAQuotationMarkThatIsNeverClosed) {
    EXPECT_EQ(refusalOfEndless("1,2,0\n1,\"2,0\n", "3,4,1\n", kAFewBlocks),
              "endless.csv, line 2: a quotation mark has no partner; expected one before and one after a value.");
}

/// A disk that fails.
class Failing : public std::streambuf {
protected:
    int_type underflow() override { throw std::runtime_error("input/output error"); }
};

TEST(CsvStream, RefusesWhatFailsWhileItIsRead) {
    Failing buffer;
    std::istream stream(&buffer);
    try {
        readCsv(stream, "broken.csv", Task::binary);
        FAIL() << "was read";
    } catch (const Refusal& refusal) {
        EXPECT_STREQ(refusal.what(), "broken.csv cannot be read; expected a CSV file that you may open.");
    }
}

} // namespace
} // namespace perceptible
