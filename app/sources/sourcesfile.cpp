#include "app/sources/sourcesfile.h"

#include "app/sources/sourceentry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

tl::expected<SourcesFile, SourceProblem> SourcesFile::fromJson(
    const QByteArray &json, const QString &fileName)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return tl::unexpected(
            SourceProblem{tr("%1: this is not JSON (%2 at byte %3); allowed is an array of sources")
                              .arg(fileName, error.errorString())
                              .arg(error.offset)});
    if (!document.isArray())
        return tl::unexpected(
            SourceProblem{tr("%1: the file must hold an array of sources, [{...}, ...]").arg(fileName)});

    SourcesFile file;
    file.m_fileName = fileName;
    const QJsonArray entries = document.array();
    for (const QJsonValue &entry : entries)
        file.m_entries.append({entry, file.read(entry)});
    return file;
}

QList<Source> SourcesFile::sources() const
{
    QList<Source> sources;
    for (const Entry &entry : m_entries) {
        if (entry.read)
            sources.append(*entry.read);
    }
    return sources;
}

QStringList SourcesFile::problems() const
{
    QStringList problems;
    for (qsizetype row = 0; row < m_entries.size(); ++row) {
        if (const auto &read = m_entries.at(row).read; !read)
            problems.append(tr("%1, entry %2: %3").arg(m_fileName, QString::number(row + 1), read.error()));
    }
    return problems;
}

QJsonObject SourcesFile::entryOf(const QString &id) const
{
    const qsizetype row = rowOf(id);
    return row < 0 ? QJsonObject() : m_entries.at(row).json.toObject();
}

void SourcesFile::put(const QJsonObject &entry, const QString &replacedId)
{
    const qsizetype row = rowOf(replacedId);
    // Otherwise read() would report the entry as a duplicate of itself.
    if (row >= 0)
        m_entries[row].read = tl::unexpected(QString());
    const Entry read{entry, this->read(entry)};
    if (row >= 0)
        m_entries[row] = read;
    else
        m_entries.append(read);
}

void SourcesFile::remove(const QString &id)
{
    if (const qsizetype row = rowOf(id); row >= 0)
        m_entries.removeAt(row);
}

QByteArray SourcesFile::toJson() const
{
    QJsonArray array;
    for (const Entry &entry : m_entries)
        array.append(entry.json);
    return QJsonDocument(array).toJson();
}

qsizetype SourcesFile::rowOf(const QString &id) const
{
    for (qsizetype row = 0; row < m_entries.size(); ++row) {
        const auto &source = m_entries.at(row).read;
        if (source && source->id.compare(id, Qt::CaseInsensitive) == 0)
            return row;
    }
    return -1;
}

tl::expected<Source, QString> SourcesFile::read(const QJsonValue &json) const
{
    if (!json.isObject())
        return tl::unexpected(tr("a source must be an object, {\"id\": ..., \"image\": ...}"));
    auto source = sourceFromEntry(json.toObject());
    if (source && rowOf(source->id) >= 0)
        return tl::unexpected(tr("the id \"%1\" occurs twice; each source needs its own").arg(source->id));
    return source;
}
