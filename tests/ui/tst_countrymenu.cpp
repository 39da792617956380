#include "tests/support/testprogram.h"
#include "tests/ui/somecountries.h"
#include "ui/details/flagactions.h"
#include "ui/grid/countrymenu.h"
#include "ui/grid/flagmodel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMetaMethod>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCountryMenu final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void offersActionsOfState_data();
    void offersActionsOfState();
    void offersUntickForTickedCountry();
    void requestsCountryOfCell_data();
    void requestsCountryOfCell();
    void copiesFailureText();
    void showsFlagActionsThatAreEnabled();
    void everyEntryHasMnemonic();

private:
    void setResult(const QString &code, FlagState state);
    void open(const QString &code, bool isBatchRunning = false);
    [[nodiscard]] QStringList entries() const;
    void choose(const QString &entry);

    std::unique_ptr<FlagModel> m_model;
    std::unique_ptr<CountryMenu> m_menu;
    QWidget m_window;
    FlagActions m_actions{m_window};
};

void TestCountryMenu::init()
{
    m_model = std::make_unique<FlagModel>(someCountries());
    m_menu = std::make_unique<CountryMenu>();
    m_menu->setFlagActions({m_actions.open(), m_actions.showInFolder()});
    m_actions.setFile({});
}

void TestCountryMenu::cleanup()
{
    m_menu.reset();
    m_model.reset();
}

void TestCountryMenu::setResult(const QString &code, FlagState state)
{
    FlagResult result;
    result.country.code = code;
    result.state = state;
    result.path = u"/flags/"_s + code + u".svg"_s;
    result.failure = {FailureKind::Timeout, 0, {}};
    m_model->setResult(result);
    m_actions.setFile(fileOf(*m_model->entryOf(code)));
}

void TestCountryMenu::open(const QString &code, bool isBatchRunning)
{
    const auto cells = m_model->match(m_model->index(0), FlagModel::CodeRole, code, 1, Qt::MatchExactly);
    m_menu->open(cells.first(), isBatchRunning, {});
}

QStringList TestCountryMenu::entries() const
{
    QStringList texts;
    const auto actions = m_menu->actions();
    for (const QAction *action : actions) {
        if (!action->isSeparator())
            texts.append(action->text().remove(u'&'));
    }
    return texts;
}

void TestCountryMenu::choose(const QString &entry)
{
    const auto actions = m_menu->actions();
    for (QAction *action : actions) {
        if (action->text().remove(u'&') == entry)
            return action->trigger();
    }
    QFAIL(qPrintable(u"no entry "_s + entry));
}

void TestCountryMenu::offersActionsOfState_data()
{
    QTest::addColumn<FlagState>("state");
    QTest::addColumn<QString>("idle");
    QTest::addColumn<QString>("running");
    const auto add = [](const char *name, FlagState state, const QString &idle, const QString &running) {
        QTest::newRow(name) << state << idle << running;
    };
    const QString steering = u"Tick|Cancel"_s;
    const QString file = u"Open file|Show in folder"_s;
    add("not asked", FlagState::NotAsked, u"Tick|Download this flag"_s, u"Tick"_s);
    add("waiting", FlagState::Waiting, u"Tick|Put on hold|Cancel"_s, u"Tick|Put on hold|Cancel"_s);
    add("held", FlagState::OnHold, u"Tick|Release|Cancel"_s, u"Tick|Release|Cancel"_s);
    add("downloading", FlagState::Downloading, steering, steering);
    add("saved", FlagState::Saved, u"Tick|Download this flag again|"_s + file, u"Tick|"_s + file);
    add("skipped", FlagState::Skipped, u"Tick|Download this flag again|"_s + file, u"Tick|"_s + file);
    add("not found", FlagState::NotFound, u"Tick|Try again|Copy failure text"_s, u"Tick|Copy failure text"_s);
    add("failed", FlagState::Failed, u"Tick|Try again|Copy failure text"_s, u"Tick|Copy failure text"_s);
    add("cancelled", FlagState::Cancelled, u"Tick|Try again"_s, u"Tick"_s);
}

void TestCountryMenu::offersActionsOfState()
{
    QFETCH(const FlagState, state);
    setResult(u"JP"_s, state);
    open(u"JP"_s);
    QVERIFY(m_menu->isVisible());
    QTEST(entries().join(u'|'), "idle");
    open(u"JP"_s, true);
    QTEST(entries().join(u'|'), "running");
}

void TestCountryMenu::offersUntickForTickedCountry()
{
    m_model->setTicked({u"JP"_s});
    open(u"JP"_s);
    QCOMPARE(entries().first(), u"Untick"_s);
    QSignalSpy requestSpy(m_menu.get(), &CountryMenu::tickRequested);
    choose(u"Untick"_s);
    QCOMPARE(requestSpy.value(0).value(0).toModelIndex().data(FlagModel::CodeRole).toString(), u"JP"_s);
}

void TestCountryMenu::requestsCountryOfCell_data()
{
    using Signal = void (CountryMenu::*)(const QString &);
    QTest::addColumn<FlagState>("state");
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QMetaMethod>("signal");
    const auto add = [](FlagState state, const QString &entry, Signal signal) {
        QTest::newRow(qPrintable(entry)) << state << entry << QMetaMethod::fromSignal(signal);
    };
    add(FlagState::NotAsked, u"Download this flag"_s, &CountryMenu::downloadRequested);
    add(FlagState::Saved, u"Download this flag again"_s, &CountryMenu::downloadRequested);
    add(FlagState::Cancelled, u"Try again"_s, &CountryMenu::downloadRequested);
    add(FlagState::Waiting, u"Put on hold"_s, &CountryMenu::holdRequested);
    add(FlagState::OnHold, u"Release"_s, &CountryMenu::releaseRequested);
    add(FlagState::Downloading, u"Cancel"_s, &CountryMenu::cancelRequested);
}

void TestCountryMenu::requestsCountryOfCell()
{
    QFETCH(const FlagState, state);
    QFETCH(const QString, entry);
    QFETCH(const QMetaMethod, signal);
    setResult(u"CI"_s, state);
    open(u"BR"_s);
    open(u"CI"_s);
    QSignalSpy requestSpy(m_menu.get(), signal);
    choose(entry);
    QCOMPARE(requestSpy.count(), 1);
    QCOMPARE(requestSpy.first().first().toString(), u"CI"_s);
}

void TestCountryMenu::copiesFailureText()
{
    setResult(u"JP"_s, FlagState::Failed);
    open(u"JP"_s);
    choose(u"Copy failure text"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(),
        u"Japan: the server did not answer in time. Try again, or allow more time."_s);
}

void TestCountryMenu::showsFlagActionsThatAreEnabled()
{
    setResult(u"JP"_s, FlagState::Saved);
    m_actions.showInFolder()->setEnabled(false);
    open(u"JP"_s);
    QVERIFY(m_menu->actions().contains(m_actions.open()));
    QVERIFY(!m_menu->actions().contains(m_actions.showInFolder()));
    m_model->beginBatch({u"JP"_s}); // it is still on disk
    m_model->setState(u"JP"_s, FlagState::Waiting);
    open(u"JP"_s, true);
    QVERIFY(m_menu->actions().contains(m_actions.open()));
}

void TestCountryMenu::everyEntryHasMnemonic()
{
    QAction details(u"Show detai&ls"_s);
    m_menu->setFlagActions(QList<QAction *>{&details} + m_actions.all());
    for (const auto state : {FlagState::NotAsked, FlagState::Waiting, FlagState::OnHold,
             FlagState::Downloading, FlagState::Saved, FlagState::Failed, FlagState::Cancelled}) {
        setResult(u"JP"_s, state);
        open(u"JP"_s);
        QStringList keys;
        const auto actions = m_menu->actions();
        for (const QAction *action : actions) {
            if (!action->isSeparator())
                keys += QKeySequence::mnemonic(action->text()).toString();
        }
        QVERIFY2(!keys.contains(QString()), qPrintable(entries().join(u'|')));
        QCOMPARE(keys.removeDuplicates(), 0);
    }
}

FLAGFETCH_TEST(TestCountryMenu, Widgets)
#include "tst_countrymenu.moc"
