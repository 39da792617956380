#include "tests/faults/repeatedtest.h"

#include "tests/support/testprogram.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr auto mark = "FLAGFETCH_TEST_REPEATED";

/// What the program said if it did not end well; empty if it did.
QString complaintOf(const QStringList &command, const QHash<QString, QString> &variables)
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

Surroundings withoutNetwork()
{
    return {
        .wrapper = {u"unshare"_s, u"--map-root-user"_s, u"--net"_s}, .probe = {u"true"_s}, .environment = {}};
}

Surroundings withOwnMounts()
{
    return {.wrapper = {u"unshare"_s, u"--map-root-user"_s, u"--mount"_s},
        .probe = {u"mount"_s, u"-t"_s, u"tmpfs"_s, u"tmpfs"_s, u"/tmp"_s},
        .environment = {}};
}

Surroundings withFailingCalls(const QList<FailingCall> &calls)
{
    Surroundings surroundings;
    surroundings.probe = {u"true"_s};
    // AddressSanitizer would rather be the first library itself.
    surroundings.environment = {{u"LD_PRELOAD"_s, QStringLiteral(FLAGFETCH_FAILING_CALLS)},
        {u"ASAN_OPTIONS"_s, QString(qEnvironmentVariable("ASAN_OPTIONS") + u":verify_asan_link_order=0"_s)}};
    for (const FailingCall &call : calls)
        surroundings.environment.insert(
            u"FLAGFETCH_FAIL_"_s + call.name, u"%1 %2 %3"_s.arg(call.error).arg(call.first).arg(call.last));
    return surroundings;
}

bool isRepeated()
{
    return qEnvironmentVariableIsSet(mark);
}

QString repeatedIn(const Surroundings &surroundings)
{
    QString test = QString::fromLatin1(QTest::currentTestFunction());
    if (QTest::currentDataTag())
        test += u':' + QString::fromLatin1(QTest::currentDataTag());
    const QString name = QString::fromLatin1(testName());
    return complaintOf(
        surroundings.wrapper + QStringList{QCoreApplication::applicationFilePath(), name, test},
        surroundings.environment);
}

QString obstacleTo(const Surroundings &surroundings)
{
    return complaintOf(surroundings.wrapper + surroundings.probe, surroundings.environment);
}
