#include "app/transfer/connectiongroups.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

#include <tuple>

using namespace Qt::StringLiterals;

/// Which requests share a manager. No request is sent: the signals of the managers are emitted by the tests.
class tst_ConnectionGroups final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainHttpSharesAGroupAmongSixSlots();
    void firstRequestToAServerNegotiates();
    void hundredSlotsShareAnHttp2Connection();
    void serverWithoutHttp2GetsSixSlotsForEachGroup();
    void failedNegotiationEndsTheWait();
    void slowNegotiationEndsTheWait();
    void lateNegotiationCounts();
    void serversAreNegotiatedSeparately();
    void lostConnectionIsReplacedByHttp1UntilTheNextBatch();
    void lostConnectionsOfAllSlotsAreReported();
    void retiredGroupGetsNoFurtherSlot();
    void dedicatedGroupIsNotShared();
};

namespace {

const QUrl plainUrl(u"http://example.org/cn/cn.gif"_s);
const QUrl encryptedUrl(u"https://example.org/cn/cn.gif"_s);
const QUrl otherPathUrl(u"https://user:password@example.org/fr/fr.gif?x#y"_s);
const QUrl otherServerUrl(u"https://example.org:8443/cn/cn.gif"_s);

/// Groups with an HTTP/2 connection to the server of `encryptedUrl`.
void negotiateHttp2(ConnectionGroups &groups)
{
    Q_EMIT groups.groupFor(encryptedUrl, 0)->negotiated(true);
}

} // namespace

void tst_ConnectionGroups::plainHttpSharesAGroupAmongSixSlots()
{
    ConnectionGroups groups;
    const auto first = groups.groupFor(plainUrl, 0);
    QCOMPARE(groups.groupFor(plainUrl, 5), first);
    QVERIFY(groups.groupFor(plainUrl, 6) != first);
    QVERIFY(!groups.isNegotiating(plainUrl));
}

void tst_ConnectionGroups::firstRequestToAServerNegotiates()
{
    ConnectionGroups groups;
    const QSignalSpy negotiated(&groups, &ConnectionGroups::negotiated);
    QVERIFY(!groups.isNegotiating(encryptedUrl));

    const auto first = groups.groupFor(encryptedUrl, 3);
    QVERIFY(groups.isNegotiating(encryptedUrl));
    QVERIFY(groups.isNegotiating(otherPathUrl));
    QVERIFY(!groups.isNegotiating(plainUrl));
    QCOMPARE(groups.groupFor(encryptedUrl, 3), first); // a repetition, for example with other certificates

    Q_EMIT first->negotiated(true);
    QVERIFY(!groups.isNegotiating(encryptedUrl));
    QCOMPARE(negotiated.count(), 1);
}

void tst_ConnectionGroups::hundredSlotsShareAnHttp2Connection()
{
    ConnectionGroups groups;
    negotiateHttp2(groups);
    const auto first = groups.groupFor(encryptedUrl, 0);
    QCOMPARE(groups.groupFor(otherPathUrl, 99), first);
    const auto second = groups.groupFor(encryptedUrl, 100);
    QVERIFY(second != first);
    QCOMPARE(groups.groupFor(encryptedUrl, 199), second);
}

void tst_ConnectionGroups::serverWithoutHttp2GetsSixSlotsForEachGroup()
{
    ConnectionGroups groups;
    const auto first = groups.groupFor(encryptedUrl, 0);
    Q_EMIT first->negotiated(false);

    const auto other = groups.groupFor(encryptedUrl, 0);
    QVERIFY(other != first);
    QCOMPARE(groups.groupFor(encryptedUrl, 5), other);
    QVERIFY(groups.groupFor(encryptedUrl, 6) != other);
}

void tst_ConnectionGroups::failedNegotiationEndsTheWait()
{
    ConnectionGroups groups;
    const auto first = groups.groupFor(encryptedUrl, 2);
    const QSignalSpy negotiated(&groups, &ConnectionGroups::negotiated);

    groups.recordRelease(1);
    QVERIFY(groups.isNegotiating(encryptedUrl));
    groups.recordRelease(2);
    QVERIFY(!groups.isNegotiating(encryptedUrl));
    QCOMPARE(negotiated.count(), 1);
    QVERIFY(groups.groupFor(encryptedUrl, 2) != first);

    groups.beginBatch();
    std::ignore = groups.groupFor(encryptedUrl, 0);
    QVERIFY(groups.isNegotiating(encryptedUrl));
}

void tst_ConnectionGroups::slowNegotiationEndsTheWait()
{
    ConnectionGroups groups;
    const auto first = groups.groupFor(encryptedUrl, 0);
    QTRY_VERIFY(!groups.isNegotiating(encryptedUrl));
    QVERIFY(groups.groupFor(encryptedUrl, 1) != first);
}

void tst_ConnectionGroups::lateNegotiationCounts()
{
    ConnectionGroups groups;
    const auto first = groups.groupFor(encryptedUrl, 0);
    groups.recordRelease(0);

    Q_EMIT first->negotiated(true);
    QCOMPARE(groups.groupFor(encryptedUrl, 7), first);
}

void tst_ConnectionGroups::serversAreNegotiatedSeparately()
{
    ConnectionGroups groups;
    negotiateHttp2(groups);
    const auto other = groups.groupFor(otherServerUrl, 1);
    QVERIFY(groups.isNegotiating(otherServerUrl));
    QVERIFY(!groups.isNegotiating(encryptedUrl));
    QVERIFY(groups.groupFor(encryptedUrl, 1) != other);
}

void tst_ConnectionGroups::lostConnectionIsReplacedByHttp1UntilTheNextBatch()
{
    ConnectionGroups groups;
    negotiateHttp2(groups);
    const auto first = groups.groupFor(encryptedUrl, 0);
    const QSignalSpy lost(&groups, &ConnectionGroups::lost);

    groups.replaceLost(first);
    QCOMPARE(lost.count(), 1);
    QCOMPARE(lost.first().first().value<const ConnectionGroup *>(), first.get());
    const auto second = groups.groupFor(encryptedUrl, 0);
    QVERIFY(second != first);
    QVERIFY(groups.groupFor(encryptedUrl, 6) != second); // six slots: HTTP/1.1
    QVERIFY(!groups.isNegotiating(encryptedUrl));

    groups.beginBatch();
    const auto third = groups.groupFor(encryptedUrl, 0);
    QVERIFY(third != first && third != second);
    QCOMPARE(groups.groupFor(encryptedUrl, 99), third);
}

void tst_ConnectionGroups::lostConnectionsOfAllSlotsAreReported()
{
    ConnectionGroups groups;
    negotiateHttp2(groups);
    const auto first = groups.groupFor(encryptedUrl, 0);
    const auto second = groups.groupFor(encryptedUrl, 100);
    const QSignalSpy lost(&groups, &ConnectionGroups::lost);

    groups.replaceLost(second);
    QCOMPARE(lost.count(), 2);
    groups.replaceLost(first); // a reply of the old connection that ends later
    QCOMPARE(lost.count(), 3);
}

void tst_ConnectionGroups::retiredGroupGetsNoFurtherSlot()
{
    ConnectionGroups groups;
    negotiateHttp2(groups);
    for (const QUrl &url : {plainUrl, encryptedUrl}) {
        const auto first = groups.groupFor(url, 0);
        groups.retire(first);
        const auto second = groups.groupFor(url, 0);
        QVERIFY(second != first);
        QCOMPARE(groups.groupFor(url, 1), second);
    }
}

void tst_ConnectionGroups::dedicatedGroupIsNotShared()
{
    ConnectionGroups groups;
    const auto dedicated = groups.createDedicated();
    QVERIFY(groups.groupFor(plainUrl, 0) != dedicated);
    QVERIFY(groups.createDedicated() != dedicated);
}

FLAGFETCH_TEST(tst_ConnectionGroups, Core)
#include "tst_connectiongroups.moc"
