#include "app/downloads/freshnesscheck.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using State = FlagFreshness::State;

class tst_FreshnessCheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void savedFileIsReadLater();
    void thumbnailIsEnough();
    void otherCountriesDoNotWait_data();
    void otherCountriesDoNotWait();
    void unreadableFileIsNotChecked();
    void destructionEndsTheChecksSilently();

private:
    [[nodiscard]] FlagResult saved(const QString &code) const
    {
        FlagResult result;
        result.country.code = code;
        result.state = FlagState::Saved;
        result.path = m_folder.filePath(u"flag.svg"_s);
        return result;
    }

    QTemporaryDir m_folder;
};

void tst_FreshnessCheck::initTestCase()
{
    QFile file(m_folder.filePath(u"flag.svg"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1">)"
               R"(<path fill="#239e46" d="M0 0h2v1H0z"/></svg>)");
}

void tst_FreshnessCheck::savedFileIsReadLater()
{
    FreshnessCheck check;
    QSignalSpy checked(&check, &FreshnessCheck::checked);

    check.check(saved(u"LY"_s));

    QCOMPARE(checked.count(), 0);
    QCOMPARE(check.countPending(), 1);
    QTRY_COMPARE(checked.count(), 1);
    QCOMPARE(check.countPending(), 0);
    const auto freshness = checked.first().at(1).value<std::optional<FlagFreshness>>();
    QVERIFY(freshness);
    QCOMPARE(freshness->state, State::Superseded);
    QCOMPARE(checked.first().first().value<FlagResult>().country.code, u"LY"_s);
}

void tst_FreshnessCheck::thumbnailIsEnough()
{
    FreshnessCheck check;
    QSignalSpy checked(&check, &FreshnessCheck::checked);
    FlagResult result = saved(u"LY"_s);
    result.path.clear();
    result.thumbnail = QImage(60, 40, QImage::Format_RGB32);
    result.thumbnail.fill(qRgb(0x23, 0x9e, 0x46));

    check.check(result);

    QTRY_COMPARE(checked.count(), 1);
    QCOMPARE(checked.first().at(1).value<std::optional<FlagFreshness>>().value().state, State::Superseded);
}

void tst_FreshnessCheck::otherCountriesDoNotWait_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<FlagState>("state");

    QTest::newRow("flag has not changed") << u"NL"_s << FlagState::Saved;
    QTest::newRow("failed") << u"LY"_s << FlagState::Failed;
    QTest::newRow("not found") << u"LY"_s << FlagState::NotFound;
    QTest::newRow("cancelled") << u"LY"_s << FlagState::Cancelled;
}

void tst_FreshnessCheck::otherCountriesDoNotWait()
{
    QFETCH(const QString, code);
    QFETCH(const FlagState, state);
    FreshnessCheck check;
    QSignalSpy checked(&check, &FreshnessCheck::checked);
    FlagResult result = saved(code);
    result.state = state;

    check.check(result);

    QCOMPARE(checked.count(), 1);
    QVERIFY(!checked.first().at(1).value<std::optional<FlagFreshness>>());
}

void tst_FreshnessCheck::unreadableFileIsNotChecked()
{
    FreshnessCheck check;
    QSignalSpy checked(&check, &FreshnessCheck::checked);
    FlagResult result = saved(u"LY"_s);
    result.path += u"-gone"_s;

    check.check(result);

    QTRY_COMPARE(checked.count(), 1);
    QCOMPARE(checked.first().at(1).value<std::optional<FlagFreshness>>().value().state, State::NotChecked);
}

void tst_FreshnessCheck::destructionEndsTheChecksSilently()
{
    auto check = std::make_unique<FreshnessCheck>();
    QSignalSpy checked(check.get(), &FreshnessCheck::checked);
    for (int i = 0; i < 20; ++i)
        check->check(saved(u"LY"_s));
    check.reset();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(checked.count(), 0);
}

FLAGFETCH_TEST(tst_FreshnessCheck, Core)
#include "tst_freshnesscheck.moc"
