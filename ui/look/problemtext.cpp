#include "ui/look/problemtext.h"

#include "ui/look/cellmetrics.h"
#include "ui/look/stateappearance.h"
#include "ui/look/stateicons.h"
#include "ui/look/svgicon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

ProblemText::ProblemText(int lines, QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_text(new QLabel)
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setFixedHeight(lines * fontMetrics().lineSpacing());
    m_icon->setAlignment(Qt::AlignTop);
    m_icon->hide();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    updateIcon();
}

void ProblemText::setText(const QString &text)
{
    m_text->setText(text);
    m_icon->setVisible(!text.isEmpty());
}

QString ProblemText::text() const
{
    return m_text->text();
}

void ProblemText::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

void ProblemText::updateIcon()
{
    m_icon->setPixmap(svgPixmap(
        u"failed"_s, StateIcons::side, stateColour(FlagState::Failed, palette()), devicePixelRatioF()));
}
