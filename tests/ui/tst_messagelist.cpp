#include "tests/support/testprogram.h"
#include "ui/footer/messagelist.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Kind = Message::Kind;
using Topic = MessageList::Topic;

class TestMessageList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsMostImportantFirst();
    void newestOfKindIsFirst();
    void stepsThroughAll();
    void newHintDoesNotHideShownMessage();
    void changedStateKeepsItsPlace();
    void emptyStateIsRemoved();
    void keepsOneNoticeAndFewFailures();
    void batchEndsEventsAndFolder();
    void folderEndsItsState();
    void dismissesOnlyWhatCanBe();
};

namespace {

QStringList textsOf(MessageList list)
{
    list.showFirst();
    QStringList texts;
    for (qsizetype i = 0; i < list.count(); ++i) {
        texts.append(list.shown().text);
        list.showNext();
    }
    return texts;
}

} // namespace

void TestMessageList::showsMostImportantFirst()
{
    MessageList list;
    QVERIFY(list.shown().text.isEmpty());
    list.set(Topic::Pause, {.kind = Kind::Blocked, .text = u"full"_s, .offer = Offer::Continue});
    list.add({.kind = Kind::Failure, .text = u"unreadable"_s});
    list.set(Topic::PendingWork, {.kind = Kind::PendingWork, .text = u"missing"_s});
    list.set(Topic::FailedFlags, {.kind = Kind::FailedFlags, .text = u"failed"_s});
    list.add({.kind = Kind::News, .text = u"ticked"_s});
    list.set(Topic::Source, {.text = u"old"_s});
    QCOMPARE(textsOf(list),
        (QStringList{u"full"_s, u"unreadable"_s, u"missing"_s, u"failed"_s, u"ticked"_s, u"old"_s}));
    QCOMPARE(list.shown().offer, Offer::Continue);
}

void TestMessageList::newestOfKindIsFirst()
{
    MessageList list;
    list.add({.kind = Kind::Failure, .text = u"one"_s});
    list.add({.kind = Kind::Failure, .text = u"two"_s});
    QCOMPARE(textsOf(list), (QStringList{u"two"_s, u"one"_s}));
    list.add({.kind = Kind::Failure, .text = u"one"_s}); // again
    QCOMPARE(textsOf(list), (QStringList{u"one"_s, u"two"_s}));
}

void TestMessageList::stepsThroughAll()
{
    MessageList list;
    list.showNext();
    QCOMPARE(list.place(), 0);
    list.add({.kind = Kind::Failure, .text = u"failure"_s});
    list.add({.kind = Kind::News, .text = u"news"_s});
    QCOMPARE(list.shown().text, u"failure"_s);
    list.showNext();
    QCOMPARE(list.shown().text, u"news"_s);
    QCOMPARE(list.place(), 1);
    list.showNext();
    QCOMPARE(list.shown().text, u"failure"_s);
    list.showPrevious();
    QCOMPARE(list.shown().text, u"news"_s);
    list.showPrevious();
    QCOMPARE(list.shown().text, u"failure"_s);
}

void TestMessageList::newHintDoesNotHideShownMessage()
{
    MessageList list;
    list.set(Topic::Source, {.text = u"source"_s});
    list.add({.kind = Kind::Failure, .text = u"failure"_s});
    list.add({.kind = Kind::News, .text = u"news"_s});
    QCOMPARE(list.shown().text, u"failure"_s);
    list.showNext();
    list.set(Topic::Pictures, {.text = u"pictures"_s});
    QCOMPARE(list.shown().text, u"news"_s);
    list.add({.kind = Kind::Failure, .text = u"another failure"_s});
    QCOMPARE(list.shown().text, u"another failure"_s);
}

void TestMessageList::changedStateKeepsItsPlace()
{
    MessageList list;
    list.set(Topic::ServerWait, {.kind = Kind::News, .text = u"40 s"_s});
    list.add({.kind = Kind::News, .text = u"ticked"_s});
    list.showNext();
    list.set(Topic::ServerWait, {.kind = Kind::News, .text = u"39 s"_s});
    QCOMPARE(list.shown().text, u"39 s"_s);
    QCOMPARE(textsOf(list), (QStringList{u"ticked"_s, u"39 s"_s}));
}

void TestMessageList::emptyStateIsRemoved()
{
    MessageList list;
    list.set(Topic::Pause, {.kind = Kind::Blocked, .text = u"full"_s});
    list.add({.kind = Kind::News, .text = u"ticked"_s});
    list.showNext();
    list.set(Topic::Pause, {.kind = Kind::Blocked});
    QCOMPARE(textsOf(list), QStringList{u"ticked"_s});
    QCOMPARE(list.shown().text, u"ticked"_s);
}

void TestMessageList::keepsOneNoticeAndFewFailures()
{
    MessageList list;
    for (int i = 0; i < 8; ++i) {
        list.add({.kind = Kind::News, .text = u"notice %1"_s.arg(i)});
        list.add({.kind = Kind::Failure, .text = u"failure %1"_s.arg(i)});
    }
    QCOMPARE(textsOf(list),
        (QStringList{
            u"failure 7"_s, u"failure 6"_s, u"failure 5"_s, u"failure 4"_s, u"failure 3"_s, u"notice 7"_s}));
}

void TestMessageList::batchEndsEventsAndFolder()
{
    MessageList list;
    list.add({.kind = Kind::Failure, .text = u"failure"_s});
    list.add({.kind = Kind::News, .text = u"news"_s});
    list.set(Topic::PendingWork, {.kind = Kind::PendingWork, .text = u"missing"_s});
    list.set(Topic::FolderProblem, {.kind = Kind::Failure, .text = u"newer"_s});
    list.set(Topic::Source, {.text = u"source"_s});
    list.beginBatch();
    QCOMPARE(textsOf(list), QStringList{u"source"_s});
}

void TestMessageList::folderEndsItsState()
{
    MessageList list;
    list.add({.kind = Kind::Failure, .text = u"failure"_s});
    list.set(Topic::PendingWork, {.kind = Kind::PendingWork, .text = u"missing"_s});
    list.set(Topic::FolderProblem, {.kind = Kind::Failure, .text = u"newer"_s});
    list.changeFolder();
    QCOMPARE(textsOf(list), QStringList{u"failure"_s});
}

void TestMessageList::dismissesOnlyWhatCanBe()
{
    MessageList list;
    list.add({.kind = Kind::News, .text = u"news"_s});
    list.dismiss();
    QCOMPARE(list.count(), 1);
    list.add({.kind = Kind::Failure, .text = u"failure"_s, .canBeDismissed = true});
    list.dismiss();
    QCOMPARE(textsOf(list), QStringList{u"news"_s});
}

FLAGFETCH_TEST(TestMessageList, Core)
#include "tst_messagelist.moc"
