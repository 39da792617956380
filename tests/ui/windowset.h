#pragma once

#include "app/sets/loadedset.h"
#include "app/storage/setfiles.h"
#include "tests/ui/windowsession.h"

#include <QFile>
#include <QSignalSpy>

/// Functions for the set in the folder of a WindowFolders. They return whether they succeeded.
namespace windowset {

inline QString path(const WindowFolders &home, const QString &file)
{
    return home.path(u"flags/"_s + file);
}

inline QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline bool download(const WindowFolders &home, const QStringList &codes)
{
    const WindowSession session(home.options(codes));
    QSignalSpy finished(&session.downloads, &SessionClient::finished);
    session.press();
    return QTest::qWaitFor([&finished] { return finished.count() == 1; }, 30'000)
        && session.count(FlagState::Saved) == codes.size();
}

/// Writes an older picture to the file and the manifest, as if the source had changed the flag since then.
inline bool makeOlder(const WindowFolders &home, const QString &file)
{
    const LoadedSet set = loadSet(home.path(u"flags"_s)).value();
    const SetFlag *flag = set.manifest.flagAt(file);
    const QByteArray bytes = read(path(home, file));
    QByteArray older = bytes;
    older.replace("fill=\"", "opacity=\"0.5\" fill=\"").append("<!-- an older one -->\n");
    QByteArray json = read(path(home, u"flags.json"_s));
    json.replace(sha256(bytes).toHex(), sha256(older).toHex());
    if (flag != nullptr && flag->etag.size() > 2)
        json.replace(flag->etag.sliced(1, flag->etag.size() - 2), "older");
    return flag != nullptr && write(path(home, file), older) && write(path(home, u"flags.json"_s), json);
}

} // namespace windowset
