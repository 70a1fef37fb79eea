#include "ui/diagram/captions.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/panels/names.h"
#include "ui/theme/notation.h"
#include "ui/theme/theme.h"

namespace perceptible {

namespace {

constexpr double kGapBetweenCaptions = kSpacing / 2.0;
constexpr int kMostDetails = 3; // lines below the title; more would take too much height from the units

/// The wordings of one layer's caption, from full (0) to none.
class CaptionWords {
    Q_DECLARE_TR_FUNCTIONS(LayerCaption)

public:
    CaptionWords(const Architecture& architecture, std::size_t m, int layer)
        : architecture_(architecture)
        , m_(m)
        , layer_(layer) {}

    static constexpr int kTitles = 3;
    QString title(int brevity) const {
        if (brevity == kTitles - 1) {
            return QString::number(layer_);
        }
        if (layer_ == 0) {
            return tr("Input");
        }
        return brevity == 0 ? tr("Layer %1 · %2").arg(QString::number(layer_), Names::of(activation()))
                            : tr("Layer %1").arg(layer_);
    }

    static constexpr int kActivations = 3;
    QStringList activationLine(int brevity) const {
        if (layer_ == 0 || brevity == kActivations - 1) {
            return {};
        }
        return {brevity == 1 && activation() == Activation::leakyRelu ? tr("leaky") : Names::of(activation())};
    }

    static constexpr int kShapes = 4;
    QStringList shapeLines(int brevity) const { return layer_ == 0 ? inputShape(brevity) : parameterShapes(brevity); }

private:
    Activation activation() const { return architecture_.activations[static_cast<std::size_t>(layer_ - 1)]; }
    QString units(int layer) const { return QString::number(architecture_.units[static_cast<std::size_t>(layer)]); }

    QStringList inputShape(int brevity) const {
        const QString shape = QStringLiteral("%1×%2").arg(units(0), QString::number(m_));
        switch (brevity) {
        case 0:
            return {QStringLiteral("A[0] = X  %1").arg(shape)};
        case 1:
            return {QStringLiteral("A[0] = X"), shape};
        case 2:
            return {QStringLiteral("X"), shape};
        default:
            return {};
        }
    }

    QStringList parameterShapes(int brevity) const {
        const QString W = QStringLiteral("%1×%2").arg(units(layer_), units(layer_ - 1));
        const QString b = QStringLiteral("%1×1").arg(units(layer_));
        const QString l = QString::number(layer_);
        switch (brevity) {
        case 0:
            return {QStringLiteral("W[%1] %2   b[%1] %3").arg(l, W, b)};
        case 1:
            return {QStringLiteral("W[%1] %2").arg(l, W), QStringLiteral("b[%1] %2").arg(l, b)};
        case 2:
            return {QStringLiteral("W %1").arg(W), QStringLiteral("b %1").arg(b)};
        default:
            return {};
        }
    }

    const Architecture& architecture_;
    std::size_t m_;
    int layer_;
};

/// The smallest brevity below `wordings` at which the lines of every layer fit; the last one if none does.
template <class LinesOf>
int fittingBrevity(const std::vector<CaptionWords>& layers, int wordings, const QFontMetricsF& metrics, double width,
                   qsizetype mostLines, LinesOf linesOf) {
    for (int brevity = 0; brevity < wordings - 1; ++brevity) {
        const bool fits = std::all_of(layers.begin(), layers.end(), [&](const CaptionWords& words) {
            const QStringList lines = linesOf(words, brevity);
            return lines.size() <= mostLines && std::all_of(lines.begin(), lines.end(), [&](const QString& line) {
                       return metrics.horizontalAdvance(line) <= width;
                   });
        });
        if (fits) {
            return brevity;
        }
    }
    return wordings - 1;
}

} // namespace

std::vector<LayerCaption> layerCaptions(const Architecture& architecture, std::size_t m, const CaptionSpace& space) {
    std::vector<CaptionWords> layers;
    for (int l = 0; l <= architecture.layers(); ++l) {
        layers.emplace_back(architecture, m, l);
    }
    const double width = space.width - kGapBetweenCaptions;
    const int title = fittingBrevity(layers, CaptionWords::kTitles, space.title, width, 1,
                                     [](const CaptionWords& words, int b) { return QStringList(words.title(b)); });
    // A full title names the activation already.
    const int activation =
        title == 0 ? CaptionWords::kActivations - 1
                   : fittingBrevity(layers, CaptionWords::kActivations, space.detail, width, kMostDetails,
                                    [](const CaptionWords& words, int b) { return words.activationLine(b); });
    const int linesLeft = kMostDetails - (activation < CaptionWords::kActivations - 1 ? 1 : 0);
    const auto fittingShape = [&](const QFontMetricsF& metrics) {
        return fittingBrevity(layers, CaptionWords::kShapes, metrics, width, linesLeft,
                              [](const CaptionWords& words, int b) { return words.shapeLines(b); });
    };
    int shape = fittingShape(space.detail);
    const bool small = shape == CaptionWords::kShapes - 1;
    if (small) {
        shape = fittingShape(space.small);
    }
    std::vector<LayerCaption> captions;
    for (const CaptionWords& words : layers) {
        captions.push_back({words.title(title), words.activationLine(activation) + words.shapeLines(shape), small});
    }
    return captions;
}

LayerCaption fullCaption(const Architecture& architecture, std::size_t m, int layer) {
    const CaptionWords words(architecture, m, layer);
    return {words.title(0), words.shapeLines(0), false};
}

} // namespace perceptible
