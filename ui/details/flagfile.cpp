#include "ui/details/flagfile.h"

#include <QFileInfo>
#include <QImage>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace {

QUrl publicLink(const QString &url)
{
    const QUrl link(url);
    return link.scheme() == "https"_L1 || link.scheme() == "http"_L1 ? link : QUrl();
}

} // namespace

std::optional<FlagFile> fileOf(const FlagEntry &entry)
{
    if (!entry.saved || entry.saved->path.isEmpty())
        return {};
    const FlagResult &saved = *entry.saved;
    FlagFile file{.code = entry.country.code,
        .name = entry.country.displayName,
        .path = QFileInfo(saved.path).absoluteFilePath(),
        .sha256 = saved.sha256,
        .bytes = saved.bytes,
        .fileSha256 = saved.sha256,
        .pixels = saved.pixels,
        .version = entry.fileVersion,
        .link = publicLink(entry.record.url.isEmpty() ? saved.url : entry.record.url)};
    if (!saved.isOriginalKept && !saved.derived.isEmpty()) {
        const DerivedPicture &first = saved.derived.first();
        file.bytes = first.bytes;
        file.fileSha256 = first.sha256;
        file.pixels = first.size;
    }
    return file;
}

std::unique_ptr<QMimeData> mimeDataOf(const QList<FlagFile> &files, const QImage &picture)
{
    QList<QUrl> urls;
    QByteArray lines = "copy";
    for (const FlagFile &file : files) {
        urls.append(QUrl::fromLocalFile(file.path));
        lines += '\n' + urls.constLast().toEncoded();
    }
    auto data = std::make_unique<QMimeData>();
    data->setUrls(urls);
    data->setData(u"x-special/gnome-copied-files"_s, lines); // GTK file managers paste only this
    if (!picture.isNull())
        data->setImageData(picture);
    return data;
}
