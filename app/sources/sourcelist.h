#pragma once

#include "app/sources/sourcesfile.h"

#include <QCoreApplication>
#include <QList>

#include <tl/expected.hpp>

/// The sources that the program knows, in the order in which the user interface lists them. A value class.
class SourceList final
{
    Q_DECLARE_TR_FUNCTIONS(SourceList)

public:
    /// Reads a JSON array of entries as sourceentry.h describes them, such as resources/sources.json. One
    /// invalid entry makes the whole list a problem.
    [[nodiscard]] static tl::expected<SourceList, SourceProblem> fromJson(
        const QByteArray &json, const QString &fileName);

    /// The list in the program's resources, which is read once.
    [[nodiscard]] static SourceList shipped();
    [[nodiscard]] static SourcesFile shippedFile();

    /// Ids of the shipped sources that are known to have the flag of a region or organisation, in list order.
    [[nodiscard]] static QStringList shippedIdsWith(const QString &code);

    /// Returns the first three of these ids and the number of the others, for people. Empty if there is none.
    [[nodiscard]] static QString shippedIdsText(const QString &code);

    /// Returns this list followed by the user's own sources. An own source replaces the source with its id.
    [[nodiscard]] SourceList joinedWith(const QList<Source> &own) const;

    [[nodiscard]] const QList<Source> &sources() const { return m_sources; }

    /// Returns the source for a value of `--server`: a source's id or one of the exercise's names (LOCAL,
    /// DELAY, ERROR, REMOTE) in any case, a base URL, or a URL template.
    [[nodiscard]] tl::expected<Source, SourceProblem> resolve(const QString &server) const;

private:
    QList<Source> m_sources;
};
