#include "tests/faults/batchinvariants.h"

#include "app/downloads/summarytext.h"
#include "app/failures/failure.h"
#include "app/storage/setfiles.h"
#include "tests/faults/faultbatch.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr auto longestBlock = 300ms;
#else
constexpr auto longestBlock = 100ms;
#endif

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    const bool isFile = QFileInfo(path).isFile(); // reading a pipe would block
    return isFile && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QString BatchInvariants::violated() const
{
    QStringList violated{countProblem(), strayFile(), credentialLeak(), blockedEventLoop()};
    for (const FlagResult &result : m_batch.results())
        violated << resultProblem(result) << fileProblem(result);
    violated.removeAll(QString());
    return violated.value(0);
}

QString BatchInvariants::countProblem() const
{
    const auto ofAll = m_batch.countries().size();
    QSet<QString> codes;
    for (const FlagResult &result : m_batch.results())
        codes.insert(result.country.code);
    if (m_batch.ends() != 1)
        return u"the batch ended %1 times"_s.arg(m_batch.ends());
    if (codes.size() != ofAll || m_batch.results().size() != ofAll)
        return u"%1 ends of %2 countries for %3"_s.arg(m_batch.results().size()).arg(codes.size()).arg(ofAll);
    const BatchProgress &end = m_batch.end();
    const bool isCounted = end.total == ofAll && end.done() == end.total
        && end.saved == m_batch.count(FlagState::Saved) && end.skipped == m_batch.count(FlagState::Skipped)
        && end.notFound == m_batch.count(FlagState::NotFound)
        && end.failed == m_batch.count(FlagState::Failed)
        && end.cancelled == m_batch.count(FlagState::Cancelled);
    return isCounted ? QString() : u"the counts are wrong: "_s + summaryText(end);
}

QString BatchInvariants::resultProblem(const FlagResult &result) const
{
    if (result.state != FlagState::Failed && result.state != FlagState::NotFound)
        return {};
    const QString text = failureText(result.failure, result.country.displayName);
    if (!m_batch.isFaulty(result.country))
        return u"a healthy country failed: "_s + text;
    const QString name = result.country.displayName + u": "_s;
    const bool saysWhatAndWhatToDo
        = text.startsWith(name) && text.sliced(name.size()).split(u". "_s).size() >= 2 && text.endsWith(u'.');
    return saysWhatAndWhatToDo ? QString()
                               : u"the text does not name the country, the cause and what to do: "_s + text;
}

QString BatchInvariants::fileProblem(const FlagResult &result) const
{
    const Country &country = result.country;
    if (result.state != FlagState::Saved)
        return expectedFileProblem(country, m_batch.fileBefore(country));
    if (result.path == m_batch.fileOf(country))
        return expectedFileProblem(country, m_batch.pictureOf(country));
    if (!m_batch.isFaulty(country) || QFileInfo(result.path).path() != m_batch.folder())
        return u"%1 was saved as %2"_s.arg(country.code, result.path);
    if (contentOf(result.path) != m_batch.pictureOf(country))
        return u"the file of %1 has the wrong content"_s.arg(country.code);
    return expectedFileProblem(country, m_batch.fileBefore(country));
}

QString BatchInvariants::expectedFileProblem(const Country &country, const QByteArray &expected) const
{
    const QString path = m_batch.fileOf(country);
    if (QFileInfo(path).isFile() == expected.isEmpty())
        return u"the file of %1 does not match its result"_s.arg(country.code);
    return contentOf(path) == expected ? QString()
                                       : u"the file of %1 has the wrong content"_s.arg(country.code);
}

QString BatchInvariants::strayFile() const
{
    QStringList names = QDir(m_batch.folder())
                            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    names.removeIf([](const QString &name) { return isReservedSetFile(name); });
    for (const Country &country : m_batch.countries())
        names.removeAll(QFileInfo(m_batch.fileOf(country)).fileName());
    for (const FlagResult &result : m_batch.results())
        names.removeAll(QFileInfo(result.path).fileName());
    return names.isEmpty() ? QString() : u"stray files: "_s + names.join(u", "_s);
}

QString BatchInvariants::credentialLeak() const
{
    const QDir folder(m_batch.folder());
    QString all = m_batch.texts();
    for (const char *const name : {manifestFileName, attributionFileName, journalFileName})
        all += QString::fromUtf8(contentOf(folder.filePath(QLatin1StringView(name))));
    const bool leaks = all.contains("anna"_L1) || all.contains("s3cr3t"_L1) || all.contains("YW5uY"_L1);
    return leaks ? u"credentials appear: "_s + all : QString();
}

QString BatchInvariants::blockedEventLoop() const
{
    const auto gap = m_batch.heartbeat().longestGap();
    return gap > longestBlock ? u"the event loop blocked for %1 ms"_s.arg(gap / 1ms) : QString();
}
