#pragma once

#include <QWidget>
#include <vector>

#include "core/network/gradient_check.h"
#include "ui/panels/label_tone.h"

class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace perceptible {

/// Starts the check of a whole network, shows how far it is, and what it found.
class NetworkCheckRow : public QWidget {
    Q_OBJECT

public:
    explicit NetworkCheckRow(QWidget* parent = nullptr);

    /// Nothing is known yet about a network of so many parameters.
    void showUnchecked(Eigen::Index parameters);
    void showProgress(Eigen::Index done, Eigen::Index parameters);
    void showStopped(Eigen::Index done, Eigen::Index parameters);
    /// `units` are n[0], …, n[L].
    void showResult(const GradientCheck& check, const std::vector<int>& units);

    /// In a narrow place the words stand below the buttons.
    void setNarrow(bool narrow);

signals:
    void startClicked();
    void stopClicked();
    void worstClicked(Eigen::Index parameter);

private:
    void say(const QString& verdict, const QString& compared, const QString& layers, Tone tone);
    void setRunning(bool running);

    QPushButton* start_;
    QPushButton* stop_;
    QPushButton* worst_;
    QLabel* verdict_;
    QLabel* compared_;
    QLabel* layers_;
    QProgressBar* progress_;
    QWidget* found_; ///< what there is to say
    QGridLayout* grid_;
    Eigen::Index worstParameter_ = 0;
};

} // namespace perceptible
