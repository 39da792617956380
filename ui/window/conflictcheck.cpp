#include "ui/window/conflictcheck.h"

#include "app/downloads/existingflags.h"
#include "app/session/operationplan.h"
#include "ui/files/conflictchoice.h"

#include <QWidget>

ConflictCheck::ConflictCheck(QWidget &window)
    : QObject(&window)
    , m_window(window)
    , m_searching([this](const QStringList &codes) { onFound(codes); })
{
}

void ConflictCheck::check(const Download &download)
{
    m_download = download;
    const DownloadRequest batch = planOf(download).batches.first();
    m_searching.start(*QThreadPool::globalInstance(),
        [batch](const std::stop_token &stop) { return codesAlreadyThere(batch, stop); });
}

void ConflictCheck::onFound(const QStringList &codes)
{
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
        Q_EMIT rememberRequested(policy);
    Q_EMIT ready(m_download);
}
