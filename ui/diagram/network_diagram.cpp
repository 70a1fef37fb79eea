#include "ui/diagram/network_diagram.h"

#include <QEvent>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "ui/live/laboratory.h"
#include "ui/theme/theme.h"

namespace perceptible {

NetworkDiagram::NetworkDiagram(Laboratory& laboratory, QWidget* parent)
    : NetworkDiagram(parent) {
    connect(&laboratory, &Laboratory::pictureChanged, this, [this, &laboratory] { showPicture(laboratory.picture()); });
    showPicture(laboratory.picture());
}

NetworkDiagram::NetworkDiagram(QWidget* parent)
    : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent); // every pixel is painted, so Qt needn't clear them first
    setAccessibleName(tr("Network"));
}

QSize NetworkDiagram::sizeHint() const { return {780, 470}; }

QSize NetworkDiagram::minimumSizeHint() const { return {40 * kSpacing, 20 * kSpacing}; }

void NetworkDiagram::showPicture(PicturePtr picture) {
    picture_ = std::move(picture);
    refresh();
}

void NetworkDiagram::refresh() {
    // A view that nobody sees costs nothing; it catches up when it is shown.
    if (!picture_ || !isVisible()) {
        return;
    }
    scene_.show(picture_, size(), devicePixelRatioF());
    const auto isGone = [this](const DiagramTarget& target) {
        return target.kind != DiagramTarget::Kind::none && !scene_.has(target);
    };
    if (isGone(hovered_)) {
        hovered_ = {};
    }
    if (isGone(pinnedTarget_)) {
        unpin();
    }
    emphasise();
    describeForScreenReaders();
    update();
}

void NetworkDiagram::describeForScreenReaders() {
    const Architecture& architecture = picture_->snapshot->architecture;
    if (architecture == described_) {
        return;
    }
    described_ = architecture;
    QStringList units;
    for (std::size_t l = 1; l + 1 < architecture.units.size(); ++l) {
        units << QString::number(architecture.units[l]);
    }
    setAccessibleDescription(
        units.isEmpty()
            ? tr("Two inputs and one output, no hidden layer. Ctrl and the arrow keys walk from unit to unit.")
            : tr("Two inputs, hidden layers with %1 units, one output. Ctrl and the arrow keys walk from unit to unit.")
                  .arg(units.join(QStringLiteral(", "))));
}

void NetworkDiagram::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (!scene_.picture()) {
        painter.fillRect(rect(), Theme::current().ground);
        return;
    }
    scene_.paint(painter);
    const bool hasCard = target().kind != DiagramTarget::Kind::none;
    scene_.paintLegend(painter, hasCard ? scene_.paintCardOf(painter, target(), pinned_) : QRectF());
    if (framed_ && !pinned_) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(Theme::current().accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void NetworkDiagram::resizeEvent(QResizeEvent*) { refresh(); }

void NetworkDiagram::showEvent(QShowEvent*) { refresh(); }

void NetworkDiagram::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        scene_.forget();
        refresh();
    }
    QWidget::changeEvent(event);
}

void NetworkDiagram::mouseMoveEvent(QMouseEvent* event) {
    if (scene_.picture()) {
        hover(scene_.targetAt(event->position()));
    }
}

void NetworkDiagram::leaveEvent(QEvent*) { hover({}); }

void NetworkDiagram::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !scene_.picture()) {
        return;
    }
    const DiagramTarget clicked = scene_.targetAt(event->position());
    if (clicked.kind == DiagramTarget::Kind::none || (pinned_ && clicked == pinnedTarget_)) {
        unpin();
    } else {
        pin(clicked);
    }
}

void NetworkDiagram::hover(const DiagramTarget& target) {
    if (target != hovered_) {
        hovered_ = target;
        emphasise();
        update();
    }
}

void NetworkDiagram::light(const DiagramTarget& target) {
    lit_ = target;
    emphasise();
    update();
}

void NetworkDiagram::emphasise() {
    scene_.emphasise(target().kind != DiagramTarget::Kind::none || !scene_.picture() || !scene_.has(lit_) ? target()
                                                                                                          : lit_);
}

/// Escape leaves what is pinned before it leaves anything else.
bool NetworkDiagram::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && pinned_ &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void NetworkDiagram::pin(const DiagramTarget& target) {
    pinned_ = true;
    pinnedTarget_ = target;
    emphasise();
    const CardText text = scene_.textOf(target);
    setAccessibleDescription((QStringList(text.title) + text.lines).join(QStringLiteral(". ")));
    emit chosen(target);
    update();
}

void NetworkDiagram::unpin() {
    pinned_ = false;
    pinnedTarget_ = {};
    described_ = {};
    emphasise();
    update();
}

void NetworkDiagram::keyPressEvent(QKeyEvent* event) {
    const bool arrow = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right || event->key() == Qt::Key_Up ||
                       event->key() == Qt::Key_Down;
    if (arrow && event->modifiers().testFlag(Qt::ControlModifier) && scene_.picture()) {
        walk(event->key());
    } else if (event->key() == Qt::Key_Escape && pinned_) {
        unpin();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void NetworkDiagram::focusInEvent(QFocusEvent* event) {
    framed_ = event->reason() != Qt::MouseFocusReason && event->reason() != Qt::ActiveWindowFocusReason;
    update();
}

void NetworkDiagram::focusOutEvent(QFocusEvent*) {
    framed_ = false;
    update();
}

void NetworkDiagram::walk(int key) {
    const auto& layers = scene_.layout().layers;
    const auto shown = [&](int layer) {
        return static_cast<int>(layers[static_cast<std::size_t>(layer)].tiles.size());
    };
    if (pinnedTarget_.kind != DiagramTarget::Kind::unit) {
        pin({DiagramTarget::Kind::unit, 0, 0, 0});
        return;
    }
    int layer = pinnedTarget_.layer;
    int unit = pinnedTarget_.unit;
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        unit = std::clamp(unit + (key == Qt::Key_Up ? -1 : 1), 0, shown(layer) - 1);
    } else {
        // Stays at about the same height.
        const int next = std::clamp(layer + (key == Qt::Key_Left ? -1 : 1), 0, static_cast<int>(layers.size()) - 1);
        unit = (2 * unit + 1) * shown(next) / (2 * shown(layer));
        layer = next;
    }
    pin({DiagramTarget::Kind::unit, layer, unit, 0});
}

} // namespace perceptible
