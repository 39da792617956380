#pragma once

#include "app/measuring/measurement.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QThreadPool>

#include <array>

class QGraphicsView;
class QWidget;

/// The files that a measurement can be stored in.
enum class LabFormat {
    Png,
    Svg,
    Csv,
};

inline constexpr std::array labFormats{LabFormat::Png, LabFormat::Svg, LabFormat::Csv};

/// The suffix of the files, without the dot.
[[nodiscard]] QString suffixOf(LabFormat format);

/// What is stored: the charts as they are shown, with a title and the conclusion.
struct LabPicture
{
    QList<QGraphicsView *> charts; ///< side by side
    QString title;
    QString conclusion;
    Measurement measurement;
};

/// The content of a file. Call it in the GUI thread, which draws widgets.
[[nodiscard]] QByteArray bytesOf(const LabPicture &picture, LabFormat format);

/// Asks where to store a measurement, and writes the file on a thread. Owned by LabWindow.
class LabExport final : public QObject
{
    Q_OBJECT

public:
    /// `widget` becomes the parent of this object and of the dialogs.
    explicit LabExport(QWidget &widget);
    ~LabExport() override = default;
    Q_DISABLE_COPY_MOVE(LabExport)

    /// Opens the dialog for a file with this content.
    void choose(const QByteArray &content, LabFormat format);
    /// Replaces a file of this name, but no file of a set.
    void write(const QByteArray &content, const QString &path);

Q_SIGNALS:
    // Texts for people, one after each write().
    void notice(const QString &text);
    void error(const QString &text);

private:
    QWidget &m_widget;
    QThreadPool m_pool; // one thread; its destructor waits
};
