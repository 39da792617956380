#include "ui/lesson/wayfields.h"

#include "ui/look/cellmetrics.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

namespace {

constexpr int requestsPerFlag = 2; // picture and metadata
constexpr double shortestShare = 0.2; // of the longest delay

QSpinBox *newCountField(int value, int most, const QString &explanation)
{
    auto *field = new QSpinBox;
    field->setRange(1, most);
    field->setValue(value);
    field->setToolTip(explanation);
    return field;
}

void addField(QBoxLayout &row, const QString &text, QWidget *field)
{
    auto *label = new QLabel(text);
    label->setBuddy(field);
    row.addWidget(label);
    row.addWidget(field);
    row.addSpacing(CellMetrics::unit);
}

} // namespace

WayFields::WayFields(int mostFlags, QWidget *parent)
    : QWidget(parent)
    , m_flags(newCountField(20, mostFlags, tr("How many flags each way downloads")))
    , m_atOnce(newCountField(20, 100,
          tr("How many threads the pool has, and how many requests of the event loop are in flight at most")))
    , m_delay(new QDoubleSpinBox)
{
    setUpDelay();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(CellMetrics::unit);
    addField(*row, tr("&Flags:"), m_flags);
    addField(*row, tr("&At once:"), m_atOnce);
    addField(*row, tr("&Delay up to:"), m_delay);
    for (const QSpinBox *field : {m_flags, m_atOnce})
        connect(field, &QSpinBox::valueChanged, this, &WayFields::changed);
    connect(m_delay, &QDoubleSpinBox::valueChanged, this, &WayFields::changed);
}

void WayFields::setUpDelay()
{
    constexpr double longestDelay = 2; // seconds; enough to see it, and one at a time still ends
    m_delay->setRange(0, longestDelay);
    m_delay->setSingleStep(0.1);
    m_delay->setDecimals(1);
    m_delay->setValue(0.5);
    m_delay->setSuffix(tr(" s"));
    m_delay->setToolTip(
        tr("The server waits for a random time before each response, at most this long. The times are the "
           "same in all three ways."));
}

int WayFields::flags() const
{
    return m_flags->value();
}

int WayFields::atOnce() const
{
    return m_atOnce->value();
}

FaultSettings WayFields::faults() const
{
    const auto longest = std::chrono::milliseconds(qRound(m_delay->value() * 1000));
    return {.shortestDelay = std::chrono::milliseconds(qRound(double(longest.count()) * shortestShare)),
        .longestDelay = longest};
}

std::chrono::nanoseconds WayFields::expectedTime() const
{
    const double average = m_delay->value() * (1 + shortestShare) / 2;
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
        std::chrono::duration<double>(average * m_flags->value() * requestsPerFlag));
}
