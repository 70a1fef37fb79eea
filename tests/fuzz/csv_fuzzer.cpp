#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

#include "core/data/csv.h"
#include "core/data/message.h"

namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

/// One whole sentence on one line.
void requireSentence(const std::string& sentence) {
    require(sentence.starts_with("fuzz.csv") && sentence.ends_with('.') && sentence.size() < 200);
    for (const char c : sentence) {
        require(static_cast<unsigned char>(c) >= ' ');
    }
}

/// Whether the text is read as a data set.
bool checkExamples(std::string_view input, std::optional<perceptible::Task> task) {
    using namespace perceptible;
    try {
        const DataSet data = parseCsv(input, "fuzz.csv", task);
        require(!data.empty() && data.size() <= DataSet::maxExamples && data.count(Role::test) == 0);
        require(!task || data.task() == *task);
        const std::string text = toCsv(data);
        require(parseCsv(text, "again.csv", task) == data);
        require(toCsv(parseCsv(text, "again.csv", data.task())) == text);
        return true;
    } catch (const Refusal& refusal) {
        requireSentence(refusal.what());
        return false;
    }
}

bool checkPoints(std::string_view input) {
    using namespace perceptible;
    try {
        std::istringstream stream{std::string(input)};
        const std::vector<Example> points = readPoints(stream, "fuzz.csv");
        require(!points.empty() && points.size() <= DataSet::maxExamples);
        return true;
    } catch (const Refusal& refusal) {
        requireSentence(refusal.what());
        return false;
    }
}

} // namespace

/// Whatever the text, it is refused with one whole sentence, or what it says survives being written and read again;
/// and what is read for one task is read without one, and for its points.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view input{reinterpret_cast<const char*>(bytes), size};
    const bool points = checkPoints(input);
    const bool examples = checkExamples(input, std::nullopt);
    require(points || !examples);
    for (const perceptible::Task task : perceptible::allTasks) {
        require(examples || !checkExamples(input, task));
    }
    return 0;
}
