#include "ui/plots/layer_card.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/panels/names.h"
#include "ui/theme/notation.h"
#include "ui/theme/theme.h"

namespace perceptible {

namespace {

class Card {
    Q_DECLARE_TR_FUNCTIONS(LayerCard)
};

constexpr double kSeparatedRow = 6; // rows at least so high are set apart by fine lines

/// One pixel for each value, made smaller (by averaging colours) where there are more values than pixels.
QImage heatMapOf(const Matrix<float>& A, const ValueScale& scale, QSize pixels) {
    QImage image(static_cast<int>(A.cols()), static_cast<int>(A.rows()), QImage::Format_RGB32);
    for (int i = 0; i < image.height(); ++i) {
        auto* const line = reinterpret_cast<QRgb*>(image.scanLine(i));
        const float* const values = A.row(i).data();
        std::transform(values, values + A.cols(), line, [&scale](float a) { return diverging(scale(a)); });
    }
    const QSize fitting = image.size().boundedTo(pixels.expandedTo({1, 1}));
    return fitting == image.size() ? image : image.scaled(fitting, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

struct Range {
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();
};

/// Of the finite values; NaN when there are none.
Range finiteRange(const Matrix<float>& A) {
    Range range;
    for (const float a : A.reshaped()) {
        if (std::isfinite(a)) {
            range.low = std::fmin(range.low, a); // the other one when one is NaN
            range.high = std::fmax(range.high, a);
        }
    }
    return range;
}

bool isBounded(const Architecture& architecture, int layer) {
    if (layer == 0) {
        return true; // by the region
    }
    const Activation g = architecture.activations[static_cast<std::size_t>(layer - 1)];
    return g == Activation::sigmoid || g == Activation::tanh || g == Activation::sine;
}

} // namespace

QString layerCardCaption(const Picture& picture, int layer) {
    const Snapshot& snapshot = *picture.snapshot;
    const QString n = QString::number(snapshot.architecture.units[static_cast<std::size_t>(layer)]);
    const QString m = QLocale().toString(static_cast<qlonglong>(snapshot.data->count(Role::train)));
    return layer == 0 ? Card::tr("A[0] = X  %1 × %2").arg(n, m)
                      : Card::tr("A[%1]  %2 × %3 · %4")
                            .arg(QString::number(layer), n, m,
                                 Names::of(snapshot.architecture.activations[static_cast<std::size_t>(layer - 1)]));
}

void LayerCard::show(const Picture& picture, int layer, const ValueScale& scale, QSize pixels) {
    const Matrix<float>& A = picture.activations[static_cast<std::size_t>(layer)];
    const auto& examples = picture.snapshot->data->examples();
    const auto zeros = std::count_if(picture.shownExamples.begin(), picture.shownExamples.end(), [&](int example) {
        return examples[static_cast<std::size_t>(example)].label() == 0;
    });
    classZeroShare_ = static_cast<double>(zeros) / static_cast<double>(picture.shownExamples.size());
    units_ = static_cast<int>(A.rows());
    scale_ = scale;
    heatMap_ = heatMapOf(A, scale, pixels);
    isZero_ = A.size() > 0 && (A.array() == 0).all();
    if (isBounded(picture.snapshot->architecture, layer)) {
        histogram_ = histogramOf(A, scale.neutral - scale.full, scale.neutral + scale.full);
        return;
    }
    const Range range = finiteRange(A);
    const double low = low_.follow(std::max(-range.low, 0.0)); // NaN stays NaN in this order
    const double high = high_.follow(std::max(range.high, 0.0));
    histogram_ = histogramOf(A, 0 - low, low + high > 0 ? high : 1);
}

void LayerCard::paint(QPainter& painter, const LayerCardPlace& place, const QString& caption) const {
    painter.setFont(fontFor(TextRole::caption));
    painter.setPen(Theme::current().text);
    painter.drawText(place.caption, Qt::AlignLeft | Qt::AlignVCenter, caption);
    paintClasses(painter, place.classes);
    paintHeatMap(painter, place.heatMap);
    paintHistogram(painter, place);
}

void LayerCard::paintClasses(QPainter& painter, const QRectF& place) const {
    QRectF zeros = place;
    zeros.setWidth(std::round(place.width() * classZeroShare_));
    QRectF ones = place;
    ones.setLeft(zeros.right());
    painter.fillRect(zeros, Theme::current().class0);
    painter.fillRect(ones, Theme::current().class1);
}

void LayerCard::paintHeatMap(QPainter& painter, const QRectF& place) const {
    painter.drawImage(place, heatMap_);
    const double rowHeight = place.height() / units_;
    if (rowHeight >= kSeparatedRow) {
        painter.setPen(Theme::current().panel);
        for (int i = 1; i < units_; ++i) {
            const double y = std::round(place.top() + i * rowHeight);
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right() - 1, y));
        }
    }
    painter.setPen(Theme::current().strongLine);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(place.adjusted(0, 0, -1, -1));
}

void LayerCard::paintHistogram(QPainter& painter, const LayerCardPlace& place) const {
    const QRectF& area = place.histogram;
    const Theme& theme = Theme::current();
    painter.setPen(theme.strongLine);
    painter.drawLine(area.bottomLeft(), area.bottomRight() - QPointF(1, 0));
    painter.setPen(theme.quietText);
    if (histogram_.isEmpty()) {
        painter.drawText(area, Qt::AlignCenter, Card::tr("not finite"));
        return;
    }
    painter.drawText(place.axis, Qt::AlignLeft | Qt::AlignBottom, shortNumberText(histogram_.low));
    painter.drawText(place.axis, Qt::AlignRight | Qt::AlignBottom, shortNumberText(histogram_.high));
    if (isZero_) {
        painter.drawText(place.axis, Qt::AlignHCenter | Qt::AlignBottom, Card::tr("0 everywhere"));
    }
    paintBars(painter, area);
}

void LayerCard::paintBars(QPainter& painter, const QRectF& area) const {
    const double most = histogram_.most();
    const double binWidth = area.width() / Histogram::kBins;
    for (int bin = 0; bin < Histogram::kBins; ++bin) {
        const int count = histogram_.counts[static_cast<std::size_t>(bin)];
        if (count == 0) {
            continue;
        }
        const double left = std::round(area.left() + bin * binWidth);
        const double right = std::round(area.left() + (bin + 1) * binWidth);
        const double height = std::max(1.0, std::round(count / most * (area.height() - 1)));
        painter.fillRect(QRectF(left, area.bottom() - height, std::max(1.0, right - left - 1), height),
                         QColor(divergingInk(scale_(static_cast<float>(histogram_.mean(bin))))));
    }
}

} // namespace perceptible
