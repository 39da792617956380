#include "ui/window/settingsfile.h"

#include "app/storage/givenfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {
struct SettingsFile
{
    Q_DECLARE_TR_FUNCTIONS(SettingsFile)
};
} // namespace

QString avoidUnreadableSettings()
{
    constexpr qint64 largest = 4 << 20; // in bytes; a window with every country in 100 selections needs less
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    // QSettings reads the program's file and the organisation's.
    for (const QString &path :
        QStringList{folder + u"/flagfetch/flagfetch.conf"_s, folder + u"/flagfetch.conf"_s}) {
        if (!QFileInfo::exists(path))
            continue;
        const auto read = readGivenFile(path, largest);
        const auto *problem = std::get_if<GivenFileProblem>(&read);
        if (problem == nullptr)
            continue;
        // Nothing exists below a device, and nothing can be created there.
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, u"/dev/null"_s);
        const QString reason
            = problem->isTooLarge ? SettingsFile::tr("the file is too large") : problem->text;
        return SettingsFile::tr("%1: %2; the window starts without settings and stores none")
            .arg(path, reason);
    }
    return {};
}
