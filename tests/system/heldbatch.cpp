#include "tests/system/heldbatch.h"

#include "app/storage/setfiles.h"
#include "tests/system/flagfolder.h"

#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

/// The lines of --verbose for countries that have come to an end.
qsizetype doneLines(const QByteArray &told)
{
    static const QRegularExpression line(u"^[A-Z]{2}  .*$"_s, QRegularExpression::MultilineOption);
    qsizetype count = 0;
    for (auto lines = line.globalMatch(QString::fromUtf8(told)); lines.hasNext(); lines.next())
        ++count;
    return count;
}

} // namespace

HeldBatch::HeldBatch(const ServedSet &set, const QStringList &arguments)
    : m_process(program(arguments + QStringList{u"--verbose"_s}, set.path({})))
{
    m_process->setReadChannel(QProcess::StandardError);
    m_process->start();
}

HeldBatch::~HeldBatch()
{
    kill();
}

// A line of --verbose comes when all files have their names; that nothing is left to do, the journal may say
// a moment later.
bool HeldBatch::waitForDone(qsizetype countries, const QString &folder)
{
    constexpr int patience = 20'000;
    return QTest::qWaitFor(
        [&] { return doneLines(m_process->peek(1 << 20)) >= countries && journalLines(folder) >= countries; },
        patience);
}

void HeldBatch::kill()
{
    m_process->kill();
    m_process->waitForFinished();
}

EndedRun HeldBatch::interrupt()
{
    ::kill(pid_t(m_process->processId()), SIGINT);
    return endOf(*m_process);
}

qsizetype journalLines(const QString &folder)
{
    const QByteArray journal = readFile(folder + u'/' + QLatin1StringView(journalFileName));
    return journal.isEmpty() ? -1 : journal.count('\n') - 1;
}
