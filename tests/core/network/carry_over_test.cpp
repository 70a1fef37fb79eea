// Structure edits keep every weight and bias that survives.

#include <gtest/gtest.h>

#include "core/network/initialization.h"

namespace perceptible {
namespace {

/// Parameters whose every number says where it stands: 1000 · layer + 10 · row + column, biases in column 9.
Parameters<float> numbered(const std::vector<int>& units, float offset) {
    Parameters<float> parameters(units);
    for (std::size_t l = 0; l < parameters.size(); ++l) {
        const float layer = offset + 1000 * static_cast<float>(l + 1);
        for (Eigen::Index i = 0; i < parameters[l].W.rows(); ++i) {
            for (Eigen::Index j = 0; j < parameters[l].W.cols(); ++j) {
                parameters[l].W(i, j) = layer + 10 * static_cast<float>(i) + static_cast<float>(j);
            }
            parameters[l].b[i] = layer + 10 * static_cast<float>(i) + 9;
        }
    }
    return parameters;
}

constexpr float fromTrained = 0;
constexpr float fromFresh = 0.5;

Parameters<float> carried(const std::vector<int>& before, const std::vector<int>& after) {
    return carryOver(numbered(before, fromTrained), numbered(after, fromFresh));
}

TEST(CarryOver, KeepsEverythingInTheSameStructure) {
    EXPECT_EQ(carried({2, 4, 3, 1}, {2, 4, 3, 1}), numbered({2, 4, 3, 1}, fromTrained));
}

TEST(CarryOver, KeepsTheOldUnitsOfAWidenedLayer) {
    const auto result = carried({2, 3, 1}, {2, 5, 1});
    const auto trained = numbered({2, 3, 1}, fromTrained);
    const auto fresh = numbered({2, 5, 1}, fromFresh);
    EXPECT_EQ(result[0].W.topRows(3), trained[0].W);
    EXPECT_EQ(result[0].b.head(3), trained[0].b);
    EXPECT_EQ(result[0].W.bottomRows(2), fresh[0].W.bottomRows(2));
    EXPECT_EQ(result[0].b.tail(2), fresh[0].b.tail(2));
    EXPECT_EQ(result[1].W.leftCols(3), trained[1].W);
    EXPECT_EQ(result[1].W.rightCols(2), fresh[1].W.rightCols(2));
    EXPECT_EQ(result[1].b, trained[1].b);
}

TEST(CarryOver, KeepsTheFirstUnitsOfANarrowedLayer) {
    const auto result = carried({2, 5, 4, 1}, {2, 3, 4, 1});
    const auto trained = numbered({2, 5, 4, 1}, fromTrained);
    EXPECT_EQ(result[0].W, trained[0].W.topRows(3));
    EXPECT_EQ(result[1].W, trained[1].W.leftCols(3));
    EXPECT_EQ(result[2], trained[2]);
}

TEST(CarryOver, KeepsTheOtherHiddenLayersAndTheOutputWhenALayerIsAdded) {
    const auto result = carried({2, 4, 1}, {2, 4, 3, 1});
    const auto trained = numbered({2, 4, 1}, fromTrained);
    const auto fresh = numbered({2, 4, 3, 1}, fromFresh);
    EXPECT_EQ(result[0], trained[0]);
    EXPECT_EQ(result[1], fresh[1]);
    EXPECT_EQ(result[2].W, trained[1].W.leftCols(3));
    EXPECT_EQ(result[2].b, trained[1].b);
}

TEST(CarryOver, KeepsTheFirstHiddenLayersAndTheOutputWhenALayerIsRemoved) {
    const auto result = carried({2, 4, 3, 1}, {2, 4, 1});
    const auto trained = numbered({2, 4, 3, 1}, fromTrained);
    EXPECT_EQ(result[0], trained[0]);
    EXPECT_EQ(result[1].W.leftCols(3), trained[2].W);
    EXPECT_EQ(result[1].b, trained[2].b);
}

TEST(CarryOver, KeepsTheOutputWhenAllHiddenLayersGo) {
    const auto result = carried({2, 4, 1}, {2, 1});
    ASSERT_EQ(result.size(), 1U);
    const auto trained = numbered({2, 4, 1}, fromTrained);
    EXPECT_EQ(result[0].W, trained[1].W.leftCols(2));
}

} // namespace
} // namespace perceptible
