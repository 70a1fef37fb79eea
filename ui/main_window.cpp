#include "ui/main_window.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/data_column.h"
#include "ui/diagram/network_diagram.h"
#include "ui/live/laboratory.h"
#include "ui/panels/app_menu.h"
#include "ui/panels/data_panel.h"
#include "ui/panels/form.h"
#include "ui/panels/hyperparameter_panel.h"
#include "ui/panels/playback_bar.h"
#include "ui/panels/status_line.h"
#include "ui/plots/layers_bench.h"

namespace perceptible {

namespace {

constexpr QSize kFirstSize(1440, 900);
constexpr int kDataColumnWidth = 46 * kSpacing;

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
    const QSize firstSize(scaled(kFirstSize.width()), scaled(kFirstSize.height()));
    if (const QSize available = screen()->availableSize();
        available.width() > firstSize.width() && available.height() > firstSize.height()) {
        resize(firstSize);
    } else {
        setWindowState(Qt::WindowMaximized);
    }

    auto* playback = new PlaybackBar(laboratory_, this);
    playback->setMenu(menu_);

    QSplitter* columns = splitter(Qt::Horizontal, this);
    QWidget* settings = settingsColumn();
    columns->addWidget(settings);
    columns->addWidget(networkColumn());
    columns->addWidget(new DataColumn(laboratory_, columns));
    const int dataWidth = scaled(kDataColumnWidth);
    columns->setSizes({settings->width(), firstSize.width() - settings->width() - dataWidth, dataWidth});
    columns->setStretchFactor(1, 3);
    columns->setStretchFactor(2, 1);

    auto* central = new QWidget(this);
    auto* rows = new QVBoxLayout(central);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(playback);
    rows->addWidget(columns, 1);
    rows->addWidget(new StatusLine(laboratory_, this));
    setCentralWidget(central);
    setFocusPolicy(Qt::ClickFocus);
    setFocus(); // not the first button: Space is to play
}

QWidget* MainWindow::settingsColumn() {
    auto* content = new QWidget(this);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(new DataPanel(laboratory_, content));
    addGap(*rows, kSpacing);
    rows->addWidget(new HyperparameterPanel(laboratory_, content));
    addGap(*rows, kSpacing);
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
    rows->setSizes({3, 2});
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
