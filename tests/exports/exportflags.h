#pragma once

#include "app/exports/exportflag.h"
#include "tests/support/hardpictures.h"
#include "tests/support/samplepictures.h"

#include <QDir>
#include <QFile>

/// Flags "AA", "AB" ... with SVG files of their own in the folder, and what else is known about them.
inline QList<ExportFlag> someFlags(const QDir &folder, int count)
{
    QList<ExportFlag> flags;
    for (int number = 0; number < count; ++number) {
        ExportFlag flag;
        flag.code = QString(QChar(u'A' + number / 26)) + QChar(u'A' + number % 26);
        flag.name = QStringLiteral("Land ") + flag.code;
        flag.file = flag.code + QStringLiteral(".svg");
        flag.path = folder.filePath(flag.file);
        flag.source = QStringLiteral("Made-up flags");
        flag.licence = QStringLiteral("CC0");
        QFile file(flag.path);
        const QByteArray picture = svgPicture({40, 30});
        if (file.open(QIODevice::WriteOnly) && file.write(picture) == picture.size())
            flags.append(flag);
    }
    return flags;
}

/// In place of the flag's picture, one that makes librsvg 2.54 end its process. Later ones draw it until
/// their time is up, which ends the process too.
inline bool breakPicture(const ExportFlag &flag)
{
    const QByteArray picture = panickingOrSlowSvg();
    QFile file(flag.path);
    return file.open(QIODevice::WriteOnly) && file.write(picture) == picture.size();
}

inline bool goOn(int, int)
{
    return true;
}
