#include "ui/sources/sourceregistry.h"

#include "app/failures/failure.h"
#include "app/failures/taskresult.h"

#include <QtConcurrentRun>

#include <utility>

using namespace Qt::StringLiterals;

SourceRegistry::SourceRegistry(
    SourceList shipped, OwnSources own, QList<Source> added, QString path, QObject *parent)
    : QObject(parent)
    , m_shipped(std::move(shipped))
    , m_added(std::move(added))
    , m_path(std::move(path))
    , m_own(std::move(own))
{
    m_writer.setMaxThreadCount(1);
    connect(&m_writing, &QFutureWatcherBase::finished, this, &SourceRegistry::onWritten);
    join();
}

SourceRegistry::~SourceRegistry() = default;

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
        m_writing.setFuture(QtConcurrent::run(&m_writer, &changeOwnSources, m_path, m_pending.takeFirst()));
}

void SourceRegistry::onWritten()
{
    const auto written = resultOf(m_writing);
    if (const auto *failure = std::get_if<Failure>(&written)) {
        Q_EMIT error(u"%1: %2"_s.arg(m_path, failureText(*failure, {})));
    } else {
        m_own = std::get<OwnSources>(written);
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
