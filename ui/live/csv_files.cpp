#include "ui/live/csv_files.h"

#include <QSaveFile>
#include <QtConcurrentRun>

namespace perceptible {

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
    return QtConcurrent::run([data = std::move(data), file] {
        const std::string text = toCsv(*data);
        QSaveFile output(file);
        output.setDirectWriteFallback(false);
        const bool written =
            output.open(QIODevice::WriteOnly) &&
            output.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size()) &&
            output.commit();
        return written ? QString() : output.errorString();
    });
}

} // namespace perceptible
