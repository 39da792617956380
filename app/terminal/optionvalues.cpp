#include "app/terminal/optionvalues.h"

#include "app/language/joining.h"
#include "app/sources/pictureentries.h"
#include "app/sources/untrustedtext.h"
#include "app/storage/filereading.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

struct OptionValues
{
    Q_DECLARE_TR_FUNCTIONS(OptionValues)
};

/// Accepts plain decimal notation only; toDouble() alone also accepts "nan", "inf" and "1e9".
std::optional<double> plainDecimal(const QString &text)
{
    static const QRegularExpression decimal(u"^(\\d{1,9}(\\.\\d{0,9})?|\\.\\d{1,9})$"_s);
    return decimal.match(text).hasMatch() ? std::optional(text.toDouble()) : std::nullopt;
}

std::chrono::milliseconds fromSeconds(double seconds)
{
    return std::chrono::milliseconds(std::llround(seconds * 1000));
}

} // namespace

ValueOrBad<int> readWholeNumber(const QString &text, int minimum, int maximum)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    if (ok && number >= minimum && number <= maximum)
        return number;
    if (maximum == std::numeric_limits<int>::max())
        return unexpected(BadValue{OptionValues::tr("allowed is a whole number, %1 or more").arg(minimum)});
    return unexpected(
        BadValue{OptionValues::tr("allowed is a whole number from %1 to %2").arg(minimum).arg(maximum)});
}

ValueOrBad<quint32> readSeed(const QString &text)
{
    bool ok = false;
    const quint32 seed = text.toUInt(&ok);
    if (ok)
        return seed;
    return unexpected(BadValue{
        OptionValues::tr("allowed is a whole number from 0 to %1").arg(std::numeric_limits<quint32>::max())});
}

ValueOrBad<std::chrono::milliseconds> readSeconds(const QString &text)
{
    constexpr double day = 24 * 60 * 60;
    const std::optional<double> seconds = plainDecimal(text);
    if (seconds && *seconds <= day && fromSeconds(*seconds).count() > 0)
        return fromSeconds(*seconds);
    return unexpected(
        BadValue{OptionValues::tr("allowed is a number of seconds above 0, such as 2.5, up to 86400")});
}

ValueOrBad<DelayRange> readDelayRange(const QString &text)
{
    constexpr double hour = 60 * 60;
    const QStringList ends = text.split(u'-');
    const std::optional<double> shortest = plainDecimal(ends.first());
    const std::optional<double> longest = plainDecimal(ends.last());
    if (ends.size() <= 2 && shortest && longest && *shortest <= *longest && *longest <= hour)
        return DelayRange{fromSeconds(*shortest), fromSeconds(*longest)};
    return unexpected(BadValue{
        OptionValues::tr("allowed are seconds from shortest to longest, such as 0.5-5, up to 3600")});
}

ValueOrBad<double> readShare(const QString &text)
{
    const bool percent = text.endsWith(u'%');
    const std::optional<double> number = plainDecimal(percent ? text.chopped(1) : text);
    const double whole = percent ? 100 : 1;
    if (number && *number <= whole)
        return *number / whole;
    return unexpected(BadValue{
        OptionValues::tr("allowed is a share from 0 to 1 such as 0.25, or a percentage such as 25%")});
}

ValueOrBad<QString> readPictureFormat(const QString &text)
{
    const QString format = text.toLower();
    if (!knownFormats().contains(format))
        return unexpected(BadValue{OptionValues::tr("allowed are %1").arg(joinedItems(knownFormats()))});
    return format;
}

ValueOrBad<ConflictPolicy> readConflictPolicy(const QString &text)
{
    if (const auto policy = conflictPolicyFromWord(text))
        return *policy;
    return unexpected(BadValue{OptionValues::tr("allowed are overwrite, skip and rename")});
}

ValueOrBad<NameTemplate> readNameTemplate(const QString &text)
{
    auto parsed = NameTemplate::parse(text);
    if (!parsed)
        return unexpected(BadValue{parsed.error()});
    return *std::move(parsed);
}

ValueOrBad<QNetworkProxy> readProxy(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool socks = url.scheme() == "socks5"_L1;
    const bool nothingElse
        = (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasQuery() && !url.hasFragment();
    if (!url.isValid() || !(socks || url.scheme() == "http"_L1) || url.host().isEmpty() || url.port() < 1
        || !nothingElse)
        return unexpected(
            BadValue{OptionValues::tr("allowed are http://host:port, socks5://host:port, none and system")});
    return QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
        static_cast<quint16>(url.port()), url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
}

ValueOrBad<QList<QSslCertificate>> readCertificates(const QString &fileName)
{
    constexpr qint64 maximalBytes = 16 << 20; // all certificates of a system take about 256 KiB
    const auto bytes = readGivenFile(fileName, maximalBytes);
    if (!bytes)
        return unexpected(
            BadValue{bytes.error().isTooLarge ? OptionValues::tr("the file is too large for certificates")
                                              : bytes.error().text});
    // Qt's TLS needs an application object, but the options decide which kind of application is created.
    std::optional<QCoreApplication> temporary;
    if (!QCoreApplication::instance()) {
        static int noArguments = 0;
        temporary.emplace(noArguments, nullptr);
    }
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(*bytes, QSsl::Pem);
    if (certificates.isEmpty())
        return unexpected(
            BadValue{OptionValues::tr("there is no certificate in this file; allowed is the PEM format")});
    return certificates;
}

ValueOrBad<QString> readFolder(const QString &path)
{
    const QFileInfo folder(path);
    if (!folder.isDir())
        return unexpected(BadValue{folder.exists() ? OptionValues::tr("this is not a folder")
                                                   : OptionValues::tr("there is no such folder")});
    if (!folder.isReadable() || !folder.isExecutable())
        return unexpected(
            BadValue{OptionValues::tr("this folder cannot be read; its permissions do not allow it")});
    return path;
}

ValueOrBad<QString> readOutputFolder(const QString &path)
{
    if (path.isEmpty())
        return unexpected(BadValue{OptionValues::tr("the name of a folder is needed")});
    QFileInfo nearest(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    while (!nearest.exists() && !nearest.isRoot())
        nearest.setFile(nearest.absolutePath());
    if (!nearest.isDir())
        return unexpected(
            BadValue{OptionValues::tr("%1 is a file; a folder is needed").arg(nearest.filePath())});
    if (!nearest.isWritable() || !nearest.isExecutable())
        return unexpected(BadValue{
            OptionValues::tr("%1 cannot be written; choose another folder").arg(nearest.filePath())});
    return path;
}

GivenOptions::GivenOptions(const QCommandLineParser &parser)
    : m_parser(parser)
{
}

bool GivenOptions::isSet(const QString &option) const
{
    return m_parser.isSet(option);
}

QString GivenOptions::value(const QString &option) const
{
    return m_parser.value(option);
}

QStringList GivenOptions::values(const QString &option) const
{
    return m_parser.values(option);
}

QStringList GivenOptions::words() const
{
    return m_parser.positionalArguments();
}

void GivenOptions::fail(const QString &text)
{
    if (!m_error)
        m_error = UsageError{text};
}

QString GivenOptions::shown(const QString &word)
{
    return word.isEmpty() ? u"''"_s : shownAddress(word);
}
