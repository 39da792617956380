#include "app/terminal/exportrun.h"

#include "app/countries/catalogue.h"
#include "app/exports/exportflag.h"
#include "app/failures/failure.h"
#include "app/terminal/console.h"

using namespace Qt::StringLiterals;

namespace {

SetChoice choiceFrom(const Options &options, const Catalogue &catalogue)
{
    const bool all = options.countries.kind == CountryChoice::Kind::NoneNamed;
    return {.folder = options.exporting.folder,
        .codes = all ? QStringList() : options.countries.codes({}, catalogue),
        .language = options.language};
}

} // namespace

ExportRun::ExportRun(const Options &options, const Catalogue &catalogue, Console &console, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_choice(choiceFrom(options, catalogue))
    , m_console(console)
    , m_loading([this](const Result<SetFlags> &set) { exportFlags(set); })
{
    connect(&m_job, &ExportJob::advanced, this, &ExportRun::drawProgress);
    connect(&m_job, &ExportJob::finished, this, &ExportRun::finish);
}

void ExportRun::start()
{
    m_loading.start(*QThreadPool::globalInstance(),
        [choice = m_choice](const std::stop_token &stop) { return flagsOfSet(choice, stop); });
}

void ExportRun::interrupt()
{
    m_interrupted = true;
    m_loading.requestStop();
    m_job.cancel();
}

void ExportRun::exportFlags(const Result<SetFlags> &set)
{
    if (m_interrupted)
        return finish({.failure = Failure{FailureKind::Cancelled, 0, {}},
            .path = m_options.exporting.path,
            .leftOut = {}});
    if (!set)
        return fail(failureText(set.error(), m_choice.folder));
    if (!set->damage.isEmpty())
        m_console.printError(u"flagfetch: "_s + damagedSetText(m_choice.folder, set->damage));
    QList<ExportFlag> flags = set->flags;
    const QStringList missing = codesNotIn(flags);
    m_isIncomplete = !missing.isEmpty();
    if (flags.isEmpty())
        return fail(tr("%1: none of the named countries is in this folder").arg(m_choice.folder));
    if (m_isIncomplete)
        m_console.printError(tr("flagfetch: not in %1: %2").arg(m_choice.folder, missing.join(u' ')));
    const ExportSettings &settings = m_options.exporting;
    if (!std::holds_alternative<DataFormat>(settings.what))
        flags = onePerCountry(flags);
    m_flags = flags.size();
    m_job.start({.flags = flags, .what = settings.what, .path = settings.path});
}

QStringList ExportRun::codesNotIn(const QList<ExportFlag> &flags) const
{
    QStringList missing = m_options.countries.individualCodes;
    for (const ExportFlag &flag : flags)
        missing.removeAll(flag.code);
    return missing;
}

void ExportRun::drawProgress(int done, int total)
{
    if (m_console.width() > 0)
        m_console.printErrorRaw("\r\x1b[K" + tr("%1 of %2 flags").arg(done).arg(total).toUtf8());
}

void ExportRun::finish(const ExportOutcome &outcome)
{
    if (m_console.width() > 0)
        m_console.printErrorRaw("\r\x1b[K");
    if (outcome.failure) {
        m_console.printError(
            u"flagfetch: "_s + exportFailureText(*outcome.failure, m_options.exporting.path));
        Q_EMIT finished(m_interrupted ? 130 : 1);
        return;
    }
    m_console.print(tr("%1: %n flags", nullptr, int(m_flags - outcome.leftOut.size())).arg(outcome.path));
    if (!outcome.leftOut.isEmpty())
        m_console.printError(u"flagfetch: "_s + leftOutText(outcome.leftOut));
    Q_EMIT finished(outcome.leftOut.isEmpty() && !m_isIncomplete ? 0 : 1);
}

void ExportRun::fail(const QString &text)
{
    m_console.printError(u"flagfetch: "_s + text);
    Q_EMIT finished(1);
}
