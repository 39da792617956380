#include "ui/header/downloadbutton.h"

#include "ui/look/stateappearance.h"

#include <QApplication>
#include <QEvent>

#include <algorithm>

namespace {
const QKeySequence downloadKey(Qt::CTRL | Qt::Key_Return);
constexpr int widestNumber = 250;
} // namespace

DownloadButton::DownloadButton(QWidget *parent)
    : QPushButton(parent)
{
    setDefault(true);
    showDownload(0);
    updateColours();
}

void DownloadButton::showDownload(int flags)
{
    setText(flags == 0 ? tr("Download") : tr("Download %n flag(s)", nullptr, flags));
    setEnabled(flags > 0);
    setToolTip(
        flags == 0 ? tr("Tick at least one country first") : tr("Download the ticked flags (Ctrl+Return)"));
    setShortcut(downloadKey); // setText() has taken it away
}

void DownloadButton::showCancel()
{
    setText(tr("Cancel"));
    setEnabled(true);
    setToolTip(tr("Stop the download; what has arrived stays (Esc)"));
    setShortcut({});
}

int DownloadButton::widest() const
{
    return fontMetrics().horizontalAdvance(tr("Download %n flag(s)", nullptr, widestNumber))
        + padding(fontMetrics());
}

int DownloadButton::padding(const QFontMetrics &font)
{
    return 4 * font.averageCharWidth();
}

void DownloadButton::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::StyleChange)
        updateColours();
}

void DownloadButton::updateColours()
{
    // Styles make a button lighter than its palette says, so it begins darker than 4.5:1 asks for.
    constexpr double contrast = 7;
    const QPalette application = QApplication::palette(this);
    const QColor text = application.color(QPalette::Active, QPalette::HighlightedText);
    const QColor ground
        = readableGround(application.color(QPalette::Active, QPalette::Highlight), text, contrast);
    QPalette accented = application;
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        accented.setColor(group, QPalette::Button, ground);
        accented.setColor(group, QPalette::ButtonText, text);
    }
    setPalette(accented);
}
