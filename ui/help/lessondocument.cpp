#include "ui/help/lessondocument.h"

#include "app/language/translation.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStringList>

#include <utility>

using namespace Qt::StringLiterals;

QString lessonDocument(const QString &programFolder)
{
    QStringList names{u"LESSON.md"_s};
    if (interfaceLanguage() == "zh-CN"_L1)
        names.prepend(u"LESSON.zh_CN.md"_s);
    const QString folder = u"doc/flagfetch/"_s;
    for (const QString &name : std::as_const(names)) {
        const QString beside = QDir::cleanPath(programFolder + u"/../share/"_s + folder + name);
        const QString found = QFileInfo(beside).isFile()
            ? beside
            : QStandardPaths::locate(QStandardPaths::GenericDataLocation, folder + name);
        if (!found.isEmpty())
            return found;
    }
    return {};
}
