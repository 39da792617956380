#include "ui/window/conflictcheck.h"

#include "app/downloads/alreadythere.h"
#include "app/failures/taskresult.h"
#include "ui/files/conflictquestion.h"
#include "ui/grid/flagmodel.h"

#include <QWidget>
#include <QtConcurrentRun>

ConflictCheck::ConflictCheck(const FlagModel &model, QWidget &window)
    : QObject(&window)
    , m_model(model)
    , m_window(window)
{
    connect(&m_looking, &QFutureWatcherBase::finished, this, &ConflictCheck::takeCodes);
}

ConflictCheck::~ConflictCheck()
{
    m_looking.disconnect(this);
    m_stop.request_stop();
}

void ConflictCheck::settle(const BatchRequest &request)
{
    m_request = request;
    const DownloadRequest download{
        .countries = m_model.countries(request.codes),
        .sources = request.sources,
        .save = request.save,
        .conversion = request.conversion,
        .transfer = {},
        .thumbnailSize = {},
    };
    m_stop.request_stop();
    m_stop = {};
    m_looking.setFuture(QtConcurrent::run(&codesAlreadyThere, download, m_stop.get_token()));
}

void ConflictCheck::takeCodes()
{
    const QStringList codes = resultOf(m_looking);
    if (codes.isEmpty())
        decide(m_request.save.conflict, false);
    else
        ask(int(codes.size()));
}

void ConflictCheck::ask(int there)
{
    auto *question
        = new ConflictQuestion(there, int(m_request.codes.size()), m_request.save.folder, &m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &ConflictQuestion::decided, this, &ConflictCheck::decide);
    question->open();
}

void ConflictCheck::decide(ConflictPolicy policy, bool isToBeRemembered)
{
    m_request.save.conflict = policy;
    if (isToBeRemembered)
        Q_EMIT choiceToBeRemembered(policy);
    Q_EMIT settled(m_request);
}
