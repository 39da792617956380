#include "ui/window/picturescheck.h"

#include "app/builtin/builtinservers.h"
#include "app/builtin/fallbacknotice.h"
#include "app/failures/taskresult.h"

#include <QtConcurrentRun>

PicturesCheck::PicturesCheck(const BuiltinServers &servers, QObject *parent)
    : QObject(parent)
    , m_servers(servers)
{
    connect(&m_counting, &QFutureWatcherBase::finished, this, [this] {
        if (!m_folder.isEmpty())
            Q_EMIT noticed(resultOf(m_counting));
    });
}

PicturesCheck::~PicturesCheck()
{
    m_counting.disconnect(this);
}

void PicturesCheck::check(const Source &source)
{
    const auto pictures = m_servers.picturesOf(source);
    const QString folder = pictures && pictures->isFallback ? pictures->path : QString();
    if (folder == m_folder)
        return;
    m_folder = folder;
    if (folder.isEmpty())
        Q_EMIT noticed({});
    else
        m_counting.setFuture(QtConcurrent::run(&fallbackNotice, folder));
}
