#include "session_examples.h"

#include <algorithm>

#include "core/data/csv.h"
#include "core/data/csv_fields.h"
#include "words.h"

namespace perceptible::cli {

DataSet readForSession(const std::string& file, const Session& session) {
    const DataSet& learnt = *session.data;
    const DataSet data = readCsv(file, learnt.task(), OpenPipes::yes);
    if (learnt.task() == Task::multiclass && data.classes() > learnt.classes()) {
        throw Refusal(sentence("core", "%1 has the class %2, but the session's network knows 0 to %3 only.")
                          .with(file, std::to_string(data.classes() - 1), std::to_string(learnt.classes() - 1)));
    }
    return DataSet(data.examples(), learnt.task(), learnt.classes());
}

DataSet withTask(const DataSet& data, Task task, const std::string& file) {
    int largest = 0;
    for (std::size_t i = 0; task != Task::regression && i < data.size(); ++i) {
        const double y = data.examples()[i].y;
        const int classes = task == Task::binary ? 2 : DataSet::maxClasses;
        if (!isClass(y, classes)) {
            throw Refusal(sentence("core", "%1, %2 is %3; expected a whole number from %4 to %5.")
                              .with(file, "/data/examples/" + std::to_string(i) + "/2", text(y), "0",
                                    std::to_string(classes - 1)));
        }
        largest = std::max(largest, data.examples()[i].label());
    }
    return DataSet(data.examples(), task, largest + 1);
}

void refuseWithoutExamples(const std::string& file) {
    throw Refusal(sentence("core", "%1 has no training examples; expected at least one.").with(file));
}

} // namespace perceptible::cli
