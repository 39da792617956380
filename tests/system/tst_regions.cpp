#include "app/builtin/picturefolders.h"
#include "tests/support/samplepictures.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testprogram.h"
#include "tests/system/flagfolder.h"
#include "tests/system/program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// The real program and parts of countries.
class tst_Regions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void regionsAreSavedLikeCountries();
    void sourceWithoutTheRegionGetsNoRequest();
    void listShowsOnlyPartsOfTheSource();
    void sourceWithoutCodeListIsRequested();
    void sourceMayDefineCodes();
    void extrasAreAllOtherCodesOfTheSource();
    void partsAreListed();
    void builtinServesTheirFlags();

private:
    [[nodiscard]] EndedRun headless(const QStringList &arguments) const
    {
        return run(QStringList{u"--headless"_s, u"-o"_s, u"out"_s} + arguments, m_folder->path());
    }
    [[nodiscard]] QStringList files() const { return filesIn(m_folder->filePath(u"out"_s)); }
    void writeSources(const QByteArray &json) const
    {
        QVERIFY(writeFile(m_folder->filePath(u"sources.json"_s), json));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QStringList five{u"england"_s, u"scotland"_s, u"wales"_s, u"gb-nir"_s, u"us-ca"_s};

QByteArray entry(const ScriptedServer &server, const QByteArray &more, const QByteArray &file = "{cc}.gif")
{
    return R"([{"id": "office", "image": ")" + server.address(u'/' + QString::fromLatin1(file)).toUtf8() + '"'
        + more + "}]";
}

Script pictures(const ScriptedRequest &)
{
    return ok(gifPicture());
}

} // namespace

void tst_Regions::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_Regions::regionsAreSavedLikeCountries()
{
    ScriptedServer server(pictures);
    writeSources(entry(server, R"(, "codes": ["GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR", "US-CA"])"));
    const EndedRun ended
        = headless(QStringList{u"--sources"_s, u"sources.json"_s, u"-s"_s, u"office"_s} + five);
    QCOMPARE(ended.status, 0);
    QCOMPARE(files(),
        (QStringList{u"GB-ENG-England.gif"_s, u"GB-NIR-Northern_Ireland.gif"_s, u"GB-SCT-Scotland.gif"_s,
            u"GB-WLS-Wales.gif"_s, u"US-CA-California.gif"_s}));

    const EndedRun verified = run({u"--verify"_s, u"out"_s}, m_folder->path());
    QCOMPARE(verified.status, 0);
    const EndedRun updated = run({u"--update"_s, u"out"_s, u"england"_s, u"-v"_s}, m_folder->path());
    QCOMPARE(updated.status, 0);
    QVERIFY2(updated.everything().contains(u"GB-ENG"_s), qPrintable(updated.everything()));
}

void tst_Regions::sourceWithoutTheRegionGetsNoRequest()
{
    ScriptedServer server(pictures);
    writeSources(entry(server, R"(, "codes": [])"));
    const EndedRun ended
        = headless(QStringList{u"--sources"_s, u"sources.json"_s, u"-s"_s, u"office"_s} + five);
    QCOMPARE(ended.status, 1);
    QCOMPARE(server.counts().paths.size(), 0);
    const QStringList lines = ended.outputLines();
    for (const QString &name : {u"England (GB-ENG)"_s, u"Scotland (GB-SCT)"_s, u"Wales (GB-WLS)"_s,
             u"Northern Ireland (GB-NIR)"_s, u"California (US-CA)"_s}) {
        const QStringList about = lines.filter(name);
        QVERIFY2(about.size() == 1, qPrintable(ended.output));
        QVERIFY2(about.first().contains(u"It is available from "_s),
            qPrintable(about.first())); // the country of the region
    }
}

void tst_Regions::listShowsOnlyPartsOfTheSource()
{
    ScriptedServer server(pictures);
    writeSources(entry(server, R"(, "codes": ["GB-ENG"])"));
    QVERIFY(writeFile(m_folder->filePath(u"list.txt"_s), "England\nNew Mexico\nFrance\n"));
    const EndedRun ended = headless(
        {u"--sources"_s, u"sources.json"_s, u"-s"_s, u"office"_s, u"--codes-from"_s, u"list.txt"_s});
    QCOMPARE(ended.status, 1);
    QCOMPARE(files(), (QStringList{u"FR-France.gif"_s, u"GB-ENG-England.gif"_s}));
    QVERIFY2(ended.errors.contains(u"New Mexico (US-NM)"_s), qPrintable(ended.errors));
    QVERIFY2(ended.errors.contains(u"flagcdn"_s), qPrintable(ended.errors));
}

void tst_Regions::sourceWithoutCodeListIsRequested()
{
    ScriptedServer server(pictures);
    writeSources(entry(server, {}));
    const EndedRun ended = headless({u"--sources"_s, u"sources.json"_s, u"-s"_s, u"office"_s, u"us-ca"_s});
    QCOMPARE(ended.status, 0);
    QCOMPARE(files(), QStringList{u"US-CA-California.gif"_s});
    QCOMPARE(server.counts().paths.size(), 1);
}

void tst_Regions::sourceMayDefineCodes()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        return request.path == "/unk.gif" || request.path == "/fra.gif" ? ok(gifPicture()) : status(404);
    });
    writeSources(entry(server, R"(, "iso3": {"XK": "UNK"})", "{iso3}.gif"));
    const EndedRun ended
        = headless({u"--sources"_s, u"sources.json"_s, u"-s"_s, u"office"_s, u"KOS"_s, u"FR"_s});
    QCOMPARE(ended.status, 0);
    QCOMPARE(files(), (QStringList{u"FR-France.gif"_s, u"XK-Kosovo.gif"_s}));
}

void tst_Regions::extrasAreAllOtherCodesOfTheSource()
{
    ScriptedServer server(pictures);
    writeSources(entry(server, R"(, "codes": ["EU", "GB-ENG"])"));
    const QStringList source{u"--sources"_s, u"sources.json"_s, u"-s"_s, u"office"_s};
    QCOMPARE(headless(source + QStringList{u"--all"_s, u"--extras"_s}).status, 0);
    QCOMPARE(files().size(), 252);
    QVERIFY(files().contains(u"GB-ENG-England.gif"_s));
    QVERIFY(!files().contains(u"GB-SCT-Scotland.gif"_s));
}

void tst_Regions::partsAreListed()
{
    const EndedRun listed
        = run({u"--list-countries"_s, u"--parts"_s, u"--json"_s, u"GB"_s}, m_folder->path());
    QCOMPARE(listed.status, 0);
    QStringList codes;
    const QJsonArray parts = QJsonDocument::fromJson(listed.output.toUtf8()).array();
    for (const QJsonValue &part : parts) {
        codes.append(part["code"_L1].toString());
        QCOMPARE(part["parent"_L1].toString(), u"GB"_s);
        QVERIFY(!part["sources"_L1].toArray().isEmpty());
    }
    QVERIFY2(codes.contains(u"GB-WLS"_s) && codes.size() == 6, qPrintable(codes.join(u' ')));
    const EndedRun refused = run({u"--headless"_s, u"--parts"_s}, m_folder->path());
    QCOMPARE(refused.status, 2);
}

void tst_Regions::builtinServesTheirFlags()
{
    const auto pictures = findPictures(PictureSet::FlagIcons, {});
    if (!pictures || pictures->isFallback)
        QSKIP("flag-icons is not unpacked; run scripts/fetch-flags.sh");
    QCOMPARE(headless({u"part-of:gb,"_s, u"ASEAN"_s}).status,
        1); // Cornwall and Orkney are missing from this source
    QCOMPARE(files(),
        (QStringList{u"ASEAN-Association_of_Southeast_Asian_Nations.svg"_s, u"GB-ENG-England.svg"_s,
            u"GB-NIR-Northern_Ireland.svg"_s, u"GB-SCT-Scotland.svg"_s, u"GB-WLS-Wales.svg"_s}));
}

FLAGFETCH_TEST(tst_Regions, Core)

#include "tst_regions.moc"
