#include "ui/sources/sourceregistry.h"

#include "app/failures/failure.h"
#include "app/language/joining.h"
#include "app/logging/logging.h"

#include <tuple>
#include <utility>

namespace {

/// Logs a failure, too: the window may be gone when it comes.
Result<OwnSources> write(const QString &path, const SourceChange &change)
{
    auto written = changeOwnSources(path, change);
    if (!written)
        qCWarning(lcStorage).noquote() << path << failureText(written.error(), {});
    return written;
}

} // namespace

SourceRegistry::SourceRegistry(
    SourceList shipped, OwnSources own, QList<Source> added, QString path, QObject *parent)
    : QObject(parent)
    , m_shipped(std::move(shipped))
    , m_added(std::move(added))
    , m_path(std::move(path))
    , m_own(std::move(own))
    , m_writing([this](const Result<OwnSources> &written) { onWritten(written); })
{
    m_writer.setMaxThreadCount(1);
    join();
}

SourceRegistry::~SourceRegistry()
{
    m_writer.waitForDone();
    for (const SourceChange &change : std::as_const(m_pending))
        std::ignore = write(m_path, change);
}

QJsonObject SourceRegistry::entryOf(const QString &id) const
{
    const QJsonObject own = m_own.file.entryOf(id);
    return own.isEmpty() ? SourceList::shippedFile().entryOf(id) : own;
}

void SourceRegistry::change(const SourceChange &change)
{
    m_pending.append(change);
    writeNext();
}

void SourceRegistry::writeNext()
{
    if (!m_pending.isEmpty() && !m_writing.isRunning())
        m_writing.start(
            m_writer, [path = m_path, change = m_pending.takeFirst()] { return write(path, change); });
}

void SourceRegistry::onWritten(const Result<OwnSources> &written)
{
    if (!written) {
        Q_EMIT error(withLabel(m_path, failureText(written.error(), {})));
    } else {
        m_own = *written;
        join();
        Q_EMIT changed();
        Q_EMIT notice(tr("Saved in %1.").arg(m_path));
    }
    writeNext();
}

void SourceRegistry::join()
{
    m_sources = m_shipped.joinedWith(m_own.file.sources()).joinedWith(m_added);
}
