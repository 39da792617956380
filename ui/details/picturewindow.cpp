#include "ui/details/picturewindow.h"

#include "ui/details/pictureview.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/textwidgets.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr QSize usualSize(800, 640); // device-independent pixels
}

PictureWindow::PictureWindow(QWidget *owner)
    : QWidget(owner, Qt::Window)
    , m_view(new PictureView)
    , m_smaller(addButton(u"−"_s, tr("Smaller"), tr("Show the flag smaller (−)"), &PictureView::zoomOut))
    , m_whole(
          addButton(tr("Whole"), tr("Whole flag"), tr("Show the whole flag (0)"), &PictureView::resetZoom))
    , m_larger(addButton(u"+"_s, tr("Larger"), tr("Show the flag larger (+)"), &PictureView::zoomIn))
{
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(CellMetrics::unit, 0, CellMetrics::unit, CellMetrics::unit);
    buttons->addStretch();
    for (QToolButton *button : {m_smaller, m_whole, m_larger})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view, 1);
    layout->addLayout(buttons);
    resize(usualSize.boundedTo(screen()->availableSize() * 3 / 4));
    connect(m_view, &PictureView::zoomChanged, this, &PictureWindow::describeZoom);
    describeZoom();
}

void PictureWindow::open(const FlagFile &file, const QPixmap &preview)
{
    setWindowTitle(file.name);
    m_view->setAccessibleName(tr("Flag of %1").arg(file.name));
    m_view->setToolTip(tr("The wheel, + and − zoom, 0 shows the whole flag. Drag a zoomed flag to move it."));
    m_view->setFlag(file, preview);
    show();
    raise();
    activateWindow();
    m_view->setFocus();
}

void PictureWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel) || event->matches(QKeySequence::Close))
        close();
    else
        QWidget::keyPressEvent(event);
}

QToolButton *PictureWindow::addButton(
    const QString &text, const QString &name, const QString &toolTip, void (PictureView::*run)())
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(toolTip);
    button->setAutoRepeat(true);
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::clicked, m_view, run);
    return button;
}

void PictureWindow::describeZoom()
{
    describe(*m_view, m_view->accessibleName(),
        tr("%1 times as large as the whole flag in this window")
            .arg(QLocale().toString(m_view->zoom().factor(), 'f', 1)));
}
