#pragma once

#include "ui/grid/flagentry.h"

#include <QByteArray>
#include <QList>
#include <QSize>
#include <QString>
#include <QUrl>

#include <memory>
#include <optional>

class QImage;
class QMimeData;

/// The file of a flag on disk, as people use it. A value.
struct FlagFile
{
    QString code;
    QString name; ///< of the country, in the language of the interface
    QString path; ///< absolute
    QByteArray sha256; ///< of the flag's picture, raw; identifies the version of the file
    qint64 bytes = 0; ///< of the file
    QByteArray fileSha256; ///< of the file, raw
    QSize pixels; ///< of the file; a height of 0 is unknown
    int version = 0; ///< see FlagEntry::fileVersion
    QUrl link; ///< where others can get the picture; empty if it is from a built-in source

    friend bool operator==(const FlagFile &, const FlagFile &) = default;
};

/// The file of an entry, also while a batch replaces it. Nothing if the flag is not on disk.
[[nodiscard]] std::optional<FlagFile> fileOf(const FlagEntry &entry);

/// The files for the clipboard or a drag: their URLs for file managers, and a picture, if it is not null, for
/// documents.
[[nodiscard]] std::unique_ptr<QMimeData> mimeDataOf(const QList<FlagFile> &files, const QImage &picture);
