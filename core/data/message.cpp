#include "core/data/message.h"

namespace perceptible {

std::string Message::filled(std::string_view pattern) const {
    std::string result;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char next = i + 1 < pattern.size() ? pattern[i + 1] : '\0';
        if (pattern[i] == '%' && next >= '1' && next <= '9') {
            const auto argument = static_cast<std::size_t>(next - '1');
            result += argument < arguments.size() ? arguments[argument] : std::string();
            ++i;
        } else {
            result += pattern[i];
        }
    }
    return result;
}

} // namespace perceptible
