#pragma once

// Computes what the pieces of a derivation say, as somebody with a calculator would: from what is written alone.

#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/network/activation.h"
#include "core/walk/equation.h"
#include "core/walk/notation.h"

namespace perceptible {

/// The pieces in their order, with " + " between the terms.
inline std::vector<Piece> piecesOf(const Derivation& derivation) {
    std::vector<Piece> pieces = derivation.before;
    for (Eigen::Index i = 0; i < derivation.terms; ++i) {
        if (i > 0) {
            pieces.push_back({" + ", {}, {}});
        }
        const auto term = derivation.term(i);
        pieces.insert(pieces.end(), term.begin(), term.end());
    }
    pieces.insert(pieces.end(), derivation.after.begin(), derivation.after.end());
    return pieces;
}

/// By recursive descent:
///     sum     = ["−"] product {("+" | "−") product}
///     product = power {["·" | "/"] power}              a factor may follow without a sign: y log a
///     power   = primary ["²"]
///     primary = number | "½" | "(" sum ")" | "√" primary | function primary
class Calculator {
public:
    Calculator(const std::vector<Piece>& pieces, double leakySlope)
        : leakySlope_(leakySlope) {
        for (const Piece& piece : pieces) {
            if (piece.number) {
                tokens_.push_back({{}, *piece.number});
            } else {
                addTokens(piece.text);
            }
        }
        tokens_.push_back({"end", 0});
    }

    /// Throws std::runtime_error for what is no formula.
    double result() {
        const long double value = sum();
        expect("end");
        return static_cast<double>(value);
    }

private:
    struct Token {
        std::string sign; ///< empty: a number
        long double number = 0;
    };

    void addTokens(std::string_view text) {
        static const std::vector<std::string> signs = [] {
            std::vector<std::string> all{"+", "−", "·", "/", "(", ")", "²", "½", "√", "exp", "log", "sign"};
            for (const Activation g : allActivations) {
                all.push_back(symbolOf(g));
            }
            std::ranges::sort(all, std::greater(), &std::string::size); // sin is no beginning of sign
            return all;
        }();
        while (!text.empty()) {
            if (text.front() == ' ') {
                text.remove_prefix(1);
            } else if (text.front() == '1') { // the only number that is written as text
                tokens_.push_back({{}, 1});
                text.remove_prefix(1);
            } else {
                const auto sign = std::ranges::find_if(signs, [&](const auto& s) { return text.starts_with(s); });
                if (sign == signs.end()) {
                    throw std::runtime_error("no sign of a formula: " + std::string(text));
                }
                tokens_.push_back({*sign, 0});
                text.remove_prefix(sign->size());
            }
        }
    }

    const std::string& sign() const { return tokens_[place_].sign; }
    bool take(std::string_view sign) {
        const bool isThere = this->sign() == sign;
        place_ += isThere ? 1 : 0;
        return isThere;
    }
    void expect(std::string_view sign) {
        if (!take(sign)) {
            throw std::runtime_error(std::string(sign) + " expected, not " + this->sign());
        }
    }

    long double sum() {
        long double value = take("−") ? -product() : product();
        while (sign() == "+" || sign() == "−") {
            value += take("+") ? product() : (take("−"), -product());
        }
        return value;
    }

    long double product() {
        long double value = power();
        for (;;) {
            if (take("/")) {
                value /= power();
            } else if (take("·") || !(sign() == "+" || sign() == "−" || sign() == ")" || sign() == "end")) {
                value *= power();
            } else {
                return value;
            }
        }
    }

    long double power() {
        const long double value = primary();
        return take("²") ? value * value : value;
    }

    long double primary() {
        const Token token = tokens_[place_++];
        if (token.sign.empty()) {
            return token.number;
        }
        if (token.sign == "(") {
            const long double value = sum();
            expect(")");
            return value;
        }
        if (token.sign == "½") {
            return 0.5L;
        }
        return of(token.sign, primary());
    }

    long double of(const std::string& function, long double x) const {
        if (function == "√") {
            return std::sqrt(x);
        }
        if (function == "exp") {
            return std::exp(x);
        }
        if (function == "log") {
            return std::log(x);
        }
        if (function == "sign") {
            return x > 0 ? 1 : x < 0 ? -1 : 0;
        }
        for (const Activation g : allActivations) {
            if (function == symbolOf(g)) {
                Matrix<double> a(1, 1);
                activate<double>(g, leakySlope_, Matrix<double>::Constant(1, 1, static_cast<double>(x)), a);
                return a(0, 0);
            }
        }
        throw std::runtime_error("no function: " + function);
    }

    std::vector<Token> tokens_;
    std::size_t place_ = 0;
    double leakySlope_;
};

} // namespace perceptible
