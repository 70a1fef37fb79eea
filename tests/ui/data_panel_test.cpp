#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>
#include <algorithm>
#include <memory>

#include "ui/live/laboratory.h"
#include "ui/panels/data_panel.h"
#include "ui/panels/generator_thumbnail.h"
#include "ui/theme/theme.h"

using namespace perceptible;

class DataPanelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::light); }

    void init() {
        laboratory_ = std::make_unique<Laboratory>();
        panel_ = std::make_unique<DataPanel>(*laboratory_);
        panel_->show();
        QApplication::setActiveWindow(panel_.get());
    }

    void cleanup() {
        panel_->close();
        panel_.reset();
        laboratory_.reset();
    }

    void aThumbnailGenerates() {
        for (GeneratorThumbnail* thumbnail : panel_->findChildren<GeneratorThumbnail*>()) {
            QTest::mouseClick(thumbnail, Qt::LeftButton);
            QCOMPARE(laboratory_->generator().generator, thumbnail->generator());
            QVERIFY(laboratory_->isGenerated());
            QCOMPARE(framed(), QVector{thumbnail});
        }
    }

    void numbersGenerateAnew() {
        const Generator generator = laboratory_->generator().generator;
        field<QSpinBox>("examples").setValue(120);
        QTRY_COMPARE(laboratory_->data()->size(), std::size_t{120});
        field<QDoubleSpinBox>("noise").setValue(0.5);
        QTRY_COMPARE(laboratory_->generator().noise, 0.5);
        field<QToolButton>("nextSeed").click();
        QTRY_COMPARE(laboratory_->generator().seed, std::uint64_t{2});
        QCOMPARE(laboratory_->generator().generator, generator);
        QCOMPARE(framed().size(), 1);
    }

    void typingIsOneChange() {
        const QSignalSpy changes(laboratory_.get(), &Laboratory::dataChanged);
        type("examples", QStringLiteral("1200"));
        QCOMPARE(laboratory_->data()->size(), std::size_t{1200});
        QCOMPARE(changes.count(), 1);
    }

    void drawnPointsSurviveEveryNumber() {
        laboratory_->editData(std::make_shared<const DataSet>(std::vector<Example>{{1, 2, 0}, {3, 4, 1}}),
                              QStringLiteral("Draw"));
        const DataSetPtr drawn = laboratory_->data();
        QVERIFY(framed().isEmpty());
        field<QSpinBox>("examples").setValue(120);
        field<QDoubleSpinBox>("noise").setValue(0.5);
        field<QSpinBox>("dataSeed").setValue(5);
        QTest::qWait(400);
        QCOMPARE(laboratory_->data(), drawn);

        // Choosing a generator takes the numbers, and can be undone.
        QTest::mouseClick(panel_->findChildren<GeneratorThumbnail*>()[1], Qt::LeftButton);
        QCOMPARE(laboratory_->data()->size(), std::size_t{120});
        QCOMPARE(laboratory_->generator().noise, 0.5);
        laboratory_->undoStack().undo();
        QCOMPARE(laboratory_->data(), drawn);
        QVERIFY(framed().isEmpty());
    }

    void numbersThatChangeNoPointsSayWhatTheyAreFor() {
        const auto isWritten = [this](const QString& text) {
            return std::ranges::any_of(panel_->findChildren<QLabel*>(),
                                       [&](const QLabel* label) { return label->text() == text; });
        };
        const QString caption = QStringLiteral("These numbers shape the next data set.");
        laboratory_->editData(std::make_shared<const DataSet>(std::vector<Example>{{1, 2, 0}, {3, 4, 1}}),
                              QStringLiteral("Draw"));
        const DataSetPtr drawn = laboratory_->data();
        QVERIFY(!isWritten(caption));
        const QSignalSpy said(laboratory_.get(), &Laboratory::said);
        int changes = 0;
        const auto isSaid = [&] {
            return said.count() == changes &&
                   said.last()[0] == QStringLiteral("These numbers shape the next data set: click one above.") &&
                   !said.last()[1].toBool();
        };
        ++changes;
        type("examples", QStringLiteral("120"));
        QVERIFY(isSaid());
        QVERIFY(isWritten(caption));
        ++changes;
        field<QDoubleSpinBox>("noise").stepUp();
        QTRY_VERIFY(isSaid());
        ++changes;
        field<QToolButton>("nextSeed").click();
        QTRY_VERIFY(isSaid());
        QCOMPARE(laboratory_->data(), drawn);
        laboratory_->undoStack().undo();
        QVERIFY(!isWritten(caption));
    }

    void eachFieldsChangeIsAnUndoOfItsOwn() {
        const GeneratorSettings first = laboratory_->generator();
        type("noise", QStringLiteral("0.6"));
        type("examples", QStringLiteral("100"));
        QCOMPARE(laboratory_->generator().examples, 100);
        laboratory_->undoStack().undo();
        QCOMPARE(laboratory_->generator().examples, first.examples);
        QCOMPARE(laboratory_->generator().noise, 0.6);
        laboratory_->undoStack().undo();
        QCOMPARE(laboratory_->generator(), first);

        // The steps of one field that follow each other are one entry; the dice is another.
        field<QDoubleSpinBox>("noise").stepUp();
        field<QDoubleSpinBox>("noise").stepUp();
        field<QToolButton>("nextSeed").click();
        QTRY_COMPARE(laboratory_->generator().seed, first.seed + 1);
        laboratory_->undoStack().undo();
        QCOMPARE(laboratory_->generator().noise, first.noise + 0.1);
        laboratory_->undoStack().undo();
        QCOMPARE(laboratory_->generator(), first);
    }

    void whatIsOutOfRangeChangesNothing() {
        const QSignalSpy changes(laboratory_.get(), &Laboratory::dataChanged);
        const QSignalSpy said(laboratory_.get(), &Laboratory::said);
        type("examples", QStringLiteral("100000"));
        QVERIFY(said.last()[0].toString().startsWith(QStringLiteral("Points m: 100000 is outside ")));
        type("testShare", QStringLiteral("95"));
        QCOMPARE(said.last()[0].toString(), QStringLiteral("Test share: 95 is outside 0 … 90; it stays at 25."));
        type("noise", QStringLiteral("5"));
        QCOMPARE(said.count(), 3);
        QVERIFY(said.last()[1].toBool());
        QTest::qWait(400);
        QCOMPARE(changes.count(), 0);
    }

    void undoShowsTheSettingsOfThePointsItBringsBack() {
        field<QDoubleSpinBox>("noise").setValue(0.7);
        QTRY_COMPARE(laboratory_->generator().noise, 0.7);
        laboratory_->undoStack().undo();
        QCOMPARE(field<QDoubleSpinBox>("noise").value(), laboratory_->generator().noise);
        QCOMPARE(framed().size(), 1);
    }

    void testShareSplitsTheSamePoints() {
        field<QSpinBox>("testShare").setValue(50);
        QCOMPARE(laboratory_->testShare(), 0.5);
        QCOMPARE(laboratory_->data()->count(Role::test), laboratory_->data()->size() / 2);
        QCOMPARE(framed().size(), 1);
        laboratory_->undoStack().undo();
        QCOMPARE(field<QSpinBox>("testShare").value(), 25);
    }

    void clearIsUndoable() {
        auto& clear = field<QPushButton>("clear");
        const QSignalSpy said(laboratory_.get(), &Laboratory::said);
        clear.click();
        QVERIFY(said.back()[0].toString().contains(QStringLiteral("Ctrl+Z"))); // not what was said before
        QVERIFY(laboratory_->data()->empty());
        QVERIFY(!clear.isEnabled());
        QVERIFY(!field<QPushButton>("save").isEnabled());
        laboratory_->undoStack().undo();
        QVERIFY(!laboratory_->data()->empty());
        QVERIFY(clear.isEnabled());
    }

    void savedPointsCanBeOpened() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("points.csv"));
        const std::size_t count = laboratory_->data()->size();
        field<QPushButton>("save").click();
        chooseInDialog(file);
        QTRY_VERIFY(QFile::exists(file));

        field<QPushButton>("clear").click();
        field<QPushButton>("open").click();
        chooseInDialog(file);
        QTRY_COMPARE(laboratory_->data()->size(), count);
        QVERIFY(framed().isEmpty()); // read from a file, not generated
    }

    void aRefusedFileChangesNothing() {
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("bad.csv"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("x1,x2,label\n1,two,0\n");
        file.close();
        const DataSetPtr before = laboratory_->data();
        const QSignalSpy said(laboratory_.get(), &Laboratory::said);
        field<QPushButton>("open").click();
        chooseInDialog(name);
        QTRY_COMPARE(said.count(), 1);
        QVERIFY(said[0][1].toBool());
        QCOMPARE(laboratory_->data(), before);
    }

private:
    void type(const char* name, const QString& text) {
        auto& number = field<QAbstractSpinBox>(name);
        number.setFocus();
        number.selectAll();
        QTest::keyClicks(&number, text);
        QTest::keyClick(&number, Qt::Key_Return);
    }

    template <class Field>
    Field& field(const char* name) {
        auto* found = panel_->findChild<Field*>(QString::fromLatin1(name));
        Q_ASSERT(found);
        return *found;
    }

    QVector<GeneratorThumbnail*> framed() {
        QVector<GeneratorThumbnail*> result;
        for (GeneratorThumbnail* thumbnail : panel_->findChildren<GeneratorThumbnail*>()) {
            if (thumbnail->isChecked()) {
                result << thumbnail;
            }
        }
        return result;
    }

    void chooseInDialog(const QString& file) {
        auto* dialog = panel_->findChild<QFileDialog*>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit*>()->setText(file);
        static_cast<QDialog*>(dialog)->accept();
        QTRY_VERIFY(!panel_->findChild<QFileDialog*>());
    }

    std::unique_ptr<Laboratory> laboratory_;
    std::unique_ptr<DataPanel> panel_;
};

QTEST_MAIN(DataPanelTest)
#include "data_panel_test.moc"
