#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/exports/exportdialog.h"
#include "ui/exports/exportform.h"
#include "ui/exports/exporttarget.h"
#include "ui/exports/languagechoice.h"
#include "ui/exports/previewpane.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QSignalSpy>

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

private:
    /// Creates a folder with flags and opens the dialog for it.
    void open(const QStringList &codes);

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

FLAGFETCH_TEST(TestExportDialog, Widgets)
#include "tst_exportdialog.moc"
