#include "ui/header/faultfields.h"

#include "app/downloads/loopblocker.h"

#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QSpinBox>

#include <algorithm>
#include <limits>

namespace {

struct FaultFields
{
    Q_DECLARE_TR_FUNCTIONS(FaultFields)
};

constexpr double maximumDelay = 60; // seconds; enough for manual tests

std::chrono::milliseconds milliseconds(double seconds)
{
    return std::chrono::milliseconds(qRound64(seconds * 1000));
}

} // namespace

QDoubleSpinBox *newDelayField(std::chrono::milliseconds value)
{
    auto *field = new QDoubleSpinBox;
    field->setRange(0, maximumDelay);
    field->setSingleStep(0.5);
    field->setSuffix(FaultFields::tr(" s"));
    field->setToolTip(FaultFields::tr("Seconds before each response, at random between the two delays"));
    setDelay(*field, value);
    return field;
}

QSpinBox *newShareField(double value)
{
    auto *field = new QSpinBox;
    field->setRange(0, 100);
    field->setSingleStep(5);
    field->setSuffix(FaultFields::tr(" %"));
    field->setToolTip(FaultFields::tr("The share of the requests that get an error instead of a flag"));
    setShare(*field, value);
    return field;
}

QSpinBox *newBlockField()
{
    auto *field = new QSpinBox;
    field->setRange(0, static_cast<int>(LoopBlocker::longest.count()));
    field->setSingleStep(50);
    field->setSuffix(FaultFields::tr(" ms"));
    field->setSpecialValueText(FaultFields::tr("Off"));
    field->setToolTip(FaultFields::tr(
        "How long the program sleeps at each flag of a built-in source instead of waiting for all requests"));
    return field;
}

QSpinBox *newSeedField(quint32 value)
{
    auto *field = new QSpinBox;
    field->setRange(0, std::numeric_limits<int>::max());
    field->setToolTip(FaultFields::tr("The same number gives the same delays and errors again"));
    setSeed(*field, value);
    return field;
}

void setDelay(QDoubleSpinBox &field, std::chrono::milliseconds value)
{
    field.setValue(std::chrono::duration<double>(value).count());
}

void setShare(QSpinBox &field, double value)
{
    field.setValue(qRound(value * 100));
}

void setSeed(QSpinBox &field, quint32 value)
{
    field.setValue(static_cast<int>(std::min<quint32>(value, std::numeric_limits<int>::max())));
}

void readDelays(const QDoubleSpinBox &one, const QDoubleSpinBox &other, FaultSettings &faults)
{
    const auto [shortest, longest] = std::minmax({one.value(), other.value()});
    faults.shortestDelay = milliseconds(shortest);
    faults.longestDelay = milliseconds(longest);
}

double shareIn(const QSpinBox &field)
{
    return field.value() / 100.0;
}

quint32 seedIn(const QSpinBox &field)
{
    return static_cast<quint32>(field.value());
}
