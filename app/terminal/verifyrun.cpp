#include "app/terminal/verifyrun.h"

#include "app/countries/catalogue.h"
#include "app/downloads/summarytext.h"
#include "app/failures/failure.h"
#include "app/freshness/flagfreshness.h"
#include "app/language/columns.h"
#include "app/language/joining.h"
#include "app/sets/verification.h"
#include "app/terminal/console.h"
#include "app/terminal/headlessrun.h"
#include "app/terminal/jsonline.h"

using namespace Qt::StringLiterals;

namespace {

struct VerifyReport
{
    Q_DECLARE_TR_FUNCTIONS(VerifyReport)
};

QString fileLine(const CheckedFile &file)
{
    switch (file.state) {
    case FileState::Intact:
        return VerifyReport::tr("Intact: %1").arg(file.file);
    case FileState::Missing:
        return VerifyReport::tr("Missing: %1").arg(file.file);
    case FileState::Altered:
        return VerifyReport::tr("Altered: %1").arg(file.file);
    case FileState::Unreadable:
        return VerifyReport::tr("Cannot be read: %1").arg(file.file);
    case FileState::Untracked:
        return VerifyReport::tr("Not part of the set: %1").arg(file.file);
    }
    Q_UNREACHABLE();
}

/// The counts, and a line for each file that is not intact; with `everything` a line for each file.
QStringList verifyReport(const Verification &verification, bool everything)
{
    QStringList lines{verificationText(verification)};
    for (const CheckedFile &file : verification.files) {
        if (everything || file.state != FileState::Intact)
            lines.append(fileLine(file));
    }
    if (const QString older = wrongPicturesText(verification.wrongPictures()); !older.isEmpty())
        lines.append(older);
    return lines;
}

QString interruptedBatchText(const QString &folder, const InterruptedBatch &batch)
{
    return joinedSentences({interruptionText(batch.countMissing(), batch.countAll()),
        VerifyReport::tr("Continue with: flagfetch --resume %1").arg(shellWord(folder))});
}

} // namespace

VerifyRun::VerifyRun(const Options &options, const Catalogue &catalogue, BuiltinServers &servers,
    Console &console, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_catalogue(catalogue)
    , m_servers(servers)
    , m_console(console)
    , m_loading([this](const Result<LoadedSet> &set) { onLoaded(set); })
    , m_verifying([this](const Verification &verification) { onVerified(verification); },
          [this](int checked, int files) { drawProgress(checked, files); })
{
}

VerifyRun::~VerifyRun() = default;

void VerifyRun::start()
{
    m_loading.start(*QThreadPool::globalInstance(),
        [folder = m_options.set](const std::stop_token &stop) { return loadFilledSet(folder, stop); });
}

void VerifyRun::interrupt()
{
    m_isInterrupted = true;
    m_loading.requestStop();
    m_verifying.requestStop();
    if (m_repair)
        m_repair->interrupt();
}

void VerifyRun::onLoaded(const Result<LoadedSet> &set)
{
    if (m_isInterrupted) {
        Q_EMIT finished(130);
        return;
    }
    if (!set) {
        m_console.printError(u"flagfetch: "_s + failureText(set.error(), m_options.set));
        Q_EMIT finished(1);
        return;
    }
    if (!set->damage.isEmpty()) {
        m_console.printError(
            u"flagfetch: "_s + withLabel(m_options.set, unreadableManifestText(set->damage)));
        Q_EMIT finished(1);
        return;
    }
    m_set = *set;
    m_verifying.start(*QThreadPool::globalInstance(),
        [folder = m_options.set, manifest = m_set.manifest](const std::stop_token &stop,
            const ReportProgress &report) { return verifySet(folder, manifest, stop, report); });
}

void VerifyRun::drawProgress(int checked, int files)
{
    if (m_console.width() == 0)
        return;
    const QString line = tr("%1 of %2 files checked").arg(checked).arg(files);
    m_console.printErrorRaw("\r" + firstColumns(line, m_console.width()).toUtf8() + "\x1b[K");
}

void VerifyRun::onVerified(const Verification &verification)
{
    if (m_console.width() > 0)
        m_console.printErrorRaw("\r\x1b[K");
    if (m_isInterrupted) {
        Q_EMIT finished(130);
        return;
    }
    if (!verification.isComplete) { // it threw
        m_console.printError(u"flagfetch: "_s + failureText({FailureKind::Internal, 0, {}}, m_options.set));
        Q_EMIT finished(1);
        return;
    }
    printReport(verification);
    if (m_options.repair && !verification.isIntact())
        repair(verification.badCodes());
    else
        Q_EMIT finished(verification.isIntact() ? 0 : 1);
}

void VerifyRun::printReport(const Verification &verification)
{
    if (m_options.json) {
        for (const CheckedFile &file : verification.files)
            m_console.printRaw(verifyJsonLine(file));
    }
    for (const QString &line : verifyReport(verification, m_options.verbose)) {
        if (m_options.json)
            m_console.printError(line);
        else
            m_console.print(line);
    }
    if (!verification.isIntact() && !m_options.repair)
        m_console.printError(
            tr("To download them again: flagfetch --verify %1 --repair").arg(shellWord(m_options.set)));
    if (m_set.isInUse)
        m_console.printError(
            tr("Another program is saving flags in this folder. Check it again when that is done."));
    else if (m_set.interrupted)
        m_console.printError(interruptedBatchText(m_options.set, *m_set.interrupted));
}

void VerifyRun::repair(const QStringList &codes)
{
    m_repair = std::make_unique<HeadlessRun>(m_options, m_catalogue, m_servers, m_console);
    connect(m_repair.get(), &HeadlessRun::finished, this, &VerifyRun::finished);
    m_repair->startOperation(Repair{m_options.set, codes});
}
