#pragma once

#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace perceptible {

class BackpropBench;
class Laboratory;
class LayersBench;
class Walk;

/// The bench below the network, with two faces: the activations of every layer, and the walk through one iteration.
class Bench : public QWidget {
    Q_OBJECT

public:
    explicit Bench(Laboratory& laboratory, QWidget* parent = nullptr);

    /// Shows what another one shows, which it takes the place of.
    void showWhat(const Bench& other);

    Walk& walk() const { return *walk_; }
    BackpropBench& backprop() const { return *backprop_; }

private:
    void addKeys();
    void showFace(int face);

    Walk* walk_;
    QTabBar* tabs_;
    QStackedWidget* faces_;
    LayersBench* layers_;
    BackpropBench* backprop_;
};

} // namespace perceptible
