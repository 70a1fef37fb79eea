#pragma once

#include <QWidget>

class QPushButton;

namespace perceptible {

class Laboratory;

/// Open, Save and Clear: the points as a whole.
class PointsFileRow : public QWidget {
    Q_OBJECT

public:
    explicit PointsFileRow(Laboratory& laboratory, QWidget* parent = nullptr);

public slots:
    void openCsv();
    void saveCsv();
    void clear();

private:
    void follow();

    Laboratory& laboratory_;
    QPushButton* open_;
    QPushButton* save_;
    QPushButton* clear_;
};

} // namespace perceptible
