#include "tests/faults/withoutnetwork.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr auto mark = "FLAGFETCH_TEST_WITHOUT_NETWORK";

/// What the program said if it did not end well; empty if it did.
QString complaintOf(const QStringList &command)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1StringView(mark), u"1"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"unshare"_s, QStringList{u"--map-root-user"_s, u"--net"_s} + command);
    if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0)
        return {};
    return process.errorString() + u'\n' + QString::fromLocal8Bit(process.readAll());
}

} // namespace

bool isWithoutNetwork()
{
    return qEnvironmentVariableIsSet(mark);
}

QString repeatedWithoutNetwork()
{
    QString test = QString::fromLatin1(QTest::currentTestFunction());
    if (QTest::currentDataTag())
        test += u':' + QString::fromLatin1(QTest::currentDataTag());
    return complaintOf({QCoreApplication::applicationFilePath(), test});
}

QString obstacleToBeingWithoutNetwork()
{
    return complaintOf({u"true"_s});
}
