#include "app/sets/manifestjson.h"

#include "app/sets/flagreader.h"
#include "app/sources/sourceentry.h"
#include "app/storage/nametemplate.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct ManifestJson
{
    Q_DECLARE_TR_FUNCTIONS(ManifestJson)
};

constexpr auto manifestFormat = "flagfetch-set"_L1;
constexpr int manifestVersion = 1;

QJsonObject derivedToJson(const DerivedFile &derived)
{
    QJsonObject object{
        {u"file"_s, derived.file},
        {u"format"_s, derived.format},
        {u"width"_s, derived.width},
        {u"sha256"_s, QLatin1StringView(derived.sha256.toHex())},
        {u"bytes"_s, derived.bytes},
    };
    if (!derived.crop.isEmpty())
        object.insert("crop"_L1, derived.crop);
    if (!derived.madeOf.isEmpty())
        object.insert("made_of"_L1, QLatin1StringView(derived.madeOf.toHex()));
    return object;
}

/// Returns the problem of a flag, if it has one.
using CheckFlag = std::function<std::optional<ManifestProblem>(const QJsonObject &)>;

/// Returns what QJsonDocument::toJson() would, but makes one flag at a time: the objects of all flags need
/// five times the memory of the text.
tl::expected<QByteArray, ManifestProblem> textOf(const Manifest &manifest, const CheckFlag &check)
{
    QJsonObject rest = descriptionToJson(manifest);
    rest.insert("format"_L1, manifestFormat);
    rest.insert("version"_L1, manifestVersion);
    // Keys are sorted, and "flags" is the first.
    QByteArray text = "{\n    \"flags\": [";
    for (const SetFlag &flag : manifest.flags) {
        const QJsonObject object = flagToJson(flag);
        if (const auto problem = check(object))
            return tl::unexpected(*problem);
        const QByteArray lines = QJsonDocument(object).toJson(QJsonDocument::Indented).trimmed();
        text += text.endsWith('[') ? "\n        " : ",\n        ";
        text += QByteArray(lines).replace('\n', "\n        ");
    }
    text += "\n    ],\n";
    text += QJsonDocument(rest).toJson(QJsonDocument::Indented).sliced(2);
    return text;
}

/// Returns the first file that is in `taken`. If there is none, returns an empty text and inserts all files.
QString firstTaken(const QStringList &files, QSet<QString> &taken)
{
    for (const QString &file : files) {
        if (taken.contains(file))
            return file;
        taken.insert(file);
    }
    return {};
}

} // namespace

QJsonObject flagToJson(const SetFlag &flag)
{
    QJsonObject object{
        {u"code"_s, flag.code},
        {u"country"_s, flag.country},
        {u"file"_s, flag.file},
        {u"sha256"_s, QLatin1StringView(flag.sha256.toHex())},
        {u"bytes"_s, flag.bytes},
    };
    const auto add = [&object](QLatin1StringView key, const QString &text) {
        if (!text.isEmpty())
            object.insert(key, text);
    };
    add("source"_L1, flag.source);
    add("url"_L1, flag.url);
    add("etag"_L1, QString::fromLatin1(flag.etag));
    add("last_modified"_L1, QString::fromLatin1(flag.lastModified));
    add("licence"_L1, flag.licence);
    add("time"_L1, flag.time.isValid() ? flag.time.toUTC().toString(Qt::ISODate) : QString());
    if (!flag.pixels.isEmpty()) {
        object.insert("width"_L1, flag.pixels.width());
        object.insert("height"_L1, flag.pixels.height());
    }
    if (!flag.isKept)
        object.insert("kept"_L1, false);
    QJsonArray derived;
    for (const DerivedFile &file : flag.derived)
        derived.append(derivedToJson(file));
    if (!derived.isEmpty())
        object.insert("derived"_L1, derived);
    return object;
}

qint64 sizeInManifest(const QByteArray &line)
{
    // QJsonDocument begins a line at each of these characters, and indents derived pictures by five levels.
    constexpr qint64 longestLineStart = 1 + 5 * 4;
    const auto starts
        = std::ranges::count_if(line, [](char c) { return QByteArrayView(",{}[]").contains(c); });
    return line.size() + (starts + 1) * longestLineStart + line.count(':');
}

QJsonObject descriptionToJson(const Manifest &manifest)
{
    QJsonArray sources;
    for (const Source &source : manifest.sources)
        sources.append(entryOfSource(source));
    QJsonObject object{{u"name"_s, manifest.nameTemplate}, {u"sources"_s, sources}};
    if (!manifest.pictures.isEmpty())
        object.insert("pictures"_L1, manifest.pictures);
    return object;
}

QByteArray manifestToJson(const Manifest &manifest)
{
    return textOf(manifest, [](const QJsonObject &) { return std::nullopt; }).value_or(QByteArray());
}

tl::expected<QByteArray, ManifestProblem> readableManifestToJson(const Manifest &manifest)
{
    if (const auto readBack = descriptionFromJson(descriptionToJson(manifest)); !readBack)
        return tl::unexpected(readBack.error());
    return textOf(manifest, [](const QJsonObject &flag) {
        const auto readBack = flagFromJson(flag);
        return readBack ? std::nullopt : std::optional(readBack.error());
    });
}

std::optional<ManifestProblem> problemWithSourceCount(qsizetype sources)
{
    constexpr qsizetype most = 1000;
    if (sources <= most)
        return std::nullopt;
    return ManifestProblem{ManifestJson::tr("\"sources\": there can be no more than %1").arg(most)};
}

tl::expected<SetFlag, ManifestProblem> flagFromJson(const QJsonObject &object)
{
    return FlagReader(object).read();
}

tl::expected<Manifest, ManifestProblem> descriptionFromJson(const QJsonObject &object)
{
    Manifest manifest;
    manifest.nameTemplate = object.value("name"_L1).toString();
    if (const auto parsed = NameTemplate::parse(manifest.nameTemplate); !parsed)
        return tl::unexpected(ManifestProblem{u"\"name\": "_s + parsed.error()});
    manifest.pictures = object.value("pictures"_L1).toObject();
    QMap<QString, Source>
        sources; // by id; only the first source of an id counts, because flags refer to the id
    const QJsonArray entries = object.value("sources"_L1).toArray();
    if (const auto problem = problemWithSourceCount(entries.size()))
        return tl::unexpected(*problem);
    for (const QJsonValue &entry : entries) {
        const auto source = sourceFromEntry(entry.toObject());
        if (!source)
            return tl::unexpected(ManifestProblem{u"\"sources\": "_s + source.error()});
        const Source definition = source->definition();
        if (!sources.contains(definition.id))
            sources.insert(definition.id, definition);
    }
    manifest.sources = sources.values();
    return manifest;
}

tl::expected<ReadManifest, ManifestProblem> manifestFromJson(
    const QByteArray &json, const std::stop_token &stop)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return tl::unexpected(ManifestProblem{
            ManifestJson::tr("this is not JSON (%1 at byte %2)").arg(error.errorString()).arg(error.offset)});
    const double version = object.value("version"_L1).toDouble(); // toInt() has no large numbers
    if (object.value("format"_L1) != manifestFormat || version < 1)
        return tl::unexpected(
            ManifestProblem{ManifestJson::tr("this is not the manifest of a set of flags")});

    const bool isNewer = version > manifestVersion;
    auto description = descriptionFromJson(object);
    if (!description && !isNewer)
        return tl::unexpected(description.error());
    ReadManifest read{.manifest = {}, .isNewer = isNewer};
    if (description)
        read.manifest = *std::move(description);
    if (!object.value("flags"_L1).isArray() && !isNewer)
        return tl::unexpected(ManifestProblem{ManifestJson::tr("\"flags\" must be a list")});
    const QJsonArray flags = object.value("flags"_L1).toArray();
    QSet<QString> files; // names that identify flags
    QSet<QString> onDisk;
    files.reserve(flags.size());
    onDisk.reserve(flags.size());
    read.manifest.flags.reserve(flags.size());
    for (const QJsonValue &entry : flags) {
        if (stop.stop_requested())
            break;
        auto flag = flagFromJson(entry.toObject());
        if (!flag) {
            if (isNewer)
                continue;
            return tl::unexpected(flag.error());
        }
        const QStringList there = flag->filesOnDisk();
        QString twice = firstTaken({flag->file}, files);
        if (twice.isEmpty())
            twice = firstTaken(there, onDisk);
        if (!twice.isEmpty() && !isNewer)
            return tl::unexpected(
                ManifestProblem{ManifestJson::tr("the file \"%1\" occurs twice").arg(twice)});
        if (twice.isEmpty() && !there.isEmpty())
            read.manifest.flags.append(*std::move(flag));
    }
    std::ranges::sort(read.manifest.flags, &SetFlag::comesBefore);
    return read;
}
