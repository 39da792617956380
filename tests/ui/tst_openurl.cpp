#include "tests/support/testprogram.h"
#include "ui/desktop/openurl.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace Qt::StringLiterals;

/// Opening with the program of the desktop, which a script replaces.
class TestOpenUrl final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void failureIsReportedOnce_data();
    void failureIsReportedOnce();
    void successIsNotReported();
    void nothingIsReportedWithoutContext();

private:
    [[nodiscard]] QString script(const QByteArray &commands) const
    {
        QFile file(m_folder->filePath(u"open"_s));
        const bool isWritten
            = file.open(QIODevice::WriteOnly) && file.write("#!/bin/sh\n" + commands + '\n') > 0;
        file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        return isWritten ? file.fileName() : QString();
    }
    /// What the script has written; empty until then.
    [[nodiscard]] QByteArray written() const
    {
        QFile file(m_folder->filePath(u"written"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOpenUrl::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestOpenUrl::failureIsReportedOnce_data()
{
    QTest::addColumn<QByteArray>("commands");
    QTest::newRow("xdg-open finds no program") << QByteArray("exit 3");
    QTest::newRow("no script") << QByteArray();
}

void TestOpenUrl::failureIsReportedOnce()
{
    QFETCH(const QByteArray, commands);
    const QString program = commands.isEmpty() ? m_folder->filePath(u"none"_s) : script(commands);
    QObject context;
    int failures = 0;
    openWith(program, QUrl(u"file:///flags"_s), context, [&failures] { ++failures; });
    QTRY_COMPARE(failures, 1);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(failures, 1);
}

void TestOpenUrl::successIsNotReported()
{
    QObject context;
    bool hasFailed = false;
    const QString program = script("echo \"$1\" >\"$0.new\" && mv \"$0.new\" \"$(dirname \"$0\")/written\"");
    openWith(program, QUrl::fromLocalFile(u"/my flags/DE"_s), context, [&hasFailed] { hasFailed = true; });
    QTRY_COMPARE(written(), "file:///my%20flags/DE\n");
    QVERIFY(!QTest::qWaitFor([&hasFailed] { return hasFailed; }, 100));
}

// The dialog with the button is closed while the program of the desktop looks for another one.
void TestOpenUrl::nothingIsReportedWithoutContext()
{
    auto context = std::make_unique<QObject>();
    bool hasFailed = false;
    const QString program
        = script("touch \"$(dirname \"$0\")/started\"; while ! [ -e \"$0.go\" ]; do sleep 0.01; "
                 "done; echo alive >\"$(dirname \"$0\")/written\"; exit 3");
    openWith(program, QUrl(u"file:///flags"_s), *context, [&hasFailed] { hasFailed = true; });
    QTRY_VERIFY(QFile::exists(m_folder->filePath(u"started"_s)));
    context.reset();
    QFile go(program + u".go"_s);
    QVERIFY(go.open(QIODevice::WriteOnly));
    QTRY_COMPARE(written(), "alive\n");
    QVERIFY(!QTest::qWaitFor([&hasFailed] { return hasFailed; }, 100));
}

FLAGFETCH_TEST(TestOpenUrl, Widgets)
#include "tst_openurl.moc"
