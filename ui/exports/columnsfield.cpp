#include "ui/exports/columnsfield.h"

#include "app/images/sheetoptions.h"
#include "ui/look/cellmetrics.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>

#include <algorithm>

namespace {
constexpr int automatic = 0; // as in SheetOptions
constexpr int ownNumber = 1; // data of the entry; the number is that of the spin box
} // namespace

ColumnsField::ColumnsField(QWidget *parent)
    : QWidget(parent)
    , m_choice(new QComboBox)
    , m_number(new QSpinBox)
{
    m_choice->addItem(tr("Automatic"), automatic);
    m_choice->addItem(tr("Fit on one page"), columnsForOnePage);
    m_choice->addItem(tr("Number"), ownNumber);
    m_choice->setAccessibleName(tr("Columns"));
    m_number->setRange(1, maximalSheetColumns);
    m_number->setAccessibleName(tr("Number of columns"));
    m_number->setToolTip(tr("Flags side by side"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CellMetrics::unit);
    layout->addWidget(m_choice, 1);
    layout->addWidget(m_number);
    setFocusProxy(m_choice);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ColumnsField::changed);
    connect(m_number, &QSpinBox::valueChanged, this, &ColumnsField::chooseNumber);
}

int ColumnsField::choice() const
{
    return m_choice->currentData().toInt();
}

int ColumnsField::columns() const
{
    if (choice() == ownNumber)
        return m_number->value();
    return m_isPaged ? choice() : automatic;
}

void ColumnsField::setColumns(int columns)
{
    const QSignalBlocker numberBlocker(m_number);
    if (columns > 0)
        m_number->setValue(columns);
    m_choice->setCurrentIndex(
        m_choice->findData(columns > 0 ? ownNumber : std::max(columns, columnsForOnePage)));
}

void ColumnsField::showUsed(int columns)
{
    if (choice() == ownNumber || columns < 1)
        return;
    const QSignalBlocker blocker(m_number);
    m_number->setValue(columns);
}

void ColumnsField::setPaged(bool isPaged)
{
    m_isPaged = isPaged;
    const int row = m_choice->findData(columnsForOnePage);
    if (const auto *model = qobject_cast<QStandardItemModel *>(m_choice->model()))
        model->item(row)->setEnabled(isPaged);
}

void ColumnsField::chooseNumber()
{
    const QSignalBlocker blocker(m_choice);
    m_choice->setCurrentIndex(m_choice->findData(ownNumber));
    Q_EMIT changed();
}
