#include "app/builtin/flagservice.h"

#include "app/builtin/exchange.h"
#include "app/builtin/serverchance.h"

#include <QTcpServer>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;
using Status = QHttpServerResponder::StatusCode;

namespace {

ServedContent plainText(const QByteArray &text)
{
    return {text + '\n', "text/plain; charset=utf-8"};
}

} // namespace

FlagService::FlagService(
    std::unique_ptr<QTcpServer> listener, ContentLookup content, const ServerManners &manners)
    : m_content(std::move(content))
    , m_manners(manners)
{
    m_http.route(u"/flags/<arg>/<arg>"_s,
        [this](const QString &cc, const QString &file, const QHttpServerRequest &request,
            QHttpServerResponder &&responder) { handle(cc, file, request, std::move(responder)); });
    m_http.setMissingHandler([](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
        Exchange(request, std::move(responder)).answer(plainText("Not found"), Status::NotFound);
    });
    m_http.bind(listener.release());
}

void FlagService::handle(const QString &cc, const QString &file, const QHttpServerRequest &request,
    QHttpServerResponder &&responder)
{
    using Method = QHttpServerRequest::Method;
    const auto exchange = std::make_shared<Exchange>(request, std::move(responder));
    if (request.method() != Method::Get && request.method() != Method::Head)
        return exchange->answer(plainText("Only GET and HEAD are allowed"), Status::MethodNotAllowed);

    const QString path = cc + u'/' + file;
    const Treatment treatment = treatmentOf(m_manners, path, m_timesAsked[path]++);
    const auto finish = [this, exchange, cc, file, refused = treatment.refused] {
        if (refused)
            exchange->answer(plainText("I'm a teapot"), Status::ImATeapot);
        else
            serve(*exchange, cc, file);
    };
    if (treatment.delay.count() == 0)
        finish();
    else
        QTimer::singleShot(treatment.delay, Qt::PreciseTimer, this, finish);
}

void FlagService::serve(Exchange &exchange, const QString &cc, const QString &file) const
{
    const auto content = m_content(cc, file);
    if (!content)
        exchange.answer(plainText("Not found"), Status::NotFound);
    else if (content->isOutOfReach)
        exchange.answer(plainText("Try again"), Status::ServiceUnavailable);
    else
        exchange.answer(*content, Status::Ok);
}
