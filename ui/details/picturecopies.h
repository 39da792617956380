#pragma once

#include "app/drawing/canceltoken.h"
#include "app/images/rendition.h"
#include "app/tasks/latestjob.h"
#include "ui/details/flagfile.h"

#include <QImage>
#include <QObject>
#include <QThreadPool>

/// A copy of a flag's file for a folder of the user's choice.
struct CopySpec
{
    std::optional<RenditionSpec> rendition; ///< nothing: the file as it is
    QString path;
};

/// A flag that was read, and drawn for the clipboard.
struct DrawnCopy
{
    FlagFile file;
    QByteArray original; ///< content of the file
    QString mimeType; ///< of `original`
    QImage picture;
    std::optional<Rendition> rendition; ///< if one was requested
};

/// Copies flags to the clipboard and into other files. Reads, draws and writes on a private thread; the
/// latest request for the clipboard replaces the one before. The destructor cancels what is being drawn and
/// completes what is being written. Lives in the GUI thread.
class PictureCopies final : public QObject
{
    Q_OBJECT

public:
    explicit PictureCopies(QObject *parent = nullptr);
    ~PictureCopies() override;
    Q_DISABLE_COPY_MOVE(PictureCopies)

    /// The picture for documents and the file for file managers, together.
    void copyPicture(const FlagFile &file);
    /// Only a PNG picture, `width` pixels wide. A raster is not enlarged.
    void copyPng(const FlagFile &file, int width);
    /// Replaces the file `spec.path` unless a set of flags has it.
    void save(const FlagFile &file, const CopySpec &spec);

Q_SIGNALS:
    /// For people, as error().
    void notice(const QString &text);
    void error(const QString &text);

private:
    void draw(const FlagFile &file, const std::optional<RenditionSpec> &rendition);
    void putOnClipboard(const DrawnCopy &copy);
    void reportSaved(const QString &path, const std::optional<Failure> &failure);

    const CancelToken m_cancel = CancelToken::make();
    QThreadPool m_pool; // its destructor waits
    QString m_drawn; // the country whose flag is drawn
    LatestJob<Result<DrawnCopy>> m_drawing; // for the clipboard
};
