#include "ui/footer/messageline.h"

#include "ui/look/cellmetrics.h"
#include "ui/look/stateappearance.h"
#include "ui/look/stateicons.h"
#include "ui/look/svgicon.h"

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
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFixedHeight(2 * fontMetrics().lineSpacing());
    QSizePolicy keepsRoom = m_button->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_button->setSizePolicy(keepsRoom);
    m_button->hide();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &MessageLine::accept);
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
    if (offer == Offer::Nothing)
        return;
    const bool retry = offer == Offer::RetryFailed;
    m_button->setText(retry ? tr("&Retry failed") : tr("Cont&inue"));
    m_button->setToolTip(
        retry ? tr("Ask again for the flags that failed (Ctrl+R)") : tr("Go on downloading (Ctrl+R)"));
    m_button->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R)); // setText() has taken it away
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

void MessageLine::accept()
{
    if (m_offer == Offer::RetryFailed)
        Q_EMIT retryRequested();
    else
        Q_EMIT continueRequested();
}

void MessageLine::updateIcon()
{
    const bool failure = m_kind == Kind::Failure;
    const QColor colour = failure ? stateColour(FlagState::Failed, palette()) : mutedText(palette());
    m_icon->setPixmap(
        svgPixmap(failure ? u"failed"_s : u"information"_s, StateIcons::side, colour, devicePixelRatioF()));
}
