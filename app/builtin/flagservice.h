#pragma once

#include "app/builtin/servedcontent.h"
#include "app/builtin/servermanners.h"

#include <QHash>
#include <QHttpServer>
#include <QObject>

#include <memory>

class Exchange;
class QTcpServer;

/// Answers what reaches the listener, with these manners. May be moved to another thread as long as no event
/// loop of the thread that made it has run.
class FlagService final : public QObject
{
    Q_OBJECT

public:
    FlagService(std::unique_ptr<QTcpServer> listener, ContentLookup content, const ServerManners &manners);
    Q_DISABLE_COPY_MOVE(FlagService)

private:
    void handle(const QString &cc, const QString &file, const QHttpServerRequest &request,
        QHttpServerResponder &&responder);
    void serve(Exchange &exchange, const QString &cc, const QString &file) const;

    ContentLookup m_content;
    ServerManners m_manners;
    QHash<QString, quint32> m_timesAsked; // by path
    QHttpServer m_http{this}; // a child, so that it moves to the other thread with this object
};
