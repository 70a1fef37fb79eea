// N updates, then M in another trainer that was given the state, are N + M updates: bit for bit.

#include <rapidcheck/gtest.h>

#include "any_training.h"

namespace perceptible {
namespace {

/// False when training diverges on the way.
template <class Scalar>
bool makesSteps(Trainer<Scalar>& trainer, int count) {
    for (int i = 0; i < count; ++i) {
        if (trainer.step() == Trainer<Scalar>::Outcome::diverged) {
            return false;
        }
    }
    return true;
}

template <class Scalar>
void expectToGoOn() {
    const DataSet data = anyData();
    const Hyperparameters h = anyHyperparameters();
    RC_ASSERT(h.validate().empty());
    const int before = *rc::gen::inRange(0, 60);
    const int after = *rc::gen::inRange(1, 60);
    Trainer<Scalar> undisturbed(data, h);
    makesSteps(undisturbed, before);
    const TrainingState<Scalar> state = undisturbed.state();
    Trainer<Scalar> resumed(data, h);
    makesSteps(resumed, *rc::gen::inRange(0, 3)); // whatever it did before
    resumed.setState(state);
    RC_ASSERT(resumed.state() == state);
    RC_ASSERT(resumed.measure(Role::train)->accuracy == undisturbed.measure(Role::train)->accuracy);
    if (makesSteps(undisturbed, after)) {
        RC_ASSERT(makesSteps(resumed, after));
        RC_ASSERT(resumed.state() == undisturbed.state());
    } else {
        RC_ASSERT(!makesSteps(resumed, after + 1)); // it may have to make the update again that was taken back
    }
}

RC_GTEST_PROP(TrainingState, IsAllThatGoingOnNeedsInFloat, ()) { expectToGoOn<float>(); }
RC_GTEST_PROP(TrainingState, IsAllThatGoingOnNeedsInDouble, ()) { expectToGoOn<double>(); }

} // namespace
} // namespace perceptible
