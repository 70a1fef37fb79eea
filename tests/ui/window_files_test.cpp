#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QTemporaryDir>
#include <QWindow>
#include <algorithm>

#include "window_in_use.h"

using namespace perceptible;

namespace {

bool samePointsAndClasses(const DataSet& a, const DataSet& b) {
    return std::ranges::equal(a.examples(), b.examples(), [](const Example& p, const Example& q) {
        return p.x1 == q.x1 && p.x2 == q.x2 && p.label() == q.label();
    });
}

} // namespace

/// Points from and to CSV files, through the dialogs and by drag and drop.
class WindowFilesTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        use_ = std::make_unique<WindowInUse>();
        QVERIFY(use_->open());
        hearing_ = std::make_unique<Hearing>(use_->laboratory());
        QVERIFY(directory_.isValid());
    }
    void cleanup() {
        hearing_.reset();
        use_.reset();
    }

    void aGoodFileReplacesThePoints() {
        const QString file = written("good.csv", "x1,x2,label\n1.5,-2,0\n0.25,3,1\n-4,4,1\n");
        choose("open", file);
        EVENTUALLY(use_->laboratory().data()->size() == 3);
        const DataSet expected({{1.5, -2, 0}, {0.25, 3, 1}, {-4, 4, 1}});
        QVERIFY(samePointsAndClasses(*use_->laboratory().data(), expected));
        QVERIFY(use_->status().contains(QStringLiteral("good.csv")));
        EVENTUALLY(use_->now().data == use_->laboratory().data());
        use_->press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(use_->laboratory().data()->size() > 3);
    }

    void aFileIsTakenWhileItTrains() {
        use_->press(Qt::Key_Space);
        EVENTUALLY(use_->now().iteration > 0);
        const RunRecord record(use_->laboratory());
        use_->laboratory().openCsv(written("other.csv", "0,0,0\n1,1,1\n2,2,1\n"));
        EVENTUALLY(use_->now().data->size() == 3);
        const std::int64_t then = use_->now().iteration;
        EVENTUALLY(use_->now().iteration > then);
        QVERIFY(!record.wasReset());
    }

    void aBadFileChangesNothing_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::newRow("text for a number") << QByteArray("x1,x2,label\n1,2,0\n1,two,1\n") << QStringLiteral("line 3");
        QTest::newRow("missing column") << QByteArray("1,2,0\n1,2\n") << QStringLiteral("line 2");
        QTest::newRow("not a number") << QByteArray("1,nan,0\n") << QStringLiteral("line 1");
        QTest::newRow("unknown class") << QByteArray("1,1,0\n\n2,2,7\n") << QStringLiteral("line 3");
        QTest::newRow("unclosed quotation mark") << QByteArray("1,1,0\n\"2,2,1\n") << QStringLiteral("line 2");
        QTest::newRow("empty") << QByteArray() << QString();
    }

    void aBadFileChangesNothing() {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, place);
        const DataSetPtr before = use_->laboratory().data();
        choose("open", written("bad.csv", text));
        EVENTUALLY(!hearing_->lastWarning().isEmpty());
        QVERIFY2(hearing_->lastWarning().contains(QStringLiteral("bad.csv")), qPrintable(hearing_->lastWarning()));
        QVERIFY2(hearing_->lastWarning().contains(place), qPrintable(hearing_->lastWarning()));
        QCOMPARE(use_->status(), hearing_->lastWarning());
        QCOMPARE(use_->laboratory().data(), before);
        QCOMPARE(use_->laboratory().undoStack().count(), 0);
    }

    void whatIsNoFileIsRefused() {
        const DataSetPtr before = use_->laboratory().data();
        use_->laboratory().openCsv(directory_.path());
        EVENTUALLY(hearing_->lastWarning().contains(directory_.path()));
        use_->laboratory().openCsv(directory_.filePath(QStringLiteral("missing.csv")));
        EVENTUALLY(hearing_->lastWarning().contains(QStringLiteral("missing.csv")));
        QCOMPARE(use_->laboratory().data(), before);
    }

    void aFileCanBeDroppedOnTheWindow() {
        QVERIFY(drop({QUrl::fromLocalFile(written("dropped.csv", "1,1,0\n2,2,1\n"))}));
        EVENTUALLY(use_->laboratory().data()->size() == 2);
    }

    void whatIsNoSingleFileCannotBeDropped() {
        const QUrl file = QUrl::fromLocalFile(written("dropped.csv", "1,1,0\n2,2,1\n"));
        QVERIFY(!drop({file, file}));
        QVERIFY(!drop({QUrl(QStringLiteral("https://example.org/points.csv"))}));
        QVERIFY(!drop({}));
    }

    void whatWasSavedOpensAsTheSamePoints() {
        use_->drawTwoClouds();
        const DataSetPtr drawn = use_->laboratory().data();
        const QString file = directory_.filePath(QStringLiteral("drawn.csv"));
        choose("save", file);
        EVENTUALLY(hearing_->heard(QStringLiteral("Points saved to")));
        use_->click(QStringLiteral("Clear"));
        choose("open", file);
        EVENTUALLY(!use_->laboratory().data()->empty());
        QVERIFY(samePointsAndClasses(*use_->laboratory().data(), *drawn));
    }

    void whatCannotBeWrittenIsSaid() {
        const QString kept = written("kept.csv", "1,1,0\n");
        for (const QString& path : {directory_.path(), directory_.filePath(QStringLiteral("nowhere/points.csv")),
                                    kept + QStringLiteral("/points.csv")}) {
            use_->laboratory().saveCsv(path);
            EVENTUALLY(hearing_->lastWarning().contains(path));
            QVERIFY(hearing_->lastWarning().contains(QStringLiteral("was not saved")));
        }
        QFile file(kept);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("1,1,0\n"));
    }

private:
    QString written(const char* name, const QByteArray& text) {
        QFile file(directory_.filePath(QLatin1String(name)));
        const bool whole = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        return whole ? file.fileName() : QString();
    }

    /// Presses the button and takes `file` in the dialog that it opens.
    void choose(const char* button, const QString& file) {
        use_->click(use_->field<QWidget>(button));
        auto* const dialog = use_->window().findChild<QFileDialog*>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(file);
        static_cast<QDialog*>(dialog)->accept();
        EVENTUALLY(!use_->window().findChild<QFileDialog*>());
        QVERIFY(use_->activate()); // what a window manager does
    }

    /// Drags over the canvas, and drops where it is allowed.
    bool drop(const QList<QUrl>& urls) {
        QMimeData mime;
        mime.setUrls(urls);
        BoundaryCanvas& canvas = use_->canvas();
        const QPoint place = canvas.mapTo(&use_->window(), canvas.rect().center());
        QDragEnterEvent enter(place, Qt::CopyAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(use_->window().windowHandle(), &enter);
        if (!enter.isAccepted()) {
            return false;
        }
        QDropEvent event(place, Qt::CopyAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(use_->window().windowHandle(), &event);
        return event.isAccepted();
    }

    QTemporaryDir directory_;
    std::unique_ptr<WindowInUse> use_;
    std::unique_ptr<Hearing> hearing_;
};

QTEST_MAIN(WindowFilesTest)
#include "window_files_test.moc"
