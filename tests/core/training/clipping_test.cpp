// Gradient clipping by norm, over all parameters together.

#include <gtest/gtest.h>

#include "core/data/generators.h"
#include "core/training/trainer.h"

namespace perceptible {
namespace {

Hyperparameters clippedAt(std::optional<double> norm) {
    Hyperparameters h;
    h.learningRate = 0.5;
    h.clipNorm = norm;
    return h;
}

template <class Scalar>
class Clipping : public testing::Test {
protected:
    /// w before minus w after the first update.
    static Vector<Scalar> firstChange(const DataSet& data, const Hyperparameters& h) {
        Trainer<Scalar> trainer(data, h);
        const Vector<Scalar> before = trainer.parameters().values();
        EXPECT_EQ(trainer.step(), Trainer<Scalar>::Outcome::updated);
        return before - trainer.parameters().values();
    }
};
using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(Clipping, Scalars);

TYPED_TEST(Clipping, ShortensALongGradientAndKeepsItsDirection) {
    const DataSet data = generate({Generator::moons, 60, 0.2, 3});
    const Vector<TypeParam> free = this->firstChange(data, clippedAt({}));
    const Vector<TypeParam> clipped = this->firstChange(data, clippedAt(1e-2));
    ASSERT_GT(free.norm(), 0.5 * 1e-2);
    EXPECT_NEAR(static_cast<double>(clipped.norm()), 0.5 * 1e-2, 1e-7); // α · c
    EXPECT_NEAR(static_cast<double>(clipped.dot(free) / (clipped.norm() * free.norm())), 1, 1e-5);
}

TYPED_TEST(Clipping, LeavesAShortGradientAlone) {
    const DataSet data = generate({Generator::moons, 60, 0.2, 3});
    EXPECT_EQ(this->firstChange(data, clippedAt(1e6)), this->firstChange(data, clippedAt({})));
}

TYPED_TEST(Clipping, CountsThePenaltyAsPartOfTheGradient) {
    const DataSet data = generate({Generator::moons, 60, 0.2, 3});
    Hyperparameters h = clippedAt(1e-2);
    h.l2 = 1000;
    EXPECT_NEAR(static_cast<double>(this->firstChange(data, h).norm()), 0.5 * 1e-2, 1e-7);
}

/// Its square would overflow a float.
TYPED_TEST(Clipping, ShortensEvenAHugeGradient) {
    Hyperparameters h = clippedAt(1.0);
    h.hiddenLayers.clear();
    Trainer<TypeParam> trainer(DataSet({{1e6, 0, 1}, {-1e6, 1, 2}}, Task::regression), h);
    Parameters<TypeParam> parameters(trainer.architecture().units);
    parameters[0].W(0, 0) = static_cast<TypeParam>(1e12); // ŷ = ±1e18, dW = (1e24, −5e17)
    parameters[0].W(0, 1) = 0;
    trainer.setParameters(parameters);
    ASSERT_EQ(trainer.step(), Trainer<TypeParam>::Outcome::updated);
    // The gradient points along w[0] alone, by 0.5; the others' share is tiny.
    EXPECT_NEAR(static_cast<double>(trainer.parameters()[0].W(0, 0)), 1e12, 0.6 + (std::is_same_v<TypeParam, float> ? 1e5 : 0));
    EXPECT_LT(std::abs(trainer.parameters()[0].W(0, 1)), TypeParam(1e-5));
    EXPECT_GT(trainer.parameters()[0].W(0, 1), TypeParam(0));
}

} // namespace
} // namespace perceptible
