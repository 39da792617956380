#include "ui/window/conflictcheck.h"

#include "app/session/operationplan.h"
#include "ui/files/conflictchoice.h"

#include <QWidget>

#include <algorithm>

ConflictCheck::ConflictCheck(QWidget &window)
    : QObject(&window)
    , m_window(window)
    , m_searching([this](const QList<ExistingFlag> &flags) { onFound(flags); })
{
}

void ConflictCheck::check(const Download &download, const std::optional<ConflictPolicy> &policy)
{
    m_download = download;
    m_policy = policy;
    const DownloadRequest batch = planOf(download).batches.first();
    m_searching.start(*QThreadPool::globalInstance(),
        [batch](const std::stop_token &stop) { return flagsAlreadyThere(batch, stop); });
}

void ConflictCheck::onFound(const QList<ExistingFlag> &flags)
{
    m_existing = flags;
    if (m_existing.isEmpty() || m_policy)
        decide(m_policy.value_or(m_download.save.conflict), false);
    else
        ask(int(m_existing.size()));
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
    const QList<FlagResult> kept = policy == ConflictPolicy::Skip ? takeKept() : QList<FlagResult>();
    Q_EMIT ready(m_download, kept);
}

// The engine skips what the set has from the same source. From another source it has to request a flag to
// know its name, which the user does not expect of a flag that is kept.
QList<FlagResult> ConflictCheck::takeKept()
{
    QList<FlagResult> kept;
    for (const ExistingFlag &flag : std::as_const(m_existing)) {
        const auto country = std::ranges::find(m_download.countries, flag.code, &Country::code);
        if (!flag.isComplete || country == m_download.countries.end())
            continue;
        FlagResult result;
        result.country = *country;
        result.state = FlagState::Skipped;
        result.name = country->name;
        result.path = flag.path;
        kept.append(result);
        m_download.countries.erase(country);
    }
    return kept;
}
