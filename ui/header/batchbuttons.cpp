#include "ui/header/batchbuttons.h"

#include "ui/header/downloadbutton.h"
#include "ui/look/cellmetrics.h"

#include <QHBoxLayout>

#include <algorithm>

namespace {
const QKeySequence pauseKey(Qt::CTRL | Qt::Key_P);
}

BatchButtons::BatchButtons(QWidget *parent)
    : QWidget(parent)
    , m_pause(new QPushButton(tr("Pause")))
    , m_download(new DownloadButton)
{
    // The room is given by sizeHint(), and shared evenly.
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
    m_pause->setToolTip(isPaused ? tr("Go on downloading (Ctrl+P)")
                                 : tr("Start nothing new; what is under way finishes (Ctrl+P)"));
    m_pause->setShortcut(pauseKey); // setText() has taken it away
    m_pause->show();
    m_download->showCancel();
}

void BatchButtons::press()
{
    m_download->click();
}

QSize BatchButtons::sizeHint() const
{
    int half = m_pause->sizeHint().width(); // styles do not make buttons too narrow
    for (const QString &text : {tr("Pause"), tr("Continue"), tr("Cancel")})
        half = std::max(half, fontMetrics().horizontalAdvance(text) + DownloadButton::padding(fontMetrics()));
    return {std::max(m_download->widest(), 2 * half + CellMetrics::unit), m_download->sizeHint().height()};
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
