#include "ui/canvas/canvas_panel.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

#include "ui/canvas/boundary_canvas.h"
#include "ui/canvas/markers.h"
#include "ui/panels/form.h"
#include "ui/theme/theme.h"

namespace perceptible {
namespace {

constexpr int kToolIcon = 16;
constexpr int kClassIcon = 14;
constexpr double kClassMarker = 11;
constexpr int kRadiusKeyStep = 1;

/// The radius slider counts hundredths of the view's width.
int toPercent(double share) { return static_cast<int>(std::lround(share * 100)); }
double fromPercent(int percent) { return percent / 100.0; }

/// A slider behind its name. It keeps its place while it is hidden, so that nothing jumps when the tool changes.
QWidget* named(const QString& name, const QString& explanation, QSlider* slider, QWidget* parent) {
    auto* box = new QWidget(parent);
    QLabel* label = captionLabel(name, *box);
    label->setBuddy(slider);
    label->setToolTip(explanation);
    explain(*slider, name, explanation);
    calmInput(*slider);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpacing);
    row->addWidget(label);
    row->addWidget(slider, 1);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setRetainSizeWhenHidden(true);
    box->setSizePolicy(policy);
    return box;
}

QToolButton* buttonOf(QAction* action, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    explain(*button, action->text(), action->toolTip());
    return button;
}

} // namespace

CanvasPanel::CanvasPanel(Laboratory& laboratory, QWidget* parent)
    : QWidget(parent)
    , canvas_(new BoundaryCanvas(laboratory, this))
    , tools_(new QActionGroup(this))
    , classes_(new QActionGroup(this))
    , radius_(makeRadius())
    , density_(makeDensity()) {
    auto* settings = new QHBoxLayout;
    settings->setSpacing(2 * kSpacing);
    settings->addWidget(radius_);
    settings->addWidget(density_);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kSpacing, kSpacing, 2 * kSpacing, kSpacing);
    column->setSpacing(kSpacing);
    column->addWidget(headingLabel(tr("Decision boundary"), *this));
    column->addWidget(canvas_, 1);
    column->addLayout(makeChoices());
    column->addLayout(settings);
    chooseTool(canvas_->toolSettings().tool);
    drawClassIcons();
}

int CanvasPanel::heightForWidth(int width) const {
    const QMargins margins = contentsMargins() + layout()->contentsMargins();
    const int besideCanvas = minimumSizeHint().height() - canvas_->minimumSizeHint().height();
    return canvas_->heightForWidth(width - margins.left() - margins.right()) + besideCanvas;
}

QHBoxLayout* CanvasPanel::makeChoices() {
    auto* row = new QHBoxLayout;
    row->setSpacing(kSpacing / 2);
    addTool(row, Tool::brush, "brush", tr("Brush"),
            tr("Draw points of the chosen class while the button is held. The right button draws the other class, "
               "Shift erases."),
            Qt::Key_D);
    addTool(row, Tool::point, "point", tr("Single point"), tr("Put one point of the chosen class with each click."),
            Qt::Key_P);
    addTool(row, Tool::erase, "eraser", tr("Eraser"), tr("Remove the points that the ring passes over."), Qt::Key_E);
    row->addSpacing(kSpacing);
    row->addStretch();
    addClass(row, 0, tr("class 0"), tr("Draw points of class 0: orange circles."), Qt::Key_1);
    addClass(row, 1, tr("class 1"), tr("Draw points of class 1: blue diamonds."), Qt::Key_2);
    return row;
}

QAction* CanvasPanel::addChoice(QActionGroup* group, const QString& name, const QString& explanation, Qt::Key key) {
    auto* action = new QAction(name, group);
    action->setCheckable(true);
    action->setShortcut(key);
    //: A tool's name, its key and what it does.
    action->setToolTip(tr("%1 (%2): %3").arg(name, action->shortcut().toString(QKeySequence::NativeText), explanation));
    addAction(action);
    return action;
}

void CanvasPanel::addTool(QHBoxLayout* row, Tool tool, const char* icon, const QString& name,
                          const QString& explanation, Qt::Key key) {
    QAction* action = addChoice(tools_, name, explanation, key);
    action->setIcon(themedIcon(icon));
    action->setChecked(tool == canvas_->toolSettings().tool);
    connect(action, &QAction::triggered, this, [this, tool] { chooseTool(tool); });
    QToolButton* button = buttonOf(action, this);
    button->setIconSize({scaled(kToolIcon), scaled(kToolIcon)});
    row->addWidget(button);
}

void CanvasPanel::addClass(QHBoxLayout* row, int label, const QString& name, const QString& explanation, Qt::Key key) {
    QAction* action = addChoice(classes_, name, explanation, key);
    action->setData(label);
    action->setChecked(label == canvas_->toolSettings().label);
    connect(action, &QAction::triggered, this, [this, label] {
        ToolSettings settings = canvas_->toolSettings();
        settings.label = label;
        canvas_->setToolSettings(settings);
    });
    QToolButton* button = buttonOf(action, this);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIconSize({scaled(kClassIcon), scaled(kClassIcon)});
    button->setProperty("pill", true);
    row->addWidget(button);
}

QWidget* CanvasPanel::makeRadius() {
    auto* slider = new QSlider(Qt::Horizontal, this);
    slider->setRange(toPercent(ToolSettings::minRadius), toPercent(ToolSettings::maxRadius));
    slider->setValue(toPercent(canvas_->toolSettings().radius));
    connect(slider, &QSlider::valueChanged, this, [this](int percent) {
        ToolSettings settings = canvas_->toolSettings();
        settings.radius = fromPercent(percent);
        canvas_->setToolSettings(settings);
    });
    addRadiusKey(Qt::Key_BracketLeft, tr("Smaller radius"), slider, -kRadiusKeyStep);
    addRadiusKey(Qt::Key_BracketRight, tr("Larger radius"), slider, kRadiusKeyStep);
    return named(tr("Radius"), tr("The radius of brush and eraser. The keys [ and ] change it too."), slider, this);
}

void CanvasPanel::addRadiusKey(Qt::Key key, const QString& name, QSlider* slider, int change) {
    auto* action = new QAction(name, this);
    action->setShortcut(key);
    connect(action, &QAction::triggered, slider, [slider, change] { slider->setValue(slider->value() + change); });
    addAction(action);
}

QWidget* CanvasPanel::makeDensity() {
    auto* slider = new QSlider(Qt::Horizontal, this);
    slider->setRange(ToolSettings::minDensity, ToolSettings::maxDensity);
    slider->setValue(canvas_->toolSettings().density);
    connect(slider, &QSlider::valueChanged, this, [this](int density) {
        ToolSettings settings = canvas_->toolSettings();
        settings.density = density;
        canvas_->setToolSettings(settings);
    });
    return named(tr("Density"), tr("How many points the brush leaves under its ring."), slider, this);
}

void CanvasPanel::chooseTool(Tool tool) {
    ToolSettings settings = canvas_->toolSettings();
    settings.tool = tool;
    canvas_->setToolSettings(settings);
    radius_->setVisible(tool != Tool::point);
    density_->setVisible(tool == Tool::brush);
}

void CanvasPanel::drawClassIcons() {
    const double ratio = devicePixelRatioF();
    const int side = scaled(kClassIcon);
    for (QAction* action : classes_->actions()) {
        QPixmap pixmap(QSize(side, side) * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintMarker(painter, {side / 2.0, side / 2.0}, scaled(kClassMarker), action->data().toInt(), Role::train);
        painter.end();
        action->setIcon(pixmap);
    }
}

void CanvasPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        drawClassIcons();
    }
    QWidget::changeEvent(event);
}

} // namespace perceptible
