#include "app/drawing/picture.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testprogram.h"
#include "ui/desktop/fileexport.h"
#include "ui/details/actionbutton.h"
#include "ui/details/flagactions.h"
#include "ui/details/savecopydialog.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDBusConnection>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QImageReader>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/prctl.h>

#include <csignal>

using namespace Qt::StringLiterals;

/// The file manager of a desktop.
class FakeFileManager final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.FileManager1")

public:
    QStringList shown;

public Q_SLOTS:
    void ShowItems(const QStringList &uris, const QString &) { shown += uris; } // NOLINT: name of the bus
};

class TestFlagActions final : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void recordUrl(const QUrl &url) { m_opened = url; }

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
    // First, because the process connects to one bus only.
    void folderIsOpenedWithoutBus();
    void folderIsOpenedWithoutFileManager();
    void fileManagerSelectsFile();
    void actionsNeedFile();
    void linkNeedsPublicAddress();
    void openFileOpensIt();
    void missingFileIsReported();
    void pictureIsCopiedForDocumentsAndFolders();
    void pngOfWidthIsCopied();
    void rasterIsNotEnlarged();
    void damagedFileIsReported();
    void pathAndLinkAreCopied();
    void copyIsSaved_data();
    void copyIsSaved();
    void copyKeepsFilesOfSet();
    void dialogAsksForFormatAndFile();
    void invalidStoredWidthIsIgnored();
    void pngOfWidthIsSaved();
    void copyStartsInExistingFolder();
    void buttonShowsNoMnemonic();
    void entriesHaveMnemonics();

private:
    [[nodiscard]] FlagFile makeFile(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] bool startBus();
    void copy(QAction *action);

    QTemporaryDir m_folder;
    QProcess m_bus;
    QString m_address;
    std::unique_ptr<QWidget> m_window;
    FlagActions *m_actions = nullptr;
    QUrl m_opened;
};

void TestFlagActions::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"flagfetch"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.filePath(u"settings"_s));
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qunsetenv("XDG_RUNTIME_DIR");
}

void TestFlagActions::init()
{
    QDesktopServices::setUrlHandler(u"file"_s, this, "recordUrl");
    m_opened.clear();
    QGuiApplication::clipboard()->clear();
    m_window = std::make_unique<QWidget>();
    m_actions = new FlagActions(*m_window);
    m_actions->setFile(makeFile(u"JP-Japan.svg"_s, svgPicture({640, 480})));
}

void TestFlagActions::cleanup()
{
    m_window.reset();
    QDesktopServices::unsetUrlHandler(u"file"_s);
}

void TestFlagActions::cleanupTestCase()
{
    m_bus.kill();
    m_bus.waitForFinished();
}

FlagFile TestFlagActions::makeFile(const QString &name, const QByteArray &bytes) const
{
    FlagFile flag;
    flag.code = u"JP"_s;
    flag.name = u"Japan"_s;
    flag.path = m_folder.filePath(name);
    flag.link = QUrl(u"https://flags.example/jp.svg"_s);
    QFile file(flag.path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The file cannot be written");
    return flag;
}

bool TestFlagActions::startBus()
{
    if (m_bus.state() == QProcess::Running)
        return true;
    m_bus.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); }); // also if this test is killed
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    if (!m_bus.waitForReadyRead(10'000))
        return false;
    m_address = QString::fromUtf8(m_bus.readLine()).trimmed();
    return qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toUtf8());
}

void TestFlagActions::copy(QAction *action)
{
    QSignalSpy changed(QGuiApplication::clipboard(), &QClipboard::dataChanged);
    action->trigger();
    QTRY_COMPARE(changed.count(), 1);
}

void TestFlagActions::folderIsOpenedWithoutBus()
{
    m_actions->showInFolder()->trigger();
    QTRY_COMPARE(m_opened, QUrl::fromLocalFile(m_folder.path()));
    m_opened.clear();
    m_actions->showInFolder()->trigger();
    QTRY_COMPARE(m_opened, QUrl::fromLocalFile(m_folder.path()));
}

void TestFlagActions::folderIsOpenedWithoutFileManager()
{
    if (!startBus())
        QSKIP("dbus-daemon is not installed");
    m_actions->showInFolder()->trigger();
    QTRY_COMPARE(m_opened, QUrl::fromLocalFile(m_folder.path()));
}

void TestFlagActions::fileManagerSelectsFile()
{
    if (!startBus())
        QSKIP("dbus-daemon is not installed");
    FakeFileManager manager;
    QDBusConnection bus = QDBusConnection::connectToBus(m_address, u"manager"_s);
    QVERIFY(bus.registerService(u"org.freedesktop.FileManager1"_s));
    QVERIFY(
        bus.registerObject(u"/org/freedesktop/FileManager1"_s, &manager, QDBusConnection::ExportAllSlots));
    const FlagFile file = makeFile(u"CI-Côte d’Ivoire 100%.svg"_s, svgPicture());
    m_actions->setFile(file);
    m_actions->showInFolder()->trigger();
    m_actions->showInFolder()->trigger(); // while it connects
    QTRY_COMPARE(manager.shown.size(), 2);
    QCOMPARE(QUrl(manager.shown.first()), QUrl::fromLocalFile(file.path));
    QVERIFY(m_opened.isEmpty());
    QDBusConnection::disconnectFromBus(u"manager"_s);
}

void TestFlagActions::actionsNeedFile()
{
    const auto actions = m_actions->all();
    for (const QAction *action : actions)
        QVERIFY2(action->isEnabled(), qPrintable(action->text()));
    m_actions->setFile({});
    for (const QAction *action : actions)
        QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
}

void TestFlagActions::linkNeedsPublicAddress()
{
    FlagEntry entry;
    FlagResult saved;
    saved.path = u"/flags/JP.svg"_s;
    saved.url = u"builtin:jp.svg"_s;
    entry.saved = saved;
    m_actions->setFile(fileOf(entry));
    QVERIFY(m_actions->copyPath()->isEnabled());
    QVERIFY(!m_actions->copyLink()->isEnabled());
    entry.record.url = u"https://flags.example/jp.svg"_s;
    m_actions->setFile(fileOf(entry));
    QVERIFY(m_actions->copyLink()->isEnabled());
}

void TestFlagActions::openFileOpensIt()
{
    m_actions->open()->trigger();
    QCOMPARE(m_opened, QUrl::fromLocalFile(m_folder.filePath(u"JP-Japan.svg"_s)));
}

void TestFlagActions::missingFileIsReported()
{
    QSignalSpy failed(m_actions, &FlagActions::error);
    QVERIFY(QFile::remove(m_folder.filePath(u"JP-Japan.svg"_s)));
    for (QAction *action : {m_actions->open(), m_actions->showInFolder(), m_actions->copyPicture()})
        action->trigger();
    QCOMPARE(failed.count(), 3);
    QVERIFY(failed.first().first().toString().contains(m_folder.filePath(u"JP-Japan.svg"_s)));
    QVERIFY(m_opened.isEmpty());
}

void TestFlagActions::pictureIsCopiedForDocumentsAndFolders()
{
    copy(m_actions->copyPicture());
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(data->urls(), QList<QUrl>{QUrl::fromLocalFile(m_folder.filePath(u"JP-Japan.svg"_s))});
    QCOMPARE(data->imageData().value<QImage>().size(), QSize(1024, 768));
    QCOMPARE(data->data(u"image/svg+xml"_s), svgPicture({640, 480}));
}

void TestFlagActions::pngOfWidthIsCopied()
{
    QSignalSpy notices(m_actions, &FlagActions::notice);
    const auto widths = m_actions->copyPng()->menu()->actions();
    QCOMPARE(widths.size(), 6);
    copy(widths.at(3));
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(data->imageData().value<QImage>().size(), QSize(512, 384));
    const QByteArray png = data->data(u"image/png"_s);
    QCOMPARE(QImage::fromData(png, "png").size(), QSize(512, 384));
    QVERIFY(!data->hasUrls()); // the file is another picture
    QVERIFY2(notices.first().first().toString().contains(u"512 × 384"_s),
        qPrintable(notices.first().first().toString()));
}

void TestFlagActions::rasterIsNotEnlarged()
{
    m_actions->setFile(makeFile(u"JP.png"_s, pngPicture({60, 40})));
    QSignalSpy notices(m_actions, &FlagActions::notice);
    copy(m_actions->copyPng()->menu()->actions().at(3));
    QCOMPARE(QGuiApplication::clipboard()->mimeData()->imageData().value<QImage>().size(), QSize(60, 40));
    QVERIFY2(notices.first().first().toString().contains(u"not enlarged"_s),
        qPrintable(notices.first().first().toString()));
}

void TestFlagActions::damagedFileIsReported()
{
    m_actions->setFile(makeFile(u"JP.svg"_s, "<svg"));
    QSignalSpy failed(m_actions, &FlagActions::error);
    m_actions->copyPicture()->trigger();
    QTRY_COMPARE(failed.count(), 1);
    const QString text = failed.first().first().toString();
    QVERIFY2(text.startsWith(u"Japan: "_s), qPrintable(text));
    const QMimeData *data = QGuiApplication::clipboard()->mimeData(); // null if it is empty
    QVERIFY(data == nullptr || !data->hasImage());
}

void TestFlagActions::pathAndLinkAreCopied()
{
    m_actions->copyPath()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), m_folder.filePath(u"JP-Japan.svg"_s));
    m_actions->copyLink()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"https://flags.example/jp.svg"_s);
}

void TestFlagActions::copyIsSaved_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<std::optional<RenditionSpec>>("rendition");
    QTest::addColumn<QSize>("size");
    QTest::newRow("png") << u"a.png"_s << std::optional(RenditionSpec{RenditionFormat::Png, 320})
                         << QSize(320, 240);
    QTest::newRow("webp") << u"a.webp"_s << std::optional(RenditionSpec{RenditionFormat::WebP, 80})
                          << QSize(80, 60);
    QTest::newRow("as it is") << u"a.svg"_s << std::optional<RenditionSpec>() << QSize();
}

void TestFlagActions::copyIsSaved()
{
    QFETCH(const QString, name);
    QFETCH(const std::optional<RenditionSpec>, rendition);
    QFETCH(const QSize, size);
    PictureCopies copies;
    QSignalSpy notices(&copies, &PictureCopies::notice);
    const QString path = m_folder.filePath(name);
    copies.save(makeFile(u"JP.svg"_s, svgPicture({640, 480})), {.rendition = rendition, .path = path});
    QTRY_COMPARE(notices.count(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    if (rendition)
        QCOMPARE(QImageReader(path).size(), size);
    else
        QCOMPARE(file.readAll(), svgPicture({640, 480}));
}

void TestFlagActions::copyKeepsFilesOfSet()
{
    const QTemporaryDir set;
    const QString manifest = set.filePath(u"flags.json"_s);
    QFile file(manifest);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write("{}") == 2);
    file.close();
    PictureCopies copies;
    QSignalSpy failed(&copies, &PictureCopies::error);
    copies.save(makeFile(u"JP.svg"_s, svgPicture()), {.rendition = {}, .path = manifest});
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{}"));
}

void TestFlagActions::dialogAsksForFormatAndFile()
{
    m_actions->saveCopy()->trigger();
    auto *dialog = m_window->findChild<SaveCopyDialog *>();
    QVERIFY(dialog != nullptr);
    auto *format = dialog->findChild<QComboBox *>();
    auto *width = dialog->findChild<QSpinBox *>();
    QCOMPARE(format->currentText(), u"PNG"_s);
    QCOMPARE(width->value(), 512);
    format->setCurrentIndex(2);
    QVERIFY(!width->isEnabled());
    format->setCurrentIndex(0);
    width->setValue(200);
    QSignalSpy requests(dialog, &SaveCopyDialog::saveRequested);
    dialog->accept();
    auto *files = dialog->findChild<QFileDialog *>();
    QVERIFY(files != nullptr);
    QCOMPARE(files->defaultSuffix(), u"png"_s);
    Q_EMIT files->fileSelected(m_folder.filePath(u"copy.png"_s));
    QCOMPARE(requests.count(), 1);
    QSignalSpy notices(m_actions, &FlagActions::notice);
    QTRY_COMPARE(notices.count(), 1);
    QCOMPARE(QImageReader(m_folder.filePath(u"copy.png"_s)).size(), QSize(200, 150));

    const SaveCopyDialog next(makeFile(u"FR.svg"_s, svgPicture()), nullptr);
    QCOMPARE(next.findChild<QSpinBox *>()->value(), 200);
}

void TestFlagActions::invalidStoredWidthIsIgnored()
{
    for (const QString &word : {u"wide"_s, u"0"_s, u"5000"_s, u"nan"_s}) {
        QSettings().setValue("copy/width"_L1, word);
        const SaveCopyDialog dialog(makeFile(u"FR.svg"_s, svgPicture()), nullptr);
        QCOMPARE(dialog.findChild<QSpinBox *>()->value(), 512);
    }
}

void TestFlagActions::pngOfWidthIsSaved()
{
    const auto widths = m_actions->savePng()->menu()->actions();
    QCOMPARE(widths.size(), m_actions->copyPng()->menu()->actions().size());
    widths.at(2)->trigger();
    auto *files = m_window->findChild<QFileDialog *>();
    QVERIFY(files != nullptr);
    QCOMPARE(files->defaultSuffix(), u"png"_s);
    QCOMPARE(files->nameFilters(), QStringList{u"PNG image (*.png)"_s});
    QSignalSpy notices(m_actions, &FlagActions::notice);
    Q_EMIT files->fileSelected(m_folder.filePath(u"saved.png"_s));
    QTRY_COMPARE(notices.count(), 1);
    QCOMPARE(QImageReader(m_folder.filePath(u"saved.png"_s)).size(), QSize(256, 192));
    delete files;

    widths.at(2)->trigger(); // starts where the latest copy is
    files = m_window->findChild<QFileDialog *>();
    QVERIFY(files != nullptr);
    QCOMPARE(files->directory().canonicalPath(), QDir(m_folder.path()).canonicalPath());
    delete files;
}

void TestFlagActions::copyStartsInExistingFolder()
{
    QSettings().setValue(u"copy/folder"_s, m_folder.filePath(u"deleted"_s));
    m_actions->savePng()->menu()->actions().first()->trigger();
    auto *files = m_window->findChild<QFileDialog *>();
    QVERIFY(files != nullptr);
    const QString pictures
        = nearestFolder(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    QVERIFY(QFileInfo(pictures).isDir());
    QCOMPARE(files->directory().canonicalPath(), QDir(pictures).canonicalPath());
    delete files;
    QCOMPARE(nearestFolder(m_folder.filePath(u"a/b/c"_s)), m_folder.path());
    QCOMPARE(nearestFolder(m_folder.path()), m_folder.path());
}

void TestFlagActions::buttonShowsNoMnemonic()
{
    QAction action(u"更新(&U)"_s);
    const ActionButton button(&action);
    QCOMPARE(button.text(), u"更新"_s);
    action.setText(u"&Show in folder"_s);
    QCOMPARE(button.text(), u"Show in folder"_s);
}

void TestFlagActions::entriesHaveMnemonics()
{
    for (const QList<QAction *> &actions : {m_actions->all(), m_actions->copyPng()->menu()->actions(),
             m_actions->savePng()->menu()->actions()}) {
        QStringList keys;
        for (const QAction *action : actions)
            keys += QKeySequence::mnemonic(action->text()).toString();
        QVERIFY2(!keys.contains(QString()), qPrintable(keys.join(u' ')));
        QCOMPARE(keys.removeDuplicates(), 0);
    }
}

FLAGFETCH_TEST(TestFlagActions, Widgets)
#include "tst_flagactions.moc"
