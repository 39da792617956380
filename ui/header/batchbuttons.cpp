#include "ui/header/batchbuttons.h"

#include "ui/look/cellmetrics.h"
#include "ui/look/stateappearance.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace {

const QKeySequence downloadKey(Qt::CTRL | Qt::Key_Return);
const QKeySequence pauseKey(Qt::CTRL | Qt::Key_P);
constexpr int maximumFlags = 250; // countries of the catalogue; the widest text

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
    setShortcut(downloadKey); // setText() clears the shortcut
}

void DownloadButton::showCancel()
{
    setText(tr("Cancel"));
    setEnabled(true);
    setToolTip(tr("Stop the download. Saved flags stay (Esc)"));
    setShortcut({});
}

int DownloadButton::maximumWidthHint() const
{
    return fontMetrics().horizontalAdvance(tr("Download %n flag(s)", nullptr, maximumFlags))
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
    // Styles draw a button lighter than its palette, so the target is above the 4.5:1 of WCAG 2, level AA.
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

BatchButtons::BatchButtons(QWidget *parent)
    : QWidget(parent)
    , m_pause(new QPushButton(tr("Pause")))
    , m_download(new DownloadButton)
{
    // The buttons share the width of sizeHint() evenly.
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_pause->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_download->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_pause->hide();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(m_pause);
    layout->addWidget(m_download);
    connect(m_pause, &QPushButton::clicked, this, &BatchButtons::requestPause);
    connect(m_download, &QPushButton::clicked, this, &BatchButtons::requestDownload);
}

void BatchButtons::showIdle(int tickedFlags)
{
    m_isRunning = false;
    m_pause->hide();
    m_download->showDownload(tickedFlags);
}

void BatchButtons::showRunning(bool isPaused)
{
    m_isRunning = true;
    m_isPaused = isPaused;
    m_pause->setText(isPaused ? tr("Continue") : tr("Pause"));
    m_pause->setToolTip(isPaused ? tr("Continue the download (Ctrl+P)")
                                 : tr("Start no new flag. Running downloads finish (Ctrl+P)"));
    m_pause->setShortcut(pauseKey); // setText() clears the shortcut
    m_pause->show();
    m_download->showCancel();
}

void BatchButtons::press()
{
    m_download->click();
}

QSize BatchButtons::sizeHint() const
{
    int buttonWidth = m_pause->sizeHint().width(); // the minimum width of the style
    for (const QString &text : {tr("Pause"), tr("Continue"), tr("Cancel")})
        buttonWidth = std::max(
            buttonWidth, fontMetrics().horizontalAdvance(text) + DownloadButton::padding(fontMetrics()));
    return {std::max(m_download->maximumWidthHint(), 2 * buttonWidth + CellMetrics::unit),
        m_download->sizeHint().height()};
}

void BatchButtons::requestPause()
{
    if (m_isPaused)
        Q_EMIT continueRequested();
    else
        Q_EMIT pauseRequested();
}

void BatchButtons::requestDownload()
{
    if (m_isRunning)
        Q_EMIT cancelRequested();
    else
        Q_EMIT downloadRequested();
}
