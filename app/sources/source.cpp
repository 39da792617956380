#include "app/sources/source.h"

#include "app/sources/untrustedtext.h"
#include "app/sources/urltemplate.h"

using namespace Qt::StringLiterals;

namespace {

/// Returns the URL of the template, with the codes that the source uses for the country.
std::optional<QUrl> expandedUrl(const Source &source, const QString &urlTemplate, Country country)
{
    country.iso3 = source.iso3.value(country.code, country.iso3);
    return expandUrlTemplate(source.base + urlTemplate, country);
}

} // namespace

void Source::selectDefaultPicture()
{
    const SourcePicture usual = pictures.value(0);
    format = usual.format;
    width = usual.defaultWidth;
    imageTemplate = usual.templateFor(width);
}

bool Source::canHave(const Country &country) const
{
    return country.kind == CountryKind::Country || !codes || codes->contains(country.code);
}

std::optional<QUrl> Source::imageUrl(const Country &country) const
{
    return expandedUrl(*this, imageTemplate, country);
}

std::optional<QUrl> Source::metadataUrl(const Country &country) const
{
    if (metadataTemplate.isEmpty())
        return std::nullopt;
    return expandedUrl(*this, metadataTemplate, country);
}

QString Source::storableUrl(const QUrl &url) const
{
    const QString address = url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
    const bool isEmbedded = !base.isEmpty() && address.startsWith(base);
    return isEmbedded ? id + u':' + address.sliced(base.size()) : address;
}

Source Source::definition() const
{
    // In the relative addresses of an embedded source, an @ is a part of a file's name.
    const auto shared = [this](const QString &address) {
        return embedded == Embedded::No ? withoutCredentials(address) : address;
    };
    Source defined = *this;
    defined.base.clear();
    defined.isOwn = false;
    defined.wantedLimit.reset();
    defined.pictures = {{.format = format, .urlTemplate = shared(imageTemplate), .widths = {}}};
    defined.selectDefaultPicture();
    defined.metadataTemplate = shared(metadataTemplate);
    if (names)
        defined.names->url.setUserInfo({});
    return defined;
}

QString SourcePicture::templateFor(int width) const
{
    QString concrete = urlTemplate;
    return concrete.replace("{width}"_L1, QString::number(width));
}
