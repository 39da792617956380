#include "app/countries/countrygroups.h"
#include "tests/support/hardpictures.h"
#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/exports/columnsfield.h"
#include "ui/exports/exportdialog.h"
#include "ui/exports/exportform.h"
#include "ui/exports/exporttarget.h"
#include "ui/exports/languagechoice.h"
#include "ui/exports/pagerow.h"
#include "ui/exports/previewpane.h"
#include "ui/exports/titlefield.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QSignalSpy>
#include <QSpinBox>

namespace {
QPushButton *button(const QDialog &dialog, const QString &text)
{
    const auto buttons = dialog.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

/// Whether a label of the dialog shows the text.
bool showsText(const QDialog &dialog, const QString &text)
{
    const auto labels = dialog.findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(),
        [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

/// The choice between all flags and the ticked ones.
QComboBox *flagsOf(const QDialog &dialog)
{
    return dialog.findChild<ExportForm *>()->findChildren<QComboBox *>().at(1);
}

const QStringList twenty
    = QString(u"BD BR CD CN DE EG ET FR ID IN IR JP MX NG PH PK RU TR US VN"_s).split(u' ');

void choose(const QDialog &dialog, ExportKind kind)
{
    auto *kinds = dialog.findChild<ExportForm *>()->findChild<QComboBox *>();
    kinds->setCurrentIndex(kinds->findText(titleOf(kind)));
}
} // namespace

class TestExportDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void shortcutOpensDialogWithPreview();
    void exportsChosenKind_data();
    void exportsChosenKind();
    void suffixFollowsKind();
    void everyProposedNameIsValid();
    void reportsProtectedDestinationBeforeExport();
    void emptyFolderExplainsWhatToDo();
    void messageAndPreviewReplaceEachOther();
    void reportsUnwritableDestination();
    void languageIsStoredIfItWasChosen();
    void closeCancelsExport();
    void replacesOnlyAfterQuestion();
    void tickedFlagsComeFirst();
    void choiceOfFlagsIsRemembered();
    void invalidSettingsBecomeDefaults();
    void titleFitsTheFlags();
    void ownTitleReturnsWithItsFlags();
    void proposedTitleNamesTheGroup();
    void pagesCanBeTurned();
    void sheetFitsOnOnePage();
    void stepLeadsToNeighbourOfAutomaticColumns();
    void emptyFolderOffersDownload();
    void otherDownloadOpensNoExport();
    void resultIsNamedAfterItsTitle();
    void ctrlPPrints();
    void damagedFlagIsNamedBeforeExport();
    void slowDrawingIsNoticed();

private:
    /// Creates a folder with flags and opens the dialog for it.
    void open(const QStringList &codes);
    /// Opens the dialog for the folder of open(), with other ticks.
    void openAgain(const QStringList &ticked);

    std::unique_ptr<WindowFolders> m_home;
    std::unique_ptr<WindowSession> m_session;
    QPointer<ExportDialog> m_dialog;
};

void TestExportDialog::initTestCase()
{
    installTranslation(*qApp);
}

void TestExportDialog::init()
{
    m_home = std::make_unique<WindowFolders>();
}

void TestExportDialog::cleanup()
{
    m_session.reset();
    m_home.reset();
}

void TestExportDialog::open(const QStringList &codes)
{
    m_session = std::make_unique<WindowSession>(m_home->options(codes));
    if (!codes.isEmpty()) {
        const QSignalSpy finished(&m_session->downloads, &SessionClient::finished);
        m_session->press();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    }
    QTest::keyClick(&m_session->window, Qt::Key_E, Qt::ControlModifier);
    m_dialog = m_session->part<ExportDialog>();
    QVERIFY(m_dialog);
}

void TestExportDialog::openAgain(const QStringList &ticked)
{
    m_session.reset();
    m_session = std::make_unique<WindowSession>(m_home->options(ticked));
    QTest::keyClick(&m_session->window, Qt::Key_E, Qt::ControlModifier);
    m_dialog = m_session->part<ExportDialog>();
    QVERIFY(m_dialog);
}

void TestExportDialog::shortcutOpensDialogWithPreview()
{
    open({u"BR"_s, u"JP"_s});
    QVERIFY(m_dialog->isVisible());
    const auto *preview = m_dialog->findChild<PreviewPane *>();
    QTRY_VERIFY(!preview->shown().image.isNull());
    choose(*m_dialog, ExportKind::DataCsv);
    QTRY_VERIFY(preview->shown().text.contains("Brazil"_L1));
}

void TestExportDialog::exportsChosenKind_data()
{
    QTest::addColumn<ExportKind>("kind");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("pdf") << ExportKind::SheetPdf << u"flags.pdf"_s << QByteArray("%PDF");
    QTest::newRow("png") << ExportKind::SheetPng << u"flags.png"_s << QByteArray("\x89PNG");
    QTest::newRow("sprite") << ExportKind::Sprite << u"flags/index.html"_s << QByteArray("<!DOCTYPE html");
    QTest::newRow("csv") << ExportKind::DataCsv << u"flags.csv"_s << QByteArray("code,");
    QTest::newRow("json") << ExportKind::DataJson << u"list.json"_s << QByteArray("[");
}

void TestExportDialog::exportsChosenKind()
{
    QFETCH(ExportKind, kind);
    QFETCH(QString, file);
    QFETCH(QByteArray, beginning);
    open({u"BR"_s, u"JP"_s});
    choose(*m_dialog, kind);
    const QString destination = m_home->path(u"made/"_s + file.section(u'/', 0, 0));
    QVERIFY(QDir().mkpath(m_home->path(u"made"_s)));
    m_dialog->findChild<DestinationRow *>()->findChild<QLineEdit *>()->setText(destination);
    QTRY_VERIFY(button(*m_dialog, u"Export"_s)->isEnabled());
    QTest::mouseClick(button(*m_dialog, u"Export"_s), Qt::LeftButton);

    QTRY_VERIFY_WITH_TIMEOUT(button(*m_dialog, u"Open"_s)->isEnabled(), 30'000);
    QVERIFY(showsText(*m_dialog, QDir::toNativeSeparators(destination)));
    QFile made(m_home->path(u"made/"_s + file));
    QVERIFY(made.open(QIODevice::ReadOnly));
    const QByteArray start = made.read(20);
    QVERIFY2(start.toLower().startsWith(beginning.toLower()), start.constData());
}

void TestExportDialog::suffixFollowsKind()
{
    open({u"JP"_s});
    const auto *path = m_dialog->findChild<DestinationRow *>()->findChild<QLineEdit *>();
    choose(*m_dialog, ExportKind::DataJson);
    QVERIFY(path->text().endsWith(".json"_L1));
    choose(*m_dialog, ExportKind::SheetPng);
    QVERIFY(path->text().endsWith(".png"_L1));
    QVERIFY(!path->text().contains(".json"_L1));
    choose(*m_dialog, ExportKind::Sprite);
    QVERIFY(path->text().endsWith("-sprite"_L1));
    QVERIFY(!path->text().contains(".png"_L1));
}

// A folder called "flags" must not propose flags.json, which belongs to a set.
void TestExportDialog::everyProposedNameIsValid()
{
    open({u"JP"_s});
    const QList<ExportKind> kinds(allExportKinds.begin(), allExportKinds.end());
    for (const ExportKind kind : kinds + kinds) { // also after each other kind
        choose(*m_dialog, kind);
        QTRY_VERIFY2(button(*m_dialog, u"Export"_s)->isEnabled(), qPrintable(titleOf(kind)));
    }
    const auto *path = m_dialog->findChild<DestinationRow *>()->findChild<QLineEdit *>();
    QVERIFY2(path->text().endsWith("/flags-data.json"_L1), qPrintable(path->text()));
}

void TestExportDialog::reportsProtectedDestinationBeforeExport()
{
    open({u"JP"_s});
    auto *path = m_dialog->findChild<DestinationRow *>()->findChild<QLineEdit *>();
    choose(*m_dialog, ExportKind::DataJson);
    path->setText(m_home->path(u"flags.json"_s));
    QTRY_VERIFY(showsText(*m_dialog, u"a set of flags has this file"_s));
    QVERIFY(!button(*m_dialog, u"Export"_s)->isEnabled());
    path->setText(m_home->path(u"list.json"_s));
    QTRY_VERIFY(button(*m_dialog, u"Export"_s)->isEnabled());
}

void TestExportDialog::emptyFolderExplainsWhatToDo()
{
    open({});
    QTRY_VERIFY(m_dialog->findChild<PreviewPane *>()->accessibleDescription().contains("flags"_L1));
    QVERIFY(!button(*m_dialog, u"Export"_s)->isEnabled());
}

void TestExportDialog::messageAndPreviewReplaceEachOther()
{
    open({u"JP"_s});
    auto *path = m_dialog->findChild<DestinationRow *>()->findChild<QLineEdit *>();
    choose(*m_dialog, ExportKind::DataJson);
    path->setText(m_home->path(u"flags.json"_s));
    auto *preview = m_dialog->findChild<PreviewPane *>();
    QTRY_VERIFY(preview->shown().refusal);
    preview->showMessage(u"No flags"_s);
    QVERIFY(!preview->shown().refusal);
    QCOMPARE(preview->accessibleDescription(), u"No flags"_s);
    path->setText(m_home->path(u"list.json"_s));
    QTRY_VERIFY(!preview->shown().text.isEmpty());
    QCOMPARE(preview->accessibleDescription(), QString());
}

void TestExportDialog::reportsUnwritableDestination()
{
    open({u"JP"_s});
    QFile plain(m_home->path(u"plain"_s));
    QVERIFY(plain.open(QIODevice::WriteOnly));
    m_dialog->findChild<DestinationRow *>()->findChild<QLineEdit *>()->setText(
        m_home->path(u"plain/flags.pdf"_s));
    QTRY_VERIFY(button(*m_dialog, u"Export"_s)->isEnabled());
    QTest::mouseClick(button(*m_dialog, u"Export"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_dialog->findChild<QProgressBar *>()->isVisible());
    QTRY_VERIFY(showsText(*m_dialog, u"plain"_s));
    QVERIFY(!button(*m_dialog, u"Open"_s)->isEnabled());
}

// Otherwise the names keep the language that the interface had at the first export.
void TestExportDialog::languageIsStoredIfItWasChosen()
{
    const auto stored = [](const QString &chosen) {
        const ExportForm form;
        if (!chosen.isEmpty())
            form.findChild<LanguageChoice *>()->setLanguage(chosen);
        form.saveSettings();
        return QSettings().value(u"export/language"_s).toString();
    };
    QCOMPARE(stored({}), QString());
    QCOMPARE(stored(u"fr"_s), u"fr"_s);
    QCOMPARE(stored({}), u"fr"_s);
    QCOMPARE(stored(LanguageChoice().language()), QString());
}

void TestExportDialog::closeCancelsExport()
{
    open({u"BR"_s, u"JP"_s});
    QTRY_VERIFY(button(*m_dialog, u"Export"_s)->isEnabled());
    m_dialog->findChild<DestinationRow *>()->findChild<QLineEdit *>()->setText(m_home->path(u"late.pdf"_s));
    QTest::mouseClick(button(*m_dialog, u"Export"_s), Qt::LeftButton);
    m_dialog->close();
    QTRY_VERIFY(!m_dialog);
    // The file is complete or absent: an export that was nearly done may still finish.
    QFile late(m_home->path(u"late.pdf"_s));
    QVERIFY(!late.exists() || (late.open(QIODevice::ReadOnly) && late.readAll().trimmed().endsWith("%%EOF")));
}

void TestExportDialog::replacesOnlyAfterQuestion()
{
    open({u"BR"_s, u"JP"_s});
    choose(*m_dialog, ExportKind::DataCsv);
    const QString path = m_home->path(u"mine.csv"_s);
    QFile mine(path);
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
    mine.close();
    const auto content = [&mine] { return mine.open(QIODevice::ReadOnly) ? mine.readAll() : QByteArray(); };
    m_dialog->findChild<DestinationRow *>()->findChild<QLineEdit *>()->setText(path);
    for (const auto answer : {QMessageBox::RejectRole, QMessageBox::AcceptRole}) {
        QTRY_VERIFY(button(*m_dialog, u"Export"_s)->isEnabled());
        QTest::mouseClick(button(*m_dialog, u"Export"_s), Qt::LeftButton);
        auto *question = m_dialog->findChild<QMessageBox *>();
        QVERIFY(question != nullptr);
        QVERIFY2(question->text().contains(u"mine.csv"_s), qPrintable(question->text()));
        QCOMPARE(content(), "mine");
        mine.close();
        const auto answers = question->buttons();
        for (auto *each : answers) {
            if (question->buttonRole(each) == answer)
                QTest::mouseClick(each, Qt::LeftButton);
        }
        QTRY_VERIFY(m_dialog->findChild<QMessageBox *>() == nullptr);
    }
    QTRY_VERIFY_WITH_TIMEOUT(button(*m_dialog, u"Open"_s)->isEnabled(), 30'000);
    QVERIFY(content().startsWith("code,"));
}

void TestExportDialog::tickedFlagsComeFirst()
{
    open({u"BR"_s, u"DE"_s, u"JP"_s});
    QTRY_COMPARE(flagsOf(*m_dialog)->itemText(0), u"All 3 in the folder"_s);
    QCOMPARE(flagsOf(*m_dialog)->currentIndex(), 0); // all are ticked
    openAgain({u"JP"_s, u"EG"_s});
    QTRY_COMPARE(flagsOf(*m_dialog)->currentText(), u"Only the 1 ticked"_s);
    QTRY_COMPARE(m_dialog->findChild<PageRow *>()->text(), u"1 flag"_s);
    QTRY_VERIFY(showsText(*m_dialog, u"1 ticked flag is not in the folder yet."_s));
    openAgain({u"EG"_s});
    QTRY_COMPARE(flagsOf(*m_dialog)->currentText(), u"All 3 in the folder"_s);
}

void TestExportDialog::choiceOfFlagsIsRemembered()
{
    open({u"BR"_s, u"DE"_s, u"JP"_s});
    openAgain({u"JP"_s});
    QTRY_COMPARE(flagsOf(*m_dialog)->count(), 2);
    QTRY_COMPARE(flagsOf(*m_dialog)->currentIndex(), 1);
    flagsOf(*m_dialog)->setCurrentIndex(0);
    openAgain({u"JP"_s});
    QTRY_COMPARE(flagsOf(*m_dialog)->count(), 2);
    QCOMPARE(flagsOf(*m_dialog)->currentIndex(), 0);
    flagsOf(*m_dialog)->setCurrentIndex(1);
    openAgain({u"BR"_s, u"JP"_s});
    QTRY_COMPARE(flagsOf(*m_dialog)->currentText(), u"Only the 2 ticked"_s);
}

void TestExportDialog::invalidSettingsBecomeDefaults()
{
    QSettings().setValue("export/kind"_L1, u"sprite"_s);
    for (const QString &word : {u"maybe"_s, u"-2"_s, u"2000000000"_s}) {
        for (const QString &key : {u"ticked"_s, u"columns"_s, u"cell"_s, u"paper"_s})
            QSettings().setValue(u"export/"_s + key, word);
        ExportForm form;
        form.setCounts(3, 3);
        QCOMPARE(form.flags(), ExportFlags::Choice::All); // the ticked ones are not fewer
        const auto what = form.what();
        const auto *sprite = std::get_if<SpriteOptions>(&what);
        QVERIFY(sprite != nullptr);
        QCOMPARE(sprite->width, SpriteOptions().width);
        QCOMPARE(sprite->columns, 0);
    }
}

void TestExportDialog::titleFitsTheFlags()
{
    open(twenty);
    const auto *title = m_dialog->findChild<TitleField *>();
    QTRY_COMPARE(title->text(), u"Flags of the twenty most populous countries"_s);
    openAgain({u"BR"_s, u"JP"_s});
    title = m_dialog->findChild<TitleField *>();
    QTRY_COMPARE(flagsOf(*m_dialog)->currentIndex(), 1);
    QCOMPARE(title->text(), QString());
    flagsOf(*m_dialog)->setCurrentIndex(0);
    QCOMPARE(title->text(), u"Flags of the twenty most populous countries"_s);
}

void TestExportDialog::ownTitleReturnsWithItsFlags()
{
    open({u"BR"_s, u"DE"_s, u"JP"_s});
    openAgain({u"BR"_s, u"JP"_s});
    QTRY_COMPARE(flagsOf(*m_dialog)->currentIndex(), 1);
    m_dialog->findChild<TitleField *>()->setText(u"Two of them"_s);
    flagsOf(*m_dialog)->setCurrentIndex(0);
    QCOMPARE(m_dialog->findChild<TitleField *>()->text(), QString());
    flagsOf(*m_dialog)->setCurrentIndex(1);
    QCOMPARE(m_dialog->findChild<TitleField *>()->text(), u"Two of them"_s);

    openAgain({u"BR"_s, u"JP"_s});
    QTRY_COMPARE(m_dialog->findChild<TitleField *>()->text(), u"Two of them"_s);
    openAgain({u"BR"_s, u"DE"_s});
    QTRY_COMPARE(flagsOf(*m_dialog)->currentText(), u"Only the 2 ticked"_s);
    QCOMPARE(m_dialog->findChild<TitleField *>()->text(), QString());
}

void TestExportDialog::proposedTitleNamesTheGroup()
{
    QStringList world;
    const Catalogue catalogue;
    for (const Country &country : catalogue.countries())
        world.append(country.code);
    QCOMPARE(proposedTitle(world), u"Flags of the world"_s);
    QCOMPARE(proposedTitle(world.mid(1)), QString());
    QCOMPARE(proposedTitle({u"AQ"_s, u"BV"_s}), QString());
    for (const Preset &preset : groupPresets(catalogue) + continentPresets(catalogue))
        QVERIFY2(proposedTitle(preset.codes).startsWith("Flags of "_L1), qPrintable(preset.id));
}

void TestExportDialog::pagesCanBeTurned()
{
    open(twenty);
    const auto *number = m_dialog->findChild<ColumnsField *>()->findChild<QSpinBox *>();
    const auto *pages = m_dialog->findChild<PageRow *>();
    QTRY_COMPARE(pages->text(), u"20 flags"_s);
    m_dialog->findChild<ColumnsField *>()->setColumns(2);
    QCOMPARE(number->value(), 2);
    QTRY_COMPARE(pages->text(), u"Page 1 of 5, 20 flags"_s);
    const auto *preview = m_dialog->findChild<PreviewPane *>();
    const QImage first = preview->shown().image;
    QTest::keyClick(m_dialog, Qt::Key_PageDown);
    QTRY_COMPARE(pages->text(), u"Page 2 of 5, 20 flags"_s);
    QVERIFY(preview->shown().image != first);
    auto *next = pages->findChildren<QToolButton *>().at(1);
    QTest::mouseClick(next, Qt::LeftButton);
    QTRY_COMPARE(pages->text(), u"Page 3 of 5, 20 flags"_s);
    QTest::keyClick(m_dialog, Qt::Key_PageUp);
    QTRY_COMPARE(pages->text(), u"Page 2 of 5, 20 flags"_s);
    for (int page = 3; page <= 5; ++page) {
        QTest::mouseClick(next, Qt::LeftButton);
        QTRY_COMPARE(pages->text(), u"Page %1 of 5, 20 flags"_s.arg(page));
    }
    QVERIFY(!next->isEnabled());
}

void TestExportDialog::sheetFitsOnOnePage()
{
    open(twenty);
    auto *columns = m_dialog->findChild<ColumnsField *>();
    const auto *pages = m_dialog->findChild<PageRow *>();
    columns->setColumns(2);
    QTRY_COMPARE(pages->text(), u"Page 1 of 5, 20 flags"_s);
    auto *choice = columns->findChild<QComboBox *>();
    choice->setCurrentIndex(choice->findText(u"Fit on one page"_s));
    QTRY_COMPARE(pages->text(), u"20 flags"_s);
    QTRY_VERIFY(columns->findChild<QSpinBox *>()->value() > 2);
    choose(*m_dialog, ExportKind::Sprite); // has no pages
    QCOMPARE(columns->columns(), 0);
}

void TestExportDialog::stepLeadsToNeighbourOfAutomaticColumns()
{
    open(twenty);
    auto *columns = m_dialog->findChild<ColumnsField *>();
    auto *number = columns->findChild<QSpinBox *>();
    QTRY_VERIFY(number->value() > 1);
    const int automatic = number->value();
    QCOMPARE(columns->columns(), 0);
    QTest::keyClick(number, Qt::Key_Up);
    QCOMPARE(columns->columns(), automatic + 1);
    columns->setColumns(0);
    columns->showUsed(automatic);
    QTest::keyClick(number, Qt::Key_Down);
    QCOMPARE(columns->columns(), automatic - 1);
}

void TestExportDialog::emptyFolderOffersDownload()
{
    m_session = std::make_unique<WindowSession>(m_home->options({u"BR"_s, u"JP"_s}));
    QTest::keyClick(&m_session->window, Qt::Key_E, Qt::ControlModifier);
    m_dialog = m_session->part<ExportDialog>();
    QVERIFY(m_dialog);
    QTRY_COMPARE(m_dialog->findChild<PreviewPane *>()->accessibleDescription(),
        u"There are no flags in this folder yet."_s);
    auto *download = button(*m_dialog, u"Download the 2 ticked flags"_s);
    QVERIFY(download);
    QTRY_VERIFY(download->isVisible());
    const QSignalSpy finished(&m_session->downloads, &SessionClient::finished);
    QTest::mouseClick(download, Qt::LeftButton);
    QTRY_VERIFY(!m_dialog);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QCOMPARE(m_home->files().filter(u".svg"_s).size(), 2);
    // The export goes on where it was.
    QTRY_VERIFY(m_session->part<ExportDialog>());
    auto *exportButton = button(*m_session->part<ExportDialog>(), u"Export"_s);
    QTRY_VERIFY(exportButton->isEnabled());
}

void TestExportDialog::otherDownloadOpensNoExport()
{
    m_session = std::make_unique<WindowSession>(m_home->options({u"BR"_s, u"JP"_s}));
    const QSignalSpy finished(&m_session->downloads, &SessionClient::finished);
    m_session->press();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QTRY_VERIFY(!m_session->downloads.isRunning());
    QVERIFY(!m_session->part<ExportDialog>());
}

// Regression: every sheet was offered as Flags.pdf, in the place of the sheet before.
void TestExportDialog::resultIsNamedAfterItsTitle()
{
    open({u"BR"_s, u"JP"_s});
    auto *title = m_dialog->findChild<TitleField *>();
    auto *path = m_dialog->findChild<DestinationRow *>()->findChild<QLineEdit *>();
    QVERIFY(path->text().endsWith(u"/flags.pdf"_s));
    QTest::keyClicks(title, u"Flags/Africa"_s);
    QCOMPARE(QFileInfo(path->text()).fileName(), u"Flags_Africa.pdf"_s);
    path->selectAll();
    QTest::keyClicks(path, m_home->path(u"own.pdf"_s));
    QTest::keyClicks(title, u" and Asia"_s);
    QCOMPARE(QFileInfo(path->text()).fileName(), u"own.pdf"_s);
}

void TestExportDialog::ctrlPPrints()
{
    m_session = std::make_unique<WindowSession>(m_home->options({u"BR"_s}, u"builtin-slow"_s), verySlow());
    m_session->press();
    QTRY_VERIFY(m_session->pause()->isVisible());
    QTest::keyClick(&m_session->window, Qt::Key_P, Qt::ControlModifier); // pauses
    QVERIFY(!m_session->part<ExportDialog>());
    QTRY_COMPARE(m_session->pause()->text(), u"Continue"_s);
    QTest::keyClick(&m_session->window, Qt::Key_Period, Qt::ControlModifier);
    QTRY_VERIFY(!m_session->downloads.isRunning());
    QTest::keyClick(&m_session->window, Qt::Key_P, Qt::ControlModifier);
    QVERIFY(m_session->part<ExportDialog>());
}

void TestExportDialog::damagedFlagIsNamedBeforeExport()
{
    open({u"BR"_s, u"JP"_s});
    QFile file(m_home->path(u"flags/"_s + m_home->files().filter(u"JP-"_s).value(0)));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write("garbage") > 0);
    file.close();
    openAgain({u"BR"_s, u"JP"_s});
    QTRY_VERIFY(showsText(*m_dialog, u"Without 1 flag: Japan: the file is not a readable picture"_s));
    QTRY_VERIFY(button(*m_dialog, u"Export"_s)->isEnabled());
    choose(*m_dialog, ExportKind::DataCsv); // needs no picture
    QTRY_VERIFY(!showsText(*m_dialog, u"Without 1 flag"_s));
}

void TestExportDialog::slowDrawingIsNoticed()
{
    QFile file(m_home->path(u"slow.svg"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(slowSvg()) > 0);
    file.close();
    ExportFlag slow;
    slow.path = file.fileName();
    PreviewPane pane;
    pane.resize(300, 300);
    pane.show();
    const QSignalSpy drawn(&pane, &PreviewPane::drawn);
    const QImage idle = pane.grab().toImage();
    pane.showRequest({.flags = {slow}, .what = SheetSpec{}, .path = {}});
    QCOMPARE(pane.grab().toImage(), idle); // a short drawing does not flicker
    QTRY_VERIFY(pane.grab().toImage() != idle);
    QVERIFY(drawn.isEmpty());
}

FLAGFETCH_TEST(TestExportDialog, Widgets)
#include "tst_exportdialog.moc"
