#include "ui/sources/notelabel.h"

#include "ui/look/cellmetrics.h"
#include "ui/look/icons.h"
#include "ui/look/stateappearance.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

NoteLabel::NoteLabel(int lines, QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_text(new QLabel)
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setMinimumHeight(lines * fontMetrics().lineSpacing());
    m_icon->setAlignment(Qt::AlignTop);
    m_icon->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    updateIcon();
}

void NoteLabel::restart(const QString &text)
{
    m_icon->hide();
    m_text->setText(text);
}

void NoteLabel::showNotice(const QString &text)
{
    if (m_icon->isHidden())
        m_text->setText(text);
}

void NoteLabel::showError(const QString &text)
{
    m_text->setText(text);
    m_icon->show();
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void NoteLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

void NoteLabel::updateIcon()
{
    m_icon->setPixmap(svgPixmap(
        u"failed"_s, StateIcons::side, stateColour(FlagState::Failed, palette()), devicePixelRatioF()));
}
