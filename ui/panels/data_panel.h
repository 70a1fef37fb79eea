#pragma once

#include <QTimer>
#include <QWidget>
#include <vector>

#include "core/data/generators.h"

class QDoubleSpinBox;
class QLabel;
class QSpinBox;
class QVBoxLayout;

namespace perceptible {

class GeneratorThumbnail;
class Laboratory;
class PointsFileRow;

/// Where the points come from. Generated points follow every change of size, noise and seed; points drawn by hand or
/// read from a file are replaced only by choosing a generator, never by a change of a number.
class DataPanel : public QWidget {
    Q_OBJECT

public:
    explicit DataPanel(Laboratory& laboratory, QWidget* parent = nullptr);

    /// Open, save and clear, for menus and shortcuts too.
    PointsFileRow& files() { return *files_; }

private:
    void addThumbnails(QVBoxLayout& column);
    void addNumbers(QVBoxLayout& column);

    GeneratorSettings settings() const; ///< as the fields stand; the generator is the last one used
    void choose(Generator generator);
    void applyNumbers();
    void finishNumbers(); ///< without a pause: what follows is another change, and another entry of the undo history
    void follow();
    void showSettings(const GeneratorSettings& settings);
    void refreshThumbnails();

    Laboratory& laboratory_;
    QTimer numbersTimer_;
    std::vector<GeneratorThumbnail*> thumbnails_;
    QSpinBox* examples_;
    QDoubleSpinBox* noise_;
    QSpinBox* testShare_;
    QSpinBox* seed_;
    PointsFileRow* files_;
    QLabel* summary_; ///< of the points, or what numbers are for that changed none of them
};

} // namespace perceptible
