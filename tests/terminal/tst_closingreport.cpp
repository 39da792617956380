#include "app/language/translation.h"
#include "app/terminal/batchreport.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestClosingReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void failedCountriesAreListedAndOthersCounted();
    void manyThatWereNotFoundAreOnlyCounted();
    void commonCauseIsPrintedOnce();
    void deniedFolderIsNamed();
};

namespace {

FlagResult ended(const QString &code, FlagState state, FailureKind kind)
{
    FlagResult result;
    result.country.code = code;
    result.country.displayName = u"Land "_s + code;
    result.state = state;
    result.failure.kind = kind;
    return result;
}

} // namespace

void TestClosingReport::initTestCase()
{
    installTranslation(*QCoreApplication::instance());
}

void TestClosingReport::failedCountriesAreListedAndOthersCounted()
{
    BatchProgress progress;
    progress.total = 4;
    progress.saved = progress.failed = 1;
    progress.notFound = 2;
    const QStringList lines = closingReport(progress,
        {ended(u"XA"_s, FlagState::NotFound, FailureKind::NotFound),
            ended(u"EG"_s, FlagState::Failed, FailureKind::Timeout),
            ended(u"XB"_s, FlagState::NotFound, FailureKind::NotFound)},
        {}, false);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], u"1 flag downloaded in 0.00 s, 2 not found, 1 failed."_s);
    QCOMPARE(lines[1], u"Not found: XA XB"_s);
    QVERIFY2(lines[2].startsWith("Land EG: "_L1), qPrintable(lines[2]));
}

void TestClosingReport::manyThatWereNotFoundAreOnlyCounted()
{
    QList<FlagResult> notFound;
    for (int i = 0; i < 21; ++i)
        notFound.append(ended(u"X"_s + QChar(u'A' + i), FlagState::NotFound, FailureKind::NotFound));
    QCOMPARE(closingReport({}, notFound, {}, false).size(), 1);
    QCOMPARE(closingReport({}, notFound, {}, true).size(), 2);
    notFound.removeLast();
    QCOMPARE(closingReport({}, notFound, {}, false).size(), 2);
}

void TestClosingReport::commonCauseIsPrintedOnce()
{
    BatchProgress progress;
    progress.stoppedBy = Failure{FailureKind::ConnectionRefused, 0, {}};
    const QList<FlagResult> failed{ended(u"BR"_s, FlagState::Failed, FailureKind::ConnectionRefused),
        ended(u"CN"_s, FlagState::Failed, FailureKind::ConnectionRefused),
        ended(u"DE"_s, FlagState::Failed, FailureKind::Timeout)};
    const QStringList lines = closingReport(progress, failed, {}, false);
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[1].startsWith("The server refused"_L1), qPrintable(lines[1]));
    QVERIFY2(lines[2].startsWith("Land DE: "_L1), qPrintable(lines[2]));
    QCOMPARE(closingReport(progress, failed, {}, true).size(), 5);
}

void TestClosingReport::deniedFolderIsNamed()
{
    BatchProgress progress;
    progress.stoppedBy = Failure{FailureKind::FolderDenied, 0, {}};
    const QStringList lines = closingReport(progress, {}, u"/some/folder"_s, false);
    QVERIFY2(lines.last().startsWith("/some/folder: "_L1), qPrintable(lines.last()));
}

FLAGFETCH_TEST(TestClosingReport, Core)
#include "tst_closingreport.moc"
