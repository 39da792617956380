#include "app/downloads/servedcounts.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <functional>

namespace {

struct ServedCountsText
{
    Q_DECLARE_TR_FUNCTIONS(ServedCountsText)
};

} // namespace

void ServedCounts::count(const FlagResult &result)
{
    if (result.state != FlagState::Saved && result.state != FlagState::Skipped)
        return;
    auto served = std::ranges::find(m_served, result.sourceTitle, &Served::title);
    if (served == m_served.end())
        served = m_served.insert(m_served.end(), {result.sourceTitle, 0});
    ++served->flags;
}

QString ServedCounts::text() const
{
    QList<Served> sorted = m_served;
    std::ranges::stable_sort(sorted, std::greater(), &Served::flags);
    QStringList parts;
    for (const Served &served : sorted)
        parts.append(ServedCountsText::tr("%1 from %2", "number of flags, source")
                         .arg(QString::number(served.flags), served.title));
    return parts.join(QStringLiteral(", "));
}
