#include "app/sources/entrykeys.h"

#include "app/language/joining.h"
#include "app/sources/untrustedtext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace {

struct EntryKeysText
{
    Q_DECLARE_TR_FUNCTIONS(EntryKeysText)
};

} // namespace

void EntryKeys::refuse(const QString &problem)
{
    if (m_problem.isEmpty())
        m_problem = problem;
}

void EntryKeys::refuseUnknown(const QStringList &known)
{
    for (const QString &key : m_entry.keys()) {
        if (!known.contains(key))
            return refuse(EntryKeysText::tr("the key \"%1\" is not known; allowed are %2")
                              .arg(shownAddress(key), joinedItems(known)));
    }
}

bool EntryKeys::has(QLatin1StringView key) const
{
    return m_entry.contains(key);
}

QString EntryKeys::text(QLatin1StringView key)
{
    const QJsonValue value = m_entry.value(key);
    if (!value.isUndefined() && !value.isString())
        refuse(EntryKeysText::tr("\"%1\" must be a text in quotes").arg(key));
    return value.toString();
}

QStringList EntryKeys::texts(QLatin1StringView key)
{
    const QJsonValue value = m_entry.value(key);
    const QJsonArray array = value.toArray();
    const bool areTexts = std::ranges::all_of(array, [](const QJsonValue &text) { return text.isString(); });
    if (!value.isUndefined() && (!value.isArray() || !areTexts))
        refuse(EntryKeysText::tr("\"%1\" must be a list of texts, [\"...\", ...]").arg(key));
    QStringList texts;
    for (const QJsonValue &text : array)
        texts.append(text.toString());
    return texts;
}

int EntryKeys::wholeNumber(QLatin1StringView key, int smallest, int largest, int otherwise)
{
    const QJsonValue value = m_entry.value(key);
    if (value.isUndefined())
        return otherwise;
    const int number = value.toInt(smallest - 1);
    if (number < smallest || number > largest)
        refuse(EntryKeysText::tr("\"%1\" must be a whole number from %2 to %3")
                   .arg(key)
                   .arg(smallest)
                   .arg(largest));
    return number;
}

QList<int> EntryKeys::wholeNumbers(QLatin1StringView key, int smallest, int largest)
{
    const QJsonValue value = m_entry.value(key);
    QList<int> numbers;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &entry : array)
        numbers.append(entry.toInt(smallest - 1));
    const bool areInRange
        = std::ranges::all_of(numbers, [&](int number) { return number >= smallest && number <= largest; });
    if (!value.isUndefined() && (numbers.isEmpty() || !areInRange))
        refuse(EntryKeysText::tr("\"%1\" must be a list of whole numbers from %2 to %3")
                   .arg(key)
                   .arg(smallest)
                   .arg(largest));
    return numbers;
}
