#include "app/sets/filedamage.h"

#include "app/images/pictureformat.h"

#include <QXmlStreamReader>

namespace {

FileDamage damageOfSvg(const QByteArray &bytes)
{
    if (exceedsSvgLimits(bytes))
        return FileDamage::OtherContent;
    QXmlStreamReader reader(bytes);
    while (!reader.atEnd())
        reader.readNext();
    switch (reader.error()) {
    case QXmlStreamReader::PrematureEndOfDocumentError:
        return FileDamage::Incomplete;
    case QXmlStreamReader::NotWellFormedError:
        return FileDamage::NotAPicture;
    default:
        return FileDamage::OtherContent;
    }
}

} // namespace

FileDamage damageOf(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return FileDamage::Incomplete;
    const auto format = sniffFormat(bytes);
    if (!format)
        return FileDamage::NotAPicture;
    if (format == PictureFormat::Svg)
        return damageOfSvg(bytes);
    const auto checked = checkRaster(bytes, *format);
    if (checked)
        return FileDamage::OtherContent;
    return checked.error().kind == FailureKind::Truncated ? FileDamage::Incomplete : FileDamage::NotAPicture;
}
