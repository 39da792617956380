#include "ui/sources/fallbacklist.h"

#include "ui/look/cellmetrics.h"

#include <QComboBox>
#include <QGridLayout>
#include <QListWidget>
#include <QToolButton>

namespace {

constexpr int rowsShown = 4;

QToolButton *listButton(const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
}

} // namespace

FallbackList::FallbackList(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget)
    , m_others(new QComboBox)
    , m_add(listButton(tr("&Add"), tr("Add the source on the left to the end of the list")))
    , m_remove(listButton(tr("&Remove"), tr("Take the chosen source from the list")))
    , m_up(listButton(tr("U&p"), tr("Ask the chosen source earlier")))
    , m_down(listButton(tr("Do&wn"), tr("Ask the chosen source later")))
{
    m_list->setAccessibleName(tr("Sources that are asked for missing flags, in this order"));
    m_list->setFixedHeight(rowsShown * (fontMetrics().height() + CellMetrics::unit));
    m_others->setAccessibleName(tr("Sources that can be added"));
    m_others->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(m_list, 0, 0, 3, 1);
    layout->addWidget(m_up, 0, 1);
    layout->addWidget(m_down, 1, 1);
    layout->addWidget(m_remove, 2, 1);
    layout->addWidget(m_others, 3, 0);
    layout->addWidget(m_add, 3, 1);

    connect(m_list, &QListWidget::currentRowChanged, this, &FallbackList::updateButtons);
    connect(m_add, &QToolButton::clicked, this, &FallbackList::add);
    connect(m_remove, &QToolButton::clicked, this, &FallbackList::remove);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
}

void FallbackList::show(const QList<Source> &offered, const QStringList &chosen)
{
    m_offered = offered;
    m_list->clear();
    for (const QString &id : chosen) {
        for (const Source &source : offered) {
            if (source.id != id)
                continue;
            auto *item = new QListWidgetItem(source.title, m_list);
            item->setData(Qt::UserRole, id);
        }
    }
    m_list->setCurrentRow(m_list->count() - 1);
    offerTheOthers();
}

QStringList FallbackList::chosen() const
{
    QStringList ids;
    for (int row = 0; row < m_list->count(); ++row)
        ids.append(m_list->item(row)->data(Qt::UserRole).toString());
    return ids;
}

void FallbackList::add()
{
    auto *item = new QListWidgetItem(m_others->currentText(), m_list);
    item->setData(Qt::UserRole, m_others->currentData());
    m_list->setCurrentItem(item);
    offerTheOthers();
    Q_EMIT edited();
}

void FallbackList::remove()
{
    delete m_list->takeItem(m_list->currentRow());
    offerTheOthers();
    Q_EMIT edited();
}

void FallbackList::move(int by)
{
    const int row = m_list->currentRow();
    m_list->insertItem(row + by, m_list->takeItem(row));
    m_list->setCurrentRow(row + by);
    Q_EMIT edited();
}

void FallbackList::offerTheOthers()
{
    const QStringList already = chosen();
    m_others->clear();
    for (const Source &source : std::as_const(m_offered)) {
        if (!already.contains(source.id))
            m_others->addItem(source.title, source.id);
    }
    updateButtons();
}

void FallbackList::updateButtons()
{
    const int row = m_list->currentRow();
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row < m_list->count() - 1);
    m_add->setEnabled(m_others->count() > 0);
}
