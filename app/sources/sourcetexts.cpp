#include "app/sources/sourcetexts.h"

#include "app/language/joining.h"
#include "app/sources/untrustedtext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct ShippedSources
{
    Q_DECLARE_TR_FUNCTIONS(ShippedSources)
};

/// The texts of a source in resources/sources.json, because a JSON file cannot be translated.
struct ShippedTexts
{
    QLatin1StringView id;
    const char *title; // null for the name of a project, which is the same in every language
    const char *description;
};

// clang-format off
constexpr auto shippedTexts = std::to_array<ShippedTexts>({
    {"builtin"_L1, QT_TRANSLATE_NOOP("ShippedSources", "Built-in"),
        QT_TRANSLATE_NOOP("ShippedSources", "The flags that come with this program, in the ratio 4:3.")},
    {"builtin-1x1"_L1, QT_TRANSLATE_NOOP("ShippedSources", "Built-in, square"),
        QT_TRANSLATE_NOOP("ShippedSources", "The flags that come with this program, as squares.")},
    {"builtin-slow"_L1, QT_TRANSLATE_NOOP("ShippedSources", "Built-in, slow"),
        QT_TRANSLATE_NOOP("ShippedSources", "The built-in flags, each after a random delay. For trying out the program.")},
    {"builtin-faulty"_L1, QT_TRANSLATE_NOOP("ShippedSources", "Built-in, faulty"),
        QT_TRANSLATE_NOOP("ShippedSources", "The built-in flags, but some requests fail on purpose. For trying out the program.")},
    {"debian"_L1, QT_TRANSLATE_NOOP("ShippedSources", "Debian, older"),
        QT_TRANSLATE_NOOP("ShippedSources", "Flags from a package of Debian. Several of them are out of date.")},
    {"fluentpython"_L1, nullptr,
        QT_TRANSLATE_NOOP("ShippedSources", "GIF pictures of 194 flags. The author asks for few requests at once.")},
    {"flag-icons"_L1, nullptr,
        QT_TRANSLATE_NOOP("ShippedSources", "The flags of the project flag-icons, in the ratio 4:3.")},
    {"flag-icons-1x1"_L1, QT_TRANSLATE_NOOP("ShippedSources", "flag-icons, square"),
        QT_TRANSLATE_NOOP("ShippedSources", "The flags of the project flag-icons, as squares.")},
    {"svg-country-flags"_L1, nullptr,
        QT_TRANSLATE_NOOP("ShippedSources", "Flags in their own ratios, as SVG or PNG.")},
    {"flagcdn"_L1, nullptr,
        QT_TRANSLATE_NOOP("ShippedSources", "Flags in their own ratios, as PNG, WebP or JPG in many sizes, or as SVG.")},
    {"circle-flags"_L1, nullptr,
        QT_TRANSLATE_NOOP("ShippedSources", "Round flags, also of many regions.")},
    {"flagsapi"_L1, nullptr,
        QT_TRANSLATE_NOOP("ShippedSources", "Small PNG pictures, flat.")},
    {"flagsapi-shiny"_L1, QT_TRANSLATE_NOOP("ShippedSources", "Flagsapi, shiny"),
        QT_TRANSLATE_NOOP("ShippedSources", "Small PNG pictures with a shine.")},
    {"mledoze"_L1, nullptr,
        QT_TRANSLATE_NOOP("ShippedSources", "Flags in their own ratios, from a collection of data about countries.")},
});

constexpr auto shippedLicences = std::to_array<const char *>({
    QT_TRANSLATE_NOOP("ShippedSources", "Public domain"),
    QT_TRANSLATE_NOOP("ShippedSources", "Public domain, Debian iso-flags-svg"),
    QT_TRANSLATE_NOOP("ShippedSources", "Free of charge"),
    QT_TRANSLATE_NOOP("ShippedSources", "ODbL (the data)"),
});
// clang-format on

/// Null for a source that is not shipped.
const ShippedTexts *textsOf(const Source &source)
{
    if (source.isOwn)
        return nullptr;
    const auto *const found = std::ranges::find(shippedTexts, source.id, &ShippedTexts::id);
    return found == shippedTexts.end() ? nullptr : found;
}

QString hostOf(const QString &address)
{
    static const QRegularExpression authority(u"\\Ahttps?://([^/?#]+)"_s);
    return authority.match(withoutCredentials(address)).captured(1);
}

} // namespace

QString displayTitle(const Source &source)
{
    const ShippedTexts *texts = textsOf(source);
    if (texts == nullptr || texts->title == nullptr || source.title != QLatin1StringView(texts->title))
        return source.title;
    return ShippedSources::tr(texts->title);
}

QString displayLicence(const Source &source)
{
    return source.isOwn ? source.licence : displayLicence(source.licence);
}

QString displayLicence(const QString &licence)
{
    const auto isLicence = [&licence](const char *shipped) { return licence == QLatin1StringView(shipped); };
    const auto *const found = std::ranges::find_if(shippedLicences, isLicence);
    return found == shippedLicences.end() ? licence : ShippedSources::tr(*found);
}

QString sourceDescription(const Source &source)
{
    const ShippedTexts *texts = textsOf(source);
    return texts == nullptr ? QString() : ShippedSources::tr(texts->description);
}

QStringList hostsOf(const Source &source)
{
    if (source.embedded != Embedded::No)
        return {};
    QStringList hosts{hostOf(source.imageTemplate), hostOf(source.metadataTemplate)};
    if (source.names)
        hosts.append(hostOf(source.names->url.toString()));
    hosts.removeAll(QString());
    hosts.removeDuplicates();
    return hosts;
}

QString networkText(const Source &source)
{
    const QStringList hosts = hostsOf(source);
    return hosts.isEmpty() ? ShippedSources::tr("No network needed")
                           : ShippedSources::tr("Network: %1", "hosts").arg(joinedItems(hosts));
}
