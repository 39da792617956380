#include "app/render/iconfiles.h"

#include "app/render/pngwriter.h"
#include "app/render/svgdocument.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

bool writeIcon(const QString &folder, const QString &icon)
{
    QFile source(icon);
    if (!source.open(QIODevice::ReadOnly))
        return false;
    const QByteArray bytes = source.readAll();
    const auto document = SvgDocument::parse(bytes);
    if (!document)
        return false;
    const bool isMask = bytes.contains("currentColor");
    const QList<int> sides = isMask ? QList<int>{16, 32, 48} : QList<int>{16, 24, 32, 48, 64, 128, 256};
    for (const int side : sides) {
        QFile file(QDir(folder).filePath(u"%1-%2.png"_s.arg(QFileInfo(icon).baseName()).arg(side)));
        const QByteArray png = pngFile(document->render({side, side}, "svg { color: black }"));
        if (!file.open(QIODevice::WriteOnly) || file.write(png) != png.size())
            return false;
    }
    return true;
}

} // namespace

int writeIconFiles(const QString &folder, const QStringList &icons)
{
    for (const QString &icon : icons) {
        if (!QDir().mkpath(folder) || !writeIcon(folder, icon)) {
            std::fprintf(stderr, "flagfetch-render: %s cannot be drawn into %s\n", qPrintable(icon),
                qPrintable(folder));
            return 1;
        }
    }
    return 0;
}
