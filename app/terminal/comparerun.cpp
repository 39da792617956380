#include "app/terminal/comparerun.h"

#include "app/builtin/builtinservers.h"
#include "app/countries/catalogue.h"
#include "app/failures/failure.h"
#include "app/freshness/flagfreshness.h"
#include "app/language/joining.h"
#include "app/sources/sourcetexts.h"
#include "app/terminal/console.h"
#include "app/terminal/jsonline.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct CompareReport
{
    Q_DECLARE_TR_FUNCTIONS(CompareReport)
};

// Larger than the size at which pictures are compared, so that both are scaled down in the same way.
constexpr QSize pictureSize{160, 120};

constexpr int distanceColumn = 6; // characters

QString lineOf(const ComparedFlag &flag)
{
    const QString distance
        = flag.distance ? QString::number(*flag.distance, 'f', 1) : QString(QChar(u'\u2013'));
    QStringList remarks;
    for (std::size_t number = 0; number < flag.flags.size(); ++number) {
        const FlagResult &side = flag.flags[number];
        const QString remark = side.state == FlagState::Fetched
            ? freshnessText(flag.freshness[number], flag.country().displayName)
            : failureCause(side.failure);
        if (!remark.isEmpty())
            remarks.append(withLabel(side.sourceTitle, remark));
    }
    return distance.rightJustified(distanceColumn) + u"  "_s + flag.country().code + u"  "_s
        + withRemark(flag.country().displayName, joinedClauses(remarks));
}

/// The comparison for people: a heading and one line for each country, in the order of comesBefore().
QStringList compareReport(QList<ComparedFlag> flags, const QString &one, const QString &other)
{
    std::ranges::sort(flags, comesBefore);
    QStringList lines{
        CompareReport::tr("Difference between %1 and %2, from 0 (alike) to 100:").arg(one, other)};
    for (const ComparedFlag &flag : std::as_const(flags))
        lines.append(lineOf(flag));
    return lines;
}

} // namespace

CompareRun::CompareRun(const Options &options, const Catalogue &catalogue, BuiltinServers &servers,
    Console &console, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_catalogue(catalogue)
    , m_servers(servers)
    , m_console(console)
{
    connect(&m_comparison, &Comparison::compared, this, &CompareRun::addResult);
    connect(&m_comparison, &Comparison::finished, this, &CompareRun::finish);
}

void CompareRun::start()
{
    const auto selected = selectSources(m_options, m_servers);
    for (const SourceRefusal &refusal : selected.refusals)
        m_console.printError(u"flagfetch: "_s + refusal.text());
    if (selected.sources.size() != 2) {
        Q_EMIT finished(1);
        return;
    }
    if (const QString notice = olderPicturesNotice(selected.sources, m_servers); !notice.isEmpty())
        m_console.printError(u"flagfetch: "_s + notice);
    ComparisonRequest request{.countries = {},
        .sources = {selected.sources.first(), selected.sources.last()},
        .transfer = m_options.transfer,
        .pictureSize = pictureSize};
    for (const QString &code :
        requestedCodes(m_options.countries, m_options.namedSources, m_servers, m_catalogue))
        request.countries.append(m_catalogue.countryFor(code));
    m_comparison.start(request);
}

void CompareRun::interrupt()
{
    m_interrupted = true;
    m_console.printError(tr("Stopping; press Ctrl-C again to end at once."));
    m_comparison.cancel();
}

void CompareRun::addResult(const ComparedFlag &flag)
{
    m_flags.append(flag);
    // Nothing shows the thumbnails here; thousands of them would use much memory.
    for (FlagResult &side : m_flags.last().flags)
        side.thumbnail = {};
}

void CompareRun::finish()
{
    std::ranges::sort(m_flags, comesBefore);
    if (m_options.json) {
        for (const ComparedFlag &flag : std::as_const(m_flags))
            m_console.printRaw(compareJsonLine(flag));
    } else {
        const QList<Source> &asked = m_options.namedSources;
        for (const QString &line :
            compareReport(m_flags, displayTitle(asked.first()), displayTitle(asked.last())))
            m_console.print(line);
    }
    const bool isComplete
        = std::ranges::all_of(m_flags, [](const ComparedFlag &flag) { return flag.distance.has_value(); });
    Q_EMIT finished(m_interrupted ? 130 : isComplete ? 0 : 1);
}
