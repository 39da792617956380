#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/files/conversionchoice.h"
#include "ui/files/namepreview.h"
#include "ui/files/namesdialog.h"
#include "ui/look/textwidgets.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>

/// The preview and the errors of NamesDialog while the user edits the conversion.
class TestConversionChoice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void previewListsEveryFile();
    void previewFollowsTemplate();
    void previewMatchesSavedFiles();
    void trailingCommaIsAccepted();
    void layoutIsStableWhileTyping();
};

namespace {
/// The dialog as the window opens it, for the built-in source.
class Dialog final
{
public:
    explicit Dialog(const QString &nameTemplate = u"{CC}-{country}"_s)
        : dialog({.nameTemplate = NameTemplate::parse(nameTemplate).value()},
            NameExamples(Catalogue(), SourceList::shipped().resolve(u"builtin"_s).value()), nullptr)
    {
        dialog.show();
        if (!QTest::qWaitForWindowExposed(&dialog))
            qFatal("The dialog does not appear");
    }
    [[nodiscard]] QLineEdit *png() const
    {
        return dialog.findChild<ConversionChoice *>()->findChild<QLineEdit *>();
    }
    [[nodiscard]] QCheckBox *keepsOriginal() const
    {
        return dialog.findChild<ConversionChoice *>()->findChild<QCheckBox *>();
    }
    [[nodiscard]] ElidedLabel *japan() const
    {
        return dialog.findChild<NamePreview *>()->findChild<ElidedLabel *>();
    }
    [[nodiscard]] QWidget *ok() const
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }

    NamesDialog dialog;
};
} // namespace

void TestConversionChoice::previewListsEveryFile()
{
    const Dialog shown;
    shown.png()->setText(u"80, 160"_s);
    QCOMPARE(shown.japan()->text(), u"JP-Japan.svg, …-80.png, …-160.png"_s);
    shown.keepsOriginal()->setChecked(false);
    QCOMPARE(shown.japan()->text(), u"JP-Japan-80.png, …-160.png"_s);
    QCOMPARE(shown.japan()->toolTip(), u"JP-Japan-80.png\nJP-Japan-160.png"_s);
    shown.png()->clear();
    QCOMPARE(shown.japan()->text(), u"JP-Japan.svg"_s);
}

void TestConversionChoice::previewFollowsTemplate()
{
    const Dialog shown(u"{width}/{cc}"_s);
    shown.png()->setText(u"80, 160"_s);
    shown.keepsOriginal()->setChecked(false);
    QCOMPARE(shown.japan()->text(), u"80/jp.png, 160/jp.png"_s);
}

void TestConversionChoice::previewMatchesSavedFiles()
{
    const WindowFolders home;
    const Dialog shown;
    shown.png()->setText(u"80, 160"_s);
    const QStringList expected = shown.japan()->toolTip().split(u'\n');
    WindowOptions options = home.options({u"JP"_s});
    options.conversion = shown.dialog.rules().conversion;
    const WindowSession session(options);
    session.press();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(u"JP"_s), FlagState::Saved, 30'000);
    QStringList files = home.files();
    for (const QString &file : expected)
        QVERIFY2(files.removeOne(file), qPrintable(file));
    QVERIFY(files.isEmpty());
}

void TestConversionChoice::trailingCommaIsAccepted()
{
    const Dialog shown;
    const QString wanted = u"80, 160"_s;
    for (qsizetype typed = 1; typed <= wanted.size(); ++typed) {
        shown.png()->setText(wanted.first(typed));
        QVERIFY2(shown.ok()->isEnabled(), qPrintable(wanted.first(typed)));
    }
}

void TestConversionChoice::layoutIsStableWhileTyping()
{
    const Dialog shown;
    const QSize size = shown.dialog.size();
    const int choice = shown.dialog.findChild<ConversionChoice *>()->height();
    const int preview = shown.dialog.findChild<NamePreview *>()->height();
    for (const QString &widths : {u"0"_s, u"80,,160"_s, u"wide"_s, u"80"_s, QString()}) {
        shown.png()->setText(widths);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCOMPARE(shown.dialog.size(), size);
        QCOMPARE(shown.dialog.findChild<ConversionChoice *>()->height(), choice);
        QCOMPARE(shown.dialog.findChild<NamePreview *>()->height(), preview);
        const auto problems = shown.dialog.findChildren<ProblemText *>();
        const auto *icon = problems.last()->findChild<QLabel *>();
        QCOMPARE(icon->isVisible(), !shown.ok()->isEnabled());
    }
}

FLAGFETCH_TEST(TestConversionChoice, Widgets)
#include "tst_conversionchoice.moc"
