#include "core/data/message.h"
#include "core/data/random.h"
#include "core/session/file_output.h"
#include "core/session/session.h"
#include "tests/core/session/session_bits.h"
#include "tests/core/session/small_session.h"
#include "tests/core/session/temporary_folder.h"

namespace perceptible {
namespace {

namespace fs = std::filesystem;

class SessionFile : public InTemporaryFolder {
protected:
    static std::string refusalOf(const fs::path& file) {
        try {
            readSession(file);
        } catch (const Refusal& refusal) {
            return refusal.what();
        }
        return {};
    }
};

TEST_F(SessionFile, ReadsWhatWasWritten) {
    const Session session = parseSession(smallText(), "small.json");
    writeWhole(folder_ / "세션.json", toJson(session));
    EXPECT_TRUE(same(readSession(folder_ / "세션.json"), session));
}

/// The largest data set and the largest network there can be, in numbers of many digits.
TEST_F(SessionFile, CanBeTheLargestThereIs) {
    Session session;
    Random random(1);
    std::vector<Example> examples(DataSet::maxExamples);
    for (Example& example : examples) {
        example = {-1e-300 * random.uniform(), -1e-300 * random.uniform(), -1e-300 * random.uniform(), Role::test};
    }
    session.data = std::make_shared<const DataSet>(std::move(examples), Task::regression);
    Hyperparameters& h = session.hyperparameters;
    h.hiddenLayers.assign(Hyperparameters::maxHiddenLayers, {Hyperparameters::maxUnits});
    h.features.assign(std::begin(allFeatures), std::end(allFeatures));
    h.optimizer.kind = Optimizer::Kind::adam;
    auto& [iteration, parameters, optimizer, batches, inputs] = session.state;
    parameters = Parameters<double>(h.architecture(Task::regression).units);
    parameters.values() = parameters.values().unaryExpr([&](double) { return -1e-300 * random.uniform(); });
    optimizer = {h.optimizer, parameters.values().size()};
    optimizer.v = parameters.values();
    optimizer.s = -parameters.values();
    inputs.features = h.features;
    writeWhole(folder_ / "largest.json", toJson(session));
    EXPECT_LT(fs::file_size(folder_ / "largest.json"), 33'333'333U) << "three times that can be read";
    EXPECT_TRUE(same(readSession(folder_ / "largest.json"), session));
}

TEST_F(SessionFile, NamesTheFileThatIsRefused) {
    EXPECT_EQ(refusalOf(write("꽃.json", "{\n1")), "꽃.json, line 2, column 1: found “1”; expected \"…\" | }.");
    EXPECT_EQ(refusalOf(write("empty.json", "")), "empty.json, line 1, column 1: the text ends here; expected {.");
}

TEST_F(SessionFile, RefusesAFolder) {
    EXPECT_EQ(refusalOf(folder_), folder_.string() + " is a folder; expected a session file.");
}

TEST_F(SessionFile, RefusesAMissingFile) {
    const fs::path file = folder_ / "none.json";
    EXPECT_EQ(refusalOf(file), "There is no file " + file.string() + "; expected the name of a session file.");
}

TEST_F(SessionFile, RefusesWhatMayNotBeRead) {
    const fs::path file = write("secret.json", smallText());
    fs::permissions(file, fs::perms::none);
    if (std::ifstream(file).is_open()) {
        GTEST_SKIP() << "this user may read everything";
    }
    EXPECT_EQ(refusalOf(file), file.string() + " cannot be read; expected a session file that you may open.");
}

TEST_F(SessionFile, RefusesADeviceWithoutOpeningIt) {
    if (!fs::exists("/dev/zero")) {
        GTEST_SKIP() << "there is no such device here";
    }
    EXPECT_EQ(refusalOf("/dev/zero"), "/dev/zero cannot be read; expected a session file that you may open.");
}

TEST_F(SessionFile, RefusesAHugeFile) {
    std::ofstream(folder_ / "huge.json");
    fs::resize_file(folder_ / "huge.json", 10'000'000'000); // takes no room on the disk
    EXPECT_EQ(refusalOf(folder_ / "huge.json"), "huge.json is too large; expected at most 100000000 bytes.");
}

} // namespace
} // namespace perceptible
