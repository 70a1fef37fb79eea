#include "ui/panels/points_file_row.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>

#include "ui/live/laboratory.h"
#include "ui/panels/form.h"

namespace perceptible {
namespace {

QFileDialog* csvDialog(const QString& title, QFileDialog::AcceptMode mode, QWidget* parent) {
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog); // the same, and the theme's, on every desktop
    dialog->setAcceptMode(mode);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    return dialog;
}

} // namespace

PointsFileRow::PointsFileRow(Laboratory& laboratory, QWidget* parent)
    : QWidget(parent)
    , laboratory_(laboratory)
    , open_(new QPushButton(tr("Open…"), this))
    , save_(new QPushButton(tr("Save…"), this))
    , clear_(new QPushButton(tr("Clear"), this)) {
    explain(*open_, tr("Open CSV"), tr("Reads points from a CSV file with the columns x1, x2 and label (0 or 1)."));
    explain(*save_, tr("Save CSV"), tr("Writes the points into a CSV file with the columns x1, x2 and label."));
    explain(*clear_, tr("Clear"), tr("Takes all points away; Undo brings them back."));
    open_->setObjectName(QStringLiteral("open"));
    save_->setObjectName(QStringLiteral("save"));
    clear_->setObjectName(QStringLiteral("clear"));
    connect(open_, &QPushButton::clicked, this, &PointsFileRow::openCsv);
    connect(save_, &QPushButton::clicked, this, &PointsFileRow::saveCsv);
    connect(clear_, &QPushButton::clicked, this, &PointsFileRow::clear);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpacing / 2);
    for (QPushButton* button : {open_, save_, clear_}) {
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button, 1);
    }
    connect(&laboratory_, &Laboratory::dataChanged, this, &PointsFileRow::follow);
    follow();
}

void PointsFileRow::openCsv() {
    QFileDialog* dialog = csvDialog(tr("Open points"), QFileDialog::AcceptOpen, this);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("CSV files (*.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, &laboratory_, &Laboratory::openCsv);
    dialog->open();
}

void PointsFileRow::saveCsv() {
    QFileDialog* dialog = csvDialog(tr("Save points"), QFileDialog::AcceptSave, this);
    dialog->setNameFilter(tr("CSV files (*.csv)"));
    connect(dialog, &QFileDialog::fileSelected, &laboratory_, &Laboratory::saveCsv);
    dialog->open();
}

void PointsFileRow::clear() {
    const DataSetPtr full = laboratory_.data();
    laboratory_.editData(std::make_shared<const DataSet>(std::vector<Example>(), full->task(), full->classes()),
                         tr("Clear all points"));
    laboratory_.say(tr("All points are gone. Ctrl+Z brings them back."));
}

void PointsFileRow::follow() {
    const bool any = !laboratory_.data()->empty();
    save_->setEnabled(any);
    clear_->setEnabled(any);
}

} // namespace perceptible
