#include "app/downloads/conversionjson.h"

#include <QJsonArray>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array formats{
    std::pair{RenditionFormat::Png, "png"_L1},
    std::pair{RenditionFormat::WebP, "webp"_L1},
};
Crop cropIn(const QJsonObject &object)
{
    return cropFromWord(object.value("crop"_L1).toString()).value_or(Crop::None);
}

bool isWidth(int width)
{
    return width >= 1 && width <= maximalRenditionWidth;
}

} // namespace

QJsonObject conversionToJson(const Conversion &conversion)
{
    QJsonObject object;
    for (const auto &[format, word] : formats) {
        QJsonArray widths;
        for (const RenditionSpec &spec : conversion.renditions) {
            if (spec.format == format)
                widths.append(spec.width);
        }
        if (!widths.isEmpty())
            object.insert(word, widths);
    }
    if (object.isEmpty())
        return object;
    if (conversion.crop != Crop::None)
        object.insert("crop"_L1, cropWord(conversion.crop));
    if (!conversion.keepsOriginal)
        object.insert("original"_L1, false);
    return object;
}

Conversion conversionFromJson(const QJsonObject &object)
{
    Conversion conversion{
        .renditions = {}, .crop = cropIn(object), .keepsOriginal = object.value("original"_L1).toBool(true)};
    for (const auto &[format, word] : formats) {
        const QJsonArray widths = object.value(word).toArray();
        for (const QJsonValue &width : widths) {
            if (isWidth(width.toInt()))
                conversion.renditions.append({format, width.toInt()});
        }
    }
    return conversion;
}

std::optional<RenditionSpec> renditionSpecOf(const DerivedFile &derived)
{
    for (const auto &[format, word] : formats) {
        if (derived.format == word && isWidth(derived.width))
            return RenditionSpec{format, derived.width};
    }
    return std::nullopt;
}
