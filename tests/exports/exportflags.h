#pragma once

#include "app/exports/exportflag.h"
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
    const QByteArray picture
        = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'><filter id='f'>"
          "<feConvolveMatrix order='3' kernelMatrix='"
        + QByteArray("1 ").repeated(2000) + "'/>"
        + QByteArray("<feTurbulence baseFrequency='0.5' numOctaves='100000'/>").repeated(1000)
        + "</filter><rect width='400' height='300' transform='scale(9)' filter='url(#f)'/></svg>";
    QFile file(flag.path);
    return file.open(QIODevice::WriteOnly) && file.write(picture) == picture.size();
}

inline bool goOn(int, int)
{
    return true;
}
