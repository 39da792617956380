#include "app/sets/verification.h"
#include "tests/sets/someset.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <algorithm>

using namespace Qt::StringLiterals;

class tst_Verification final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneFlippedByteAmong250IsFound();
    void everyStateIsReported();
    void derivedFilesAreChecked();
    void supersededPictureIsReported();
    void progressIsReportedAndStopEnds();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] Verification verified(const Manifest &manifest) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QStringList manyCodes(int count)
{
    QStringList codes;
    for (int number = 0; number < count; ++number)
        codes += QString(QChar(char16_t(u'A' + number / 26))) + QChar(char16_t(u'A' + number % 26));
    return codes;
}

} // namespace

void tst_Verification::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

Verification tst_Verification::verified(const Manifest &manifest) const
{
    return verifySet(m_folder->path(), manifest);
}

void tst_Verification::oneFlippedByteAmong250IsFound()
{
    const Manifest manifest = someset::manifest(manyCodes(250));
    for (const SetFlag &flag : manifest.flags)
        QVERIFY(someset::write(path(flag.file), someset::bytesOf(flag.code)));
    QVERIFY(verified(manifest).isIntact());
    QCOMPARE(verified(manifest).count(FileState::Intact), 250);

    QByteArray flipped = someset::bytesOf(u"CC"_s);
    flipped[3] = char(flipped.at(3) ^ 1);
    QVERIFY(someset::write(path(u"CC-Land.svg"_s), flipped));

    const Verification verification = verified(manifest);
    QVERIFY(!verification.isIntact());
    QCOMPARE(verification.badCodes(), QStringList{u"CC"_s});
    QCOMPARE(verification.count(FileState::Altered), 1);
    QCOMPARE(verification.count(FileState::Intact), 249);
}

void tst_Verification::everyStateIsReported()
{
    const Manifest manifest = someset::manifest({u"AT"_s, u"CH"_s, u"DE"_s, u"FR"_s, u"IT"_s});
    QVERIFY(someset::write(path(u"AT-Land.svg"_s), someset::bytesOf(u"AT"_s)));
    QVERIFY(someset::write(path(u"CH-Land.svg"_s), "other"));
    QCOMPARE(::mkfifo(QFile::encodeName(path(u"FR-Land.svg"_s)).constData(), 0600), 0);
    QVERIFY(someset::write(path(u"elsewhere"_s), someset::bytesOf(u"IT"_s)));
    QVERIFY(QFile::link(path(u"elsewhere"_s), path(u"IT-Land.svg"_s)));
    QVERIFY(someset::write(path(u"sub/stray.png"_s), "x"));
    QVERIFY(someset::write(path(u"flags.json"_s), "{}"));
    QVERIFY(someset::write(path(u".hidden"_s), "x"));

    QStringList found;
    const QList<CheckedFile> files = verified(manifest).files;
    for (const CheckedFile &file : files)
        found.append(file.file + u' ' + fileStateWord(file.state));
    QCOMPARE(found,
        (QStringList{u"AT-Land.svg ok"_s, u"CH-Land.svg altered"_s, u"DE-Land.svg missing"_s,
            u"FR-Land.svg unreadable"_s, u"IT-Land.svg unreadable"_s, u"elsewhere unknown"_s,
            u"sub/stray.png unknown"_s}));
    QCOMPARE(verified(manifest).badCodes(), (QStringList{u"CH"_s, u"DE"_s, u"FR"_s, u"IT"_s}));
}

void tst_Verification::derivedFilesAreChecked()
{
    Manifest manifest = someset::manifest({u"DE"_s});
    manifest.flags.first().isKept = false;
    manifest.flags.first().derived
        = {{.file = u"DE-Land-8.png"_s, .format = u"png"_s, .width = 8, .sha256 = sha256("8")}};

    QCOMPARE(verified(manifest).badCodes(), QStringList{u"DE"_s});
    QVERIFY(someset::write(path(u"DE-Land-8.png"_s), "8"));
    QVERIFY(verified(manifest).isIntact());
}

void tst_Verification::supersededPictureIsReported()
{
    const QByteArray green = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1">)"
                             R"(<path fill="#239e46" d="M0 0h2v1H0z"/></svg>)";
    Manifest manifest;
    manifest.put(someset::flag(u"LY"_s, green));
    manifest.put(someset::flag(u"NL"_s, green));
    QVERIFY(someset::write(path(u"LY-Land.svg"_s), green));
    QVERIFY(someset::write(path(u"NL-Land.svg"_s), green));

    const Verification verification = verified(manifest);

    QVERIFY(verification.isIntact()); // it matches the manifest
    QCOMPARE(verification.wrongPictures().size(), 1);
    QCOMPARE(verification.wrongPictures().constFirst().code, u"LY"_s);
    QCOMPARE(verification.wrongPictures().constFirst().country, u"Land LY"_s);
    QCOMPARE(verification.wrongPictures().constFirst().freshness.since, u"2011-08-03"_s);

    QVERIFY(someset::write(path(u"LY-Land.svg"_s), "altered"));
    QVERIFY(verified(manifest).wrongPictures().isEmpty());
}

void tst_Verification::progressIsReportedAndStopEnds()
{
    const Manifest manifest = someset::manifest(manyCodes(250));
    QList<int> reported;
    std::stop_source stop;
    const auto whole = verifySet(m_folder->path(), manifest, stop.get_token(), [&](int done, int total) {
        QCOMPARE(total, 250);
        reported.append(done);
    });
    QVERIFY(whole.isComplete);
    QCOMPARE(reported.size(), 250);
    QCOMPARE(reported.last(), 250);

    const auto part = verifySet(m_folder->path(), manifest, stop.get_token(), [&](int done, int) {
        if (done == 3)
            stop.request_stop();
    });
    QVERIFY(!part.isComplete);
    QCOMPARE(part.files.size(), 3);
}

FLAGFETCH_TEST(tst_Verification, Core)
#include "tst_verification.moc"
