#include "ui/header/batchbuttons.h"

#include "ui/look/cellmetrics.h"
#include "ui/look/enterkey.h"
#include "ui/look/keys.h"
#include "ui/look/stateappearance.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QShortcut>
#include <QStyle>
#include <QStyleOptionButton>

#include <algorithm>
#include <chrono>
#include <utility>

namespace {

const QKeySequence downloadKey(Qt::CTRL | Qt::Key_Return);
const QKeySequence downloadKeyOfKeypad(Qt::CTRL | Qt::Key_Enter);
const QKeySequence pauseKey(Qt::CTRL | Qt::Key_P);
const QKeySequence cancelKey(Qt::CTRL | Qt::Key_Period);
constexpr int maximumFlags = 250; // countries of the catalogue; the widest text
// Longer than people need to see that another button is there.
constexpr std::chrono::milliseconds settlingTime{500};

} // namespace

BatchButton::BatchButton(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
{
    setFocusPolicy(Qt::TabFocus); // a click may hide the button, so it does not take the focus
    ignoreHeldEnter(*this);
}

void BatchButton::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
}

DownloadButton::DownloadButton(QWidget *parent)
    : BatchButton({}, parent)
{
    setDefault(true);
    showDownload(0, 0);
    updateColours();
}

void DownloadButton::showDownload(int flags, int wanted)
{
    const bool isAny = flags > 0;
    const bool isAgain = isAny && wanted == 0;
    setText(isAgain ? tr("Download %n again", nullptr, flags)
            : isAny ? tr("Download %n flag(s)", nullptr, flags)
                    : tr("Download"));
    setToolTip(isAgain
            ? toolTipWithKey(tr("The folder has all ticked flags. Download them again"), downloadKey)
            : isAny ? toolTipWithKey(tr("Download the ticked flags"), downloadKey)
                    : tr("Tick at least one country first"));
    setEnabled(isAny);
    setLoud(!isAgain);
}

void DownloadButton::settle()
{
    m_settling.setRemainingTime(settlingTime);
}

void DownloadButton::setLoud(bool isLoud)
{
    if (isLoud == m_isLoud)
        return;
    m_isLoud = isLoud;
    setDefault(isLoud);
    updateColours();
}

void DownloadButton::mousePressEvent(QMouseEvent *event)
{
    if (isSettled())
        BatchButton::mousePressEvent(event);
    else
        event->accept(); // without a press, the release does nothing either
}

void DownloadButton::keyPressEvent(QKeyEvent *event)
{
    const bool isPress = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
        || event->key() == Qt::Key_Space || event->key() == Qt::Key_Select;
    if (isPress && !isSettled())
        event->accept();
    else
        BatchButton::keyPressEvent(event);
}

int DownloadButton::maximumWidthHint() const
{
    int widest = 0;
    for (const QString &text :
        {tr("Download %n flag(s)", nullptr, maximumFlags), tr("Download %n again", nullptr, maximumFlags)})
        widest = std::max(widest, fontMetrics().horizontalAdvance(text));
    return widest + padding(fontMetrics());
}

int DownloadButton::padding(const QFontMetrics &font)
{
    return 4 * font.averageCharWidth();
}

void DownloadButton::changeEvent(QEvent *event)
{
    BatchButton::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::StyleChange)
        updateColours();
}

void DownloadButton::updateColours()
{
    // Styles draw a button lighter than its palette, so the target is above the 4.5:1 of WCAG 2, level AA.
    constexpr double contrast = 7;
    const QPalette application = QApplication::palette(this);
    if (!m_isLoud)
        return setPalette(application);
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
    , m_pause(new BatchButton(tr("Pause")))
    , m_cancel(new BatchButton(tr("Cancel")))
    , m_download(new DownloadButton)
{
    // The buttons share the width of sizeHint() evenly.
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_cancel->setToolTip(
        toolTipWithKey(tr("Stop the download. Saved flags stay, and the rest can be continued"), cancelKey));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    for (BatchButton *button : {m_pause, m_cancel, static_cast<BatchButton *>(m_download)}) {
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setVisible(button == m_download);
        layout->addWidget(button);
    }
    connect(m_pause, &QPushButton::clicked, this, &BatchButtons::requestPause);
    connect(m_cancel, &QPushButton::clicked, this, &BatchButtons::requestCancel);
    connect(m_download, &QPushButton::clicked, this, &BatchButtons::requestDownload);
    addKey(downloadKey, tr("Download the ticked flags"), &BatchButtons::press);
    addKey(downloadKeyOfKeypad, tr("Download the ticked flags"), &BatchButtons::press);
    m_pauseKey = addKey(pauseKey, tr("Pause or continue the download"), &BatchButtons::requestPause);
    m_pauseKey->setEnabled(false);
    addKey(cancelKey, tr("Cancel the download"), &BatchButtons::requestCancel);
}

// Not shortcuts of the buttons: those repeat while the key is held, and work again as soon as a short batch
// has ended.
QShortcut *BatchButtons::addKey(const QKeySequence &key, const QString &name, void (BatchButtons::*action)())
{
    auto *shortcut = new QShortcut(key, this);
    shortcut->setWhatsThis(name); // for the list of keys
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, action);
    return shortcut;
}

void BatchButtons::showIdle(int tickedFlags, int wanted)
{
    m_pauseKey->setEnabled(false);
    if (std::exchange(m_isRunning, false))
        m_download->settle();
    m_download->showDownload(tickedFlags, wanted);
    m_download->show();
    const QWidget *focused = window()->focusWidget(); // also of a window that is not active
    if (focused == m_pause || focused == m_cancel)
        m_download->setFocus();
    m_pause->hide();
    m_cancel->hide();
}

void BatchButtons::showRunning(bool isPaused)
{
    m_isRunning = true;
    m_pauseKey->setEnabled(true);
    m_isPaused = isPaused;
    updatePause();
    m_pause->show();
    m_cancel->show();
    if (window()->focusWidget() == m_download)
        m_pause->setFocus();
    m_download->hide();
}

// The key is not one of the button, see addKey().
void BatchButtons::updatePause()
{
    m_pause->setText(m_isPaused ? tr("Continue") : tr("Pause"));
    m_pause->setToolTip(toolTipWithKey(
        m_isPaused ? tr("Continue the download") : tr("Start no new flag. Running downloads finish"),
        pauseKey));
}

void BatchButtons::press()
{
    m_download->click();
}

QSize BatchButtons::sizeHint() const
{
    QStyleOptionButton option;
    option.initFrom(m_pause);
    int buttonWidth = 0;
    for (const QString &text : {tr("Pause"), tr("Continue"), tr("Cancel")}) {
        option.text = text; // styles have a minimum width of buttons with texts
        const QSize ofText(fontMetrics().horizontalAdvance(text), fontMetrics().height());
        buttonWidth = std::max({buttonWidth, ofText.width() + DownloadButton::padding(fontMetrics()),
            style()->sizeFromContents(QStyle::CT_PushButton, &option, ofText, m_pause).width()});
    }
    return {std::max(m_download->maximumWidthHint(), 2 * buttonWidth + CellMetrics::unit),
        m_download->sizeHint().height()};
}

void BatchButtons::requestPause()
{
    if (!m_isRunning)
        return;
    if (m_isPaused)
        Q_EMIT continueRequested();
    else
        Q_EMIT pauseRequested();
}

void BatchButtons::requestDownload()
{
    if (!m_isRunning)
        Q_EMIT downloadRequested();
}

void BatchButtons::requestCancel()
{
    if (m_isRunning)
        Q_EMIT cancelRequested();
}
