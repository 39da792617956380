#include "tests/support/testprogram.h"
#include "tests/ui/windowsession.h"
#include "ui/exports/exportform.h"
#include "ui/files/conversionchoice.h"
#include "ui/look/stateappearance.h"
#include "ui/sources/sourceeditor.h"

#include <QLineEdit>

/// The placeholders of all fields are readable, regardless of the platform's palette.
class TestPlaceholderColour final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placeholderIsReadable_data();
    void placeholderIsReadable();
    void followsThePalette();
    void cleanup();

private:
    const QPalette m_usual = QApplication::palette();
};

namespace {
/// A palette with a placeholder that is too pale, as some platforms have it.
QPalette paletteOn(const QColor &ground, const QColor &text)
{
    QPalette palette(text, ground, ground.lighter(), ground.darker(), ground.darker(), text, ground);
    QColor pale = text;
    pale.setAlpha(64);
    palette.setColor(QPalette::PlaceholderText, pale);
    return palette;
}

QString unreadable(const QWidget &widget)
{
    const auto fields = widget.findChildren<QLineEdit *>();
    for (const QLineEdit *field : fields) {
        const QPalette palette = field->palette();
        const QColor hint = palette.color(QPalette::PlaceholderText);
        const bool isReadable
            = hint.alpha() == 255 && contrastRatio(hint, palette.color(QPalette::Base)) >= 4.5;
        if (!field->placeholderText().isEmpty() && !isReadable)
            return field->placeholderText();
    }
    return {};
}
} // namespace

void TestPlaceholderColour::cleanup()
{
    QApplication::setPalette(m_usual);
}

void TestPlaceholderColour::placeholderIsReadable_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << paletteOn(Qt::white, Qt::black);
    QTest::newRow("dark") << paletteOn(QColor(0x20, 0x24, 0x28), QColor(0xee, 0xee, 0xee));
}

void TestPlaceholderColour::placeholderIsReadable()
{
    QFETCH(QPalette, palette);
    QApplication::setPalette(palette);
    const WindowFolders home;
    const WindowSession session(home.options({u"BR"_s}));
    SourceEditor editor;
    editor.edit({});
    const ConversionChoice conversion;
    const ExportForm exports;
    for (const QWidget *widget :
        std::initializer_list<const QWidget *>{&session.window, &editor, &conversion, &exports})
        QCOMPARE(unreadable(*widget), QString());
}

void TestPlaceholderColour::followsThePalette()
{
    QApplication::setPalette(paletteOn(Qt::white, Qt::black));
    const ConversionChoice conversion;
    QApplication::setPalette(paletteOn(QColor(0x20, 0x24, 0x28), QColor(0xee, 0xee, 0xee)));
    QCOMPARE(unreadable(conversion), QString());
}

FLAGFETCH_TEST(TestPlaceholderColour, Widgets)
#include "tst_placeholdercolour.moc"
