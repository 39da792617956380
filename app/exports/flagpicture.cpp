#include "app/exports/flagpicture.h"

#include <QFile>
#include <QFileInfo>

std::variant<DecodedPicture, Failure> readFlagPicture(const QString &path)
{
    constexpr qint64 maximalBytes = 16 << 20;
    QFile file(path);
    // Opening a FIFO would wait for somebody to write into it.
    if (!QFileInfo(path).isFile())
        return Failure{FailureKind::NotFound, 0, {}};
    if (file.size() > maximalBytes)
        return Failure{FailureKind::TooLarge, 0, {}};
    if (!file.open(QIODevice::ReadOnly))
        return Failure{FailureKind::FolderDenied, 0, file.errorString()};
    auto read = DecodedPicture::fromBytes(file.readAll());
    if (auto *picture = std::get_if<DecodedPicture>(&read); picture && !picture->decode())
        return Failure{FailureKind::NotAPicture, 0, {}};
    return read;
}
