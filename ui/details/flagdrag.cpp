#include "ui/details/flagdrag.h"

#include "ui/grid/flagmodel.h"
#include "ui/grid/pictureloader.h"
#include "ui/look/stateappearance.h"

#include <QDrag>
#include <QFileInfo>
#include <QImage>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QPixmap>
#include <QWidget>

#include <algorithm>

namespace {

constexpr int iconSide = 96; // device-independent pixels
constexpr QSize pictureBox(1024, 1024); // pixels; sharp on a printed page

/// Paints the number of files into a corner of the icon.
void paintCount(QPixmap &icon, qsizetype count, const QWidget &source)
{
    QPainter painter(&icon);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(source.font());
    const QString text = QLocale().toString(count);
    QRect place = painter.fontMetrics().boundingRect(text).marginsAdded({8, 3, 8, 3});
    place.setWidth(std::max(place.width(), place.height()));
    place.moveBottomRight(QRect({}, icon.deviceIndependentSize().toSize()).bottomRight());
    const QColor ink = source.palette().color(QPalette::HighlightedText);
    painter.setPen(Qt::NoPen);
    painter.setBrush(readableGround(source.palette().color(QPalette::Highlight), ink, 4.5));
    painter.drawRoundedRect(place, place.height() / 2.0, place.height() / 2.0);
    painter.setPen(ink);
    painter.drawText(place, Qt::AlignCenter, text);
}

QPixmap iconOf(const QImage &preview, qsizetype count, const QWidget &source)
{
    if (preview.isNull())
        return {};
    const qreal pixelRatio = source.devicePixelRatioF();
    QPixmap icon = QPixmap::fromImage(preview.scaled(
        QSize(iconSide, iconSide) * pixelRatio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    icon.setDevicePixelRatio(pixelRatio);
    if (count > 1)
        paintCount(icon, count, source);
    return icon;
}

} // namespace

QList<FlagFile> filesToDrag(const QModelIndex &cell, const FlagModel &model)
{
    const auto isTicked = [](const QModelIndex &each) {
        return each.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    };
    QList<FlagFile> files;
    const auto add = [&](const QModelIndex &each) {
        const FlagEntry *entry = model.entryOf(each.data(FlagModel::CodeRole).toString());
        if (const auto file = entry == nullptr ? std::nullopt : fileOf(*entry))
            files.append(*file);
    };
    if (!isTicked(cell)) {
        add(cell);
        return files;
    }
    for (int row = 0; row < cell.model()->rowCount(); ++row) {
        if (const QModelIndex each = cell.model()->index(row, 0); isTicked(each))
            add(each);
    }
    return files;
}

std::unique_ptr<QMimeData> dragDataOf(const QList<FlagFile> &files, const QImage &preview)
{
    if (files.size() != 1)
        return mimeDataOf(files, {});
    const FlagFile &file = files.constFirst();
    auto data = mimeDataOf(files, preview);
    auto *loader = new PictureLoader(data.get());
    QObject::connect(loader, &PictureLoader::loaded, data.get(),
        [shared = data.get()](const ThumbnailRequest &, const QImage &picture) {
            if (!picture.isNull())
                shared->setImageData(picture);
        });
    loader->load({{file.code, file.path, file.fileSha256, pictureBox}});
    return data;
}

void dragFlags(QWidget &source, const QList<FlagFile> &files, const QImage &preview)
{
    QList<FlagFile> existing = files;
    existing.removeIf([](const FlagFile &file) { return !QFileInfo::exists(file.path); });
    if (existing.isEmpty())
        return;
    auto *drag = new QDrag(&source); // Qt deletes it
    drag->setMimeData(dragDataOf(existing, preview).release());
    drag->setPixmap(iconOf(preview, existing.size(), source));
    // Qt has no drag without a nested event loop.
    drag->exec(Qt::CopyAction);
}
