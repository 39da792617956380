#include "app/sources/source.h"

#include "app/sources/urltemplate.h"

void Source::takeUsualPicture()
{
    const SourcePicture usual = pictures.value(0);
    format = usual.format;
    width = usual.usualWidth;
    imageTemplate = usual.templateFor(width);
}

std::optional<QUrl> Source::imageUrl(const Country &country) const
{
    return expandUrlTemplate(imageTemplate, country);
}

std::optional<QUrl> Source::metadataUrl(const Country &country) const
{
    if (metadataTemplate.isEmpty())
        return std::nullopt;
    return expandUrlTemplate(metadataTemplate, country);
}
