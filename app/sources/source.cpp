#include "app/sources/source.h"

#include "app/sources/urltemplate.h"
#include "app/sources/webaddress.h"

void Source::takeUsualPicture()
{
    const SourcePicture usual = pictures.value(0);
    format = usual.format;
    width = usual.usualWidth;
    imageTemplate = usual.templateFor(width);
}

std::optional<QUrl> Source::imageUrl(const Country &country) const
{
    return expandUrlTemplate(base + imageTemplate, country);
}

std::optional<QUrl> Source::metadataUrl(const Country &country) const
{
    if (metadataTemplate.isEmpty())
        return std::nullopt;
    return expandUrlTemplate(base + metadataTemplate, country);
}

QString Source::lastingUrl(const QUrl &url) const
{
    const QString address = url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
    const bool isEmbedded = !base.isEmpty() && address.startsWith(base);
    return isEmbedded ? id + u':' + address.sliced(base.size()) : address;
}

Source Source::definition() const
{
    Source defined = *this;
    defined.base.clear();
    defined.isOwn = false;
    defined.wantedLimit.reset();
    defined.pictures = {{.format = format, .urlTemplate = withoutCredentials(imageTemplate), .widths = {}}};
    defined.takeUsualPicture();
    defined.metadataTemplate = withoutCredentials(metadataTemplate);
    if (names)
        defined.names->url.setUserInfo({});
    return defined;
}
