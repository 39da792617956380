#include "tests/system/heldbatch.h"

#include "app/storage/setfiles.h"
#include "tests/system/flagfolder.h"

#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

/// The number of lines that --verbose printed for finished countries.
qsizetype doneLines(const QByteArray &output)
{
    static const QRegularExpression line(u"^[A-Z]{2}  .*$"_s, QRegularExpression::MultilineOption);
    qsizetype count = 0;
    for (auto lines = line.globalMatch(QString::fromUtf8(output)); lines.hasNext(); lines.next())
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

// --verbose prints a line when all files have their final names. The journal may record the end of the
// country slightly later.
bool HeldBatch::waitForDone(qsizetype countries, const QString &folder)
{
    constexpr int timeout = 20'000;
    return QTest::qWaitFor(
        [&] { return doneLines(m_process->peek(1 << 20)) >= countries && journalLines(folder) >= countries; },
        timeout);
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
