#include "tests/support/testprogram.h"
#include "tests/system/includerules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

class TestIncludes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrowsRunOneWay();
    void backwardArrowIsFound_data();
    void backwardArrowIsFound();
    void forwardArrowIsAllowed_data();
    void forwardArrowIsAllowed();
};

void TestIncludes::arrowsRunOneWay()
{
    const QDir project(QStringLiteral(FLAGFETCH_SOURCE_DIR));
    QStringList problems;
    int files = 0;
    for (const QString &room : {u"app"_s, u"ui"_s}) {
        QDirIterator it(
            project.filePath(room), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            problems += includeProblems(
                project.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
            ++files;
        }
    }
    QVERIFY2(files > 50, "the sources were not found");
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestIncludes::backwardArrowIsFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");

    QTest::newRow("core to window") << u"app/downloads/x.cpp"_s << u"#include \"ui/mainwindow.h\""_s;
    QTest::newRow("core to widget") << u"app/downloads/x.cpp"_s << u"  #  include <QPushButton>"_s;
    QTest::newRow("core to pixmap") << u"app/images/x.h"_s << u"#include <QPixmap>"_s;
    QTest::newRow("core to all widgets") << u"app/terminal/x.cpp"_s << u"#include <QtWidgets/QLabel>"_s;
    QTest::newRow("sources to transfer") << u"app/sources/x.h"_s << u"#include \"app/transfer/httpget.h\""_s;
    QTest::newRow("transfer to storage")
        << u"app/transfer/x.h"_s << u"#include \"app/storage/saveoptions.h\""_s;
    QTest::newRow("downloads to terminal")
        << u"app/downloads/x.h"_s << u"#include \"app/terminal/console.h\""_s;
    QTest::newRow("failures to countries")
        << u"app/failures/x.h"_s << u"#include \"app/countries/country.h\""_s;
    QTest::newRow("core to tests") << u"app/failures/x.h"_s << u"#include \"tests/support/server.h\""_s;
    QTest::newRow("new room") << u"app/attic/x.h"_s << u"#include \"app/countries/country.h\""_s;
}

void TestIncludes::backwardArrowIsFound()
{
    QFETCH(const QString, path);
    QFETCH(const QString, line);
    QCOMPARE(includeProblems(path, u"#pragma once\n\n"_s + line + u"\n#include <QString>\n"_s).size(), 1);
}

void TestIncludes::forwardArrowIsAllowed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");

    QTest::newRow("window to core") << u"ui/x.cpp"_s << u"#include \"app/downloads/downloadqueue.h\""_s;
    QTest::newRow("window to widget") << u"ui/x.cpp"_s << u"#include <QLabel>"_s;
    QTest::newRow("main to window") << u"app/main.cpp"_s << u"#include \"ui/mainwindow.h\""_s;
    QTest::newRow("own room") << u"app/transfer/x.h"_s << u"#include \"app/transfer/httpget.h\""_s;
    QTest::newRow("downloads to storage")
        << u"app/downloads/x.h"_s << u"#include \"app/storage/saveoptions.h\""_s;
    QTest::newRow("terminal to builtin")
        << u"app/terminal/x.h"_s << u"#include \"app/builtin/builtinservers.h\""_s;
}

void TestIncludes::forwardArrowIsAllowed()
{
    QFETCH(const QString, path);
    QFETCH(const QString, line);
    QCOMPARE(includeProblems(path, line), QStringList());
}

FLAGFETCH_TEST(TestIncludes, Core)
#include "tst_includes.moc"
