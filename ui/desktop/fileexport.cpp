#include "ui/desktop/fileexport.h"

#include "app/sets/loadedset.h"
#include "app/storage/atomicwrite.h"
#include "app/tasks/latestjob.h"

#include <QBuffer>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QPainter>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace {

constexpr int mostSide = 32'000; // pixels; QPainter draws no larger images

/// Why a file was not written.
struct ExportError
{
    Failure failure = {};
    QString text = {}; ///< for people; empty: that of the failure
};

using ExportResult = tl::expected<void, ExportError>;

ExportResult writeExport(const FileExport::Content &content, const QString &path)
{
    if (isPartOfSet(path))
        return unexpected(ExportError{.failure = {FailureKind::PartOfSet, 0, {}}});
    const FileContent bytes = content();
    if (!bytes)
        return unexpected(ExportError{.text = bytes.error()});
    if (const auto written = writeAtomically(path, *bytes, ConflictPolicy::Overwrite); !written)
        return unexpected(ExportError{.failure = written.error()});
    return {};
}

} // namespace

QString nearestFolder(const QString &folder)
{
    QString existing = QDir::cleanPath(folder);
    while (!QFileInfo(existing).isDir() && existing != QFileInfo(existing).path())
        existing = QFileInfo(existing).path();
    return existing;
}

tl::expected<QImage, QString> drawnImage(
    const QSize &size, qreal ratio, const std::function<void(QPainter &)> &paint)
{
    const QSize pixels = size * ratio;
    const QLocale locale;
    if (std::max(pixels.width(), pixels.height()) > mostSide)
        return unexpected(FileExport::tr(
            "The picture would have %1 × %2 pixels, and at most %3 are possible on each side. Save "
            "it as a drawing (SVG) instead.")
                              .arg(locale.toString(pixels.width()), locale.toString(pixels.height()),
                                  locale.toString(mostSide)));
    QImage image(pixels, QImage::Format_RGB32);
    if (image.isNull())
        return unexpected(FileExport::tr(
            "There is not enough memory for the picture. Save it as a drawing (SVG) instead."));
    image.setDevicePixelRatio(ratio);
    QPainter painter(&image);
    paint(painter);
    painter.end();
    return image;
}

FileContent encodedPng(const QImage &image)
{
    QBuffer png;
    if (!image.save(&png, "PNG"))
        return unexpected(FileExport::tr(
            "There is not enough memory for the picture. Save it as a drawing (SVG) instead."));
    return png.data();
}

FileExport::FileExport(QWidget &widget, QLatin1StringView folderKey)
    : m_widget(widget)
    , m_folderKey(folderKey)
{
    m_pool.setMaxThreadCount(1);
}

QString FileExport::proposedPath(const QString &name) const
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString folder = QSettings().value(m_folderKey, documents).toString();
    return QDir(nearestFolder(folder)).filePath(name);
}

void FileExport::choose(const QString &title, const QString &name, const std::function<Content()> &prepare)
{
    auto *dialog = new QFileDialog(&m_widget, title, proposedPath(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // asks before it replaces a file
    dialog->setDefaultSuffix(QFileInfo(name).suffix());
    connect(dialog, &QFileDialog::fileSelected, this, [this, prepare](const QString &path) {
        QSettings().setValue(m_folderKey, QFileInfo(path).absolutePath());
        write(prepare(), path);
    });
    dialog->open();
}

void FileExport::write(const Content &content, const QString &path)
{
    auto *writing = new QFutureWatcher<ExportResult>(this);
    connect(writing, &QFutureWatcherBase::finished, this, [this, writing, path] {
        writing->deleteLater();
        const ExportResult result = resultOf(writing->future());
        const QString shown = QDir::toNativeSeparators(path);
        if (result)
            Q_EMIT saved(shown);
        else
            Q_EMIT error(result.error().text.isEmpty() ? failureText(result.error().failure, shown)
                                                       : result.error().text);
    });
    writing->setFuture(QtConcurrent::run(&m_pool, [content, path] { return writeExport(content, path); }));
}
