#include "app/downloads/renditionpath.h"

using namespace Qt::StringLiterals;

QString renditionPath(const NameTemplate &name, const NameParts &original, const RenditionSpec &rendition)
{
    NameParts parts = original;
    parts.width = rendition.width;
    parts.ending = endingOf(rendition.format);
    QString path = name.pathOf(parts);
    if (!name.text().contains("{width}"_L1) || path == name.pathOf(original))
        path.insert(path.size() - parts.ending.size() - 1, u'-' + QString::number(rendition.width));
    return path;
}
