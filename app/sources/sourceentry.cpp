#include "app/sources/sourceentry.h"

#include "app/sources/urltemplate.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

/// Takes an entry apart. Keeps the first problem; what is read after it does not count.
class EntryReader final
{
    Q_DECLARE_TR_FUNCTIONS(EntryReader)

public:
    explicit EntryReader(const QJsonObject &entry)
        : m_entry(entry)
    {
    }

    [[nodiscard]] std::variant<Source, QString> read();

private:
    void refuseUnknownKeys();
    void refuse(const QString &problem);
    [[nodiscard]] QString text(QLatin1StringView key);
    [[nodiscard]] QString id();
    [[nodiscard]] int wholeNumber(QLatin1StringView key, int smallest, int largest, int otherwise);
    [[nodiscard]] Embedded embedded();
    [[nodiscard]] QString urlTemplate(QLatin1StringView key, Embedded embedded);
    [[nodiscard]] std::optional<NamesFile> names();
    [[nodiscard]] QUrl webAddress(QLatin1StringView key);

    const QJsonObject &m_entry;
    QString m_problem;
};

constexpr std::array knownKeys{"id"_L1, "title"_L1, "image"_L1, "metadata"_L1, "metadataName"_L1, "names"_L1,
    "namesCode"_L1, "namesName"_L1, "licence"_L1, "licenceUrl"_L1, "limit"_L1, "pause"_L1, "embedded"_L1};

std::variant<Source, QString> EntryReader::read()
{
    Source source;
    refuseUnknownKeys();
    source.id = id();
    source.title = text("title"_L1);
    if (source.title.isEmpty())
        source.title = source.id;
    source.embedded = embedded();
    source.imageTemplate = urlTemplate("image"_L1, source.embedded);
    if (source.imageTemplate.isEmpty())
        refuse(tr("the key \"image\" is missing"));
    source.metadataTemplate = urlTemplate("metadata"_L1, source.embedded);
    if (const QString path = text("metadataName"_L1); !path.isEmpty())
        source.metadataName = path;
    source.names = names();
    if (source.names && !source.metadataTemplate.isEmpty())
        refuse(tr("\"metadata\" and \"names\" exclude each other"));
    source.licence = text("licence"_L1);
    source.licenceUrl = webAddress("licenceUrl"_L1);
    source.limit = wholeNumber("limit"_L1, 1, 1000, source.limit);
    source.pause = std::chrono::milliseconds(wholeNumber("pause"_L1, 0, 60'000, 0));
    if (!m_problem.isEmpty())
        return m_problem;
    return source;
}

void EntryReader::refuse(const QString &problem)
{
    if (m_problem.isEmpty())
        m_problem = problem;
}

void EntryReader::refuseUnknownKeys()
{
    for (const QString &key : m_entry.keys()) {
        if (std::find(knownKeys.cbegin(), knownKeys.cend(), key) != knownKeys.cend())
            continue;
        QStringList known;
        for (const QLatin1StringView allowed : knownKeys)
            known.append(allowed);
        return refuse(
            tr("the key \"%1\" is not known; allowed are %2").arg(shownAddress(key), known.join(", "_L1)));
    }
}

QString EntryReader::text(QLatin1StringView key)
{
    const QJsonValue value = m_entry.value(key);
    if (!value.isUndefined() && !value.isString())
        refuse(tr("\"%1\" must be a text in quotes").arg(key));
    return value.toString();
}

QString EntryReader::id()
{
    static const QRegularExpression allowed(u"\\A[A-Za-z0-9][A-Za-z0-9._-]*\\z"_s);

    const QString id = text("id"_L1);
    if (id.isEmpty())
        refuse(tr("the key \"id\" is missing"));
    else if (!allowed.match(id).hasMatch())
        refuse(
            tr("the id \"%1\" cannot be used; allowed are letters, digits and . _ -").arg(shownAddress(id)));
    return id;
}

int EntryReader::wholeNumber(QLatin1StringView key, int smallest, int largest, int otherwise)
{
    const QJsonValue value = m_entry.value(key);
    if (value.isUndefined())
        return otherwise;
    const int number = value.toInt(smallest - 1);
    if (number < smallest || number > largest)
        refuse(tr("\"%1\" must be a whole number from %2 to %3").arg(key).arg(smallest).arg(largest));
    return number;
}

Embedded EntryReader::embedded()
{
    if (!m_entry.contains("embedded"_L1))
        return Embedded::No;
    const QString word = text("embedded"_L1);
    if (word == "plain"_L1)
        return Embedded::Plain;
    if (word == "slow"_L1)
        return Embedded::Slow;
    if (word == "faulty"_L1)
        return Embedded::Faulty;
    refuse(tr("\"embedded\" must be \"plain\", \"slow\" or \"faulty\""));
    return Embedded::No;
}

QString EntryReader::urlTemplate(QLatin1StringView key, Embedded embedded)
{
    QString found = text(key);
    if (found.isEmpty())
        return found;
    const bool relative = embedded != Embedded::No;
    if (relative && (found.startsWith(u'/') || found.contains("://"_L1)))
        refuse(tr("\"%1\" of an embedded source must be relative, as {cc}/{cc}.svg is").arg(key));
    // Where the embedded server will run is not known yet; any base shows whether the rest is right.
    if (const auto problem = urlTemplateProblem(relative ? u"http://localhost/"_s + found : found))
        refuse(u"\"%1\": %2"_s.arg(key, *problem));
    return found;
}

std::optional<NamesFile> EntryReader::names()
{
    const NamesFile file{
        .url = webAddress("names"_L1), .codePath = text("namesCode"_L1), .namePath = text("namesName"_L1)};
    if (!file.url.isEmpty())
        return file;
    if (!file.codePath.isEmpty() || !file.namePath.isEmpty())
        refuse(tr("the key \"names\" is missing"));
    return std::nullopt;
}

QUrl EntryReader::webAddress(QLatin1StringView key)
{
    const QString address = text(key);
    if (address.isEmpty())
        return {};
    if (const auto fault = webAddressFault(address, Credentials::Refused))
        refuse(u"\"%1\": %2: %3"_s.arg(key, shownAddress(address), *fault));
    return QUrl(address, QUrl::StrictMode);
}

} // namespace

std::variant<Source, QString> sourceFromEntry(const QJsonObject &entry)
{
    return EntryReader(entry).read();
}
