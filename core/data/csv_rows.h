#pragma once

#include <cstddef>
#include <istream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace perceptible {

/// One record of a CSV text; spaces around its fields and quotation marks are gone.
struct CsvRow {
    std::size_t line = 0; ///< the line on which it begins, counted from 1; a quoted field can hold further lines
    std::vector<std::string> fields;
};

/// Cuts a stream into rows and holds no more than one block of it at a time. Blank lines are skipped; a byte order
/// mark too. Fields are separated by tabs, semicolons or commas, whichever of these the first row has (in this order,
/// so that a decimal comma isn't taken for a separator). Throws Refusal.
class CsvRows {
public:
    /// `name` stands for the stream in messages.
    CsvRows(std::istream& stream, std::string name);
    ~CsvRows();
    CsvRows(const CsvRows&) = delete;
    CsvRows& operator=(const CsvRows&) = delete;

    /// The next row, or null at the end of the text. It lives until the next call.
    const CsvRow* next();

private:
    struct Pending : CsvRow {
        bool complete = false;
    };
    struct Parser;

    void readBlock();
    std::string_view nextPiece();
    void tokenize(std::string_view piece);
    void countLine(std::string_view piece);
    static void addField(void* text, std::size_t size, void* row);
    static void endRow(int terminator, void* row);
    [[noreturn]] void refuseBinary();
    [[noreturn]] void refuseLongRow();
    [[noreturn]] void refuseQuotationMark() const;

    std::istream& stream_;
    std::string name_;
    std::vector<char> block_;
    std::string_view unread_; ///< what is left of block_
    std::unique_ptr<Parser> parser_;
    Pending row_;
    std::size_t line_ = 1; ///< of the next character
    char previous_ = '\0'; ///< the last character read
};

} // namespace perceptible
