#pragma once

#include "app/sets/openset.h"
#include "app/sources/sourceentry.h"
#include "app/storage/setfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>

/// A small set of flags for tests.
namespace someset {

using namespace Qt::StringLiterals;

inline QByteArray bytesOf(const QString &code)
{
    return "the flag of " + code.toLatin1();
}

inline Source source()
{
    Source source;
    source.id = u"office"_s;
    source.title = u"The office"_s;
    source.imageTemplate = u"https://flags.example/{cc}.svg"_s;
    source.licence = u"MIT"_s;
    source.licenceUrl = QUrl(u"https://flags.example/licence"_s);
    return sourceFromEntry(entryOfSource(source)).value(); // as after reading it
}

inline SetFlag flag(const QString &code, const QByteArray &bytes)
{
    return {.code = code,
        .country = u"Land "_s + code,
        .source = u"office"_s,
        .file = code + u"-Land.svg"_s,
        .url = u"https://flags.example/%1.svg"_s.arg(code.toLower()),
        .etag = "\"" + code.toLatin1() + "\"",
        .lastModified = "Wed, 21 Oct 2015 07:28:00 GMT",
        .sha256 = sha256(bytes),
        .bytes = bytes.size(),
        .pixels = {640, 480},
        .time = QDateTime({2026, 11, 25}, {8, 0}, QTimeZone::utc()),
        .licence = u"MIT"_s};
}

inline SetFlag flag(const QString &code)
{
    return flag(code, bytesOf(code));
}

inline Manifest manifest(const QStringList &codes)
{
    Manifest manifest{
        .nameTemplate = u"{CC}-{country}"_s, .sources = {source()}, .pictures = {}, .flags = {}};
    for (const QString &code : codes)
        manifest.put(flag(code));
    return manifest;
}

/// A manifest without flags whose sources, "office" and "office-2" and so on, differ in their addresses.
inline Manifest withSources(int count)
{
    Manifest manifest;
    manifest.nameTemplate = u"{CC}-{country}"_s;
    for (int i = 0; i < count; ++i) {
        Source next = source();
        next.imageTemplate = u"https://flags.example/%1/{cc}.svg"_s.arg(i);
        manifest.put(next);
    }
    return manifest;
}

/// Contains each member of the file format.
inline Manifest fullManifest()
{
    Manifest full = manifest({u"DE"_s, u"AT"_s});
    full.pictures = {{u"png"_s, QJsonArray{320}}};
    full.flags.last().isKept = false;
    full.flags.last().derived = {{.file = u"DE-Land-320.png"_s,
        .format = u"png"_s,
        .width = 320,
        .crop = u"square"_s,
        .sha256 = sha256("png"),
        .bytes = 3,
        .madeOf = sha256("an older flag")}};
    return full;
}

inline bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
        && file.write(bytes) == bytes.size();
}

inline QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A batch that has begun in the folder.
inline OpenSet::Opened openBatch(const QString &folder, const BatchSpec &spec)
{
    const auto set = OpenSet::open(folder);
    if (set) {
        if (const auto failure = (*set)->begin(spec))
            return unexpected(*failure);
    }
    return set;
}

} // namespace someset
