#pragma once

#include "app/downloads/downloadrequest.h"
#include "app/storage/setfiles.h"
#include "tests/support/samplepictures.h"
#include "tests/support/scriptedserver.h"

#include <QDir>

#include <algorithm>

/// An artificial world with a country for every pair of letters: the responses of its server, and the files
/// that a download must create.
namespace flagland {

using namespace Qt::StringLiterals;

inline QString codeOf(int number)
{
    return QString(QChar(char16_t(u'A' + number / 26))) + QChar(char16_t(u'A' + number % 26));
}

inline Country countryOf(const QString &code)
{
    return {.code = code, .iso3 = code + u'X', .name = u"Catalogue "_s + code, .displayName = code};
}

inline QList<Country> countries(int count)
{
    QList<Country> countries;
    for (int number = 0; number < count; ++number)
        countries += countryOf(codeOf(number));
    return countries;
}

inline QByteArray pictureOf(const QString &code)
{
    return gifPicture({12, 9}, code.at(0).unicode() * 256 + code.at(1).unicode());
}

inline QString fileNameOf(const QString &code)
{
    return code + u"-Land_"_s + code + u".gif"_s;
}

/// The country code in the path of a request.
inline QString codeIn(const ScriptedRequest &request)
{
    return QString::fromLatin1(request.path.mid(1, 2)).toUpper();
}

inline bool isForPicture(const ScriptedRequest &request)
{
    return request.path.endsWith(".gif");
}

inline Script answer(const ScriptedRequest &request)
{
    const QString code = codeIn(request);
    return ok(isForPicture(request) ? pictureOf(code) : metadataNaming(u"Land "_s + code));
}

inline Source sourceAt(const ScriptedServer &server)
{
    Source source;
    source.id = u"flagland"_s;
    source.imageTemplate = server.address(u"/{cc}/{cc}.gif"_s);
    source.metadataTemplate = server.address(u"/{cc}/metadata.json"_s);
    source.limit = 30;
    return source;
}

inline DownloadRequest request(
    const ScriptedServer &server, const QList<Country> &countries, const QString &folder)
{
    using namespace std::chrono_literals;
    DownloadRequest request{.countries = countries,
        .sources = {sourceAt(server)},
        .save = {.folder = folder},
        .transfer = {},
        .thumbnailSize = {}};
    request.transfer.deadline = 20s;
    request.transfer.retry = {.tries = 3, .firstDelay = 5ms, .longestDelay = 10ms};
    return request;
}

/// Names of all entries of the folder, including hidden ones, without the files that describe the set.
/// Sorted.
inline QStringList namesIn(const QString &folder)
{
    constexpr auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    QStringList names = QDir(folder).entryList(everything);
    names.removeIf([](const QString &name) { return isReservedSetFile(name); });
    names.sort();
    return names;
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Whether the folder contains only complete flags under their correct names.
inline bool hasOnlyCompleteFlags(const QString &folder)
{
    const QStringList names = namesIn(folder);
    return std::ranges::all_of(names, [&folder](const QString &name) {
        const QString code = name.first(2);
        return name == fileNameOf(code) && bytesOf(folder + u'/' + name) == pictureOf(code);
    });
}

} // namespace flagland
