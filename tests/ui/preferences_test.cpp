#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include "ui/preferences.h"

using namespace perceptible;

class PreferencesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(folder_.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
        QCoreApplication::setOrganizationName(QStringLiteral("perceptible"));
        QCoreApplication::setApplicationName(QStringLiteral("perceptible"));
    }

    void init() { QSettings().clear(); }

    void aNewPersonGetsWhatTheSystemHas() {
        const Preferences preferences = Preferences::load();
        QVERIFY(preferences.language.isEmpty());
        QCOMPARE(preferences.theme, ThemeChoice::system);
        QVERIFY(!preferences.textSize);
    }

    void choicesComeBack_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<ThemeChoice>("theme");
        QTest::addColumn<std::optional<int>>("textSize");
        QTest::newRow("automatic") << QStringLiteral("ko") << ThemeChoice::dark << std::optional<int>();
        for (const int size : kTextSizes) {
            QTest::addRow("%d", size) << QStringLiteral("en") << ThemeChoice::light << std::optional(size);
        }
    }
    void choicesComeBack() {
        QFETCH(QString, language);
        QFETCH(ThemeChoice, theme);
        QFETCH(std::optional<int>, textSize);
        Preferences{language, theme, textSize}.save();
        const Preferences back = Preferences::load();
        QCOMPARE(back.language, language);
        QCOMPARE(back.theme, theme);
        QCOMPARE(back.textSize, textSize);
    }

    void anUnknownTextSizeIsAutomatic() {
        for (const char* text : {"110", "0", "-100", "large", ""}) {
            QSettings().setValue(QStringLiteral("window/textSize"), QString::fromLatin1(text));
            QVERIFY(!Preferences::load().textSize);
        }
    }

    void automaticTextFollowsTheScreen() {
        const Preferences automatic;
        QCOMPARE(automatic.effectiveTextSize(720), 100);
        QCOMPARE(automatic.effectiveTextSize(999), 100);
        QCOMPARE(automatic.effectiveTextSize(1000), 125);
        QCOMPARE(automatic.effectiveTextSize(1080), 125);
        QCOMPARE(automatic.effectiveTextSize(1399), 125);
        QCOMPARE(automatic.effectiveTextSize(1400), 150);
        Preferences chosen;
        chosen.textSize = 100;
        QCOMPARE(chosen.effectiveTextSize(2160), 100);
    }

private:
    QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(PreferencesTest)
#include "preferences_test.moc"
