#include "app/sets/openset.h"
#include "tests/sets/someset.h"
#include "tests/system/servedset.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What an interrupted batch has left, and what other runs of the program make of it.
class tst_SetRests final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsNotAtWorkIsTold();
};

void tst_SetRests::onlyWhatIsNotAtWorkIsTold()
{
    ServedSet set({u"DE"_s}, Served::WithTag);
    QVERIFY(set.start());
    QCOMPARE(set.download(u"my flags"_s).status, 0);
    auto atWork = OpenSet::open(set.path(u"my flags"_s), {.codes = {u"FR"_s}, .aim = someset::manifest({})});
    QVERIFY(std::holds_alternative<std::shared_ptr<OpenSet>>(atWork));

    const EndedRun during = set.run({u"--verify"_s, u"my flags"_s});
    QCOMPARE(during.errors,
        u"Another program is saving flags in this folder. Check it again when that is done.\n"_s);

    atWork = Failure(); // it dies
    const EndedRun after = set.run({u"--verify"_s, u"my flags"_s});
    QCOMPARE(after.errors,
        u"The last batch in this folder was interrupted: 1 of 1 flags are still missing. "
        "To go on with it: flagfetch --resume 'my flags'\n"_s);
}

QTEST_GUILESS_MAIN(tst_SetRests)
#include "tst_setrests.moc"
