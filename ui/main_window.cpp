#include "ui/main_window.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/canvas/canvas_panel.h"
#include "ui/diagram/network_diagram.h"
#include "ui/live/laboratory.h"
#include "ui/panels/app_menu.h"
#include "ui/panels/data_panel.h"
#include "ui/panels/hyperparameter_panel.h"
#include "ui/panels/playback_bar.h"
#include "ui/panels/status_line.h"
#include "ui/plots/cost_panel.h"
#include "ui/plots/layers_bench.h"

namespace perceptible {

namespace {

constexpr QSize kFirstSize(1440, 900);
constexpr QSize kSmallestSize(1180, 660); // 1280 × 720 less a desktop's own bars

QSplitter* splitter(Qt::Orientation orientation, QWidget* parent) {
    auto* result = new QSplitter(orientation, parent);
    result->setChildrenCollapsible(false);
    result->setHandleWidth(1);
    return result;
}

} // namespace

MainWindow::MainWindow(Laboratory& laboratory, const Preferences& preferences)
    : laboratory_(laboratory)
    , menu_(new AppMenu(laboratory, preferences, this)) {
    setWindowTitle(tr("Perceptible"));
    setAcceptDrops(true);
    setMinimumSize(kSmallestSize);
    resize(kFirstSize);

    auto* playback = new PlaybackBar(laboratory_, this);
    playback->setMenu(menu_);

    QSplitter* columns = splitter(Qt::Horizontal, this);
    columns->addWidget(settingsColumn());
    columns->addWidget(networkColumn());
    columns->addWidget(dataColumn());
    columns->setStretchFactor(0, 0);
    columns->setStretchFactor(1, 1);
    columns->setStretchFactor(2, 0);

    auto* central = new QWidget(this);
    auto* rows = new QVBoxLayout(central);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(playback);
    rows->addWidget(columns, 1);
    rows->addWidget(new StatusLine(laboratory_, this));
    setCentralWidget(central);
}

QWidget* MainWindow::settingsColumn() {
    auto* content = new QWidget(this);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(new DataPanel(laboratory_, content));
    rows->addWidget(new HyperparameterPanel(laboratory_, content));
    rows->addStretch(1);

    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidgetResizable(true);
    area->setWidget(content);
    area->setFixedWidth(content->sizeHint().width() + area->verticalScrollBar()->sizeHint().width());
    return area;
}

QWidget* MainWindow::networkColumn() {
    QSplitter* rows = splitter(Qt::Vertical, this);
    rows->addWidget(new NetworkDiagram(laboratory_, rows));
    rows->addWidget(new LayersBench(laboratory_, rows));
    rows->setStretchFactor(0, 3);
    rows->setStretchFactor(1, 2);
    return rows;
}

QWidget* MainWindow::dataColumn() {
    QSplitter* rows = splitter(Qt::Vertical, this);
    rows->addWidget(new CanvasPanel(laboratory_, rows));
    rows->addWidget(new CostPanel(laboratory_, rows));
    rows->setStretchFactor(0, 3);
    rows->setStretchFactor(1, 2);
    return rows;
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (const auto urls = event->mimeData()->urls(); urls.size() == 1 && urls.front().isLocalFile()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    laboratory_.openCsv(event->mimeData()->urls().front().toLocalFile());
    event->acceptProposedAction();
}

} // namespace perceptible
