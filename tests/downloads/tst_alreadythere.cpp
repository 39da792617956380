#include "app/downloads/existingflags.h"
#include "tests/downloads/flagland.h"
#include "tests/sets/someset.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Counting the flags that a folder already contains.
class tst_AlreadyThere final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyFilesWithExpectedNamesCount_data();
    void onlyFilesWithExpectedNamesCount();
};

void tst_AlreadyThere::onlyFilesWithExpectedNamesCount_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("conversion");
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<bool>("isComplete");
    const QString usual = u"{CC}-{country}"_s;
    const auto row = [](const char *what, const QString &file, const QString &name, const QString &conversion,
                         bool isThere, bool isComplete = true) {
        QTest::newRow(what) << file << name << conversion << isThere << isComplete;
    };
    row("the flag", u"DE-Catalogue_DE.svg"_s, usual, u""_s, true);
    row("the flag, but not what is made of it", u"DE-Catalogue_DE.svg"_s, usual, u"png"_s, true, false);
    row("in whatever format", u"DE-Catalogue_DE.webp"_s, usual, u""_s, true);
    row("no picture", u"DE-Catalogue_DE.txt"_s, usual, u""_s, false);
    row("another's", u"FR-Catalogue_FR.svg"_s, usual, u""_s, false);
    row("made of it", u"DE-Catalogue_DE-80.png"_s, usual, u"png"_s, true, false);
    row("made of it, but not now", u"DE-Catalogue_DE-80.png"_s, usual, u""_s, false);
    row("of another width", u"DE-Catalogue_DE-81.png"_s, usual, u"png"_s, false);
    row("made of it, by width", u"80/de.png"_s, u"{width}/{cc}"_s, u"png"_s, true, false);
    row("the flag, which is not kept", u"DE-Catalogue_DE.svg"_s, usual, u"png alone"_s, false);
    row("made of it alone", u"DE-Catalogue_DE-80.png"_s, usual, u"png alone"_s, true);
}

void tst_AlreadyThere::onlyFilesWithExpectedNamesCount()
{
    QFETCH(const QString, file);
    QFETCH(const QString, name);
    QFETCH(const QString, conversion);
    QFETCH(const bool, isThere);
    const QTemporaryDir folder;
    QVERIFY(someset::write(folder.filePath(file), "by hand"));
    DownloadRequest request{.countries = {flagland::countryOf(u"DE"_s)},
        .sources = {someset::source()},
        .save = {.folder = folder.path(), .nameTemplate = NameTemplate::parse(name).value()},
        .transfer = {},
        .thumbnailSize = {}};
    if (!conversion.isEmpty())
        request.conversion.renditions = {{RenditionFormat::Png, 80}};
    request.conversion.keepsOriginal = conversion != "png alone"_L1;

    const QList<ExistingFlag> found = flagsAlreadyThere(request);
    QCOMPARE(found.size(), isThere ? 1 : 0);
    if (!isThere)
        return;
    QCOMPARE(found.first().code, u"DE"_s);
    QCOMPARE(found.first().path, folder.filePath(file));
    QTEST(found.first().isComplete, "isComplete");
}

FLAGFETCH_TEST(tst_AlreadyThere, Core)
#include "tst_alreadythere.moc"
