#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/details/flagfile.h"
#include "ui/grid/countrypane.h"
#include "ui/header/headerfields.h"
#include "ui/header/matchcount.h"
#include "ui/header/selectmenu.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QUrl>

/// Search, presets, clipboard, files and drops in the real window.
class TestChoosing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(*qApp); }
    void init() { m_home = std::make_unique<WindowFolders>(); }
    void searchShowsBestMatchFirst();
    void searchFindsAllLanguagesAfterIndexing();
    void searchNamesUnknownWord();
    void searchFollowsStates();
    void presetsTickTheirCountries_data();
    void presetsTickTheirCountries();
    void presetReplacesOrAdds();
    void matchesAreCounted();
    void pastedTicksAreShown();
    void regionsHaveSeparateView();
    void searchFindsRegions();
    void regionsAreDownloadedLikeCountries();
    void clipboardIsAdded();
    void emptyClipboardIsReported();
    void copiedFlagIsNoText();
    void fileIsAdded();
    void badFileIsReported();
    void dropsAreAdded_data();
    void dropsAreAdded();

private:
    [[nodiscard]] static QString shown(const WindowSession &session)
    {
        const auto *model = session.part<FlagGrid>()->model();
        QStringList codes;
        for (int row = 0; row < std::min(model->rowCount(), 10); ++row)
            codes.append(model->index(row, 0).data(FlagModel::CodeRole).toString());
        return codes.join(u' ');
    }
    [[nodiscard]] static QAction *entry(const WindowSession &session, const QString &text)
    {
        const auto actions = session.part<SelectMenu>()->actions();
        for (QAction *action : actions) {
            if (action->text().remove(u'&') == text)
                return action;
        }
        return nullptr;
    }
    static void drop(MainWindow &window, const QMimeData &data)
    {
        QDragEnterEvent enter(
            QPoint(400, 300), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QCOMPARE(enter.dropAction(), Qt::CopyAction);
        QDropEvent drop(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &drop);
    }
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_home->path(name));
        [&] { QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size()); }();
        return file.fileName();
    }

    std::unique_ptr<WindowFolders> m_home;
};

void TestChoosing::searchShowsBestMatchFirst()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    auto *search = session.part<SearchField>();
    search->setText(u"UK"_s);
    QCOMPARE(shown(session), u"GB UA"_s);
    search->setText(u"FR, DE"_s);
    QCOMPARE(shown(session), u"FR DE"_s);
    search->clear();
    QCOMPARE(shown(session).first(5), u"AF AX"_s);
    search->setText(u"continent:africa -EG"_s);
    QCOMPARE(session.part<FlagGrid>()->model()->rowCount(), 59);
}

void TestChoosing::searchFindsAllLanguagesAfterIndexing()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    session.part<SearchField>()->setText(u"Allemagne"_s);
    QTRY_COMPARE(shown(session), u"DE"_s); // without input, once the index is built
}

void TestChoosing::searchNamesUnknownWord()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    auto *search = session.part<SearchField>();
    auto *notice = session.part<EmptySearchNotice>();
    search->setText(u"grmany"_s);
    QVERIFY(notice->isVisible());
    const QString text = notice->findChild<QLabel *>()->text();
    QVERIFY2(text.contains("grmany"_L1) && text.contains("did you mean Germany?"_L1), qPrintable(text));
    QTest::mouseClick(notice->findChildren<QPushButton *>().first(), Qt::LeftButton);
    QCOMPARE(search->text(), u"Germany"_s);
    QVERIFY(!notice->isVisible());

    search->setText(u"region:xyz"_s);
    QVERIFY(notice->isVisible());
    QVERIFY(notice->findChild<QLabel *>()->text().contains(u"western‑europe"_s));
    QVERIFY(!notice->findChildren<QPushButton *>().first()->isVisible());
    QTest::mouseClick(notice->findChildren<QPushButton *>().last(), Qt::LeftButton);
    QCOMPARE(search->text(), QString());
}

void TestChoosing::searchFollowsStates()
{
    const WindowSession session(m_home->options({u"BR"_s, u"JP"_s}, u"builtin-faulty"_s), faultyBy(1));
    session.part<SearchField>()->setText(u"state:failed"_s);
    session.press();
    QTRY_COMPARE(shown(session), u"BR JP"_s);
    session.part<SearchField>()->setText(u"-state:failed state:ticked"_s);
    QCOMPARE(shown(session), QString());
    session.part<SearchField>()->setText(u"continent:asia state:failed"_s);
    QCOMPARE(shown(session), u"JP"_s);
}

void TestChoosing::presetsTickTheirCountries_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("countries");
    QTest::newRow("twenty") << u"twenty"_s << 20;
    QTest::newRow("un") << u"un"_s << 193;
    QTest::newRow("eu") << u"eu"_s << 27;
    QTest::newRow("g20") << u"g20"_s << 19;
    QTest::newRow("africa") << u"africa"_s << 60;
    QTest::newRow("oceania") << u"oceania"_s << 29;
}

void TestChoosing::presetsTickTheirCountries()
{
    QFETCH(const QString, id);
    QFETCH(const int, countries);
    const WindowSession session(m_home->options({u"AX"_s}));
    auto *preset = session.part<SelectMenu>()->findChild<QAction *>(id);
    QVERIFY(preset);
    preset->trigger();
    QTRY_COMPARE(session.buttonText(), u"Download %1 flags"_s.arg(countries));
}

// Ctrl+T used to replace the ticks without a word.
void TestChoosing::presetReplacesOrAdds()
{
    const WindowSession session(m_home->options({u"AX"_s, u"NP"_s}));
    auto *menu = session.part<SelectMenu>();
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_T, Qt::ControlModifier);
    QTRY_COMPARE(session.message(), u"20 countries ticked instead of 2. Ctrl+Z undoes it."_s);
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_T, Qt::ControlModifier);
    QTRY_COMPARE(session.message(), u"The ticks were like that already."_s);
    QVERIFY(
        menu->findChild<QAction *>(u"africa"_s)->text() == "Africa: all countries and territories (60)"_L1);
    menu->findChild<QAction *>(u"add-africa"_s)->trigger();
    QTRY_COMPARE(session.message(), u"56 countries added, 76 are ticked. Ctrl+Z undoes it."_s);
    QTRY_COMPARE(session.buttonText(), u"Download 76 flags"_s);
    menu->findChild<QAction *>(u"add-africa"_s)->trigger();
    QTRY_COMPARE(session.message(), u"The ticks were like that already."_s);

    session.part<SearchField>()->setText(u"germany"_s);
    menu->findChild<QAction *>(u"eu"_s)->trigger();
    const QString hidden = u"The search hides 26 of them; Escape clears it."_s;
    QTRY_COMPARE(session.message(), u"27 countries ticked instead of 76. %1 Ctrl+Z undoes it."_s.arg(hidden));
    QCOMPARE(shown(session), u"DE"_s);
}

void TestChoosing::matchesAreCounted()
{
    WindowSession session(m_home->options({u"JP"_s, u"FR"_s, u"DE"_s}));
    session.window.resize(1400, 600);
    auto *search = session.part<SearchField>();
    const auto *count = session.part<MatchCount>();
    QVERIFY(count->isHidden());
    search->setText(u"continent:europe"_s);
    QVERIFY(count->isVisible());
    QCOMPARE(count->text(), u"52 of 250"_s);
    QCOMPARE(search->accessibleDescription(), u"52 of 250 countries match."_s);
    QCOMPARE(count->toolTip(), search->accessibleDescription());
    QVERIFY(search->rect().contains(count->geometry()));
    session.part<CategoryBar>()->choose(FlagCategory::Ticked);
    QCOMPARE(count->text(), u"2 of 3"_s);
    QCOMPARE(search->accessibleDescription(), u"2 of 3 in this view match."_s);
    session.part<CategoryBar>()->choose(FlagCategory::All);
    search->setText(u"gb-sct, gb-wls, JP"_s);
    QTRY_VERIFY2(count->text().startsWith(u"1 of 250, 2 region"_s), qPrintable(count->text()));
    session.window.resize(800, 600);
    QTRY_COMPARE(count->text(), u"1 of 250"_s); // less space, but the text is whole
    QVERIFY(count->width() <= search->width() / 2);
    search->setText(u"grmany"_s);
    QCOMPARE(count->text(), u"0 of 250"_s);
    search->clear();
    QVERIFY(count->isHidden());
    QCOMPARE(search->accessibleDescription(), QString());
    QCOMPARE(search->textMargins(), QMargins());
}

// Pasted ticks used to be outside of the view.
void TestChoosing::pastedTicksAreShown()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    auto *grid = session.part<FlagGrid>();
    const auto isVisible = [&](const QString &code) {
        return session.cell(code).isValid()
            && grid->visualRect(session.cell(code)).intersects(grid->viewport()->rect());
    };
    QVERIFY(!isVisible(u"ZW"_s));
    QApplication::clipboard()->setText(u"Zimbabwe"_s);
    QTest::keyClick(grid, Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(isVisible(u"ZW"_s));
    QCOMPARE(session.part<CategoryBar>()->category(), FlagCategory::All);

    session.part<SearchField>()->setText(u"iceland"_s);
    QApplication::clipboard()->setText(u"Brazil, EU"_s);
    grid->setFocus();
    QTest::keyClick(grid, Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(shown(session), u"BR JP ZW EU"_s);
    QCOMPARE(session.part<CategoryBar>()->category(), FlagCategory::Ticked);
    QCOMPARE(session.part<SearchField>()->text(), QString());
}

void TestChoosing::regionsHaveSeparateView()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    QVERIFY(!session.cell(u"EU"_s).isValid());
    QCOMPARE(session.part<FlagGrid>()->model()->rowCount(), 250);
    session.part<CategoryBar>()->choose(FlagCategory::Extras);
    QVERIFY(session.cell(u"EU"_s).isValid() && session.cell(u"GB-ENG"_s).isValid());
    QVERIFY(!session.cell(u"JP"_s).isValid());
    QCOMPARE(session.part<FlagGrid>()->model()->rowCount(), session.catalogue.extras().size());
}

void TestChoosing::searchFindsRegions()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    session.part<SearchField>()->setText(u"gb-sct"_s);
    QTRY_COMPARE(session.part<FlagGrid>()->model()->rowCount(), 1);
    QVERIFY(session.cell(u"GB-SCT"_s).isValid());
}

void TestChoosing::regionsAreDownloadedLikeCountries()
{
    const WindowSession session(m_home->options({u"EU"_s, u"JP"_s, u"US-CA"_s}));
    QCOMPARE(session.buttonText(), u"Download 3 flags"_s);
    session.press();
    QTRY_COMPARE(session.state(u"EU"_s), FlagState::Saved);
    QVERIFY(m_home->files().contains(u"EU-European_Union.svg"_s));
    QTRY_COMPARE(session.state(u"US-CA"_s), FlagState::NotFound);
    const QString toolTip = session.cell(u"US-CA"_s).data(Qt::ToolTipRole).toString();
    QVERIFY2(toolTip.contains(u"flagcdn"_s), qPrintable(toolTip)); // a source that has this flag
}

void TestChoosing::clipboardIsAdded()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    QApplication::clipboard()->setText(u"France\n\u5fb7\u56fd\nNarnia"_s);
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(session.buttonText(), u"Download 3 flags"_s);
    QTRY_COMPARE(session.message(), u"Ticked 2 countries. Not understood: Narnia. Ctrl+Z undoes it."_s);
    QApplication::clipboard()->setText(u"EU"_s);
    entry(session, u"Add from clipboard"_s)->trigger();
    QTRY_COMPARE(session.message(), u"Ticked 1 country. Ctrl+Z undoes it."_s);
    QTRY_COMPARE(session.buttonText(), u"Download 4 flags"_s);
}

void TestChoosing::emptyClipboardIsReported()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    QApplication::clipboard()->clear();
    entry(session, u"Add from clipboard"_s)->trigger();
    QTRY_VERIFY(session.message().contains("no text"_L1));
    QApplication::clipboard()->setText(u"Narnia"_s);
    entry(session, u"Add from clipboard"_s)->trigger();
    QTRY_VERIFY(session.message().contains("names no country"_L1));
    QCOMPARE(session.buttonText(), u"Download 1 flag"_s);
    QApplication::clipboard()->setText(u"Germany"_s);
    entry(session, u"Add from clipboard"_s)->trigger();
    QTRY_COMPARE(session.message(), u"Ticked 1 country. Ctrl+Z undoes it."_s);
    QApplication::clipboard()->setText(u"France\n\u202eainraN\n"_s); // turns the text that follows
    entry(session, u"Add from clipboard"_s)->trigger();
    QTRY_COMPARE(session.message(), u"Ticked 1 country. Not understood: ainraN. Ctrl+Z undoes it."_s);
}

void TestChoosing::copiedFlagIsNoText()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    FlagFile file;
    file.path = write(u"FR.svg"_s, "<svg><title>France</title></svg>");
    QImage picture(4, 3, QImage::Format_RGB32);
    picture.fill(Qt::blue);
    QApplication::clipboard()->setMimeData(mimeDataOf({file}, picture).release());
    QTest::keyClick(session.part<FlagGrid>(), Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY2(session.message().contains("no text"_L1), qPrintable(session.message()));
    QCOMPARE(session.buttonText(), u"Download 1 flag"_s);
}

void TestChoosing::fileIsAdded()
{
    const WindowSession session(m_home->options({u"JP"_s}));
    entry(session, u"Add from a file..."_s)->trigger();
    auto *dialog = session.window.findChild<QFileDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    Q_EMIT dialog->fileSelected(
        write(u"codes.csv"_s, "country,capital\nGermany,Berlin\nOz,x\nFrance,Paris\n"));
    dialog->close();
    QTRY_COMPARE(session.message(),
        u"Ticked 2 countries. Read column 1, country: 2 of 3 rows. Not understood: Oz. Ctrl+Z undoes it."_s);
    QTRY_COMPARE(session.buttonText(), u"Download 3 flags"_s);
}

void TestChoosing::badFileIsReported()
{
    WindowSession session(m_home->options({u"JP"_s}));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write(u"picture.png"_s, QByteArray("\x89PNG\0\0", 6)))});
    drop(session.window, data);
    QTRY_VERIFY(session.message().contains("picture.png: this is not text"_L1));
}

void TestChoosing::dropsAreAdded_data()
{
    QTest::addColumn<bool>("asFile");
    QTest::newRow("text") << false;
    QTest::newRow("file") << true;
}

void TestChoosing::dropsAreAdded()
{
    QFETCH(const bool, asFile);
    WindowSession session(m_home->options({u"JP"_s}));
    QMimeData data;
    if (asFile)
        data.setUrls({QUrl::fromLocalFile(write(u"list.txt"_s, "Brazil\nEgypt\n"))});
    else
        data.setText(u"Brazil\nEgypt"_s);
    drop(session.window, data);
    QTRY_COMPARE(session.buttonText(), u"Download 3 flags"_s);
    QVERIFY(m_home->files().isEmpty());
}

FLAGFETCH_TEST(TestChoosing, Widgets)
#include "tst_choosing.moc"
