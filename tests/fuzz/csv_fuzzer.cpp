#include <cstddef>
#include <cstdint>
#include <cstdlib>
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

} // namespace

/// Whatever the text, it is refused with one whole sentence, or what it says survives being written and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace perceptible;
    try {
        const DataSet data = parseCsv({reinterpret_cast<const char*>(bytes), size}, "fuzz.csv");
        require(!data.empty() && data.size() <= DataSet::maxExamples && data.count(Role::test) == 0);
        const std::string text = toCsv(data);
        require(parseCsv(text, "again.csv") == data);
        require(toCsv(parseCsv(text, "again.csv")) == text);
    } catch (const Refusal& refusal) {
        const std::string sentence = refusal.what();
        require(sentence.starts_with("fuzz.csv") && sentence.ends_with('.') && sentence.size() < 200);
        for (const char c : sentence) {
            require(static_cast<unsigned char>(c) >= ' ');
        }
    }
    return 0;
}
