#include "app/images/rendition.h"

using namespace Qt::StringLiterals;

QString cropWord(Crop crop)
{
    switch (crop) {
    case Crop::None:
        return {};
    case Crop::Square:
        return u"square"_s;
    case Crop::Circle:
        return u"circle"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Crop> cropCalled(const QString &word)
{
    for (const Crop crop : {Crop::None, Crop::Square, Crop::Circle}) {
        if (cropWord(crop) == word)
            return crop;
    }
    return std::nullopt;
}

QString endingOf(RenditionFormat format)
{
    switch (format) {
    case RenditionFormat::Png:
        return u"png"_s;
    case RenditionFormat::WebP:
        return u"webp"_s;
    }
    Q_UNREACHABLE();
}
