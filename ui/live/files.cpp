#include "ui/live/files.h"

#include <QSaveFile>
#include <QtConcurrentRun>

namespace perceptible {

namespace {

/// Whole or not at all; the error, empty for none.
QString write(const std::string& text, const QString& file) {
    QSaveFile output(file);
    output.setDirectWriteFallback(false);
    const bool written =
        output.open(QIODevice::WriteOnly) &&
        output.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size()) &&
        output.commit();
    return written ? QString() : output.errorString();
}

} // namespace

QFuture<CsvReading> readCsvInBackground(const QString& file) {
    return QtConcurrent::run([file]() -> CsvReading {
        try {
            return {std::make_shared<DataSet>(readCsv(file.toStdU16String(), Task::binary, OpenPipes::no)), {}};
        } catch (const Refusal& refusal) {
            return {nullptr, refusal.message()};
        }
    });
}

QFuture<QString> writeCsvInBackground(DataSetPtr data, const QString& file) {
    return writeInBackground([data = std::move(data)] { return toCsv(*data); }, file);
}

QFuture<QString> writeInBackground(std::function<std::string()> text, const QString& file) {
    return QtConcurrent::run([text = std::move(text), file] { return write(text(), file); });
}

} // namespace perceptible
