#include "app/builtin/builtinservers.h"
#include "app/session/preparation.h"
#include "app/session/resolvedbatches.h"
#include "app/sets/manifestjson.h"
#include "app/sets/openset.h"
#include "app/sources/sourcelist.h"
#include "app/storage/setfiles.h"
#include "tests/sets/someset.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_OperationPlan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void damageIsNoEmptySet_data();
    void damageIsNoEmptySet();
    void nothingIsPlannedFromADamagedManifest();
    void pendingWorkSurvivesAnUpdate();
    void preparationChangesNoFile();
    void folderWithoutASetStaysAsItIs();
    void flagUnderAnAliasIsKnown();
    void resumeAsksSourcesInTheirOrder();
    void oneSourceWithTwoIdsIsResumed();
    void countriesThatTheSetLacksAreNamed();
    void planningCanBeStopped();
    void refusedBatchKeepsItsSources();
    void codesWithoutSourceAreNamed();
    void eachBatchHasItsOwnSources();
    void sourcesWithOneIdAreDifferent();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    const Catalogue m_catalogue;
};

namespace {

FailureKind kindOf(const tl::expected<PreparedOperation, UnpreparedOperation> &prepared)
{
    return prepared ? FailureKind::Internal : prepared.error().failure.kind;
}

} // namespace

void tst_OperationPlan::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_OperationPlan::damageIsNoEmptySet_data()
{
    QTest::addColumn<QByteArray>("manifest");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("no flags") << manifestToJson(someset::manifest({})) << FailureKind::NoSet;
    QTest::newRow("damaged") << QByteArray("{ this is no manifest") << FailureKind::DamagedSet;
}

void tst_OperationPlan::damageIsNoEmptySet()
{
    QFETCH(const QByteArray, manifest);
    QFETCH(const FailureKind, kind);
    QVERIFY(someset::write(path(QLatin1StringView(manifestFileName)), manifest));

    QCOMPARE(kindOf(prepareOperation(Update{m_folder->path(), {}}, m_catalogue)), kind);
    QCOMPARE(kindOf(prepareOperation(Repair{m_folder->path(), {}}, m_catalogue)), kind);
    QCOMPARE(kindOf(prepareOperation(Resume{m_folder->path()}, m_catalogue)), kind);
}

/// The files themselves do not say where they came from.
void tst_OperationPlan::nothingIsPlannedFromADamagedManifest()
{
    QVERIFY(someset::write(path(QLatin1StringView(manifestFileName)), "{ this is no manifest"));
    QVERIFY(someset::write(path(u"DE-Germany.svg"_s), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));

    for (const Operation &operation :
        QList<Operation>{Update{m_folder->path(), {}}, Repair{m_folder->path(), {}}})
        QCOMPARE(kindOf(prepareOperation(operation, m_catalogue)), FailureKind::DamagedSet);
    QVERIFY(QFile::exists(path(QLatin1StringView(manifestFileName)))); // and it is where it was
    QVERIFY(!QFile::exists(path(QLatin1StringView(lockFileName))));
}

/// What an earlier operation left survives one that plans and runs after it, and none can come between.
void tst_OperationPlan::pendingWorkSurvivesAnUpdate()
{
    QVERIFY(!writeManifestFiles(m_folder->path(), someset::manifest({u"DE"_s})));
    const auto interrupted
        = someset::openBatch(m_folder->path(), {.codes = {u"AT"_s}, .target = someset::manifest({})});
    QVERIFY(interrupted);
    QVERIFY(!(*interrupted)->close(PendingPolicy::KeepAll));

    const auto prepared = prepareOperation(Update{m_folder->path(), {}}, m_catalogue);
    QVERIFY(prepared);
    QCOMPARE(kindOf(prepareOperation(Resume{m_folder->path()}, m_catalogue)), FailureKind::FolderInUse);
    const auto &[set, plan] = *prepared;
    DownloadRequest update = plan.batches.first();
    update.remaining = plan.remaining;
    QVERIFY(!set->begin(update.spec()));
    QVERIFY(!set->close(PendingPolicy::Discard));

    const auto loaded = loadSet(m_folder->path()).value();
    QVERIFY(loaded.interrupted);
    QCOMPARE(loaded.interrupted->pendingBatches().first().codes, QStringList(u"AT"_s));
}

void tst_OperationPlan::preparationChangesNoFile()
{
    QVERIFY(!writeManifestFiles(m_folder->path(), someset::manifest({u"DE"_s})));
    const auto interrupted
        = someset::openBatch(m_folder->path(), {.codes = {u"AT"_s}, .target = someset::manifest({})});
    QVERIFY(interrupted);
    QVERIFY(!(*interrupted)->close(PendingPolicy::KeepAll));
    const QByteArray manifest = someset::read(path(QLatin1StringView(manifestFileName)));
    const QByteArray journal = someset::read(path(QLatin1StringView(journalFileName)));
    QVERIFY(!journal.isEmpty());

    {
        const auto prepared = prepareOperation(Update{m_folder->path(), {}}, m_catalogue);
        QVERIFY(prepared);
        const auto failed = prepareOperation(Update{m_folder->path(), {u"AQ"_s}}, m_catalogue);
        QCOMPARE(kindOf(failed), FailureKind::FolderInUse);
    }

    QCOMPARE(someset::read(path(QLatin1StringView(manifestFileName))), manifest);
    QCOMPARE(someset::read(path(QLatin1StringView(journalFileName))), journal);
    QVERIFY(!QFile::exists(path(QLatin1StringView(lockFileName))));
}

void tst_OperationPlan::folderWithoutASetStaysAsItIs()
{
    const QString missing = path(u"missing"_s);
    QCOMPARE(kindOf(prepareOperation(Update{missing, {}}, m_catalogue)), FailureKind::NoSet);
    QVERIFY(!QFile::exists(missing));
    QCOMPARE(kindOf(prepareOperation(Resume{m_folder->path()}, m_catalogue)), FailureKind::NoSet);
    QVERIFY(QDir(m_folder->path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

// AC is the reserved code of Ascension, which the catalogue lists as SH-AC.
void tst_OperationPlan::flagUnderAnAliasIsKnown()
{
    QVERIFY(!writeManifestFiles(m_folder->path(), someset::manifest({u"AC"_s})));

    const auto prepared = prepareOperation(Update{m_folder->path(), {}}, m_catalogue);

    QVERIFY(prepared);
    const DownloadRequest batch = prepared->plan.batches.value(0);
    QCOMPARE(batch.countries.size(), 1);
    QCOMPARE(batch.known.value(batch.countries.first().code).file, u"AC-Land.svg"_s);
}

// The manifest has them by id.
void tst_OperationPlan::resumeAsksSourcesInTheirOrder()
{
    DownloadRequest request;
    request.countries = {m_catalogue.countryFor(u"AT"_s)};
    for (const QString &id : {u"zeta"_s, u"alpha"_s, u"mid"_s}) {
        Source source = someset::source();
        source.id = id;
        source.imageTemplate = u"http://%1.invalid/{cc}.svg"_s.arg(id);
        request.sources.append(source);
    }
    const auto opened = someset::openBatch(m_folder->path(), request.spec());
    QVERIFY(opened);
    QVERIFY(!(*opened)->close(PendingPolicy::KeepAll));

    const auto prepared = prepareOperation(Resume{m_folder->path()}, m_catalogue);

    QVERIFY(prepared);
    QStringList ids;
    for (const Source &source : prepared->plan.batches.first().sources)
        ids.append(source.id);
    QCOMPARE(ids, QStringList({u"zeta"_s, u"alpha"_s, u"mid"_s}));
}

// As in a foreign manifest. The spec has the source once.
void tst_OperationPlan::oneSourceWithTwoIdsIsResumed()
{
    DownloadRequest request;
    request.purpose = BatchPurpose::Update;
    for (const auto &[code, id] : {std::pair(u"DE"_s, u"office"_s), std::pair(u"FR"_s, u"office-2"_s)}) {
        Source source = someset::source();
        source.id = id;
        request.sources.append(source);
        request.countries.append(m_catalogue.countryFor(code));
        SetFlag flag = someset::flag(code);
        flag.source = id;
        request.known.insert(code, flag);
    }
    const auto opened = someset::openBatch(m_folder->path(), request.spec());
    QVERIFY(opened);
    QVERIFY(!(*opened)->close(PendingPolicy::KeepAll));

    const auto prepared = prepareOperation(Resume{m_folder->path()}, m_catalogue);

    QVERIFY(prepared);
    QCOMPARE(prepared->plan.codesWithoutSource, QStringList());
    QCOMPARE(prepared->plan.batches.size(), 1);
    QCOMPARE(prepared->plan.batches.first().codes(), QStringList({u"DE"_s, u"FR"_s}));
    QCOMPARE(prepared->plan.batches.first().sources.size(), 1);
}

void tst_OperationPlan::countriesThatTheSetLacksAreNamed()
{
    QVERIFY(!writeManifestFiles(m_folder->path(), someset::manifest({u"DE"_s})));

    const auto few = prepareOperation(Update{m_folder->path(), {u"JP"_s, u"BR"_s}}, m_catalogue);
    QVERIFY(!few);
    QCOMPARE(few.error().failure, (Failure{FailureKind::NotInSet, 0, u"JP BR"_s}));

    const auto many = prepareOperation(Update{m_folder->path(), QStringList(11, u"JP"_s)}, m_catalogue);
    QVERIFY(!many);
    QCOMPARE(many.error().failure, (Failure{FailureKind::NotInSet, 0, {}}));
}

void tst_OperationPlan::planningCanBeStopped()
{
    QVERIFY(!writeManifestFiles(m_folder->path(), someset::manifest({u"DE"_s})));
    std::stop_source stop;
    stop.request_stop();

    const QString manifest = path(QLatin1StringView(manifestFileName));
    const QString folder = m_folder->path();
    for (const Operation &operation :
        QList<Operation>{Update{folder, {}}, Repair{folder, {}}, Resume{folder}, Rebuild{manifest, folder}})
        QCOMPARE(kindOf(prepareOperation(operation, m_catalogue, stop.get_token())), FailureKind::Cancelled);
}

// Regression: a resumed batch whose source was not available lost it, so that it could not be resumed again.
void tst_OperationPlan::refusedBatchKeepsItsSources()
{
    const Source builtin = SourceList::shipped().resolve(u"builtin"_s).value();
    const auto requestOf = [this](const Source &source, const QString &code) {
        DownloadRequest request;
        request.countries = {m_catalogue.countryFor(code)};
        request.sources = {source};
        return request;
    };
    const OperationPlan plan{
        .batches = {requestOf(builtin, u"DE"_s), requestOf(someset::source(), u"AT"_s)}, .isResumed = true};
    BuiltinServers servers({.picturesFolder = path(u"nowhere"_s)});
    const ResolvedBatches resolved = resolveBatches(plan, servers);
    QCOMPARE(resolved.refusals.size(), 1);
    QCOMPARE(resolved.batches.size(), 1);
    const QList<BatchSpec> pending = resolved.remaining;
    QCOMPARE(pending.size(), 1);
    QCOMPARE(pending.first().codes, QStringList{u"DE"_s});
    QCOMPARE(pending.first().sourceOrder, QStringList{builtin.id});
    QCOMPARE(pending.first().target.sources.size(), 1);
}

// Row 131. Regression: --resume had nothing to do, and did not say that it left them out.
void tst_OperationPlan::codesWithoutSourceAreNamed()
{
    BatchSpec download{.codes = {u"AT"_s, u"DE"_s}, .target = someset::manifest({})};
    download.target.sources.clear();
    const OperationPlan nothing = planFor(path(u"flags"_s), download, m_catalogue);
    QVERIFY(nothing.batches.isEmpty());
    QCOMPARE(nothing.codesWithoutSource, download.codes);
    const InterruptedBatch interrupted{.spec = download, .missing = download.codes};
    const QList<BatchSpec> pending = pendingOutside({}, interrupted, m_catalogue);
    QCOMPARE(pending.size(), 1);
    QCOMPARE(pending.first().codes, download.codes);

    const BatchSpec update{
        .purpose = BatchPurpose::Update, .codes = {u"AT"_s, u"DE"_s}, .target = someset::manifest({u"DE"_s})};
    const OperationPlan rest = planFor(path(u"flags"_s), update, m_catalogue);
    QCOMPARE(rest.codesWithoutSource, QStringList{u"AT"_s});
    QCOMPARE(rest.batches.first().codes(), QStringList{u"DE"_s});

    const QString code = m_catalogue.countryFor(u"AC"_s).code;
    QVERIFY(code != u"AC"_s);
    const BatchSpec alias{
        .purpose = BatchPurpose::Update, .codes = {code}, .target = someset::manifest({u"AC"_s})};
    const OperationPlan whole = planFor(path(u"flags"_s), alias, m_catalogue);
    QCOMPARE(whole.codesWithoutSource, QStringList());
    QCOMPARE(whole.batches.first().codes(), QStringList{code});
}

// Row 133. With all sources of the set, the description of thousands of batches needed gigabytes.
void tst_OperationPlan::eachBatchHasItsOwnSources()
{
    Manifest manifest = someset::withSources(5);
    for (const int number : {2, 3}) {
        SetFlag flag = someset::flag(u"DE"_s);
        flag.source = u"office-%1"_s.arg(number);
        flag.file = u"DE-%1.svg"_s.arg(number);
        manifest.put(flag);
    }

    const OperationPlan plan
        = planFor(path(u"flags"_s), BatchPurpose::Update, manifest, {u"DE"_s}, m_catalogue);

    QCOMPARE(plan.batches.size(), 2);
    for (const DownloadRequest &batch : plan.batches) {
        QCOMPARE(batch.sources.size(), 1);
        QCOMPARE(batch.sources.first().id, batch.known.value(u"DE"_s).source);
    }
}

// Pending work is done by a plan only if it comes from the same source.
void tst_OperationPlan::sourcesWithOneIdAreDifferent()
{
    Source other = someset::source();
    other.imageTemplate = u"https://other.example/{cc}.svg"_s;
    const auto requestOf = [this](const Source &source, const QString &code) {
        DownloadRequest request;
        request.purpose = BatchPurpose::Update;
        request.countries = {m_catalogue.countryFor(code)};
        request.sources = {source};
        SetFlag flag = someset::flag(code);
        flag.file = u"%1-Land_%1.svg"_s.arg(code); // which the pending batch would give it, too
        request.known.insert(code, flag);
        return request;
    };
    const OperationPlan plan{.batches = {requestOf(someset::source(), u"AT"_s), requestOf(other, u"DE"_s)}};
    const BatchSpec pending{.codes = {u"AT"_s, u"DE"_s}, .target = someset::manifest({})};

    const QList<BatchSpec> rest
        = pendingOutside(plan, {.spec = pending, .missing = pending.codes}, m_catalogue);

    QCOMPARE(rest.size(), 1);
    QCOMPARE(rest.first().codes, QStringList{u"DE"_s});
}

FLAGFETCH_TEST(tst_OperationPlan, Core)
#include "tst_operationplan.moc"
