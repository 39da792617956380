#include "app/sets/pictureowners.h"
#include "tests/sets/someset.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_PictureOwners final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstOfSeveralIsAllowed();
    void flagsThatWereAlikeChangeTogether();
    void pictureOfAnotherCountryIsRefused();
    void territoryFollowsItsCountryLater();
    void territoryFollowsItsCountryAtOnce();
    void pictureThatItsOwnerHasLeftIsFree();
    void ownOtherFileIsNoOtherCountry();
    void picturesThatLookAlikeAreOne();
    void flagsThatLookedAlikeChangeTogether();
    void lookOfAnotherCountryIsRefused();
    void lookThatItsOwnerHasLeftIsFree();
};

namespace {

SetFlag flagWith(const QString &code, const QByteArray &picture)
{
    return someset::flag(code, picture);
}

NewPicture withHash(const QByteArray &sha256)
{
    return {.sha256 = sha256};
}

} // namespace

void tst_PictureOwners::firstOfSeveralIsAllowed()
{
    const QList<SetFlag> flags{flagWith(u"DE"_s, "d"), flagWith(u"KE"_s, "k"), flagWith(u"NG"_s, "n")};
    const FlagIndex current(flags);
    PictureOwners owners(flags);
    QCOMPARE(owners.claim(flags[0], withHash("new"), current), std::nullopt);
    QCOMPARE(owners.claim(flags[1], withHash("new"), current), u"DE"_s);
    QCOMPARE(owners.claim(flags[2], withHash("new"), current), u"DE"_s);
    QCOMPARE(owners.claim(flags[0], withHash("new"), current), std::nullopt); // again, after a failure
    QCOMPARE(owners.claim(flags[1], withHash("other"), current), std::nullopt);
}

void tst_PictureOwners::flagsThatWereAlikeChangeTogether()
{
    const QList<SetFlag> flags{flagWith(u"DE"_s, "same"), flagWith(u"KE"_s, "same")};
    const FlagIndex current(flags);
    PictureOwners owners(flags);
    QCOMPARE(owners.claim(flags[0], withHash("new"), current), std::nullopt);
    QCOMPARE(owners.claim(flags[1], withHash("new"), current), std::nullopt);
}

void tst_PictureOwners::pictureOfAnotherCountryIsRefused()
{
    const QList<SetFlag> flags{flagWith(u"DE"_s, "d"), flagWith(u"KE"_s, "k")};
    PictureOwners owners(flags);
    QCOMPARE(owners.claim(flags[1], withHash(flags[0].sha256), FlagIndex(flags)), u"DE"_s);
}

void tst_PictureOwners::territoryFollowsItsCountryLater()
{
    const QList<SetFlag> flags{flagWith(u"FR"_s, "new"), flagWith(u"GP"_s, "old"), flagWith(u"KE"_s, "k")};
    const FlagIndex current(flags);
    PictureOwners owners(flags);
    QCOMPARE(owners.claim(flags[1], withHash(flags[0].sha256), current), std::nullopt);
    QCOMPARE(owners.claim(flags[2], withHash(flags[0].sha256), current), u"GP"_s);
}

void tst_PictureOwners::territoryFollowsItsCountryAtOnce()
{
    const QList<SetFlag> flags{flagWith(u"FR"_s, "v2"), flagWith(u"GP"_s, "v1"), flagWith(u"KE"_s, "k")};
    const FlagIndex current(flags);
    PictureOwners owners(flags);
    QCOMPARE(owners.claim(flags[0], withHash("v3"), current), std::nullopt);
    QCOMPARE(owners.claim(flags[1], withHash("v3"), current), std::nullopt);
    QCOMPARE(owners.claim(flags[2], withHash("v3"), current), u"FR"_s);
}

void tst_PictureOwners::pictureThatItsOwnerHasLeftIsFree()
{
    const QList<SetFlag> flags{flagWith(u"AT"_s, "a"), flagWith(u"AU"_s, "u")};
    PictureOwners owners(flags);
    FlagIndex current(flags);
    QCOMPARE(owners.claim(flags[0], withHash("new"), current), std::nullopt);
    current.put(flagWith(u"AT"_s, "new"));
    QCOMPARE(owners.claim(flags[1], withHash(flags[0].sha256), current), std::nullopt);
}

void tst_PictureOwners::ownOtherFileIsNoOtherCountry()
{
    SetFlag second = flagWith(u"DE"_s, "d");
    second.file = u"DE-Land-2.svg"_s;
    const QList<SetFlag> flags{flagWith(u"DE"_s, "old"), second, flagWith(u"KE"_s, "d")};
    PictureOwners owners(flags);
    QCOMPARE(owners.claim(flags[0], withHash(second.sha256), FlagIndex(flags)), std::nullopt);
}

void tst_PictureOwners::picturesThatLookAlikeAreOne()
{
    const QList<SetFlag> flags{
        flagWith(u"DE"_s, "d"), flagWith(u"KE"_s, "k"), flagWith(u"NG"_s, "n"), flagWith(u"TG"_s, "t")};
    const FlagIndex current(flags);
    PictureOwners owners(flags);
    owners.setLooks(
        {{flags[0].file, "former DE"}, {flags[1].file, "former KE"}, {flags[3].file, "placeholder"}});
    const PictureOwners before = owners;
    QCOMPARE(owners.claim(flags[3], {"zero", "placeholder"}, current), std::nullopt); // only other bytes
    owners = before;
    FlagIndex later(flags);
    later.put(flagWith(u"TG"_s, "later")); // has left it
    QCOMPARE(owners.claim(flags[0], {"first", "placeholder"}, later), std::nullopt);
    QCOMPARE(owners.claim(flags[1], {"second", "placeholder"}, later), u"DE"_s);
    QCOMPARE(owners.claim(flags[2], {"third", "placeholder"}, later), u"DE"_s); // whose look is unknown
    QCOMPARE(owners.claim(flags[2], {"fourth", "flag of NG"}, later), std::nullopt);
}

void tst_PictureOwners::flagsThatLookedAlikeChangeTogether()
{
    const QList<SetFlag> flags{flagWith(u"ID"_s, "i"), flagWith(u"MC"_s, "m")};
    const FlagIndex current(flags);
    PictureOwners owners(flags);
    owners.setLooks({{flags[0].file, "light red and white"}, {flags[1].file, "light red and white"}});
    QCOMPARE(owners.claim(flags[0], {"first", "red and white"}, current), std::nullopt);
    QCOMPARE(owners.claim(flags[1], {"second", "red and white"}, current), std::nullopt);
}

void tst_PictureOwners::lookOfAnotherCountryIsRefused()
{
    const QList<SetFlag> flags{
        flagWith(u"DE"_s, "d"), flagWith(u"KE"_s, "k"), flagWith(u"RE"_s, "r"), flagWith(u"FR"_s, "f")};
    FlagIndex current(flags);
    PictureOwners owners(flags);
    owners.setLooks({{flags[0].file, "placeholder"}, {flags[1].file, "flag of KE"},
        {flags[2].file, "flag of RE"}, {flags[3].file, "tricolour"}});
    QCOMPARE(owners.claim(flags[1], {"new", "placeholder"}, current), u"DE"_s);
    QCOMPARE(owners.claim(flags[2], {"new", "tricolour"}, current), std::nullopt);
    // The placeholder comes with other bytes.
    QCOMPARE(owners.claim(flags[0], {"again", "placeholder"}, current), std::nullopt);
    current.put(flagWith(u"DE"_s, "again"));
    QCOMPARE(owners.claim(flags[1], {"new", "placeholder"}, current), u"DE"_s);
}

void tst_PictureOwners::lookThatItsOwnerHasLeftIsFree()
{
    const QList<SetFlag> flags{flagWith(u"DE"_s, "d"), flagWith(u"KE"_s, "k")};
    FlagIndex current(flags);
    PictureOwners owners(flags);
    owners.setLooks({{flags[0].file, "one"}, {flags[1].file, "two"}});
    QCOMPARE(owners.claim(flags[0], {"new", "three"}, current), std::nullopt);
    current.put(flagWith(u"DE"_s, "new"));
    QCOMPARE(owners.claim(flags[1], {"other", "one"}, current), std::nullopt);
}

FLAGFETCH_TEST(tst_PictureOwners, Core)
#include "tst_pictureowners.moc"
