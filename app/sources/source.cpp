#include "app/sources/source.h"

#include "app/sources/urltemplate.h"

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
