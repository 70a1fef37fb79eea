#include "ui/plots/cost_panel.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/live/laboratory.h"
#include "ui/panels/form.h"
#include "ui/panels/number_text.h"
#include "ui/plots/cost_plot.h"

namespace perceptible {
namespace {

constexpr int kLowestPlot = 19 * kSpacing; // below it the curve says nothing

bool sameCurve(const Snapshot& a, const Snapshot& b) {
    // Points are only appended, and the last one replaced, within a run.
    const auto same = [](double x, double y) { return x == y || (x != x && y != y); };
    return a.run == b.run && a.activity == b.activity && a.costs.size() == b.costs.size() &&
           (a.costs.empty() ||
            (a.costs.back().iteration == b.costs.back().iteration && same(a.costs.back().train, b.costs.back().train) &&
             same(a.costs.back().test, b.costs.back().test)));
}

} // namespace

CostPanel::CostPanel(Laboratory& laboratory, QWidget* parent)
    : QWidget(parent)
    , laboratory_(laboratory)
    , plot_(new CostPlot(this))
    , train_(new CurveLabel(Curve::train, this))
    , test_(new CurveLabel(Curve::test, this)) {
    plot_->setAccessibleName(tr("Cost curve"));

    auto* group = new QButtonGroup(this);
    auto* header = new QHBoxLayout;
    header->setSpacing(0);
    QLabel* heading = headingLabel(tr("Cost"), *this);
    heading->setToolTip(tr("Turn the wheel over the curve, or drag it, to look closer; a double click follows the run "
                           "again. With the keyboard: +, − and Home."));
    header->addWidget(heading, 1, Qt::AlignVCenter); // the buttons may be higher
    for (QToolButton* button : {scaleButton(tr("linear", "scale of an axis"), "first", false),
                                scaleButton(tr("log", "scale of an axis"), "last", true)}) {
        group->addButton(button);
        header->addWidget(button);
    }
    auto* legend = new QHBoxLayout;
    legend->setSpacing(kSpacing);
    legend->addWidget(train_, 1);
    legend->addWidget(test_, 1);

    const Measurement widest{8.88e-88, 0, 0.888};
    train_->reserve(legendOf(Curve::train, widest));
    test_->reserve(legendOf(Curve::test, widest));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kSpacing, kSpacing, 2 * kSpacing, kSpacing);
    column->setSpacing(kSpacing / 2);
    column->addLayout(header);
    column->addLayout(legend);
    plot_->setMinimumHeight(kLowestPlot);
    column->addWidget(plot_, 1);

    connect(&laboratory_, &Laboratory::pictureChanged, this, &CostPanel::follow);
    showNumbers({});
    follow();
}

QToolButton* CostPanel::scaleButton(const QString& text, const char* segment, bool logarithmic) {
    auto* button = new QToolButton(this);
    button->setObjectName(QString::fromLatin1(logarithmic ? "logarithmic" : "linear"));
    button->setText(text);
    button->setCheckable(true);
    button->setChecked(!logarithmic);
    button->setProperty("segment", QString::fromLatin1(segment));
    button->setFocusPolicy(Qt::TabFocus);
    explain(*button, logarithmic ? tr("Logarithmic cost axis") : tr("Linear cost axis"),
            logarithmic ? tr("Equal factors of J are equal distances: shows progress when J is already small.")
                        : tr("Equal differences of J are equal distances."));
    connect(button, &QToolButton::clicked, plot_, [this, logarithmic] { plot_->setLogarithmic(logarithmic); });
    return button;
}

void CostPanel::follow() {
    const PicturePtr& picture = laboratory_.picture();
    if (!picture || picture->snapshot == shown_) {
        return;
    }
    const SnapshotPtr snapshot = picture->snapshot;
    showNumbers(*snapshot);
    if (!shown_ || !sameCurve(*shown_, *snapshot)) {
        plot_->showCosts(snapshot->costs, snapshot->activity == Activity::diverged);
        plot_->setAccessibleDescription(
            tr("Iteration %1. %2. %3.").arg(NumberText::count(snapshot->iteration), train_->text(), test_->text()));
    }
    shown_ = snapshot;
}

QString CostPanel::legendOf(Curve curve, const std::optional<Measurement>& measured) {
    const QString text =
        curve == Curve::train ? tr("train J %1, %2", "cost and accuracy") : tr("test J %1, %2", "cost and accuracy");
    return measured ? text.arg(NumberText::cost(measured->cost), NumberText::accuracy(measured->accuracy.value_or(0)))
                    : text.arg(NumberText::none(), NumberText::none());
}

void CostPanel::showNumbers(const Snapshot& snapshot) {
    train_->setText(legendOf(Curve::train, snapshot.train));
    test_->setText(legendOf(Curve::test, snapshot.test));
}

} // namespace perceptible
