#include "ui/look/remarklabel.h"

#include "ui/look/stateappearance.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>

RemarkLabel::RemarkLabel(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    updateColour();
}

void RemarkLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (!m_isUpdating
        && (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange))
        updateColour();
}

void RemarkLabel::updateColour()
{
    const QScopedValueRollback guard(m_isUpdating, true);
    QPalette muted;
    muted.setColor(QPalette::WindowText, mutedText(QApplication::palette()));
    setPalette(muted);
}
