#include "ui/panels/data_panel.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <chrono>
#include <cmath>

#include "ui/live/laboratory.h"
#include "ui/panels/form.h"
#include "ui/panels/generator_thumbnail.h"
#include "ui/panels/number_field.h"
#include "ui/panels/number_text.h"
#include "ui/panels/points_file_row.h"

namespace perceptible {
namespace {

using namespace std::chrono_literals;
constexpr auto kSpinningPause = 200ms; // between the steps of a number that is spun through: they are one change
constexpr int kThumbnailColumns = 3;
constexpr int kMostTestPercent = 90;

} // namespace

DataPanel::DataPanel(Laboratory& laboratory, QWidget* parent)
    : QWidget(parent)
    , laboratory_(laboratory)
    , examples_(new QSpinBox(this))
    , noise_(new QDoubleSpinBox(this))
    , testShare_(new QSpinBox(this))
    , seed_(new QSpinBox(this))
    , files_(new PointsFileRow(laboratory, this))
    , summary_(captionLabel({}, *this)) {
    setFixedWidth(panelWidth());
    auto* column = panelColumn(*this);
    column->addWidget(headingLabel(tr("Data"), *this));
    addThumbnails(*column);
    addNumbers(*column);
    addGap(*column, kSpacing / 2);
    addPart(*column, *files_);
    addPart(*column, *summary_);

    numbersTimer_.setSingleShot(true);
    numbersTimer_.setInterval(kSpinningPause);
    connect(&numbersTimer_, &QTimer::timeout, this, &DataPanel::applyNumbers);
    connect(&laboratory_, &Laboratory::dataChanged, this, &DataPanel::follow);

    showSettings(laboratory_.generator());
    follow();
}

void DataPanel::addThumbnails(QVBoxLayout& column) {
    auto* grid = new QGridLayout;
    grid->setSpacing(kSpacing / 2);
    for (const Generator generator : allGenerators) {
        auto* thumbnail = new GeneratorThumbnail(generator, this);
        connect(thumbnail, &GeneratorThumbnail::clicked, this, [this, generator] { choose(generator); });
        const int place = static_cast<int>(thumbnails_.size());
        grid->addWidget(thumbnail, place / kThumbnailColumns, place % kThumbnailColumns);
        thumbnails_.push_back(thumbnail);
    }
    addGap(column, kRowGap);
    column.addLayout(grid);
    addGap(column, kSpacing / 2);
}

void DataPanel::addNumbers(QVBoxLayout& column) {
    const auto startTimer = [this] { numbersTimer_.start(); };

    examples_->setObjectName(QStringLiteral("examples"));
    examples_->setRange(GeneratorSettings::minExamples, GeneratorSettings::maxExamples);
    examples_->setSingleStep(50);
    examples_->setGroupSeparatorShown(true);
    addRow(column, tr("Points m"), *examples_, tr("How many points a generator makes, half of them in each class."));
    connect(examples_, &QSpinBox::valueChanged, this, startTimer);

    noise_->setObjectName(QStringLiteral("noise"));
    noise_->setRange(0, 1);
    noise_->setSingleStep(0.05);
    addRow(column, tr("Noise"), *noise_, tr("How far generated points stray from their pattern, from 0 to 1."));
    connect(noise_, &QDoubleSpinBox::valueChanged, this, startTimer);

    testShare_->setObjectName(QStringLiteral("testShare"));
    testShare_->setRange(0, kMostTestPercent);
    testShare_->setSingleStep(5);
    testShare_->setSuffix(tr(" %", "after a number"));
    addRow(column, tr("Test share"), *testShare_,
           tr("The share of the points that training never sees and the test cost is measured on."));
    connect(testShare_, &QSpinBox::valueChanged, &laboratory_,
            [this](int percent) { laboratory_.setTestShare(percent / 100.0); });

    seed_->setObjectName(QStringLiteral("dataSeed"));
    seed_->setRange(0, static_cast<int>(Hyperparameters::maxSeed));
    addRow(column, tr("Seed", "of the points"), *seed_,
           tr("The number behind the random points: the same seed, the same points."));
    connect(seed_, &QSpinBox::valueChanged, this, startTimer);
    for (QAbstractSpinBox* field : std::initializer_list<QAbstractSpinBox*>{examples_, noise_, testShare_, seed_}) {
        NumberField::adopt(*field, laboratory_);
        connect(field, &QAbstractSpinBox::editingFinished, this, &DataPanel::finishNumbers);
    }

    auto* dice = new QToolButton(this);
    dice->setObjectName(QStringLiteral("nextSeed"));
    dice->setIcon(themedIcon("dice"));
    dice->setProperty("bare", true);
    dice->setFocusPolicy(Qt::TabFocus);
    dice->setFixedSize(rowHeight(), rowHeight());
    explain(*dice, tr("Next seed"), tr("Takes the next seed: other points of the same kind."));
    connect(dice, &QToolButton::clicked, this, [this] {
        finishNumbers();
        seed_->stepUp();
    });
    auto* seedRow = column.itemAt(column.count() - 1)->layout();
    static_cast<QHBoxLayout*>(seedRow)->insertWidget(1, dice);
}

GeneratorSettings DataPanel::settings() const {
    GeneratorSettings settings = laboratory_.generator();
    settings.examples = examples_->value();
    settings.noise = noise_->value();
    settings.seed = static_cast<std::uint64_t>(seed_->value());
    return settings;
}

void DataPanel::choose(Generator generator) {
    numbersTimer_.stop();
    GeneratorSettings chosen = settings();
    chosen.generator = generator;
    laboratory_.generateData(chosen);
    follow(); // a click unchecks the thumbnail of what is shown already
}

void DataPanel::applyNumbers() {
    refreshThumbnails();
    if (!laboratory_.isGenerated()) {
        summary_->setText(tr("These numbers shape the next data set."));
        laboratory_.say(tr("These numbers shape the next data set: click one above."));
    } else if (settings() != laboratory_.generator()) {
        laboratory_.generateData(settings());
    }
}

void DataPanel::finishNumbers() {
    if (numbersTimer_.isActive()) {
        numbersTimer_.stop();
        applyNumbers();
    }
}

void DataPanel::follow() {
    const bool generated = laboratory_.isGenerated();
    if (generated && !numbersTimer_.isActive()) {
        showSettings(laboratory_.generator());
    }
    for (GeneratorThumbnail* thumbnail : thumbnails_) {
        thumbnail->setChecked(generated && thumbnail->generator() == laboratory_.generator().generator);
    }
    const QSignalBlocker quiet(testShare_);
    testShare_->setValue(static_cast<int>(std::lround(100 * laboratory_.testShare())));
    const DataSet& points = *laboratory_.data();
    const auto count = [&](Role role) { return NumberText::count(static_cast<std::int64_t>(points.count(role))); };
    summary_->setText(tr("Training: %1, test: %2").arg(count(Role::train), count(Role::test)));
}

void DataPanel::showSettings(const GeneratorSettings& settings) {
    const QSignalBlocker quiet[] = {QSignalBlocker(examples_), QSignalBlocker(noise_), QSignalBlocker(seed_)};
    examples_->setValue(settings.examples);
    noise_->setValue(settings.noise);
    seed_->setValue(static_cast<int>(settings.seed));
    refreshThumbnails();
}

void DataPanel::refreshThumbnails() {
    for (GeneratorThumbnail* thumbnail : thumbnails_) {
        thumbnail->setSettings(settings());
    }
}

} // namespace perceptible
