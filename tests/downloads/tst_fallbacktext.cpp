#include "app/downloads/summarytext.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The text that names the sources of a flag.
class tst_FallbackText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void singleSourceIsNotMentioned();
    void listsTheSourceOfTheFlagAndFailedSources();
    void listsOtherFailedSources();
    void cancelledSourceIsNotMentioned();
    void largestCountComesFirst();
};

namespace {

FlagResult result(FlagState state, const QString &title)
{
    FlagResult result;
    result.state = state;
    result.sourceId = title.toLower();
    result.sourceTitle = title;
    return result;
}

const SourceAnswer missing{u"office"_s, u"Office"_s, {}, {FailureKind::NotFound, 404, {}}};
const SourceAnswer dead{u"shed"_s, u"Shed"_s, {}, {FailureKind::ConnectionRefused, 0, u"port 81"_s}};

} // namespace

void tst_FallbackText::singleSourceIsNotMentioned()
{
    QCOMPARE(fallbackText(result(FlagState::Saved, u"Office"_s)), QString());
}

void tst_FallbackText::listsTheSourceOfTheFlagAndFailedSources()
{
    FlagResult saved = result(FlagState::Saved, u"Built-in"_s);
    saved.earlier = {missing, dead};
    QCOMPARE(fallbackText(saved),
        u"from Built-in (Office: the source has no such flag; it answered 404 (Not Found); Shed: the server "
        u"refused the connection (port 81))"_s);
}

void tst_FallbackText::listsOtherFailedSources()
{
    FlagResult failed = result(FlagState::NotFound, u"Built-in"_s);
    failed.earlier = {dead};
    QCOMPARE(fallbackText(failed),
        u"requested from Built-in; Shed: the server refused the connection (port 81)"_s);
}

void tst_FallbackText::cancelledSourceIsNotMentioned()
{
    FlagResult cancelled = result(FlagState::Cancelled, {});
    cancelled.earlier = {dead};
    QCOMPARE(fallbackText(cancelled), u"Shed: the server refused the connection (port 81)"_s);
}

void tst_FallbackText::largestCountComesFirst()
{
    ServedCounts counts;
    QCOMPARE(counts.text(), QString());
    counts.count(result(FlagState::Saved, u"Office"_s));
    counts.count(result(FlagState::Saved, u"Built-in"_s));
    counts.count(result(FlagState::Saved, u"Built-in"_s));
    counts.count(result(FlagState::Skipped, u"Office"_s)); // perhaps not requested
    counts.count(result(FlagState::Skipped, u"Office"_s));
    counts.count(result(FlagState::Failed, u"Shed"_s));
    QCOMPARE(counts.text(), u"2 from Built-in, 1 from Office"_s);
}

FLAGFETCH_TEST(tst_FallbackText, None)
#include "tst_fallbacktext.moc"
