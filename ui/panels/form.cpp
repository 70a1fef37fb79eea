#include "ui/panels/form.h"

#include <QAbstractSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace perceptible {
namespace {

constexpr int kHeadingHeight = 20;

class CalmInput : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override {
        auto* const field = static_cast<QWidget*>(watched);
        if (event->type() == QEvent::Wheel && !field->hasFocus()) {
            event->ignore(); // what lies below may scroll
            return true;
        }
        if (event->type() == QEvent::KeyPress) {
            const int key = static_cast<QKeyEvent*>(event)->key();
            if (key == Qt::Key_Return || key == Qt::Key_Enter) {
                field->clearFocus();
                return true;
            }
        }
        return false;
    }
};

} // namespace

QVBoxLayout* panelColumn(QWidget& panel) {
    auto* column = new QVBoxLayout(&panel);
    column->setContentsMargins(2 * kSpacing, kSpacing, 2 * kSpacing, 0);
    column->setSpacing(kLeastRowGap);
    return column;
}

void addGap(QVBoxLayout& column, int height) {
    column.addItem(new QSpacerItem(0, height, QSizePolicy::Minimum, QSizePolicy::Maximum));
}

void addPart(QVBoxLayout& column, QWidget& part) {
    addGap(column, kRowGap);
    column.addWidget(&part);
}

QLabel* headingLabel(const QString& text, QWidget& parent) {
    auto* label = new QLabel(text, &parent);
    label->setFont(fontFor(TextRole::heading));
    label->setProperty("quiet", true);
    label->setFixedHeight(scaled(kHeadingHeight));
    return label;
}

QLabel* captionLabel(const QString& text, QWidget& parent) {
    auto* label = new QLabel(text, &parent);
    label->setFont(fontFor(TextRole::caption));
    label->setProperty("quiet", true);
    return label;
}

void addRow(QVBoxLayout& column, const QString& name, QWidget& field, const QString& explanation) {
    auto* label = new QLabel(name, column.parentWidget());
    label->setBuddy(&field);
    label->setToolTip(explanation);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // spare height belongs below the rows
    explain(field, name, explanation);
    field.setFixedSize(fieldWidth(), rowHeight());

    auto* row = new QHBoxLayout;
    row->setSpacing(kSpacing);
    row->addWidget(label, 1);
    row->addWidget(&field);
    addGap(column, kRowGap);
    column.addLayout(row);
}

void explain(QWidget& control, const QString& name, const QString& explanation) {
    control.setAccessibleName(name);
    control.setAccessibleDescription(explanation);
    control.setToolTip(explanation);
}

void calmInput(QWidget& field) {
    field.setFocusPolicy(qobject_cast<QAbstractSpinBox*>(&field) ? Qt::StrongFocus : Qt::TabFocus);
    field.installEventFilter(new CalmInput(&field));
}

} // namespace perceptible
