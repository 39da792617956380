#pragma once

#include <QString>
#include <QStringList>

#include <optional>

class QJsonObject;

/// Reads the keys of one JSON object of a sources file. Keeps the first problem, one sentence for people.
/// After a problem the values that it returns have no meaning.
class EntryKeys final
{
public:
    /// `entry` must outlive this object.
    explicit EntryKeys(const QJsonObject &entry)
        : m_entry(entry)
    {
    }

    void refuse(const QString &problem);
    [[nodiscard]] const QString &problem() const { return m_problem; }

    void refuseUnknown(const QStringList &known);
    [[nodiscard]] bool has(QLatin1StringView key) const;
    /// Empty if the key is missing.
    [[nodiscard]] QString text(QLatin1StringView key);
    [[nodiscard]] QStringList texts(QLatin1StringView key);
    /// Returns `otherwise` if the key is missing.
    [[nodiscard]] int wholeNumber(QLatin1StringView key, int smallest, int largest, int otherwise);
    [[nodiscard]] QList<int> wholeNumbers(QLatin1StringView key, int smallest, int largest);

private:
    const QJsonObject &m_entry;
    QString m_problem;
};
