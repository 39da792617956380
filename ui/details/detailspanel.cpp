#include "ui/details/detailspanel.h"

#include "ui/details/flagactions.h"
#include "ui/details/flagdetails.h"
#include "ui/details/pictureview.h"
#include "ui/details/sharedflag.h"
#include "ui/grid/flagmodel.h"
#include "ui/look/cellmetrics.h"
#include "ui/look/textwidgets.h"

#include <QAccessibleWidget>
#include <QAction>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowest = 28 * CellMetrics::unit;

/// QWidget has no property for its role.
QAccessibleInterface *createAccessible(const QString &className, QObject *object)
{
    if (className == "DetailsPanel"_L1)
        return new QAccessibleWidget(qobject_cast<QWidget *>(object), QAccessible::Grouping);
    if (className == "PictureView"_L1)
        return new QAccessibleWidget(qobject_cast<QWidget *>(object), QAccessible::Graphic);
    return nullptr;
}

/// What has happened to the flag: the tooltip of its cell, without the line of the country, and without that
/// of a single saved file, which the facts describe.
QString reportOf(const FlagEntry &entry, const QModelIndex &cell)
{
    const bool isOneFile
        = entry.state == FlagState::Saved && entry.result.derived.isEmpty() && !isFault(entry.condition());
    return cell.data(Qt::ToolTipRole).toString().section(u'\n', isOneFile ? 2 : 1);
}

} // namespace

DetailsPanel::DetailsPanel(
    const FlagModel &model, const Catalogue &catalogue, const FlagActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_catalogue(catalogue)
    , m_actions(actions)
    , m_toggle(new QAction(tr("&Details"), this))
{
    static const bool isFactoryInstalled = [] {
        QAccessible::installFactory(&createAccessible);
        return true;
    }();
    Q_UNUSED(isFactoryInstalled)
    setMinimumWidth(narrowest);
    setAccessibleName(tr("Details"));
    m_toggle->setCheckable(true);
    m_toggle->setChecked(true);
    m_toggle->setShortcut(QKeySequence(Qt::Key_F9));
    m_toggle->setToolTip(tr("Show or hide the details of the current flag"));
    m_actions.bindKeys(*this);
    addAction(m_actions.open());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    connect(m_toggle, &QAction::toggled, this, &DetailsPanel::onToggled);
}

void DetailsPanel::setCell(const QModelIndex &cell)
{
    m_cell = cell;
    refresh();
}

void DetailsPanel::refresh()
{
    if (m_details == nullptr || !isVisible())
        return;
    const FlagEntry *entry = m_model.entryOf(m_cell.data(FlagModel::CodeRole).toString());
    if (entry == nullptr) {
        describe(*this, tr("Details"));
        return m_details->showNothing();
    }
    describe(*this, entry->country.displayName);
    m_details->showFlag(*entry, reportOf(*entry, m_cell), ownerOfSharedFlag(*entry, m_model, m_catalogue));
}

void DetailsPanel::setBatchRunning(bool isRunning)
{
    m_isBatchRunning = isRunning;
    if (m_details != nullptr)
        m_details->setBatchRunning(isRunning);
}

void DetailsPanel::open()
{
    m_toggle->setChecked(true);
    createDetails();
    m_details->picture()->setFocus(Qt::ShortcutFocusReason);
}

void DetailsPanel::createDetails()
{
    if (m_details != nullptr)
        return;
    m_details = new FlagDetails(m_catalogue, m_actions);
    m_details->setBatchRunning(m_isBatchRunning);
    connect(m_details, &FlagDetails::closeRequested, m_toggle, [this] { m_toggle->setChecked(false); });
    connect(m_details, &FlagDetails::downloadRequested, this, &DetailsPanel::downloadRequested);
    connect(m_details, &FlagDetails::repairRequested, this, &DetailsPanel::repairRequested);
    layout()->addWidget(m_details);
    m_details->show(); // the layout would show it later, and it takes the focus now
    placeInTabOrder();
    refresh();
}

// Widgets that are created late come last. setTabOrder() ignores widgets that do not take the focus.
void DetailsPanel::placeInTabOrder()
{
    QWidget *before = previousInFocusChain();
    while (before != this && !(before->focusPolicy() & Qt::TabFocus))
        before = before->previousInFocusChain();
    const auto children = m_details->findChildren<QWidget *>();
    for (QWidget *child : children) {
        if (child->window() != window() || !(child->focusPolicy() & Qt::TabFocus))
            continue;
        setTabOrder(before, child);
        before = child;
    }
}

void DetailsPanel::onToggled(bool isShown)
{
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    setVisible(isShown);
    if (!isShown && hadFocus)
        Q_EMIT left();
}

bool DetailsPanel::event(QEvent *event)
{
    // Escape must not do what it does in the rest of the window.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<const QKeyEvent *>(event)->matches(QKeySequence::Cancel)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void DetailsPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel))
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

void DetailsPanel::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    // The queued call runs after all parts of the window are painted.
    if (!std::exchange(m_isCreating, true))
        QMetaObject::invokeMethod(this, &DetailsPanel::createDetails, Qt::QueuedConnection);
}

void DetailsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}
