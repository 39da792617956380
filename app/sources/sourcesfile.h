#pragma once

#include "app/sources/source.h"

#include <QCoreApplication>
#include <QJsonValue>
#include <QList>
#include <QStringList>

#include <variant>

class QJsonObject;

/// Why sources cannot be used, in one sentence for people.
struct SourceProblem
{
    QString text;
};

/// What a sources file holds: entries that can be used, and others that cannot but are kept as they are. A
/// value; it touches no disk.
class SourcesFile final
{
    Q_DECLARE_TR_FUNCTIONS(SourcesFile)

public:
    /// A file without entries.
    SourcesFile() = default;

    /// From a JSON array whose entries sourceentry.h describes. `fileName` is for the problems. Only what is
    /// no JSON array at all is refused as a whole.
    [[nodiscard]] static std::variant<SourcesFile, SourceProblem> fromJson(
        const QByteArray &json, const QString &fileName);

    /// Of the usable entries, in their order.
    [[nodiscard]] QList<Source> sources() const;
    /// One line for each of the others, with the file's name and the number of the entry.
    [[nodiscard]] QStringList problems() const;

    /// The entry of the usable source with that id, in any case; empty if there is none.
    [[nodiscard]] QJsonObject entryOf(const QString &id) const;
    /// In place of the usable source with the id `replacedId`, or behind all.
    void put(const QJsonObject &entry, const QString &replacedId);
    void remove(const QString &id);

    [[nodiscard]] QByteArray toJson() const;

private:
    struct Entry
    {
        QJsonValue json;
        std::variant<Source, QString> read; // or its problem
    };

    [[nodiscard]] qsizetype rowOf(const QString &id) const;
    [[nodiscard]] std::variant<Source, QString> read(const QJsonValue &json) const;

    QList<Entry> m_entries;
    QString m_fileName;
};
