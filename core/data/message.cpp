#include "core/data/message.h"

#include <cctype>

namespace perceptible {

std::string Message::english() const {
    std::string result;
    for (const char* c = text; *c != '\0'; ++c) {
        if (*c == '%' && std::isdigit(static_cast<unsigned char>(c[1])) != 0) {
            const auto index = static_cast<std::size_t>(*++c - '1');
            if (index < arguments.size()) {
                result += arguments[index];
            }
        } else {
            result += *c;
        }
    }
    return result;
}

} // namespace perceptible
