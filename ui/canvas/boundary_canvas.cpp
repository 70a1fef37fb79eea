#include "ui/canvas/boundary_canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "ui/canvas/canvas_painting.h"
#include "ui/canvas/readout.h"
#include "ui/theme/theme.h"

namespace perceptible {
namespace {

constexpr int kUsualSide = 340;
constexpr int kSmallestSide = 14 * kSpacing;
constexpr std::uint64_t kSeed = 1; // the same hand draws the same points
constexpr double kReach = 7;       // pixels from an example within which it is the one pointed at
constexpr double kStep = 1.0 / 40; // of the crosshair, as a share of the plane's width
constexpr double kFineStep = 1.0 / 200;

/// Shift always erases, the right button draws the other class.
ToolSettings adapted(ToolSettings settings, Qt::MouseButton button, Qt::KeyboardModifiers modifiers) {
    if (modifiers.testFlag(Qt::ShiftModifier)) {
        settings.tool = Tool::erase;
    }
    if (button == Qt::RightButton) {
        settings.label = 1 - settings.label;
    }
    return settings;
}

QPointF directionOf(int key) {
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

} // namespace

BoundaryCanvas::BoundaryCanvas(Laboratory& laboratory, QWidget* parent)
    : QWidget(parent)
    , laboratory_(laboratory)
    , random_(kSeed) {
    setAttribute(Qt::WA_OpaquePaintEvent); // paintEvent leaves no pixel out, so there is no need to fill them first
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setContextMenuPolicy(Qt::PreventContextMenu); // the right button draws
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Decision boundary"));
    describe();

    connect(&laboratory_, &Laboratory::dataChanged, this, [this] {
        describe();
        update();
    });
    connect(&laboratory_, &Laboratory::pictureChanged, this, qOverload<>(&QWidget::update));
    connect(&laboratory_, &Laboratory::regionChanged, this, qOverload<>(&QWidget::update));
}

void BoundaryCanvas::setToolSettings(const ToolSettings& settings) {
    settings_ = settings;
    update();
}

QSize BoundaryCanvas::sizeHint() const { return {kUsualSide, heightForWidth(kUsualSide)}; }
QSize BoundaryCanvas::minimumSizeHint() const { return {kSmallestSide, heightForWidth(kSmallestSide)}; }

int BoundaryCanvas::readoutHeight() const { return QFontMetrics(fontFor(TextRole::caption)).height() + kSpacing; }

PlaneMapping BoundaryCanvas::mapping() const {
    const int side = std::max(1, std::min(width(), height() - readoutHeight()));
    const int left = (width() - side) / 2;
    return {stroke_ ? stroke_->region() : laboratory_.region(), QRectF(left, 0, side, side)};
}

std::optional<std::size_t> BoundaryCanvas::exampleUnderPointer() const {
    if (!pointer_ || stroke_) {
        return std::nullopt;
    }
    const PlaneMapping plane = mapping();
    const double reach = scaled(kReach) / plane.frame.width() * plane.region.width();
    return nearestExample(laboratory_.data()->examples(), plane.toPlane(pointer_->position), reach);
}

QString BoundaryCanvas::readout() const {
    if (!pointer_) {
        return Readout::ofRegion(mapping().region);
    }
    if (const auto example = exampleUnderPointer()) {
        return Readout::ofExample(laboratory_, *example);
    }
    return Readout::ofPlace(laboratory_, mapping().toPlane(pointer_->position));
}

void BoundaryCanvas::describe() { setAccessibleDescription(Readout::ofData(*laboratory_.data())); }

// Mouse and keyboard

void BoundaryCanvas::mousePressEvent(QMouseEvent* event) {
    const PlaneMapping plane = mapping();
    const bool draws = event->button() == Qt::LeftButton || event->button() == Qt::RightButton;
    if (stroke_ || !draws || !plane.frame.contains(event->position())) {
        return;
    }
    pointer_ = Pointer{event->position()};
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        if (const auto example = exampleUnderPointer()) {
            emit exampleChosen(*example);
        }
        return;
    }
    stroke_.emplace(laboratory_, adapted(settings_, event->button(), event->modifiers()), random_);
    stroke_->moveTo(plane.toPlane(event->position()));
    update();
}

void BoundaryCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() == Qt::NoButton) {
        stroke_.reset(); // its release went elsewhere
    }
    const PlaneMapping plane = mapping();
    if (stroke_) {
        stroke_->moveTo(plane.toPlane(event->position()));
    }
    if (plane.frame.contains(event->position())) {
        pointer_ = Pointer{event->position()};
    } else {
        pointer_.reset();
    }
    update();
}

void BoundaryCanvas::mouseReleaseEvent(QMouseEvent*) {
    stroke_.reset();
    update();
}

void BoundaryCanvas::leaveEvent(QEvent*) {
    if (!hasCrosshair()) {
        pointer_.reset();
        update();
    }
}

void BoundaryCanvas::mark(std::optional<std::size_t> example) {
    marked_ = example;
    update();
}

/// Escape leaves the crosshair before it leaves anything else.
bool BoundaryCanvas::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && hasCrosshair() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void BoundaryCanvas::hideEvent(QHideEvent*) { stroke_.reset(); }

void BoundaryCanvas::resizeEvent(QResizeEvent*) { pointer_.reset(); }

void BoundaryCanvas::focusInEvent(QFocusEvent*) { update(); }

void BoundaryCanvas::focusOutEvent(QFocusEvent*) {
    stroke_.reset();
    removeCrosshair();
    update();
}

void BoundaryCanvas::keyPressEvent(QKeyEvent* event) {
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const QPointF direction = directionOf(event->key());
    if (event->modifiers().testFlag(Qt::ControlModifier) && !direction.isNull()) {
        moveCrosshair(direction, shift ? kFineStep : kStep);
    } else if (hasCrosshair() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Stroke(laboratory_, adapted(settings_, Qt::LeftButton, event->modifiers()), random_)
            .moveTo(mapping().toPlane(pointer_->position));
    } else if (hasCrosshair() && event->key() == Qt::Key_Escape) {
        removeCrosshair();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void BoundaryCanvas::moveCrosshair(QPointF direction, double step) {
    const QRectF frame = mapping().frame;
    const QPointF from = pointer_ ? pointer_->position : frame.center();
    const QPointF to = hasCrosshair() ? from + direction * step * frame.width() : from; // it appears before it moves
    pointer_ = Pointer{
        {std::clamp(to.x(), frame.left(), frame.right()), std::clamp(to.y(), frame.top(), frame.bottom())}, true};
    update();
}

void BoundaryCanvas::removeCrosshair() {
    if (hasCrosshair()) {
        pointer_.reset();
        update();
    }
}

// Painting

void BoundaryCanvas::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        field_.retheme();
        points_.clear();
        update();
    }
    QWidget::changeEvent(event);
}

void BoundaryCanvas::paintEvent(QPaintEvent*) {
    const PlaneMapping plane = mapping();
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().panel);
    painter.fillRect(plane.frame, Theme::current().neutral);
    painter.setClipRect(plane.frame);
    field_.paint(painter, plane, laboratory_.picture());
    paintExamples(painter, plane);
    paintPointer(painter, plane);
    paintFrame(painter, plane.frame, hasFocus());
    painter.setClipping(false);
    paintReadout(painter, plane.frame);
}

void BoundaryCanvas::paintExamples(QPainter& painter, const PlaneMapping& plane) {
    if (laboratory_.data()->empty()) {
        paintInvitation(painter, plane.frame, tr("Draw two clouds of points here"));
        return;
    }
    const double scale = devicePixelRatioF();
    const int side = static_cast<int>(plane.frame.width() * scale + 0.5);
    painter.drawImage(plane.frame, points_.image(laboratory_.data(), plane.region, side, scale));
}

/// The ring that brush and eraser work in, the crosshair of the keyboard, and a ring around the example pointed at.
void BoundaryCanvas::paintPointer(QPainter& painter, const PlaneMapping& plane) {
    if (marked_ && *marked_ < laboratory_.data()->size()) {
        const QPointF place = plane.toScreen(placeOf(laboratory_.data()->examples()[*marked_]));
        QPainterPath rings;
        rings.addEllipse(place, scaled(kReach), scaled(kReach));
        rings.addEllipse(place, scaled(2 * kReach), scaled(2 * kReach));
        strokeVisibly(painter, rings);
    }
    if (!pointer_) {
        return;
    }
    const QPointF at = pointer_->position;
    QPainterPath path;
    if (settings_.tool != Tool::point) {
        const double radius = settings_.radius * plane.frame.width();
        path.addEllipse(at, radius, radius);
    }
    if (pointer_->byKeyboard) {
        path.moveTo(at.x(), plane.frame.top());
        path.lineTo(at.x(), plane.frame.bottom());
        path.moveTo(plane.frame.left(), at.y());
        path.lineTo(plane.frame.right(), at.y());
    }
    if (const auto example = exampleUnderPointer()) {
        path.addEllipse(plane.toScreen(placeOf(laboratory_.data()->examples()[*example])), scaled(kReach),
                        scaled(kReach));
    }
    strokeVisibly(painter, path);
}

void BoundaryCanvas::paintReadout(QPainter& painter, const QRectF& frame) {
    painter.setPen(Theme::current().quietText);
    painter.setFont(fontFor(TextRole::caption));
    const double room = width() - frame.left();
    painter.drawText(QRectF(frame.left(), frame.bottom(), room, readoutHeight()), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(readout(), Qt::ElideRight, static_cast<int>(room)));
}

} // namespace perceptible
