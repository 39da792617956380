#include "ui/timeline/timelinepanel.h"

#include "app/countries/catalogue.h"
#include "ui/look/cellmetrics.h"
#include "ui/timeline/timelinepage.h"

#include <QAction>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <utility>

namespace {

QHash<QString, QString> namesOf(const Catalogue &catalogue)
{
    QHash<QString, QString> names;
    for (const Country &country : catalogue.countries() + catalogue.extras())
        names.insert(country.code, country.displayName);
    return names;
}

} // namespace

TimelinePanel::TimelinePanel(const Catalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_toggle(new QAction(tr("&Timeline"), this))
{
    constexpr int lowestWithoutPage = 16 * CellMetrics::unit;
    setMinimumHeight(lowestWithoutPage);
    setAccessibleName(tr("Timeline"));
    m_toggle->setCheckable(true);
    m_toggle->setShortcut(QKeySequence(Qt::Key_F8));
    m_toggle->setToolTip(tr("Show or hide the timeline of the requests"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    connect(m_toggle, &QAction::toggled, this, &TimelinePanel::onToggled);
    hide();
}

void TimelinePanel::update(const RequestChanges &changes, const QHash<QString, QString> &titles)
{
    const bool isNew = m_history.update(changes, titles);
    m_isRunNew = m_isRunNew || isNew;
    m_hasEnded = m_hasEnded || changes.ended;
    if (m_page == nullptr || !isVisible())
        return;
    if (std::exchange(m_isRunNew, false))
        m_page->showLatest();
    const SteadyTime now = SteadyTime::clock::now();
    if (std::exchange(m_hasEnded, false))
        m_page->endLatest(now);
    else
        m_page->refresh(now);
}

void TimelinePanel::createPage()
{
    if (m_page != nullptr)
        return;
    m_page = new TimelinePage(m_history, namesOf(m_catalogue));
    setMinimumHeight(0); // it has its own: a few rows are always visible
    m_isRunNew = false;
    connect(m_page, &TimelinePage::closeRequested, m_toggle, [this] { m_toggle->setChecked(false); });
    connect(m_page, &TimelinePage::countryActivated, this, &TimelinePanel::countryActivated);
    connect(m_page, &TimelinePage::notice, this, &TimelinePanel::notice);
    connect(m_page, &TimelinePage::error, this, &TimelinePanel::error);
    layout()->addWidget(m_page);
    m_page->show();
    placeInTabOrder();
}

// Widgets that are created late come last. setTabOrder() ignores widgets that do not take the focus.
void TimelinePanel::placeInTabOrder()
{
    QWidget *before = previousInFocusChain();
    while (before != this && !(before->focusPolicy() & Qt::TabFocus))
        before = before->previousInFocusChain();
    const auto children = m_page->findChildren<QWidget *>();
    for (QWidget *child : children) {
        if (child->window() != window() || !(child->focusPolicy() & Qt::TabFocus))
            continue;
        setTabOrder(before, child);
        before = child;
    }
}

void TimelinePanel::onToggled(bool isShown)
{
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    setVisible(isShown);
    if (!isShown && hadFocus)
        Q_EMIT left();
}

bool TimelinePanel::event(QEvent *event)
{
    // Escape must not do what it does in the rest of the window.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<const QKeyEvent *>(event)->matches(QKeySequence::Cancel)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void TimelinePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel))
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

void TimelinePanel::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    // The queued call runs after all parts of the window are painted.
    if (!std::exchange(m_isCreating, true))
        QMetaObject::invokeMethod(this, &TimelinePanel::createPage, Qt::QueuedConnection);
}

void TimelinePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT shown();
}
