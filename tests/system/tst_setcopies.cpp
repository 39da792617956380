#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/servedset.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The real program rebuilds sets from their manifests.
class tst_SetCopies final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copyIsByteIdentical_data();
    void copyIsByteIdentical();
    void copyOverItselfTouchesNothing();
    void copyAddsMissingFiles();
    void changedPictureIsReportedAndNotSaved();
    void renewedSetCanBeCopied();
};

namespace {

/// Names of files that differ or that only one side contains.
QString differingFiles(const QString &one, const QString &other)
{
    const auto first = contentsOf(one);
    const auto second = contentsOf(other);
    QStringList names = first.keys() + second.keys();
    names.removeDuplicates();
    names.removeIf([&](const QString &name) {
        return first.contains(name) && second.contains(name) && first.value(name) == second.value(name);
    });
    names.sort();
    return names.join(u' ');
}

} // namespace

void tst_SetCopies::copyIsByteIdentical_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("filesPerFlag");
    QTest::addColumn<bool>("isLarge");
    QTest::newRow("250 flags") << QStringList() << 1 << true;
    QTest::newRow("PNG of two widths") << QStringList{u"--png"_s, u"16,24"_s} << 3 << false;
    QTest::newRow("PNG and WebP, cut")
        << QStringList{u"--png"_s, u"16"_s, u"--webp"_s, u"8"_s, u"--crop"_s, u"circle"_s} << 3 << false;
    QTest::newRow("PNG alone") << QStringList{u"--png"_s, u"16,24"_s, u"--no-original"_s} << 2 << false;
    QTest::newRow("in folders") << QStringList{u"--name"_s, u"{continent}/{iso3}/{country:zh}"_s} << 1
                                << false;
    QTest::newRow("in folders, by width")
        << QStringList{u"--name"_s, u"{width}/{cc}"_s, u"--png"_s, u"16,24"_s} << 3 << false;
    QTest::newRow("in folders, PNG alone") << QStringList{u"--name"_s, u"{continent}/{num}"_s, u"--png"_s,
        u"16"_s, u"--no-original"_s} << 1 << false;
}

void tst_SetCopies::copyIsByteIdentical()
{
    QFETCH(const QStringList, options);
    QFETCH(const int, filesPerFlag);
    QFETCH(const bool, isLarge);
    const auto set = isLarge ? std::make_unique<ServedSet>(Served::WithTag)
                             : std::make_unique<ServedSet>(fiveCodes(), Served::WithTag);
    QVERIFY(set->start());
    QCOMPARE(set->download(u"flags"_s, options).status, 0);
    const auto downloaded = tracesIn(set->path(u"flags"_s));
    QCOMPARE(downloaded.size(), filesPerFlag * set->codes().size() + 2);
    // Only the manifest is copied to the other machine.
    QVERIFY(QFile::copy(set->path(u"flags/flags.json"_s), set->path(u"from elsewhere.json"_s)));

    const EndedRun ended = set->run({u"--from"_s, u"from elsewhere.json"_s, u"-o"_s, u"copy"_s});
    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    QCOMPARE(set->requestedCodes(200), set->codes());
    QCOMPARE(set->requests().size(), set->codes().size());
    QCOMPARE(differingFiles(set->path(u"flags"_s), set->path(u"copy"_s)), QString());
    QCOMPARE(touched(downloaded, tracesIn(set->path(u"flags"_s))), QString());
    QCOMPARE(set->run({u"--verify"_s, u"copy"_s}).status, 0);
}

void tst_SetCopies::copyOverItselfTouchesNothing()
{
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s, {u"--png"_s, u"16"_s}).status, 0);
    const auto downloaded = tracesIn(set.path(u"flags"_s));
    const EndedRun ended = set.run({u"--from"_s, u"flags/flags.json"_s, u"-o"_s, u"flags"_s});
    QVERIFY2(ended.status == 0, qPrintable(ended.everything()));
    QVERIFY2(ended.output.contains(u"5 already there."_s), qPrintable(ended.output));
    QCOMPARE(set.requestedCodes(), QStringList());
    QCOMPARE(touched(downloaded, tracesIn(set.path(u"flags"_s))), QString());
}

void tst_SetCopies::copyAddsMissingFiles()
{
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s).status, 0);
    QCOMPARE(set.run({u"--from"_s, u"flags/flags.json"_s, u"-o"_s, u"copy"_s}).status, 0);
    QVERIFY(QFile::remove(set.path(u"copy/DE-Germany.svg"_s)));
    QVERIFY(writeFile(set.path(u"copy/KE-Kenya.svg"_s), "<svg/>"));
    QCOMPARE(set.run({u"--from"_s, u"flags/flags.json"_s, u"-o"_s, u"copy"_s}).status, 0);
    QCOMPARE(set.requestedCodes(200), QStringList({u"DE"_s, u"KE"_s}));
    QCOMPARE(differingFiles(set.path(u"flags"_s), set.path(u"copy"_s)), QString());
}

void tst_SetCopies::changedPictureIsReportedAndNotSaved()
{
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s, {u"--png"_s, u"16"_s}).status, 0);
    set.change(u"NG"_s);
    const EndedRun ended = set.run({u"--from"_s, u"flags/flags.json"_s, u"-o"_s, u"copy"_s});
    QVERIFY2(ended.status == 1, qPrintable(ended.everything()));
    QVERIFY2(ended.output.contains(u"4 flags downloaded in"_s), qPrintable(ended.output));
    QVERIFY2(ended.output.contains(u"Nigeria: the source now has another picture than the set had"_s),
        qPrintable(ended.output));
    QCOMPARE(differingFiles(set.path(u"flags"_s), set.path(u"copy"_s)),
        u"ATTRIBUTION.md NG-Nigeria-16.png NG-Nigeria.svg flags.json"_s);
    const auto copied = contentsOf(set.path(u"copy"_s));
    QCOMPARE(copied.size(), 2 * 4 + 2);
    QVERIFY(!copied.value(u"flags.json"_s).contains("NG-Nigeria"));
    QCOMPARE(set.run({u"--verify"_s, u"copy"_s}).status, 0);
}

void tst_SetCopies::renewedSetCanBeCopied()
{
    ServedSet set(fiveCodes(), Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"flags"_s, {u"--png"_s, u"16"_s}).status, 0);
    set.change(u"NG"_s);
    set.change(u"KE"_s);
    QCOMPARE(set.run({u"--update"_s, u"flags"_s}).status, 0);
    QCOMPARE(set.run({u"--from"_s, u"flags/flags.json"_s, u"-o"_s, u"copy"_s}).status, 0);
    QCOMPARE(differingFiles(set.path(u"flags"_s), set.path(u"copy"_s)), QString());
}

FLAGFETCH_TEST(tst_SetCopies, Core)
#include "tst_setcopies.moc"
