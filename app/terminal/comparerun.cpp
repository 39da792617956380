#include "app/terminal/comparerun.h"

#include "app/builtin/builtinservers.h"
#include "app/countries/catalogue.h"
#include "app/failures/failuretext.h"
#include "app/terminal/comparereport.h"
#include "app/terminal/console.h"
#include "app/terminal/sourceselection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Larger than the box in which pictures are compared, so that both come down to it by the same way.
constexpr QSize pictureSize{160, 120};

} // namespace

CompareRun::CompareRun(const Options &options, const Catalogue &catalogue, BuiltinServers &servers,
    Console &console, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_catalogue(catalogue)
    , m_servers(servers)
    , m_console(console)
{
    connect(&m_comparison, &Comparison::compared, this, &CompareRun::take);
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
        m_options.countries.codes(codesOf(m_options.asked, m_servers, m_catalogue), m_catalogue))
        request.countries.append(m_catalogue.countryFor(code));
    m_comparison.start(request);
}

void CompareRun::interrupt()
{
    m_interrupted = true;
    m_console.printError(tr("Stopping; press Ctrl-C again to end at once."));
    m_comparison.cancel();
}

void CompareRun::take(const ComparedFlag &flag)
{
    m_flags.append(flag);
    // The pictures of thousands of countries would add up, and nobody looks at them here.
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
        const QList<Source> &asked = m_options.asked;
        for (const QString &line : compareReport(m_flags, asked.first().title, asked.last().title))
            m_console.print(line);
    }
    const bool isComplete
        = std::ranges::all_of(m_flags, [](const ComparedFlag &flag) { return flag.distance.has_value(); });
    Q_EMIT finished(m_interrupted ? 130 : isComplete ? 0 : 1);
}
