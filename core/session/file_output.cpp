#include "core/session/file_output.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <system_error>

#include "core/data/file_name.h"
#include "core/data/message.h"

namespace perceptible {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& file, std::error_code why) {
    throw Refusal(sentence("core", "%1 cannot be written (%2); expected a name in a folder that has room and that you "
                                   "may write to.")
                      .with(utf8(file), why.message()));
}

/// Why a stream has failed. The standard doesn't promise that streams leave the reason in errno, but they do.
std::error_code lastError() {
    return errno != 0 ? std::error_code(errno, std::generic_category()) : std::make_error_code(std::errc::io_error);
}

/// Where a text will stand in the end.
struct Destination {
    fs::path file; ///< no symbolic link
    enum class Kind {
        none,    ///< nothing there yet
        regular, ///< to be replaced
        direct   ///< a device or a pipe, also behind a name such as /dev/stdout
    } kind = Kind::none;
};

/// Links in there are no names of files: they stand for what a process has open.
bool isInProc(const fs::path& link) {
    std::error_code ignored;
    const fs::path folder = fs::canonical(link.parent_path().empty() ? "." : link.parent_path(), ignored);
    return folder.begin() != folder.end() && std::next(folder.begin()) != folder.end() &&
           *std::next(folder.begin()) == "proc";
}

Destination destinationOf(const fs::path& file) {
    constexpr int mostLinks = 40;
    Destination destination{file};
    for (int links = 0; links <= mostLinks; ++links) {
        std::error_code error;
        const fs::file_type type = fs::symlink_status(destination.file, error).type();
        if (type == fs::file_type::directory) {
            throw Refusal(sentence("core", "%1 is a folder; expected the name of a file.").with(utf8(file)));
        }
        if (type == fs::file_type::none) {
            refuse(file, error);
        }
        if (destination.file.filename().empty()) {
            refuse(file, std::make_error_code(std::errc::no_such_file_or_directory));
        }
        if (type != fs::file_type::symlink || isInProc(destination.file)) {
            destination.kind = type == fs::file_type::not_found ? Destination::Kind::none
                               : type == fs::file_type::regular ? Destination::Kind::regular
                                                                : Destination::Kind::direct;
            return destination;
        }
        const fs::path target = fs::read_symlink(destination.file, error);
        if (error) {
            refuse(file, error);
        }
        destination.file = destination.file.parent_path() / target;
    }
    refuse(file, std::make_error_code(std::errc::too_many_symbolic_link_levels));
}

std::string temporaryName() {
    std::random_device random;
    const std::uint64_t number = std::uint64_t{random()} << 32U | random();
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, 16).ptr;
    return ".perceptible-" + std::string(digits.data(), end) + ".tmp";
}

/// An empty file beside the destination, with its permissions; removed again unless it takes its place.
class TemporaryFile {
public:
    /// `name` is what the destination is called in messages.
    TemporaryFile(const Destination& destination, const fs::path& name)
        : destination_(destination)
        , name_(name)
        , path_(destination.file.parent_path() / temporaryName()) {
        if (destination.kind == Destination::Kind::regular) {
            requireOpen(std::ofstream(destination.file, std::ios::binary | std::ios::app)); // may be read-only
        }
        errno = 0;
        stream_.open(path_, std::ios::binary);
        requireOpen(stream_);
        if (destination.kind == Destination::Kind::regular) {
            std::error_code ignored; // some file systems have no permissions
            fs::permissions(path_, fs::status(destination.file, ignored).permissions(), ignored);
        }
    }
    ~TemporaryFile() {
        stream_.close();
        std::error_code ignored;
        fs::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    std::ofstream& stream() { return stream_; }

    void takeItsPlace() {
        std::error_code error;
        fs::rename(path_, destination_.file, error);
        if (error) {
            refuse(name_, error);
        }
    }

private:
    void requireOpen(const std::ofstream& stream) const {
        if (!stream.is_open()) {
            refuse(name_, lastError());
        }
    }

    const Destination& destination_;
    const fs::path& name_;
    fs::path path_;
    std::ofstream stream_;
};

/// Into an open stream; closes it.
void write(std::ofstream& stream, std::string_view text, const fs::path& name) {
    errno = 0;
    stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    stream.close();
    if (!stream) {
        refuse(name, lastError());
    }
}

} // namespace

void writeWhole(const fs::path& file, std::string_view text) {
    const Destination destination = destinationOf(file);
    if (destination.kind == Destination::Kind::direct) {
        errno = 0;
        std::ofstream stream(file, std::ios::binary | std::ios::app); // /dev/stdout may be a file: nothing is cut off
        write(stream, text, file);
        return;
    }
    TemporaryFile temporary(destination, file);
    write(temporary.stream(), text, file);
    temporary.takeItsPlace();
}

void checkWritable(const fs::path& file) {
    const Destination destination = destinationOf(file);
    if (destination.kind != Destination::Kind::direct) { // opening a pipe could wait for ever
        const TemporaryFile temporary(destination, file);
    }
}

} // namespace perceptible
