#include "app/storage/storedvalues.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// Values as people or other versions of the program may write them into the settings file.
class tst_StoredValues final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsNumbersInTheRange_data();
    void readsNumbersInTheRange();
    void readsOnlyTrueAndFalse_data();
    void readsOnlyTrueAndFalse();
    void readsWhatWasStored();

private:
    /// A settings file with one key, "value".
    [[nodiscard]] QString fileWith(const QByteArray &text) const
    {
        QFile file(m_folder->filePath(u"settings.conf"_s));
        return file.open(QIODevice::WriteOnly) && file.write("[General]\nvalue=" + text + '\n') > 0
            ? file.fileName()
            : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

// Another folder for each row: QSettings does not notice that a file has changed soon.
void tst_StoredValues::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_StoredValues::readsNumbersInTheRange_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<std::optional<int>>("number");
    QTest::newRow("least") << QByteArray("-1") << std::optional(-1);
    QTest::newRow("most") << QByteArray("20") << std::optional(20);
    for (const char *text : {"-2", "21", "2000000000", "99999999999", "nan", "inf", "1.5", "1e1", "0x10",
             "1, 2", "wide", "\"\"", "@Invalid()", "true"})
        QTest::newRow(text) << QByteArray(text) << std::optional<int>();
}

void tst_StoredValues::readsNumbersInTheRange()
{
    QFETCH(const QByteArray, text);
    QFETCH(const std::optional<int>, number);
    const QSettings settings(fileWith(text), QSettings::IniFormat);
    QVERIFY(settings.contains("value"_L1));
    QCOMPARE(storedNumber(settings, "value"_L1, -1, 20), number);
    QVERIFY(!storedNumber(settings, "other"_L1, -1, 20));
}

void tst_StoredValues::readsOnlyTrueAndFalse_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<std::optional<bool>>("value");
    QTest::newRow("true") << QByteArray("true") << std::optional(true);
    QTest::newRow("false") << QByteArray("false") << std::optional(false);
    for (const char *text : {"maybe", "True", "1", "0", "yes", "\"\"", "true, false", "@Invalid()"})
        QTest::newRow(text) << QByteArray(text) << std::optional<bool>();
}

void tst_StoredValues::readsOnlyTrueAndFalse()
{
    QFETCH(const QByteArray, text);
    QFETCH(const std::optional<bool>, value);
    const QSettings settings(fileWith(text), QSettings::IniFormat);
    QVERIFY(settings.contains("value"_L1));
    QCOMPARE(storedSwitch(settings, "value"_L1), value);
    QVERIFY(!storedSwitch(settings, "other"_L1));
}

void tst_StoredValues::readsWhatWasStored()
{
    QSettings settings(m_folder->filePath(u"own.conf"_s), QSettings::IniFormat);
    settings.setValue("number"_L1, 12);
    settings.setValue("switch"_L1, false);
    QCOMPARE(storedNumber(settings, "number"_L1, 1, 20), 12); // without a file
    QCOMPARE(storedSwitch(settings, "switch"_L1), false);
    settings.sync();
    const QSettings read(settings.fileName(), QSettings::IniFormat);
    QCOMPARE(storedNumber(read, "number"_L1, 1, 20), 12);
    QCOMPARE(storedSwitch(read, "switch"_L1), false);
}

FLAGFETCH_TEST(tst_StoredValues, Core)
#include "tst_storedvalues.moc"
