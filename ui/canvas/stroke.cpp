#include "ui/canvas/stroke.h"

#include <QLocale>
#include <memory>
#include <utility>

#include "core/data/split.h"

namespace perceptible {
namespace {

/// The undo history tells strokes apart by it: no two of one program run are the same, and none is 0.
int nextStrokeId() {
    static int last = 0;
    return ++last;
}

} // namespace

Stroke::Stroke(Laboratory& laboratory, const ToolSettings& settings, Random& random)
    : laboratory_(laboratory)
    , settings_(settings)
    , random_(random)
    , region_(laboratory.region())
    , radius_(settings.radius * laboratory.region().width())
    , id_(nextStrokeId()) {}

void Stroke::moveTo(PlanePoint place) {
    switch (settings_.tool) {
    case Tool::brush:
        brushTo(place);
        break;
    case Tool::point:
        putPoint(place);
        break;
    case Tool::erase:
        eraseTo(place);
        break;
    }
}

void Stroke::brushTo(PlanePoint place) {
    const std::vector<PlanePoint> centres =
        last_ ? dabCentres(*last_, place, radius_ * kDabSpacing) : std::vector{place};
    if (centres.empty()) {
        return;
    }
    last_ = centres.back();
    std::vector<Example> added;
    for (const PlanePoint& centre : centres) {
        if (contains(region_, centre)) {
            addDab(added, centre, radius_, settings_.density, settings_.label, region_, random_);
        }
    }
    add(std::move(added), tr("Draw points"));
}

void Stroke::putPoint(PlanePoint place) {
    if (!last_ && contains(region_, place)) {
        add({{place.x1, place.x2, static_cast<double>(settings_.label), Role::train}}, tr("Add a point"));
    }
    last_ = place; // one point for each press
}

void Stroke::eraseTo(PlanePoint place) {
    const DataSet& data = *laboratory_.data();
    std::vector<Example> left = erase(data.examples(), last_.value_or(place), place, radius_);
    last_ = place;
    if (left.size() != data.size()) {
        laboratory_.editData(std::make_shared<const DataSet>(std::move(left), data.task(), data.classes()),
                             tr("Erase points"), id_);
    }
}

void Stroke::add(std::vector<Example> examples, const QString& name) {
    const DataSet& data = *laboratory_.data();
    const std::size_t room = DataSet::maxExamples - std::min(DataSet::maxExamples, data.size());
    if (examples.size() > room) {
        examples.resize(room);
        if (!std::exchange(saidFull_, true)) {
            laboratory_.say(tr("The canvas is full: it holds %L1 points. Erase some to draw more.")
                                .arg(static_cast<qulonglong>(DataSet::maxExamples)),
                            true);
        }
    }
    if (examples.empty()) {
        return;
    }
    const std::uint64_t seed = random_.below(Hyperparameters::maxSeed);
    laboratory_.editData(
        std::make_shared<const DataSet>(append(data, std::move(examples), laboratory_.testShare(), seed)), name, id_);
}

} // namespace perceptible
