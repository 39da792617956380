#pragma once

#include "app/storage/saveoptions.h"

#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QString>

#include <chrono>
#include <variant>

/// Why a value of an option cannot be used: what is wrong or what is allowed, to stand behind the value.
struct BadValue
{
    QString reason;
};

template <typename T>
using ValueOrBad = std::variant<T, BadValue>;

struct DelayRange
{
    std::chrono::milliseconds shortest{0};
    std::chrono::milliseconds longest{0};
};

// Each turns the text given to one kind of option into its value.

[[nodiscard]] ValueOrBad<int> readWholeNumber(const QString &text, int minimum, int maximum);
[[nodiscard]] ValueOrBad<quint32> readSeed(const QString &text);
/// "2.5": more than zero seconds, at most a day.
[[nodiscard]] ValueOrBad<std::chrono::milliseconds> readSeconds(const QString &text);
/// "0.5-5" or "2", in seconds.
[[nodiscard]] ValueOrBad<DelayRange> readDelayRange(const QString &text);
/// "0.25" or "25%".
[[nodiscard]] ValueOrBad<double> readShare(const QString &text);
[[nodiscard]] ValueOrBad<QString> readPictureFormat(const QString &text);
[[nodiscard]] ValueOrBad<ConflictPolicy> readConflictPolicy(const QString &text);
[[nodiscard]] ValueOrBad<NameTemplate> readNameTemplate(const QString &text);
/// `http://` or `socks5://` with a host and a port; user name and password may be in it.
[[nodiscard]] ValueOrBad<QNetworkProxy> readProxy(const QString &text);

// These look at the file system as it is now; what changes later shows while running.

[[nodiscard]] ValueOrBad<QList<QSslCertificate>> readCertificates(const QString &fileName);
/// A folder that is there and can be read.
[[nodiscard]] ValueOrBad<QString> readFolder(const QString &path);
/// A folder that is there and can be written, or that can be made.
[[nodiscard]] ValueOrBad<QString> readOutputFolder(const QString &path);
