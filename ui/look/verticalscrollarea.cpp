#include "ui/look/verticalscrollarea.h"

#include <QEvent>
#include <QScrollBar>

VerticalScrollArea::VerticalScrollArea(QWidget *form, QWidget *parent)
    : QScrollArea(parent)
{
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setWidget(form);
}

QSize VerticalScrollArea::sizeHint() const
{
    const QSize form = widget()->sizeHint();
    return {form.width() + widthAround(), form.height()};
}

QSize VerticalScrollArea::minimumSizeHint() const
{
    return {widget()->minimumSizeHint().width() + widthAround(), QScrollArea::minimumSizeHint().height()};
}

bool VerticalScrollArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        reserveHeight();
    }
    return QScrollArea::eventFilter(watched, event);
}

void VerticalScrollArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    reserveHeight();
}

// Measured with Qt 6.4: when the scroll bar appears, QScrollArea keeps the height for the greater width.
void VerticalScrollArea::reserveHeight()
{
    const int height = widget()->heightForWidth(viewport()->width());
    if (height >= 0 && height != widget()->minimumHeight())
        widget()->setMinimumHeight(height);
}

int VerticalScrollArea::widthAround() const
{
    return verticalScrollBar()->sizeHint().width() + 2 * frameWidth();
}
