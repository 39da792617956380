#pragma once

#include <QString>
#include <QStringList>

#include <optional>

class QJsonObject;

/// Reads the keys of one JSON object of a sources file. Keeps the first problem, in one sentence for people;
/// what is read after it does not count.
class EntryKeys final
{
public:
    /// `entry` must outlive this.
    explicit EntryKeys(const QJsonObject &entry)
        : m_entry(entry)
    {
    }

    void refuse(const QString &problem);
    [[nodiscard]] const QString &problem() const { return m_problem; }

    void refuseUnknown(const QStringList &known);
    [[nodiscard]] bool has(QLatin1StringView key) const;
    /// Empty where there is no such key.
    [[nodiscard]] QString text(QLatin1StringView key);
    [[nodiscard]] QStringList texts(QLatin1StringView key);
    [[nodiscard]] int wholeNumber(QLatin1StringView key, int smallest, int largest, int otherwise);
    [[nodiscard]] QList<int> wholeNumbers(QLatin1StringView key, int smallest, int largest);

private:
    const QJsonObject &m_entry;
    QString m_problem;
};
