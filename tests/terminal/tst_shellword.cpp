#include "app/terminal/console.h"
#include "tests/support/testprogram.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

class TestShellWord final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shellReadsOneWord_data();
    void shellReadsOneWord();
};

void TestShellWord::shellReadsOneWord_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    QTest::newRow("plain") << u"trip"_s << u"trip"_s;
    QTest::newRow("a path") << u"../my-flags_2/a.b"_s << u"../my-flags_2/a.b"_s;
    QTest::newRow("letters of all scripts") << u"旗/Flaggen-für"_s << u"旗/Flaggen-für"_s;
    QTest::newRow("a space") << u"my flags"_s << u"'my flags'"_s;
    QTest::newRow("quotes") << uR"(Jo's "flags")"_s << uR"('Jo'\''s "flags"')"_s;
    QTest::newRow("special characters") << u"$HOME;`id`&*~"_s << u"'$HOME;`id`&*~'"_s;
    QTest::newRow("an unknown home folder") << u"~nobody"_s << u"'~nobody'"_s;
    QTest::newRow("a newline") << u"a\n"_s << u"'a\n'"_s;
    QTest::newRow("empty") << QString() << u"''"_s;
}

void TestShellWord::shellReadsOneWord()
{
    QFETCH(const QString, text);
    QFETCH(const QString, word);
    QCOMPARE(shellWord(text), word);

    QProcess shell;
    shell.start(u"sh"_s, {u"-c"_s, u"printf '<%s>' "_s + word});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), u'<' + text + u'>');
}

FLAGFETCH_TEST(TestShellWord, Core)
#include "tst_shellword.moc"
