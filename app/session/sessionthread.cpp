#include "app/session/sessionthread.h"

using namespace Qt::StringLiterals;

SessionThread::SessionThread(const Catalogue &catalogue, BuiltinServers &servers, const SaveTask &save)
{
    m_thread.setObjectName(u"session"_s);
    m_inThread.moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        &m_inThread, [&] { m_session = std::make_unique<DownloadSession>(catalogue, servers, save); },
        Qt::BlockingQueuedConnection);
}

SessionThread::~SessionThread()
{
    QMetaObject::invokeMethod(
        &m_inThread, [this] { m_session.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}
