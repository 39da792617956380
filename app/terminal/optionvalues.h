#pragma once

#include "app/failures/result.h"
#include "app/storage/saveoptions.h"
#include "app/terminal/commandline.h"

#include <QCoreApplication>
#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <utility>

class QCommandLineParser;

/// Why the value of an option is refused: what is wrong or what is allowed. Follows the value in the message.
struct BadValue
{
    QString reason;
};

template <typename T>
using ValueOrBad = tl::expected<T, BadValue>;

struct DelayRange
{
    std::chrono::milliseconds shortest{0};
    std::chrono::milliseconds longest{0};
};

// Each converts the text of one kind of option into its value.

[[nodiscard]] ValueOrBad<int> readWholeNumber(const QString &text, int minimum, int maximum);
[[nodiscard]] ValueOrBad<quint32> readSeed(const QString &text);
/// "2.5": more than 0 seconds, at most a day.
[[nodiscard]] ValueOrBad<std::chrono::milliseconds> readSeconds(const QString &text);
/// "0.5-5" or "2", in seconds.
[[nodiscard]] ValueOrBad<DelayRange> readDelayRange(const QString &text);
/// "0.25" or "25%".
[[nodiscard]] ValueOrBad<double> readShare(const QString &text);
[[nodiscard]] ValueOrBad<QString> readPictureFormat(const QString &text);
[[nodiscard]] ValueOrBad<ConflictPolicy> readConflictPolicy(const QString &text);
[[nodiscard]] ValueOrBad<NameTemplate> readNameTemplate(const QString &text);
/// `http://` or `socks5://` with a host and a port; it may contain a user name and a password.
[[nodiscard]] ValueOrBad<QNetworkProxy> readProxy(const QString &text);

// These check the file system now. Later changes are reported when the program uses the path.

[[nodiscard]] ValueOrBad<QList<QSslCertificate>> readCertificates(const QString &fileName);
/// An existing, readable folder.
[[nodiscard]] ValueOrBad<QString> readFolder(const QString &path);
/// An existing, writable folder, or one that can be created.
[[nodiscard]] ValueOrBad<QString> readOutputFolder(const QString &path);

/// The options as given on the command line. The functions that read an option group use it and report errors
/// to it. Only the first error is kept; it refuses the whole command line.
class GivenOptions final
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)

public:
    /// `parser` must outlive this.
    explicit GivenOptions(const QCommandLineParser &parser);

    [[nodiscard]] bool isSet(const QString &option) const;
    [[nodiscard]] QString value(const QString &option) const;
    [[nodiscard]] QStringList values(const QString &option) const;
    /// The arguments that are not options.
    [[nodiscard]] QStringList words() const;

    /// If the option was given, converts its value with `read` and passes the result to `use`.
    template <typename Read, typename Use>
    void take(const QString &option, Read read, Use use);

    void fail(const QString &text);
    [[nodiscard]] const std::optional<UsageError> &error() const { return m_error; }

    /// The word as a message can quote it: without the password, if it is an address with one.
    [[nodiscard]] static QString shown(const QString &word);

private:
    const QCommandLineParser &m_parser;
    std::optional<UsageError> m_error;
};

template <typename Read, typename Use>
void GivenOptions::take(const QString &option, Read read, Use use)
{
    if (!isSet(option))
        return;
    auto result = read(value(option));
    if (result)
        use(*std::move(result));
    else
        fail(tr("--%1 %2: %3").arg(option, shown(value(option)), result.error().reason));
}
