#include "tests/support/testprogram.h"
#include "tests/ui/windowset.h"
#include "tests/ui/windowtexts.h"
#include "ui/header/headerfields.h"
#include "ui/header/selectmenu.h"
#include "ui/look/windowstyle.h"

#include <QRegularExpression>
#include <QSignalSpy>

#include <algorithm>

using namespace windowset;

/// A window in Chinese names countries in Chinese, and saves the same files as one in English.
class TestInterfaceLanguage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new WindowStyle); } // as in the program
    void init();
    void gridShowsNamesOfTheLanguage();
    void gridIsSortedAsTheLanguageSorts();
    void continentsHaveNamesOfTheLanguage();
    void searchFindsNamesInEveryLanguage_data();
    void searchFindsNamesInEveryLanguage();
    void failuresNameCountriesInTheLanguage();
    void savedSetDoesNotDependOnTheLanguage();
    void textsFitIntoASmallWindow_data();
    void textsFitIntoASmallWindow();

private:
    std::unique_ptr<WindowFolders> m_home;
};

namespace {

const QString chinese = u"zh-CN"_s;

/// The files of a set that a window in this language has downloaded, by their names, without times.
QMap<QString, QByteArray> downloadedFiles(const QString &language)
{
    static const QRegularExpression time(u"\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z"_s);
    const WindowFolders home;
    WindowOptions options = home.options({u"BR"_s, u"CI"_s});
    options.conversion = Conversion{.renditions = {{RenditionFormat::Png, 32}}};
    {
        const WindowSession session(options, {}, &saveFlag, language);
        QSignalSpy finished(&session.downloads, &SessionClient::finished);
        session.press();
        if (!QTest::qWaitFor([&finished] { return finished.count() == 1; }, 30'000))
            return {};
    }
    QMap<QString, QByteArray> files;
    const QDir folder(home.path(u"flags"_s));
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden)) {
        if (name.endsWith(".lock"_L1))
            continue;
        QByteArray bytes = read(folder.filePath(name));
        if (!name.endsWith(".png"_L1))
            bytes = QString::fromUtf8(bytes).replace(time, u"TIME"_s).toUtf8();
        files.insert(name, bytes);
    }
    return files;
}

} // namespace

void TestInterfaceLanguage::init()
{
    m_home = std::make_unique<WindowFolders>();
}

void TestInterfaceLanguage::gridShowsNamesOfTheLanguage()
{
    const WindowSession session(m_home->options({u"BR"_s}), {}, &saveFlag, chinese);
    QCOMPARE(session.cell(u"DE"_s).data().toString(), u"德国"_s);
    QCOMPARE(session.cell(u"CN"_s).data().toString(), u"中国"_s);
    QVERIFY(session.cell(u"CI"_s).data(Qt::ToolTipRole).toString().startsWith(u"科特迪瓦"_s));
    QVERIFY(session.cell(u"CI"_s).data(Qt::AccessibleTextRole).toString().contains(u"科特迪瓦"_s));
}

void TestInterfaceLanguage::gridIsSortedAsTheLanguageSorts()
{
    const WindowSession session(m_home->options({u"BR"_s}), {}, &saveFlag, chinese);
    // By pronunciation: bāxī, déguó, fǎguó, rìběn, zhōngguó.
    const QStringList codes{u"BR"_s, u"DE"_s, u"FR"_s, u"JP"_s, u"CN"_s};
    QList<int> rows;
    for (const QString &code : codes)
        rows.append(session.cell(code).row());
    QVERIFY(std::ranges::is_sorted(rows));
}

void TestInterfaceLanguage::continentsHaveNamesOfTheLanguage()
{
    const WindowSession session(m_home->options({u"BR"_s}), {}, &saveFlag, chinese);
    const auto *africa = session.part<SelectMenu>()->findChild<QAction *>(u"africa"_s);
    QVERIFY(africa != nullptr);
    QVERIFY2(africa->text().startsWith(u"非洲"_s), qPrintable(africa->text()));
}

void TestInterfaceLanguage::searchFindsNamesInEveryLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");

    for (const QString &language : {u"en"_s, chinese}) {
        for (const QString &text : {u"germany"_s, u"deutschland"_s, u"德国"_s, u"allemagne"_s, u"DEU"_s})
            QTest::addRow("%s, %s", qPrintable(language), qPrintable(text)) << language << text;
    }
}

void TestInterfaceLanguage::searchFindsNamesInEveryLanguage()
{
    QFETCH(const QString, language);
    QFETCH(const QString, text);

    const WindowSession session(m_home->options({u"BR"_s}), {}, &saveFlag, language);
    session.part<SearchField>()->setText(text);
    const auto *shown = session.part<FlagGrid>()->model();
    QTRY_COMPARE(shown->rowCount(), 1);
    QCOMPARE(shown->index(0, 0).data(FlagModel::CodeRole).toString(), u"DE"_s);
}

void TestInterfaceLanguage::failuresNameCountriesInTheLanguage()
{
    const WindowSession session(
        m_home->options({u"DE"_s}, u"builtin-faulty"_s), faultyBy(1), &saveFlag, chinese);
    session.press();
    QTRY_VERIFY2_WITH_TIMEOUT(session.message().contains(u"德国"_s), qPrintable(session.message()), 30'000);
}

void TestInterfaceLanguage::savedSetDoesNotDependOnTheLanguage()
{
    const auto english = downloadedFiles(u"en"_s);
    QVERIFY(english.contains(u"BR-Brazil.svg"_s) && english.contains(u"ATTRIBUTION.md"_s));
    QCOMPARE(downloadedFiles(chinese), english);
}

void TestInterfaceLanguage::textsFitIntoASmallWindow_data()
{
    QTest::addColumn<QString>("language");

    for (const InterfaceLanguage &language : interfaceLanguages())
        QTest::newRow(qPrintable(language.tag)) << language.tag;
}

void TestInterfaceLanguage::textsFitIntoASmallWindow()
{
    QFETCH(const QString, language);

    setInterfaceLanguage(language);
    installTranslation(*qApp);
    WindowSession session(
        m_home->options({u"BR"_s, u"DE"_s}, u"builtin-faulty"_s), faultyBy(1), &saveFlag, language);
    MainWindow &window = session.window;
    window.resize(800, 600);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(window.size(), QSize(800, 600));
    const auto cutOff = [&window] { return textsCutOffIn(window).join(u'\n'); };
    QCOMPARE(cutOff(), QString());
    session.press();
    QTRY_VERIFY_WITH_TIMEOUT(session.offer()->isVisible(), 30'000);
    QTRY_COMPARE(cutOff(), QString()); // the layout follows
}

FLAGFETCH_TEST(TestInterfaceLanguage, Widgets)
#include "tst_interfacelanguage.moc"
