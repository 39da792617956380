#include "ui/window/instancelock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace {

int openLockFile()
{
    const QString folder = QFileInfo(QSettings().fileName()).path();
    QDir().mkpath(folder);
    const QByteArray path = QFile::encodeName(folder + u"/window.lock"_s);
    return ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
}

} // namespace

InstanceLock::InstanceLock()
    : m_file(openLockFile())
    , m_isFirst(::flock(m_file.number(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
{
}
