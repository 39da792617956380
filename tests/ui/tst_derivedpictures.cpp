#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"

#include <QFileInfo>

/// The messages of the window about renditions.
class TestDerivedPictures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void listsEachFile();
    void listsExistingFiles();
    void reportsNarrowerRenditions();
    void reportsNarrowerRenditionsWithFailures();
    void doesNotReportFullWidth();

private:
    [[nodiscard]] WindowOptions options(const QStringList &ticked, const Conversion &conversion) const;
    [[nodiscard]] static QString toolTip(const WindowSession &session, const QString &code);

    std::unique_ptr<WindowFolders> m_home;
};

namespace {
/// Saves as if the source had raster pictures 80 pixels wide.
SavedFlag saveNarrow(const SaveRequest &spec)
{
    SaveRequest narrow = spec;
    narrow.picture = pngPicture({80, 60});
    return saveFlag(narrow);
}

/// The same, but one flag fails as if the disk had an error.
SavedFlag saveNarrowOrFail(const SaveRequest &spec)
{
    if (spec.country.code != u"JP"_s)
        return saveNarrow(spec);
    SavedFlag flag;
    flag.failure = {FailureKind::WriteFailed, 0, {}};
    return flag;
}
} // namespace

void TestDerivedPictures::initTestCase()
{
    installTranslation(*qApp);
}

void TestDerivedPictures::init()
{
    m_home = std::make_unique<WindowFolders>();
}

WindowOptions TestDerivedPictures::options(const QStringList &ticked, const Conversion &conversion) const
{
    WindowOptions options = m_home->options(ticked);
    options.conversion = conversion;
    return options;
}

QString TestDerivedPictures::toolTip(const WindowSession &session, const QString &code)
{
    return session.cell(code).data(Qt::ToolTipRole).toString();
}

void TestDerivedPictures::listsEachFile()
{
    const WindowSession session(
        options({u"JP"_s}, {.renditions = {{RenditionFormat::Png, 40}, {RenditionFormat::WebP, 20}}}));
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"JP"_s), FlagState::Saved, 30'000);
    const QString text = toolTip(session, u"JP"_s);
    for (const QString &file : {u"JP-Japan.svg"_s, u"JP-Japan-40.png"_s, u"JP-Japan-20.webp"_s})
        QVERIFY2(text.contains(file), qPrintable(text));
}

void TestDerivedPictures::listsExistingFiles()
{
    const WindowSession session(
        options({u"FR"_s}, {.renditions = {{RenditionFormat::Png, 80}}, .keepsOriginal = false}));
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"FR"_s), FlagState::Saved, 30'000);
    const qint64 bytes = QFileInfo(m_home->path(u"flags/FR-France-80.png"_s)).size();
    QVERIFY(bytes > 0);
    const QString text = toolTip(session, u"FR"_s);
    QVERIFY2(text.contains(u"FR-France-80.png, %1 bytes, from Built-in"_s.arg(bytes)), qPrintable(text));
}

void TestDerivedPictures::reportsNarrowerRenditions()
{
    const WindowSession session(
        options(
            {u"BR"_s, u"JP"_s}, {.renditions = {{RenditionFormat::Png, 40}, {RenditionFormat::Png, 320}}}),
        {}, &saveNarrow);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.count(FlagState::Saved), 2, 30'000);
    QTRY_VERIFY2(
        session.message().contains(u"2 flags are narrower than requested"_s), qPrintable(session.message()));
    const QString text = toolTip(session, u"JP"_s);
    QVERIFY2(text.contains(u"JP-Japan-320.png has 80 pixels, narrower than requested"_s), qPrintable(text));
    QVERIFY2(!text.contains(u"JP-Japan-40.png has"_s), qPrintable(text));
    const QString spoken = session.cell(u"JP"_s).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(u"narrower than requested"_s), qPrintable(spoken));
}

void TestDerivedPictures::reportsNarrowerRenditionsWithFailures()
{
    const WindowSession session(
        options({u"BR"_s, u"JP"_s}, {.renditions = {{RenditionFormat::Png, 320}}}), {}, &saveNarrowOrFail);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"JP"_s), FlagState::Failed, 30'000);
    QTRY_VERIFY2(session.message().contains(u"Japan"_s), qPrintable(session.message()));
    QTRY_VERIFY(!session.downloads.isRunning());
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_M, Qt::ControlModifier); // the next message
    QTRY_VERIFY2(
        session.message().contains(u"1 flag is narrower than requested"_s), qPrintable(session.message()));
}

void TestDerivedPictures::doesNotReportFullWidth()
{
    const WindowSession session(options({u"JP"_s}, {.renditions = {{RenditionFormat::Png, 320}}}));
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"JP"_s), FlagState::Saved, 30'000);
    QTRY_VERIFY(!session.downloads.isRunning());
    QVERIFY(!toolTip(session, u"JP"_s).contains(u"narrower"_s));
    QVERIFY(!session.message().contains(u"narrower"_s));
}

FLAGFETCH_TEST(TestDerivedPictures, Widgets)
#include "tst_derivedpictures.moc"
