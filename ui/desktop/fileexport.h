#pragma once

#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <tl/expected.hpp>

class QPainter;
class QWidget;

/// The folder itself, or the nearest folder above it that exists. A file dialog that starts in a folder that
/// does not exist shows the working directory of the program.
[[nodiscard]] QString nearestFolder(const QString &folder);

/// The bytes of a file, or why there are none, for people.
using FileContent = tl::expected<QByteArray, QString>;

/// Draws a picture of this size in device-independent pixels, with `ratio` pixels for each. Returns why it
/// cannot be drawn, for people, if it is too large.
[[nodiscard]] tl::expected<QImage, QString> drawnImage(
    const QSize &size, qreal ratio, const std::function<void(QPainter &)> &paint);
[[nodiscard]] FileContent encodedPng(const QImage &image);

/// Asks where to store a file, and writes it on a thread. Remembers the folder. Owned by the object that has
/// the content, in the GUI thread.
class FileExport final : public QObject
{
    Q_OBJECT

public:
    /// Makes the content, on the thread that writes it.
    using Content = std::function<FileContent()>;

    /// `folderKey` is that of the folder in the settings. `widget` becomes the parent of the dialogs and must
    /// outlive this object.
    FileExport(QWidget &widget, QLatin1StringView folderKey);
    ~FileExport() override = default;
    Q_DISABLE_COPY_MOVE(FileExport)

    /// Opens the dialog, which proposes `name`. `prepare` is called in the GUI thread as soon as the user has
    /// chosen a file.
    void choose(const QString &title, const QString &name, const std::function<Content()> &prepare);
    /// Replaces a file of this name, but no file of a set. Without content, nothing is written.
    void write(const Content &content, const QString &path);

Q_SIGNALS:
    // One of them after each write(). The texts are for people.
    void saved(const QString &path);
    void error(const QString &text);

private:
    [[nodiscard]] QString proposedPath(const QString &name) const;

    QWidget &m_widget;
    const QLatin1StringView m_folderKey;
    QThreadPool m_pool; // one thread; its destructor waits
};
