#include "ui/window/conflictcheck.h"

#include "app/downloads/existingflags.h"
#include "app/failures/taskresult.h"
#include "app/session/operationplan.h"
#include "ui/files/conflictchoice.h"

#include <QWidget>
#include <QtConcurrentRun>

ConflictCheck::ConflictCheck(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    connect(&m_looking, &QFutureWatcherBase::finished, this, &ConflictCheck::takeCodes);
}

ConflictCheck::~ConflictCheck()
{
    m_looking.disconnect(this);
    m_stop.request_stop();
}

void ConflictCheck::settle(const Download &download)
{
    m_download = download;
    m_stop.request_stop();
    m_stop = {};
    const DownloadRequest batch = planOf(download).batches.first();
    m_looking.setFuture(QtConcurrent::run(&codesAlreadyThere, batch, m_stop.get_token()));
}

void ConflictCheck::takeCodes()
{
    const QStringList codes = resultOf(m_looking);
    if (codes.isEmpty())
        decide(m_download.save.conflict, false);
    else
        ask(int(codes.size()));
}

void ConflictCheck::ask(int existing)
{
    auto *question
        = new ConflictQuestion(existing, int(m_download.countries.size()), m_download.save.folder, &m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &ConflictQuestion::decided, this, &ConflictCheck::decide);
    question->open();
}

void ConflictCheck::decide(ConflictPolicy policy, bool isToBeRemembered)
{
    m_download.save.conflict = policy;
    if (isToBeRemembered)
        Q_EMIT choiceToBeRemembered(policy);
    Q_EMIT settled(m_download);
}
