#include "ui/sets/changeswindow.h"

#include "ui/look/cellmetrics.h"
#include "ui/look/stateappearance.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace {
constexpr int unit = CellMetrics::unit;
constexpr QSize pictureSize(16 * unit, 12 * unit);
constexpr QSize firstSize(62 * unit, 56 * unit);
} // namespace

ChangesWindow::ChangesWindow(const QList<ChangedFlag> &flags, QWidget *parent)
    : QDialog(parent)
    , m_model(new QStandardItemModel(this))
    , m_table(new QTableView)
{
    setWindowTitle(tr("Changed flags"));
    m_model->setHorizontalHeaderLabels({tr("Country"), tr("Before"), tr("Now")});
    for (const ChangedFlag &flag : flags)
        add(flag);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Changed flags, as they were and as they are"));
    m_table->setIconSize(pictureSize);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(pictureSize.height() + 2 * unit);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultSectionSize(pictureSize.width() + 3 * unit);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit);
    layout->setSpacing(2 * unit);
    layout->addWidget(new QLabel(tr("%n flag(s) with another picture now.", nullptr, int(flags.size()))));
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    resize(firstSize);
}

void ChangesWindow::add(const ChangedFlag &flag)
{
    auto *before = new QStandardItem;
    if (flag.before.isNull())
        before->setText(tr("could not be read"));
    else
        before->setIcon(fitted(QPixmap::fromImage(flag.before)));
    before->setAccessibleText(tr("%1, before", "country").arg(flag.country));
    auto *now = new QStandardItem(QIcon(fitted(flag.now)), QString());
    now->setAccessibleText(tr("%1, now", "country").arg(flag.country));
    m_model->appendRow({new QStandardItem(flag.country), before, now});
}

/// With an edge, because many flags are white at theirs.
QPixmap ChangesWindow::fitted(const QPixmap &picture) const
{
    const qreal ratio = devicePixelRatioF();
    QPixmap shown = picture.scaled(pictureSize * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    shown.setDevicePixelRatio(1);
    QPainter painter(&shown);
    painter.setPen(blend(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.2));
    painter.drawRect(shown.rect().adjusted(0, 0, -1, -1));
    painter.end();
    shown.setDevicePixelRatio(ratio);
    return shown;
}
