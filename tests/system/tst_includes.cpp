#include "tests/support/testprogram.h"
#include "tests/system/includerules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QTest>

using namespace Qt::StringLiterals;

class TestIncludes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void includesRunOneWay();
    void backwardIncludeIsFound_data();
    void backwardIncludeIsFound();
    void forwardIncludeIsAllowed_data();
    void forwardIncludeIsAllowed();
    void noIncludeCycles();
    void includeCycleIsFound_data();
    void includeCycleIsFound();
    void filesAreShort();
    void longFileIsFound();
};

namespace {

/// The text of every source file of the program, by its path in the project.
QMap<QString, QString> sourceFiles()
{
    const QDir project(QStringLiteral(FLAGFETCH_SOURCE_DIR));
    QMap<QString, QString> files;
    for (const QString &folder : {u"app"_s, u"ui"_s}) {
        QDirIterator it(
            project.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                files.insert(project.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
        }
    }
    return files;
}

} // namespace

void TestIncludes::includesRunOneWay()
{
    const QMap<QString, QString> files = sourceFiles();
    QVERIFY2(files.size() > 50, "the sources were not found");
    QStringList problems;
    for (auto file = files.cbegin(); file != files.cend(); ++file)
        problems += includeProblems(file.key(), file.value());
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestIncludes::backwardIncludeIsFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");

    QTest::newRow("core to window") << u"app/downloads/x.cpp"_s << u"#include \"ui/window/mainwindow.h\""_s;
    QTest::newRow("core to widget") << u"app/downloads/x.cpp"_s << u"  #  include <QPushButton>"_s;
    QTest::newRow("core to pixmap") << u"app/images/x.h"_s << u"#include <QPixmap>"_s;
    QTest::newRow("core to all widgets") << u"app/terminal/x.cpp"_s << u"#include <QtWidgets/QLabel>"_s;
    QTest::newRow("sources to transfer") << u"app/sources/x.h"_s << u"#include \"app/transfer/httpget.h\""_s;
    QTest::newRow("transfer to storage")
        << u"app/transfer/x.h"_s << u"#include \"app/storage/saveoptions.h\""_s;
    QTest::newRow("downloads to terminal")
        << u"app/downloads/x.h"_s << u"#include \"app/terminal/console.h\""_s;
    QTest::newRow("language to failures")
        << u"app/language/x.h"_s << u"#include \"app/failures/failure.h\""_s;
    QTest::newRow("failures to countries")
        << u"app/failures/x.h"_s << u"#include \"app/countries/country.h\""_s;
    QTest::newRow("core to tests") << u"app/failures/x.h"_s << u"#include \"tests/support/server.h\""_s;
    QTest::newRow("look to grid") << u"ui/look/x.h"_s << u"#include \"ui/grid/flagmodel.h\""_s;
    QTest::newRow("footer to window") << u"ui/footer/x.h"_s << u"#include \"ui/window/mainwindow.h\""_s;
    QTest::newRow("files to header") << u"ui/files/x.cpp"_s << u"#include \"ui/header/headerbar.h\""_s;
    QTest::newRow("window to tests") << u"ui/window/x.cpp"_s << u"#include \"tests/support/script.h\""_s;
    QTest::newRow("new module of the window") << u"ui/attic/x.h"_s << u"#include \"ui/look/icons.h\""_s;
    QTest::newRow("unknown module of the window") << u"ui/window/x.h"_s << u"#include \"ui/attic/icons.h\""_s;
    QTest::newRow("new module of the core")
        << u"app/attic/x.h"_s << u"#include \"app/countries/country.h\""_s;
}

void TestIncludes::backwardIncludeIsFound()
{
    QFETCH(const QString, path);
    QFETCH(const QString, line);
    QCOMPARE(includeProblems(path, u"#pragma once\n\n"_s + line + u"\n#include <QString>\n"_s).size(), 1);
}

void TestIncludes::forwardIncludeIsAllowed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");

    QTest::newRow("window to core") << u"ui/window/x.cpp"_s
                                    << u"#include \"app/downloads/downloadqueue.h\""_s;
    QTest::newRow("window to widget") << u"ui/window/x.cpp"_s << u"#include <QLabel>"_s;
    QTest::newRow("main to window") << u"app/main.cpp"_s << u"#include \"ui/window/mainwindow.h\""_s;
    QTest::newRow("own module of the core")
        << u"app/transfer/x.h"_s << u"#include \"app/transfer/httpget.h\""_s;
    QTest::newRow("own module of the window") << u"ui/look/x.cpp"_s << u"#include \"ui/look/icons.h\""_s;
    QTest::newRow("header to grid") << u"ui/header/x.h"_s << u"#include \"ui/grid/flagmodel.h\""_s;
    QTest::newRow("downloads to storage")
        << u"app/downloads/x.h"_s << u"#include \"app/storage/saveoptions.h\""_s;
    QTest::newRow("terminal to builtin")
        << u"app/terminal/x.h"_s << u"#include \"app/builtin/builtinservers.h\""_s;
}

void TestIncludes::forwardIncludeIsAllowed()
{
    QFETCH(const QString, path);
    QFETCH(const QString, line);
    QCOMPARE(includeProblems(path, line), QStringList());
}

void TestIncludes::noIncludeCycles()
{
    const QStringList cycles = includeCycles(sourceFiles());
    QVERIFY2(cycles.isEmpty(), qPrintable(cycles.join(u'\n')));
}

void TestIncludes::includeCycleIsFound_data()
{
    using Files = QMap<QString, QString>;
    QTest::addColumn<Files>("files");
    QTest::addColumn<QStringList>("cycles");

    const QString a = u"app/sets/a.h"_s;
    const QString b = u"app/sets/b.h"_s;
    const QString c = u"app/sets/c.h"_s;
    const auto including
        = [](const QString &header) { return u"#pragma once\n#include \"%1\"\n"_s.arg(header); };
    const QString nothing = u"#include <QString>\n"_s;

    QTest::newRow("none") << Files{{a, including(b)}, {b, including(c)}, {c, nothing}} << QStringList();
    QTest::newRow("two ways to one header")
        << Files{{a, including(b) + including(c)}, {b, including(c)}, {c, nothing}} << QStringList();
    QTest::newRow("outside of the project") << Files{{a, including(u"app/sets/d.h"_s)}} << QStringList();
    QTest::newRow("itself") << Files{{a, including(a)}} << QStringList{a + u" -> "_s + a};
    QTest::newRow("two headers") << Files{{a, including(b)}, {b, including(a)}}
                                 << QStringList{QStringList{a, b, a}.join(u" -> "_s)};
    QTest::newRow("three headers") << Files{{a, including(b)}, {b, including(c)}, {c, including(a)}}
                                   << QStringList{QStringList{a, b, c, a}.join(u" -> "_s)};
    QTest::newRow("not from the first header") << Files{{a, including(b)}, {b, including(c)},
        {c, including(b)}} << QStringList{QStringList{b, c, b}.join(u" -> "_s)};
}

void TestIncludes::includeCycleIsFound()
{
    using Files = QMap<QString, QString>;
    QFETCH(const Files, files);
    QFETCH(const QStringList, cycles);
    QCOMPARE(includeCycles(files), cycles);
}

void TestIncludes::filesAreShort()
{
    const QStringList files = tooLongFiles(sourceFiles());
    QVERIFY2(files.isEmpty(), qPrintable(files.join(u'\n')));
}

void TestIncludes::longFileIsFound()
{
    const QString most = u"int number;\n"_s.repeated(mostLinesOfFile);
    QCOMPARE(
        tooLongFiles({{u"app/a.cpp"_s, most}, {u"ui/b.h"_s, most + u"};\n"_s}, {u"ui/c.h"_s, most + u"}"_s}}),
        (QStringList{u"ui/b.h: 301 lines"_s, u"ui/c.h: 301 lines"_s}));
}

FLAGFETCH_TEST(TestIncludes, Core)
#include "tst_includes.moc"
