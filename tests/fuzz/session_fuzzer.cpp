#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/data/message.h"
#include "core/session/session.h"

namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

} // namespace

/// Whatever the text, it is refused with one whole sentence, or it is a session with which a training can go on and
/// that survives being written and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace perceptible;
    try {
        const Session session = parseSession({reinterpret_cast<const char*>(bytes), size}, "fuzz.json");
        require(session.hyperparameters.validate().empty());
        require(session.state.parameters.allFinite());
        const std::string text = toJson(session);
        const Session again = parseSession(text, "again.json");
        require(*again.data == *session.data && again.hyperparameters == session.hyperparameters);
        require(again.state == session.state && again.best == session.best);
        require(toJson(again) == text); // bit for bit
        Trainer<float> trainer(session.data, session.hyperparameters);
        trainer.setState(convert<float>(session.state));
        if (session.data->count(Role::train) > 0) {
            trainer.step();
        }
    } catch (const Refusal& refusal) {
        const std::string sentence = refusal.what();
        require(sentence.starts_with("fuzz.json") && sentence.ends_with('.') && sentence.size() < 700);
        for (const char c : sentence) {
            require(static_cast<unsigned char>(c) >= ' ');
        }
    }
    return 0;
}
