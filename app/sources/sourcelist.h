#pragma once

#include "app/sources/sourcesfile.h"

#include <QCoreApplication>
#include <QList>

#include <variant>

/// The sources that the program knows, in the order in which they are offered.
class SourceList final
{
    Q_DECLARE_TR_FUNCTIONS(SourceList)

public:
    /// From a JSON array whose entries sourceentry.h describes; resources/sources.json is one. One bad entry
    /// makes the whole list a problem.
    [[nodiscard]] static std::variant<SourceList, SourceProblem> fromJson(
        const QByteArray &json, const QString &fileName);

    /// The list in the program's resources.
    [[nodiscard]] static SourceList shipped();
    [[nodiscard]] static SourcesFile shippedFile();

    /// Ids of the shipped sources that are known to have the flag of a part or an organisation, in their
    /// order.
    [[nodiscard]] static QStringList shippedIdsWith(const QString &code);

    /// The first three of them, and how many more there are, for people; empty if there is none.
    [[nodiscard]] static QString shippedIdsText(const QString &code);

    /// These, then the person's own; one of those takes the place of the source that has the same id.
    [[nodiscard]] SourceList joinedWith(const QList<Source> &own) const;

    [[nodiscard]] const QList<Source> &sources() const { return m_sources; }

    /// What `--server` may be given: a source's id or one of the exercise's names (LOCAL, DELAY, ERROR,
    /// REMOTE) in any case, a base URL, or a URL template.
    [[nodiscard]] std::variant<Source, SourceProblem> resolve(const QString &server) const;

private:
    QList<Source> m_sources;
};
