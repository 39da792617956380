#include "tests/faults/certificates.h"

#include <QFile>
#include <QProcess>
#include <QSslKey>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

bool runOpenssl(const QStringList &arguments, const QTemporaryDir &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(u"openssl"_s, arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

/// Arguments for `openssl req` that create a key and a certificate request, or what `further` asks for.
QStringList requestOf(const QString &name, const QString &address, const QStringList &further)
{
    return QStringList{u"req"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
               u"-nodes"_s, u"-subj"_s, u"/CN=Flagland's "_s + name, u"-addext"_s,
               u"subjectAltName="_s + address, u"-keyout"_s, name + u".key"_s, u"-out"_s, name + u".pem"_s}
    + further;
}

bool makeAuthority(const QString &address, const QTemporaryDir &folder)
{
    return runOpenssl(requestOf(u"authority"_s, address, {u"-x509"_s, u"-days"_s, u"2"_s}), folder);
}

QSslCertificate certificateIn(const QTemporaryDir &folder, const QString &name)
{
    return QSslCertificate::fromPath(folder.filePath(name + u".pem"_s)).value(0);
}

std::optional<TestCertificate> madeIn(const QTemporaryDir &folder, const QString &name)
{
    QFile keyFile(folder.filePath(name + u".key"_s));
    TestCertificate made{.authority = certificateIn(folder, u"authority"_s), .server = {}};
    made.server.setLocalCertificate(certificateIn(folder, name));
    if (keyFile.open(QIODevice::ReadOnly))
        made.server.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
    const bool isUsable = !made.server.localCertificate().isNull() && !made.server.privateKey().isNull();
    return isUsable ? std::optional(made) : std::nullopt;
}

} // namespace

std::optional<TestCertificate> makeCertificate(const QString &address, int days)
{
    const QTemporaryDir folder;
    const QStringList sign{u"x509"_s, u"-req"_s, u"-in"_s, u"server.pem"_s, u"-CA"_s, u"authority.pem"_s,
        u"-CAkey"_s, u"authority.key"_s, u"-copy_extensions"_s, u"copy"_s, u"-days"_s, QString::number(days),
        u"-out"_s, u"server.pem"_s};
    if (!makeAuthority(u"DNS:authority.invalid"_s, folder)
        || !runOpenssl(requestOf(u"server"_s, address, {u"-new"_s}), folder) || !runOpenssl(sign, folder))
        return std::nullopt;
    return madeIn(folder, u"server"_s);
}

std::optional<TestCertificate> makeSelfSignedCertificate(const QString &address)
{
    const QTemporaryDir folder;
    return makeAuthority(address, folder) ? madeIn(folder, u"authority"_s) : std::nullopt;
}
