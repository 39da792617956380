#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/files/conflictchoice.h"
#include "ui/files/conversionchoice.h"
#include "ui/files/filesettings.h"
#include "ui/files/namesdialog.h"
#include "ui/files/templatefield.h"
#include "ui/footer/folderrow.h"
#include "ui/look/textwidgets.h"
#include "ui/window/windowsettings.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>

namespace {
NameTemplate templateOf(const QString &text)
{
    return NameTemplate::parse(text).value();
}

QPushButton *buttonOf(const QDialog &dialog, QDialogButtonBox::StandardButton which)
{
    return dialog.findChild<QDialogButtonBox *>()->button(which);
}

void typeTemplate(const QDialog &dialog, const QString &text)
{
    auto *line = dialog.findChild<TemplateField *>()->lineEdit();
    line->selectAll();
    QTest::keyClicks(line, text);
}
} // namespace

/// The rules for files in the real window: the dialog, the next batch, and the settings.
class TestFileSettings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void nextBatchUsesAcceptedRules();
    void nextBatchUsesAcceptedConversion();
    void cancelChangesNothing();
    void rulesAreStored();
    void commandLineIsNotStored();
    void ignoresInvalidSettings();

private:
    /// Opens the dialog with its shortcut.
    [[nodiscard]] static NamesDialog *openDialog(WindowSession &session);

    std::unique_ptr<WindowFolders> m_home;
};

void TestFileSettings::initTestCase()
{
    installTranslation(*qApp);
}

void TestFileSettings::init()
{
    m_home = std::make_unique<WindowFolders>();
}

NamesDialog *TestFileSettings::openDialog(WindowSession &session)
{
    session.window.activateWindow();
    if (!QTest::qWaitForWindowActive(&session.window))
        return nullptr;
    QTest::keyClick(&session.window, Qt::Key_N, Qt::ControlModifier);
    return session.part<NamesDialog>();
}

void TestFileSettings::nextBatchUsesAcceptedRules()
{
    WindowSession session(m_home->options({u"BR"_s, u"JP"_s}));
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    NamesDialog *dialog = openDialog(session);
    QVERIFY(dialog != nullptr);
    typeTemplate(*dialog, u"{continent}/{cc}"_s);
    QTest::mouseClick(buttonOf(*dialog, QDialogButtonBox::Ok), Qt::LeftButton);
    QVERIFY(session.part<FolderRow>()->findChild<ElidedLabel *>()->toolTip().endsWith(u"{continent}/{cc}"_s));

    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QVERIFY(QFile::exists(m_home->path(u"flags/asia/jp.svg"_s)));
    QVERIFY(QFile::exists(m_home->path(u"flags/americas/br.svg"_s)));

    QTRY_COMPARE(session.part<NamesDialog>(), nullptr);
    dialog = openDialog(session);
    QVERIFY(dialog != nullptr);
    const auto choices = dialog->findChildren<QRadioButton *>();
    QCOMPARE(choices.value(2)->text(), u"&Keep it"_s);
    QTest::mouseClick(choices.value(2), Qt::LeftButton, {}, QPoint(8, choices.value(2)->height() / 2));
    QVERIFY(choices.value(2)->isChecked());
    QTest::mouseClick(buttonOf(*dialog, QDialogButtonBox::Ok), Qt::LeftButton);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.count(FlagState::Skipped), 2, 30'000);
    QCOMPARE(finished.count(), 1); // there was nothing to download
}

void TestFileSettings::nextBatchUsesAcceptedConversion()
{
    const Conversion circles{.renditions = {{RenditionFormat::Png, 40}, {RenditionFormat::WebP, 20}},
        .crop = Crop::Circle,
        .keepsOriginal = false};
    {
        WindowSession session(m_home->options({u"JP"_s}));
        QSignalSpy finished(&session.downloads, &SessionClient::finished);
        NamesDialog *dialog = openDialog(session);
        QVERIFY(dialog != nullptr);
        dialog->findChild<ConversionChoice *>()->setConversion(circles);
        QTest::mouseClick(buttonOf(*dialog, QDialogButtonBox::Ok), Qt::LeftButton);
        session.press();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
        QCOMPARE(m_home->files(), (QStringList{u"JP-Japan-20.webp"_s, u"JP-Japan-40.png"_s}));
        session.window.close();
    }
    const WindowSession session({});
    QVERIFY(session.window.findChild<FileSettings *>()->rules().conversion == circles);
}

void TestFileSettings::cancelChangesNothing()
{
    WindowSession session(m_home->options({u"BR"_s}));
    const FileRules before = session.window.findChild<FileSettings *>()->rules();
    NamesDialog *dialog = openDialog(session);
    QVERIFY(dialog != nullptr);
    typeTemplate(*dialog, u"{cc}"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(session.window.findChild<FileSettings *>()->rules() == before);
    session.window.close();
    QVERIFY(!WindowSettings::load().files);
}

void TestFileSettings::rulesAreStored()
{
    {
        WindowSession session(m_home->options({u"BR"_s}));
        NamesDialog *dialog = openDialog(session);
        QVERIFY(dialog != nullptr);
        typeTemplate(*dialog, u"{iso3}"_s);
        dialog->findChild<ConflictChoice *>()->setPolicy(ConflictPolicy::Rename);
        dialog->accept();
        session.window.close();
    }
    const WindowSession session({});
    const FileRules rules{.nameTemplate = templateOf(u"{iso3}"_s), .conflict = ConflictPolicy::Rename};
    QVERIFY(session.window.findChild<FileSettings *>()->rules() == rules);
}

void TestFileSettings::commandLineIsNotStored()
{
    WindowSettings remembered;
    remembered.files = FileRules{.nameTemplate = templateOf(u"{iso3}"_s), .conflict = ConflictPolicy::Skip};
    remembered.store();
    WindowOptions options = m_home->options({u"BR"_s});
    options.nameTemplate = templateOf(u"{cc}"_s);
    options.conflict = ConflictPolicy::Rename;
    {
        WindowSession session(options);
        const FileRules given{.nameTemplate = templateOf(u"{cc}"_s), .conflict = ConflictPolicy::Rename};
        QVERIFY(session.window.findChild<FileSettings *>()->rules() == given);
        session.window.close();
    }
    QVERIFY(WindowSettings::load().files == remembered.files);
}

void TestFileSettings::ignoresInvalidSettings()
{
    QSettings().setValue(u"files/name"_s, u"../{CC}"_s);
    QSettings().setValue(u"files/conflict"_s, u"explode"_s);
    const WindowSession session({});
    QVERIFY(session.window.findChild<FileSettings *>()->rules() == FileRules());
}

FLAGFETCH_TEST(TestFileSettings, Widgets)
#include "tst_filesettings.moc"
