#include "ui/details/picturecopies.h"

#include "app/drawing/picture.h"
#include "app/sets/loadedset.h"
#include "app/storage/atomicwrite.h"
#include "app/storage/filereading.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maximumFileSize = 16 << 20; // bytes; no saved flag is larger
constexpr QSize documentBox(1024, 1024); // pixels; sharp on a printed page

QString mimeTypeOf(PictureFormat format)
{
    const QString suffix = suffixOf(format);
    return u"image/"_s
        + (format == PictureFormat::Svg ? u"svg+xml"_s
                : suffix == "jpg"_L1    ? u"jpeg"_s
                                        : suffix);
}

Result<QByteArray> bytesOf(const FlagFile &file)
{
    const auto bytes = readGivenFile(file.path, maximumFileSize);
    if (!bytes)
        return unexpected(Failure{FailureKind::ReadFailed, 0, bytes.error().text});
    return *bytes;
}

Result<DrawnCopy> drawCopy(
    const FlagFile &file, const std::optional<RenditionSpec> &spec, const CancelToken &cancel)
{
    const auto bytes = bytesOf(file);
    if (!bytes)
        return unexpected(bytes.error());
    PictureDrawing drawing{.box = documentBox};
    if (spec) {
        drawing.box = {spec->width, maximalRenditionWidth};
        drawing.renditions = {*spec};
    }
    const auto picture = Picture::fromBytes(*bytes, drawing, cancel);
    if (!picture)
        return unexpected(picture.error());
    const auto fitted = picture->fittedInto(drawing.box);
    if (!fitted)
        return unexpected(fitted.error());
    DrawnCopy copy{.file = file,
        .original = *bytes,
        .mimeType = mimeTypeOf(picture->format()),
        .picture = *fitted,
        .rendition = {}};
    const auto failure = picture->drawRenditions(drawing.renditions, drawing.crop,
        [&copy](const Rendition &rendition) { copy.rendition = rendition; });
    if (failure)
        return unexpected(*failure);
    return copy;
}

std::optional<Failure> writeCopy(const FlagFile &file, const CopySpec &spec, const CancelToken &cancel)
{
    if (isPartOfSet(spec.path))
        return Failure{FailureKind::PartOfSet, 0, {}};
    auto bytes = bytesOf(file);
    if (bytes && spec.rendition)
        bytes = drawCopy(file, spec.rendition, cancel).map([](const DrawnCopy &copy) {
            return copy.rendition->bytes;
        });
    if (!bytes)
        return bytes.error();
    const auto written = writeAtomically(spec.path, *bytes, ConflictPolicy::Overwrite);
    return written ? std::nullopt : std::optional(written.error());
}

} // namespace

PictureCopies::PictureCopies(QObject *parent)
    : QObject(parent)
    , m_drawing([this](const Result<DrawnCopy> &copy) {
        if (copy)
            putOnClipboard(*copy);
        else
            Q_EMIT error(failureText(copy.error(), m_drawn));
    })
{
    m_pool.setMaxThreadCount(1);
}

PictureCopies::~PictureCopies()
{
    m_cancel.cancel();
}

void PictureCopies::copyPicture(const FlagFile &file)
{
    draw(file, {});
}

void PictureCopies::copyPng(const FlagFile &file, int width)
{
    draw(file, RenditionSpec{RenditionFormat::Png, width});
}

void PictureCopies::save(const FlagFile &file, const CopySpec &spec)
{
    auto *saving = new QFutureWatcher<std::optional<Failure>>(this);
    connect(saving, &QFutureWatcherBase::finished, this, [this, saving, path = spec.path] {
        saving->deleteLater();
        reportSaved(path, resultOf(saving->future()));
    });
    saving->setFuture(QtConcurrent::run(
        &m_pool, [file, spec, cancel = m_cancel] { return writeCopy(file, spec, cancel); }));
}

void PictureCopies::draw(const FlagFile &file, const std::optional<RenditionSpec> &rendition)
{
    m_drawn = file.name;
    m_drawing.start(
        m_pool, [file, rendition, cancel = m_cancel] { return drawCopy(file, rendition, cancel); });
}

void PictureCopies::putOnClipboard(const DrawnCopy &copy)
{
    std::unique_ptr<QMimeData> data;
    if (copy.rendition) {
        data = std::make_unique<QMimeData>();
        data->setImageData(copy.picture);
        data->setData(u"image/png"_s, copy.rendition->bytes); // Qt would compress the image in this thread
    } else {
        data = mimeDataOf({copy.file}, copy.picture);
        data->setData(copy.mimeType, copy.original);
    }
    QGuiApplication::clipboard()->setMimeData(data.release());

    const QLocale locale;
    const QString width = locale.toString(copy.picture.width());
    const QString height = locale.toString(copy.picture.height());
    if (!copy.rendition)
        Q_EMIT notice(tr("%1 copied: the picture for documents, the file for folders.").arg(copy.file.name));
    else if (copy.rendition->isSmallerThanRequested())
        Q_EMIT notice(tr("%1 copied as PNG with %2 × %3 pixels. The file has no more, and pictures are not "
                         "enlarged.")
                          .arg(copy.file.name, width, height));
    else
        Q_EMIT notice(tr("%1 copied as PNG with %2 × %3 pixels.").arg(copy.file.name, width, height));
}

void PictureCopies::reportSaved(const QString &path, const std::optional<Failure> &failure)
{
    const QString shown = QDir::toNativeSeparators(path);
    if (failure)
        Q_EMIT error(failureText(*failure, shown));
    else
        Q_EMIT notice(tr("Saved as %1.").arg(shown));
}
