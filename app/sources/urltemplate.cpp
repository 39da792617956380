#include "app/sources/urltemplate.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

struct UrlTemplate
{
    Q_DECLARE_TR_FUNCTIONS(UrlTemplate)
};

bool needsIso3(const QString &urlTemplate)
{
    return urlTemplate.contains("{iso3}"_L1, Qt::CaseInsensitive);
}

// Codes are ASCII letters, so nothing that is filled in needs encoding.
QString filledIn(QString urlTemplate, const QString &code, const QString &iso3)
{
    return urlTemplate.replace("{cc}"_L1, code.toLower())
        .replace("{CC}"_L1, code.toUpper())
        .replace("{iso3}"_L1, iso3.toLower())
        .replace("{ISO3}"_L1, iso3.toUpper());
}

} // namespace

std::optional<QString> urlTemplateProblem(const QString &urlTemplate, Credentials credentials)
{
    static const QRegularExpression brace(u"\\{[^{}]*\\}|[{}]"_s);

    const auto problem
        = [&](const QString &fault) -> QString { return shownAddress(urlTemplate) + u": "_s + fault; };
    const QString sample = filledIn(urlTemplate, u"cc"_s, u"iso"_s);
    if (const auto unknown = brace.match(sample); unknown.hasMatch())
        return problem(
            UrlTemplate::tr("the placeholder %1 is not known; allowed are {cc}, {CC}, {iso3} and {ISO3}")
                .arg(shownAddress(unknown.captured())));
    if (const auto fault = webAddressFault(sample, credentials))
        return problem(*fault);
    if (sample == urlTemplate)
        return problem(UrlTemplate::tr(
            "a placeholder for the country is missing; allowed are {cc}, {CC}, {iso3} and {ISO3}"));
    return std::nullopt;
}

std::optional<QUrl> expandUrlTemplate(const QString &urlTemplate, const Country &country)
{
    if (country.iso3.isEmpty() && needsIso3(urlTemplate))
        return std::nullopt;
    const QUrl url(filledIn(urlTemplate, country.code, country.iso3), QUrl::StrictMode);
    return url.isValid() ? std::optional(url) : std::nullopt;
}
