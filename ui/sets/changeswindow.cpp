#include "ui/sets/changeswindow.h"

#include "app/language/joining.h"
#include "ui/grid/flagmodel.h"
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
constexpr QSize defaultSize(62 * unit, 62 * unit);
} // namespace

ChangesWindow::ChangesWindow(const FlagModel &model, QWidget *parent)
    : QDialog(parent)
    , m_model(new QStandardItemModel(this))
    , m_table(new QTableView)
{
    setWindowTitle(tr("Changed flags"));
    m_model->setHorizontalHeaderLabels({tr("Country"), tr("Before"), tr("Now")});
    for (int row = 0; row < model.rowCount(); ++row) {
        if (const QModelIndex cell = model.index(row); cell.data(FlagModel::ChangedRole).toBool())
            add(cell);
    }
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
    layout->addWidget(new QLabel(tr("%n flag(s) with another picture now.", nullptr, m_model->rowCount())));
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    resize(defaultSize);
}

void ChangesWindow::add(const QModelIndex &cell)
{
    const QString country
        = tr("%1 (%2)", "country, code")
              .arg(cell.data(Qt::DisplayRole).toString(), cell.data(FlagModel::CodeRole).toString());
    const QImage former = cell.data(FlagModel::ResultRole).value<FlagResult>().former;
    m_model->appendRow({new QStandardItem(country),
        pictureItem(
            QPixmap::fromImage(former), tr("could not be read"), tr("%1, before", "country").arg(country)),
        pictureItem(cell.data(Qt::DecorationRole).value<QPixmap>(), tr("not drawn yet"),
            tr("%1, now", "country").arg(country))});
}

QStandardItem *ChangesWindow::pictureItem(
    const QPixmap &picture, const QString &otherwise, const QString &accessibleText) const
{
    if (picture.isNull()) {
        auto *item = new QStandardItem(otherwise);
        item->setAccessibleText(joinedPhrases({accessibleText, otherwise}));
        return item;
    }
    auto *item = new QStandardItem(QIcon(fitted(picture)), QString());
    item->setAccessibleText(accessibleText);
    return item;
}

/// Scales the picture and draws a frame, because many flags are white at their edge.
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
