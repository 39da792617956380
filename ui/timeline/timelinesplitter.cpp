#include "ui/timeline/timelinesplitter.h"

#include "ui/timeline/timelinepanel.h"

#include <QAction>

#include <algorithm>

TimelineSplitter::TimelineSplitter(QWidget *album, TimelinePanel *panel)
    : QSplitter(Qt::Vertical)
    , m_panel(panel)
{
    addWidget(album);
    addWidget(panel);
    setChildrenCollapsible(false);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    connect(m_panel->toggle(), &QAction::toggled, this, &TimelineSplitter::onToggled);
    connect(this, &QSplitter::splitterMoved, this, [this] {
        m_panelHeight = m_panel->height();
        Q_EMIT panelChanged();
    });
}

bool TimelineSplitter::isPanelShown() const
{
    return m_panel->toggle()->isChecked();
}

void TimelineSplitter::setPanel(bool isShown, int height)
{
    m_panelHeight = height;
    m_panel->toggle()->setChecked(isShown);
    applyHeight();
}

void TimelineSplitter::onToggled(bool isShown)
{
    if (isShown)
        applyHeight();
    Q_EMIT panelChanged();
}

// Before the window has its layout, only its own height is known; QSplitter scales the sizes then.
void TimelineSplitter::applyHeight()
{
    const int whole = std::max(height(), window()->height() / 2);
    setSizes({std::max(1, whole - m_panelHeight - handleWidth()), m_panelHeight});
}
