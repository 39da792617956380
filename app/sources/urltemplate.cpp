#include "app/sources/urltemplate.h"

#include "app/language/joining.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace {

struct UrlTemplate
{
    Q_DECLARE_TR_FUNCTIONS(UrlTemplate)
};

/// A placeholder and the code that replaces it.
struct Placeholder
{
    QLatin1StringView name;
    QString (*value)(const Country &);
};

constexpr auto placeholders = std::to_array<Placeholder>({
    {"{cc}"_L1, [](const Country &country) { return country.code.toLower(); }},
    {"{CC}"_L1, [](const Country &country) { return country.code.toUpper(); }},
    {"{iso3}"_L1, [](const Country &country) { return country.iso3.toLower(); }},
    {"{ISO3}"_L1, [](const Country &country) { return country.iso3.toUpper(); }},
    {"{num}"_L1, [](const Country &country) { return numericCode(country); }},
});

const Country sampleCountry{.code = u"CC"_s, .iso3 = u"ISO"_s, .name = {}, .displayName = {}, .number = 999};
const Country otherCountry{.code = u"DD"_s, .iso3 = u"OTH"_s, .name = {}, .displayName = {}, .number = 998};

/// Returns nothing if a placeholder has no value for this country. Values are ASCII letters and digits, so
/// they need no encoding.
std::optional<QString> withCodes(QString urlTemplate, const Country &country)
{
    for (const Placeholder &placeholder : placeholders) {
        if (!urlTemplate.contains(placeholder.name))
            continue;
        const QString value = placeholder.value(country);
        if (value.isEmpty())
            return std::nullopt;
        urlTemplate.replace(placeholder.name, value);
    }
    return urlTemplate;
}

/// Whether requests for different countries differ. Fragments are not sent, and credentials choose no flag.
bool dependsOnCountry(const QString &urlTemplate)
{
    const auto requested = [&urlTemplate](const Country &country) {
        return QUrl(withCodes(urlTemplate, country).value_or(QString()))
            .adjusted(QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    };
    return requested(sampleCountry) != requested(otherCountry);
}

} // namespace

std::optional<QString> urlTemplateProblem(const QString &urlTemplate, Credentials credentials)
{
    const auto fault = urlTemplateFault(urlTemplate, credentials);
    return fault ? std::optional(withLabel(shownAddress(urlTemplate), *fault)) : std::nullopt;
}

std::optional<QString> urlTemplateFault(const QString &urlTemplate, Credentials credentials)
{
    static const QRegularExpression brace(u"\\{[^{}]*\\}|[{}]"_s);

    const QString sample = withCodes(urlTemplate, sampleCountry).value_or(QString());
    if (const auto unknown = brace.match(sample); unknown.hasMatch())
        return UrlTemplate::tr(
            "the placeholder %1 is not known; allowed are {cc}, {CC}, {iso3}, {ISO3} and {num}")
            .arg(shownAddress(unknown.captured()));
    if (auto fault = webAddressProblem(sample, credentials))
        return fault;
    if (!dependsOnCountry(urlTemplate))
        return UrlTemplate::tr(
            "a placeholder for the country is missing; allowed are {cc}, {CC}, {iso3}, {ISO3} and {num}");
    return std::nullopt;
}

std::optional<QUrl> expandUrlTemplate(const QString &urlTemplate, const Country &country)
{
    const auto filled = withCodes(urlTemplate, country);
    if (!filled)
        return std::nullopt;
    const QUrl url(*filled, QUrl::StrictMode);
    return url.isValid() ? std::optional(url) : std::nullopt;
}
