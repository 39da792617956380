#include "ui/footer/messageline.h"

#include "ui/accessible/announcement.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/icons.h"
#include "ui/look/stateappearance.h"
#include "ui/look/stepbutton.h"
#include "ui/look/textwidgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

/// Adds a key to a button, which keeps its mnemonic. The key works while the button is visible.
void addKey(QPushButton &button, const QKeySequence &key, const QString &name)
{
    button.setWhatsThis(name); // for the list of keys
    auto *shortcut = new QShortcut(key, &button);
    shortcut->setWhatsThis(name);
    shortcut->setAutoRepeat(false);
    QObject::connect(shortcut, &QShortcut::activated, &button, &QPushButton::click);
}

} // namespace

MessageLine::MessageLine(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_text(wrappingLabel())
    , m_previous(stepButton(StepDirection::Back,
          {.text = {},
              .toolTip = tr("Show the previous message"),
              .key = QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_M)}))
    , m_place(new QLabel)
    , m_next(stepButton(StepDirection::Forward,
          {.text = {}, .toolTip = tr("Show the next message"), .key = QKeySequence(Qt::CTRL | Qt::Key_M)}))
    , m_button(new QPushButton(tr("&Retry failed")))
    , m_dismiss(new QPushButton(tr("Not no&w")))
{
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFixedHeight(2 * fontMetrics().lineSpacing());
    m_place->setToolTip(tr("Several messages wait. The most important one is shown first."));
    for (QWidget *step :
        {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_place), static_cast<QWidget *>(m_next)})
        step->hide();
    QSizePolicy keepsRoom = m_button->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_button->setSizePolicy(keepsRoom);
    m_button->hide();
    addKey(*m_button, QKeySequence(Qt::CTRL | Qt::Key_R), tr("Do what the message below the flags offers"));
    addKey(
        *m_dismiss, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), tr("Remove the message below the flags"));
    m_dismiss->hide();
    for (QPushButton *button : {m_button, m_dismiss})
        button->setFocusPolicy(Qt::TabFocus); // a click hides the button, so it does not take the focus

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_previous);
    layout->addWidget(m_place);
    layout->addWidget(m_next);
    layout->addWidget(m_button);
    layout->addWidget(m_dismiss);
    connect(m_previous, &QToolButton::clicked, this, &MessageLine::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &MessageLine::nextRequested);
    connect(m_button, &QPushButton::clicked, this, &MessageLine::acceptOffer);
    connect(m_dismiss, &QPushButton::clicked, this, &MessageLine::dismissed);
    updateIcon();
}

void MessageLine::setMessage(const Message &message, qsizetype place, qsizetype count)
{
    updatePlace(place, count);
    const Message former = m_message;
    if (former == message)
        return;
    m_message = message;
    if (former.spoken != message.spoken) // each call is reported
        m_text->setAccessibleName(message.spoken); // without one, QLabel reports each change of its text
    m_text->setText(message.text);
    m_text->setToolTip(message.text);
    m_icon->setVisible(!message.text.isEmpty());
    if (message.isFailure() && message.text != former.text)
        announce(*m_text, message.text);
    if (former.isFailure() != message.isFailure())
        updateIcon();
    if (former.offer != message.offer || former.canBeDismissed != message.canBeDismissed)
        updateOffer();
}

void MessageLine::updatePlace(qsizetype place, qsizetype count)
{
    const QString text = tr("%1 of %2", "number of a message").arg(place + 1).arg(count);
    if (count > 1 && m_place->text() != text) // each change is reported to screen readers
        m_place->setText(text);
    m_previous->setVisible(count > 1);
    m_place->setVisible(count > 1);
    m_next->setVisible(count > 1);
}

void MessageLine::updateOffer()
{
    const bool isPending = m_message.offer == Offer::ResumePending;
    m_button->setVisible(m_message.offer != Offer::Nothing);
    m_dismiss->setVisible(m_message.canBeDismissed);
    m_dismiss->setText(isPending ? tr("Not no&w") : tr("Dismiss"));
    m_dismiss->setToolTip(isPending
            ? tr("Leave these flags (Ctrl+Shift+M). The program offers them again at its next start")
            : tr("Remove this message (Ctrl+Shift+M)"));
    switch (m_message.offer) {
    case Offer::Nothing:
        return;
    case Offer::RetryFailed:
        return setButton(tr("&Retry failed"), tr("Download the failed flags again (Ctrl+R)"));
    case Offer::Continue:
        return setButton(tr("Cont&inue"), tr("Continue the download (Ctrl+R)"));
    case Offer::ResumePending:
        return setButton(tr("Cont&inue"), tr("Download the flags that are still missing (Ctrl+R)"));
    case Offer::ShowChanges:
        return setButton(tr("Show &changes"), tr("Show the old and the new pictures side by side (Ctrl+R)"));
    case Offer::Repair:
        return setButton(tr("Re&pair…"),
            tr("Check every file of the folder, and download missing and damaged ones again (Ctrl+R)"));
    }
}

void MessageLine::setButton(const QString &text, const QString &toolTip)
{
    m_button->setText(text);
    m_button->setToolTip(toolTip);
}

void MessageLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

void MessageLine::acceptOffer()
{
    switch (m_message.offer) {
    case Offer::Nothing:
        return;
    case Offer::RetryFailed:
        return Q_EMIT retryRequested();
    case Offer::Continue:
        return Q_EMIT continueRequested();
    case Offer::ResumePending:
        return Q_EMIT resumePendingRequested();
    case Offer::ShowChanges:
        return Q_EMIT changesRequested();
    case Offer::Repair:
        return Q_EMIT repairRequested();
    }
}

void MessageLine::updateIcon()
{
    const bool failure = m_message.isFailure();
    const QColor colour = failure ? stateColour(FlagState::Failed, palette()) : mutedText(palette());
    m_icon->setPixmap(
        svgPixmap(failure ? u"failed"_s : u"information"_s, StateIcons::side, colour, devicePixelRatioF()));
}
