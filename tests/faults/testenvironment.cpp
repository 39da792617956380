#include "tests/faults/testenvironment.h"

#include "tests/support/testprogram.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <sys/mount.h>

using namespace Qt::StringLiterals;

namespace {

constexpr auto mark = "FLAGFETCH_TEST_REPEATED";

/// Runs a command. Returns its output if it failed, otherwise an empty string.
QString failureOutput(const QStringList &command, const QHash<QString, QString> &variables)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1StringView(mark), u"1"_s);
    for (const auto &[name, value] : variables.asKeyValueRange())
        environment.insert(name, value);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(command.first(), command.sliced(1));
    if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0)
        return {};
    return process.errorString() + u'\n' + QString::fromLocal8Bit(process.readAll());
}

} // namespace

ProcessEnvironment withoutNetwork()
{
    return {
        .wrapper = {u"unshare"_s, u"--map-root-user"_s, u"--net"_s}, .probe = {u"true"_s}, .variables = {}};
}

ProcessEnvironment withOwnMounts()
{
    return {.wrapper = {u"unshare"_s, u"--map-root-user"_s, u"--mount"_s},
        .probe = {u"mount"_s, u"-t"_s, u"tmpfs"_s, u"tmpfs"_s, u"/tmp"_s},
        .variables = {}};
}

ProcessEnvironment withFailingCalls(const QList<FailingCall> &calls)
{
    ProcessEnvironment target;
    target.probe = {u"true"_s};
    // AddressSanitizer requires to be the first library unless this option is set.
    target.variables = {{u"LD_PRELOAD"_s, QStringLiteral(FLAGFETCH_FAILING_CALLS)},
        {u"ASAN_OPTIONS"_s, QString(qEnvironmentVariable("ASAN_OPTIONS") + u":verify_asan_link_order=0"_s)}};
    for (const FailingCall &call : calls)
        target.variables.insert(
            u"FLAGFETCH_FAIL_"_s + call.name, u"%1 %2 %3"_s.arg(call.error).arg(call.first).arg(call.last));
    return target;
}

bool isRerun()
{
    return qEnvironmentVariableIsSet(mark);
}

QString rerunIn(const ProcessEnvironment &target)
{
    QString test = QString::fromLatin1(QTest::currentTestFunction());
    if (QTest::currentDataTag())
        test += u':' + QString::fromLatin1(QTest::currentDataTag());
    const QString name = QString::fromLatin1(testName());
    return failureOutput(
        target.wrapper + QStringList{QCoreApplication::applicationFilePath(), name, test}, target.variables);
}

QString unavailableReason(const ProcessEnvironment &target)
{
    return failureOutput(target.wrapper + target.probe, target.variables);
}

SmallDisk::SmallDisk(const QByteArray &size)
    : m_isMounted(mount(0, size))
{
}

SmallDisk::~SmallDisk()
{
    if (m_isMounted)
        ::umount2(QFile::encodeName(path()).constData(), MNT_DETACH);
}

bool SmallDisk::resize(const QByteArray &size) const
{
    return mount(MS_REMOUNT, size);
}

bool SmallDisk::mount(unsigned long flags, const QByteArray &size) const
{
    const QByteArray folder = QFile::encodeName(path());
    return ::mount("tmpfs", folder.constData(), "tmpfs", flags, size.constData()) == 0;
}
