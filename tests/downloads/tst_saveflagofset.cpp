#include "app/downloads/saveflag.h"
#include "app/sets/manifestjson.h"
#include "tests/downloads/flagland.h"
#include "tests/sets/someset.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// What saveFlag() does with a flag that a set knows.
class tst_SaveFlagOfSet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void restoredFlagIsAnnouncedAsItWas();
    void restoredFlagIsCreditedToItsOwnSource();

private:
    /// An order of a batch that works in the folder, with that picture from someset's source.
    [[nodiscard]] SaveOrder order(
        BatchPurpose purpose, const QByteArray &picture, const std::optional<SetFlag> &known = {}) const;
    /// The set as it would be were the program killed now.
    [[nodiscard]] Manifest set() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

SetFlag knownAs(const QString &file, const QByteArray &picture)
{
    SetFlag flag = someset::flag(u"DE"_s, picture);
    flag.file = file;
    return flag;
}

} // namespace

void tst_SaveFlagOfSet::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

SaveOrder tst_SaveFlagOfSet::order(
    BatchPurpose purpose, const QByteArray &picture, const std::optional<SetFlag> &known) const
{
    const auto opened = OpenSet::open(
        m_folder->path(), {.purpose = purpose, .codes = {u"DE"_s}, .aim = someset::manifest({})});
    if (const auto *failure = std::get_if<Failure>(&opened))
        qFatal("%s", qPrintable(failure->detail));
    return {.country = flagland::countryOf(u"DE"_s),
        .picture = picture,
        .metadata = {},
        .metadataName = {},
        .save = {.folder = m_folder->path()},
        .thumbnailSize = {},
        .origin = {.source = someset::source()},
        .set = std::get<std::shared_ptr<OpenSet>>(opened),
        .purpose = purpose,
        .known = known};
}

Manifest tst_SaveFlagOfSet::set() const
{
    return std::get<LoadedSet>(loadSet(m_folder->path())).manifest;
}

// Else a program that is killed would leave a set that differs from the one that it was to bring back.
void tst_SaveFlagOfSet::restoredFlagIsAnnouncedAsItWas()
{
    const SetFlag known = knownAs(u"old/name.svg"_s, svgPicture());

    QCOMPARE(saveFlag(order(BatchPurpose::Restore, svgPicture(), known)).state, FlagState::Saved);

    QCOMPARE(set().flags, QList<SetFlag>{known});
}

// Ids hold for one manifest only.
void tst_SaveFlagOfSet::restoredFlagIsCreditedToItsOwnSource()
{
    Manifest here = someset::manifest({});
    here.sources.first().imageTemplate = u"https://here.example/{cc}.svg"_s;
    QVERIFY(someset::write(m_folder->filePath(u"flags.json"_s), manifestToJson(here)));

    for (const bool isIntact : {false, true}) {
        SaveOrder wanted
            = order(BatchPurpose::Restore, svgPicture(), knownAs(u"DE-Land.svg"_s, svgPicture()));
        wanted.isIntact = isIntact;
        QCOMPARE(saveFlag(wanted).state, isIntact ? FlagState::Unchanged : FlagState::Saved);
        QVERIFY(!wanted.set->close(OpenSet::Rest::Forgotten));
        QCOMPARE(set().flags.first().source, u"office-2"_s);
        QCOMPARE(set().sourceOf(set().flags.first())->imageTemplate, someset::source().imageTemplate);
    }
}

QTEST_GUILESS_MAIN(tst_SaveFlagOfSet)
#include "tst_saveflagofset.moc"
