#include "ui/main_window.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/backprop/backprop_bench.h"
#include "ui/backprop/walk/code_panel.h"
#include "ui/backprop/walk/walk.h"
#include "ui/backprop/walk/walk_page.h"
#include "ui/bench.h"
#include "ui/canvas/boundary_canvas.h"
#include "ui/canvas/canvas_panel.h"
#include "ui/data_column.h"
#include "ui/diagram/network_diagram.h"
#include "ui/live/laboratory.h"
#include "ui/panels/app_menu.h"
#include "ui/panels/data_panel.h"
#include "ui/panels/form.h"
#include "ui/panels/hyperparameter_panel.h"
#include "ui/panels/playback_bar.h"
#include "ui/panels/status_line.h"

namespace perceptible {

namespace {

constexpr QSize kFirstSize(1440, 900);
constexpr int kDataColumnWidth = 46 * kSpacing;
constexpr int kTwoEquationsHeight = 490; ///< of the bench, in which one example and all have room

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
    auto* dataColumn = new DataColumn(laboratory_, columns);
    columns->addWidget(dataColumn);
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
    joinWalk(*playback, *dataColumn);
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
    diagram_ = new NetworkDiagram(laboratory_, rows);
    bench_ = new Bench(laboratory_, rows);
    rows->addWidget(diagram_);
    rows->addWidget(bench_);
    rows->setStretchFactor(0, 3);
    rows->setStretchFactor(1, 2);
    rows->setSizes({3, 2});
    rows_ = rows;
    connect(&bench_->walk(), &Walk::activeChanged, this, &MainWindow::giveBenchRoom);
    connect(&bench_->walk(), &Walk::changed, this, &MainWindow::giveBenchRoom);
    connect(&bench_->backprop().walkPage(), &WalkPage::codeShown, this, &MainWindow::giveBenchRoom);
    return rows;
}

/// The walk has more to show than the activations, and two equations, or code, more than one.
void MainWindow::giveBenchRoom() {
    const Walk& walk = bench_->walk();
    const bool isMuch = walk.scope() == WalkScope::both || !bench_->backprop().walkPage().code().isHidden();
    const BenchRoom room = !walk.isActive() ? BenchRoom::activations
                           : isMuch         ? BenchRoom::twoEquations
                                            : BenchRoom::equation;
    if (room == benchRoom_) {
        return; // and whoever moves the splitter is left alone
    }
    if (benchRoom_ == BenchRoom::activations) {
        sizesBefore_ = rows_->sizes();
    }
    benchRoom_ = room;
    const int usual = rows_->height() * 3 / 5;
    const int bench = room == BenchRoom::twoEquations ? std::max(usual, scaled(kTwoEquationsHeight)) : usual;
    rows_->setSizes(room == BenchRoom::activations ? sizesBefore_ : QList<int>{rows_->height() - bench, bench});
}

/// The walk lights up its layer, units and example in the other views, and borrows the keys that step and play.
void MainWindow::joinWalk(PlaybackBar& playback, DataColumn& dataColumn) {
    Walk& walk = bench_->walk();
    BoundaryCanvas& canvas = dataColumn.canvasPanel().canvas();
    connect(&walk, &Walk::litChanged, this, [this, &walk, &canvas] {
        using Kind = DiagramTarget::Kind;
        const auto lit = walk.lit();
        DiagramTarget target;
        if (lit) {
            target = {lit->from ? Kind::edge : Kind::unit, lit->layer, static_cast<int>(lit->unit),
                      static_cast<int>(lit->from.value_or(0))};
        }
        diagram_->light(target);
        canvas.mark(lit ? lit->example : std::nullopt);
    });
    connect(&canvas, &BoundaryCanvas::exampleChosen, &walk, &Walk::chooseExample);
    BackpropBench& backprop = bench_->backprop();
    connect(diagram_, &NetworkDiagram::chosen, &backprop, &BackpropBench::choose);
    const auto lendKeys = [&backprop, &playback] { playback.lendKeys(backprop.showsWalk()); };
    connect(&walk, &Walk::changed, &playback, lendKeys);
    connect(&backprop, &BackpropBench::pageChanged, &playback, lendKeys);
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
