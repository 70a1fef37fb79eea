#pragma once

#include <QAbstractButton>

#include "core/data/generators.h"

namespace perceptible {

/// A small picture of what a generator makes with the settings of the moment: real points, not a drawing of them.
class GeneratorThumbnail : public QAbstractButton {
    Q_OBJECT

public:
    explicit GeneratorThumbnail(Generator generator, QWidget* parent = nullptr);

    Generator generator() const { return generator_; }
    void setSettings(const GeneratorSettings& settings); ///< the generator in them is not used
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    void paintPoints(QPainter& painter) const;

    Generator generator_;
    DataSet points_;
    Region region_;
};

} // namespace perceptible
