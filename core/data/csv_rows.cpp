#include "core/data/csv_rows.h"

#include <csv.h>

#include <algorithm>
#include <utility>

#include "core/data/message.h"

namespace perceptible {

namespace {

/// Bytes read at a time, and the longest stretch of text without a complete row: a line without end, a quotation mark
/// that is never closed, or blank lines for ever stop here instead of filling the memory or the day.
constexpr std::size_t kBlock = 64 * 1024;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kLineEnds = "\r\n";
constexpr std::string_view kBlanks = " \t\r\n";

/// Characters that no text has, but nearly every other file, UTF-16 included.
bool isBinary(char c) { return static_cast<unsigned char>(c) < ' ' && kBlanks.find(c) == std::string_view::npos; }

bool isBlank(std::string_view text) { return text.find_first_not_of(kBlanks) == std::string_view::npos; }

/// What separates the fields of the first row of `text`.
char delimiterOf(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
    bool tab = false;
    bool semicolon = false;
    bool quoted = false;
    for (const char c : text) {
        quoted ^= c == '"';
        if (quoted) {
            continue;
        }
        if (kLineEnds.find(c) != std::string_view::npos) {
            break;
        }
        tab |= c == '\t';
        semicolon |= c == ';';
    }
    return tab ? '\t' : semicolon ? ';' : ',';
}

} // namespace

/// libcsv's state. Strict: a quotation mark inside a value, or one that is never closed, is an error.
struct CsvRows::Parser : csv_parser {
    Parser()
        : csv_parser{} {
        csv_init(this, CSV_STRICT | CSV_STRICT_FINI);
    }
    ~Parser() { csv_free(this); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
};

CsvRows::CsvRows(std::istream& stream, std::string name)
    : stream_(stream)
    , name_(std::move(name))
    , block_(kBlock)
    , parser_(std::make_unique<Parser>()) {
    readBlock();
    if (unread_.starts_with(kByteOrderMark)) {
        unread_.remove_prefix(kByteOrderMark.size());
    }
    csv_set_delim(parser_.get(), static_cast<unsigned char>(delimiterOf(unread_)));
}

CsvRows::~CsvRows() = default;

const CsvRow* CsvRows::next() {
    row_.fields.clear();
    row_.complete = false;
    bool begun = false;
    std::size_t length = 0;
    while (!row_.complete) {
        const std::string_view piece = nextPiece();
        if (!begun) {
            row_.line = line_;
            begun = !isBlank(piece);
        }
        if (piece.empty()) {
            if (csv_fini(parser_.get(), addField, endRow, &row_) != 0) {
                refuseQuotationMark();
            }
            return row_.complete ? &row_ : nullptr;
        }
        length += piece.size();
        if (length > kBlock) {
            refuseLongRow();
        }
        tokenize(piece);
        countLine(piece);
    }
    return &row_;
}

void CsvRows::readBlock() {
    stream_.read(block_.data(), static_cast<std::streamsize>(block_.size()));
    if (stream_.bad()) {
        throw Refusal(sentence("core", "%1 cannot be read; expected a CSV file that you may open.").with(name_));
    }
    unread_ = {block_.data(), static_cast<std::size_t>(stream_.gcount())};
    if (std::ranges::any_of(unread_, isBinary)) {
        refuseBinary();
    }
}

/// Text up to and including the end of a line, so that a row ends where a piece ends; or the rest of a block.
std::string_view CsvRows::nextPiece() {
    if (unread_.empty() && stream_) {
        readBlock();
    }
    const std::size_t end = unread_.find_first_of(kLineEnds);
    const std::string_view piece = unread_.substr(0, end == std::string_view::npos ? end : end + 1);
    unread_.remove_prefix(piece.size());
    return piece;
}

void CsvRows::tokenize(std::string_view piece) {
    if (csv_parse(parser_.get(), piece.data(), piece.size(), addField, endRow, &row_) != piece.size()) {
        refuseQuotationMark();
    }
}

/// \n, \r\n and \r end a line; the \n of \r\n comes as a piece of its own.
void CsvRows::countLine(std::string_view piece) {
    const bool endsPair = piece == "\n" && previous_ == '\r';
    if (kLineEnds.find(piece.back()) != std::string_view::npos && !endsPair) {
        ++line_;
    }
    previous_ = piece.back();
}

void CsvRows::addField(void* text, std::size_t size, void* row) {
    static_cast<Pending*>(row)->fields.emplace_back(static_cast<const char*>(text), size);
}

void CsvRows::endRow(int /*terminator*/, void* row) { static_cast<Pending*>(row)->complete = true; }

void CsvRows::refuseBinary() {
    for (auto piece = nextPiece(); std::ranges::none_of(piece, isBinary); piece = nextPiece()) {
        countLine(piece);
    }
    throw Refusal(sentence("core",
                           "%1, line %2: this is not text; expected a CSV file in UTF-8 with x1, x2 and label on each "
                           "line.")
                      .with(name_, std::to_string(line_)));
}

void CsvRows::refuseLongRow() {
    if (csv_fini(parser_.get(), nullptr, nullptr, nullptr) != 0) { // a quotation mark is open
        refuseQuotationMark();
    }
    throw Refusal(
        sentence("core", "%1, line %2: no example within %3 characters; expected x1, x2 and label on each line.")
            .with(name_, std::to_string(row_.line), std::to_string(kBlock)));
}

void CsvRows::refuseQuotationMark() const {
    throw Refusal(
        sentence("core", "%1, line %2: a quotation mark has no partner; expected one before and one after a value.")
            .with(name_, std::to_string(row_.line)));
}

} // namespace perceptible
