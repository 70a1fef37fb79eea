#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "ui/theme/theme.h"

namespace perceptible {
namespace {

/// The files draw with `currentColor`, which is replaced by the ink of the moment.
class ThemedIconEngine : public QIconEngine {
public:
    ThemedIconEngine(QString name, IconGround ground)
        : name_(std::move(name))
        , ground_(ground) {}

    QIconEngine* clone() const override { return new ThemedIconEngine(*this); }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, drawn(rect.size() * ratio, ink(mode, state)));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return drawn(size, ink(mode, state));
    }

private:
    QColor ink(QIcon::Mode mode, QIcon::State state) const {
        const Theme& theme = Theme::current();
        if (mode == QIcon::Disabled) {
            return theme.quietText;
        }
        if (ground_ == IconGround::accent) {
            return theme.onAccent;
        }
        return state == QIcon::On ? theme.accent : theme.text;
    }

    /// `size` is in device pixels.
    QPixmap drawn(const QSize& size, const QColor& ink) const {
        const QString key =
            QStringLiteral("%1 %2x%3 %4").arg(name_).arg(size.width()).arg(size.height()).arg(ink.name());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap)) {
            return pixmap;
        }
        QFile file(QStringLiteral(":/icons/%1.svg").arg(name_));
        if (!file.open(QIODevice::ReadOnly)) {
            qWarning("There is no icon named %s", qPrintable(name_));
            return pixmap;
        }
        QSvgRenderer renderer(file.readAll().replace("currentColor", ink.name().toLatin1()));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QString name_;
    IconGround ground_;
};

} // namespace

QIcon themedIcon(const char* name, IconGround ground) {
    return QIcon(new ThemedIconEngine(QString::fromLatin1(name), ground)); // the icon owns its engine
}

} // namespace perceptible
