#include "app/downloads/setplan.h"
#include "app/sets/manifestjson.h"
#include "app/storage/setfiles.h"
#include "tests/sets/someset.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_SetPlan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void damageIsNoEmptySet_data();
    void damageIsNoEmptySet();
    void nothingIsPlannedFromADamagedManifest();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    const Catalogue m_catalogue;
};

namespace {

FailureKind kindOf(const SetPlanOrFailure &plan)
{
    const auto *failure = std::get_if<Failure>(&plan);
    return failure ? failure->kind : FailureKind::Internal;
}

} // namespace

void tst_SetPlan::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_SetPlan::damageIsNoEmptySet_data()
{
    QTest::addColumn<QByteArray>("manifest");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("no flags") << manifestToJson(someset::manifest({})) << FailureKind::NoSet;
    QTest::newRow("damaged") << QByteArray("{ this is no manifest") << FailureKind::DamagedSet;
}

void tst_SetPlan::damageIsNoEmptySet()
{
    QFETCH(const QByteArray, manifest);
    QFETCH(const FailureKind, kind);
    QVERIFY(someset::write(path(QLatin1StringView(manifestFileName)), manifest));

    QCOMPARE(kindOf(planUpdate(m_folder->path(), {}, m_catalogue)), kind);
    QCOMPARE(kindOf(planRepair(m_folder->path(), {}, m_catalogue)), kind);
    QCOMPARE(kindOf(planResume(m_folder->path(), m_catalogue)), kind);
}

/// What the files tell of themselves is not where they came from.
void tst_SetPlan::nothingIsPlannedFromADamagedManifest()
{
    QVERIFY(someset::write(path(QLatin1StringView(manifestFileName)), "{ this is no manifest"));
    QVERIFY(someset::write(path(u"DE-Germany.svg"_s), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));

    QCOMPARE(kindOf(planUpdate(m_folder->path(), {}, m_catalogue)), FailureKind::DamagedSet);
    QCOMPARE(kindOf(planRepair(m_folder->path(), {}, m_catalogue)), FailureKind::DamagedSet);
}

FLAGFETCH_TEST(tst_SetPlan, Core)
#include "tst_setplan.moc"
