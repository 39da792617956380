#pragma once

#include "app/exports/exportflag.h"
#include "tests/support/hardpictures.h"
#include "tests/support/samplepictures.h"

#include <QDir>
#include <QFile>

/// Flags "AA", "AB" ... with their data and an SVG file each in the folder.
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
        flag.credit = QStringLiteral("Made-up flags (CC0)");
        QFile file(flag.path);
        const QByteArray picture = svgPicture({40, 30});
        if (file.open(QIODevice::WriteOnly) && file.write(picture) == picture.size())
            flags.append(flag);
    }
    return flags;
}

/// Replaces the flag's picture by one that crashes librsvg 2.54. Later versions draw it until the time limit,
/// which terminates the process too.
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
