#pragma once

#include <QFuture>
#include <QString>
#include <functional>

#include "core/data/csv.h"
#include "core/data/message.h"

namespace perceptible {

/// A data set, or the sentence that says why there is none.
struct CsvReading {
    DataSetPtr data;
    Message refusal;
};

/// Reads in another thread, so that a slow disk does not stop the window. Give the future's continuation a context.
QFuture<CsvReading> readCsvInBackground(const QString& file);

/// Makes the text and writes the whole file or nothing, in another thread. The result is empty, or the system's reason
/// for the failure.
QFuture<QString> writeCsvInBackground(DataSetPtr data, const QString& file);
QFuture<QString> writeInBackground(std::function<std::string()> text, const QString& file);

} // namespace perceptible
