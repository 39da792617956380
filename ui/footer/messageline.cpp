#include "ui/footer/messageline.h"

#include "ui/look/cellmetrics.h"
#include "ui/look/icons.h"
#include "ui/look/stateappearance.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

MessageLine::MessageLine(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_text(new QLabel)
    , m_button(new QPushButton(tr("&Retry failed")))
    , m_decline(new QPushButton(tr("Not no&w")))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFixedHeight(2 * fontMetrics().lineSpacing());
    QSizePolicy keepsRoom = m_button->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_button->setSizePolicy(keepsRoom);
    m_button->hide();
    m_decline->setToolTip(tr("Leave these flags. The program offers them again at its next start"));
    m_decline->hide();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_decline);
    connect(m_button, &QPushButton::clicked, this, &MessageLine::acceptOffer);
    connect(m_decline, &QPushButton::clicked, this, &MessageLine::pendingWorkDeclined);
    updateIcon();
}

void MessageLine::showHint(const QString &text)
{
    show(Kind::Hint, text);
}

void MessageLine::showFailure(const QString &text)
{
    show(Kind::Failure, text);
}

QString MessageLine::text() const
{
    return m_text->text();
}

void MessageLine::offer(Offer offer)
{
    if (offer == m_offer)
        return;
    m_offer = offer;
    m_button->setVisible(offer != Offer::Nothing);
    m_decline->setVisible(offer == Offer::ResumePending);
    switch (offer) {
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
    }
}

void MessageLine::setButton(const QString &text, const QString &toolTip)
{
    m_button->setText(text);
    m_button->setToolTip(toolTip);
    m_button->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R)); // setText() clears the shortcut
}

void MessageLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

void MessageLine::show(Kind kind, const QString &text)
{
    m_text->setText(text);
    m_text->setToolTip(text);
    m_icon->setVisible(!text.isEmpty());
    if (m_kind == kind)
        return;
    m_kind = kind;
    updateIcon();
}

void MessageLine::acceptOffer()
{
    switch (m_offer) {
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
    }
}

void MessageLine::updateIcon()
{
    const bool failure = m_kind == Kind::Failure;
    const QColor colour = failure ? stateColour(FlagState::Failed, palette()) : mutedText(palette());
    m_icon->setPixmap(
        svgPixmap(failure ? u"failed"_s : u"information"_s, StateIcons::side, colour, devicePixelRatioF()));
}
