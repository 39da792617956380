#pragma once

#include "app/sources/source.h"

#include <QCoreApplication>
#include <QJsonValue>
#include <QList>
#include <QStringList>

#include <tl/expected.hpp>

class QJsonObject;

/// Why sources cannot be used, in one sentence for people.
struct SourceProblem
{
    QString text;
};

/// The content of a sources file: usable entries, and unusable entries that are kept unchanged. A value
/// class; it does not access the disk.
class SourcesFile final
{
    Q_DECLARE_TR_FUNCTIONS(SourcesFile)

public:
    /// A file without entries.
    SourcesFile() = default;

    /// Reads a JSON array of entries as sourceentry.h describes them. Fails only if the text is no JSON
    /// array. `fileName` appears in the problems.
    [[nodiscard]] static tl::expected<SourcesFile, SourceProblem> fromJson(
        const QByteArray &json, const QString &fileName);

    /// The sources of the usable entries, in file order.
    [[nodiscard]] QList<Source> sources() const;
    /// One line for each unusable entry, with the name of the file and the number of the entry.
    [[nodiscard]] QStringList problems() const;

    /// Returns the entry of the usable source with that id, in any case; empty if there is none.
    [[nodiscard]] QJsonObject entryOf(const QString &id) const;
    /// Replaces the usable source with the id `replacedId`, or appends the entry.
    void put(const QJsonObject &entry, const QString &replacedId);
    void remove(const QString &id);

    [[nodiscard]] QByteArray toJson() const;

private:
    struct Entry
    {
        QJsonValue json;
        tl::expected<Source, QString> read; // the source, or why it cannot be used
    };

    [[nodiscard]] qsizetype rowOf(const QString &id) const;
    [[nodiscard]] tl::expected<Source, QString> read(const QJsonValue &json) const;

    QList<Entry> m_entries;
    QString m_fileName;
};
