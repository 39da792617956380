#include "ui/header/limitbox.h"

#include "app/transfer/transfersettings.h"

#include <QLocale>

LimitBox::LimitBox(QWidget *parent)
    : QSpinBox(parent)
{
    setRange(1, TransferSettings::maximalLimit);
    setSuffix(tr(" at once", "number of requests"));
    setAccessibleName(tr("Requests at once"));
    setStepType(AdaptiveDecimalStepType);
    setKeyboardTracking(false); // who types 100 does not want 1 and 10 on the way
    setAlignment(Qt::AlignRight);
    setSource({});
    connect(this, &QSpinBox::valueChanged, this, &LimitBox::choose);
}

void LimitBox::setSource(const Source &source)
{
    m_source = source;
    setToolTip(tr("How many requests may be under way at once. This source is known to bear %1.")
                   .arg(QLocale().toString(source.limit)));
    setValue(m_chosen.value(source.id, source.limit));
}

void LimitBox::setChosen(const QHash<QString, int> &limitOfSource)
{
    m_chosen = limitOfSource;
    setSource(m_source);
}

int LimitBox::limit()
{
    interpretText();
    return value();
}

void LimitBox::choose(int limit)
{
    if (limit == m_source.limit)
        m_chosen.remove(m_source.id);
    else
        m_chosen.insert(m_source.id, limit);
}
