#include "core/session/file_output.h"

#include <sys/stat.h>

#include <thread>

#include "core/data/message.h"
#include "tests/core/session/temporary_folder.h"

namespace perceptible {
namespace {

namespace fs = std::filesystem;

class FileOutput : public InTemporaryFolder {
protected:
    static std::string refusalOf(const fs::path& file, std::string_view text = "new") {
        try {
            writeWhole(file, text);
        } catch (const Refusal& refusal) {
            return refusal.what();
        }
        return {};
    }
    static std::string earlyRefusalOf(const fs::path& file) {
        try {
            checkWritable(file);
        } catch (const Refusal& refusal) {
            return refusal.what();
        }
        return {};
    }
    static std::string sentenceFor(const fs::path& file, const std::string& why) {
        return file.string() + " cannot be written (" + why +
               "); expected a name in a folder that has room and that you may write to.";
    }
};

TEST_F(FileOutput, WritesANewFile) {
    const fs::path file = folder_ / "꽃.json";
    const std::string text(3'000'000, 'x');
    EXPECT_EQ(earlyRefusalOf(file), "");
    EXPECT_EQ(files(), 0);
    writeWhole(file, text);
    EXPECT_EQ(read(file), text);
    EXPECT_EQ(files(), 1);
    writeWhole(file, "");
    EXPECT_EQ(read(file), "");
}

TEST_F(FileOutput, GivesANewFileTheUsualPermissions) {
    writeWhole(folder_ / "new", "new");
    EXPECT_EQ(fs::status(folder_ / "new").permissions(), fs::status(write("usual", "")).permissions());
}

TEST_F(FileOutput, ReplacesAFileAndKeepsItsPermissions) {
    const fs::path file = write("old.json", "a much longer text than the new one");
    for (const auto permissions : {fs::perms::owner_read | fs::perms::owner_write, fs::perms::all,
                                   fs::perms::owner_read | fs::perms::owner_write | fs::perms::others_read}) {
        fs::permissions(file, permissions);
        EXPECT_EQ(earlyRefusalOf(file), "");
        writeWhole(file, "new");
        EXPECT_EQ(read(file), "new");
        EXPECT_EQ(fs::status(file).permissions(), permissions);
    }
    EXPECT_EQ(files(), 1);
}

TEST_F(FileOutput, LeavesTheOldFileToThoseWhoReadIt) {
    const fs::path file = write("old.json", "old");
    std::ifstream reader(file);
    writeWhole(file, "new");
    EXPECT_EQ((std::string{std::istreambuf_iterator<char>(reader), {}}), "old");
}

TEST_F(FileOutput, FollowsSymbolicLinks) {
    fs::create_directory(folder_ / "there");
    const fs::path file = write("there/file", "old");
    fs::create_symlink("there/file", folder_ / "link");
    fs::create_symlink(folder_ / "link", folder_ / "link to link");
    EXPECT_EQ(earlyRefusalOf(folder_ / "link to link"), "");
    writeWhole(folder_ / "link to link", "new");
    EXPECT_TRUE(fs::is_symlink(folder_ / "link to link"));
    EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
    EXPECT_FALSE(fs::is_symlink(file));
    EXPECT_EQ(read(file), "new");
    EXPECT_EQ(files(), 3);
}

TEST_F(FileOutput, WritesWhereALinkLeadsToNothing) {
    fs::create_symlink("none", folder_ / "link");
    writeWhole(folder_ / "link", "new");
    EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
    EXPECT_EQ(read(folder_ / "none"), "new");
}

TEST_F(FileOutput, RefusesLinksInACircle) {
    fs::create_symlink("b", folder_ / "a");
    fs::create_symlink("a", folder_ / "b");
    EXPECT_EQ(refusalOf(folder_ / "a"), sentenceFor(folder_ / "a", "Too many levels of symbolic links"));
    EXPECT_EQ(earlyRefusalOf(folder_ / "a"), refusalOf(folder_ / "a"));
}

TEST_F(FileOutput, RefusesAMissingFolder) {
    const fs::path file = folder_ / "none" / "file.json";
    EXPECT_EQ(refusalOf(file), sentenceFor(file, "No such file or directory"));
    EXPECT_EQ(earlyRefusalOf(file), refusalOf(file));
    EXPECT_EQ(files(), 0);
}

TEST_F(FileOutput, RefusesAFileInPlaceOfAFolder) {
    const fs::path file = write("file", "old") / "file.json";
    EXPECT_EQ(refusalOf(file), sentenceFor(file, "Not a directory"));
    EXPECT_EQ(earlyRefusalOf(file), refusalOf(file));
}

TEST_F(FileOutput, RefusesAFolder) {
    EXPECT_EQ(refusalOf(folder_), folder_.string() + " is a folder; expected the name of a file.");
    EXPECT_EQ(earlyRefusalOf(folder_), refusalOf(folder_));
    EXPECT_EQ(refusalOf(folder_ / ""), (folder_ / "").string() + " is a folder; expected the name of a file.");
    EXPECT_EQ(files(), 0);
}

TEST_F(FileOutput, RefusesNoName) {
    EXPECT_EQ(refusalOf(""), sentenceFor("", "No such file or directory"));
    EXPECT_EQ(earlyRefusalOf(""), refusalOf(""));
    EXPECT_EQ(refusalOf(folder_ / "none" / ""), sentenceFor(folder_ / "none" / "", "No such file or directory"));
}

TEST_F(FileOutput, RefusesANameThatIsTooLong) {
    const fs::path file = folder_ / std::string(300, 'x');
    EXPECT_EQ(refusalOf(file), sentenceFor(file, "File name too long"));
    EXPECT_EQ(earlyRefusalOf(file), refusalOf(file));
    EXPECT_EQ(files(), 0);
}

TEST_F(FileOutput, RefusesWhatMayNotBeWrittenAndLeavesItAlone) {
    const fs::path file = write("read-only", "old");
    fs::permissions(file, fs::perms::owner_read);
    if (std::ofstream(file, std::ios::app).is_open()) {
        GTEST_SKIP() << "this user may write everywhere";
    }
    EXPECT_EQ(refusalOf(file), sentenceFor(file, "Permission denied"));
    EXPECT_EQ(earlyRefusalOf(file), refusalOf(file));
    EXPECT_EQ(read(file), "old");
    fs::permissions(folder_, fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_EQ(refusalOf(folder_ / "new"), sentenceFor(folder_ / "new", "Permission denied"));
    EXPECT_EQ(earlyRefusalOf(folder_ / "new"), refusalOf(folder_ / "new"));
    fs::permissions(folder_, fs::perms::owner_all);
    EXPECT_EQ(files(), 1);
}

TEST_F(FileOutput, RefusesAFullDevice) {
    if (!fs::exists("/dev/full")) {
        GTEST_SKIP() << "there is no such device here";
    }
    EXPECT_EQ(earlyRefusalOf("/dev/full"), "");
    for (const std::size_t size : {1U, 10'000'000U}) {
        EXPECT_EQ(refusalOf("/dev/full", std::string(size, 'x')), sentenceFor("/dev/full", "No space left on device"));
    }
    fs::create_symlink("/dev/full", folder_ / "full");
    EXPECT_EQ(refusalOf(folder_ / "full"), sentenceFor(folder_ / "full", "No space left on device"));
    EXPECT_TRUE(fs::is_character_file("/dev/full"));
    EXPECT_EQ(files(), 1);
}

TEST_F(FileOutput, WritesIntoADeviceOrAPipe) {
    if (fs::exists("/dev/null")) {
        EXPECT_EQ(refusalOf("/dev/null"), "");
        EXPECT_TRUE(fs::is_character_file("/dev/null"));
    }
    const fs::path pipe = folder_ / "pipe";
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(earlyRefusalOf(pipe), "") << "and doesn't wait for a reader";
    std::string received;
    std::thread reader([&] { received = read(pipe); });
    writeWhole(pipe, std::string(300'000, 'x'));
    reader.join();
    EXPECT_EQ(received, std::string(300'000, 'x'));
    EXPECT_TRUE(fs::is_fifo(pipe));
}

TEST_F(FileOutput, WritesIntoWhatAProcessHasOpen) {
    const fs::path file = write("output", "before ");
    std::FILE* const open = std::fopen(file.c_str(), "ab");
    const fs::path name = "/proc/self/fd/" + std::to_string(fileno(open));
    if (fs::exists(name)) {
        writeWhole(name, "new ");
        std::fputs("after", open);
        std::fflush(open);
        EXPECT_EQ(read(file), "before new after");
    }
    std::fclose(open);
    EXPECT_EQ(files(), 1);
}

} // namespace
} // namespace perceptible
