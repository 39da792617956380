#include "app/freshness/rememberedfreshness.h"
#include "tests/support/testprogram.h"

#include <QTest>
#include <QtConcurrentRun>

#include <atomic>
#include <semaphore>
#include <stdexcept>
#include <tuple>

using namespace Qt::StringLiterals;
using Found = std::optional<FlagFreshness>;

/// Tests that a picture is checked once, for all threads.
class tst_RememberedFreshness final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pictureIsCheckedOnce();
    void everyCallReturnsTheWholeResult();
    void otherCountryIsCheckedAgain();
    void failureIsNotRemembered();
    void exceptionIsNotRemembered();
    void secondThreadWaits();
    void secondThreadChecksIfTheFirstFails();

private:
    static constexpr auto current = FlagFreshness::State::Current;
    const QByteArray m_picture = "GIF89a";
};

void tst_RememberedFreshness::pictureIsCheckedOnce()
{
    RememberedFreshness remembered;
    int checks = 0;
    const auto check = [&checks]() -> Found { return ++checks, FlagFreshness{.state = current}; };
    QCOMPARE(remembered.get(u"SY"_s, m_picture, check)->state, current);
    QCOMPARE(remembered.get(u"SY"_s, m_picture, check)->state, current);
    QCOMPARE(checks, 1);
    QVERIFY(remembered.get(u"SY"_s, "GIF87a", check));
    QCOMPARE(checks, 2);
}

// Regression: the result was published after it had been moved to the first caller, so others got no date.
void tst_RememberedFreshness::everyCallReturnsTheWholeResult()
{
    RememberedFreshness remembered;
    const FlagFreshness wrong{
        .state = FlagFreshness::State::Superseded, .since = u"2024-12-08"_s, .whose = u"IQ"_s};
    for (int call = 0; call < 3; ++call)
        QCOMPARE(remembered.get(u"SY"_s, m_picture, [&wrong] { return Found(wrong); }), Found(wrong));
}

void tst_RememberedFreshness::otherCountryIsCheckedAgain()
{
    RememberedFreshness remembered;
    const auto syria
        = remembered.get(u"SY"_s, m_picture, [] { return Found(FlagFreshness{.state = current}); });
    const auto iraq = remembered.get(u"IQ"_s, m_picture, [] { return Found(FlagFreshness{}); });
    QCOMPARE(syria->state, current);
    QCOMPARE(iraq->state, FlagFreshness::State::Unknown);
}

void tst_RememberedFreshness::failureIsNotRemembered()
{
    RememberedFreshness remembered;
    QVERIFY(!remembered.get(u"SY"_s, m_picture, [] { return Found(); }));
    QVERIFY(remembered.get(u"SY"_s, m_picture, [] { return Found(FlagFreshness{}); }));
}

void tst_RememberedFreshness::exceptionIsNotRemembered()
{
    RememberedFreshness remembered;
    const auto fail = [&] {
        return remembered.get(u"SY"_s, m_picture, []() -> Found { throw std::runtime_error("no memory"); });
    };
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, std::ignore = fail());
    QVERIFY(remembered.get(u"SY"_s, m_picture, [] { return Found(FlagFreshness{}); }));
}

// The first thread ends only after the second has had time to start a check of its own.
void tst_RememberedFreshness::secondThreadWaits()
{
    RememberedFreshness remembered;
    std::binary_semaphore hasBegun{0};
    std::binary_semaphore mayEnd{0};
    const auto first = QtConcurrent::run([&] {
        return remembered.get(u"SY"_s, m_picture, [&]() -> Found {
            hasBegun.release();
            mayEnd.acquire();
            return FlagFreshness{.state = current};
        });
    });
    hasBegun.acquire();
    std::atomic<int> ownChecks = 0;
    const auto second = QtConcurrent::run([&] {
        return remembered.get(u"SY"_s, m_picture, [&]() -> Found { return ++ownChecks, FlagFreshness{}; });
    });
    QTest::qWait(20); // long enough for a wrong check to begin
    QCOMPARE(ownChecks, 0);
    QVERIFY(!second.isFinished());
    mayEnd.release();
    QCOMPARE(first.result()->state, current);
    QCOMPARE(second.result()->state, current);
    QCOMPARE(ownChecks, 0);
}

void tst_RememberedFreshness::secondThreadChecksIfTheFirstFails()
{
    RememberedFreshness remembered;
    std::binary_semaphore hasBegun{0};
    std::binary_semaphore mayEnd{0};
    const auto first = QtConcurrent::run([&] {
        return remembered.get(u"SY"_s, m_picture, [&]() -> Found {
            hasBegun.release();
            mayEnd.acquire();
            return std::nullopt;
        });
    });
    hasBegun.acquire();
    const auto second = QtConcurrent::run([&] {
        return remembered.get(u"SY"_s, m_picture, [] { return Found(FlagFreshness{.state = current}); });
    });
    mayEnd.release();
    QVERIFY(!first.result());
    QCOMPARE(second.result()->state, current);
}

FLAGFETCH_TEST(tst_RememberedFreshness, Core)
#include "tst_rememberedfreshness.moc"
