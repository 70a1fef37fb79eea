#include "ui/panels/hyperparameter_panel.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/live/laboratory.h"
#include "ui/panels/form.h"
#include "ui/panels/ladder_spin_box.h"
#include "ui/panels/layers_editor.h"
#include "ui/panels/names.h"
#include "ui/panels/number_field.h"

namespace perceptible {
namespace {

constexpr int kLearningRateDecimals = 6; // as fine as Hyperparameters::minLearningRate
constexpr double kFirstIterations = 1000;
constexpr double kFirstBatchSize = 10;

} // namespace

HyperparameterPanel::HyperparameterPanel(Laboratory& laboratory, QWidget* parent)
    : QWidget(parent)
    , laboratory_(laboratory)
    , learningRate_(new LadderSpinBox({1, 3}, kLearningRateDecimals, this))
    , iterations_(new LadderSpinBox({1, 2, 5}, 0, this))
    , batchSize_(new LadderSpinBox({1, 2, 5}, 0, this))
    , initialization_(new QComboBox(this))
    , seed_(new QSpinBox(this))
    , layers_(new LayersEditor(laboratory, this)) {
    setFixedWidth(panelWidth());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* fields = new QWidget(this);
    auto* rows = panelColumn(*fields);
    rows->addWidget(headingLabel(tr("Hyperparameters"), *this));
    addTraining(*rows);
    addStart(*rows);
    column->addWidget(fields);
    addGap(*column, kSpacing);
    column->addWidget(layers_, 1);

    connect(layers_, &LayersEditor::edited, this, [this](const std::vector<HiddenLayer>& layers) {
        edit([&](Hyperparameters& h) { h.hiddenLayers = layers; });
    });
    connect(&laboratory_, &Laboratory::hyperparametersChanged, this, &HyperparameterPanel::follow);
    follow();
}

void HyperparameterPanel::addTraining(QVBoxLayout& column) {
    learningRate_->setObjectName(QStringLiteral("learningRate"));
    learningRate_->setRange(Hyperparameters::minLearningRate, Hyperparameters::maxLearningRate);
    NumberField::adopt(*learningRate_, laboratory_);
    addRow(column, tr("Learning rate α"), *learningRate_,
           tr("How far one step of gradient descent goes: W := W − α dW and b := b − α db."));
    connect(learningRate_, &LadderSpinBox::valueChanged, this,
            [this](double value) { edit([&](Hyperparameters& h) { h.learningRate = value; }); });

    iterations_->setObjectName(QStringLiteral("iterations"));
    iterations_->setMaximum(static_cast<double>(Hyperparameters::maxIterations));
    iterations_->allowNone({tr("no limit"), QStringLiteral("no limit")}, kFirstIterations);
    NumberField::adopt(*iterations_, laboratory_);
    addRow(column, tr("Iterations"), *iterations_,
           tr("#iterations: training stops after so many updates of the parameters."));
    connect(iterations_, &LadderSpinBox::valueChanged, this, [this](double value) {
        edit([&](Hyperparameters& h) {
            h.iterations = value > 0 ? std::optional(static_cast<std::int64_t>(value)) : std::nullopt;
        });
    });

    batchSize_->setObjectName(QStringLiteral("batchSize"));
    batchSize_->setMaximum(static_cast<double>(DataSet::maxExamples));
    batchSize_->allowNone({tr("full", "mini-batch"), QStringLiteral("full")}, kFirstBatchSize);
    NumberField::adopt(*batchSize_, laboratory_);
    addRow(column, tr("Mini-batch"), *batchSize_,
           tr("How many training examples one update looks at; “full” takes all m of them."));
    connect(batchSize_, &LadderSpinBox::valueChanged, this, [this](double value) {
        edit([&](Hyperparameters& h) {
            h.batchSize = value > 0 ? std::optional(static_cast<int>(value)) : std::nullopt;
        });
    });
}

void HyperparameterPanel::addStart(QVBoxLayout& column) {
    initialization_->setObjectName(QStringLiteral("initialization"));
    for (const Initialization initialization : allInitializations) {
        initialization_->addItem(Names::of(initialization), static_cast<int>(initialization));
        initialization_->setItemData(initialization_->count() - 1, Names::explain(initialization), Qt::ToolTipRole);
    }
    calmInput(*initialization_);
    addRow(column, tr("Initialisation"), *initialization_,
           tr("How the first W[l] are drawn; every b[l] begins at 0. Another choice begins a new run."));
    connect(initialization_, &QComboBox::currentIndexChanged, this, [this] {
        edit([&](Hyperparameters& h) {
            h.initialization = static_cast<Initialization>(initialization_->currentData().toInt());
        });
    });

    seed_->setObjectName(QStringLiteral("seed"));
    seed_->setRange(0, static_cast<int>(Hyperparameters::maxSeed));
    NumberField::adopt(*seed_, laboratory_);
    addRow(column, tr("Seed", "of the initial parameters"), *seed_,
           tr("The number behind the random initial parameters: the same seed, the same run. Another one begins a new "
              "run."));
    connect(seed_, &QSpinBox::valueChanged, this,
            [this](int value) { edit([&](Hyperparameters& h) { h.seed = static_cast<std::uint64_t>(value); }); });
}

template <class Change>
void HyperparameterPanel::edit(Change change) {
    Hyperparameters wanted = laboratory_.hyperparameters();
    change(wanted);
    laboratory_.setHyperparameters(wanted);
    if (laboratory_.hyperparameters() != wanted) {
        follow(); // refused: show what holds
    }
}

void HyperparameterPanel::follow() {
    const QSignalBlocker quiet[] = {QSignalBlocker(learningRate_), QSignalBlocker(iterations_),
                                    QSignalBlocker(batchSize_), QSignalBlocker(initialization_), QSignalBlocker(seed_)};
    const Hyperparameters& h = laboratory_.hyperparameters();
    learningRate_->setValue(h.learningRate);
    iterations_->setValue(static_cast<double>(h.iterations.value_or(0)));
    batchSize_->setValue(h.batchSize.value_or(0));
    initialization_->setCurrentIndex(initialization_->findData(static_cast<int>(h.initialization)));
    seed_->setValue(static_cast<int>(h.seed));
    layers_->setLayers(h.hiddenLayers);
}

} // namespace perceptible
