#include "ui/theme/value_scale.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/theme/theme.h"

namespace perceptible {

namespace {

ValueScale symmetricScale(const Matrix<float>& map) {
    const float largest = map.size() == 0 ? 0 : map.cwiseAbs().maxCoeff<Eigen::PropagateNumbers>();
    // A layer that is zero everywhere, or holds no number at all, is neutral on any scale.
    return {0, largest >= std::numeric_limits<float>::min() ? largest : 1};
}

} // namespace

QRgb divergingInk(float value) {
    const Theme& theme = Theme::current();
    const QColor& full = value < 0 ? theme.class0 : theme.class1;
    const float share = std::sqrt(std::min(1.0F, std::abs(value)));
    const auto mix = [share](int quiet, int loud) {
        return quiet + static_cast<int>(std::lround(static_cast<float>(loud - quiet) * share));
    };
    return qRgb(mix(theme.strongLine.red(), full.red()), mix(theme.strongLine.green(), full.green()),
                mix(theme.strongLine.blue(), full.blue()));
}

std::vector<ValueScale> valueScales(const Picture& picture) {
    const Region& region = picture.view.region;
    const double reach =
        std::max({std::abs(region.x1Min), std::abs(region.x1Max), std::abs(region.x2Min), std::abs(region.x2Max)});
    std::vector<ValueScale> scales{{0, static_cast<float>(reach)}};
    const auto& activations = picture.snapshot->architecture.activations;
    for (std::size_t l = 1; l <= activations.size(); ++l) {
        switch (activations[l - 1]) {
        case Activation::sigmoid:
            scales.push_back({0.5F, 0.5F});
            break;
        case Activation::tanh:
        case Activation::sine:
            scales.push_back({0, 1});
            break;
        default:
            scales.push_back(symmetricScale(picture.unitMaps[l]));
        }
    }
    return scales;
}

} // namespace perceptible
