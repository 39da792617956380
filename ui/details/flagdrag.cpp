#include "ui/details/flagdrag.h"

#include "ui/details/flagfile.h"

#include <QDrag>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QPixmap>
#include <QWidget>

namespace {
constexpr int iconSide = 96; // device-independent pixels
}

void dragFlag(QWidget &source, const FlagFile &file, const QImage &picture)
{
    if (!QFileInfo::exists(file.path))
        return;
    const qreal pixelRatio = source.devicePixelRatioF();
    QPixmap icon = QPixmap::fromImage(picture.scaled(
        QSize(iconSide, iconSide) * pixelRatio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    icon.setDevicePixelRatio(pixelRatio);
    auto *drag = new QDrag(&source); // Qt deletes it
    drag->setMimeData(mimeDataOf(file, picture).release());
    drag->setPixmap(icon);
    // Qt has no drag without a nested event loop.
    drag->exec(Qt::CopyAction);
}
